"""Clean queries: names of people and companies that no list is known to hold, put together from common words.

For users who give no customer names of their own. Common words make them harder than customers mostly are:
many listed people are called Ivanov or Li Wei too, so a few of these names are truly those of listed people.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from random import Random

from licet.model import PartyKind


def clean_persons(number: int, seed: int) -> tuple[str, ...]:
    """Return names of persons: one given name, at times two, and a family name of the same culture."""
    random = Random(f"clean persons {seed}")  # noqa: S311  a reproducible choice, no secret
    given, family = _words()["given"], _words()["family"]
    cultures = sorted(given)
    found: list[str] = []
    for _ in range(number):
        culture = random.choice(cultures)
        middle = [random.choice(given[culture])] if random.random() < 1 / 3 else []
        found.append(" ".join([random.choice(given[culture]), *middle, random.choice(family[culture])]))
    return tuple(found)


def clean_organisations(number: int, seed: int) -> tuple[str, ...]:
    """Return names of companies: a family name, place or word, what they do, mostly a legal form."""
    random = Random(f"clean organisations {seed}")  # noqa: S311
    words = _words()
    families = [word for culture in sorted(words["family"]) for word in words["family"][culture]]
    stems, places, trades, forms = (words[what]["*"] for what in ("stem", "place", "trade", "form"))
    found: list[str] = []
    for _ in range(number):
        shape = random.randrange(5)
        first = (
            [random.choice(families)],
            [random.choice(stems)],
            [random.choice(places), random.choice(stems)],
            [random.choice(families), "&", random.choice(families)],
            [random.choice(stems), random.choice(trades)],
        )[shape]
        form = [random.choice(forms)] if random.random() < 0.9 else []
        found.append(" ".join([*first, random.choice(trades), *form]))
    return tuple(found)


def clean_names(number: int, seed: int) -> tuple[tuple[PartyKind, str], ...]:
    """Return `number` names, two persons for each organisation."""
    persons = number - number // 3
    return (
        *((PartyKind.PERSON, text) for text in clean_persons(persons, seed)),
        *((PartyKind.ORGANISATION, text) for text in clean_organisations(number - persons, seed)),
    )


@cache
def _words() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    text = files("licet.match.perturb").joinpath("clean_names.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        what, culture, words = line.split("\t")
        found.setdefault(what, {})[culture] = tuple(word.replace("_", " ") for word in words.split())
    return found

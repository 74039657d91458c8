"""Persons write their names in full on one paper and shortened on the next."""

from __future__ import annotations

from random import Random

from licet.match.perturb.listed import PARTICLES, Listed, like
from licet.text.given_names import other_given_names
from licet.text.normalise import normalise

_TITLES = {"male": ("Mr", "Dr", "Prof.", "Eng."), "female": ("Mrs", "Ms", "Dr", "Prof.")}


def dropped_middle(name: Listed, random: Random) -> str | None:
    """One word in the middle of a person's name of three words or more is left out (no particle)."""
    if not name.person or len(name.words) < 3:
        return None
    places = [at for at in range(1, len(name.words) - 1) if _is_full(name.words[at])]
    if not places or len(_full(name)) < 3:
        return None
    return name.without(random.choice(places))


def initial(name: Listed, random: Random) -> str | None:
    """The first or a middle word of a person's name of three is an initial; two full words stay."""
    places = _full(name)
    if not name.person or len(places) < 3:
        return None
    at = random.choice(places[:-1])
    return name.with_word(at, f"{name.words[at][0]}.")


def first_initial(name: Listed, random: Random) -> str | None:
    """The first word of a person's name of two words is an initial: one word is left to go by."""
    del random
    places = _full(name)
    if not name.person or len(places) != 2 or len(name.words) != 2:
        return None
    return f"{name.words[0][0]}. {name.words[1]}"


def nickname(name: Listed, random: Random) -> str | None:
    """A given name is another form of it from licet's own table: Bill for William, Sasha for Aleksandr."""
    if not name.person or len(name.words) < 2:
        return None
    for at in range(len(name.words) - 1):
        forms = sorted(form for form in other_given_names(normalise(name.words[at])) if " " not in form)
        if forms:
            return name.with_word(at, like(random.choice(forms), name.words[at]))
    return None


def particle_dropped(name: Listed, random: Random) -> str | None:
    """A particle is left out ("al", "bin", "van", "de"), also one tied to its word by a hyphen."""
    del random
    if not name.person:
        return None
    for at, word in enumerate(name.words):
        head, mark, rest = _tied(word)
        if mark:
            return name.with_word(at, rest)
        if word.lower() in PARTICLES and len(name.words) > 2:
            return name.without(at)
        del head
    return None


def particle_joined(name: Listed, random: Random) -> str | None:
    """A particle and its word are written as one: "Alqahtani", "Vandam"."""
    del random
    if not name.person:
        return None
    for at, word in enumerate(name.words):
        head, mark, rest = _tied(word)
        if mark:
            return name.with_word(at, like(head + rest, word))
        if word.lower() in PARTICLES and at + 1 < len(name.words):
            one = like(word + name.words[at + 1], name.words[at + 1])
            return " ".join((*name.words[:at], one, *name.words[at + 2 :]))
    return None


def title_added(name: Listed, random: Random) -> str | None:
    """A title stands before a person's name."""
    if not name.person:
        return None
    gender = "female" if "female" in name.genders else "male"
    return f"{random.choice(_TITLES[gender])} {name.plain}"


def _tied(word: str) -> tuple[str, str, str]:
    """Split "al-Qahtani" into particle, mark and word; the mark is empty where there is no particle."""
    for mark in "-'’":
        head, found, rest = word.partition(mark)
        if found and head.lower() in PARTICLES and len(rest) > 2:
            return head, found, rest
    return "", "", word


def _is_full(word: str) -> bool:
    return len(word) >= 3 and word[0].isalpha() and word.lower() not in PARTICLES


def _full(name: Listed) -> list[int]:
    return [at for at, word in enumerate(name.words) if _is_full(word)]

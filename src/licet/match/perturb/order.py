"""The words of a name are all there, in another order or with other spaces between them."""

from __future__ import annotations

from random import Random

from licet.match.perturb.listed import LONG, PARTICLES, Listed


def swapped_tokens(name: Listed, random: Random) -> str | None:
    """Two neighbouring words change places; of companies the last word, mostly a legal form, stays."""
    last = len(name.words) - 1 - name.company
    if last < 1:
        return None
    at = random.randrange(last)
    words = list(name.words)
    words[at], words[at + 1] = words[at + 1], words[at]
    return _unless_same(name, " ".join(words))


def reversed_order(name: Listed, random: Random) -> str | None:
    """All words of a person's name the other way round: "Last Middle First"."""
    del random  # there is one way
    return _unless_same(name, " ".join(reversed(name.words))) if name.person else None


def last_name_first(name: Listed, random: Random) -> str | None:
    """A person's last word first, with a comma: "Last, First Middle"."""
    del random
    if not name.person or len(name.words) < 2:
        return None
    return f"{name.words[-1]}, {' '.join(name.words[:-1])}"


def joined(name: Listed, random: Random) -> str | None:
    """The space between two neighbouring words is lost."""
    places = [
        at for at in range(len(name.words) - 1) if _joinable(name.words[at]) and _joinable(name.words[at + 1])
    ]
    if not places or len(name.words) < 3:
        return None
    at = random.choice(places)
    return " ".join((*name.words[:at], _as_one(name.words[at], name.words[at + 1]), *name.words[at + 2 :]))


def split(name: Listed, random: Random) -> str | None:
    """A space comes into one word of six letters or more, with at least three letters on either side."""
    places = [place for place in name.long if len(name.words[place]) >= 6]
    if not places:
        return None
    place = random.choice(places)
    word = name.words[place]
    at = random.randrange(3, len(word) - 2)
    return name.with_word(place, f"{word[:at]} {word[at:]}")


def hyphenated(name: Listed, random: Random) -> str | None:
    """A hyphen stands between two neighbouring words instead of the space."""
    places = [
        at for at in range(len(name.words) - 1) if _joinable(name.words[at]) and _joinable(name.words[at + 1])
    ]
    if not places:
        return None
    at = random.choice(places)
    return " ".join((*name.words[:at], f"{name.words[at]}-{name.words[at + 1]}", *name.words[at + 2 :]))


def no_marks(name: Listed, random: Random) -> str | None:
    """Full stops, hyphens and apostrophes are left out: "Al-Qa'ida S.A." is "AlQaida SA"."""
    del random
    kept = "".join(letter for letter in name.plain if letter not in ".-'’`()\"")
    return _unless_same(name, kept) if kept.strip() else None


def _as_one(first: str, second: str) -> str:
    return first + (second if first.isupper() else second.lower())


def _joinable(word: str) -> bool:
    return word.isalpha() and len(word) >= LONG - 1 and word.lower() not in PARTICLES


def _unless_same(name: Listed, text: str) -> str | None:
    return text if text != name.plain else None

"""Slips of the hand and of the scanner: one letter or more of a name is wrong."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import TypeAlias

from licet.match.perturb.listed import Listed, like

_Change: TypeAlias = Callable[[str, Random], str | None]
_KEYS = {
    "a": "sqz", "b": "vgn", "c": "xvd", "d": "sfe", "e": "wrd", "f": "dgr", "g": "fht", "h": "gjy",
    "i": "uok", "j": "hku", "k": "jli", "l": "kop", "m": "nj", "n": "bmh", "o": "ipl", "p": "ol",
    "q": "wa", "r": "etf", "s": "adw", "t": "ryg", "u": "yij", "v": "cbf", "w": "qes", "x": "zcs",
    "y": "tuh", "z": "xas",
}  # fmt: skip
"""Neighbours on a keyboard (QWERTY)."""
_SCANNED = (
    ("rn", "m"),
    ("m", "rn"),
    ("cl", "d"),
    ("l", "1"),
    ("o", "0"),
    ("s", "5"),
    ("b", "8"),
    ("i", "l"),
    ("vv", "w"),
)
"""What scanners take for one another; the order is that of trying after a seeded shuffle."""


def typo(name: Listed, random: Random) -> str | None:
    """One slip in one word of four letters or more, not in its first letter.

    A neighbouring key is hit, or hit as well; a letter is lost; two letters change places.
    """
    return _in_one_word(name, random, _slip)


def typo_first(name: Listed, random: Random) -> str | None:
    """The first letter of one word of four letters or more is a neighbouring key's."""
    return _in_one_word(name, random, lambda word, dice: dice.choice(_KEYS[word[0]]) + word[1:])


def transposed(name: Listed, random: Random) -> str | None:
    """Two neighbouring, different letters of one word of four letters or more change places."""
    return _in_one_word(name, random, _transpose)


def typo_every_token(name: Listed, random: Random) -> str | None:
    """One slip (as in `typo`) in every word of four letters or more; shorter words and numbers stay."""
    if len(name.long) < 2:
        return None
    words = list(name.words)
    for place in name.long:
        words[place] = like(_slip(words[place].lower(), random) or words[place], words[place])
    return " ".join(words)


def dropped_letter(name: Listed, random: Random) -> str | None:
    """One letter of one word of four letters or more is lost, not the first."""
    return _in_one_word(name, random, _drop)


def doubled(name: Listed, random: Random) -> str | None:
    """One letter of one word of four letters or more is written twice."""
    return _in_one_word(name, random, _double)


def ocr(name: Listed, random: Random) -> str | None:
    """One letter of one word of four letters or more is as a scanner reads it: 0 for o, rn for m."""
    return _in_one_word(name, random, _scan)


def _in_one_word(name: Listed, random: Random, change: _Change) -> str | None:
    for place in random.sample(name.long, len(name.long)):
        word = name.words[place]
        found = change(word.lower(), random)
        if found and found != word.lower():
            return name.with_word(place, like(found, word))
    return None


def _slip(word: str, random: Random) -> str | None:
    return random.choice((_substitute, _drop, _insert, _transpose))(word, random)


def _substitute(word: str, random: Random) -> str:
    at = random.randrange(1, len(word))
    return word[:at] + random.choice(_KEYS[word[at]]) + word[at + 1 :]


def _insert(word: str, random: Random) -> str:
    at = random.randrange(1, len(word))
    return word[: at + 1] + random.choice(_KEYS[word[at]]) + word[at + 1 :]


def _drop(word: str, random: Random) -> str:
    at = random.randrange(1, len(word))
    return word[:at] + word[at + 1 :]


def _double(word: str, random: Random) -> str:
    at = random.randrange(1, len(word))
    return word[: at + 1] + word[at:]


def _transpose(word: str, random: Random) -> str | None:
    places = [at for at in range(1, len(word) - 1) if word[at] != word[at + 1]]
    if not places:
        return None
    at = random.choice(places)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _scan(word: str, random: Random) -> str | None:
    for seen, taken in random.sample(_SCANNED, len(_SCANNED)):
        at = word.find(seen, 1)
        if at > 0:
            return word[:at] + taken + word[at + len(seen) :]
    return None

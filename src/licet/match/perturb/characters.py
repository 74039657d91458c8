"""Characters that look the same, or are not seen at all: what copying, forms and ill will put into names."""

from __future__ import annotations

import unicodedata
from random import Random

from licet.match.perturb.listed import Listed

_ALIKE = dict(zip("aceopxyABCEHKMOPTX", "асеорхуАВСЕНКМОРТХ", strict=True))
"""Latin letters and the Cyrillic ones that look the same."""
_UNSEEN = "\u200b\u200c\u200d\u2060\ufeff"
_ACCENTS = {
    "a": "áàâäãå", "e": "éèêë", "i": "íîï", "o": "óôöõ", "u": "úûü", "c": "çć", "n": "ñń", "s": "šş",
    "z": "žż", "y": "ý", "g": "ğ",
}  # fmt: skip
_NO_MARK = str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "İ": "I"})


def homoglyph(name: Listed, random: Random) -> str | None:
    """One or two Latin letters are Cyrillic ones that look the same."""
    places = [at for at, letter in enumerate(name.plain) if letter in _ALIKE]
    if not name.latin or not places:
        return None
    chosen = random.sample(places, min(2, len(places)))
    return "".join(_ALIKE[letter] if at in chosen else letter for at, letter in enumerate(name.plain))


def full_width(name: Listed, random: Random) -> str | None:
    """The letters are full-width ones, as East Asian forms write them."""
    del random
    if not name.plain.isascii():
        return None
    return "".join(chr(ord(letter) + 0xFEE0) if "!" <= letter <= "~" else letter for letter in name.plain)


def zero_width(name: Listed, random: Random) -> str | None:
    """Characters of no width stand inside the words: copied from a web page or a PDF."""
    text = name.plain
    places = [at for at in range(1, len(text)) if text[at - 1].isalpha() and text[at].isalpha()]
    if not places:
        return None
    for at in sorted(random.sample(places, min(2, len(places))), reverse=True):
        text = text[:at] + random.choice(_UNSEEN) + text[at:]
    return text


def accents_added(name: Listed, random: Random) -> str | None:
    """One or two letters bear an accent that the list leaves out."""
    places = [at for at, letter in enumerate(name.plain) if letter.lower() in _ACCENTS]
    if not name.plain.isascii() or not places:
        return None
    text = name.plain
    for at in random.sample(places, min(2, len(places))):
        accented = random.choice(_ACCENTS[text[at].lower()])
        text = text[:at] + (accented.upper() if text[at].isupper() else accented) + text[at + 1 :]
    return text


def accents_dropped(name: Listed, random: Random) -> str | None:
    """The accents that the list writes are left out."""
    del random
    if not name.latin:
        return None
    parts = unicodedata.normalize("NFD", name.plain)
    bare = "".join(part for part in parts if not unicodedata.combining(part)).translate(_NO_MARK)
    return bare if bare != name.plain else None


def upper_case(name: Listed, random: Random) -> str | None:
    """Everything in capitals; where the list does so, in small letters."""
    del random
    other = name.plain.upper() if name.plain != name.plain.upper() else name.plain.lower()
    return other if other != name.plain else None

"""Letters of other scripts that look like Latin ones, put in to hide a name or by a wrong keyboard.

"Аlmaz" with a Cyrillic first letter is read as written in Latin letters. Only names that hold Latin letters
are touched: a name wholly in Cyrillic or Greek is what it is. The letters are those that Unicode's table of
confusables (UTS 39) gives as alike in both cases of common typefaces; own selection.
"""

from __future__ import annotations

import re
from functools import cache

from licet.text.scripts import script_of

_OTHERS = "АВЕЅІЈКМНОРСТУХЅԚԜаеѕіјорсухһԁԛԝѵктΑΒΕΖΗΙΚΜΝΟΡΤΥΧονακιρυ"
_LATIN = "ABESIJKMHOPCTYXSQWaesijopcyxhdqwvktABEZHIKMNOPTYXovakipu"
LOOKALIKES = dict(zip(_OTHERS, _LATIN, strict=True))
"""Cyrillic and Greek letters to the Latin ones that they look like."""
_MASKING = frozenset({"Cyrl", "Grek"})
_WORD = re.compile(r"[^\W_]+")


def unmask(text: str) -> str:
    """Return the text with look-alikes read as Latin, where they stand among Latin letters.

    A word that mixes them with Latin letters is read as Latin when all its other letters are look-alikes;
    where that holds for the whole text, so are its words without a Latin letter.
    """
    if text.isascii() or not _has_latin(text) or not any(letter in LOOKALIKES for letter in text):
        return text
    if _only_lookalikes(text):
        return text.translate(_table())
    return _WORD.sub(_unmask_word, text)


def _unmask_word(found: re.Match[str]) -> str:
    word = found.group()
    return word.translate(_table()) if _has_latin(word) and _only_lookalikes(word) else word


def _has_latin(text: str) -> bool:
    return any(letter.isalpha() and script_of(letter) == "Latn" for letter in text)


def _only_lookalikes(text: str) -> bool:
    """Say whether every Cyrillic and Greek letter looks like a Latin one."""
    return all(letter in LOOKALIKES for letter in text if script_of(letter) in _MASKING)


@cache
def _table() -> dict[int, str]:
    return {ord(letter): latin for letter, latin in LOOKALIKES.items()}

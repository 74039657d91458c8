"""Words and marks of a text with their offsets and letter case, in one pass."""

from __future__ import annotations

import re
from typing import NamedTuple

from licet.news.abbreviations import ABBREVIATIONS


class Word(NamedTuple):
    """A word, number or mark.

    Attributes:
        start: First code point.
        end: One past the last code point.
        text: As written; an abbreviation keeps its full stop (`U.S.`, `Corp.`).
        low: Casefolded text.
    """

    start: int
    end: int
    text: str
    low: str

    @property
    def is_capital(self) -> bool:
        """Whether it is a word that begins with a capital letter."""
        return self.text[0].isupper()


_SHORT = "|".join(sorted(ABBREVIATIONS, key=lambda word: (-len(word), word)))
_WORD = re.compile(
    rf"(?:[^\W\d_]\.){{2,}}"  # U.S., a.m., J.K.
    rf"|(?:{_SHORT})\."  # Corp., Rep.
    r"|[A-Z]\.(?=\s[A-Z])"  # an initial
    r"|\d+(?:[.,]\d+)*"
    r"|['’]s\b"
    r"|\w+(?:['’](?!s\b)\w+)*"
    r"|[^\w\s]"
)


def words(text: str) -> list[Word]:
    """Split a text; every character that is no white space belongs to one word."""
    found: list[Word] = []
    append = found.append
    for match in _WORD.finditer(text):
        word = match[0]
        append(Word(match.start(), match.end(), word, word.casefold()))
    return found

"""Words and marks of a text with their offsets, letter case and figures, in one pass, linear in the text."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from licet.news import numbers
from licet.news.abbreviations import ABBREVIATIONS, BEFORE_FIGURES


class Word(NamedTuple):
    """A word, number or mark.

    Attributes:
        start: First code point.
        end: One past the last code point.
        text: As written; an abbreviation keeps its full stop (`U.S.`, `Corp.`).
        low: Text in lower case, right single quotes as apostrophes.
        number: The value of figures.
    """

    start: int
    end: int
    text: str
    low: str
    number: Decimal | None = None

    @property
    def is_capital(self) -> bool:
        """Whether it is a word that begins with a capital letter."""
        return self.text[0].isupper()


_WORD = re.compile(
    r"((?:[^\W\d_]\.){2,})"  # 1: U.S., a.m., J.K.
    r"|([A-Z]\.(?=\s[A-Z]))"  # 2: an initial
    r"|(?:[A-Z]{3,4}|[A-Z][a-z]{2,})(?=\d)"  # glued to its figure: RMB100, Dec31
    r"|([^\W\d]\w*)(?:(['’](?!s\b)\w+(?:['’](?!s\b)\w+)*)|(\.))?"  # 3 a word, 4 with an apostrophe, 5 a stop
    r"|\d{1,4}(?:-\d{1,2}-|/\d{1,2}/|\.\d{1,2}\.)\d{1,4}(?!\d|[-/]\d)"  # 05/14/2018
    r"|\d{1,2}:\d\d(?!\d)(?::\d\d)?"  # 10:30
    r"|(\d+(?:,\d{3}(?!\d))*(?:\.\d+)?)(?:(?:st|nd|rd|th|s)(?!\w))?"  # 6: 1,190.5, with 14th and 1990s
    r"|['’]s\b"
    r"|(\n[^\S\n]*\n)"  # 7: a paragraph ends
    r"|[^\w\s]"
)
_INITIAL, _PLAIN, _STOPPED, _FIGURES, _BREAK = 2, 3, 5, 6, 7
_WITH_STOP = frozenset((_INITIAL, _STOPPED))
STOP_OF_ABBREVIATION = "·"
PARAGRAPH = "¶"


class Lexed(NamedTuple):
    """A text in words, and in pieces.

    Attributes:
        words: Every character that is no white space belongs to one of them.
        pieces: The same, but the stop of an abbreviation stands apart as `·`, and `¶` where a paragraph ends.
        numbers: Places of the pieces that are figures or words of numbers.
    """

    words: list[Word]
    pieces: list[Word]
    numbers: list[int]


def lex(text: str) -> Lexed:
    """Split a text."""
    written: list[Word] = []
    pieces: list[Word] = []
    figures: list[int] = []
    for match in _WORD.finditer(text):
        start, end = match.span()
        part, kind = match[0], match.lastindex
        if kind == _PLAIN:
            word = Word(start, end, part, part.lower())
            if word.low in numbers.NUMBER_WORDS:
                figures.append(len(pieces))
        elif kind in _WITH_STOP:
            head, low = part[:-1], part[:-1].lower()
            if low in numbers.NUMBER_WORDS:
                figures.append(len(pieces))
            word, stop = Word(start, end - 1, head, low), Word(end - 1, end, ".", ".")
            if kind == _INITIAL or _abbreviates(head, text, end):
                written.append(Word(start, end, part, low + "."))
                pieces += (word, stop._replace(low=STOP_OF_ABBREVIATION))
            else:
                written += (word, stop)
                pieces += (word, stop)
            continue
        elif kind == _BREAK:
            pieces.append(Word(start, end, part, PARAGRAPH))
            continue
        elif kind == _FIGURES:
            number = numbers.figures(match[_FIGURES]) if match.end(_FIGURES) == end else None
            word = Word(start, end, part, part.lower(), number)
            if number is not None:
                figures.append(len(pieces))
        else:
            word = Word(start, end, part, part.lower().replace("’", "'"))
        written.append(word)
        pieces.append(word)
    return Lexed(written, pieces, figures)


def _abbreviates(head: str, text: str, end: int) -> bool:
    """Whether the stop behind a word only abbreviates it: `Corp.`, `No. 5`."""
    return head in ABBREVIATIONS or (head in BEFORE_FIGURES and text[end : end + 2].lstrip()[:1].isdigit())


def words(text: str) -> list[Word]:
    """Return the words of a text."""
    return lex(text).words

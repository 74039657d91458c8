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
    r"([a-z]+)(?![\w.'’])"  # 1: most words
    r"|((?:[^\W\d_]\.){2,})"  # 2: U.S., a.m., J.K.
    r"|([A-Z]\.(?=\s[A-Z]))"  # 3: an initial
    r"|(?:[A-Z]{3,4}|FY|[A-Z][a-z]{2,})(?=\d)"  # glued to its figure: RMB100, FY2017, Dec31
    r"|([^\W\d]\w*)(?:(['’](?!s\b)\w+(?:['’](?!s\b)\w+)*)|(\.))?"  # 4 a word, 5 with an apostrophe, 6 a stop
    r"|\d{1,4}(?:-\d{1,2}-|/\d{1,2}/|\.\d{1,2}\.)\d{1,4}(?!\d|[-/]\d)"  # 05/14/2018
    r"|\d{1,2}/\d{1,2}(?![\d/]|\.\d)|[1-4][QH](?!\w)"  # 4/22, 3Q
    r"|\d{1,2}:\d\d(?!\d)(?::\d\d)?"  # 10:30
    r"|(\d+(?:,\d{3}(?!\d))*(?:\.\d+)?)(?:(?:st|nd|rd|th|s)(?!\w))?"  # 7: 1,190.5, with 14th and 1990s
    r"|['’]s\b"
    r"|(\n[^\S\n]*\n)"  # 8: a paragraph ends
    r"|[^\w\s]"
)
_INITIAL, _FIGURES, _BREAK = 3, 7, 8
_PLAIN = frozenset((1, 4))
_new = tuple.__new__
_WITH_STOP = frozenset((_INITIAL, 6))
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
    told = Lexed([], [], [])
    add_word, add_piece = told.words.append, told.pieces.append
    of_numbers = numbers.NUMBER_WORDS
    for match in _WORD.finditer(text):
        start, end = match.span()
        part, kind = match[0], match.lastindex
        if kind in _PLAIN:
            low = part.lower()
            word = _new(Word, (start, end, part, low, None))
            if low in of_numbers:
                told.numbers.append(len(told.pieces))
        elif kind is None:
            low = part if end - start == 1 else part.lower().replace("’", "'")
            word = _new(Word, (start, end, part, low, None))
        elif kind == _BREAK:
            add_piece(Word(start, end, part, PARAGRAPH))
            continue
        elif kind in _WITH_STOP:
            _stopped(text, match, told)
            continue
        else:
            word = _odd(match, told)
        add_word(word)
        add_piece(word)
    return told


def _odd(match: re.Match[str], told: Lexed) -> Word:
    """Return figures, or a word with an apostrophe or with stops."""
    start, end = match.span()
    number = None
    if match.lastindex == _FIGURES and match.end(_FIGURES) == end:
        number = numbers.figures(match[_FIGURES])
        if number is not None:
            told.numbers.append(len(told.pieces))
    return _new(Word, (start, end, match[0], match[0].lower().replace("’", "'"), number))


def _stopped(text: str, match: re.Match[str], told: Lexed) -> None:
    """Add a word with a stop behind it, as one where the stop only abbreviates."""
    start, end = match.span()
    head = match[0][:-1]
    low = head.lower()
    if low in numbers.NUMBER_WORDS:
        told.numbers.append(len(told.pieces))
    word = _new(Word, (start, end - 1, head, low, None))
    stop = _new(Word, (end - 1, end, ".", ".", None))
    if match.lastindex == _INITIAL or _abbreviates(head, text, end):
        told.words.append(_new(Word, (start, end, match[0], f"{low}.", None)))
        told.pieces.extend((word, _new(Word, (end - 1, end, ".", STOP_OF_ABBREVIATION, None))))
    else:
        told.words.extend((word, stop))
        told.pieces.extend((word, stop))


def _abbreviates(head: str, text: str, end: int) -> bool:
    """Whether the stop behind a word only abbreviates it: `Corp.`, `No. 5`."""
    return head in ABBREVIATIONS or (head in BEFORE_FIGURES and text[end : end + 2].lstrip()[:1].isdigit())


def words(text: str) -> list[Word]:
    """Return the words of a text."""
    return lex(text).words

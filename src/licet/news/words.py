"""Words and marks of a text with their offsets, letter case and figures, in one pass, linear in the text."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
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
    r"|(?:[A-Z]{3,4}|FY|RM|R[sp]|SFr|[A-Z][a-z]{2,})(?=\d)"  # glued to its figure: RMB100, RM14, Dec31
    r"|([^\W\d]\w*)(?:(['’](?!s\b)\w+(?:['’](?!s\b)\w+)*)|(\.))?"  # 4 a word, 5 with an apostrophe, 6 a stop
    r"|\d{1,4}(?:-\d{1,2}-|/\d{1,2}/|\.\d{1,2}\.)\d{1,4}(?!\d|[-/]\d)"  # 05/14/2018
    r"|\d{1,2}/\d{1,2}(?![\d/]|\.\d)|[1-4][QH](?!\w)"  # 4/22, 3Q
    r"|\d{1,2}:\d\d(?!\d)(?::\d\d)?"  # 10:30
    r"|(\d+(?:,\d{3}(?!\d))*(?:\.\d+)?)(?:(?:st|nd|rd|th|s)(?!\w))?"  # 7: 1,190.5, with 14th and 1990s
    r"|['’]s\b"
    r"|[^\w\s]"
)
_INITIAL, _FIGURES = 3, 7
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
        capitals: Numbers of the words that begin with a capital letter.
        starts: First code point of each word.
        lows: Each word in lower case.
        piece_lows: Each piece in lower case.
    """

    words: list[Word]
    pieces: list[Word]
    numbers: list[int]
    capitals: list[int]
    starts: list[int]
    lows: list[str]
    piece_lows: list[str]


_UNBROKEN = re.compile(r"\S+")
_BREAKS = re.compile(r"\n[^\S\n]*\n")
_LONGEST_CHUNK = 32
_NUMERAL, _CAPITAL = 1, 2
_Part = tuple[int, int, str, str, Decimal | None, int]
"""A word of a chunk: where it begins and ends within it, its text, in lower case, its value, what it is."""


def lex(text: str) -> Lexed:
    """Split a text."""
    lexer = _Lexer(text)
    done = 0
    for found in _BREAKS.finditer(text):
        lexer.block(done, found.start())
        lexer.part(_new(Word, (*found.span(), found[0], PARAGRAPH, None)))
        done = found.end()
    lexer.block(done, len(text))
    return lexer.told()


class _Lexer:
    """A text being split; pieces are copied from the words up to where the two differ."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._told = Lexed([], [], [], [], [], [], [])
        self._copied = 0
        self._apart = 0

    def told(self) -> Lexed:
        """Return what was split."""
        self._catch_up()
        return self._told

    def part(self, piece: Word) -> None:
        """Add a piece that is no word."""
        self._catch_up()
        self._pieces(piece)
        self._apart += 1

    def block(self, start: int, stop: int) -> None:
        """Add the words between two ends of paragraphs."""
        words, _, numbers, capitals, starts, lows, _ = self._told
        add, add_start, add_low = words.append, starts.append, lows.append
        for chunk in self._text[start:stop].split(" "):
            size = len(chunk)
            parts = _parts(chunk) if size < _LONGEST_CHUNK else None
            if parts is None:
                self._one_by_one(start, start + size)
            else:
                for first, last, part, low, value, bits in parts:
                    begin = start + first
                    if bits:
                        if bits & _CAPITAL:
                            capitals.append(len(words))
                        if bits & _NUMERAL:
                            numbers.append(len(words) + self._apart)
                    add(_new(Word, (begin, start + last, part, low, value)))
                    add_start(begin)
                    add_low(low)
            start += size + 1

    def _catch_up(self) -> None:
        """Add the words of late to the pieces."""
        told = self._told
        told.pieces.extend(told.words[self._copied :])
        told.piece_lows.extend(told.lows[self._copied :])
        self._copied = len(told.words)

    def _pieces(self, *pieces: Word) -> None:
        self._told.pieces.extend(pieces)
        self._told.piece_lows.extend([piece.low for piece in pieces])

    def _add(self, word: Word, bits: int) -> None:
        told = self._told
        if bits & _CAPITAL:
            told.capitals.append(len(told.words))
        if bits & _NUMERAL:
            told.numbers.append(len(told.words) + self._apart)
        told.words.append(word)
        told.starts.append(word.start)
        told.lows.append(word.low)

    def _one_by_one(self, start: int, stop: int) -> None:
        """Add the words of a chunk that is long, or has white space or a stop."""
        for piece in _UNBROKEN.finditer(self._text, start, stop):
            start, stop = piece.span()
            while start < stop and (match := _WORD.match(self._text, start)):
                start = match.end()
                if match.lastindex in _WITH_STOP:
                    self._stopped(match)
                    continue
                word, numeral = _word(match)
                self._add(word, numeral * _NUMERAL | word.is_capital * _CAPITAL)

    def _stopped(self, match: re.Match[str]) -> None:
        """Add a word with a stop behind it, as one where the stop only abbreviates."""
        start, end = match.span()
        head = match[0][:-1]
        low = head.lower()
        word = _new(Word, (start, end - 1, head, low, None))
        if match.lastindex == _INITIAL or _abbreviates(head, self._text, end):
            self._catch_up()
            self._add(_new(Word, (start, end, match[0], f"{low}.", None)), _bits(head, low))
            stop = _new(Word, (end - 1, end, ".", STOP_OF_ABBREVIATION, None))
            self._pieces(word, stop)
            self._copied += 1
            self._apart += 1
        else:
            self._add(word, _bits(head, low))
            self._add(_new(Word, (end - 1, end, ".", ".", None)), 0)


@lru_cache(maxsize=20_000)
def _parts(chunk: str) -> tuple[_Part, ...] | None:
    """The words of a chunk; None where it holds white space, or a stop that may abbreviate."""
    found: list[_Part] = []
    for match in _WORD.finditer(chunk):
        if match.lastindex in _WITH_STOP:
            head, (start, end) = match[0][:-1], match.span()
            if len(head) == 1 or head in ABBREVIATIONS or head in BEFORE_FIGURES:
                return None
            found.append((start, end - 1, head, head.lower(), None, _bits(head, head.lower())))
            found.append((end - 1, end, ".", ".", None, 0))
            continue
        word, numeral = _word(match)
        found.append((*word, numeral * _NUMERAL | word.is_capital * _CAPITAL))
    return tuple(found) if len(chunk.split()) < 2 else None


def _bits(text: str, low: str) -> int:
    """What a word is that a stop stands behind."""
    return (low in numbers.NUMBER_WORDS) * _NUMERAL | text[0].isupper() * _CAPITAL


def _word(match: re.Match[str]) -> tuple[Word, bool]:
    """A word, figures or a mark without a stop behind it, and whether it is a number."""
    (start, end), part, kind = match.span(), match[0], match.lastindex
    mark = kind is None and end - start == 1
    low = part if mark else part.lower().replace("’", "'")
    if kind == _FIGURES:
        value = numbers.figures(match[_FIGURES]) if match.end(_FIGURES) == end else None
        return Word(start, end, part, low, value), value is not None
    return Word(start, end, part, low), kind in _PLAIN and low in numbers.NUMBER_WORDS


def _abbreviates(head: str, text: str, end: int) -> bool:
    """Whether the stop behind a word only abbreviates it: `Corp.`, `No. 5`."""
    return head in ABBREVIATIONS or (head in BEFORE_FIGURES and text[end : end + 2].lstrip()[:1].isdigit())


def words(text: str) -> list[Word]:
    """Return the words of a text."""
    return lex(text).words

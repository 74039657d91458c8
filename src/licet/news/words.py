"""Words and marks of a text with their offsets, letter case and figures, in one pass, linear in the text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from decimal import Decimal
from itertools import accumulate, chain, compress
from operator import not_, sub
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
_WITH_STOP = frozenset((_INITIAL, 6))
_new = tuple.__new__
STOP_OF_ABBREVIATION = "·"
PARAGRAPH = "¶"
ENDS = frozenset(".!?…")
"""Marks that end a sentence."""


class Lexed(NamedTuple):
    """A text in words, and in pieces.

    Attributes:
        words: Every character that is no white space belongs to one of them.
        pieces: The same, but the stop of an abbreviation stands apart as `·`, and `¶` where a paragraph ends.
        numbers: Places of the pieces that are figures or words of numbers.
        capitals: Numbers of the words that begin with a capital letter.
        stops: Numbers of the words that are or end with a mark that ends a sentence.
        starts: First code point of each word.
        lows: Each word in lower case.
        piece_lows: Each piece in lower case.
    """

    words: list[Word]
    pieces: list[Word]
    numbers: list[int]
    capitals: list[int]
    stops: list[int]
    starts: list[int]
    lows: list[str]
    piece_lows: list[str]


_BREAKS = re.compile(r"\n[^\S\n]*\n")
_CAPITAL, _NUMERAL, _STOP, _ABBREVIATION, _NO_WORD = 1, 2, 4, 8, 16
_Row = tuple[int, int, str, str, Decimal | None, int]
"""A word of a chunk: how far on the next begins, its size, its text, in lower case, its value, its signs."""


def lex(text: str) -> Lexed:
    """Split a text: at white space into chunks, most of which were read before, and those into words."""
    chunks = text.replace("\n", " ").split(" ")
    parts = list(map(_KNOWN.__getitem__, chunks))
    if not all(parts):
        _look_ahead(text, chunks, parts)
    told = Lexed([], [], [], [], [], [], [], [])
    words, _, _, capitals, stops, starts, lows, _ = told
    numerals, marks, at = [], [], 0
    for step, size, part, low, value, signs in chain.from_iterable(parts):
        if signs:
            if signs & _CAPITAL:
                capitals.append(len(words))
            if signs > _CAPITAL:
                if signs == _NO_WORD:
                    at += step
                    continue
                if signs & _STOP:
                    stops.append(len(words))
                if signs & _NUMERAL:
                    numerals.append(len(words))
                if signs & _ABBREVIATION:
                    marks.append(_new(Word, (at + size - 1, at + size, ".", STOP_OF_ABBREVIATION, None)))
        words.append(_new(Word, (at, at + size, part, low, value)))
        starts.append(at)
        lows.append(low)
        at += step
    marks.extend([_new(Word, (*found.span(), found[0], PARAGRAPH, None)) for found in _BREAKS.finditer(text)])
    apart = _take_apart(told, sorted(marks))
    told.numbers.extend([number + bisect_right(apart, number) for number in numerals])
    return told


def _look_ahead(text: str, chunks: list[str], parts: list[tuple[_Row, ...]]) -> None:
    """Read the chunks of which only what follows tells what they are."""
    ends = list(accumulate(map(len, chunks)))
    for number in compress(range(len(parts)), map(not_, parts)):
        end = ends[number] + number
        parts[number] = _rows(chunks[number], text[end : end + 2])


def _take_apart(told: Lexed, marks: list[Word]) -> list[int]:
    """Add the pieces: the words, with marks among them; return the numbers of the words that follow these."""
    _, pieces, _, _, _, starts, lows, piece_lows = told
    apart = [bisect_left(starts, mark[0]) for mark in marks]
    copied = 0
    for number, mark in zip(apart, marks, strict=True):
        pieces.extend(told.words[copied:number])
        piece_lows.extend(lows[copied:number])
        if mark.low is STOP_OF_ABBREVIATION:
            start, end, text, low, _ = pieces[-1]
            pieces[-1] = _new(Word, (start, end - 1, text[:-1], low[:-1], None))
            piece_lows[-1] = low[:-1]
        pieces.append(mark)
        piece_lows.append(mark.low)
        copied = number
    pieces.extend(told.words[copied:])
    piece_lows.extend(lows[copied:])
    return apart


class _Known(dict[str, tuple[_Row, ...]]):
    """The words of short chunks that were read before; none for one that must be seen with what follows."""

    def __missing__(self, chunk: str) -> tuple[_Row, ...]:
        """Read a chunk; keep what was read of a short one."""
        rows = _rows(chunk)
        if len(chunk) < _LONGEST_CHUNK:
            if len(self) >= _MOST_CHUNKS:
                self.clear()
            self[chunk] = rows
        return rows


_LONGEST_CHUNK = 32
_MOST_CHUNKS = 20_000
_KNOWN = _Known()


def _rows(chunk: str, ahead: str | None = None) -> tuple[_Row, ...]:
    """The words of a chunk; the last goes on to where the next chunk begins.

    Args:
        chunk: Characters between two spaces or ends of lines.
        ahead: The two characters that follow; None where they were not looked at.

    Returns:
        None of them where they must be looked at, to tell an initial or the abbreviation of a number.
    """
    size = len(chunk)
    text = chunk + ahead if ahead else chunk
    found: list[tuple[int, str, str, Decimal | None, int]] = []
    for match in _WORD.finditer(text):
        start, end = match.span()
        if start >= size:
            break
        if match.lastindex not in _WITH_STOP:
            found.append((start, *_word(match)))
            continue
        head = match[0][:-1]
        if ahead is None and (head in BEFORE_FIGURES or (len(head) == 1 and head.isascii())):
            return ()
        low = head.lower()
        signs = (low in numbers.NUMBER_WORDS) * _NUMERAL | head[0].isupper() * _CAPITAL
        if match.lastindex == _INITIAL or _abbreviates(head, text, end):
            found.append((start, match[0], f"{low}.", None, signs | _STOP | _ABBREVIATION))
        else:
            found.extend(((start, head, low, None, signs), (end - 1, ".", ".", None, _STOP)))
    if not found or found[0][0]:
        found.insert(0, (0, "", "", None, _NO_WORD))
    starts = [row[0] for row in found]
    steps = map(sub, [*starts[1:], size + 1], starts)
    return tuple(
        [(step, len(part), part, *told) for step, (_, part, *told) in zip(steps, found, strict=True)]
    )


def _word(match: re.Match[str]) -> tuple[str, str, Decimal | None, int]:
    """A word, figures or a mark without a stop behind it: its text, in lower case, its value and signs."""
    (start, end), part, kind = match.span(), match[0], match.lastindex
    mark = kind is None and end - start == 1
    low = part if mark else part.lower().replace("’", "'")
    if kind == _FIGURES:
        value = numbers.figures(match[_FIGURES]) if match.end(_FIGURES) == end else None
        return part, low, value, (value is not None) * _NUMERAL
    numeral = kind in _PLAIN and low in numbers.NUMBER_WORDS
    signs = numeral * _NUMERAL | (low[-1] in ENDS) * _STOP | part[0].isupper() * _CAPITAL
    return part, low, None, signs


def _abbreviates(head: str, text: str, end: int) -> bool:
    """Whether the stop behind a word only abbreviates it: `Corp.`, `No. 5`."""
    return head in ABBREVIATIONS or (head in BEFORE_FIGURES and text[end : end + 2].lstrip()[:1].isdigit())


def words(text: str) -> list[Word]:
    """Return the words of a text."""
    return lex(text).words

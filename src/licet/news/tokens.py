"""The pieces of a text as dates and amounts read them: a number in words, or with its magnitude, is one."""

from __future__ import annotations

from typing import NamedTuple

from licet.news import numbers
from licet.news.words import Lexed, Word

_LONGEST_RUN = 12
_GLUE = frozenset(("-", "and"))
_ARTICLES = frozenset(("a", "an"))


class Tokens(NamedTuple):
    """A text as dates and amounts read it.

    Attributes:
        words: Its tokens.
        lows: Each in lower case.
        numbers: Places of those that have a value.
    """

    words: list[Word]
    lows: list[str]
    numbers: list[int]


def joined(text: str, lexed: Lexed) -> Tokens:
    """Join runs of number words, and figures with the magnitude that follows them.

    Args:
        text: The text that was split.
        lexed: Its pieces.
    """
    pieces, piece_lows = lexed.pieces, lexed.piece_lows
    found = Tokens([], [], [])
    copied = 0
    for i in lexed.numbers:
        if i < copied:
            continue
        begin = first = i
        figures = pieces[i].number
        if figures is not None:
            if i + 1 >= len(pieces) or piece_lows[i + 1] not in numbers.MAGNITUDES:
                found.numbers.append(len(found.words) + i - copied)
                continue
            first = i + 1
        elif i > copied and piece_lows[i] in numbers.MAGNITUDES and piece_lows[i - 1] in _ARTICLES:
            begin = i - 1
        value, used = numbers.words(piece_lows[first : _run(piece_lows, i + 1)], figures)
        end = first + used
        start, stop = pieces[begin].start, pieces[end - 1].end
        low = "number" if end - begin > 1 else piece_lows[i]
        found.words.extend(pieces[copied:begin])
        found.lows.extend(piece_lows[copied:begin])
        found.numbers.append(len(found.words))
        found.words.append(Word(start, stop, text[start:stop], low, value))
        found.lows.append(low)
        copied = end
    found.words.extend(pieces[copied:])
    found.lows.extend(piece_lows[copied:])
    return found


def _run(lows: list[str], i: int) -> int:
    """Return where the run of number words ends that began before `i`."""
    end, stop = i, min(len(lows), i + _LONGEST_RUN)
    while i < stop:
        low = lows[i]
        if low in numbers.NUMBER_WORDS:
            end = i + 1
        elif low not in _GLUE or (low == "and" and lows[i - 1] not in numbers.MAGNITUDES):
            break
        i += 1
    return end

"""The pieces of a text as dates and amounts read them: a number in words, or with its magnitude, is one."""

from __future__ import annotations

from licet.news import numbers
from licet.news.words import Lexed, Word

_LONGEST_RUN = 12
_GLUE = frozenset(("-", "and"))
_ARTICLES = frozenset(("a", "an"))


def tokens(text: str, lexed: Lexed) -> list[Word]:
    """Join runs of number words, and figures with the magnitude that follows them.

    Args:
        text: The text that was split.
        lexed: Its pieces.
    """
    pieces = lexed.pieces
    found: list[Word] = []
    copied = 0
    for i in lexed.numbers:
        if i < copied:
            continue
        begin = first = i
        if pieces[i].number is not None:
            if i + 1 >= len(pieces) or pieces[i + 1].low not in numbers.MAGNITUDES:
                continue
            first = i + 1
        elif i > copied and pieces[i].low in numbers.MAGNITUDES and pieces[i - 1].low in _ARTICLES:
            begin = i - 1
        run = [piece.low for piece in pieces[first : _run(pieces, i + 1)]]
        value, used = numbers.words(run, pieces[i].number)
        end = first + used
        start, stop = pieces[begin].start, pieces[end - 1].end
        low = "number" if end - begin > 1 else pieces[i].low
        found += pieces[copied:begin]
        found.append(Word(start, stop, text[start:stop], low, value))
        copied = end
    return found + pieces[copied:]


def _run(pieces: list[Word], i: int) -> int:
    """Return where the run of number words ends that began before `i`."""
    end, stop = i, min(len(pieces), i + _LONGEST_RUN)
    while i < stop:
        low = pieces[i].low
        if low in numbers.NUMBER_WORDS:
            end = i + 1
        elif low not in _GLUE or (low == "and" and pieces[i - 1].low not in numbers.MAGNITUDES):
            break
        i += 1
    return end

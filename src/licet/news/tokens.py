"""A story as tokens: words, figures, numbers in words, marks. One pass, linear in the text."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from licet.news import numbers

_RAW = re.compile(
    r"""
      \d{1,4} (?P<cut>[-/.]) \d{1,2} (?P=cut) \d{1,4} (?! \d | [-/] \d )     # 05/14/2018
    | \d{1,2} : \d\d (?! \d ) (?: : \d\d )?                                  # 10:30
    | (?P<figures> \d+ (?: ,\d{3} (?! \d ) )* (?: \.\d+ )? ) (?: (?:st|nd|rd|th|s) (?! \w ) )?
    | [QqHh] [1-4] (?! \w )                                                  # Q3
    | (?: [A-Za-z] \. ){2,}                                                  # U.S.
    | [^\W\d_]+ (?: ['’] (?! s\b ) [^\W\d_]+ )?
    | ['’] s \b
    | \n [^\S\n]* \n                                                         # a paragraph ends
    | [^\w\s]
    """,
    re.VERBOSE,
)
_ABBREVIATED = frozenset(
    [
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "mon",
        "tue",
        "tues",
        "wed",
        "thu",
        "thur",
        "thurs",
        "fri",
        "sat",
        "sun",
        "mr",
        "mrs",
        "ms",
        "dr",
        "rep",
        "sen",
        "gov",
        "gen",
        "lt",
        "col",
        "sgt",
        "corp",
        "inc",
        "co",
        "ltd",
        "llc",
        "bros",
        "no",
        "st",
        "jr",
        "sr",
        "vs",
        "etc",
        "est",
        "u",
        "s",
        "e",
    ]
)
_LONGEST_RUN = 12
_GLUE = frozenset(("-", "and"))


class Token(NamedTuple):
    """One token of a story.

    Attributes:
        start: First code point.
        end: One past the last.
        low: The text in lower case, right single quotes as apostrophes; `.` for the end of a sentence and `¶`
            for the end of a paragraph, `·` for a full stop that only abbreviates.
        number: The value where the token is a number.
    """

    start: int
    end: int
    low: str
    number: Decimal | None


def lex(text: str) -> list[Token]:
    """Return the tokens of a story, a number in words or with a magnitude as one token."""
    return _merged(_raw(text))


def _raw(text: str) -> list[Token]:
    found: list[Token] = []
    previous = ""
    for match in _RAW.finditer(text):
        start, end = match.span()
        low = match[0].lower().replace("’", "'")
        number = None
        if match["figures"] and end == match.end("figures"):
            number = numbers.figures(match["figures"])
        elif low[0] == "\n":
            low = "¶"
        elif low == "." and previous in _ABBREVIATED and found and found[-1].end == start:
            low = "·"
        found.append(Token(start, end, low, number))
        previous = low
    return found


def _merged(raw: list[Token]) -> list[Token]:
    """Join runs of number words, and figures with the magnitude that follows them."""
    found: list[Token] = []
    i, count = 0, len(raw)
    while i < count:
        token = raw[i]
        opens = token.low in numbers.NUMBER_WORDS
        article = token.low in {"a", "an"} and i + 1 < count and raw[i + 1].low in numbers.MAGNITUDES
        if not (opens or article or (token.number is not None and _sized(raw, i))):
            found.append(token)
            i += 1
            continue
        first = i if opens else i + 1
        value, used = numbers.words([part.low for part in raw[first : _run(raw, i + 1)]], token.number)
        end = first + used
        low = "number" if end - i > 1 else token.low
        found.append(Token(token.start, raw[end - 1].end, low, value))
        i = end
    return found


def _sized(raw: list[Token], i: int) -> bool:
    return i + 1 < len(raw) and raw[i + 1].low in numbers.MAGNITUDES


def _run(raw: list[Token], i: int) -> int:
    """Return where the run of number words ends that began before `i`."""
    end, stop = i, min(len(raw), i + _LONGEST_RUN)
    while i < stop:
        low = raw[i].low
        if low in numbers.NUMBER_WORDS:
            end = i + 1
        elif low not in _GLUE or (low == "and" and raw[i - 1].low not in numbers.MAGNITUDES):
            break
        i += 1
    return end

"""A story as a row of kinds: what each word may be, once its neighbours have had their say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from licet.model.news import Span
from licet.news.dates import days
from licet.news.dates.lexicon import (
    MONTHS,
    PHRASES,
    SHORT_MONTHS,
    SHORT_WEEKDAYS,
    WORDS,
    Told,
)
from licet.news.words import Word

_PREPOSITIONS = frozenset(
    [
        "in",
        "of",
        "since",
        "until",
        "till",
        "by",
        "from",
        "to",
        "through",
        "during",
        "before",
        "after",
        "between",
        "for",
        "and",
        ",",
        "(",
        "last",
        "next",
        "this",
        "past",
        "late",
        "early",
        "mid",
        "-",
        "end",
        "beginning",
        "on",
        "around",
    ]
)
_OLD_YEAR = frozenset(("in", "since", "of", "by", "from", "to", "until", "after", "before", "between", "and"))
_NOT_OF_A_YEAR = frozenset(
    [
        "people",
        "workers",
        "jobs",
        "points",
        "percent",
        "miles",
        "units",
        "shares",
        "dollars",
        "feet",
        "employees",
        "members",
        "troops",
        "soldiers",
        "tons",
        "tonnes",
        "barrels",
        "meters",
        "metres",
        "kilometers",
        "kilometres",
        "euros",
        "pounds",
        "yuan",
        "yen",
        "companies",
        "firms",
        "times",
        "%",
        "km",
        "kg",
    ]
)
_CURRENCY = frozenset(("$", "€", "£", "¥", "#", "usd", "eur", "no", "number", "room", "flight"))
_TIMELY = frozenset(WORDS) | frozenset(PHRASES)
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th)")
_DECADE = re.compile(r"(?:1[5-9]|20)\d0s|[2-9]0s")
_SHORT_UNITS = frozenset(("min", "sec", "hr", "yr", "mins", "secs", "hrs", "yrs"))


@dataclass(slots=True)
class Reading:
    """A story while its dates are read.

    Attributes:
        text: The story.
        dated: The day of the story; None where it has none.
        tokens: Its tokens, phrases joined.
        kinds: One letter of the lexicon per token.
        told: What the lexicon says of each token.
        day: The last day that was read, which "two days later" counts from.
        day_at: The token after which that day stood.
    """

    text: str
    dated: date | None
    tokens: list[Word]
    kinds: str
    told: list[Told]
    day: date | None = None
    day_at: int = -1

    def span(self, begin: int, end: int) -> Span:
        """Return the words of the tokens from `begin` to before `end`."""
        return Span.within(self.text, self.tokens[begin].start, self.tokens[end - 1].end)

    def low(self, i: int) -> str:
        """Return a token in lower case, "" outside the story."""
        return self.tokens[i].low if 0 <= i < len(self.tokens) else ""


def reading(text: str, raw: list[Word], dated: date | None) -> Reading:
    """Return a story in kinds.

    Args:
        text: The story.
        raw: Its tokens.
        dated: Its day.
    """
    tokens: list[Word] = []
    kinds: list[str] = []
    told: list[Told] = []
    i = 0
    while i < len(raw):
        token = raw[i]
        size, kind, value = 1, "x", None
        low = token.low
        if low in _TIMELY or token.number is not None or not low[0].isalpha():
            size, kind, value = _phrase(raw, i) or (1, *_kind(raw, i))
            if size > 1:
                token = Word(token.start, raw[i + size - 1].end, "", "phrase")
        tokens.append(token)
        kinds.append(kind)
        told.append(value)
        i += size
    return Reading(text, dated, tokens, "".join(kinds), told)


def _phrase(raw: list[Word], i: int) -> tuple[int, str, Told] | None:
    for words, kind, value in PHRASES.get(raw[i].low, ()):
        end = i + 1 + len(words)
        if end <= len(raw) and all(raw[i + 1 + k].low == word for k, word in enumerate(words)):
            return len(words) + 1, kind, value
    return None


def _kind(raw: list[Word], i: int) -> tuple[str, Told]:
    token = raw[i]
    if token.low[0].isdigit():
        return _figure(raw, i)
    known = WORDS.get(token.low)
    if token.number is not None and token.low != "second":
        return "n", None
    if known is None:
        return "x" if token.low[0].isalpha() else ";", None
    capital = token.is_capital
    if not _fits(known[0], raw, i, capital=capital):
        return "x", None
    if token.low == "second" and not _after_number(raw, i):
        return "O", 2
    return known


def _fits(kind: str, raw: list[Word], i: int, *, capital: bool) -> bool:
    """Tell whether the neighbours let a word be what the lexicon says."""
    low = raw[i].low
    before, after = raw[i - 1].low if i else "", raw[i + 1].low if i + 1 < len(raw) else ""
    if kind == "M":
        return _month(low, before, after, capital=capital)
    if kind == "W" and low in SHORT_WEEKDAYS:
        return capital and after == "·"
    if kind == "S":
        near = before in {"last", "next", "this", "past", "early", "late", "mid", "of"} or _is_year(after)
        near = near or (after == "of" and i + 2 < len(raw) and _is_year(raw[i + 2].low))
        return near or (before == "the" and i >= 2 and raw[i - 2].low in {"in", "by", "of", "until", "since"})
    if kind == "p":
        return bool(before) and before[0].isdigit()
    if low in _SHORT_UNITS:
        return _after_number(raw, i)
    idle = (
        low == "overnight"
        or (low == "now" and after == "that")
        or (low in {"recently", "soon"} and before == "as")
    )
    return not idle


def _month(low: str, before: str, after: str, *, capital: bool) -> bool:
    dated = after[:1].isdigit()
    if low in {"may", "march"}:
        return capital and (dated or before in _PREPOSITIONS or before[:1].isdigit())
    if low in SHORT_MONTHS and low not in MONTHS:
        return (capital and (after == "·" or dated or before in _PREPOSITIONS)) or (dated and low != "mar")
    return True


def _after_number(raw: list[Word], i: int) -> bool:
    if i and raw[i - 1].low == "-":
        i -= 1
    return bool(i) and (raw[i - 1].number is not None or raw[i - 1].low in {"few", "several"})


def _is_year(low: str) -> bool:
    return len(low) == 4 and low.isdigit() and "1500" <= low <= "2099"


def _figure(raw: list[Word], i: int) -> tuple[str, Told]:
    token = raw[i]
    low = token.low
    before, after = raw[i - 1].low if i else "", raw[i + 1].low if i + 1 < len(raw) else ""
    if token.number is None:
        return _shape(low, before)
    if before in _CURRENCY or after in {"%", "percent"}:
        return "n", None
    if (
        _is_year(low)
        and after not in _NOT_OF_A_YEAR
        and before != "."
        and (low >= "1900" or before in _OLD_YEAR)
    ):
        return "y", int(low)
    if low.isascii() and low.isdigit() and len(low) <= 2 and 1 <= int(low) <= 31:
        return "d", int(low)
    return "n", None


def _shape(low: str, before: str) -> tuple[str, Told]:
    """Return the kind of figures that are no plain number: ordinal, decade, clock time or numeric date."""
    if ordinal := _ORDINAL.fullmatch(low):
        return "o", int(ordinal[1])
    if _DECADE.fullmatch(low):
        short = len(low) == 3
        return (
            ("x", None)
            if short and before not in {"the", "-", "mid", "early", "late", "'", "’"}
            else (
                "Z",
                ("19" if short else "") + low[:-2],
            )
        )
    if ":" in low:
        hour, minute = low.split(":")[:2]
        return ("c", f"{int(hour):02d}:{minute}") if int(hour) < 24 and int(minute) < 60 else ("x", None)
    value = _numeric(low)
    return ("I", value) if value else ("x", None)


def _numeric(low: str) -> str | None:
    """Read `2018-05-14`, `05/14/2018` (month first, as in American papers) and `14.05.2018` (day first)."""
    parts = [part for part in re.split(r"[-/.]", low) if part.isascii() and part.isdigit()]
    if len(parts) != 3:
        return None
    if len(parts[0]) == 4:
        year, month, day = parts
    else:
        month, day, year = parts if "." not in low else (parts[1], parts[0], parts[2])
        if int(month) > 12:
            month, day = day, month
    if len(year) == 2 and "/" in low:
        year = ("19" if year > "50" else "20") + year
    value = f"{year:0>4}-{month:0>2}-{day:0>2}"
    return value if len(year) == 4 and days.interval(value) else None

"""What a token may be once its neighbours have had their say: May the month, 2018 the year, 4/22 the day."""

from __future__ import annotations

import re

from licet.news.dates import days
from licet.news.dates.lexicon import MONTHS, PHRASES, SHORT_MONTHS, SHORT_WEEKDAYS, WEEKDAYS, WORDS, Told
from licet.news.listed import listed
from licet.news.words import Word

_PREPOSITIONS = listed(
    "in into of since until till by from to through during before after between for and , ( last next this"
    " past late early mid - end beginning on around"
)
_OLD_YEAR = listed("in since of by from to until after before between and")
_BEFORE_A_DAY = listed("on by until till through since from before after dated")
_NOT_OF_A_YEAR = listed(
    "people workers jobs points percent miles units shares dollars feet employees members troops"
    " soldiers tons tonnes barrels meters metres kilometers kilometres euros pounds yuan yen companies"
    " firms times % gmt utc km kg"
)
_TAKES = listed("took take takes taking taken hand hands handed handing carried carries")
"""Before "over", they make one verb with it: "took over two years ago"."""
_CURRENCY = listed("$ € £ ¥ # usd eur no number room flight")
_DOTTED_CLOCK = re.compile(r"\d{1,2}\.\d\d")
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th)")
_BEFORE_A_SEASON = listed("last next this past early late mid of whole entire")
_DECADE = re.compile(r"(?:1[5-9]|20)\d0s|[2-9]0s")
_PARTING = re.compile(r"[-/.]")
_SHORT_UNITS = listed("min sec hr yr mins secs hrs yrs")
SURE = dict.fromkeys(PHRASES.keys() - WORDS.keys(), ("x", None)) | {
    low: told
    for low, told in WORDS.items()
    if told[0] not in "MWSpKD"
    and low not in _SHORT_UNITS | {"overnight", "now", "recently", "soon", "second", "over"}
}
"""Words that are what the lexicon says whatever stands beside them; those that only begin a phrase tell
nothing where none follows."""


def undecided(raw: list[Word], i: int) -> tuple[str, Told]:
    """Return the kind of a token that its neighbours decide, and what the lexicon says of it."""
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
        return _season(raw, i, before, after)
    if kind == "p":
        return bool(before) and before[0].isdigit()
    if low in _SHORT_UNITS:
        return _after_number(raw, i)
    idle = (
        (kind == "K" and not raw[i].text.isupper())
        or (kind == "D" and capital and bool(i) and raw[i - 1].is_capital)  # "Process Plant Weekly"
        or (low == "overnight" and before in {"a", "an", "the", "-"})
        or (low == "now" and after == "that")
        or (low == "over" and before in _TAKES)
        or (low in {"recently", "soon"} and before == "as")
    )
    return not idle


def _season(raw: list[Word], i: int, before: str, after: str) -> bool:
    near = before in _BEFORE_A_SEASON or _is_year(after)
    near = near or (after == "of" and i + 2 < len(raw) and _is_year(raw[i + 2].low))
    return near or (before == "the" and i >= 2 and raw[i - 2].low in {"in", "by", "of", "until", "since"})


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
        told = WORDS.get(low)
        return told or (_month_and_day if low.count("/") == 1 else _shape)(low, before, after)
    if _DOTTED_CLOCK.fullmatch(low) and WORDS.get(after, ("",))[0] == "p":
        return _shape(low.replace(".", ":"), before, after)  # 1.30pm
    if (year := _year(low, before, after)) is not None:
        return "y", year
    if len(low) == 4 and low.isdigit() and WORDS.get(after, ("",))[0] == "K":
        return _shape(f"{low[:2]}:{low[2:]}", before, after)  # 1030 GMT
    small = low.isascii() and low.isdigit() and len(low) <= 2 and 1 <= int(low) <= 31
    if small and before not in _CURRENCY and after not in {"%", "percent"}:
        return "d", int(low)
    return "n", None


def _year(low: str, before: str, after: str) -> int | None:
    """Return the year that figures tell, None for what is a sum, a crowd or a share."""
    if before == "fy" and len(low) == 2 and low.isdigit():
        return 2000 + int(low)
    if not _is_year(low) or before in _CURRENCY or before == "." or after in _NOT_OF_A_YEAR:
        return None
    return int(low) if low >= "1900" or before in _OLD_YEAR else None


def _shape(low: str, before: str, _after: str) -> tuple[str, Told]:
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


def _month_and_day(low: str, before: str, after: str) -> tuple[str, Told]:
    """Read `4/22` as American papers write a day; not `24/7`, `4/5 of the firms`, `9/11`."""
    month, day = (int(part) for part in low.split("/"))
    dated = before in _BEFORE_A_DAY or before in WEEKDAYS or before in SHORT_WEEKDAYS
    fits = 1 <= month <= 12 and 1 <= day <= 31 and after not in {"of", "%", "percent"}
    return ("i", 100 * month + day) if fits and (dated or (day > 12 and month < day)) else ("x", None)


def _numeric(low: str) -> str | None:
    """Read `2018-05-14`, `05/14/2018` (month first, as in American papers) and `14.05.2018` (day first)."""
    parts = [part for part in _PARTING.split(low) if part.isascii() and part.isdigit()]
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

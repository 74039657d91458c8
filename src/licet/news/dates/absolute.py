"""Rules of dates that name a month, a year, a quarter or a season; the year may have to be found."""

from __future__ import annotations

import re

from licet.model.news import Mod, Timex
from licet.news.dates import days
from licet.news.dates.found import HEAD, Found, on_date, rule, unresolved
from licet.news.dates.tense import Side, is_bounded
from licet.news.listed import listed

_NEXT_MONTH = re.compile(r"(?P<word>[-&wx])(?P<month>M)·?(?:[do],?)?f?(?P<year>y)")
_NO_NOUN = listed("at on to by for when that as with from was were is")
_TO = frozenset(("to", "through", "until", "till"))


def _numeric(found: Found) -> Timex | None:
    return on_date(found.text("numeric"))


def named_day(found: Found) -> Timex | None:
    """Read a day of a month: its year is told, told with the next date, or the nearest that fits the verb."""
    month, day, year = found.whole("month"), found.whole("day"), found.whole("year")
    if month is None or day is None:
        return None
    year = year or _shared_year(found, month)
    return on_date(f"{year}-{month:02d}-{day:02d}") if year else _nearest_day(found, month, day)


def _month_and_day(found: Found) -> Timex | None:
    """Read `4/22`, `Christmas`."""
    told, year = found.whole("day_of_year") or 0, found.whole("year")
    if year is not None:
        return on_date(f"{year}-{told // 100:02d}-{told % 100:02d}")
    return _nearest_day(found, told // 100, told % 100)


def _shared_year(found: Found, month: int) -> int | None:
    """Return the year told behind the month that follows: `between January and March 2017`."""
    follows = _NEXT_MONTH.match(found.reading.kinds, found.end)
    if not follows or (follows["word"] == "x" and found.reading.low(found.end) not in _TO):
        return None
    later, year = (found.reading.told(follows.start(name)) for name in ("month", "year"))
    if not isinstance(later, int) or not isinstance(year, int):
        return None
    return year - (month > later)


def _nearest_day(found: Found, month: int, day: int) -> Timex | None:
    if found.dated is None:
        return unresolved(value=f"XXXX-{month:02d}-{day:02d}")
    tense, here = Side.NONE if _describes(found) else found.side, found.dated
    near: list[tuple[bool, int, Timex]] = []
    for candidate in (here.year - 1, here.year, here.year + 1):
        timex = on_date(f"{candidate:04d}-{month:02d}-{day:02d}")
        if timex and timex.first:
            away = (timex.first - here).days
            wrong = (tense is Side.PAST and away > 0) or (tense is Side.FUTURE and away < 0)
            near.append((wrong and abs(away) > 7, abs(away), timex))
    return min(near, key=lambda item: item[:2])[2] if near else None


def _describes(found: Found) -> bool:
    """Whether a day stands before the noun that it tells apart, "the Nov. 4 vote": no verb governs it."""
    kinds, end, behind = found.reading.kinds, found.end, found.reading.low(found.end)
    noun = kinds[end : end + 1] == "x" and behind.isalpha() and behind not in _NO_NOUN
    return noun and kinds[found.begin - 1 : found.begin] == "t"


def named_month(found: Found) -> Timex | None:
    """Read a month; its year is told, told with the next date, or the nearest that fits the verb."""
    month, year = found.whole("month"), found.whole("year")
    if month is None:
        return None
    year = year or _shared_year(found, month)
    if year is None:
        if found.dated is None:
            return unresolved(found.mod, value=f"XXXX-{month:02d}")
        year = _year_of_month(found, month, found.dated.year, found.dated.month)
    return on_date(f"{year:04d}-{month:02d}", found.mod)


def _year_of_month(found: Found, month: int, year: int, now: int) -> int:
    shift = found.whole("shift")
    if found.at("unit") >= 0:
        return year + (shift or 0)
    if shift is not None:
        passed = (month <= now) if shift > 0 else (month < now)
        return year if not shift or passed is (shift < 0) else year + (1 if shift > 0 else -1)
    tense = found.side
    if tense is Side.FUTURE:
        return year if month >= now else year + 1
    ahead = 6 if is_bounded(found.reading, found.begin) else 1
    return year if month <= now + (ahead if tense is Side.NONE else 0) else year - 1


def _month_of(found: Found) -> Timex | None:
    """Read a month of another year: `May of last year`."""
    return named_month(found) if found.text("unit") == "Y" else None


def _of_year(found: Found, part: str) -> Timex | None:
    """Return a part of the year that is named, shifted to, or nearest on the side the verb points to."""
    year = found.whole("year")
    if year is None:
        if found.dated is None:
            return unresolved(found.mod, value=f"XXXX-{part}")
        if found.at("unit") >= 0 and found.text("unit") != "Y":
            return None
        year = found.dated.year + (found.whole("shift") or 0)
        if found.at("unit") < 0:
            timex = on_date(f"{year:04d}-{part}")
            if timex and timex.first and timex.first > found.dated and found.side is not Side.FUTURE:
                year -= 1
    return on_date(f"{year:04d}-{part}", found.mod)


def _quarter(found: Found) -> Timex | None:
    number = found.whole("number")
    if number == 0:
        return None if found.dated is None else on_date(days.shifted(found.dated, "Q", -1))
    if number is None or found.text("unit") not in {"", "Y"}:
        return None
    return _of_year(found, f"Q{number if number > 0 else 4}")


def _half(found: Found) -> Timex | None:
    number = found.whole("number")
    return _of_year(found, f"H{number}") if number in {1, 2} else None


def _season(found: Found) -> Timex | None:
    season, year, shift = found.text("season"), found.whole("year"), found.whole("shift")
    if year is None and shift is not None and found.dated is not None:
        return on_date(f"{_year_of_season(found, season, shift):04d}-{season}", found.mod)
    return _of_year(found, season)


def _year_of_season(found: Found, season: str, shift: int) -> int:
    """Find the year of `last summer`, `next spring`: the nearest wholly on that side."""
    if found.dated is None:
        return 0
    year = found.dated.year
    reach = days.interval(f"{year:04d}-{season}")
    if shift == 0 or found.at("unit") >= 0 or reach is None:
        return year + shift
    if shift > 0:
        return year if reach[0] > found.dated else year + 1
    return year if reach[1] < found.dated else year - 1


def _year(found: Found) -> Timex | None:
    year = found.whole("year")
    return None if year is None or found.text("unit") not in {"", "Y"} else on_date(f"{year:04d}", found.mod)


def _decade(found: Found) -> Timex | None:
    return on_date(found.text("decade"), found.mod)


def _decade_of(found: Found) -> Timex | None:
    """Read `the 1970's`."""
    year = found.whole("year")
    the = found.reading.kinds[found.begin] == "t" or found.at("mod") >= 0
    return on_date(f"{year // 10}", found.mod) if year is not None and year % 10 == 0 and the else None


def _quarter_figure(found: Found) -> Timex | None:
    """Read `Q3 2019`, `H1`."""
    return _of_year(found, found.text("part_of_year").upper()) if found.text("unit") in {"", "Y"} else None


def _century(found: Found) -> Timex | None:
    number = found.whole("number")
    if number is None or number < 1 or found.text("unit") != "C":
        return None
    return on_date(f"{number - 1:02d}", found.mod)


def _year_end(found: Found) -> Timex | None:
    if found.text("unit") != "Y" or found.told("close") is not Mod.END:
        return None
    if found.dated is None:
        return unresolved(Mod.END)
    return on_date(f"{found.dated.year:04d}", Mod.END)


_DATED = r"(?:f?F?(?P<year>y)|f?(?P<shift>k)F?(?P<unit>U)|ft(?P<unit_of>U))?"
RULES = (
    rule("numeric_date", r"(?:W·?,?)?(?P<numeric>I)", _numeric),
    rule("day_of_year", r"(?:W·?,?)?(?P<day_of_year>i)(?:,?f?(?P<year>y))?", _month_and_day),
    rule("month_day", r"(?:W·?,?)?(?P<month>M)·?(?P<day>[do])(?:,?f?(?P<year>y))?", named_day),
    rule("day_month", r"(?:W·?,?)?t?(?P<day>[do])[f-]?(?P<month>M)·?(?:[,-]?(?P<year>y))?", named_day),
    rule("month_of_year", HEAD + r"(?P<month>M)·?,?f?(?:(?P<shift>k)(?P<unit>U)|t(?P<unit_of>U))", _month_of),
    rule("month_year", HEAD + r"(?P<month>M)·?,?f?(?P<year>y)", named_month),
    rule("month", HEAD + r"(?:(?P<shift>k)k?)?(?P<month>M)·?(?!-?[do](?!-?[uU]))", named_month),
    rule("quarter", r"t?F?(?P<number>O)-?(?:F-?)?Q" + _DATED, _quarter),
    rule("half_year", HEAD + r"t?F?(?P<number>O)-?H(?!-?[Uu])" + _DATED, _half),
    rule("season", HEAD + r"(?:(?P<shift>k)|tj?)?(?P<season>S)(?:f?(?P<year>y))?", _season),
    rule("decade_of", HEAD + r"t?m?(?P<year>y)'", _decade_of),
    rule("quarter_figure", r"(?P<part_of_year>q)" + _DATED, _quarter_figure),
    rule("decade", HEAD + r"t?m?(?P<decade>Z)", _decade),
    rule("century", HEAD + r"t?(?P<number>[oO])-?(?P<unit>U)", _century),
    rule("year", HEAD + r"(?:t(?=[FU]))?F?(?P<unit>U)?(?P<year>y)", _year),
    rule("year_end", r"(?P<unit>U)-?(?P<close>b)(?!f)", _year_end),
)
DAYS_OF_MONTHS = tuple(item for item in RULES if item.name in {"month_day", "day_month"})
"""Rules of a day of a month, for a time of day beside it."""

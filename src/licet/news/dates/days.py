"""Arithmetic of TIMEX3 values: the closed interval of days that a value means, and days shifted by units."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from functools import lru_cache

from licet.model.news import Mod

_SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_VALUE = re.compile(
    r"(?P<century>\d\d)|(?P<decade>\d{3})|(?P<year>\d{4})(?:-(?:"
    r"(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T.*)?)?|W(?P<week>\d\d)(?P<end>-WE)?|Q(?P<quarter>[1-4])|"
    r"H(?P<half>[12])|(?P<season>SP|SU|FA|WI)))?"
)
Interval = tuple[date, date]


@lru_cache(maxsize=4096)
def interval(value: str, mod: Mod | None = None) -> Interval | None:
    """Return the first and the last day of a TIMEX3 date value.

    Args:
        value: Such as `2018`, `2018-05`, `2018-W20`, `2018-Q2`, `199`.
        mod: `START`, `MID` or `END` narrows the interval to a third of it (a month: days 1 to 10, 11 to 20
            and the rest).

    Returns:
        The closed interval; None for values that name no days (`P7Y`, `PAST_REF`) and days that do not exist.
    """
    match = _VALUE.fullmatch(value)
    try:
        whole = _whole(match) if match else None
    except (ValueError, OverflowError):
        return None
    return _third(*whole, mod) if whole and mod in {Mod.START, Mod.MID, Mod.END} else whole


def _whole(match: re.Match[str]) -> Interval:
    if match["century"]:
        first = int(match["century"]) * 100
        return _months(max(first, 1), 1, 12 * 100 - (first == 0) * 12)
    if match["decade"]:
        return _months(int(match["decade"]) * 10, 1, 120)
    year = int(match["year"])
    if match["week"]:
        monday = date.fromisocalendar(year, int(match["week"]), 1)
        return (monday + timedelta(5 if match["end"] else 0)), monday + timedelta(6)
    if match["day"]:
        day = date(year, int(match["month"]), int(match["day"]))
        return day, day
    return _months(year, *_part(match))


def _part(match: re.Match[str]) -> tuple[int, int]:
    """Return the first month and the count of months of a part of a year."""
    if match["month"]:
        return int(match["month"]), 1
    if match["quarter"]:
        return 3 * int(match["quarter"]) - 2, 3
    if match["half"]:
        return 6 * int(match["half"]) - 5, 6
    return (_SEASON_MONTH[match["season"]], 3) if match["season"] else (1, 12)


def _months(year: int, month: int, count: int) -> Interval:
    after = year * 12 + month - 1 + count - 1
    last_year, last_month = after // 12, after % 12 + 1
    return date(year, month, 1), date(last_year, last_month, calendar.monthrange(last_year, last_month)[1])


def _third(first: date, last: date, mod: Mod | None) -> Interval:
    third = ((last - first).days + 1) // 3
    if mod is Mod.START:
        return first, first + timedelta(max(third, 1) - 1)
    if mod is Mod.END:
        return first + timedelta(2 * third), last
    return first + timedelta(third), first + timedelta(max(2 * third, third + 1) - 1)


def week(day: date) -> str:
    """Return the ISO week of a day, `2018-W20`."""
    year, number, _ = day.isocalendar()
    return f"{year:04d}-W{number:02d}"


def shifted(day: date, unit: str, count: int) -> str | None:
    """Return the TIMEX3 value of the unit that lies `count` units from a day, in the precision of the unit.

    Args:
        day: Where to count from.
        unit: A unit of the lexicon: `D`, `W`, `F`, `WE`, `M`, `Q`, `Y`, `E`, `C`; times of day give the day.
        count: How many units, negative for the past.

    Returns:
        The value; None where the calendar has no such day.
    """
    try:
        return _shifted(day, unit, count)
    except (ValueError, OverflowError):
        return None


def _shifted(day: date, unit: str, count: int) -> str | None:
    if unit in {"D", "F"}:
        return (day + timedelta(count * (14 if unit == "F" else 1))).isoformat()
    if unit in {"W", "WE"}:
        return week(day + timedelta(7 * count)) + ("-WE" if unit == "WE" else "")
    months = {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200}.get(unit)
    if months is None:
        return day.isoformat()
    total = day.year * 12 + day.month - 1 + months * count
    year, month = f"{total // 12:04d}", total % 12
    if not 12 <= total < 120_000:
        return None
    parts = {"M": f"-{month + 1:02d}", "Q": f"-Q{month // 3 + 1}"}
    return year[: {"E": 3, "C": 2}.get(unit, 4)] + parts.get(unit, "")


def weekday(day: date, wanted: int, side: int) -> date:
    """Return the weekday (1 Monday ... 7 Sunday) nearest to a day on one side.

    Args:
        day: Where to look from.
        wanted: ISO weekday.
        side: -1 the last one, the day itself included; 1 the next one, itself included; -2 and 2 exclude it.

    Returns:
        The day.
    """
    ahead = (wanted - day.isoweekday()) % 7
    back = (day.isoweekday() - wanted) % 7
    if side < 0:
        return day - timedelta(back or (7 if side == -2 else 0))
    return day + timedelta(ahead or (7 if side == 2 else 0))

"""Dates as OFAC writes them: `10 Dec 1948`, `Dec 1948`, `circa 1961`, `1961 to 1963`, `1979-1982`."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from licet.model import PartialDate

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_POINT = re.compile(r"(?:(?:(\d{1,2}) )?([A-Za-z]{3})[a-z]* )?(\d{4})")
_RANGE = re.compile(r"(.*?\d{4})(?: to | and | ?- ?)(.*\d{4})")
_DECADE = re.compile(r"(\d{3})0s")
_US_DAY = re.compile(r"(\d{2})/(\d{2})/(\d{4})")


@lru_cache(maxsize=1 << 15)
def read_date(text: str) -> PartialDate | None:
    """Return the interval that a published date means; None when it is none of the known forms."""
    body = text.strip()
    circa = body.lower().startswith(("circa ", "approximately ", "c. "))
    if circa:
        body = body.partition(" ")[2].strip()
    try:
        if found := _RANGE.fullmatch(body):
            low, high = _point(found[1].removeprefix("between ")), _point(found[2].removeprefix("circa "))
            return PartialDate(low.first, high.last, circa) if low and high else None
        if decade := _DECADE.fullmatch(body):
            start = int(decade[1]) * 10
            return PartialDate.years(start, start + 9, circa=circa)
        point = _point(body)
        return PartialDate(point.first, point.last, circa) if point else None
    except ValueError:  # 31 Feb, or a range that ends before it begins
        return None


def read_us_day(text: str) -> date | None:
    """Return the day of `MM/DD/YYYY`, as in Publish_Date; None for anything else."""
    found = _US_DAY.fullmatch(text.strip())
    if not found:
        return None
    try:
        return date(int(found[3]), int(found[1]), int(found[2]))
    except ValueError:
        return None


def _point(text: str) -> PartialDate | None:
    found = _POINT.fullmatch(text.strip())
    if not found:
        return None
    day, month, year = found.groups()
    if not month:
        return PartialDate.year(int(year))
    if month.lower() not in _MONTHS:
        return None
    number = _MONTHS.index(month.lower()) + 1
    return PartialDate.day(int(year), number, int(day)) if day else PartialDate.month(int(year), number)

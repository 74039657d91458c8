"""Days and birth dates as US agencies write them in their list files.

An impossible year is never repaired: the value is None, the code says why, and the caller keeps the text.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from licet.model import PartialDate, Problem

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?")
_US = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{1,4})")
_YEARS = range(1900, 2101)
"""No denial order, debarment or sanction in force was made before 1900 or runs beyond 2100."""
_CENTURY_TURN = 50
"""A two-digit year below this is of the 2000s: the oldest orders still listed are of the 1970s."""

_CIRCA = re.compile(r"(?:circa|ca?\.)\s*(\d{4})", re.IGNORECASE)
_RANGE = re.compile(r"(\d{4})\s*(?:to|-|–)\s*(\d{4})")
_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
_MONTH_YEAR = re.compile(
    r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?[\s,/-]+(\d{4}|\d{2})", re.IGNORECASE
)
_YEAR_ONLY = re.compile(r"x+/x+/(\d{4})", re.IGNORECASE)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


@lru_cache(maxsize=8192)
def day_of(text: str) -> tuple[date | None, str]:
    """Read a day.

    Args:
        text: `YYYY-MM-DD`, `MM/DD/YYYY` (leading noughts optional) or `MM/DD/YY`; spaces around are ignored.

    Returns:
        The day and an empty code; for an empty text None and an empty code; otherwise None and the code of
        the problem: `impossible_year` (such as 0097 or 3017) or `bad_date`.
    """
    text = text.strip()
    if not text:
        return None, ""
    if iso := _ISO.fullmatch(text):
        year, month, day = (int(part) for part in iso.groups())
    elif us := _US.fullmatch(text):
        month, day, year = (int(part) for part in us.groups())
        if len(us[3]) == 2:
            year += 2000 if year < _CENTURY_TURN else 1900
    else:
        return None, "bad_date"
    if year not in _YEARS:
        return None, "impossible_year"
    try:
        return date(year, month, day), ""
    except ValueError:
        return None, "bad_date"


def read_day(text: str, where: str) -> tuple[date | None, tuple[Problem, ...]]:
    """Read a day and say what was wrong with it, as a FIELD problem at `where`."""
    value, code = day_of(text)
    if not code:
        return value, ()
    reason = "its year is impossible" if code == "impossible_year" else "it is no date"
    return None, (Problem(code, where, f"{text.strip()!r} was kept as text: {reason}", text.strip()[:500]),)


@lru_cache(maxsize=16384)
def birth_date(text: str) -> PartialDate | None:
    """Read a birth date of any precision.

    Args:
        text: `1964`, `1964-05`, `1964-05-30`, `circa 1964`, `1961 to 1963`, `x/x/1942`, `November, 1975` or
            `Nov-75` (State writes two digits; nobody debarred was born after 1999).

    Returns:
        The interval that it may mean, or None when it is not understood.
    """
    text = text.strip()
    try:
        if found := _PARTIAL.fullmatch(text):
            return PartialDate.from_iso(text) if int(found[1]) in _YEARS else None
        if found := _MONTH_YEAR.fullmatch(text):
            month = _MONTHS.index(found[1].lower()) + 1
            year = int(found[2])
            return PartialDate.month(year + 1900 if len(found[2]) == 2 else year, month)
        return _span_of_years(text)
    except ValueError:
        return None


def _span_of_years(text: str) -> PartialDate | None:
    if found := _CIRCA.fullmatch(text):
        return PartialDate.year(int(found[1]), circa=True)
    if found := _YEAR_ONLY.fullmatch(text):
        return PartialDate.year(int(found[1]))
    if found := _RANGE.fullmatch(text):
        return PartialDate.years(int(found[1]), int(found[2]))
    value, _ = day_of(text)
    return PartialDate(value, value) if value else None

"""Dates as publishers give them: a day, a month, a year, a range, or "circa".

A date of lower precision is an interval. No first of January is ever invented.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """An interval of days that a published date may mean.

    Attributes:
        first: Earliest day that the text allows, inclusive.
        last: Latest day that the text allows, inclusive.
        circa: The publisher marked the date as approximate.
        text: The publisher's own words; empty when they add nothing to the interval.
    """

    first: date
    last: date
    circa: bool = False
    text: str = ""

    def __post_init__(self) -> None:
        """Refuse an interval that ends before it begins."""
        if self.last < self.first:
            message = f"interval ends ({self.last}) before it begins ({self.first})"
            raise ValueError(message)

    @classmethod
    def day(cls, year: int, month: int, day: int, *, circa: bool = False) -> PartialDate:
        """Build a date known to the day. Raises ValueError for a day that does not exist."""
        exact = date(year, month, day)
        return cls(exact, exact, circa)

    @classmethod
    def month(cls, year: int, month: int, *, circa: bool = False) -> PartialDate:
        """Build a date known to the month. Raises ValueError for a month that does not exist."""
        last = calendar.monthrange(year, month)[1]
        return cls(date(year, month, 1), date(year, month, last), circa)

    @classmethod
    def year(cls, year: int, *, circa: bool = False) -> PartialDate:
        """Build a date known to the year."""
        return cls(date(year, 1, 1), date(year, 12, 31), circa)

    @classmethod
    def years(cls, first: int, last: int, *, circa: bool = False) -> PartialDate:
        """Build a date known to lie between two years, both included."""
        return cls(date(first, 1, 1), date(last, 12, 31), circa)

    @classmethod
    def from_iso(cls, text: str) -> PartialDate:
        """Read what `iso` writes: `1971`, `1971-04`, `1971-04-30`, `1961/1963`, a leading `~` for circa.

        Raises:
            ValueError: The text is none of these.
        """
        circa = text.startswith("~")
        begin, _, end = text.removeprefix("~").partition("/")
        low = cls._one(begin)
        high = cls._one(end) if end else low
        return cls(low.first, high.last, circa)

    @classmethod
    def _one(cls, text: str) -> PartialDate:
        found = _ISO.fullmatch(text.strip())
        if not found:
            message = f"not a date: {text!r} (use YYYY, YYYY-MM, YYYY-MM-DD or FIRST/LAST)"
            raise ValueError(message)
        year, month, day = (int(part) if part else 0 for part in found.groups())
        if day:
            return cls.day(year, month, day)
        return cls.month(year, month) if month else cls.year(year)

    @property
    def iso(self) -> str:
        """The interval in ISO 8601 with reduced precision; `~` marks circa, `/` a range."""
        mark = "~" if self.circa else ""
        if self.first == self.last:
            return f"{mark}{self.first.isoformat()}"
        if self._is_year:
            return f"{mark}{self.first.year:04d}"
        if self._is_month:
            return f"{mark}{self.first.year:04d}-{self.first.month:02d}"
        if (self.first.month, self.first.day, self.last.month, self.last.day) == (1, 1, 12, 31):
            return f"{mark}{self.first.year:04d}/{self.last.year:04d}"
        return f"{mark}{self.first.isoformat()}/{self.last.isoformat()}"

    @property
    def _is_year(self) -> bool:
        return (self.first, self.last) == (date(self.first.year, 1, 1), date(self.first.year, 12, 31))

    @property
    def _is_month(self) -> bool:
        end = calendar.monthrange(self.first.year, self.first.month)[1]
        return (self.first, self.last) == (self.first.replace(day=1), self.first.replace(day=end))

"""Days as places on a line, the marks of a calendar, and the stretch that deserves a closer look."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

_FEWEST = 8
"""Below this there is nothing to look closer at."""
_CLOSER = 5
"""A closer look is taken where half of all happens in a fifth of the time."""
_YEAR, _MONTH = 40.0, 66.0
"""Room that the name of a year or a month needs."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Days from left to right.

    Attributes:
        first: The day at the left end.
        last: The day at the right end.
        left: Where it begins.
        width: How long it is.
    """

    first: date
    last: date
    left: float
    width: float

    def x(self, day: date) -> float:
        """Return the place of a day; days outside stand at the end nearest to them."""
        whole = max((self.last - self.first).days, 1)
        part = min(max((day - self.first).days, 0), whole)
        return self.left + self.width * part / whole

    def shows(self, first: date, last: date | None) -> bool:
        """Tell whether some of an interval is on it."""
        return first <= self.last and (last is None or last >= self.first)

    def calendar(self) -> Iterator[tuple[date, str]]:
        """Yield beginnings of years or months with their names, as many as there is room for."""
        months = (self.last.year - self.first.year) * 12 + self.last.month - self.first.month + 1
        step = next((item for item in _STEPS if months / item * _room(item) <= self.width), _STEPS[-1])
        for index in range(months + 1):
            year, month = divmod(self.first.year * 12 + self.first.month - 1 + index, 12)
            if (year * 12 + month) % step:
                continue
            day = date(year, month + 1, 1)
            if self.first <= day <= self.last:
                yield day, str(year) if step >= 12 else f"{_MONTHS[month]} {year}"


def _room(step: int) -> float:
    return _YEAR if step >= 12 else _MONTH


_STEPS = (1, 3, 12, 24, 60, 120)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def padded(first: date, last: date, share: int = 30) -> tuple[date, date]:
    """Return an interval with some room at both ends."""
    room = timedelta(days=max((last - first).days // share, 10))
    return first - room, last + room


def closer(days: Sequence[date]) -> tuple[date, date] | None:
    """Return the shortest stretch that holds half of some days, where that is short; None elsewhere.

    Args:
        days: In order, with repetitions.
    """
    half = len(days) // 2
    if len(days) < _FEWEST:
        return None
    first = min(range(len(days) - half), key=lambda start: days[start + half] - days[start])
    begin, end = days[first], days[first + half]
    if (end - begin) * _CLOSER > days[-1] - days[0]:
        return None
    return padded(begin, end, 12)

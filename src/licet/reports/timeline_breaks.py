"""A line of time on which long stretches that nothing is told of are left out, visibly."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

LONGEST_GAP = 62
"""Days without anything after which a stretch is left out."""
_BREAK, _PAD = 52.0, 14.0
"""Room of what is left out, and at both ends."""


@dataclass(frozen=True, slots=True)
class Break:
    """A stretch that is left out.

    Attributes:
        left: Where it begins.
        right: Where it ends.
        words: How long it is.
    """

    left: float
    right: float
    words: str


@dataclass(frozen=True, slots=True)
class Broken:
    """Days from left to right; days close together are drawn wider than their share.

    Attributes:
        first: The day at the left end.
        last: The day at the right end.
        left: Where the line begins.
        width: How long it is.
        days: The days that things are told of, in order.
        places: Where each of them stands.
        breaks: What is left out.
    """

    first: date
    last: date
    left: float
    width: float
    days: tuple[date, ...]
    places: tuple[float, ...]
    breaks: tuple[Break, ...]

    def x(self, day: date) -> float:
        """Return the place of a day; days outside stand at the end nearest to them."""
        if day < self.days[0]:
            return self.left
        if day > self.days[-1]:
            return self.left + self.width
        number = bisect_right(self.days, day) - 1
        if self.days[number] == day:
            return self.places[number]
        whole = (self.days[number + 1] - self.days[number]).days
        part = (day - self.days[number]).days / whole
        return self.places[number] + (self.places[number + 1] - self.places[number]) * part

    def shows(self, first: date, last: date | None) -> bool:
        """Tell whether some of an interval is on it."""
        return first <= self.last and (last is None or last >= self.first)


def broken(days: Iterable[date], left: float, width: float) -> Broken:
    """Return a line that holds some days.

    Args:
        days: The days that something is told of; at least one.
        left: Where it begins.
        width: How long it is.
    """
    found = tuple(sorted(set(days)))
    gaps = [(after - before).days for before, after in pairwise(found)]
    long = sum(gap > LONGEST_GAP for gap in gaps)
    # What is left out never takes more than half of the line.
    wide = min(_BREAK, (width - 2 * _PAD) / 2 / long) if long else _BREAK
    room = width - 2 * _PAD - wide * long
    # The square root keeps a week from vanishing beside a month and still shows which is longer.
    weights = [0.0 if gap > LONGEST_GAP else gap**0.5 for gap in gaps]
    whole = sum(weights)
    places, breaks = [left + _PAD if whole else left + _PAD + room / 2], []
    for gap, weight in zip(gaps, weights, strict=True):
        start = places[-1]
        if gap > LONGEST_GAP:
            places.append(start + wide)
            breaks.append(Break(start, start + wide, _length(gap)))
        else:
            places.append(start + room * weight / whole)
    return Broken(found[0], found[-1], left, width, found, tuple(places), tuple(breaks))


def _length(days: int) -> str:
    """Return a length in words: years from two on, else months."""
    months = round(days / 30.4)
    years = days / 365.25
    if months < 24:
        return f"{months} months"
    return f"{years:.0f} years" if years >= 10 or abs(years - round(years)) < 0.15 else f"{years:.1f} years"


def ticks(wanted: Sequence[tuple[date, str]], scale: Broken, room: float) -> list[tuple[date, str]]:
    """Return those labels of days for which there is room, the first ones first.

    Args:
        wanted: Days with their words, the most wanted first.
        scale: The line.
        room: Least distance of two labels.
    """
    kept: list[tuple[date, str]] = []
    for day, words in wanted:
        if all(abs(scale.x(day) - scale.x(other)) >= room for other, _ in kept):
            kept.append((day, words))
    return sorted(kept)


def padded_day(day: date, days: int) -> date:
    """Return a day some days later, within the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max

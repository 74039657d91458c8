"""The instruments of the rulebook that belong to the time that stories tell of."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from licet.reports.news_timeline_rows import Row
from licet.reports.timeline_breaks import padded_day
from licet.usecases.history import History
from licet.usecases.history_lanes import Lane
from licet.usecases.read import ToldTogether

AFTER = 183
"""Days after the last story for which the law is still told: what became of what was said."""


def days_of(told: Sequence[Row], *, derived: bool) -> list[date]:
    """Return the days that facts and the sides of conflicts mean, with those of computed facts or without."""
    found = [row for row in told if derived or not row.derived]
    days = [day for row in found for day in (row.first, row.last)]
    days += [day for row in found for item in row.against for day in (item.first, item.last)]
    return [day for day in days if day is not None]


def window(found: ToldTogether, told: Sequence[Row]) -> tuple[date, date] | None:
    """Return the days for which the law is told; None where no story and no fact has a day."""
    dated = [item.story.dated for item in found.stories if item.story.dated]
    days = [*days_of(told, derived=False), *dated]
    return (min(days), padded_day(max(dated or days), AFTER)) if days else None


def lanes_within(law: History | None, time: tuple[date, date] | None) -> list[Lane]:
    """Return the measures that had some state within a time, in the order of their first day.

    Args:
        law: The life of the matter; None where the rulebook knows nothing of it.
        time: First and last day; None for no time.
    """
    if law is None or time is None:
        return []
    first, last = time
    return [
        lane
        for lane in law.lanes
        if any(bar.first <= last and (bar.last is None or bar.last >= first) for bar in lane.bars)
    ]

"""Where a measure stands at a moment, and when that will change next.

A day without an hour takes a beginning as already effective and an end as already reached, and the answer
says so: law that starts at 16:15 binds on that day for whoever does not tell the hour.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from licet.model.law import Interval
from licet.model.rulebook import Event, EventKind, Measure, State

_LEADS_TO = {
    EventKind.PROPOSED: State.PROPOSED,
    EventKind.ANNOUNCED: State.ANNOUNCED,
    EventKind.ISSUED: State.IN_FORCE,
    EventKind.ISSUED_SUSPENDED: State.SUSPENDED,
    EventKind.ACTIVATED: State.IN_FORCE,
    EventKind.SUSPENDED: State.SUSPENDED,
    EventKind.RENEWED: State.IN_FORCE,
    EventKind.EXTENDED: State.IN_FORCE,
    EventKind.MODIFIED: State.IN_FORCE,
    EventKind.RESTORED: State.IN_FORCE,
    EventKind.TERMINATED: State.TERMINATED,
    EventKind.SUPERSEDED: State.SUPERSEDED,
    EventKind.EXPIRED: State.EXPIRED,
}
_AFTER_UNTIL = {State.IN_FORCE: State.EXPIRED, State.SUSPENDED: State.LAPSED}


@dataclass(frozen=True, slots=True)
class Moment:
    """The moment asked about.

    Attributes:
        day: The day.
        instant: The moment, where the hour is told.
    """

    day: date
    instant: datetime | None = None

    def reached(self, event: Event) -> bool:
        """Tell whether an event has happened."""
        if self.instant is not None and event.at is not None:
            return event.at <= self.instant
        return event.on <= self.day


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a measure stands.

    Attributes:
        state: Its state.
        event: The event that brought it there; None before the first.
        interval: Days on which it stands so, as known: from that event to its end.
        next_change: First day on which something known changes it; None when nothing is known.
        hour_matters: The state began or ended on this very day at an hour, and no hour was told.
    """

    state: State
    event: Event | None
    interval: Interval
    next_change: date | None
    hour_matters: bool = False


def standing(measure: Measure, moment: Moment, party: str = "") -> Standing:
    """Return where a measure stands at a moment, for one of its parties or for all.

    An event with an `until` ends by itself the day after; a SUSPENDED one is followed by a RESTORED event
    where the text says that the measure returns.

    Args:
        measure: The measure.
        moment: The moment asked about.
        party: Id of a party: events that name others do not count for it.
    """
    own = [item for item in measure.life if not item.parties or not party or party in item.parties]
    past = [item for item in own if moment.reached(item)]
    coming = [item.on for item in own if not moment.reached(item)]
    if not past:
        first = min(coming, default=None)
        return Standing(State.NONE, None, Interval(None, _before(first)), first, hour_matters=False)
    last = past[-1]
    state = _LEADS_TO[last.kind]
    ends = [item for item in (_after(last.until), *coming) if item is not None]
    next_change = min((item for item in ends if item > moment.day), default=None)
    begin = _begin(past, state)
    hour = moment.instant is None and last.at is not None and last.on == moment.day
    if last.until is not None and moment.day > last.until:
        ended = _AFTER_UNTIL.get(state, state)
        rest = Interval(_after(last.until), _before(min(coming, default=None)))
        return Standing(ended, last, rest, next_change)
    last_day = min([item for item in (last.until, *(_before(day) for day in coming)) if item], default=None)
    return Standing(state, last, Interval(begin, last_day), next_change, hour_matters=hour)


def _begin(past: list[Event], state: State) -> date:
    """Return the day from which the state holds without a break: a renewal does not begin it anew."""
    begin = past[-1].on
    for item in reversed(past[:-1]):
        unbroken = item.until is None or item.until >= begin - timedelta(days=1)
        if _LEADS_TO[item.kind] is not state or not unbroken:
            break
        begin = item.on
    return begin


def _after(day: date | None) -> date | None:
    return day + timedelta(days=1) if day else None


def _before(day: date | None) -> date | None:
    return day - timedelta(days=1) if day else None

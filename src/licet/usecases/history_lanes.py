"""Measures as lanes: which state held from which day to which."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from licet.model.law import Confidence
from licet.model.rulebook import Measure, Rulebook, State
from licet.rules.life import Moment, standing

_ENDED = frozenset({State.NONE, State.TERMINATED, State.SUPERSEDED, State.EXPIRED, State.LAPSED})


@dataclass(frozen=True, slots=True)
class Bar:
    """A state and the days on which it holds.

    Attributes:
        state: In force, suspended, announced or proposed.
        first: First day.
        last: Last day; None where no end is known.
        ended: What follows it: expired, lapsed, terminated, superseded, another state; empty while it holds
            or where it goes on without a known end.
        sure: Whether the event behind it is of high or medium confidence.
    """

    state: State
    first: date
    last: date | None
    ended: str
    sure: bool


@dataclass(frozen=True, slots=True)
class Lane:
    """A measure, for those of its parties whose life under it is the same.

    Attributes:
        measure: Its id.
        kind: The measure kind.
        title: In plain words.
        parties: Names of the parties; empty where it names none.
        authorises: Id of the measure that it narrows, or empty.
        bars: Its states, without those in which it does not exist or has ended.
        state: Where it stands on the day asked about.
        cite: Citations of its documents.
    """

    measure: str
    kind: str
    title: str
    parties: tuple[str, ...]
    authorises: str
    bars: tuple[Bar, ...]
    state: State
    cite: tuple[str, ...]


def lanes(book: Rulebook, measures: Iterable[Measure], as_of: date) -> tuple[Lane, ...]:
    """Return the lanes of some measures, by their first day."""
    found = [lane for measure in measures for lane in _of(book, measure, as_of)]
    return tuple(sorted(found, key=lambda lane: (_first(lane), lane.measure, lane.parties)))


def _of(book: Rulebook, measure: Measure, as_of: date) -> list[Lane]:
    """Return one lane for all parties, or one for each group that some event concerns alone."""
    apart = any(event.parties for event in measure.life)
    lives: dict[tuple[Bar, ...], list[str]] = {}
    for party in measure.parties if apart else ("",):
        lives.setdefault(_bars(measure, party), []).append(party)
    cites = (cite for event in measure.life for cite in book.cites(event))
    cite = tuple(dict.fromkeys((*cites, *measure.cite)))
    return [
        Lane(
            measure=measure.id,
            kind=measure.kind,
            title=measure.title,
            parties=tuple(book.parties[key].names[0].text for key in (keys if apart else measure.parties)),
            authorises=measure.authorises,
            bars=bars,
            state=standing(measure, Moment(as_of), keys[0]).state,
            cite=cite,
        )
        for bars, keys in lives.items()
    ]


def _bars(measure: Measure, party: str) -> tuple[Bar, ...]:
    days = {event.on for event in measure.life}
    days |= {event.until + timedelta(days=1) for event in measure.life if event.until}
    found: list[Bar] = []
    open_bar: tuple[State, date, bool] | None = None
    for day in sorted(days):
        now = standing(measure, Moment(day), party)
        sure = now.event is not None and now.event.confidence is not Confidence.LOW
        if open_bar is not None and (now.state, sure) != (open_bar[0], open_bar[2]):
            found.append(Bar(open_bar[0], open_bar[1], day - timedelta(days=1), str(now.state), open_bar[2]))
            open_bar = None
        if open_bar is None and now.state not in _ENDED:
            open_bar = (now.state, day, sure)
    if open_bar is not None:
        found.append(Bar(open_bar[0], open_bar[1], None, "", open_bar[2]))
    return tuple(found)


def _first(lane: Lane) -> date:
    return lane.bars[0].first if lane.bars else date.max

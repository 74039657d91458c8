"""What happened to a matter, one entry for each thing of a day: law, money, talk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from licet.model.law import Confidence
from licet.model.rulebook import Document, Event, EventKind, Measure, Obligation, Rulebook, Signal, State
from licet.rules.life import Moment, standing


class What(StrEnum):
    """What an entry tells."""

    EVENT = "event"
    """A document changes a measure."""
    ENDED = "ended"
    """A measure ends by its own terms."""
    DOCUMENT = "document"
    """A document is signed, open to inspection or published; by itself that changes nothing."""
    OBLIGATION = "obligation"
    """Something that a settlement asks for falls due, is met, or ends."""
    SIGNAL = "signal"
    """Talk: without effect."""


_ORDER = tuple(What)
SAID = {
    EventKind.PROPOSED: "proposed",
    EventKind.ANNOUNCED: "announced",
    EventKind.ISSUED: "in force",
    EventKind.ISSUED_SUSPENDED: "issued, suspended",
    EventKind.ACTIVATED: "activated: in force",
    EventKind.SUSPENDED: "suspended",
    EventKind.RENEWED: "renewed",
    EventKind.EXTENDED: "extended",
    EventKind.MODIFIED: "modified, still in force",
    EventKind.RESTORED: "in force again",
    EventKind.TERMINATED: "terminated",
    EventKind.SUPERSEDED: "superseded",
    EventKind.EXPIRED: "expired",
}
"""Events in words."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing of a day.

    Attributes:
        day: The day.
        at: The moment, where the hour is known.
        what: What sort of thing.
        title: The measure, the document, the obligation or the speaker.
        said: What happens, in words.
        detail: More, in a sentence; may be empty.
        effect: It changes what the law says.
        citations: Where it stands.
        parties: Names, where it concerns only some parties of the measure.
        measure: Id of the measure, or empty.
        confidence: How well it is supported.
        review: The open point, or empty.
    """

    day: date
    what: What
    title: str
    said: str
    detail: str = ""
    effect: bool = False
    at: datetime | None = None
    citations: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    measure: str = ""
    confidence: Confidence = Confidence.HIGH
    review: str = ""


def entries(
    book: Rulebook,
    measures: Iterable[Measure],
    documents: Iterable[Document],
    signals: Iterable[Signal],
    as_of: date,
) -> tuple[Entry, ...]:
    """Return the entries by day; on one day the law stands before the talk."""
    found: list[Entry] = []
    for measure in measures:
        found += [_event(book, measure, event) for event in measure.life]
        found += _ended(book, measure)
        for item in measure.terms.get("obligations", ()):
            found += _obligation(measure, item)
    made = [event for measure in measures for event in measure.life]
    for document in documents:
        found += _document(document, [event for event in made if event.document == document.id])
    found += [_signal(book, item, as_of) for item in signals]
    seen = (item for item in found if item.day <= as_of)
    return tuple(sorted(seen, key=lambda item: (item.day, _ORDER.index(item.what), item.measure, item.title)))


def _event(book: Rulebook, measure: Measure, event: Event) -> Entry:
    until = f", to {event.until.isoformat()}" if event.until else ""
    document = book.documents.get(event.document)
    return Entry(
        day=event.on,
        at=event.at,
        what=What.EVENT,
        title=measure.title,
        said=f"{SAID[event.kind]}{until}",
        detail=event.note or (document.title if document else ""),
        effect=event.kind not in {EventKind.PROPOSED, EventKind.ANNOUNCED},
        citations=book.cites(event) or measure.cite,
        parties=tuple(book.parties[key].names[0].text for key in event.parties),
        measure=measure.id,
        confidence=event.confidence,
        review=measure.review or (document.review if document else ""),
    )


def _ended(book: Rulebook, measure: Measure) -> Iterator[Entry]:
    """Yield the days on which a measure ends by itself, since nothing prolonged it."""
    for event in measure.life:
        if event.until is None:
            continue
        day = event.until + timedelta(days=1)
        now = standing(measure, Moment(day), next(iter(event.parties), ""))
        if now.event is event and now.state in {State.EXPIRED, State.LAPSED}:
            why = "probation ended" if now.state is State.LAPSED else "the last day that was set has passed"
            yield Entry(
                day=day,
                what=What.ENDED,
                title=measure.title,
                said=str(now.state),
                detail=f"{event.until.isoformat()} was its last day: {why}.",
                effect=True,
                citations=book.cites(event) or measure.cite,
                measure=measure.id,
                confidence=event.confidence,
            )


def _document(document: Document, events: list[Event]) -> Iterator[Entry]:
    """Yield the days of a document on which no measure changes by it."""
    said: dict[date, list[str]] = {}
    for name in ("signed", "public", "published"):
        day = getattr(document, name)
        if day is not None and all(event.on != day for event in events):
            said.setdefault(day, []).append(_PUBLIC.get(name, name))
    for day, words in said.items():
        yield Entry(
            day=day,
            what=What.DOCUMENT,
            title=document.title,
            said=" and ".join(words),
            citations=document.cite,
            confidence=document.confidence,
            review=document.review,
        )


_OVER = frozenset({State.TERMINATED, State.SUPERSEDED})
_PUBLIC = {"public": "open to inspection"}


def _obligation(measure: Measure, item: Obligation) -> Iterator[Entry]:
    days = {"falls due": item.due, "met": item.met, "last day": item.until}
    for said, day in days.items():
        # What a later settlement replaced, or an order ended, falls due no more.
        if day is not None and standing(measure, Moment(day)).state not in _OVER:
            yield Entry(
                day=day,
                what=What.OBLIGATION,
                title=money(item),
                said=said,
                detail=f"{measure.title}; {item.status}",
                measure=measure.id,
            )


def money(item: Obligation) -> str:
    """Return an obligation with its money and payee."""
    amount = f": {item.currency} {item.amount:,}" if item.amount is not None else ""
    payee = f" to {item.payee}" if item.payee else ""
    return f"{item.what}{amount}{payee}"


def _signal(book: Rulebook, item: Signal, as_of: date) -> Entry:
    made = (book.documents[key] for key in item.linked)
    known = (document for document in made if (document.signed or document.effective or as_of) <= as_of)
    came = [f"{document.title} ({'; '.join(document.cite)})" for document in known]
    linked = f" What came of it: {', '.join(came)}." if came else ""
    return Entry(
        day=item.said,
        what=What.SIGNAL,
        title=item.speaker,
        said="without effect",
        detail=f"{item.text}{linked}",
    )

"""Which instruments answer to a signal: the law is asked here, by a person's wish, and never by the news.

A signal names a party and a kind of measure. What answers to it is an event in the life of a measure of that
family for that party, on the signal's day or later: one that eases for a relief, one that binds for all else.
An act that a story reports may rest on an older one. Whether it is what the story meant is for a person.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from licet.match import View, screen
from licet.model import MatchPolicy, Subject
from licet.model.rulebook import Event, EventKind, Measure, Rulebook
from licet.news.measures.measure import PENALTIES, MeasureType
from licet.news.parties.party import Party
from licet.news.signals.raising import RELIEFS, eases
from licet.news.signals.signal import Signal, SignalKind
from licet.usecases.news_links import Link, bears

_EXPORTS = frozenset(("denial_order", "entity_listing", "military_intelligence", "embargo", "affiliates"))
_LISTS = frozenset(("entity_listing", "military_intelligence", "ofac_lesser", "embargo", "denial_order"))
FAMILIES: dict[MeasureType, frozenset[str]] = {
    MeasureType.DENIAL_ORDER: frozenset(("denial_order",)),
    MeasureType.LISTING: _LISTS,
    MeasureType.EXPORT_BAN: _EXPORTS,
    MeasureType.SALES_BAN: _EXPORTS | {"channel_ban"},
    MeasureType.IMPORT_BAN: frozenset(("channel_ban", "tariff", "embargo")),
    MeasureType.PROCUREMENT_BAN: frozenset(("channel_ban",)),
    MeasureType.INVESTMENT_BAN: frozenset(("ofac_lesser", "channel_ban")),
    MeasureType.ASSET_FREEZE: _LISTS,
    MeasureType.TRAVEL_BAN: _LISTS,
    MeasureType.SANCTIONS: _LISTS,
    MeasureType.EMBARGO: frozenset(("embargo",)),
    MeasureType.TARIFF: frozenset(("tariff",)),
    MeasureType.TARIFF_RELIEF: frozenset(("tariff",)),
    MeasureType.FINE: frozenset(("settlement",)),
    MeasureType.SETTLEMENT: frozenset(("settlement",)),
    MeasureType.LICENCE: _EXPORTS,
}
"""Kinds of the rulebook's measures that a type of news may mean; a type without a row may mean any."""

_EASING = frozenset((EventKind.TERMINATED, EventKind.SUPERSEDED, EventKind.SUSPENDED, EventKind.EXPIRED))
_LENGTHENING = frozenset((EventKind.EXTENDED, EventKind.RENEWED))
_BINDING = _LENGTHENING | {
    EventKind.ISSUED,
    EventKind.ISSUED_SUSPENDED,
    EventKind.ACTIVATED,
    EventKind.MODIFIED,
    EventKind.RESTORED,
}
_LISTED = frozenset(item for item, kinds in FAMILIES.items() if kinds & {"entity_listing", "denial_order"})
_DENIALS = "us_bis_dpl"
RULEBOOK = "rulebook"
"""Source of an instrument that the rulebook has."""
_ACTS = frozenset((SignalKind.ACT_REPORTED, SignalKind.ACT_CLAIMED))
_BACK = timedelta(days=366)
"""How far an act of relief that a story reports may lie back; what binds may be of any age."""


@dataclass(frozen=True, slots=True, order=True)
class Instrument:
    """What an authority issued that may answer to a signal.

    Attributes:
        day: First day of its effect.
        title: In plain words.
        citations: Where it stands; of a list the id of the entry.
        what: What happens, such as `terminated`, `listed`.
        measure: Id of the rulebook's measure, or of the listed entity.
        source: `rulebook`, or the id of the list.
        names: Parties of the story that it names; a signal may touch others too.
    """

    day: date
    title: str
    citations: tuple[str, ...]
    what: str
    measure: str
    source: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Law:
    """What is asked about instruments: the law and the lists as known, and the day asked about.

    Attributes:
        book: The rulebook, as it was public by the known clock.
        named: The parties of the rulebook, as the matcher wants them; None where it names none.
        until: The day asked about; later events do not count.
        lists_known: By when the lists had been received, as text; empty where none is asked.
    """

    book: Rulebook
    named: View | None
    until: date
    lists_known: str = ""

    @property
    def seen(self) -> str:
        """What was looked at, in words."""
        lists = f", lists known by {self.lists_known}" if self.lists_known else ", no list asked"
        return f"rulebook {self.book.sha256[:12]}{lists}"

    def parties(self, party: Party) -> frozenset[str]:
        """Ids of the rulebook's parties that bear the name of a party of a story."""
        if self.named is None:
            return frozenset()
        found = screen(self.named, Subject((party.name,)), MatchPolicy()).hits
        return frozenset(item.listing.key for item in found if bears(item, party.name, party.kind))


def instruments(
    law: Law, signal: Signal, since: date, parties: Iterable[Party], links: Mapping[str, Sequence[Link]]
) -> tuple[Instrument, ...]:
    """Return what of the law may answer to a signal, by day.

    Args:
        law: What is asked.
        signal: The signal.
        since: Its day.
        parties: The parties that it touches.
        links: Listed entities that bear their names, by the name in the story.
    """
    found: set[Instrument] = set()
    named = {party.name: law.parties(party) for party in parties}
    found.update(_of_book(law, signal, since, named))
    for name, own in links.items():
        found.update(_of_lists(law, signal, since, own, name))
    if signal.kind in _ACTS and not _relief(signal):
        # A story tells of the newest act of its day; a report that came first, of the next one.
        past = [item.day for item in found if item.day <= since]
        day = max(past) if past else min((item.day for item in found), default=since)
        found = {item for item in found if item.day == day}
    return tuple(sorted(found, key=lambda item: (item.day, item.source != RULEBOOK, item)))


def known_since(first: date, told: date) -> str:
    """Say since when an instrument is known, and how old it was on the day of a story."""
    before = (told - first).days
    age = f" ({before:,} day{'' if before == 1 else 's'} before the story)" if before > 0 else ""
    return f"instrument known since {first.isoformat()}{age}"


def _of_book(
    law: Law, signal: Signal, since: date, named: Mapping[str, frozenset[str]]
) -> Iterator[Instrument]:
    family = _family(signal)
    for measure in law.book.measures.values():
        aimed = {name: keys & set(measure.parties) for name, keys in named.items()}
        if not any(aimed.values()) or (family is not None and measure.kind not in family):
            continue
        for event in measure.life:
            meant = set(event.parties or measure.parties)
            names = tuple(name for name, keys in aimed.items() if keys & meant)
            if (
                names
                and _answers(signal, measure, event)
                and _earliest(signal, since) <= event.on <= law.until
            ):
                yield _instrument(law.book, measure, event, names)


def _instrument(book: Rulebook, measure: Measure, event: Event, names: tuple[str, ...]) -> Instrument:
    document = book.documents.get(event.document)
    title = document.title if document else measure.title
    cites = book.cites(event) or measure.cite
    return Instrument(event.on, title, cites, str(event.kind).replace("_", " "), measure.id, RULEBOOK, names)


def _answers(signal: Signal, measure: Measure, event: Event) -> bool:
    """Whether an event is of the sort that a signal speaks of."""
    if signal.type is MeasureType.EXTENSION:
        return event.kind in _LENGTHENING
    if signal.type in PENALTIES:
        return event.kind in _BINDING or event.kind is EventKind.ANNOUNCED
    if _relief(signal):
        return event.kind in (_BINDING if measure.authorises else _EASING)
    return event.kind in _BINDING and not measure.authorises


def _of_lists(
    law: Law, signal: Signal, since: date, links: Iterable[Link], name: str
) -> Iterator[Instrument]:
    """Entries that a list got since, or lost, as far as the signal is about being listed."""
    about = signal.affects if _relief(signal) and signal.affects else signal.type
    if about not in _LISTED and about not in RELIEFS:
        return
    first = _earliest(signal, since)
    for link in links:
        list_id = link.entity_id.partition(":")[0]
        if about is MeasureType.DENIAL_ORDER and list_id != _DENIALS:
            continue
        if _relief(signal):
            day = link.last + timedelta(days=1) if link.last and not link.counts else None
            what = "no longer listed"
        else:
            day, what = (link.first if link.counts else None), "listed"
        if day is not None and first <= day <= law.until:
            title = f"{link.caption} ({list_id})"
            yield Instrument(day, title, (link.entity_id,), what, link.entity_id, list_id, (name,))


def _relief(signal: Signal) -> bool:
    return signal.type is not None and signal.type not in PENALTIES and eases(signal.type, signal.affects)


def _family(signal: Signal) -> frozenset[str] | None:
    """Kinds of measures that a signal may be about; None for any."""
    about = signal.affects if signal.affects is not None and signal.type not in PENALTIES else signal.type
    if about is None or about not in FAMILIES:
        return None
    return FAMILIES[about]


def _earliest(signal: Signal, since: date) -> date:
    if signal.kind not in _ACTS:
        return since
    return since - _BACK if _relief(signal) else date.min

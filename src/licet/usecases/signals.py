"""The watch: signals of stories that concern a customer or a kind of measure that the user follows.

Each is told with why, and with the instrument that answers to it where the law or a list has one by the day
asked about. A signal changes no answer; this only says where to look.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from licet.match import screen
from licet.model import MatchPolicy, Name, Subject
from licet.news.measures.measure import MeasureType, SlotName
from licet.news.parties.party import Party, Role
from licet.news.reading import Reading
from licet.news.signals.raising import signals
from licet.news.signals.signal import Signal, SignalKind
from licet.usecases.news_links import Links
from licet.usecases.session import Session
from licet.usecases.signals_law import Instrument, Law, instruments, known_since
from licet.usecases.story_names import names_view

MOST_CUSTOMERS = 5
"""Customers of one name that a signal names; the others are counted."""


@dataclass(frozen=True, slots=True)
class ReadStory:
    """A story with what was read from it.

    Attributes:
        id: Its id in the store, or the name of its file.
        reading: What was read.
    """

    id: str
    reading: Reading


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which signals are wanted. Without customers and without types to follow every one is.

    Attributes:
        customers: The user's customers.
        follow: Types of measures that the user's policy follows, whomever they concern.
        kinds: Sorts of signals; empty for all.
        since: Only stories of this day or later; a story without a day is always wanted.
        threshold: Score from which a name is a customer's.
    """

    customers: Sequence[Subject] = ()
    follow: frozenset[MeasureType] = frozenset()
    kinds: frozenset[SignalKind] = frozenset()
    since: date | None = None
    threshold: float = 0.8

    @property
    def everything(self) -> bool:
        """Whether nothing narrows whom or what the signals are about."""
        return not self.customers and not self.follow


@dataclass(frozen=True, slots=True)
class Concern:
    """A customer that a signal concerns.

    Attributes:
        party: Name of the party in the story.
        customer: The customer's name.
        key: The user's key of the customer; empty for none.
        score: How alike the names are, 0 to 1.
    """

    party: str
    customer: str
    key: str
    score: float


@dataclass(frozen=True, slots=True)
class Watched:
    """A signal that is listed.

    Attributes:
        story: The story.
        signal: The signal.
        parties: The parties that it touches.
        customers: Customers among them.
        reasons: Why it is listed, a sentence each.
        instruments: What of the law answers to it, by day.
        law: What is known of instruments, in words.
    """

    story: ReadStory
    signal: Signal
    parties: tuple[Party, ...]
    customers: tuple[Concern, ...]
    reasons: tuple[str, ...]
    instruments: tuple[Instrument, ...]
    law: str

    @property
    def why(self) -> str:
        """What is signalled, and what is known of instruments."""
        return f"{self.signal.why}; {self.law}"


def watch(stories: Iterable[ReadStory], wanted: Wanted, law: Law, session: Session | None) -> list[Watched]:
    """Return the signals that are wanted, by day and story.

    Args:
        stories: The stories.
        wanted: Which are listed.
        law: Asked for instruments.
        session: The lists, asked for entries of the same name; None asks none.
    """
    raised = [
        (story, signal, _parties(story, signal))
        for story in stories
        if wanted.since is None
        or story.reading.story.dated is None
        or story.reading.story.dated >= wanted.since
        for signal in signals(story.reading)
        if not wanted.kinds or signal.kind in wanted.kinds
    ]
    subjects = {
        party.name: party for _, _, parties in raised for party in parties if party.role is Role.SUBJECT
    }
    concerned = _customers(sorted(subjects), wanted)
    asked = _Asked(law, session)
    found = []
    for story, signal, parties in raised:
        customers = tuple(item for party in parties for item in concerned.get(party.name, ()))
        reasons = _reasons(signal, customers, wanted)
        if reasons:
            known, words = asked.of(story, signal, parties)
            found.append(Watched(story, signal, parties, customers, reasons, known, words))
    return sorted(found, key=lambda item: _order(item.story))


def _order(story: ReadStory) -> tuple[str, str]:
    dated = story.reading.story.dated
    return dated.isoformat() if dated else "", story.id


def _parties(story: ReadStory, signal: Signal) -> tuple[Party, ...]:
    named = {item.value.key: item.value for item in story.reading.parties}
    return tuple(named[key] for key in signal.parties)


def _customers(names: Sequence[str], wanted: Wanted) -> Mapping[str, tuple[Concern, ...]]:
    """Customers by the name of a party: each customer is looked up among the few names of the signals."""
    view = names_view([(Name(name),) for name in names])
    found: dict[str, list[Concern]] = {}
    if view is None:
        return {}
    policy = MatchPolicy(wanted.threshold)
    for customer in wanted.customers:
        for hit in screen(view, Subject(customer.names), policy).hits:
            name = names[int(hit.listing.key)]
            found.setdefault(name, []).append(Concern(name, hit.our_name, customer.key, hit.score))
    return {name: tuple(sorted(own, key=lambda item: -item.score)) for name, own in found.items()}


def _reasons(signal: Signal, customers: Sequence[Concern], wanted: Wanted) -> tuple[str, ...]:
    if wanted.everything:
        return ("no customers and no types to follow are given: every signal is listed",)
    told = [
        f"customer {item.customer}{f' ({item.key})' if item.key else ''} bears the name {item.party} "
        f"({item.score:.2f})"
        for item in customers[:MOST_CUSTOMERS]
    ]
    if len(customers) > MOST_CUSTOMERS:
        told.append(f"and {len(customers) - MOST_CUSTOMERS} customers more")
    about = [item for item in (signal.type, signal.affects) if item is not None and item in wanted.follow]
    told += [f"your policy follows {item}" for item in dict.fromkeys(about)]
    return tuple(told)


@dataclass(slots=True)
class _Asked:
    """The law and the lists, each asked once for each name."""

    law: Law
    session: Session | None
    linked: dict[tuple[str, str], Links] = field(default_factory=dict)

    def of(
        self, story: ReadStory, signal: Signal, parties: Sequence[Party]
    ) -> tuple[tuple[Instrument, ...], str]:
        """Return the instruments that answer to a signal, and what is known of them in words."""
        subjects = [party for party in parties if party.role is Role.SUBJECT]
        since = _since(story.reading, signal)
        if signal.kind is SignalKind.ACCUSATION:
            return (), "an accusation; no instrument is looked for"
        if since is None:
            return (), "no instrument is looked for: the story bears no day"
        if not subjects:
            return (), "no instrument is looked for: the story names no party that the measure is aimed at"
        links = {party.name: tuple(self._links(party).found.values()) for party in subjects}
        known = instruments(self.law, signal, since, subjects, links)
        if not known:
            return (), f"no instrument known ({self.law.seen})"
        told = "; ".join(
            f"{item.day.isoformat()} {item.what} for {', '.join(item.names)}: {item.title}, "
            f"{', '.join(item.citations)}"
            for item in known
        )
        return known, f"{known_since(known[0].day, story.reading.story.dated or since)}: {told}"

    def _links(self, party: Party) -> Links:
        key = (party.name, str(party.kind))
        if key not in self.linked:
            self.linked[key] = Links(self.session)
            self.linked[key].linker(party.name, party.kind)
        return self.linked[key]


def _since(reading: Reading, signal: Signal) -> date | None:
    """The day from which an instrument may answer: that of the act where the story tells it, else its own."""
    day = reading.story.dated
    if day is None:
        return None
    triggers = {span.start for span in signal.support}
    told = [
        slot.value
        for item in reading.measures
        if item.value.key == signal.measure
        for mention in item.value.mentions
        if mention.trigger.start in triggers
        for slot in mention.slot(SlotName.DATE)
    ]
    return min([day, *filter(None, map(_day, told))])


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value) if len(value) == len("2018-05-13") else None
    except ValueError:
        return None

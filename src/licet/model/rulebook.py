"""Law as data: documents with their dates, measures with a life, dated values, and talk.

A *document* (order, rule, agreement, statute) is what an authority issued, with up to eight dates. A
*measure* is what holds for somebody or something, and lives by events, each made by a document. A *value* is
a figure or table of the law (a threshold, a country group) with the days on which it holds. A *signal* is
talk: it is told, and changes no answer.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import Any, TypeVar

from licet.model.law import Confidence, Interval
from licet.model.listing import Address, Identifier, Name, PartyKind

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the rulebook something is written, for errors and for `licet rulebook show`.

    Attributes:
        file: Path inside the rulebook folder.
        line: From 1.
    """

    file: str
    line: int


@dataclass(frozen=True, slots=True)
class Document:
    """What an authority issued.

    Attributes:
        id: Such as `us.bis.zte.activation.2018-04-15`.
        title: In plain words.
        cite: Its citation, such as `83 FR 17644`.
        agency: Who issued it.
        authority: Statute and regulation it rests on.
        kind: `statute`, `executive_order`, `rule`, `order`, `judgment`, `licence`, `agreement`,
            `list_posting`, `guidance`, `notice`: the rung of the ladder in the handbook, 1h.
        signed: Day of signature.
        effective: First day of effect.
        effective_at: Moment of effect, where the hour is known.
        public: Day on which it was open to inspection.
        published: Day of publication.
        expiry: Last day of effect, where it sets one.
        confidence: How well the source supports it.
        review: The open point, where confidence is low.
        sources: Keys of the handbook's sources.
        matter: Names of the matters it belongs to, for one that no event of a measure names.
        place: Where it is written.
    """

    id: str
    title: str
    cite: tuple[str, ...]
    agency: str = ""
    authority: str = ""
    kind: str = ""
    signed: date | None = None
    effective: date | None = None
    effective_at: datetime | None = None
    public: date | None = None
    published: date | None = None
    expiry: date | None = None
    confidence: Confidence = Confidence.HIGH
    review: str = ""
    sources: tuple[str, ...] = ()
    matter: tuple[str, ...] = ()
    place: Place = Place("", 0)


class State(StrEnum):
    """Where a measure stands in its life."""

    NONE = "none"
    """Before its first event."""
    PROPOSED = "proposed"
    ANNOUNCED = "announced"
    SUSPENDED = "suspended"
    """A latent measure: a flag, never a finding, never dropped."""
    IN_FORCE = "in_force"
    EXPIRED = "expired"
    LAPSED = "lapsed"
    """A suspended measure whose probation ended clean."""
    TERMINATED = "terminated"
    SUPERSEDED = "superseded"


class EventKind(StrEnum):
    """What happens to a measure, and the state it leads to."""

    PROPOSED = "proposed"
    ANNOUNCED = "announced"
    ISSUED = "issued"
    """In force."""
    ISSUED_SUSPENDED = "issued_suspended"
    ACTIVATED = "activated"
    """The suspension is revoked: in force."""
    SUSPENDED = "suspended"
    RENEWED = "renewed"
    EXTENDED = "extended"
    MODIFIED = "modified"
    """Still in force, with other terms."""
    RESTORED = "restored"
    """In force again after a suspension that ended by its own terms."""
    TERMINATED = "terminated"
    SUPERSEDED = "superseded"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class Event:
    """One step in the life of a measure.

    Attributes:
        kind: What happens.
        on: First day of its effect.
        at: The moment, where the hour is known.
        until: Last day of what it sets (an expiry, the end of a suspension); None for open.
        document: Id of the document that makes it.
        parties: Ids of the parties concerned; empty means all of the measure.
        note: In plain words.
        confidence: How well the source supports it.
        place: Where it is written.
    """

    kind: EventKind
    on: date
    at: datetime | None = None
    until: date | None = None
    document: str = ""
    parties: tuple[str, ...] = ()
    note: str = ""
    confidence: Confidence = Confidence.HIGH
    place: Place = Place("", 0)


@dataclass(frozen=True, slots=True)
class NamedParty:
    """A party that a document names.

    Attributes:
        id: Such as `zte`.
        names: The name in the document first.
        kind: Person, organisation ...
        countries: ISO 3166 alpha-2.
        addresses: As in the document.
        identifiers: As in the document.
        note: In plain words.
        family: Id of the group it belongs to, such as `huawei`, for rules that reach affiliates.
        confidence: How well the source supports it.
        place: Where it is written.
    """

    id: str
    names: tuple[Name, ...]
    kind: PartyKind = PartyKind.ORGANISATION
    countries: tuple[str, ...] = ()
    addresses: tuple[Address, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    note: str = ""
    family: str = ""
    confidence: Confidence = Confidence.HIGH
    place: Place = Place("", 0)


@dataclass(frozen=True, slots=True)
class Measure:
    """What holds, for whom, from when to when: a denial order, an entity listing, a ban, an authorisation ...

    Attributes:
        id: Such as `us.bis.zte.denial.2017`.
        kind: The measure kind that applies it (a file of `rules/kinds`), such as `denial_order`.
        title: In plain words.
        parties: Ids of the parties it names.
        life: Its events, by day.
        terms: What the kind needs: scope, policy, acts covered, obligations ...; checked
            against the kind's form.
        matter: Names of the matters it belongs to, such as `ZTE`.
        cite: Citations beyond those of its documents.
        authorises: Id of the measure that it narrows (for authorisations and temporary general licences).
        confidence: How well the source supports it.
        review: The open point, where confidence is low.
        place: Where it is written.
    """

    id: str
    kind: str
    title: str
    parties: tuple[str, ...] = ()
    life: tuple[Event, ...] = ()
    terms: Mapping[str, Any] = None  # type: ignore[assignment]  # the loader always fills it; see __post_init__
    matter: tuple[str, ...] = ()
    cite: tuple[str, ...] = ()
    authorises: str = ""
    confidence: Confidence = Confidence.HIGH
    review: str = ""
    place: Place = Place("", 0)

    def __post_init__(self) -> None:
        """Give a measure without terms an empty mapping."""
        if self.terms is None:
            object.__setattr__(self, "terms", {})


@dataclass(frozen=True, slots=True)
class Dated:
    """One value and the days on which it holds.

    Attributes:
        value: As loaded: text, Decimal, bool, tuple or mapping.
        interval: Days, both included.
        cite: At least one citation.
        confidence: How well the source supports it.
        review: The open point, where there is one.
        since_at: Moment of the beginning, where the hour is known.
        place: Where it is written.
        sources: Keys of the handbook's sources.
    """

    value: Any
    interval: Interval
    cite: tuple[str, ...]
    confidence: Confidence = Confidence.HIGH
    review: str = ""
    since_at: datetime | None = None
    place: Place = Place("", 0)
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Value:
    """A figure or table of the law through time.

    Attributes:
        id: Such as `us.ear.country_group.D:5`, `us.ear.de_minimis.threshold`.
        title: In plain words.
        dated: Without overlaps, by day.
        place: Where it is written.
    """

    id: str
    title: str
    dated: tuple[Dated, ...]
    place: Place = Place("", 0)

    def on(self, day: date) -> Dated | None:
        """Return what holds on a day; None where the rulebook does not say."""
        return next((item for item in self.dated if day in item.interval), None)


@dataclass(frozen=True, slots=True)
class Signal:
    """A statement, bill, press release or story: told beside an answer, and without effect on it.

    Attributes:
        id: Such as `zte.tweet.2018-05-13`.
        said: Day.
        speaker: Who.
        rung: Place on the ladder of the handbook, 1h: 8 to 13.
        text: What was said, in our words.
        matter: Names of the matters it is about.
        linked: Ids of documents that came of it; empty while none is known.
        sources: Keys of the handbook's sources.
        place: Where it is written.
    """

    id: str
    said: date
    speaker: str
    rung: int
    text: str
    matter: tuple[str, ...] = ()
    linked: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    place: Place = Place("", 0)


@dataclass(frozen=True, slots=True)
class Obligation:
    """Something a settlement asks for.

    Attributes:
        what: In plain words.
        status: `due`, `paid`, `suspended`, `escrowed`, `met`, `continuous`, `forfeited`.
        amount: Money, exact.
        currency: ISO 4217.
        payee: Who receives it.
        due: Last day.
        met: Day on which it was met.
        until: Last day of a continuous duty.
        trigger: What makes a suspended one fall due.
    """

    what: str
    status: str
    amount: Decimal | None = None
    currency: str = "USD"
    payee: str = ""
    due: date | None = None
    met: date | None = None
    until: date | None = None
    trigger: str = ""


@dataclass(frozen=True)
class Rulebook:
    """All law that is loaded.

    Attributes:
        documents: By id.
        parties: By id.
        measures: By id.
        values: By id.
        signals: By day.
        tables: Imported official tables by id (tariff codes, country chart, control list): the issues of each
            by day, every one a mapping with `id`, `dated` (a day), `title`, `cite`, `source` (`file` and
            `sha256`), `rows` and `content`.
        sha256: Hash of every file that was read, in order: the version of the law used.
        files: Files read, in order, with their hashes; a private folder's come last.
        replaced: What a private rulebook replaced: section and id, such as `measures.us.bis.zte.denial`, and
            where it did so.
    """

    documents: Mapping[str, Document]
    parties: Mapping[str, NamedParty]
    measures: Mapping[str, Measure]
    values: Mapping[str, Value]
    signals: tuple[Signal, ...]
    tables: Mapping[str, tuple[Mapping[str, Any], ...]]
    sha256: str
    files: tuple[tuple[str, str], ...] = ()
    replaced: tuple[tuple[str, Place], ...] = ()

    def of_kind(self, kind: str) -> tuple[Measure, ...]:
        """Return the measures of one kind, by id."""
        return tuple(self.measures[key] for key in sorted(self.measures) if self.measures[key].kind == kind)

    @cached_property
    def turning_points(self) -> tuple[date, ...]:
        """Days on which a value begins, or has just ended, in order."""
        days: set[date] = set()
        for value in self.values.values():
            for item in value.dated:
                if item.interval.first:
                    days.add(item.interval.first)
                if item.interval.last:
                    days.add(item.interval.last + timedelta(days=1))
        return tuple(sorted(days))

    def value(self, key: str, day: date) -> Dated | None:
        """Return what a value was on a day; None where the rulebook does not say.

        Raises:
            KeyError: No value has this id: a misspelt id must never be a rule that nobody misses.
        """
        return self.values[key].on(day)

    def table(self, key: str, day: date) -> Mapping[str, Any] | None:
        """Return the newest issue of an imported table that is dated on or before a day; None without one."""
        return next((item for item in reversed(self.tables.get(key, ())) if item["dated"] <= day), None)

    @cached_property
    def _derived(self) -> dict[object, Any]:
        return {}

    def derived(self, make: Callable[[Rulebook], _T]) -> _T:
        """Return what a function makes of the rulebook, made once for each rulebook."""
        if make not in self._derived:
            self._derived[make] = make(self)
        made: _T = self._derived[make]
        return made

    def cites(self, event: Event) -> tuple[str, ...]:
        """Return the citations of an event's document."""
        document = self.documents.get(event.document)
        return document.cite if document else ()

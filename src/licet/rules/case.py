"""The case: the question with everything that was found about it, which every measure kind reads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property

from licet.model import AsOf, Match
from licet.model.law import Evidence, Identity
from licet.model.rulebook import Measure, NamedParty, Rulebook
from licet.model.shipment import Item, Owner, Role, Shipment
from licet.rules.life import Moment
from licet.rules.ownership import Ownership

RULEBOOK_LIST = "rulebook"
"""List id of parties that documents of the rulebook name; the record key is the party's id."""


@dataclass(frozen=True, slots=True)
class Involved:
    """One named person or company of the case.

    Attributes:
        path: Where it stands: `parties[0]`, `parties[0].owners[1]`, `actor`, `items[0].maker`.
        name: As given.
        country: ISO 3166 alpha-2, or empty.
        role: Its role; OWNER for owners.
        party: Index of the party it is, or owns; -1 for the actor.
        owner_path: For an owner: direct shares from the party upwards, each a per cent figure or None.
    """

    path: str
    name: str
    country: str
    role: Role
    party: int
    owner_path: tuple[Decimal | None, ...] = ()

    @property
    def is_owner(self) -> bool:
        """Whether it is in the case only as an owner."""
        return bool(self.owner_path) or self.role is Role.OWNER


@dataclass(frozen=True, slots=True)
class PartyHit:
    """A listed party that somebody of the case is, or may be.

    Attributes:
        involved: Who of the case.
        list_id: The list, or `rulebook`.
        key: Key of the record; for `rulebook` the id of the `NamedParty`.
        match: The match, with the listed record, its edition and its reasons.
        evidence: The same as the record behind a finding.
    """

    involved: Involved
    list_id: str
    key: str
    match: Match
    evidence: Evidence

    @property
    def identity(self) -> Identity:
        """How sure it is."""
        return self.evidence.identity

    @property
    def detail(self) -> Mapping[str, str]:
        """Further fields of the listed record, such as `license_requirement`."""
        return dict(self.match.listing.details)


@dataclass(frozen=True, slots=True)
class ListUsed:
    """A list that was screened, in the edition of the day.

    Attributes:
        list_id: The list.
        edition: Name of the edition; empty when there is none for the day.
        sha256: Hash of its files.
        received: When we had it.
        published: Day of publication.
        gap: Why it was not fully seen; empty when it was.
    """

    list_id: str
    edition: str
    sha256: str = ""
    received: datetime | None = None
    published: date | None = None
    gap: str = ""


@dataclass(frozen=True, slots=True)
class Jurisdiction:
    """Whether an item is subject to the EAR, and why.

    Attributes:
        subject: True, False, or None when facts are missing.
        reasons: Sentences, each with its citation in brackets.
        citations: Where it stands.
        missing: Paths of the facts that would decide it.
        by: `us_origin`, `in_us`, `de_minimis`, `direct_product`, `published`, `other_agency`, `foreign`.
    """

    subject: bool | None
    reasons: tuple[str, ...]
    citations: tuple[str, ...]
    missing: tuple[str, ...] = ()
    by: str = ""


@dataclass(frozen=True)
class Case:
    """One question with all that was found about it.

    Attributes:
        shipment: The question.
        moment: Day and hour asked about.
        clocks: Both clocks.
        book: The rulebook under the clocks.
        involved: Everybody named, parties in their order, each followed by its owners.
        hits: Matches at or above the threshold that count on the day, in the order of `involved`.
        ended: Matches of records that do not count on the day: lifted, expired or not yet in force.
        lists: Lists screened or missing.
        jurisdictions: One for each item, in order.
    """

    shipment: Shipment
    moment: Moment
    clocks: AsOf
    book: Rulebook
    involved: tuple[Involved, ...]
    hits: tuple[PartyHit, ...]
    ended: tuple[PartyHit, ...] = ()
    lists: tuple[ListUsed, ...] = ()
    jurisdictions: tuple[Jurisdiction, ...] = ()

    @property
    def day(self) -> date:
        """The day asked about."""
        return self.moment.day

    def named_hits(self) -> Iterator[tuple[PartyHit, NamedParty]]:
        """Yield hits on parties that the rulebook names, with the named party."""
        for hit in self.hits:
            if hit.list_id == RULEBOOK_LIST:
                yield hit, self.book.parties[hit.key]

    def measures_of(self, kind: str) -> Iterator[tuple[PartyHit, Measure]]:
        """Yield each measure of a kind that names a party that somebody of the case is or may be."""
        for hit, party in self.named_hits():
            for measure in self.measures_by_party.get(party.id, ()):
                if measure.kind == kind:
                    yield hit, measure

    @property
    def measures_by_party(self) -> Mapping[str, tuple[Measure, ...]]:
        """Measures by the id of a party they name."""
        return self.book.derived(_by_party)

    @property
    def items(self) -> Iterator[tuple[str, Item, Jurisdiction]]:
        """Yield path, item and jurisdiction of each item."""
        for index, (item, found) in enumerate(zip(self.shipment.items, self.jurisdictions, strict=True)):
            yield f"items[{index}]", item, found

    @cached_property
    def subject_to_ear(self) -> bool | None:
        """Whether any item is subject to the EAR: True when one is, None when that hangs on unknown facts.

        Without any item it is unknown.
        """
        states = [item.subject for item in self.jurisdictions]
        if not states:
            return None
        if any(state is True for state in states):
            return True
        return None if any(state is None for state in states) else False

    @cached_property
    def us_nexus(self) -> bool | None:
        """Whether a US person acts or takes part: the nexus of OFAC's primary sanctions (handbook 2.10)."""
        actor = self.shipment.actor
        if actor.us_person or actor.us_person_involved or actor.country == "US":
            return True
        return actor.us_person_involved if actor.us_person is False else None

    @cached_property
    def ownership(self) -> Ownership:
        """Who owns whom on the day, over all parties."""
        return Ownership(self.shipment, self.day)

    def owners(self, party: int) -> tuple[Owner, ...]:
        """Return the direct owners of a party."""
        return self.shipment.parties[party].owners if party >= 0 else ()


def _by_party(book: Rulebook) -> Mapping[str, tuple[Measure, ...]]:
    found: dict[str, list[Measure]] = {}
    for key in sorted(book.measures):
        for party in book.measures[key].parties:
            found.setdefault(party, []).append(book.measures[key])
    return {party: tuple(measures) for party, measures in found.items()}

"""From a shipment to a case: everybody screened against the lists of the day and the rulebook's parties."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from licet.match import ENGINE, View, screen
from licet.model import AsOf, Match, MatchPolicy, Screened, Subject
from licet.model.rulebook import Rulebook
from licet.model.shipment import Shipment
from licet.rules.case import RULEBOOK_LIST, Case, Involved, ListUsed, PartyHit
from licet.rules.identity import evidence
from licet.rules.jurisdiction import of_case
from licet.rules.kind import Kind
from licet.rules.life import Moment
from licet.usecases.comparable import is_comparable
from licet.usecases.coverage import ListUse
from licet.usecases.session import Session
from licet.usecases.shipment_decision import not_checked, ran
from licet.usecases.shipment_law import law_facts
from licet.usecases.shipment_people import people

_KEPT = 4096
"""Subjects whose screening is kept: banks, forwarders and carriers come again and again."""


@dataclass(frozen=True)
class Frame:
    """What all shipments of one day share: the lists as of the day, the law, and what pins an answer.

    Attributes:
        session: The lists of the day.
        named: Parties named by the rulebook, as a view of their own small corpus; None where it names none.
        book: The law.
        kinds: Every measure kind.
        law_known: Day by which the law had to be public; None for all that is loaded.
        max_age: Longest time since a list's last receipt, for how long an answer holds; None without a limit.
    """

    session: Session
    named: View | None
    book: Rulebook
    kinds: tuple[Kind, ...]
    law_known: date | None = None
    max_age: timedelta | None = None
    _screened: dict[Subject, tuple[Screened, Screened]] = field(default_factory=dict, repr=False)

    @property
    def clocks(self) -> AsOf:
        """Both clocks."""
        return self.session.coverage.as_of

    @cached_property
    def facts(self) -> Mapping[str, Any]:
        """Clocks, matcher, policy and list editions as JSON values."""
        return self.session.facts()

    @cached_property
    def law(self) -> Mapping[str, Any]:
        """Version of the law, as JSON values."""
        return law_facts(self.book, self.clocks.valid, self.law_known)

    @cached_property
    def ran(self) -> list[dict[str, Any]]:
        """The measure kinds with their versions."""
        return ran(self.kinds)

    @cached_property
    def not_checked(self) -> list[dict[str, Any]]:
        """Lists and law that are not seen."""
        return not_checked(self.lists, self.kinds)

    @cached_property
    def lists(self) -> tuple[ListUsed, ...]:
        """Lists screened or missing."""
        return tuple(_used(use) for use in self.session.coverage.lists)

    def screen(self, subject: Subject) -> tuple[Screened, Screened] | None:
        """Screen one subject against the lists, and against the parties of the rulebook.

        None when it holds nothing that can be compared.
        """
        found = self._screened.get(subject)
        if found is None:
            found = self._both(subject)
            if found is not None:
                if len(self._screened) >= _KEPT:
                    self._screened.clear()
                self._screened[subject] = found
        return found

    def _both(self, subject: Subject) -> tuple[Screened, Screened] | None:
        if not is_comparable(subject):
            return None
        listed = self.session.screen(subject, other_days=True)
        if self.named is None:
            return listed, Screened()
        return listed, screen(self.named, subject, MatchPolicy(self.session.policy.threshold))


@dataclass(frozen=True, slots=True)
class Screening:
    """A case, and what its screening set aside.

    Attributes:
        case: The case.
        aside: Who is alike by name, but contradicted by other facts: below the threshold.
        uncompared: Paths of those who hold nothing that can be compared.
    """

    case: Case
    aside: tuple[PartyHit, ...]
    uncompared: tuple[str, ...]


def screened(shipment: Shipment, frame: Frame) -> Screening:
    """Screen everybody named in a shipment and return the case."""
    everybody = people(shipment)
    hits: list[PartyHit] = []
    ended: list[PartyHit] = []
    aside: list[PartyHit] = []
    uncompared: list[str] = []
    for person in everybody:
        found = frame.screen(person.subject)
        if found is None:
            uncompared.append(person.involved.path)
            continue
        listed, named = found
        hits += _hits(person.involved, listed.hits)
        hits += _named(person.involved, named.hits, frame.book)
        ended += _hits(person.involved, listed.other_days)
        aside += _hits(person.involved, listed.demoted)
        aside += _named(person.involved, named.demoted, frame.book)
    case = Case(
        shipment,
        Moment(shipment.day, shipment.instant),
        frame.clocks,
        frame.book,
        tuple(person.involved for person in everybody),
        tuple(hits),
        tuple(ended),
        frame.lists,
    )
    return Screening(with_jurisdictions(case), tuple(aside), tuple(uncompared))


def with_jurisdictions(case: Case) -> Case:
    """Return the case with what is said of each item: whether it is subject to the EAR, and why."""
    return replace(case, jurisdictions=of_case(case))


def _hits(involved: Involved, found: Iterable[Match]) -> Iterator[PartyHit]:
    for match in found:
        listing = match.listing
        yield PartyHit(involved, listing.list_id, listing.key, match, evidence(match, ENGINE))


def _named(involved: Involved, found: Iterable[Match], book: Rulebook) -> Iterator[PartyHit]:
    """Give a party of the rulebook the rulebook's version in place of an edition."""
    for match in found:
        told = replace(
            evidence(match, ENGINE), edition=f"rulebook {book.sha256[:12]}", sha256=book.sha256, received=None
        )
        yield PartyHit(involved, RULEBOOK_LIST, match.listing.key, match, told)


def _used(use: ListUse) -> ListUsed:
    edition = use.edition
    if edition is None:
        return ListUsed(use.list_id, "", gap=use.trouble)
    return ListUsed(use.list_id, edition.name, edition.sha256, edition.known, edition.published, use.trouble)

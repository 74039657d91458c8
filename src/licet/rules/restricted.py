"""Owners whose restriction the Affiliates Rule passes on: Entity List, Military End User List, some SDNs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from licet.model.law import Confidence, Evidence
from licet.model.rulebook import State
from licet.rules.case import Case
from licet.rules.designations import Designation, Listed, designations
from licet.rules.entity_scope import EntityScope, entity_scope, scope_of
from licet.rules.list_744_8 import programme_744_8
from licet.rules.listed import Entry, entries, rows_of
from licet.rules.sources import is_sure, weakest
from licet.rules.where import text_for

_ALL = "For all items subject to the EAR"
_SUPPLEMENT_2 = "For any item subject to the EAR listed in supplement no. 2 to part 744."
_ANY_ITEM = "us.ear.end_user.military.any_item"
"""Id of the value with the countries whose military end users need a licence for any item."""


@dataclass(frozen=True, slots=True)
class Restricted:
    """Somebody of the case whose restriction passes to the companies that it owns.

    Attributes:
        path: Who.
        name: As listed.
        by: The list in words.
        sure: It is the listed one; else it may be.
        scope: What its entry asks for.
        citations: Where it stands.
        confidence: How well that is supported.
        evidence: The record; None where the user states the listing.
    """

    path: str
    name: str
    by: str
    sure: bool
    scope: EntityScope
    citations: tuple[str, ...]
    confidence: Confidence
    evidence: Evidence | None

    @property
    def said(self) -> str:
        """The name with its list."""
        return f"{self.name} ({self.by})"


def restricted(case: Case) -> tuple[Restricted, ...]:
    """Return everybody of a case whose restriction passes on, in the order of the lists."""
    return (
        *_entries(case, "entity_listing", "EL", "Entity List"),
        *_entries(case, "military_end_user", "MEU", "Military End User List"),
        *_stated(designations(case, frozenset({Listed.ENTITY, Listed.MILITARY}))),
        *_blocked(case),
    )


def _entries(case: Case, kind: str, source: str, by: str) -> Iterator[Restricted]:
    rows = rows_of(case.hits, source)
    for entry in entries(case, kind, rows, one_party_a_citation=False):
        if entry.standing.state is State.IN_FORCE:
            yield Restricted(
                entry.involved.path,
                entry.evidence.matched_name,
                by,
                is_sure(entry.evidence),
                _scope(case, entry, source),
                entry.citations(case),
                weakest(case.book, entry.measure, entry.standing.event) if entry.measure else Confidence.HIGH,
                entry.evidence,
            )


def _scope(case: Case, entry: Entry, source: str) -> EntityScope:
    """Return the scope of an entry; a military end user's row holds none, so the rule's own text stands."""
    found = scope_of(entry)
    if source != "MEU" or found.requirement:
        return found
    listing = entry.best.match.listing
    countries = {*listing.countries, *(item.country for item in listing.addresses)}
    text, _exact = text_for(case.book, _ANY_ITEM, case.day)
    any_item = text is not None and not countries.isdisjoint(text.value["countries"])
    return entity_scope(_ALL if any_item else _SUPPLEMENT_2, "See §744.21 of the EAR")


def _stated(found: Iterable[Designation]) -> Iterator[Restricted]:
    """Yield what the user states; the entry is not at hand, so it is taken at its widest."""
    for item in found:
        if item.hit is None:
            by = "Entity List" if item.listed is Listed.ENTITY else "Military End User List"
            scope = entity_scope("", "")
            about = item.path, item.name, f"{by}, as the user states"
            yield Restricted(
                *about, sure=True, scope=scope, citations=(), confidence=Confidence.HIGH, evidence=None
            )


def _blocked(case: Case) -> Iterator[Restricted]:
    for item in designations(case, frozenset({Listed.SDN})):
        held = programme_744_8(case, item)
        if held is not None:
            yield Restricted(
                item.path,
                item.listed_name,
                f"SDN List [{held.tag}], 744.8",
                item.sure,
                entity_scope(_ALL, "See §744.8 of the EAR"),
                held.cite,
                held.confidence,
                item.evidence,
            )
        elif item.hit is None and not item.programmes:
            yield Restricted(
                item.path,
                item.name,
                "SDN List as the user states, programme not stated",
                sure=False,
                scope=entity_scope(_ALL, "See §744.8 of the EAR"),
                citations=("15 CFR 744.8(a)(1)",),
                confidence=Confidence.HIGH,
                evidence=None,
            )

"""Which Entity List footnotes the parties of a case bear: 734.9(e) and (g) reach by them."""

from __future__ import annotations

from collections.abc import Iterator

from licet.model.law import Identity
from licet.model.rulebook import State
from licet.rules.asked import FromHits
from licet.rules.case import Case
from licet.rules.entity_scope import scope_of_listing, scope_of_terms
from licet.rules.life import standing

KIND = "entity_listing"
_NUMBERED = frozenset("12345")


def from_hits(case: Case) -> FromHits:
    """Return what the hits of a case say for jurisdiction.

    A row that cites 734.9(e) without telling the footnote may be any of them: unknown, never none.
    """
    found: dict[str, bool | None] = {}
    for footnote, sure in _borne(case):
        for number in (footnote,) if footnote in _NUMBERED else ("1", "4", "5"):
            known = sure and footnote in _NUMBERED
            found[number] = True if known or found.get(number) else None
    return FromHits(found)


def _borne(case: Case) -> Iterator[tuple[str, bool]]:
    for hit in case.hits:
        sure = hit.identity is not Identity.POSSIBLE
        if "licence_requirement" in hit.detail:
            yield from ((footnote, sure) for footnote in scope_of_listing(hit.match.listing).fdp_footnotes)
    for hit, measure in case.measures_of(KIND):
        if standing(measure, case.moment, hit.key).state is State.IN_FORCE:
            sure = hit.identity is not Identity.POSSIBLE
            yield from ((footnote, sure) for footnote in scope_of_terms(measure.terms).fdp_footnotes)

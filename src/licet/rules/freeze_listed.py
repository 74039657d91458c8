"""What a freeze says about parties that are, or may be, listed themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from licet.model.law import Finding, Interval, Outcome, Question, Result
from licet.model.shipment import Role
from licet.rules.case import Case
from licet.rules.designations import Designation, by_path
from licet.rules.freezes import Freeze, by_nexus, listed_names, nexus_of


def listed(case: Case, freeze: Freeze, found: Sequence[Designation]) -> Iterator[Result]:
    """Yield what a freeze says about each party that is or may be listed, in any role."""
    for items in by_path(item for item in found if not item.is_owner).values():
        yield from _direct(case, freeze, items)


def _direct(case: Case, freeze: Freeze, items: Sequence[Designation]) -> Iterator[Result]:
    """Decide about one party: one finding for each set of programmes, or one question of identity."""
    sure = [item for item in items if item.sure]
    if not sure:
        yield from _possible(case, freeze, items)
        return
    if sure[0].role is Role.SIGNATORY:
        yield _signatory(freeze, sure[0])
        return
    told: dict[frozenset[str], Designation] = {}
    for item in sure:
        told.setdefault(frozenset(item.programmes if freeze.by_programme else ()), item)
    for item in told.values():
        sentence = f"{item.name} is on {freeze.of_list} as {item.record}: {freeze.effect}."
        cite = tuple(dict.fromkeys((*freeze.citations, *(item.listing.citations if item.listing else ()))))
        base = Finding(
            kind=freeze.kind,
            rule=f"{freeze.rule}.listed",
            outcome=Outcome.BLOCKED,
            regime=freeze.regime,
            sentence=sentence,
            citations=cite,
            authority=freeze.authority,
            scope="any dealing, whatever the role of the party",
            in_force=_in_force(item),
            dates=(("listed", item.listing.start.isoformat()),)
            if item.listing and item.listing.start
            else (),
            party=item.path,
            evidence=item.evidence,
            escapes=(freeze.escape,),
            facts=item.facts,
            confidence=freeze.confidence,
        )
        yield from by_nexus(case, freeze, base, item.programmes)


def _possible(case: Case, freeze: Freeze, items: Sequence[Designation]) -> Iterator[Question]:
    item = items[0]
    yield Question(
        code="identity",
        fact=item.path,
        sentence=f"{item.name} may be {listed_names(items)} on {freeze.of_list}. If it is, {freeze.effect}.",
        rule=f"{freeze.rule}.listed",
        citations=freeze.citations,
        decides=nexus_of(case, freeze, items) is not False,
        party=item.path,
        evidence=item.evidence,
    )


def _signatory(freeze: Freeze, item: Designation) -> Question:
    """Ask for care: a listed person who signs for a company that is not listed does not make it so."""
    return Question(
        code="caution",
        fact=item.path,
        sentence=f"{item.name} is on {freeze.of_list} as {item.record} and signs for somebody else: that "
        "alone does not block the company, but nobody bound may deal with the signatory. Have another person "
        "sign, or show that there is no dealing with this one.",
        rule=f"{freeze.rule}.listed",
        citations=(*freeze.citations, *freeze.caution),
        party=item.path,
        evidence=item.evidence,
    )


def _in_force(item: Designation) -> Interval:
    return Interval(item.hit.match.in_force_from, item.hit.match.in_force_to) if item.hit else Interval()

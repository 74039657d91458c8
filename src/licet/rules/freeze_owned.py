"""What a freeze says about parties that are not listed themselves and have listed owners above them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from licet.model.law import FactUsed, Finding, Flag, Outcome, Question, Result
from licet.model.rulebook import Dated
from licet.rules.cascade import Cascade, OwnershipTest
from licet.rules.case import Case
from licet.rules.designations import Designation, nodes
from licet.rules.freezes import Freeze, by_nexus, cascade_of, listed_names, nexus_of, weakest
from licet.rules.ownership import NOTHING

ANY = OwnershipTest(NOTHING, inclusive=False, control=True)
"""Any share or control at all: who would have to be looked at."""


@dataclass(frozen=True, slots=True)
class Owned:
    """A party with listed owners above it.

    Attributes:
        case: The case.
        freeze: The regime.
        cascade: What the regime reaches.
        path: The party.
        law: The ownership test of the day, as the rulebook holds it.
        behind: The listings at the top of the chains to it.
    """

    case: Case
    freeze: Freeze
    cascade: Cascade
    path: str
    law: Dated
    behind: tuple[Designation, ...]

    @property
    def node(self) -> str:
        """The party's node."""
        return self.case.ownership.nodes[self.path]

    @property
    def name(self) -> str:
        """The party's name."""
        return self.case.ownership.names[self.node]


def owned(case: Case, freeze: Freeze, found: Sequence[Designation]) -> Iterator[Result]:
    """Yield what a freeze says about each party that is not listed itself, through its owners."""
    if not freeze.has_test or not case.ownership.is_stated:
        return
    if freeze.ownership is None:
        yield from _no_test(case, freeze, found)
        return
    test = freeze.test or ANY
    everybody = cascade_of(case, test, found)
    touched = replace(everybody, test=ANY)
    for path in unlisted(case, everybody.sure):
        cascade = everybody.of_owners(case.ownership.nodes[path])
        one = Owned(case, freeze, cascade, path, freeze.ownership, behind(cascade, path, found))
        state = cascade.state(one.node)
        if state is True:
            yield from _reached(one)
        elif state is None:
            yield _undecided(one)
        elif cascade.share(one.node).high or _is_controlled(one):
            yield _below(one)
        elif (wide := touched.of_owners(one.node)).state(one.node) is not False:
            yield _above(one, wide, behind(wide, path, found))
    yield from _overfull(case, freeze, everybody)


def unlisted(case: Case, sure: frozenset[str]) -> Iterator[str]:
    """Yield the paths of the parties that are not listed for certain."""
    for index in range(len(case.shipment.parties)):
        path = f"parties[{index}]"
        if case.ownership.nodes[path] not in sure:
            yield path


def behind(cascade: Cascade, path: str, found: Sequence[Designation]) -> tuple[Designation, ...]:
    """Return the listings of the owners at the top of the chains to a party, one a row."""
    graph = cascade.ownership.nodes
    tops = cascade.listed_behind(graph[path])
    rows = {item.record: item for item in reversed(found) if graph.get(item.path) in tops}
    return tuple(rows[key] for key in reversed(rows))


def _reached(one: Owned) -> Iterator[Result]:
    freeze, cascade = one.freeze, one.cascade
    sure = [item for item in one.behind if item.sure]
    holdings = cascade.because(one.node)
    base = Finding(
        kind=freeze.kind,
        rule=f"{freeze.rule}.ownership",
        outcome=Outcome.BLOCKED,
        regime=freeze.regime,
        sentence=f"{one.name} is not listed itself, but counts with its owners ({cascade.test}): "
        f"{cascade.told(one.node)}. Listed: {listed_names(sure)}. So {freeze.effect}.",
        citations=tuple(dict.fromkeys((*freeze.citations, *one.law.cite))),
        authority=freeze.authority,
        scope=str(cascade.test),
        in_force=one.law.interval,
        party=one.path,
        evidence=next((item.evidence for item in sure), None),
        escapes=(freeze.escape,),
        facts=tuple(FactUsed(f"{item.path}.percent", str(item.share)) for item in holdings),
        confidence=weakest(freeze.confidence, one.law.confidence),
    )
    yield from by_nexus(one.case, freeze, base, tuple(code for item in sure for code in item.programmes))


def _undecided(one: Owned) -> Question:
    freeze = one.freeze
    missing = one.cascade.missing(one.node)
    only_identity = not any(fact.endswith((".percent", ".controls")) for fact in missing)
    return Question(
        code="identity" if only_identity else "missing_fact",
        fact=", ".join(missing),
        sentence=f"Whether {one.name} counts with its owners ({one.cascade.test}) is open: "
        f"{one.cascade.told(one.node)}. Listed, or perhaps listed, on {freeze.of_list}: "
        f"{listed_names(one.behind)}. If it counts, {freeze.effect}.",
        rule=f"{freeze.rule}.ownership",
        citations=one.law.cite,
        decides=nexus_of(one.case, freeze, one.behind) is not False,
        party=one.path,
        evidence=one.behind[0].evidence if one.behind else None,
    )


def _below(one: Owned) -> Flag:
    share = one.cascade.share(one.node)
    held = f"holds {share} of {one.name}" if share.high else f"holds no stated share of {one.name}"
    control = ", and controls it by other means" if _is_controlled(one) else ""
    return Flag(
        code="listed_owner",
        sentence=f"Who is listed, or counts as listed, on {one.freeze.of_list} {held}{control}: not caught "
        f"by ownership ({one.cascade.test}). Act with caution: shares change, holders that are not stated "
        "may be listed too, and no listed person may take part in the dealing.",
        citations=tuple(dict.fromkeys((*one.law.cite, *one.freeze.caution))),
        party=one.path,
    )


def _above(one: Owned, wide: Cascade, listed: Sequence[Designation]) -> Flag:
    """Tell of listed persons higher up, who hold less than the test asks for on the way."""
    return Flag(
        code="listed_owner",
        sentence=f"Higher up among the owners of {one.name} there are persons on {one.freeze.of_list}: "
        f"{wide.told(one.node)}. Listed: {listed_names(listed)}. Not caught by ownership "
        f"({one.cascade.test}): the companies between do not count. Act with caution.",
        citations=tuple(dict.fromkeys((*one.law.cite, *one.freeze.caution))),
        party=one.path,
    )


def _overfull(case: Case, freeze: Freeze, cascade: Cascade) -> Iterator[Question]:
    """Ask where stated owners hold more than the whole of a company that listed owners have a part in."""
    for node in case.ownership.overfull:
        if cascade.share(node).high:
            paths = [item.path for item in case.ownership.into[node]]
            yield Question(
                code="contradiction",
                fact=", ".join(f"{path}.percent" for path in paths),
                sentence=f"The stated owners of {case.ownership.names[node]} hold more than 100 per cent "
                "together: correct the shares.",
                rule=f"{freeze.rule}.ownership",
                citations=freeze.citations,
                decides=freeze.nexus(case, ()) is not False,
                party=paths[0].rsplit(".", 1)[0],
            )


def _no_test(case: Case, freeze: Freeze, found: Sequence[Designation]) -> Iterator[Question]:
    """Ask where the rulebook does not hold the ownership test of the day."""
    sure = nodes(case, found, sure=True)
    everybody = cascade_of(case, ANY, found)
    for path in unlisted(case, sure):
        node = case.ownership.nodes[path]
        cascade = everybody.of_owners(node)
        if cascade.state(node) is False:
            continue
        yield Question(
            code="missing_law",
            fact=f"{freeze.rule}.ownership",
            sentence=f"{case.ownership.names[node]} has owners that are, or may be, on {freeze.of_list} "
            f"({cascade.told(node)}); the rulebook does not hold the ownership test of {case.day}.",
            rule=f"{freeze.rule}.ownership",
            citations=freeze.citations,
            decides=nexus_of(case, freeze, behind(cascade, path, found)) is not False,
            party=path,
        )


def _is_controlled(one: Owned) -> bool:
    holdings = one.case.ownership.into.get(one.node, ())
    return any(item.controls and one.cascade.state(item.owner) for item in holdings)

"""Asset freezes: a listed party in any role, and companies that listed owners hold, by a regime's own test.

OFAC, the EU, the UK and the UN differ in whom they bind, in the share that counts, in adding shares up, and
in whether control is enough: these are parameters of a regime, taken from the rulebook.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from licet.model.law import Confidence, Escape, Finding, Flag, Outcome, Question, Result
from licet.model.rulebook import Dated
from licet.rules.cascade import Cascade, OwnershipTest
from licet.rules.case import Case
from licet.rules.designations import Designation, nodes

SHOWN = 3
"""Listed names that a sentence tells; the rest is counted."""


@dataclass(frozen=True, slots=True)
class Freeze:
    """One regime's freeze.

    Attributes:
        kind: The measure kind.
        rule: Id of its rules; direct hits add `.listed`, ownership `.ownership`.
        regime: As findings name it.
        authority: Agency and statute.
        of_list: The list in words, such as `OFAC's SDN List`.
        effect: What follows, as a clause: `its property is blocked ...`.
        citations: Of the freeze.
        nexus: Whether the case is within its reach, given the programmes of the listed party.
        nexus_fact: Fact to supply where that is not known.
        nexus_words: Whom it binds.
        outside: What to say where it does not bind: the risk that remains.
        ownership: Its ownership test on the day; None where the rulebook does not say, or there is none.
        has_test: It has an ownership test at all.
        caution: Citations of what is said about listed persons who sign for, or control, a company.
        confidence: How well the freeze itself is supported.
        by_programme: Each set of programmes is a finding of its own; else one a party.
        escape: The way out that always has to be looked at.
    """

    kind: str
    rule: str
    regime: str
    authority: str
    of_list: str
    effect: str
    citations: tuple[str, ...]
    nexus: Callable[[Case, Sequence[str]], bool | None]
    nexus_fact: str
    nexus_words: str
    outside: str
    ownership: Dated | None
    escape: Escape
    has_test: bool = True
    caution: tuple[str, ...] = ()
    confidence: Confidence = Confidence.HIGH
    by_programme: bool = True

    @property
    def test(self) -> OwnershipTest | None:
        """Its ownership test on the day."""
        return ownership_test(self.ownership.value) if self.ownership else None


def ownership_test(value: Mapping[str, Any]) -> OwnershipTest:
    """Return an ownership test from a value of the rulebook."""
    return OwnershipTest(
        value["threshold"], bool(value["inclusive"]), bool(value["aggregate"]), bool(value["control"])
    )


def cascade_of(case: Case, test: OwnershipTest, found: Sequence[Designation]) -> Cascade:
    """Return the cascade of the listed parties of a case."""
    sure = nodes(case, found, sure=True)
    return Cascade(case.ownership, sure, nodes(case, found, sure=False) - sure, test)


def weakest(*levels: Confidence) -> Confidence:
    """Return the weakest confidence."""
    return max(levels, key=tuple(Confidence).index)


def listed_names(found: Sequence[Designation]) -> str:
    """Return the listed names, a few of them in words and the rest as a number."""
    names = list(dict.fromkeys(f"{item.listed_name} ({item.record})" for item in found))
    rest = len(names) - SHOWN
    return " or ".join(names[:SHOWN]) + (f" or {rest} more" if rest > 0 else "")


def covered(finding: Finding, case: Case) -> Finding:
    """Let a licence that the user holds, and that names this rule, cover a freeze, with its conditions."""
    for held in case.shipment.authorisations:
        if held.holds_on(case.day) and not {finding.rule, finding.kind}.isdisjoint(held.covers):
            return replace(
                finding,
                outcome=Outcome.AUTHORISED,
                instead_of=finding.outcome,
                sentence=f"{finding.sentence} Covered, as stated by the user, by {held.name}: "
                "verify its conditions.",
                conditions=(*finding.conditions, *held.conditions),
                until=held.until,
            )
    return finding


def by_nexus(case: Case, freeze: Freeze, finding: Finding, programmes: Sequence[str]) -> Iterator[Result]:
    """Yield a finding where the regime binds, a question where that is not known, else the risk."""
    bound = freeze.nexus(case, programmes)
    if bound is True:
        yield covered(finding, case)
    elif bound is None:
        yield Question(
            code="missing_fact",
            fact=freeze.nexus_fact,
            sentence=f"{finding.sentence} It binds {freeze.nexus_words}; "
            "whether that is so here is not stated.",
            rule=finding.rule,
            citations=finding.citations,
            party=finding.party,
            evidence=finding.evidence,
        )
    else:
        yield Flag(
            code="outside_nexus",
            sentence=f"{finding.sentence} It binds {freeze.nexus_words}; as stated, that is not so here. "
            f"{freeze.outside}",
            citations=finding.citations,
            party=finding.party,
            in_force=finding.in_force,
            evidence=finding.evidence,
        )


def nexus_of(case: Case, freeze: Freeze, items: Sequence[Designation]) -> bool | None:
    """Tell whether a case is within the reach of a regime, for some listed parties."""
    return freeze.nexus(case, tuple(code for item in items for code in item.programmes))

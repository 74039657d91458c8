"""Whom OFAC's sanctions bind in a case, and the freeze of its SDN List as data for the shared rules."""

from __future__ import annotations

from collections.abc import Sequence

from licet.model.law import Escape, Finding, Flag, Question, Result
from licet.rules.case import Case
from licet.rules.freezes import Freeze

BINDS = "US persons, wherever they are, and anybody who makes one take part"
NEXUS_FACT = "actor.us_person, actor.us_person_involved"
REGIME = "US OFAC"
AUTHORITY = "OFAC, 31 CFR ch. V"
_RISK = (
    "Nobody is found bound, so this is no violation as stated; a non-US person still risks sanctions of its "
    "own (secondary sanctions), and a US bank, insurer or dollar payment would change the answer."
)


def nexus(case: Case, programmes: Sequence[str]) -> bool | None:
    """Tell whether somebody is bound: a US person, or for some programmes a foreign company that one owns.

    None where that is not stated.
    """
    base = case.us_nexus
    if base is True or case.shipment.actor.us_owned_or_controlled is False:
        return base
    held = case.book.value("us.ofac.foreign_subsidiaries", case.day)
    tags = held.value["programmes"] if held else None
    if tags is not None and not set(tags) & set(programmes):
        return base
    if tags is None and not any(item.startswith(("IRAN", "CUBA")) for item in programmes):
        return base
    # A foreign company that a US person owns or controls is bound by these programmes.
    return True if case.shipment.actor.us_owned_or_controlled and tags is not None else None


def sdn_freeze(case: Case) -> Freeze:
    """Return the freeze of the SDN List with the ownership test of the day."""
    blocking = case.book.value("us.ofac.blocking", case.day)
    caution = case.book.value("us.ofac.caution", case.day)
    cite = blocking.cite if blocking else ("31 CFR ch. V",)
    return Freeze(
        kind="ofac_blocking",
        rule="us.ofac.blocking",
        regime=REGIME,
        authority=AUTHORITY,
        of_list="OFAC's SDN List",
        effect="its property must be blocked and reported, and no dealing with it is allowed",
        citations=cite,
        nexus=nexus,
        nexus_fact=NEXUS_FACT,
        nexus_words=BINDS,
        outside=_RISK,
        ownership=case.book.value("us.ofac.fifty_percent", case.day),
        escape=Escape(
            "general or specific licence of OFAC",
            "conditions_to_verify",
            "Name a licence that covers this dealing in `authorisations`; none is assumed.",
            cite,
        ),
        caution=caution.cite if caution else (),
    )


def by_nexus(case: Case, finding: Finding, programmes: Sequence[str] = ()) -> Result:
    """Return a finding of a lesser list where a US person takes part, else a question or the risk."""
    bound = nexus(case, programmes)
    if bound is True:
        return finding
    if bound is None:
        return Question(
            code="missing_fact",
            fact=NEXUS_FACT,
            sentence=f"{finding.sentence} It binds {BINDS}; whether that is so here is not stated.",
            rule=finding.rule,
            citations=finding.citations,
            party=finding.party,
            evidence=finding.evidence,
        )
    return Flag(
        code="outside_nexus",
        sentence=f"{finding.sentence} It binds {BINDS}; as stated, that is not so here.",
        citations=finding.citations,
        party=finding.party,
        in_force=finding.in_force,
        evidence=finding.evidence,
    )

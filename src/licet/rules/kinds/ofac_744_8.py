"""15 CFR 744.8: a licence for items subject to the EAR when certain blocked persons are parties."""

from __future__ import annotations

from collections.abc import Iterator

from licet.model.law import Check, Escape, Finding, Flag, Outcome, Question, Result
from licet.rules.case import Case
from licet.rules.designations import Designation, Listed, by_path, designations
from licet.rules.kind import Kind
from licet.rules.list_744_8 import Programme, programme_744_8
from licet.rules.reached import Touch, touch

RULE = "us.ear.744_8"
_CITES = ("15 CFR 744.8(a)(1)",)
_SDN = frozenset({Listed.SDN})


def decide(case: Case) -> Iterator[Result]:
    """Every item subject to the EAR needs a licence of BIS when a blocked person of 14 programmes is a party.

    The programmes are those under Executive Orders 13405, 13660, 13661, 13662, 13685, 14024 and 14038
    (Russia, Ukraine, Belarus), foreign terrorist organisations, global terrorists, proliferators of weapons
    of mass destruction, transnational crime (13581) and narcotics (14059, SDNT, SDNTK). It binds everybody
    who deals in the items, US person or not, unless OFAC authorises the transaction. Parties are purchaser,
    consignees and end user; another part in the deal is a red flag. Companies that such persons own are
    reached only by the Affiliates Rule, on its days.
    """
    found = [item for item in designations(case, _SDN) if not item.is_owner]
    told = False
    for items in by_path(found).values():
        counted = [(item, held) for item in items if (held := programme_744_8(case, item))]
        if counted:
            told = True
            yield from _party(case, counted[0][0], counted[0][1])
    if not told:
        looked = "no party is or may be on the SDN List under one of the 14 programmes"
        yield Check("ofac_744_8", looked, _CITES)


def _party(case: Case, item: Designation, held: Programme) -> Iterator[Result]:
    how = touch(case.shipment, item.involved)
    if how is Touch.NONE:
        return
    lead = f"{item.name} {'is' if item.sure else 'may be'} on OFAC's SDN List as {item.record}"
    needed = f"for items subject to the EAR a licence of BIS is needed ([{held.tag}])"
    if how not in {Touch.PARTY, Touch.ROLE_UNSTATED}:
        yield Flag(
            "red_flag",
            f"{lead}: as purchaser, consignee or end user, {needed}; in its part here that is a red flag.",
            held.cite,
            party=item.path,
            evidence=item.evidence,
        )
        return
    if case.subject_to_ear is False:
        told = f"{lead}; no item is subject to the EAR, so 744.8 does not reach them"
        yield Check("ofac_744_8", told, held.cite)
        return
    if question := _open(case, item, held, f"{lead}. If so, {needed}"):
        yield question
        return
    if how is Touch.ROLE_UNSTATED:
        ask = f"{lead}. If it is a party, {needed}: state its part."
        yield _ask(item, held, "missing_fact", f"{item.path}.role", ask)
        return
    yield _finding(case, item, held, f"{lead}: {needed}, unless OFAC authorises the transaction.")


def _open(case: Case, item: Designation, held: Programme, lead: str) -> Question | None:
    """Ask what keeps the rule from an answer: the text of the day, the identity, the jurisdiction."""
    if not held.known:
        told = f"{lead}. The rulebook does not hold 744.8 as it was on {case.day}."
        return _ask(item, held, "missing_law", "us.ear.744_8.programmes", told)
    if not item.sure:
        return _ask(item, held, "identity", item.path, f"{lead}.")
    if case.subject_to_ear is None:
        missing = [fact for found in case.jurisdictions for fact in found.missing] or ["items"]
        return _ask(item, held, "missing_fact", missing[0], f"{lead}. Is an item subject to the EAR?")
    return None


def _finding(case: Case, item: Designation, held: Programme, sentence: str) -> Finding:
    paths = [path for path, _item, found in case.items if found.subject]
    memory = f" That the tag stands for {held.order} is from memory." if held.order else ""
    return Finding(
        kind="ofac_744_8",
        rule=RULE,
        outcome=Outcome.LICENCE_REQUIRED,
        regime="US EAR",
        sentence=sentence + memory,
        citations=held.cite,
        authority="BIS; 15 CFR 744.8",
        scope="all items subject to the EAR",
        policy_text="not held by the rulebook",
        party=item.path,
        item=paths[0] if len(paths) == 1 and len(case.shipment.items) > 1 else "",
        evidence=item.evidence,
        escapes=(
            Escape(
                "authorisation of OFAC",
                "conditions_to_verify",
                "Where OFAC authorises the transaction, 744.8 asks for no further licence.",
                held.cite,
            ),
        ),
        facts=item.facts,
        confidence=held.confidence,
    )


def _ask(item: Designation, held: Programme, code: str, fact: str, sentence: str) -> Question:
    return Question(code, fact, sentence, RULE, held.cite, party=item.path, evidence=item.evidence)


KIND = Kind(
    id="ofac_744_8",
    title="Licence for items when certain blocked persons are parties",
    regime="US EAR",
    step="D7",
    version=1,
    citations=("15 CFR 744.8(a)(1)", "89 FR 20107"),
    not_covered=(
        "The text before March 2024.",
        "The policy of review of applications.",
        "Which tags stand for Executive Orders 13405 and 13581 is from memory: these are asked about.",
    ),
    decide=decide,
)

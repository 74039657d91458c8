"""Military and military-intelligence users by the text of the rule, whoever is on a list (744.21, 744.22)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from licet.model.law import Confidence, Escape, FactUsed, Finding, LicencePolicy, Outcome, Question, Result
from licet.model.rulebook import Dated
from licet.model.shipment import TRANSACTION_ROLES, Item, Role
from licet.rules.acts import OUTWARD
from licet.rules.case import Case
from licet.rules.eccn import is_listed
from licet.rules.ternary import every
from licet.rules.where import is_within, place_fact, text_for

ONLY_GOV = (
    Escape(
        "licence exception GOV",
        "conditions_to_verify",
        "Only in the narrow part that the section names.",
        ("15 CFR 740.11(b)(2)",),
    ),
    Escape("other licence exceptions", "foreclosed", "The section names none but GOV.", ("15 CFR 740.2(a)",)),
)
"""What may overcome 744.21 and 744.22."""
_BY_ENTRY = "us.ear.end_user.military.supplement_2.by_entry"


@dataclass(frozen=True, slots=True)
class UserRule:
    """A rule about a sort of user.

    Attributes:
        kind: The measure kind.
        rule: Id told with its findings.
        value: Id of the value that holds its text: `section`, `countries`, `groups`, `items`, `policy`.
        user: Which sort of user and use, as in `end_user_type` and `end_use.uses`.
    """

    kind: str
    rule: str
    value: str
    user: str


def by_text(case: Case, rule: UserRule) -> Iterator[Result]:
    """Yield what the text of a rule says where such a user or use is stated."""
    shipment = case.shipment
    if shipment.activity not in OUTWARD:
        return
    uses = shipment.end_use.uses if shipment.end_use else ()
    parties = [
        place
        for place, one in enumerate(shipment.parties)
        if one.end_user_type == rule.user and one.role in TRANSACTION_ROLES | {Role.CUSTOMER, Role.OTHER}
    ]
    if rule.user not in uses and not parties:
        return
    text, exact = text_for(case.book, rule.value, case.day)
    if text is None:
        return
    where = is_within(case.book, text.value, (shipment.destination, shipment.region), case.day)
    if where is False:
        return
    path = f"parties[{parties[0]}]" if parties else ""
    if shipment.end_use is not None and shipment.end_use.known is False and not parties:
        ask = f"A {_words(rule)} use is suspected: resolve it. If it is known, a licence is needed."
        yield Question("red_flag", "end_use.known", ask, rule.rule, text.cite)
        return
    for item_path, item, found in case.items:
        listed = _of_items(case, text.value, item)
        state = every((where, listed, found.subject))
        if state is None:
            own = place_fact(shipment.destination) if where is None else f"{item_path}.supplement_2_meu"
            fact = found.missing[0] if found.subject is None and found.missing else own
            ask = f"A {_words(rule)} user or use is stated: {fact} decides ({text.value['section']})."
            yield Question("missing_fact", fact, ask, rule.rule, text.cite, party=path, item=item_path)
        elif state:
            yield _finding(case, rule, text, (path, item_path, exact))


def _finding(case: Case, rule: UserRule, text: Dated, at: tuple[str, str, bool]) -> Finding:
    party, item, exact = at
    value = text.value
    scope = (
        "any item subject to the EAR, EAR99 too" if value["items"] == "any" else "an item of Supplement No. 2"
    )
    return Finding(
        kind=rule.kind,
        rule=rule.rule,
        outcome=Outcome.LICENCE_REQUIRED,
        regime="US EAR",
        sentence=f"A {_words(rule)} user or use is stated, in {case.shipment.destination}: a licence is "
        f"needed for {scope} ({value['section']}).",
        citations=(f"15 CFR {value['section']}", *text.cite),
        authority="BIS; 15 CFR part 744",
        scope=scope,
        in_force=text.interval,
        policy=LicencePolicy(value["policy"]) if "policy" in value else None,
        party=party,
        item=item,
        escapes=ONLY_GOV,
        facts=(FactUsed(f"{party}.end_user_type" if party else "end_use.uses", rule.user),),
        confidence=text.confidence if exact else Confidence.LOW,
    )


def _of_items(case: Case, value: Mapping[str, Any], item: Item) -> bool | None:
    if value["items"] == "any":
        return True
    if item.supplement_2_meu is None and is_listed(item.eccn) is False:
        by_entry = case.book.value(_BY_ENTRY, case.day)
        return False if by_entry is not None and by_entry.value else None
    return item.supplement_2_meu


def _words(rule: UserRule) -> str:
    return rule.user.replace("_", "-")

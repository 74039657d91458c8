"""End uses that need a licence whatever the item is, and support by US persons."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from licet.model.law import Check, Question, Result
from licet.model.shipment import TRANSACTION_ROLES, Item, ShipmentParty
from licet.rules.acts import OUTWARD, UNDER_EAR
from licet.rules.case import Case
from licet.rules.eccn import fits, is_listed
from licet.rules.end_uses import USES, Rule, is_meant, licence_needed, rule_of, title_of
from licet.rules.kind import Kind
from licet.rules.ternary import every, some
from licet.rules.where import is_within, names_places, place_fact

_ITEMS = tuple(
    f"us.ear.end_use.{key}"
    for key in (
        "nuclear",
        "missile_range",
        "wmd_delivery",
        "missile_unknown",
        "chemical_biological",
        "maritime_nuclear",
        "microprocessors",
        "supercomputer",
        "advanced_node_fab",
        "fab_node_unknown",
        "sme_production",
    )
)
_HEADQUARTERS = "us.ear.end_use.advanced_computing_headquarters"
_US_PERSON = "us.ear.end_use.us_person"
_INTELLIGENCE = "us.ear.end_user.military_intelligence"


def decide(case: Case) -> Iterator[Result]:
    """Ask for a licence because of what the items are for, or for whom.

    Any item subject to the EAR, EAR99 too, needs a licence when one knows that it is for nuclear explosive or
    unsafeguarded nuclear activities, for missiles and unmanned aircraft of 300 km or more in a country of
    group D:4 (or of unknown range there), for the delivery of weapons of mass destruction anywhere, for
    chemical or biological weapons, for maritime nuclear propulsion, for a factory in Macau or group D:5 that
    makes advanced-node circuits. Supercomputers, factories of unknown node and makers of manufacturing
    equipment there are reached for listed items, and advanced computing items for companies with headquarters
    or a parent there, wherever they are. US persons may not support such uses even where no item moves.

    These rules bite on knowledge: what is stated counts as known; silence is asked about and decides nothing.
    """
    shipment = case.shipment
    if shipment.activity not in UNDER_EAR:
        return
    uses = shipment.end_use.uses if shipment.end_use else ()
    military = [party.end_user_type for party in shipment.parties]
    yield from _headquarters(case)
    yield from (_unknown_use(use) for use in uses if use not in USES)
    if not uses and not any(item not in {"", "civil"} for item in military):
        yield from _silence(case)
        return
    if shipment.end_use is not None and shipment.end_use.known is False and uses != ("civil",):
        yield _suspected(uses)
        return
    for key in _ITEMS:
        rule = rule_of(case, key)
        if rule and is_meant(case, rule.value):
            for path, item, found in case.items:
                if found.subject is not False:
                    yield from _item(case, rule, (path, item, found.subject))
    yield from _us_person(case)
    stated = ", ".join((*uses, *(item for item in military if item)))
    told = f"The stated uses and types of user were compared with part 744: {stated}."
    yield Check("end_use", told, ("15 CFR 744",))


def _unknown_use(use: str) -> Question:
    return Question(
        "missing_fact",
        "end_use.uses",
        f"No rule knows the use {use!r}: write one of {', '.join(sorted(USES))}, and tell more in words.",
        "us.ear.end_use",
        ("15 CFR 744",),
    )


def _item(case: Case, rule: Rule, at: tuple[str, Item, bool | None]) -> Iterator[Result]:
    path, item, subject = at
    value = rule.value
    place = (case.shipment.destination, case.shipment.region)
    where = is_within(case.book, value, place, case.day) if names_places(value) else True
    kind = _of_kind(value["items"], item)
    state = every((where, kind, _range(value, item)))
    if state is False or place[0] in value.get("spared", ()):
        return
    if state is None or subject is None:
        missing = place_fact(place[0]) if where is None else f"{path}.eccn" if kind is None else path
        yield Question(
            "missing_fact",
            missing,
            f"{rule.text.cite[0]} asks for a licence for {title_of(case, rule)} if {path} is subject to "
            "the EAR "
            "and within its scope: state it.",
            rule.key,
            rule.text.cite,
            item=path,
        )
        return
    yield licence_needed(case, rule, path, _sentence(case, rule, item))


def _of_kind(items: Any, item: Item) -> bool | None:  # noqa: ANN401  `any`, `ccl` or patterns
    if items == "any":
        return True
    return is_listed(item.eccn) if items == "ccl" else fits(item.eccn, items)


def _range(value: Mapping[str, Any], item: Item) -> bool:
    if value.get("range") == "unknown":
        return item.range_km is None
    if value.get("range") == "known":
        return item.range_km is not None and item.range_km >= Decimal(value["km"])
    return True


def _sentence(case: Case, rule: Rule, item: Item) -> str:
    value = rule.value
    told = f"{item.description or 'The item'} needs a licence: its stated use is {title_of(case, rule)}"
    said = f"{told} ({rule.text.cite[0]})."
    if "verify" in value:
        said += f" Verify: {value['verify']}."
    if "spared_unlisted" in value:
        said += f" Countries of Supp. 3 to part 744 are spared ({value['spared_unlisted']}): verify."
    if not rule.exact:
        said += f" This is the text of {rule.text.interval.first}; that of {case.day} is not in the rulebook."
    return f"{said} {rule.text.review}".rstrip()


def _headquarters(case: Case) -> Iterator[Result]:
    """Apply 744.23(a)(3): where the company's headquarters or its parent's are counts, not where it is."""
    rule: Rule | None = None
    for path, item, found in case.items:
        if found.subject is False or not item.eccn or is_listed(item.eccn) is False:
            continue
        rule = rule or rule_of(case, _HEADQUARTERS)
        if rule is None or fits(item.eccn, rule.value["items"]) is not True:
            continue
        for index, party in enumerate(case.shipment.parties):
            if party.role in TRANSACTION_ROLES:
                yield from _seat(case, rule, (path, found.subject), (index, party))


def _seat(
    case: Case, rule: Rule, of_item: tuple[str, bool | None], at: tuple[int, ShipmentParty]
) -> Iterator[Result]:
    (path, subject), (index, party) = of_item, at
    named = party.name or f"parties[{index}]"
    seats = [party.country, *_parents(party)]
    within = some(is_within(case.book, rule.value, (seat, ""), case.day) for seat in seats if seat)
    known = bool(party.headquarters) or bool(_parents(party))
    if within:
        seat = next(one for one in seats if one and is_within(case.book, rule.value, (one, ""), case.day))
        said = (
            f"Advanced computing items need a licence for {named}: its headquarters "
            f"or its parent's are in {seat}, wherever it takes them ({rule.text.cite[0]})."
        )
        if not rule.exact:
            said += f" This is the text of {rule.text.interval.first}; that of {case.day} is not loaded."
        if subject:
            yield licence_needed(case, rule, path, said)
        else:
            yield Question(
                "missing_fact", path, f"If {path} is subject to the EAR: {said}", rule.key, rule.text.cite
            )
    elif not known or within is None:
        yield Question(
            "missing_fact",
            f"parties[{index}].headquarters" if not known else place_fact(party.headquarters or seats[-1]),
            f"Advanced computing items need a licence where the headquarters of {named} or of its "
            f"parent are in Macau or a country of D:5 ({rule.text.cite[0]}): state them.",
            rule.key,
            rule.text.cite,
            party=f"parties[{index}]",
            item=path,
        )


def _parents(party: ShipmentParty) -> list[str]:
    """Return the headquarters as stated, else the countries of owners of half or more."""
    if party.headquarters:
        return [party.headquarters]
    return [
        owner.country
        for owner in party.owners
        if owner.country and owner.percent is not None and owner.percent >= 50  # half and more is a parent
    ]


def _us_person(case: Case) -> Iterator[Result]:
    rule = rule_of(case, _US_PERSON)
    if rule is None or not is_meant(case, rule.value) or not _supports(case, rule.value):
        return
    covered = case.subject_to_ear and case.shipment.activity in OUTWARD
    actor = case.shipment.actor
    person = case.us_nexus
    if person is False or (covered and person is None):
        return
    if person is None:
        yield Question(
            "missing_fact",
            "actor.us_person",
            f"US persons may not support such a use without a licence, even where no item moves "
            f"({rule.text.cite[0]}): state whether one takes part.",
            rule.key,
            rule.text.cite,
        )
        return
    said = (
        f"A US person ({actor.name or 'the actor, or one who takes part'}) may not support this use "
        "without a "
        f"licence, even where no item subject to the EAR moves ({rule.text.cite[0]})."
    )
    if not rule.exact:
        said += f" This is the text of {rule.text.interval.first}; that of {case.day} is not in the rulebook."
    yield licence_needed(case, rule, "", said)


def _supports(case: Case, rule: Mapping[str, Any]) -> bool:
    """Tell whether a stated use is one that 744.6 means, within the reach of the use's own section."""
    uses = case.shipment.end_use.uses if case.shipment.end_use else ()
    if any(party.end_user_type in rule.get("end_users", ()) for party in case.shipment.parties):
        uses = (*uses, "military_intelligence")
    return any(_reaches(case, use) for use in uses if use in rule["uses"])


def _reaches(case: Case, use: str) -> bool:
    """Tell whether the section on a use reaches the destination, and the range where one is stated."""
    texts = [rule.value for key in (*_ITEMS, _INTELLIGENCE) if (rule := rule_of(case, key))]
    own = [one for one in texts if use in one.get("uses", ("military_intelligence",))]
    return not own or any(_may_reach(case, one) for one in own)


def _may_reach(case: Case, rule: Mapping[str, Any]) -> bool:
    shipment = case.shipment
    if shipment.destination in rule.get("spared", ()):
        return False
    items = shipment.items
    if items and not any(_range(rule, item) for item in items):
        return False
    place = (shipment.destination, shipment.region)
    return not names_places(rule) or is_within(case.book, rule, place, case.day) is not False


def _suspected(uses: tuple[str, ...]) -> Question:
    return Question(
        "red_flag",
        "end_use",
        f"A use that needs a licence is suspected, not known ({', '.join(uses)}): resolve it before "
        "going on; "
        "looking away counts as knowledge (15 CFR 772.1).",
        "us.ear.end_use",
        ("15 CFR 772.1", "15 CFR 732 Supp. 3"),
    )


def _silence(case: Case) -> Iterator[Result]:
    if any(found.subject is not False for _path, _item, found in case.items) or not case.shipment.items:
        yield Question(
            "missing_fact",
            "end_use",
            "The end use and the type of end user are not stated. Part 744 needs a licence where one "
            "knows of "
            "a weapon, military, intelligence or advanced-chip use; without a red flag nobody has to hunt.",
            "us.ear.end_use",
            ("15 CFR 744", "15 CFR 732 Supp. 3"),
            decides=False,
        )
    yield Check("end_use", "No end use was stated that part 744 names.", ("15 CFR 744",))


KIND = Kind(
    id="end_use",
    title="End use and end user",
    regime="US EAR",
    step="D8, D9",
    version=1,
    citations=(
        "15 CFR 744.2",
        "15 CFR 744.3",
        "15 CFR 744.4",
        "15 CFR 744.5",
        "15 CFR 744.6",
        "15 CFR 744.17",
        "15 CFR 744.23",
        "15 CFR 736.2(b)(5)",
        "15 CFR 736.2(b)(7)",
    ),
    not_covered=(
        "Military and military-intelligence users (744.21, 744.22) have kinds of their own.",
        "Texts before 23 July 2026 are not loaded: such a use on an earlier day is asked about.",
        "Supp. 3 to part 744 is not transcribed whole; the lists of items of 744.17 and 744.23 are not.",
        "Licence policies of part 744 are not loaded.",
    ),
    decide=decide,
)

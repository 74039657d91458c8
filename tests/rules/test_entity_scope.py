"""Entity List entries: what they ask for, item by item; nothing is guessed in the user's favour."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import date

import pytest
from tests.shared import SHARED, needs_shared, read_bytes

from licet.model.law import LicencePolicy
from licet.model.shipment import Activity, EndUse, Held, Item, Role, Shipment, ShipmentParty
from licet.rules.entity_scope import CarveOut, ItemScope, entity_scope, scope_of_terms
from licet.rules.licence_policy import review_policy

ALL = "For all items subject to the EAR"
PLAIN = f"{ALL} (See §744.11 of the EAR)"
EXPORT = Shipment(Activity.EXPORT, date(2026, 7, 31))
BIS = (
    "Case-by-case review for ECCNs 1A004.c, 1A004.d, 1A995, 1A999.a, 1D003, 2A983, 2D983, and 2E983, and for "
    "EAR99 items described in the Note to ECCN 1A995; case-by-case review for items necessary to detect, "
    "identify and treat infectious disease; and presumption of denial for all other items subject to the EAR."
)
FOOD = (
    "Policy of denial for all items subject to the EAR apart from food and medicine designated as EAR99, "
    "which will be reviewed on a case-by-case basis. See §§ 746.8(b) and 744.21(e)"
)
DRONE = (
    "For All Items Subject to the EAR (See §744.11 of the EAR), except for EAR99-designated technology for "
    "the operation, maintenance, or repair of unmanned aerial vehicles (UAV) released to this entity by the "
    "operator of the UAV."
)
ADDRESS = "For items on the CCL and EAR99 items listed in supplement no. 7 to part 746 of the EAR"
NODES = (
    "Presumption of denial for items uniquely required for production at advanced technology nodes; "
    "Case by case for all other items"
)
CHIPS = (
    "Presumption of denial except case-by-case for items not described in ECCN 3B001.a.4, .c, .d, f.1.b.2, "
    ".k to .p; 3B002.c, 3B993, or 3B994"
)


@pytest.mark.parametrize(
    ("text", "eccn", "product", "policy"),
    [
        ("Presumption of denial.", "EAR99", "", LicencePolicy.PRESUMPTION_OF_DENIAL),
        ("Presumption for denial", "5A992", "", LicencePolicy.PRESUMPTION_OF_DENIAL),
        (BIS, "1A995", "", LicencePolicy.CASE_BY_CASE),
        (BIS, "1A004.c", "", LicencePolicy.CASE_BY_CASE),
        (BIS, "1A004.a", "", LicencePolicy.PRESUMPTION_OF_DENIAL),
        (BIS, "EAR99", "", LicencePolicy.PRESUMPTION_OF_DENIAL),
        (FOOD, "EAR99", "food", LicencePolicy.CASE_BY_CASE),
        (FOOD, "EAR99", "pump", LicencePolicy.DENIAL),
        (FOOD, "1C351", "medicine", LicencePolicy.DENIAL),
        ("Case-by-case for all items listed on the CCL. Presumption of approval for EAR99 items",
         "EAR99", "", LicencePolicy.PRESUMPTION_OF_APPROVAL),
        ("Case-by-case for all items listed on the CCL. Presumption of approval for EAR99 items",
         "3A001", "", LicencePolicy.CASE_BY_CASE),
        (CHIPS, "3B001.m", "", LicencePolicy.PRESUMPTION_OF_DENIAL),
        (CHIPS, "3B001.b", "", LicencePolicy.CASE_BY_CASE),
        (CHIPS, "3B001", "", LicencePolicy.PRESUMPTION_OF_DENIAL),
        ("Policy of denial; Case-by-case basis for U.S. Government supported space programs.",
         "EAR99", "", LicencePolicy.DENIAL),
        (NODES, "3B991", "", LicencePolicy.PRESUMPTION_OF_DENIAL),
        ("Presumption of approval for EAR99 items", "3A001", "", None),
        ("See §744.2(d) of the EAR.", "EAR99", "", None),
    ],
)  # fmt: skip
def test_the_policy_is_that_of_the_item(
    text: str, eccn: str, product: str, policy: LicencePolicy | None
) -> None:
    """Different policies stand in one cell; a purpose that an item cannot show never softens it."""
    assert review_policy(text).of(Item(eccn=eccn, product=product)) is policy


def test_without_a_classification_the_strictest_policy_stands() -> None:
    """Not knowing the ECCN is not EAR99."""
    assert review_policy(BIS).of(Item()) is LicencePolicy.PRESUMPTION_OF_DENIAL
    assert review_policy(BIS).of(None) is LicencePolicy.PRESUMPTION_OF_DENIAL


def test_a_policy_of_no_known_family_is_read_as_denial_and_said_so() -> None:
    """A requirement in the policy's column, or nothing."""
    for text in (PLAIN, "", "As the Secretary pleases"):
        found = review_policy(text)
        assert (found.understood, found.of(Item(eccn="EAR99"))) == (False, LicencePolicy.DENIAL)


@pytest.mark.parametrize(
    ("item", "caught", "fact"),
    [
        (Item(eccn="5A002.a.1"), True, ""),
        (Item(eccn="EAR99", supplement_7=True), True, ""),
        (Item(eccn="EAR99", supplement_7=False), False, ""),
        (Item(eccn="EAR99"), None, ".supplement_7"),
        (Item(), None, ".eccn"),
    ],
)
def test_an_address_row_reaches_control_list_items_and_those_of_supplement_7(
    item: Item,
    caught: bool | None,
    fact: str,
) -> None:
    """89 FR 51653: not EAR99 as such, and unknown stays unknown."""
    found = entity_scope(ADDRESS, "Presumption of denial")
    assert found.item_scope is ItemScope.CCL_AND_SUPPLEMENT_7
    reach = found.reaches(item, EXPORT)
    assert (reach.caught, reach.fact) == (caught, fact)


def test_a_string_that_can_be_read_two_ways_is_read_at_its_wider_meaning() -> None:
    """The words "on the CCL and listed in supplement no. 7" hold CCL items that are not in the supplement."""
    found = entity_scope("For items on the CCL and listed in supplement no. 7 to part 746 of the EAR")
    assert found.reaches(Item(eccn="3A001", supplement_7=False), EXPORT).caught is True


def test_oil_projects_are_reached_only_as_such() -> None:
    """746.8(a)(4): the end use decides, and silence does not."""
    found = entity_scope(
        "For all items subject to the EAR when used in projects specified in § 746.8(a)(4) of the EAR"
    )
    item = Item(eccn="EAR99")
    for uses, caught in ((("oil_project",), True), (("civil",), False), ((), None)):
        asked = Shipment(Activity.EXPORT, date(2026, 7, 31), end_use=EndUse(uses=uses))
        assert found.reaches(item, asked).caught is caught


@pytest.mark.parametrize(
    ("eccn", "kind", "acts", "caught"),
    [
        ("EAR99", "technology", ("drone_repair_technology_by_operator",), False),
        ("EAR99", "technology", ("repair",), True),
        ("EAR99", "commodity", ("drone_repair_technology_by_operator",), True),
        ("9E610", "technology", ("drone_repair_technology_by_operator",), True),
    ],
)
def test_drone_technology_is_left_out_only_as_written(
    eccn: str,
    kind: str,
    acts: tuple[str, ...],
    caught: bool,
) -> None:
    """EAR99, technology, released by the operator: all three (86 FR 29193)."""
    found = entity_scope(DRONE, "Presumption of denial")
    assert found.leaves_out is CarveOut.DRONE_TECHNOLOGY
    asked = Shipment(Activity.EXPORT, date(2026, 7, 31), acts=acts)
    assert found.reaches(Item(eccn=eccn, kind=kind), asked).caught is caught


def test_an_ofac_licence_leaves_out_what_it_covers_and_no_other_licence_does() -> None:
    """General License No. 1B, by its number."""
    found = entity_scope(
        "All items subject to the EAR, apart from items that are related to transactions that are authorized "
        "by the Department of the Treasury’s Office of Foreign Assets Control pursuant to General License "
        "No. 1B of March 2, 2021. (See §§ 734.9(g),3 746.8(a)(3), and 744.21(b) of the EAR)"
    )
    item = Item(eccn="EAR99")
    assert (found.leaves_out, found.fdp_footnotes) == (CarveOut.OFAC_LICENCE, ("3",))
    for held, caught in (("OFAC GL 1B", False), ("GL 1", True), ("GL 11B", True)):
        asked = Shipment(Activity.EXPORT, date(2026, 7, 31), authorisations=(Held(held),))
        assert found.reaches(item, asked).caught is caught


def test_fuels_are_left_out_by_tariff_code() -> None:
    """A code below a listed heading is left out; another is not."""
    found = entity_scope(
        "All items subject to the EAR except for: crude oil and natural gas under the following Harmonized "
        "System (HS) codes: 271111, 2711210000, 2709"
    )
    for code, caught in (("2709.00.2010", False), ("271111", False), ("8413.70", True), ("", True)):
        assert found.reaches(Item(eccn="EAR99", hts=code), EXPORT).caught is caught


@pytest.mark.parametrize(
    ("eccn", "product", "user", "caught"),
    [
        ("EAR99", "food", "", False),
        ("EAR99", "pump", "", True),
        ("5A992.c", "", "civil", False),
        ("5A992.c", "", "government", True),
        ("5A992.c", "", "", True),
    ],
)
def test_food_and_phones_are_left_out_of_some_entries_of_2022(
    eccn: str, product: str, user: str, caught: bool
) -> None:
    """Phones only where nobody is a government end user or state-owned; that must be stated."""
    found = entity_scope(
        "All items subject to the EAR except for food or medicine designated as EAR99, or ECCN 5A992.c and "
        "5D992.c unless for Russian “government end users” and Russian state-owned enterprises (SoEs) to "
        "Russia. (See §§ 734.9(g),3 746.8(a)(3), and 744.21(b) of the EAR)"
    )
    assert (found.leaves_out, found.fdp_footnotes) == (CarveOut.FOOD, ("3",))
    asked = Shipment(
        Activity.EXPORT, date(2022, 5, 16), parties=(ShipmentParty(Role.END_USER, "X", end_user_type=user),)
    )
    assert found.reaches(Item(eccn=eccn, product=product), asked).caught is caught


@pytest.mark.parametrize(
    ("eccn", "caught"), [("EAR99", False), ("3A999", False), ("3A001.a.1", True), ("", None)]
)
def test_an_old_entry_reaches_what_is_classified(eccn: str, caught: bool | None) -> None:
    """Neither EAR99 nor an ECCN that ends in 999; without a classification it is not known."""
    found = entity_scope(
        "For all items subject to the EAR having a classification other than EAR99 or a classification where "
        'the third through fifth digits of the ECCN are "999", e.g., XX999'
    )
    assert found.item_scope is ItemScope.CLASSIFIED
    assert found.reaches(Item(eccn=eccn), EXPORT).caught is caught


def test_an_unknown_string_has_the_widest_scope_and_is_marked() -> None:
    """Never narrower than the law may be."""
    found = entity_scope("For computers above the Tier 3 level", "Presumption of denial")
    assert (found.item_scope, found.understood) == (ItemScope.UNREAD, False)
    assert found.reaches(Item(eccn="EAR99"), EXPORT).caught is True


def test_terms_of_a_measure_are_read_like_a_row_and_may_state_footnotes() -> None:
    """The footnotes of both are joined."""
    found = scope_of_terms({"requirement": PLAIN, "policy": "Presumption of denial", "footnotes": ("1",)})
    assert (found.fdp_footnotes, found.item_scope, found.understood) == (("1",), ItemScope.ALL, True)


def _appendix(number: int) -> list[str]:
    text = (SHARED / "domain.md").read_text(encoding="utf-8").split("# Appendix A", 1)[1]
    block = re.findall(r"```\n(.*?)```", text, re.DOTALL)[number]
    return [re.sub(r"^ *\d+ ", "", line) for line in block.splitlines()]


@needs_shared
@pytest.mark.shared
def test_every_requirement_of_2026_07_31_is_read() -> None:
    """All 88 distinct strings (the handbook's lines), none at the widest for want of understanding."""
    strings = _appendix(0)
    unread = [text for text in strings if entity_scope(text).item_scope is ItemScope.UNREAD]
    other = [text for text in strings if entity_scope(text).leaves_out is CarveOut.OTHER]
    assert (len(strings) > 80, unread, other) == (True, [], [])


@needs_shared
@pytest.mark.shared
def test_every_policy_of_2026_07_31_gives_a_policy_or_names_the_section_that_has_it() -> None:
    """But two cells that hold a requirement instead; and two that say nothing of most items."""
    strings = _appendix(1)
    odd = [text for text in strings if not review_policy(text).understood]
    assert len(odd) == 2
    assert all(entity_scope(text).item_scope is not ItemScope.UNREAD for text in odd)
    silent = {
        text
        for text in strings
        if (found := review_policy(text)).understood
        and not found.cited
        and found.of(Item(eccn="3A001")) is None
    }
    assert silent == {
        "Presumption of approval for EAR99 items",
        "Case-by-Case review for licenses for the safety of civil aviation of aircraft.",
    }


@needs_shared
@pytest.mark.shared
def test_the_strings_of_the_real_files_are_read() -> None:
    """CSL of 2016, 2018 and 2022, and Supplement No. 4 of 2026-07-09: all but one string, of 2016."""
    strings = set(_csl_strings()) | set(_supplement_4())
    assert len(strings) > 100
    unread = [text for text in strings if entity_scope(text).item_scope is ItemScope.UNREAD]
    assert unread == [
        "For computers above the Tier 3 level described in Section 740.7(d) (i.e., Tier 3 under APP)"
    ]


def _csl_strings() -> list[str]:
    found = []
    for name in (
        "us_csl/2016-02_excerpt/data.csv.gz",
        "us_csl/2018-12-04/screening_list_consolidated_2018-12-04.csv.gz",
        "us_csl/2022-05-16/consolidated.csv.gz",
    ):
        rows = csv.DictReader(io.StringIO(read_bytes(name).decode("utf-8-sig", "replace")))
        found += [row["license_requirement"].strip() for row in rows if row.get("license_requirement")]
    return found


def _supplement_4() -> list[str]:
    entities = json.loads(read_bytes("bis_entity_list/2026-07-09_derived/bis_entity_list.json.gz"))[
        "entities"
    ]
    return [str(item["notes"]).strip() for item in entities if item["notes"]]

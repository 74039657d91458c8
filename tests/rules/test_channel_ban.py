"""Procurement, funding, channel and equipment bans: whom they bind, by date."""

from __future__ import annotations

from typing import Any

import pytest
from tests.rules.building import Results, case, decided
from tests.rules.law import shipped

from licet.model.law import Outcome
from licet.rules.kinds.channel_ban import KIND


def asked(day: str, activity: str, maker: str, **more: Any) -> Results:  # noqa: ANN401
    item = {"product": "telecommunications_equipment", "maker": maker, "origin": "CN", "eccn": "EAR99"}
    item |= more.pop("item", {})
    plain = {"activity": activity, "day": day, "items": [item], "destination": "US"} | more
    return decided(KIND, case({"actor": {"country": "US"}} | plain, shipped()))


def exchange(day: str, channel: str = "military_exchange", product: str = "phone") -> Results:
    return asked(day, "retail_sale", "ZTE", channel=channel, item={"product": product})


@pytest.mark.parametrize(("day", "bites"), [("2018-04-24", 0), ("2018-04-25", 1), ("2018-05-14", 1)])
def test_a_base_exchange_may_not_sell_a_zte_phone_from_25_april_2018(day: str, bites: int) -> None:
    """The directive of the Department of Defense."""
    found = exchange(day)
    assert len(found.findings) == bites
    for finding in found.findings:
        assert finding.outcome is Outcome.PROHIBITED
        assert finding.citations == ("DoD directive to military exchanges of 25 Apr 2018",)
        assert ("public", "2018-05-02") in finding.dates


def test_other_shops_and_other_products_are_not_bound() -> None:
    """A channel ban stops nobody else; that it exists is told."""
    shop = exchange("2018-05-14", "retail")
    assert not shop.findings
    assert "other_regime" in shop.flag_codes
    assert not exchange("2018-05-14", product="food").findings


def test_an_export_to_the_company_is_not_stopped_but_the_regimes_are_told() -> None:
    """G: the ban is on buying from it, never on selling to it."""
    plain = {
        "activity": "export",
        "actor": {"country": "US"},
        "destination": "CN",
        "items": [{"eccn": "EAR99", "origin": "US"}],
        "parties": [{"role": "end_user", "name": "ZTE Corporation", "country": "CN"}],
        "day": "2020-08-13",
    }
    found = decided(KIND, case(plain, shipped()))
    assert not found.findings
    assert not found.questions
    (flag,) = found.flags
    assert flag.code == "other_regime"
    assert "NDAA FY2019 s.889(a)(1)(B)" in flag.citations


CARRIER: dict[str, Any] = {
    "actor": {"country": "US", "universal_service_recipient": True},
    "funds": "universal_service",
}


@pytest.mark.parametrize(
    ("day", "bites", "flag"),
    [
        ("2018-04-16", False, False),
        ("2018-05-14", False, True),
        ("2020-01-03", False, True),
        ("2020-06-29", False, True),
        ("2020-06-30", True, False),
    ],
)
def test_universal_service_money_is_bound_from_the_final_designation(
    day: str, *, bites: bool, flag: bool
) -> None:
    """Proposed on 17 April 2018, in force on 3 January 2020, designated on 30 June 2020."""
    found = asked(day, "procure", "Huawei", **CARRIER)
    assert bool(found.findings) is bites
    assert ("proposed" in found.flag_codes) is flag
    assert not any(item.decides for item in found.questions)


def test_own_money_of_a_recipient_is_free() -> None:
    """The rule is about the support, not about the company that receives it."""
    found = asked("2020-07-01", "procure", "Huawei", actor=CARRIER["actor"], funds="own")
    assert not found.findings


def test_money_in_a_word_that_nobody_knows_is_asked_about() -> None:
    """Nor does a channel that is misspelt set a sale free."""
    found = asked("2020-07-01", "procure", "Huawei", actor={"country": "US"}, funds="e-rate")
    assert "funds" in {item.fact for item in found.questions if item.decides}
    sale = exchange("2018-05-14", "base store")
    assert [item.fact for item in sale.questions if item.decides] == ["channel"]
    assert exchange("2018-05-14", "Military Exchange").findings


def test_the_covered_list_adds_itself_on_12_march_2021() -> None:
    """Entries are dated each."""
    before = asked("2021-03-11", "procure", "ZTE", **CARRIER).findings
    after = asked("2021-03-12", "procure", "ZTE", **CARRIER).findings
    assert len(after) == len(before) + 1
    assert any("47 CFR 1.50002" in item.citations for item in after)


def test_entries_for_stated_purposes_are_asked_about() -> None:
    """Hytera, Hikvision and Dahua are covered only for the purposes that the entry states."""
    found = asked("2021-03-12", "procure", "Hytera", **CARRIER)
    assert not found.findings
    assert any(item.decides and "purpose" in item.sentence for item in found.questions)
    before = asked("2021-03-11", "procure", "Hytera", **CARRIER)
    assert not any(item.decides for item in before.questions)


@pytest.mark.parametrize(
    ("product", "day", "asks"),
    [
        ("drone", "2025-12-21", False),
        ("drone", "2025-12-22", True),
        ("router", "2026-03-22", False),
        ("router", "2026-03-23", True),
        ("power_inverter", "2026-07-28", True),
    ],
)
def test_categories_made_abroad_are_asked_about_from_their_day(product: str, day: str, *, asks: bool) -> None:
    """They have exceptions and conditional approvals."""
    found = asked(day, "procure", "Quiet Works", item={"product": product}, **CARRIER)
    assert bool([item for item in found.questions if item.decides]) is asks
    home = asked(day, "procure", "Quiet Works", item={"product": product, "origin": "US"}, **CARRIER)
    assert not home.questions


@pytest.mark.parametrize(("day", "bites"), [("2019-08-12", 0), ("2019-08-13", 1)])
def test_agencies_may_not_buy_from_13_august_2019(day: str, bites: int) -> None:
    """s.889(a)(1)(A)."""
    found = asked(day, "procure", "ZTE", actor={"country": "US", "executive_agency": True}, funds="own")
    assert len(found.findings) == bites


@pytest.mark.parametrize(("day", "bites"), [("2020-08-12", 0), ("2020-08-13", 1)])
def test_contractors_may_not_use_from_13_august_2020(day: str, bites: int) -> None:
    """s.889(a)(1)(B): whether or not for the contract."""
    found = asked(day, "use", "ZTE", actor={"country": "US", "federal_contractor": True})
    assert len(found.findings) == bites
    assert not asked(day, "use", "ZTE", actor={"country": "US", "federal_contractor": False}).findings


@pytest.mark.parametrize(("day", "bites"), [("2020-08-12", 0), ("2020-08-13", 1)])
def test_grant_money_is_bound_from_13_august_2020(day: str, bites: int) -> None:
    """2 CFR 200.216."""
    money = {"actor": {"country": "US", "grantee": True, "executive_agency": False}, "funds": "federal_grant"}
    found = asked(day, "procure", "Huawei", **money)
    assert len([item for item in found.findings if "2 CFR 200.216" in item.citations]) == bites


def test_an_owner_may_go_on_using_a_phone() -> None:
    """No ban on use binds a private owner; nothing stays open."""
    found = asked("2024-01-01", "use", "ZTE", item={"product": "phone"})
    assert not found.findings
    assert not any(item.decides for item in found.questions)


def test_a_purchase_that_says_nothing_of_buyer_or_money_is_asked_about() -> None:
    """The missing fact is named."""
    found = asked("2022-01-01", "procure", "ZTE")
    assert not found.findings
    assert {"funds", "actor.executive_agency"} <= {item.fact for item in found.questions if item.decides}


@pytest.mark.parametrize(("day", "bites"), [("2023-02-05", 0), ("2023-02-06", 1)])
def test_no_new_equipment_authorisation_from_6_february_2023(day: str, bites: int) -> None:
    """What was authorised before stays so."""
    found = asked(day, "import", "ZTE", acts=["equipment_authorisation"])
    assert len(found.findings) == bites
    assert not asked(day, "import", "ZTE").findings


def test_a_name_that_is_only_alike_is_asked_about() -> None:
    """A name alone is no identity."""
    found = asked("2022-01-01", "procure", "ZTE Kangxun Huawei Trading", **CARRIER)
    assert not found.findings


def test_the_1260h_list_is_told_and_forbids_nothing() -> None:
    """From its edition of 7 January 2025."""
    before = asked("2025-01-06", "use", "Huawei")
    after = asked("2025-01-07", "use", "Huawei")
    assert "1260H" not in " ".join(item.sentence for item in before.flags)
    assert "1260H" in " ".join(item.sentence for item in after.flags)
    assert not after.findings

"""Embargoes, on both sides of each boundary: day, per cent, country, region, person."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from tests.rules.building import Results, case, decided
from tests.rules.law import shipped

from licet.model.law import Confidence, Escape, LicencePolicy, Outcome
from licet.rules.kinds.embargo import KIND

US = {"country": "US"}
NOT_US = {"country": "DE", "us_person": False, "us_person_involved": False, "us_owned_or_controlled": False}
US_OWNED = {**NOT_US, "us_owned_or_controlled": True}
PUMP = {"eccn": "EAR99", "origin": "US", "description": "pump"}


def asked(destination: str, day: str = "2026-08-01", *, subject: bool | None = True, **more: Any) -> Results:  # noqa: ANN401  facts of any form
    """Return what the kind yields for a pump sent from the US, with other facts in its place."""
    plain: dict[str, Any] = {
        "activity": "export",
        "actor": US,
        "items": [PUMP],
        "destination": destination,
        "parties": [{"role": "end_user", "name": "Quiet Works", "country": destination}],
        "day": day,
        **more,
    }
    return decided(KIND, case(plain, shipped(), subject=subject))


def rules(results: Results) -> dict[str, str]:
    """Return the outcome of each finding by its rule."""
    return {item.rule: str(item.outcome) for item in results.findings}


def escape(results: Results, rule: str, words: str) -> Escape:
    """Return the way out of a finding whose name holds some words."""
    finding = next(item for item in results.findings if item.rule == rule)
    return next(item for item in finding.escapes if words in item.name)


def test_a_place_without_an_embargo_is_told_as_looked_at() -> None:
    """Nothing is found, and the check says what was looked at."""
    results = asked("DE")
    assert (results.findings, results.questions) == ((), ())
    assert results.checks[0].what == "embargo"


# Iran


@pytest.mark.parametrize("day", ["1996-01-01", "2015-01-05", "2018-05-14", "2024-06-01", "2026-08-01"])
def test_a_us_person_may_not_export_to_iran(day: str) -> None:
    """EAR99 does not matter (31 CFR 560.204)."""
    assert rules(asked("IR", day))["us.ofac.iran.560_204"] == "prohibited"


def test_before_any_source_speaks_iran_is_a_question() -> None:
    """Silence of the rulebook is no permission."""
    results = asked("IR", "1995-12-30")
    assert results.findings == ()
    assert "us.ofac.iran.560_204" in {item.fact for item in results.asks("open_point") if item.decides}


def test_iran_through_a_third_country_counts_for_a_us_person() -> None:
    """Who is to receive the items sits in Iran: 560.204 says so itself; the EAR's own need is a question."""
    results = asked("AE", parties=[{"role": "end_user", "name": "Quiet Works", "country": "IR"}])
    assert rules(results) == {"us.ofac.iran.560_204": "prohibited"}
    results = asked("AE", parties=[{"role": "bank", "name": "Quiet Bank", "country": "IR"}])
    assert results.findings == ()
    assert [item.fact for item in results.questions if item.rule == "us.ofac.iran.560_204"] == ["destination"]


def test_knowledge_that_speaks_of_iran_is_asked_about() -> None:
    """With knowledge, a third country counts as Iran; words alone may also say the contrary."""
    parties = [{"role": "end_user", "name": "Quiet Works", "country": "AE"}]
    for facts in (
        {"knowledge": ["the buyer sells on to Iran"]},
        {"end_use": {"description": "a water works in IRAN"}},
    ):
        results = asked("AE", parties=parties, **facts)
        assert results.findings == ()
        questions = [item for item in results.questions if item.rule == "us.ofac.iran.560_204"]
        assert [(item.fact, item.decides) for item in questions] == [("destination", True)]
    assert asked("AE", parties=parties, knowledge=["the buyer trades in Iranian rugs"]).questions == ()


def test_who_acts_decides_and_is_asked() -> None:
    """An actor whose nexus is not stated is asked about; the answer decides."""
    results = asked(
        "IR", activity="reexport", actor={"country": "DE"}, items=[{**PUMP, "supplement_7": False}]
    )
    assert results.findings == ()
    facts = {item.fact for item in results.questions if item.decides}
    assert {"actor.us_person", "actor.us_owned_or_controlled"} <= facts


def test_ear99_us_goods_reexported_by_nobody_of_the_us_are_not_560_205() -> None:
    """Goods that need no licence but by OFAC; 746.7 reaches them only through Supplement No. 7."""
    results = asked("IR", "2018-05-14", activity="reexport", actor=NOT_US)
    assert results.findings == ()
    assert [item.fact for item in results.questions] == ["items[0].supplement_7"]
    listed = asked(
        "IR", "2018-05-14", activity="reexport", actor=NOT_US, items=[{**PUMP, "supplement_7": True}]
    )
    assert rules(listed) == {"us.ear.746_7": "licence_required"}


def test_us_goods_of_the_control_list_are_560_205_and_746_7() -> None:
    """Both at once; one licence of OFAC is enough."""
    item = {"eccn": "5A991", "origin": "US"}
    results = asked("IR", activity="reexport", actor=NOT_US, items=[item])
    assert rules(results) == {"us.ofac.iran.560_205": "prohibited", "us.ear.746_7": "licence_required"}


@pytest.mark.parametrize(
    ("percent", "found"), [("9.9", False), ("9.99", False), ("10", True), ("10.01", True), ("25", True)]
)
def test_ofac_lets_less_than_ten_per_cent_pass(percent: str, found: bool) -> None:
    """Exactly 10 % does not pass, though it passes the de minimis rule of BIS ("10 percent or less")."""
    item = {"eccn": "2B999", "origin": "DE", "us_content_percent": percent}
    results = asked("IR", "2024-06-01", activity="reexport", actor=NOT_US, items=[item], subject=False)
    assert ("us.ofac.iran.560_205" in rules(results)) is found
    assert results.questions == ()


def test_the_share_is_computed_from_the_parts_and_asked_where_it_hangs_on_one() -> None:
    """EAR99 parts do not count; a part without a value, or without an ECCN, leaves it open."""

    def share(*parts: Mapping[str, str]) -> Results:
        item = {"eccn": "2B999", "origin": "DE", "value": "100", "us_content": list(parts)}
        return asked("IR", activity="reexport", actor=NOT_US, items=[item], subject=False)

    assert rules(share({"eccn": "EAR99", "value": "60"})) == {}
    assert rules(share({"eccn": "3A001", "value": "10"})) == {"us.ofac.iran.560_205": "prohibited"}
    assert rules(share({"eccn": "3A001", "value": "9"}, {"eccn": "EAR99", "value": "60"})) == {}
    for open_part in ({"eccn": "3A001"}, {"value": "10"}, {"value": "1"}):
        results = share({"eccn": "3A001", "value": "9"}, open_part)
        assert [item.fact for item in results.questions] == ["items[0].us_content_percent"]
    assert rules(share({"eccn": "3A001", "value": "10"}, {"eccn": "3A001"})) == {
        "us.ofac.iran.560_205": "prohibited"
    }


@pytest.mark.parametrize(
    ("day", "acts", "outcome", "until"),
    [
        ("2018-05-08", [], "authorised", "2018-06-26"),
        ("2018-06-26", [], "authorised", "2018-06-26"),
        ("2018-06-27", [], "prohibited", "None"),
        ("2018-06-27", ["wind_down"], "authorised", "2018-08-06"),
        ("2018-08-06", ["wind_down"], "authorised", "2018-08-06"),
        ("2018-08-07", ["wind_down"], "authorised", "2018-11-04"),
        ("2018-11-04", ["wind_down"], "authorised", "2018-11-04"),
        ("2018-11-05", ["wind_down"], "prohibited", "None"),
        ("2018-12-01", [], "prohibited", "None"),
    ],
)
def test_general_license_h_and_its_wind_down(day: str, acts: list[str], outcome: str, until: str) -> None:
    """It covered foreign companies owned by US persons until its revocation; then only winding down."""
    item = {"eccn": "EAR99", "origin": "DE", "us_content_percent": "0"}
    results = asked("IR", day, actor=US_OWNED, items=[item], acts=acts, activity="reexport", subject=False)
    found = next(item for item in results.findings if item.rule == "us.ofac.iran.560_215")
    assert (str(found.outcome), str(found.until)) == (outcome, until)
    if outcome == "authorised":
        assert found.instead_of is Outcome.PROHIBITED
        assert found.conditions


def test_the_wind_down_is_named_where_the_act_is_not_stated() -> None:
    """A way out to verify, never an assumption."""
    item = {"eccn": "EAR99", "origin": "DE", "us_content_percent": "0"}
    results = asked("IR", "2018-07-01", actor=US_OWNED, items=[item], activity="reexport", subject=False)
    way = escape(results, "us.ofac.iran.560_215", "Wind-down")
    assert way.state == "conditions_to_verify"
    assert "2018-08-06" in way.reason


def test_food_for_iran_stays_prohibited_with_its_general_licences_named() -> None:
    """Conditions of a general licence are to be verified."""
    results = asked("IR", items=[{**PUMP, "product": "food"}])
    assert rules(results)["us.ofac.iran.560_204"] == "prohibited"
    assert escape(results, "us.ofac.iran.560_204", "general licences").state == "conditions_to_verify"
    assert escape(asked("IR"), "us.ofac.iran.560_204", "general licences").state == "out_of_scope"


@pytest.mark.parametrize(("day", "told"), [("2026-02-26", False), ("2026-02-27", True)])
def test_the_un_measures_on_iran_are_a_flag(day: str, told: bool) -> None:
    """They are carried out by each state: told, and no finding of their own."""
    results = asked("IR", day)
    assert ("embargo_notice" in results.flag_codes) is told
    assert "un.iran.measures" not in rules(results)


def test_imports_from_iran_are_an_open_point() -> None:
    """The ban is from memory: a finding of low confidence, which the engine asks about."""
    parties = [{"role": "supplier", "name": "Quiet Works", "country": "IR"}]
    results = asked("US", activity="import", parties=parties, items=[{"description": "rug", "origin": "IR"}])
    assert [(item.rule, item.confidence) for item in results.findings] == [
        ("us.ofac.iran.imports", Confidence.LOW)
    ]


# North Korea, Cuba, Syria


def test_north_korea_needs_a_licence_for_all_but_ear99_food_and_medicine() -> None:
    """746.4; US persons are barred besides (31 CFR 510)."""
    assert rules(asked("KP", "2024-06-01")) == {
        "us.ear.746_4": "licence_required",
        "us.ofac.north_korea": "prohibited",
    }
    for product in ("food", "medicine"):
        results = asked("KP", "2024-06-01", actor=NOT_US, items=[{**PUMP, "product": product}])
        assert rules(results) == {}
    for item in ({**PUMP, "product": "phone"}, {"eccn": "1C999", "origin": "US", "product": "medicine"}):
        results = asked("KP", "2024-06-01", actor=NOT_US, items=[item])
        assert rules(results) == {"us.ear.746_4": "licence_required"}


def test_imports_from_north_korea_are_barred_and_services_too() -> None:
    """31 CFR 510 bars imports, exports and services."""
    parties = [{"role": "supplier", "name": "Quiet Works", "country": "KP"}]
    results = asked("US", activity="import", parties=parties, items=[{"description": "coal", "origin": "KP"}])
    assert rules(results) == {"us.ofac.north_korea": "prohibited"}
    results = asked("KP", activity="service", items=[])
    assert rules(results) == {"us.ofac.north_korea": "prohibited"}


def test_cuba_needs_a_licence_for_everything_subject_to_the_ear() -> None:
    """746.2, for anyone; nothing where the item is not subject, a question where that is unknown."""
    for actor in (US, NOT_US):
        assert rules(asked("CU", "2024-06-01", actor=actor)) == {"us.ear.746_2": "licence_required"}
    assert rules(asked("CU", "2024-06-01", actor=NOT_US, subject=False)) == {}
    results = asked("CU", "2024-06-01", actor=NOT_US, subject=None)
    assert [item.fact for item in results.questions] == ["items[0].origin"]


def test_a_foreign_company_of_us_owners_is_bound_on_cuba() -> None:
    """Foreign subsidiaries are bound for Iran and Cuba."""
    results = asked("CU", "2024-06-01", actor=US_OWNED, subject=False)
    assert rules(results) == {"us.ofac.cuba.us_owned": "prohibited"}


@pytest.mark.parametrize(
    ("day", "state"), [("2025-09-01", "foreclosed"), ("2025-09-02", "conditions_to_verify")]
)
def test_syria_needs_a_licence_with_exception_spp_since_2_september_2025(day: str, state: str) -> None:
    """Still in E:1; SPP is told only from its day on, and to be verified."""
    results = asked("SY", day)
    assert rules(results) == {"us.ear.746_9": "licence_required"}
    reasons = " ".join(item.reason for item in results.finding.escapes)
    assert ("names SPP" in reasons) is (state == "conditions_to_verify")
    assert not any(item.state == "applies" for item in results.finding.escapes)


# Russia and Belarus, Crimea


@pytest.mark.parametrize("country", ["RU", "BY"])
def test_every_entry_of_the_control_list_needs_a_licence_to_russia_and_belarus(country: str) -> None:
    """With a policy of denial (746.8(a)(1)); EAR99 hangs on its tariff code."""
    results = asked(country, "2024-06-01", items=[{"eccn": "3A999", "origin": "US"}])
    assert rules(results) == {"us.ear.746_8.ccl": "licence_required"}
    assert results.finding.policy is LicencePolicy.DENIAL
    assert results.questions == ()
    results = asked(country, "2024-06-01")
    assert [item.fact for item in results.questions] == ["items[0].supplement_7"]
    results = asked(country, "2024-06-01", items=[{**PUMP, "supplement_7": True}])
    assert rules(results) == {"us.ear.746_5_8_10.supplements": "licence_required"}


def test_before_the_first_source_russia_is_a_question_for_the_control_list() -> None:
    """The rulebook does not say since when."""
    results = asked("RU", "2024-05-31", items=[{"eccn": "3A999", "origin": "US"}])
    assert results.findings == ()
    assert [item.code for item in results.questions] == ["open_point"]


def test_a_missing_eccn_is_asked_for_russia() -> None:
    """Whether it is on the control list decides."""
    results = asked("RU", "2024-06-01", items=[{"origin": "US"}])
    assert "items[0].eccn" in {item.fact for item in results.questions}


@pytest.mark.parametrize("region", ["Crimea", "crimea", "Donetsk", "Luhansk", "DNR"])
def test_the_regions_of_ukraine_need_a_licence_for_a_chair(region: str) -> None:
    """Everything subject to the EAR (746.6)."""
    assert rules(asked("UA", "2024-06-01", region=region)) == {"us.ear.746_6": "licence_required"}


def test_food_for_crimea_and_chairs_for_kyiv_are_left_out() -> None:
    """EAR99 food is spared, and so is the rest of Ukraine."""
    food = {**PUMP, "product": "food"}
    for results in (asked("UA", region="Crimea", items=[food]), asked("UA", region="Kyiv"), asked("UA")):
        assert (results.findings, results.questions) == ((), ())


@pytest.mark.parametrize(
    ("address", "asks"), [("12 Lenina St, Simferopol", True), ("12 Main St, Kyiv", False)]
)
def test_an_unknown_region_is_asked_only_when_an_address_points_there(address: str, asks: bool) -> None:
    """No duty to hunt beyond what the facts show."""
    parties = [{"role": "end_user", "name": "Quiet Works", "country": "UA", "addresses": [address]}]
    results = asked("UA", "2024-06-01", parties=parties)
    assert results.findings == ()
    assert [item.fact for item in results.questions] == (["region"] if asks else [])


def test_a_finding_carries_its_law() -> None:
    """Citations, scope, days in force, facts, and the documents of the licences that could help."""
    found = next(item for item in asked("IR", "2018-05-14").findings if item.rule == "us.ofac.iran.560_204")
    assert found.citations[:2] == ("31 CFR 560.204", "15 CFR 746.7")
    assert "31 CFR part 560" in found.citations
    assert "third country" in found.scope
    assert str(found.in_force.first) == "1995-12-31"
    assert {item.path for item in found.facts} == {"destination", "actor.country"}

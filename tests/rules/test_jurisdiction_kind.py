"""What the kind makes of jurisdiction: outside, authorised, a licence, or a question that decides or not."""

from __future__ import annotations

from typing import Any

import pytest
from tests.rules.building import Results, case, decided, party
from tests.rules.law import shipped

from licet.model.law import Outcome
from licet.rules.jurisdiction import of_case
from licet.rules.kinds.jurisdiction import KIND

DAY = "2018-05-14"


def asked(day: str = DAY, item: dict[str, Any] | None = None, **more: Any) -> Results:  # noqa: ANN401
    good = {"eccn": "EAR99", "origin": "JP", "description": "device"} | (item or {})
    listings = more.pop("listings", ())
    plain = {
        "activity": "reexport",
        "actor": {"country": "JP"},
        "destination": "CN",
        "items": [good],
        "parties": [{"role": "end_user", "name": "Quiet River Instruments", "country": "CN"}],
        "day": day,
    } | more
    made = case(plain, shipped(), listings)
    return decided(KIND, case(plain, shipped(), listings, jurisdictions=of_case(made)))


ZTE = [{"role": "end_user", "name": "ZTE Corporation", "country": "CN"}]


@pytest.mark.parametrize(("percent", "outside"), [("30", False), ("25.01", False), ("25", True)])
def test_a_japanese_device_for_zte_is_outside_at_exactly_25_per_cent(percent: str, *, outside: bool) -> None:
    """A13, A14."""
    found = asked(item={"us_content_percent": percent, "direct_product": ["none"]}, parties=ZTE)
    assert [item.outcome for item in found.findings] == ([Outcome.OUTSIDE] if outside else [])
    if outside:
        assert "15 CFR 734.4(d)" in found.finding.citations
        assert "regimes" in found.finding.sentence
    else:
        assert "subject to the EAR" in found.checks[0].how


def test_exactly_10_per_cent_to_iran_is_outside_for_bis() -> None:
    """OFAC's "less than 10 per cent" is another kind's."""
    item = {"us_content_percent": "10", "direct_product": ["none"]}
    assert asked("2026-07-31", item, destination="IR").finding.outcome is Outcome.OUTSIDE
    assert not asked("2026-07-31", item | {"us_content_percent": "10.01"}, destination="IR").findings


def test_without_facts_it_decides_only_where_something_hangs_on_it() -> None:
    """A denial order, a listing, an embargo or a control would bite."""
    silent = asked()
    assert [(item.fact, item.decides) for item in silent.questions] == [
        ("items[0].us_content_percent", False)
    ]
    assert asked(parties=ZTE).questions[0].decides
    assert asked(item={"eccn": "3A001"}).questions[0].decides
    assert asked("2026-07-31", destination="IR").questions[0].decides
    assert asked("2026-07-31", end_use={"uses": ["nuclear"]}).questions[0].decides
    row = party("us_csl", "1", "Quiet River Instruments", country="CN", source="EL")
    assert asked(listings=(row,)).questions[0].decides


def test_zte_after_the_end_of_the_order_holds_nothing_back() -> None:
    """From 13 July 2018 nothing hangs on it."""
    assert not asked("2018-07-14", parties=ZTE).questions[0].decides


@pytest.mark.parametrize(
    ("day", "outcomes"),
    [("2020-09-14", [Outcome.AUTHORISED]), ("2020-09-15", [])],
)
def test_the_savings_clause_authorises_to_its_last_day(day: str, outcomes: list[Outcome]) -> None:
    """B7: the footnote comes from the rulebook's entry of the party."""
    chip = {
        "origin": "TW",
        "us_content_percent": "0",
        "direct_product": ["us_technology", "us_plant"],
        "production_began": "2020-05-01",
    }
    huawei = [{"role": "end_user", "name": "Huawei Technologies Co., Ltd.", "country": "CN"}]
    found = asked(day, chip, parties=huawei)
    assert [item.outcome for item in found.findings] == outcomes
    for finding in found.findings:
        assert finding.until is not None
        assert str(finding.until) == "2020-09-14"


@pytest.mark.parametrize(("to", "bites"), [("MO", True), ("CN", True), ("DE", False)])
def test_equipment_with_a_circuit_needs_a_licence_for_macau_and_d5(to: str, *, bites: bool) -> None:
    """F10: 734.9(k); licence exceptions are closed."""
    tool = {"eccn": "3B001.c", "us_content_percent": "0", "contains_us_ic": True, "direct_product": ["(k)"]}
    found = asked("2026-07-31", tool, destination=to)
    caught = [item for item in found.findings if item.outcome is Outcome.LICENCE_REQUIRED]
    assert bool(caught) is bites
    for finding in caught:
        assert finding.citations == ("15 CFR 734.9(k)", "15 CFR 736.2(b)(3)")
        assert [item.state for item in finding.escapes] == ["foreclosed"]


def test_published_code_for_zte_is_outside() -> None:
    """A19."""
    found = asked(item={"origin": "US", "published": True, "encryption": False}, parties=ZTE)
    assert found.finding.citations == ("15 CFR 734.7",)


def test_a_purchase_or_an_import_asks_nothing_about_jurisdiction() -> None:
    """It is a question of exports."""
    found = asked(activity="import")
    assert not (found.findings)
    assert not (found.questions)
    assert not (found.checks)

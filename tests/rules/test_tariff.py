"""Extra duties on imports by origin, code and day of entry."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from tests.rules.building import Results, case, decided
from tests.rules.law import shipped, table, with_tables

from licet.model.law import Confidence, Outcome
from licet.model.rulebook import Rulebook
from licet.rules.kinds.tariff import KIND
from licet.rules.tariff_codes import TABLE, look_up

CODES: Mapping[str, str] = {
    "85423100": "9903.88.01",
    "39011000": "9903.88.02",
    "94016100": "9903.88.03",
    "61091000": "9903.88.15",
    "85171200": "9903.88.16",
    "2931909010": "9903.88.04",
}
IMPORTED = with_tables(table(TABLE, "2020-01-01", CODES))


def entered(
    day: str,
    book: Rulebook | None = None,
    to: str = "US",
    item: Mapping[str, Any] | None = None,
    **more: Any,  # noqa: ANN401
) -> Results:
    good = {"description": "goods", "origin": "CN", "hts": "8542.31.0000"} | dict(item or {})
    plain = {"activity": "import", "actor": {"country": to}, "destination": to, "items": [good], "day": day}
    return decided(KIND, case(plain | more, book or shipped()))


def rate(found: Results) -> str | None:
    duties = [item.duty for item in found.findings if item.duty]
    return f"{duties[0].rate}" if duties else None


@pytest.mark.parametrize(
    ("listed", "day", "due"),
    [
        ("1", "2018-05-14", None),
        ("1", "2018-07-05", None),
        ("1", "2018-07-06", "25"),
        ("1", "2020-01-01", "25"),
        ("2", "2018-08-22", None),
        ("2", "2018-08-23", "25"),
        ("3", "2018-09-23", None),
        ("3", "2018-09-24", "10"),
        ("3", "2019-05-09", "10"),
        ("3", "2019-06-15", "25"),
        ("4A", "2019-08-31", None),
        ("4A", "2019-09-01", "15"),
        ("4A", "2020-02-13", "15"),
        ("4A", "2020-02-14", "7.5"),
        ("4B", "2019-12-14", None),
        ("4B", "2019-12-15", None),
        ("4B", "2020-01-01", None),
        ("list 1", "2018-07-06", "25"),
        ("Section 301 list 1", "2018-07-06", "25"),
        ("9903.88.01", "2018-07-06", "25"),
        ("none", "2019-06-20", None),
    ],
)
def test_a_list_of_section_301_begins_on_its_day(listed: str, day: str, due: str | None) -> None:
    """H1 to H8: stated by the user."""
    found = entered(day, item={"tariff_list": listed})
    assert rate(found) == due
    assert not [item for item in found.questions if item.decides]
    for finding in found.findings:
        assert finding.outcome is Outcome.CONDITIONAL


@pytest.mark.parametrize(
    ("hts", "day", "due", "heading"),
    [
        ("8542.31.00", "2018-05-14", None, ""),
        ("8542.31.00", "2018-07-05", None, ""),
        ("8542.31.00", "2018-07-06", "25", "9903.88.01"),
        ("8542310000", "2018-07-06", "25", "9903.88.01"),
        ("3901.10.00", "2018-08-22", None, ""),
        ("3901.10.00", "2018-08-23", "25", "9903.88.02"),
        ("9401.61.00", "2018-09-24", "10", "9903.88.03"),
        ("2931.90.9010", "2018-09-24", "10", "9903.88.04"),
        ("8517.12.00", "2019-12-15", None, ""),
        ("0101.21.00", "2020-01-01", None, ""),
    ],
)
def test_the_imported_table_says_which_list_a_code_is_on(
    hts: str, day: str, due: str | None, heading: str
) -> None:
    """At 8 or 10 digits; the finding names heading and table."""
    found = entered(day, IMPORTED, item={"hts": hts})
    assert rate(found) == due
    if due:
        assert found.finding.duty is not None
        assert found.finding.duty.heading == heading
        assert "table of 2020-01-01" in found.finding.sentence
        assert found.finding.facts[0].path == "items[0].origin"


def test_a_table_of_a_later_day_is_told_and_lowers_the_confidence() -> None:
    """The codes of 2020 for an entry of 2018."""
    assert entered("2018-07-06", IMPORTED).finding.confidence is Confidence.MEDIUM
    assert entered("2020-01-01", IMPORTED).finding.confidence is Confidence.HIGH


def test_without_the_table_the_lists_in_force_are_asked_about_once() -> None:
    """Not loaded is not free; before the first list nothing is asked."""
    found = entered("2019-09-01")
    (question,) = found.questions
    assert "lists 1, 2, 3, 4A not loaded" in question.sentence
    assert "licet tariffs import" in question.sentence
    assert question.decides
    assert not entered("2018-05-14").questions


@pytest.mark.parametrize("hts", ["", "8542", "8542.31"])
def test_a_code_needs_8_or_10_digits(hts: str) -> None:
    """Six digits are the world's, not the tariff's (trap 31)."""
    found = entered("2018-07-06", IMPORTED, item={"hts": hts})
    assert not found.findings
    assert [item.fact for item in found.questions] == ["items[0].hts"]


def test_eight_digits_do_not_answer_for_a_list_of_ten() -> None:
    """The list names only some lines below 2931.90.90."""
    assert look_up(IMPORTED, "2931.90.90", date(2020, 1, 1)).fact == "hts"
    found = entered("2018-09-24", IMPORTED, item={"hts": "2931.90.90"})
    assert [item.fact for item in found.questions] == ["items[0].hts"]


@pytest.mark.parametrize(
    ("exported", "day", "due", "asks"),
    [
        ("2019-05-09", "2019-05-20", "10", False),
        ("2019-05-09", "2019-06-14", "10", False),
        ("2019-05-09", "2019-06-15", "25", False),
        ("2019-05-10", "2019-05-20", "25", False),
        (None, "2019-05-20", "25", True),
        (None, "2019-06-15", "25", False),
    ],
)
def test_the_transition_of_list_3_asks_for_the_day_of_export(
    exported: str | None, day: str, due: str, *, asks: bool
) -> None:
    """Exported before 10 May 2019 and entered before 15 June: still 10 per cent."""
    found = entered(day, item={"tariff_list": "3"}, export_day=exported)
    assert rate(found) == due
    assert [item.fact for item in found.questions if not item.decides] == (["export_day"] if asks else [])


def test_the_origin_counts_and_not_the_country_of_export() -> None:
    """H9, H10."""
    found = entered("2019-06-20", item={"tariff_list": "1"}, origin_country="VN")
    assert rate(found) == "25"
    assert "the origin counts" in found.finding.sentence
    assert not entered("2019-06-20", item={"origin": "VN", "tariff_list": "1"}).findings
    silent = entered("2019-06-20", item={"origin": "", "tariff_list": "1"})
    assert [item.fact for item in silent.questions] == ["items[0].origin"]


@pytest.mark.parametrize(("day", "due"), [("2018-04-01", None), ("2018-04-02", "25"), ("2018-05-14", "25")])
def test_pork_of_the_us_owes_25_per_cent_in_china_from_2_april_2018(day: str, due: str | None) -> None:
    """H11: the reply to section 232."""
    pork = {"origin": "US", "product": "pork", "hts": "0203"}
    assert rate(entered(day, to="CN", item=pork)) == due
    assert rate(entered(day, to="CN", item=pork | {"tariff_list": "cn-128-25"})) == due


def test_announced_is_not_collected() -> None:
    """China's 106 items of 4 April 2018."""
    found = entered("2018-05-14", to="CN", item={"origin": "US", "tariff_list": "cn-106"})
    assert not found.findings
    assert found.flag_codes == ["announced"]
    assert not entered("2018-04-03", to="CN", item={"origin": "US", "tariff_list": "none"}).flags


@pytest.mark.parametrize(("day", "due"), [("2018-07-05", None), ("2018-07-06", "25")])
def test_545_items_from_6_july_2018(day: str, due: str | None) -> None:
    """China's answer to list 1."""
    assert rate(entered(day, to="CN", item={"origin": "US", "tariff_list": "cn-545"})) == due


@pytest.mark.parametrize(("day", "bites"), [("2026-02-23", True), ("2026-02-24", False)])
def test_ieepa_duties_end_on_24_february_2026(day: str, *, bites: bool) -> None:
    """H13: due with refund claims, then not collected."""
    found = entered(day, item={"origin": "JP", "tariff_list": "ieepa"})
    assert bool([item for item in found.findings if item.rule == "us.tariff.ieepa"]) is bites


@pytest.mark.parametrize(
    ("day", "bites"),
    [("2026-02-23", False), ("2026-02-24", True), ("2026-07-23", True), ("2026-07-24", False)],
)
def test_the_surcharge_of_section_122_has_its_days(day: str, *, bites: bool) -> None:
    """Ten per cent on goods of every origin."""
    found = entered(day, item={"origin": "JP", "tariff_list": "none"})
    assert bool(found.findings) is bites


@pytest.mark.parametrize(
    ("origin", "day", "low"),
    [("VN", "2026-07-23", 0), ("VN", "2026-07-24", 1), ("IN", "2026-07-24", 1), ("JP", "2026-07-24", 0)],
)
def test_single_source_duties_of_2026_are_open_points(origin: str, day: str, low: int) -> None:
    """They never decide by themselves."""
    found = entered(day, item={"origin": origin, "tariff_list": "none"})
    assert len([item for item in found.findings if item.confidence is Confidence.LOW]) == low


@pytest.mark.parametrize(
    ("day", "bites"), [("2025-06-03", Confidence.LOW), ("2025-06-04", Confidence.MEDIUM)]
)
def test_steel_of_every_origin(day: str, bites: Confidence) -> None:
    """Section 232: 50 per cent from 4 June 2025; what was before is from memory."""
    found = entered(day, item={"origin": "JP", "product": "steel"})
    assert found.finding.confidence is bites


def test_the_four_year_review_is_asked_about() -> None:
    """From 27 September 2024 its codes are not loaded."""
    good = {"hts": "0101.21.00"}
    assert not entered("2024-09-26", IMPORTED, item=good).questions
    assert entered("2024-09-27", IMPORTED, item=good).questions
    assert rate(entered("2024-09-27", IMPORTED, item=good | {"product": "electric_vehicle"})) == "100"


@pytest.mark.parametrize(
    ("day", "value", "flags"),
    [("2025-08-28", "800", 0), ("2025-08-29", "800", 1), ("2025-08-29", "800.01", 0)],
)
def test_small_entries_are_no_longer_free(day: str, value: str, flags: int) -> None:
    """Suspended for all countries on 29 August 2025."""
    assert len(entered(day, item={"origin": "JP", "value": value, "currency": "USD"}).flags) == flags


def test_exclusions_are_conditions_to_verify() -> None:
    """Their texts are not loaded."""
    findings = entered("2026-10-01", item={"tariff_list": "1"}).findings
    (escape,) = next(item.escapes for item in findings if item.rule == "us.tariff.section301.list1")
    assert escape.state == "conditions_to_verify"
    assert escape.citations == ("FR 2025-21671",)


def test_a_list_that_does_not_exist_is_asked_about() -> None:
    """A misspelt list must not be silence."""
    found = entered("2018-07-06", item={"tariff_list": "5C"})
    assert not found.findings
    assert [(item.fact, item.decides) for item in found.questions] == [("items[0].tariff_list", True)]


def test_other_activities_owe_no_duty() -> None:
    """Nor does an export ban become an import ban."""
    good = {"origin": "CN", "tariff_list": "1"}
    plain = {"activity": "export", "actor": {"country": "US"}, "items": [good], "day": "2020-01-01"}
    found = decided(KIND, case(plain, shipped()))
    assert not (found.findings)
    assert not (found.questions)
    assert not (found.checks)


def test_rates_are_exact() -> None:
    """Seven and a half is no float."""
    found = entered("2020-02-14", item={"tariff_list": "4A"})
    assert found.finding.duty is not None
    assert found.finding.duty.rate == Decimal("7.5")

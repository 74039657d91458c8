"""What to file and to keep."""

from __future__ import annotations

from typing import Any

import pytest
from tests.rules.building import Results, case, decided, party
from tests.rules.law import shipped

from licet.rules.case import Jurisdiction
from licet.rules.kinds.conditions import KIND

SDN = party("us_ofac_sdn", "1", "Quiet Harbour Trading Company", country="CN")


def asked(*, subject: bool | None = True, listings: tuple[Any, ...] = (), **more: Any) -> Results:  # noqa: ANN401
    plain = {
        "activity": "export",
        "day": "2026-07-31",
        "actor": {"country": "US"},
        "items": [{"eccn": "EAR99", "origin": "US"}],
        "destination": "CN",
        "parties": [{"role": "end_user", "name": "Quiet Harbour Trading Company", "country": "CN"}],
    } | more
    return decided(KIND, case(plain, shipped(), listings, subject=subject))


def cites(found: Results) -> set[str]:
    return {cite for step in found.steps for cite in step.citations}


def test_an_export_is_filed_and_its_records_are_kept_five_years() -> None:
    """758, 762.6."""
    found = asked()
    assert {"15 CFR 758", "15 CFR 762.6"} <= cites(found)
    assert any(step.due.startswith("5 years") for step in found.steps)


def test_a_reexport_keeps_records_without_a_us_filing() -> None:
    """Electronic export information is for exports out of the US."""
    found = asked(
        activity="reexport", actor={"country": "DE", "us_person": False, "us_person_involved": False}
    )
    assert cites(found) == {"15 CFR 762.6"}


def test_what_is_not_subject_owes_the_ear_nothing() -> None:
    """OFAC's duties stay."""
    assert "15 CFR 762.6" not in cites(asked(subject=False))
    assert "31 CFR 501.601" in cites(asked(subject=False))


@pytest.mark.parametrize(("day", "kept"), [("2025-03-11", False), ("2025-03-12", True)])
def test_ofac_records_are_kept_ten_years_from_12_march_2025(day: str, *, kept: bool) -> None:
    """31 CFR 501.601; the earlier period is not in the rulebook."""
    assert ("31 CFR 501.601" in cites(asked(day=day))) is kept


def test_reports_are_for_the_kind_that_finds_something_blocked() -> None:
    """A party on the list alone is no blocked property; records are kept whatever the answer is."""
    found = asked(listings=(SDN,))
    assert not [step for step in found.steps if step.what.startswith("Report")]
    assert {step.goes_on for step in found.steps if step.what.startswith("Keep the records")} == {False}


def test_a_calculation_of_us_content_is_kept() -> None:
    """734.4(g)."""
    item = {"eccn": "EAR99", "origin": "JP", "us_content_percent": "30"}
    caught = Jurisdiction(subject=True, reasons=("above",), citations=("15 CFR 734.4(d)",), by="de_minimis")
    plain = {"activity": "reexport", "day": "2026-07-31", "actor": {"country": "JP"}, "items": [item]}
    found = decided(KIND, case(plain, shipped(), jurisdictions=(caught,)))
    assert "15 CFR 734.4(g)" in cites(found)

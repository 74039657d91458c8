"""Settlements: clocks, money by payee, duties, breach; flags, and a question when a due day has passed."""

from __future__ import annotations

from typing import Any

import pytest
from tests.rules.building import LAW, Results, case, decided, rulebook_of

from licet.model.rulebook import Rulebook
from licet.rules.kinds.settlement import KIND

BASE: dict[str, Any] = {
    "activity": "export",
    "actor": {"country": "US"},
    "items": [{"eccn": "EAR99", "origin": "US"}],
    "destination": "CN",
    "parties": [
        {"role": "end_user", "name": "Zhongxing Telecommunications Equipment Corporation", "country": "CN"}
    ],
}


def ask(day: str, book: Rulebook = LAW, **changed: Any) -> Results:  # noqa: ANN401
    """Ask about ZTE on a day."""
    return decided(KIND, case({**BASE, "day": day, **changed}, book))


def measures(found: Results, code: str) -> set[str]:
    """Return the measures of the flags with a code."""
    return {item.measure for item in found.flags if item.code == code}


BIS_2017, BIS_2018 = "us.bis.zte.settlement.2017", "us.bis.zte.settlement.2018"
COURT = "us.doj.zte.probation"


@pytest.mark.parametrize(
    ("day", "probations"),
    [
        ("2017-03-06", set()),
        ("2017-03-22", {COURT}),
        ("2017-03-23", {COURT, BIS_2017}),
        ("2018-06-07", {COURT, BIS_2017}),
        ("2018-06-08", {COURT, BIS_2018}),
        ("2022-03-22", {COURT, BIS_2018}),
        ("2022-03-23", {BIS_2018}),
        ("2028-06-07", {BIS_2018}),
        ("2028-06-08", set()),
    ],
)
def test_the_clocks_of_court_and_bureau_are_apart(day: str, probations: set[str]) -> None:
    """The court's probation ended in 2022; that of the Bureau did not."""
    found = ask(day)
    assert measures(found, "probation") == probations
    assert (found.findings, [item for item in found.questions if item.decides]) == ((), [])


def test_money_is_told_by_payee_and_by_what_became_of_it() -> None:
    """Paid and in escrow are different things, and the escrow falls due on a breach."""
    found = ask("2018-08-01")
    (money,) = [item for item in found.flags if item.code == "obligations" and item.measure == BIS_2018]
    assert "BIS: 1,361,000,000 USD paid; BIS: 400,000,000 USD escrowed" in money.sentence
    (breach,) = [item for item in found.flags if item.code == "on_breach" and item.measure == BIS_2018]
    assert "400,000,000 USD (escrowed) can fall due to BIS" in breach.sentence


def test_a_breach_is_told_from_the_order_that_found_it() -> None:
    """Not a day before: nobody could know."""
    assert measures(ask("2018-04-14"), "breach") == set()
    assert measures(ask("2018-04-15"), "breach") == {BIS_2017}


DUTY = """
documents:
  order: {title: An order, cite: 80 FR 100, kind: order, effective: 2020-01-01}
parties:
  alpha: {names: [Alpha Avionics Trading], countries: [AE]}
measures:
  one:
    kind: settlement
    title: Settlement of Alpha
    parties: [alpha]
    terms:
      obligations:
        - {what: First audit, status: due, due: 2020-06-30%s}
        - {what: Hotline, status: continuous, until: 2020-12-31}
    life: [{issued: order, until: 2022-12-31}]
"""


@pytest.mark.parametrize(
    ("day", "met", "asked"),
    [
        ("2020-06-30", "", 0),
        ("2020-07-01", "", 1),
        ("2020-07-01", ", met: 2020-06-29", 0),
        ("2023-01-01", "", 0),
    ],
)
def test_a_due_day_that_passed_without_word_is_asked_about(day: str, met: str, asked: int) -> None:
    """It decides nothing: a breach has effect only by an order."""
    parties = [{"role": "end_user", "name": "Alpha Avionics Trading", "country": "AE"}]
    found = ask(day, rulebook_of(DUTY % met), parties=parties)
    assert len(found.asks("duty_overdue")) == asked
    assert not any(item.decides for item in found.questions)


def test_a_continuous_duty_is_told_until_its_last_day() -> None:
    """And no longer."""
    parties = [{"role": "end_user", "name": "Alpha Avionics Trading", "country": "AE"}]
    for day, told in (("2020-12-31", True), ("2021-01-01", False)):
        found = ask(day, rulebook_of(DUTY % ""), parties=parties)
        assert any("Hotline" in item.sentence for item in found.flags) is told

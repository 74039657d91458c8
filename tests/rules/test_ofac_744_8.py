"""15 CFR 744.8: items subject to the EAR for blocked persons of the fourteen programmes."""

from __future__ import annotations

from typing import Any

import pytest
from tests.rules.building import Results, case, decided, party
from tests.rules.law import book

from licet.model.law import Confidence, Outcome
from licet.rules.kinds.ofac_744_8 import KIND

ABROAD = {"country": "DE", "us_person": False, "us_person_involved": False}
WHO = {"role": "end_user", "name": "Cobalt Meridian Group", "country": "SY"}


def ask(*programmes: str, subject: bool | None = True, **more: Any) -> Results:  # noqa: ANN401
    row = party(
        "us_ofac_sdn", "1", "Cobalt Meridian Group", country="SY", programmes=programmes or ("NPWMD",)
    )
    plain = {
        "activity": "reexport",
        "actor": ABROAD,
        "day": "2024-06-01",
        "items": [{"eccn": "EAR99", "origin": "US"}],
        "parties": [WHO],
        **more,
    }
    return decided(KIND, case(plain, book(), listings=(row,), subject=subject))


def test_nobody_needs_to_be_a_us_person() -> None:
    """D15: the item brings the jurisdiction."""
    found = ask().finding
    assert (found.outcome, found.confidence) == (Outcome.LICENCE_REQUIRED, Confidence.HIGH)
    assert found.citations == ("15 CFR 744.8(a)(1)", "89 FR 20107")


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("FTO", Confidence.HIGH),
        ("SDGT", Confidence.HIGH),
        ("SDNTK", Confidence.HIGH),
        ("UKRAINE-EO13661", Confidence.HIGH),
        ("RUSSIA-EO14024", Confidence.HIGH),
        ("BELARUS", Confidence.LOW),
        ("TCO", Confidence.LOW),
        ("IRAN", None),
        ("CUBA", None),
    ],
)
def test_the_programme_decides(tag: str, expected: Confidence | None) -> None:
    """Two tags stand for their orders from memory only; other programmes are not meant."""
    assert [item.confidence for item in ask(tag).findings] == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("day", "found", "asked"),
    [
        ("2024-03-20", [], ["missing_law"]),
        ("2024-03-21", [Confidence.LOW], []),
        ("2024-03-31", [Confidence.LOW], []),
        ("2024-04-01", [Confidence.HIGH], []),
    ],
)
def test_the_text_is_known_from_march_2024(day: str, found: list[Confidence], asked: list[str]) -> None:
    """Before, the rulebook does not say, and asks."""
    got = ask(day=day)
    assert [item.confidence for item in got.findings] == found
    assert [item.code for item in got.questions] == asked


@pytest.mark.parametrize("role", ["purchaser", "intermediate_consignee", "ultimate_consignee", "end_user"])
def test_the_four_parties_to_the_transaction_count(role: str) -> None:
    """748.5(c)-(f)."""
    assert ask(parties=[{**WHO, "role": role}]).outcomes == ["licence_required"]


@pytest.mark.parametrize("role", ["bank", "carrier", "signatory"])
def test_another_part_is_a_red_flag(role: str) -> None:
    """Told, not dropped."""
    got = ask(parties=[{**WHO, "role": role}])
    assert (got.outcomes, got.flag_codes) == ([], ["red_flag"])


def test_items_outside_the_ear_are_not_reached() -> None:
    """And an unknown jurisdiction is asked for."""
    got = ask(subject=False)
    assert (got.findings, got.questions) == ((), ())
    (question,) = ask(subject=None).asks("missing_fact")
    assert (question.fact, question.decides) == ("items[0].origin", True)


def test_only_the_items_that_are_subject_are_named() -> None:
    """One of two."""
    row = party("us_ofac_sdn", "1", "Cobalt Meridian Group", country="SY", programmes=("NPWMD",))
    plain = {"activity": "export", "day": "2024-06-01", "items": [{}, {}], "parties": [WHO]}
    made = case(plain, book(), listings=(row,), subject=(False, True))
    assert decided(KIND, made).finding.item == "items[1]"


def test_owners_are_not_reached_by_this_rule() -> None:
    """Only the Affiliates Rule does that."""
    owner = {"name": WHO["name"], "country": "SY", "percent": "60"}
    owned = {"role": "end_user", "name": "Quiet Alpha", "owners": [owner]}
    assert ask(parties=[owned]).findings == ()


def test_a_possible_match_is_asked_about() -> None:
    """Another country."""
    (question,) = ask(parties=[{**WHO, "country": "PA"}]).asks("identity")
    assert question.decides


def test_an_authorisation_of_ofac_is_named_as_the_way_out() -> None:
    """Never as available."""
    assert [item.state for item in ask().finding.escapes] == ["conditions_to_verify"]

"""Licence exceptions are foreclosed, out of scope, or have conditions to verify; never available."""

from __future__ import annotations

from typing import Any

import pytest
from tests.rules.building import Results, case, decided, party
from tests.rules.law import shipped, table, with_tables

from licet.model.law import Escape, Outcome
from licet.model.listing import Listing
from licet.model.rulebook import Rulebook
from licet.rules import controls, exceptions
from licet.rules.case import Case
from licet.rules.kinds.licence_exceptions import KIND

ISSUE = "2026-07-23"


def question(  # noqa: PLR0913  each fact of a question has its own name
    destination: str = "SG",
    eccn: str = "5A002",
    reasons: tuple[str, ...] = ("NS1",),
    *,
    day: str = ISSUE,
    claim: str = "",
    listings: tuple[Listing, ...] = (),
    role: str = "end_user",
    book: Rulebook | None = None,
) -> Case:
    """Return a case of one item for one party, with an exception claimed where one is named."""
    plain: dict[str, Any] = {
        "activity": "export",
        "actor": {"country": "US"},
        "items": [{"eccn": eccn, "origin": "US", "reasons": reasons}],
        "destination": destination,
        "parties": [{"role": role, "name": "Quiet Harbour Trading", "country": destination}],
        "authorisations": [{"name": claim}] if claim else [],
        "day": day,
    }
    return case(plain, book or shipped(), listings)


def judged(made: Case, symbol: str) -> Escape:
    """Return the answer for one exception."""
    item = made.shipment.items[0]
    return exceptions.judge(exceptions.terrain(made, item, made.shipment.destination), symbol)


def claimed(made: Case) -> Results:
    """Return what the kind yields."""
    return decided(KIND, made)


def listed(source: str) -> tuple[Listing, ...]:
    """Return a row of the Consolidated Screening List for the party of the case."""
    return (party("us_csl", f"{source}-1", "Quiet Harbour Trading", country="SG", source=source),)


def test_nothing_is_ever_called_available() -> None:
    """Only the states that the design knows, for every exception of the catalogue."""
    for destination in ("SG", "CN", "IR", "CU", "SY", "DE", "MO"):
        made = question(destination)
        found = exceptions.escapes(made, made.shipment.items[0], destination)
        assert found
        assert {item.state for item in found} <= {"foreclosed", "out_of_scope", "conditions_to_verify"}
        assert all(item.citations for item in found)


def test_without_a_gate_the_conditions_are_to_be_verified() -> None:
    """Every exception of the catalogue is named."""
    made = question()
    names = " ".join(item.name for item in exceptions.escapes(made, made.shipment.items[0], "SG"))
    assert all(symbol in names for symbol in exceptions.catalogue(made))
    assert judged(made, "TMP").state == "conditions_to_verify"


@pytest.mark.parametrize(
    ("day", "reasons", "state"),
    [
        (ISSUE, ("MT1",), "foreclosed"),
        (ISSUE, ("NS1", "MT1"), "foreclosed"),
        (ISSUE, ("NS1",), "conditions_to_verify"),
        ("2026-07-22", ("MT1",), "conditions_to_verify"),
    ],
)
def test_missile_technology_shuts_exceptions_out(day: str, reasons: tuple[str, ...], state: str) -> None:
    """740.2(a)(5); before the issue that was read it is told and to be verified."""
    found = judged(question(day=day, reasons=reasons), "TMP")
    assert found.state == state
    assert ("15 CFR 740.2(a)(5)" in found.citations) is ("MT1" in reasons)


@pytest.mark.parametrize(
    ("destination", "symbol", "state"),
    [
        ("IR", "TMP", "foreclosed"),
        ("KP", "TMP", "conditions_to_verify"),
        ("KP", "LVS", "foreclosed"),
        ("CU", "SCP", "conditions_to_verify"),
        ("CU", "LVS", "conditions_to_verify"),
        ("SY", "SPP", "conditions_to_verify"),
        ("SG", "SPP", "out_of_scope"),
        ("SG", "SCP", "out_of_scope"),
        ("SG", "STA", "conditions_to_verify"),
    ],
)
def test_embargoed_destinations_leave_what_part_746_names(destination: str, symbol: str, state: str) -> None:
    """740.2(a)(6); an exception made for one country is out of scope elsewhere."""
    assert judged(question(destination), symbol).state == state


@pytest.mark.parametrize(
    ("destination", "eccn", "state"),
    [
        ("MO", "3A090.a", "foreclosed"),
        ("CN", "4A090", "foreclosed"),
        ("HK", "5A992.z.1", "foreclosed"),
        ("MO", "3B001.c", "foreclosed"),
        ("MO", "3B002.c", "foreclosed"),
        ("MO", "3B002.b", "conditions_to_verify"),
        ("SG", "3A090.a", "conditions_to_verify"),
        ("CN", "5A992.c", "conditions_to_verify"),
    ],
)
def test_chips_to_macau_or_d5_shut_exceptions_out(destination: str, eccn: str, state: str) -> None:
    """740.2(a)(9); those written for such items are to be verified."""
    made = question(destination, eccn, ("RS1",))
    assert judged(made, "TMP").state == state
    assert judged(made, "NAC").state == "conditions_to_verify"


@pytest.mark.parametrize(
    ("source", "role", "state", "cite"),
    [
        ("DPL", "end_user", "foreclosed", "736.2(b)(4)"),
        ("DPL", "bank", "foreclosed", "736.2(b)(4)"),
        ("EL", "end_user", "foreclosed", "744.11(a)"),
        ("EL", "bank", "conditions_to_verify", ""),
        ("UVL", "end_user", "foreclosed", "740.2(a)(17)"),
        ("UVL", "bank", "conditions_to_verify", ""),
        ("SDN", "end_user", "conditions_to_verify", ""),
    ],
)
def test_parties_shut_exceptions_out(source: str, role: str, state: str, cite: str) -> None:
    """A denied person in any role; the Entity and Unverified Lists in the roles of a transaction."""
    found = judged(question(listings=listed(source), role=role), "TMP")
    assert found.state == state
    assert cite in " ".join(found.citations)


def test_what_is_claimed_and_foreclosed_leaves_the_licence_requirement() -> None:
    """And a denied person makes it a prohibition: General Prohibition 4 is never overcome."""
    results = claimed(question(claim="licence exception TMP", reasons=("MT1",)))
    assert results.finding.outcome is Outcome.LICENCE_REQUIRED
    assert "foreclosed" in results.finding.sentence
    denied = claimed(question(claim="License Exception TMP", listings=listed("DPL")))
    assert denied.finding.outcome is Outcome.PROHIBITED


@pytest.mark.parametrize(
    ("covers", "number"),
    [
        ("denial_order", "4"),
        ("us.ear.end_use.us_person", "7"),
        ("us.ear.gp9", "9"),
        ("us.ear.gp10", "10"),
        ("country_chart", ""),
        ("embargo", ""),
    ],
)
def test_no_exception_overcomes_general_prohibitions_4_7_9_and_10(covers: str, number: str) -> None:
    """Whatever the user says that it covers; others may be covered where its conditions hold."""
    plain = {
        "activity": "export",
        "items": [{"eccn": "5A002", "origin": "US", "reasons": ["NS1"]}],
        "destination": "SG",
        "authorisations": [{"name": "licence exception TMP", "covers": [covers]}],
        "day": ISSUE,
    }
    results = claimed(case(plain, shipped()))
    assert bool(results.findings) is bool(number)
    if number:
        assert results.finding.sentence.endswith(f"General Prohibition {number}.")


def test_what_is_claimed_and_open_is_a_step_to_verify() -> None:
    """Never a finding that it applies."""
    results = claimed(question(claim="licence exception TMP"))
    assert results.findings == ()
    assert "TMP" in results.steps[0].what
    assert "erify" in results.steps[0].what


def test_a_claim_that_the_catalogue_does_not_know_is_asked_about() -> None:
    """CIV is no more, which is from memory; others are unknown."""
    assert claimed(question(claim="licence exception CIV")).questions[0].code == "open_point"
    assert claimed(question(claim="licence exception XYZ")).questions[0].code == "missing_fact"
    assert claimed(question(claim="licence exception TMP", day="2026-07-22")).questions[0].decides


def test_a_licence_of_the_agency_is_no_exception() -> None:
    """It is judged elsewhere; without a claim the check says so."""
    results = claimed(question(claim="BIS licence D123456"))
    assert (results.findings, results.questions, results.steps) == ((), (), ())
    assert "28" in results.checks[0].how


def test_what_the_entry_says_is_told() -> None:
    """N/A is out of scope; words are to be verified; both come from the imported control list."""
    row = {"reason": "NS", "column": "NS1", "reach": "column", "countries": [], "scope": "entire"}
    entry = {
        "heading": "things",
        "controls": [{**row, "paragraphs": [], "text": "NS"}],
        "elsewhere": False,
        "exceptions": {"LVS": "N/A", "GBS": "N/A.", "ENC": "Yes for some, see 740.17"},
    }
    made = question(book=with_tables(table(controls.TABLE, ISSUE, {"5A002": entry})))
    assert [judged(made, symbol).state for symbol in ("LVS", "GBS", "ENC")] == [
        "out_of_scope",
        "out_of_scope",
        "conditions_to_verify",
    ]
    assert "740.17" in judged(made, "ENC").reason


def test_an_imported_catalogue_is_used() -> None:
    """From its day on."""
    imported = table(exceptions.TABLE, "2026-09-01", {"NEW": {"section": "15 CFR 740.99", "title": "New"}})
    book = with_tables(imported)
    assert list(exceptions.catalogue(question(day="2026-09-01", book=book))) == ["NEW"]
    assert "TMP" in exceptions.catalogue(question(day="2026-08-31", book=book))

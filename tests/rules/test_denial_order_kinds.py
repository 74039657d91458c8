"""Denial orders of every kind: related persons, renewals, convictions, other terms and law not sure."""

from __future__ import annotations

import pytest
from tests.rules.building import rulebook_of
from tests.rules.denial import ORDER, TERMS, about, ask

from licet.model.law import Confidence


def test_a_related_person_has_an_interval_of_its_own() -> None:
    """It is added later than the main order begins (766.23)."""
    life = "    life: [{issued: order, parties: [alpha]}, {issued: more, parties: [beta]}]\n"
    book = rulebook_of(TERMS, ORDER + life)
    for name, day, count in (
        ("Alpha Avionics Trading", "2020-01-01", 1),
        ("Beta Cargo Forwarding", "2020-05-31", 0),
        ("Beta Cargo Forwarding", "2020-06-01", 1),
    ):
        assert len(ask(book, day=day, parties=about(name)).findings) == count


def test_a_renewal_keeps_a_temporary_order_in_force_without_a_break() -> None:
    """And after the last one there is something to check; the start does not move."""
    life = (
        "    terms: {temporary: true}\n"
        "    life: [{issued: order, until: 2020-05-31}, {renewed: more, until: 2020-11-27}]\n"
    )
    book = rulebook_of(TERMS, ORDER + life)
    found = ask(book, day="2020-07-01", parties=about("Alpha Avionics Trading")).finding
    assert (str(found.in_force.first), str(found.in_force.last)) == ("2020-01-01", "2020-11-27")
    after = ask(book, day="2020-11-28", parties=about("Alpha Avionics Trading"))
    assert (after.findings, [item.code for item in after.questions]) == ((), ["check_renewal"])


@pytest.mark.parametrize(("day", "count"), [("2030-01-01", 1), ("2030-01-02", 0)])
def test_an_order_on_a_conviction_ends_ten_years_after_it(day: str, count: int) -> None:
    """766.25(d): convicted on 1 January 2020, whatever longer end is written."""
    life = "    terms: {conviction: 2020-01-01}\n    life: [{issued: order, until: 2034-12-31}]\n"
    found = ask(rulebook_of(TERMS, ORDER + life), day=day, parties=about("Alpha Avionics Trading"))
    assert len(found.findings) == count
    assert all(str(item.in_force.last) == "2030-01-01" for item in found.findings)


def test_an_order_that_is_superseded_expired_or_only_proposed_forbids_nothing() -> None:
    """A notice of proposed activation has no effect; it is told."""
    for life, flags in (
        ("[{proposed: order}]", ["proposed_denial"]),
        ("[{issued: order}, {superseded: more}]", []),
        ("[{issued: order, until: 2020-06-30}]", []),
    ):
        book = rulebook_of(TERMS, f"{ORDER}    life: {life}\n")
        found = ask(book, day="2020-07-01", parties=about("Alpha Avionics Trading"))
        assert (found.findings, found.questions, found.flag_codes) == ((), (), flags)


def test_an_order_with_other_terms_in_the_rulebook_is_to_be_read() -> None:
    """The same as a row that says so."""
    book = rulebook_of(TERMS, ORDER + "    terms: {standard: false}\n    life: [{issued: order}]\n")
    found = ask(book, day="2020-07-01", parties=about("Alpha Avionics Trading"))
    assert (found.findings, [item.code for item in found.questions]) == ((), ["read_the_order"])


def test_the_hour_is_asked_for_only_where_it_matters() -> None:
    """An order that begins at an hour counts for the whole day until the hour is told."""
    text = ORDER.replace("effective: 2020-01-01", 'effective: "2020-01-01T16:15-05:00"')
    book = rulebook_of(TERMS, text + "    life: [{issued: order}]\n")
    parties = about("Alpha Avionics Trading")
    found = ask(book, day="2020-01-01", parties=parties)
    assert (found.outcomes, [item.fact for item in found.questions]) == (["prohibited"], ["instant"])
    early = ask(book, day="2020-01-01", instant="2020-01-01T16:00-05:00", parties=parties)
    assert (early.findings, early.questions) == ((), ())


def test_law_of_low_confidence_gives_a_finding_marked_so() -> None:
    """The engine makes a question of it."""
    life = "    confidence: L\n    review: From memory.\n    life: [{issued: order}]\n"
    found = ask(rulebook_of(TERMS, ORDER + life), day="2020-07-01", parties=about("Alpha Avionics Trading"))
    assert found.finding.confidence is Confidence.LOW


def test_a_flag_about_a_party_that_is_only_alike_says_so() -> None:
    """A latent denial is never dropped, and never pinned on somebody."""
    parties = [{"role": "end_user", "name": "Zhongxing Telecommunications Equipment", "country": "CN"}]
    found = ask(day="2020-01-01", parties=parties)
    assert [item.code for item in found.flags] == ["latent_denial"]
    assert found.flags[0].sentence.startswith("If the party is Zhongxing")


def test_a_case_without_denied_persons_tells_what_was_compared() -> None:
    """A check, and nothing else."""
    found = ask(parties=about("Quiet River Instruments"))
    assert (found.findings, found.flags, found.questions, len(found.checks)) == ((), (), (), 1)

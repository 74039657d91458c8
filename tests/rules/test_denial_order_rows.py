"""Denial orders as the lists carry them: rows that join an order of the rulebook, or stand for one alone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.rules.building import case, decided, party, rulebook_of
from tests.rules.denial import BASE, ORDER, TERMS, ZTE, about, ask

from licet.model import Listing
from licet.rules.kinds.denial_order import KIND

ROW = {"standard_order": "yes", "last_update": "2018-04-23"}


def zte_rows(**more: str) -> tuple[Listing, Listing]:
    """Return the rows of the order in both lists."""
    dates = {"start": "2018-04-15", "end": "2025-03-13", "country": "CN"}
    cited = ("83 FR 17644 (2018-04-23)",)
    return (
        party("us_bis_dpl", "a", ZTE.upper(), citations=cited, **dates, **ROW, **more),  # type: ignore[arg-type]
        party("us_csl", "DPL-b", ZTE.upper(), citations=cited, source="DPL", **dates, **ROW),  # type: ignore[arg-type]
    )


def test_lists_and_rulebook_speak_for_one_order_once() -> None:
    """Two rows and a measure: one finding; and the rulebook's life decides while a row still stands."""
    found = ask(listings=zte_rows()).finding
    assert (found.measure, str(found.outcome)) == ("us.bis.zte.denial", "prohibited")
    after = ask(listings=zte_rows(), day="2018-07-13")
    assert (after.findings, after.flag_codes) == ((), ["latent_denial"])


def test_a_row_without_a_citation_yet_joins_the_order_of_its_start() -> None:
    """The list of 16 April 2018 had the row before the Federal Register had the order."""
    row = party("us_bis_dpl", "a", ZTE.upper(), start="2018-04-15", end="2025-03-13", country="CN", **ROW)  # type: ignore[arg-type]
    assert ask(listings=(row,), day="2018-04-16").finding.measure == "us.bis.zte.denial"


def test_another_order_against_the_same_person_is_another_finding() -> None:
    """A row with a citation of its own is no echo of the measure."""
    row = party("us_bis_dpl", "a", ZTE.upper(), start="2018-01-01", citations=("82 FR 1",), **ROW)  # type: ignore[arg-type]
    assert len(ask(listings=(row,)).findings) == 2


@pytest.mark.parametrize(
    ("day", "outcomes"),
    [("2018-04-14", []), ("2018-04-15", ["prohibited"]), ("2025-03-13", ["prohibited"]), ("2025-03-14", [])],
)
def test_a_row_alone_speaks_for_itself_by_its_dates(day: str, outcomes: list[str]) -> None:
    """Both lists together are one order; both ends count."""
    found = ask(rulebook_of(TERMS), zte_rows(), day=day)
    assert found.outcomes == outcomes


def test_a_row_with_other_terms_than_the_standard_is_to_be_read() -> None:
    """Standard_Order N (764.3(a)(2)): no finding on terms that nobody has read; blank counts as standard."""
    for said, findings, questions in (("no", 0, 1), ("yes", 1, 0), ("unsaid", 1, 0)):
        row = party("us_bis_dpl", "a", ZTE, start="2010-01-01", standard_order=said)
        found = ask(rulebook_of(TERMS), (row,))
        assert (len(found.findings), len(found.asks("read_the_order"))) == (findings, questions)


def test_a_name_that_is_only_alike_is_a_question() -> None:
    """A possible identity never makes a finding."""
    row = party(
        "us_bis_dpl", "a", "Zhongxing Telecommunications Equipment", start="2010-01-01", standard_order="yes"
    )
    found = ask(rulebook_of(TERMS), (row,))
    assert found.findings == ()
    assert [item.code for item in found.questions] == ["identity"]


@pytest.mark.parametrize(
    ("day", "outcomes", "codes"),
    [
        ("2019-06-04", [], ["check_renewal"]),
        ("2019-06-05", ["prohibited"], []),
        ("2019-12-03", ["prohibited"], []),
        ("2019-12-04", [], ["check_renewal"]),
    ],
)
def test_a_temporary_order_by_its_row_may_have_been_renewed(
    day: str, outcomes: list[str], codes: list[str]
) -> None:
    """Expired by data: check for a renewal. And an earlier day has earlier periods in the citations alone."""
    row = party(
        "us_bis_dpl", "m", "MAHAN AIRWAYS", start="2019-06-05", end="2019-12-03", country="IR",
        citations=("73 FR 15130 (2008-03-21)", "84 FR 27233 (2019-06-12)"), action="TDO RENEWAL",
        standard_order="yes",
    )  # fmt: skip
    parties = [{"role": "carrier", "name": "Mahan Airways", "country": "IR"}]
    found = ask(rulebook_of(TERMS), (row,), day=day, parties=parties)
    assert (found.outcomes, [item.code for item in found.questions]) == (outcomes, codes)


def test_of_several_ended_periods_only_the_last_is_asked_about() -> None:
    """An earlier one was renewed, as the later one shows."""
    rows = [
        party("us_bis_dpl", key, "MAHAN AIRWAYS", start=start, end=end, action="TDO RENEWAL",
              citations=("73 FR 15130 (2008-03-21)",))
        for key, start, end in (
            ("1", "2017-12-20", "2018-06-18"),
            ("2", "2018-06-14", "2018-12-12"),
            ("3", "2025-10-27", "2026-10-27"),
        )
    ]  # fmt: skip
    parties = [{"role": "carrier", "name": "Mahan Airways", "country": "IR"}]
    (question,) = ask(rulebook_of(TERMS), rows, day="2018-12-13", parties=parties).questions
    assert "ended on 2018-12-12" in question.sentence


def test_a_list_newer_than_the_end_of_a_temporary_order_would_show_a_renewal() -> None:
    """Then the end is told, and nothing is left to ask; by a row and by the rulebook alike."""
    row = party("us_bis_dpl", "m", "MAHAN AIRWAYS", start="2019-06-05", end="2019-12-03", action="TDO")
    parties = [{"role": "carrier", "name": "Mahan Airways", "country": "IR"}]
    by_row = case({**BASE, "day": "2020-02-01", "parties": parties}, rulebook_of(TERMS), (row,))
    life = "    terms: {temporary: true}\n    life: [{issued: order, until: 2020-05-31}]\n"
    asked = {**BASE, "day": "2020-07-01", "parties": about("Alpha Avionics Trading")}
    by_rulebook = case(asked, rulebook_of(TERMS, ORDER + life), (row,))
    for made in (by_row, by_rulebook):
        assert [item.code for item in decided(KIND, made).questions] == ["check_renewal"]
        newer = replace(made, lists=tuple(replace(one, published=made.day) for one in made.lists))
        found = decided(KIND, newer)
        assert (found.questions, found.flag_codes) == ((), ["ended_denial"])


def test_a_later_period_that_is_loaded_answers_the_question() -> None:
    """The renewed row counts, so nothing is left to check."""
    rows = [
        party(
            "us_bis_dpl",
            key,
            "MAHAN AIRWAYS",
            start=start,
            end=end,
            standard_order="yes",
            action="TDO RENEWAL",
        )
        for key, start, end in (("1", "2019-06-05", "2019-12-03"), ("2", "2019-12-04", "2020-05-31"))
    ]
    parties = [{"role": "carrier", "name": "Mahan Airways", "country": "IR"}]
    found = ask(rulebook_of(TERMS), rows, day="2019-12-04", parties=parties)
    assert (found.outcomes, found.questions) == (["prohibited"], ())

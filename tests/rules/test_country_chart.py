"""Reasons for control against the row of the destination, on both sides of each day and country."""

from __future__ import annotations

import pytest
from tests.rules.charting import IMPORTED, asked, rules
from tests.rules.law import table, with_tables

from licet.model.law import Confidence
from licet.rules import chart

# Hong Kong


@pytest.mark.parametrize(
    ("day", "found"),
    [("2020-12-22", []), ("2020-12-23", ["RS2"]), ("2020-12-24", ["RS2"]), ("2026-08-01", ["RS2"])],
)
def test_hong_kong_is_read_by_the_row_of_china_from_23_december_2020(day: str, found: list[str]) -> None:
    """Before, its own row governed, which is not loaded: a question, never China's row and never free."""
    results = asked("3A001.a.1", "HK", day, reasons=("RS2",))
    assert rules(results) == found
    if found:
        assert "85 FR 83788" in results.finding.citations
        assert "China" in results.finding.sentence
        assert "Hong Kong" in results.finding.sentence
    else:
        assert [item.fact for item in results.questions if item.decides] == ["us.ear.country_chart"]
        assert "China" not in results.questions[0].sentence
        assert "Hong Kong, its own," in results.questions[0].sentence


@pytest.mark.parametrize(("day", "confidence"), [("2026-07-22", "M"), ("2026-07-23", "H")])
def test_the_row_of_china_before_the_issue_that_was_read_is_inferred(day: str, confidence: str) -> None:
    """Its marks are relied on with less confidence; its blanks are not relied on."""
    found = asked("3A001", "CN", day, reasons=("NS2",)).finding
    assert found.confidence is Confidence(confidence)
    told = asked("3A001", "CN", day, reasons=("NS2",)).asks("open_point")
    assert [item.decides for item in told] == ([False] if confidence == "M" else [])
    assert str(found.in_force.first) == ("2020-12-23" if confidence == "M" else "2026-07-23")
    blank = asked("5A991", "CN", day, reasons=("AT1",))
    assert bool(blank.questions) is (confidence == "M")
    assert blank.findings == ()


def test_an_imported_row_of_hong_kong_of_its_own_time_is_used() -> None:
    """Its own until 22 December 2020, and China's in that same issue from then on."""
    old = table(
        chart.TABLE,
        "2018-01-01",
        {
            "HK": {"x": ["NS1"], "part_746": False, "footnotes": []},
            "CN": {"x": ["RS2"], "part_746": False, "footnotes": []},
        },
    )
    book = with_tables(old)
    for day, found in (("2020-12-22", ["NS1"]), ("2020-12-23", ["RS2"])):
        assert rules(asked("3A001", "HK", day, reasons=("NS1", "RS2"), book=book)) == found


# what is needed to answer


@pytest.mark.parametrize("missing", ["", "  "])
def test_a_missing_eccn_is_asked_for_and_never_ear99(missing: str) -> None:
    """The answer decides."""
    question = asked(missing, "CN").questions[0]
    assert (question.code, question.fact, question.decides) == ("missing_fact", "items[0].eccn", True)


def test_ear99_has_no_reason_for_control() -> None:
    """Told as looked at, with the parts that still apply."""
    results = asked("EAR99", "CN")
    assert (results.findings, results.questions) == ((), ())
    assert "744" in results.checks[0].how


@pytest.mark.parametrize("written", ["ear99", " EAR99", "EAR 99"])
def test_ear99_is_read_as_people_write_it(written: str) -> None:
    """In any case, with blanks; an ECCN likewise."""
    assert asked(written, "CN").questions == ()
    assert rules(asked("3a001.A.1", "CN", book=IMPORTED)) == ["NS2"]


def test_reasons_that_nobody_gave_are_asked_for() -> None:
    """The sentence says how to give them."""
    question = asked("5A002", "CN").questions[0]
    assert question.fact == "items[0].reasons"
    assert question.decides
    assert "5A002" in question.sentence
    assert "licet reference import" in question.sentence


def test_a_reason_without_a_column_is_asked_about() -> None:
    """`NS` alone names two columns."""
    assert "column" in asked("5A002", "CN", reasons=("NS",)).questions[0].sentence


@pytest.mark.parametrize("words", ["NS2", "ns 2", "NS Column 2", "NS column 2"])
def test_columns_are_read_as_people_write_them(words: str) -> None:
    """With or without the word."""
    assert rules(asked("3A001", "CN", reasons=(words,))) == ["NS2"]


def test_each_x_is_a_licence_requirement_of_its_own() -> None:
    """Each is to be overcome separately; blanks of the row are told."""
    results = asked("3A001", "DE", reasons=("NS1", "RS1", "NS2", "AT1"))
    assert rules(results) == ["NS1", "RS1"]
    assert {str(item.outcome) for item in results.findings} == {"licence_required"}
    assert "NS column 2, AT column 1" in results.checks[0].how


def test_not_an_export_not_abroad_or_not_subject_is_told() -> None:
    """The chart does not apply."""
    for results in (
        asked("3A001", "CN", reasons=("NS2",), activity="finance"),
        asked("3A001", "US", reasons=("NS2",)),
        asked("3A001", "CN", reasons=("NS2",), subject=False),
    ):
        assert (results.findings, results.questions) == ((), ())
        assert results.checks


def test_an_item_that_may_be_subject_to_the_ear_gives_a_question() -> None:
    """The fact that decides jurisdiction is named."""
    results = asked("3A001", "CN", reasons=("NS2",), subject=None)
    assert results.findings == ()
    assert results.questions[0].fact == "items[0].origin"
    assert asked("3A001", "", reasons=("NS2",)).questions[0].fact == "destination"


# rows


@pytest.mark.parametrize("destination", ["IR", "KP", "SY", "CU"])
def test_a_blank_row_of_part_746_is_never_free(destination: str) -> None:
    """The check sends to part 746, and says nothing of "no X"."""
    results = asked("3A001", destination, reasons=("NS2",))
    assert results.findings == ()
    assert "part 746" in results.checks[0].how
    assert not any("no X" in item.how for item in results.checks)


def test_a_row_that_is_not_loaded_is_a_question() -> None:
    """Macau has a row of its own, which the rulebook does not hold."""
    assert asked("3A001", "MO", reasons=("NS2",)).questions[0].fact == "us.ear.country_chart"


def test_a_destination_without_a_row_in_the_whole_chart_is_indeterminate() -> None:
    """Never unrestricted."""
    question = asked("3A001", "ZZ", book=IMPORTED).questions[0]
    assert "indeterminate" in question.sentence
    assert question.decides


def test_liechtenstein_and_the_caymans_follow_another_row() -> None:
    """15 CFR 738.3(b)."""
    assert rules(asked("5A002", "LI", book=IMPORTED)) == ["NS1"]
    assert "15 CFR 738.3(b)" in asked("5A002", "LI", book=IMPORTED).finding.citations
    assert rules(asked("0A504", "KY", book=IMPORTED)) == ["CC"]

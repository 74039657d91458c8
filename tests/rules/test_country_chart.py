"""Reasons for control against the row of the destination, on both sides of each day and country."""

from __future__ import annotations

from typing import Any

import pytest
from tests.rules.building import Results, case, decided
from tests.rules.law import shipped, table, with_tables

from licet.model.law import Confidence
from licet.model.rulebook import Rulebook
from licet.rules import chart, controls, groups
from licet.rules.case import Jurisdiction
from licet.rules.kinds.country_chart import KIND

ISSUE = "2026-07-23"


def asked(  # noqa: PLR0913  each fact of a question has its own name
    eccn: str,
    destination: str,
    day: str = ISSUE,
    *,
    reasons: tuple[str, ...] = (),
    book: Rulebook | None = None,
    subject: bool | None = True,
    activity: str = "export",
) -> Results:
    """Return what the kind yields for one item."""
    plain: dict[str, Any] = {
        "activity": activity,
        "actor": {"country": "US"},
        "items": [{"eccn": eccn, "origin": "US", "reasons": reasons}],
        "destination": destination,
        "day": day,
    }
    return decided(KIND, case(plain, book or shipped(), subject=subject))


def rules(results: Results) -> list[str]:
    """Return the rules of the findings."""
    return [item.rule.removeprefix("us.ear.chart.") for item in results.findings]


def entry(*rows: dict[str, Any], elsewhere: bool = False, **exceptions: str) -> dict[str, Any]:
    """Return an entry of the imported control list."""
    base = {
        "column": "",
        "reach": "column",
        "countries": [],
        "scope": "entire",
        "paragraphs": [],
        "text": "words",
    }
    made = [{**base, **row} for row in rows]
    return {"heading": "things", "controls": made, "elsewhere": elsewhere, "exceptions": exceptions}


LIST = table(
    controls.TABLE,
    ISSUE,
    {
        "3A001": entry(
            {"reason": "NS", "column": "NS2"},
            {
                "reason": "RS",
                "column": "RS1",
                "scope": "paragraphs",
                "paragraphs": ["b.2", "b.3"],
                "text": "b.2, b.3",
            },
            {"reason": "MT", "column": "MT1", "scope": "words", "text": "when usable in missiles"},
            {"reason": "RS", "reach": "advanced_computing", "scope": "paragraphs", "paragraphs": ["z"]},
            {"reason": "AT", "column": "AT1"},
            LVS="N/A for MT",
            GBS="N/A",
        ),
        "3A090": entry({"reason": "RS", "reach": "everywhere", "scope": "paragraphs", "paragraphs": ["a"]}),
        "5A991": entry({"reason": "AT", "column": "AT1"}),
        "3B001": entry({"reason": "NS", "reach": "macau_or_d5"}),
        "0A504": entry({"reason": "CC", "reach": "everywhere_but", "countries": ["CA"]}),
        "0B999": entry({"reason": "AT", "reach": "countries", "countries": ["KP"]}),
        "5A002": entry(
            {"reason": "NS", "column": "NS1"}, {"reason": "EI", "reach": "unread", "text": "see 742.15"}
        ),
        "0A002": entry(elsewhere=True),
        "8A620": entry({"reason": "NS", "column": "NS1", "scope": "except", "paragraphs": ["b", "y"]}),
    },
)
CHART = table(
    chart.TABLE,
    ISSUE,
    {
        "CN": {"x": ["NS1", "NS2", "RS1"], "part_746": False, "footnotes": []},
        "MO": {"x": ["NS1"], "part_746": False, "footnotes": []},
        "DE": {"x": ["NS1", "RS1"], "part_746": False, "footnotes": [3]},
        "CH": {"x": ["NS1"], "part_746": False, "footnotes": []},
        "GB": {"x": ["CB1"], "part_746": False, "footnotes": []},
        "CA": {"x": [], "part_746": False, "footnotes": []},
        "AE": {"x": [], "part_746": False, "footnotes": []},
        "IR": {"x": [], "part_746": True, "footnotes": [1]},
        "KP": {"x": [], "part_746": True, "footnotes": [1]},
    },
)
GROUPS = table(groups.TABLE, ISSUE, {"A:5": ["DE", "GB", "AE"]})
IMPORTED = with_tables(LIST, CHART, GROUPS)


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


@pytest.mark.parametrize(("day", "confidence"), [("2026-07-22", "M"), ("2026-07-23", "H")])
def test_the_row_of_china_before_the_issue_that_was_read_is_inferred(day: str, confidence: str) -> None:
    """Its marks are relied on with less confidence; its blanks are not relied on."""
    found = asked("3A001", "CN", day, reasons=("NS2",)).finding
    assert found.confidence is Confidence(confidence)
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


def test_a_missing_eccn_is_asked_for_and_never_ear99() -> None:
    """The answer decides."""
    question = asked("", "CN").questions[0]
    assert (question.code, question.fact, question.decides) == ("missing_fact", "items[0].eccn", True)


def test_ear99_has_no_reason_for_control() -> None:
    """Told as looked at, with the parts that still apply."""
    results = asked("EAR99", "CN")
    assert (results.findings, results.questions) == ((), ())
    assert "744" in results.checks[0].how


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


# entries


@pytest.mark.parametrize(("eccn", "found"), [("0A983", True), ("5A001.f.1", True), ("5A001.f", False)])
def test_some_entries_need_a_licence_everywhere(eccn: str, found: bool) -> None:
    """Whatever the row says; the paragraph counts."""
    assert bool(asked(eccn, "GB").findings) is found


@pytest.mark.parametrize(
    ("eccn", "destination", "day", "found"),
    [
        ("3B001.c", "MO", "2026-07-23", ["RS"]),
        ("3B001.c.1.a", "CN", "2026-07-23", ["RS"]),
        ("3B001.c", "MO", "2026-07-22", []),
        ("3B001.c", "DE", "2026-07-23", []),
        ("3B001.a", "MO", "2026-07-23", []),
    ],
)
def test_a_reason_that_was_read_counts_and_the_others_are_asked_for(
    eccn: str, destination: str, day: str, found: list[str]
) -> None:
    """Chip-making equipment to Macau or D:5 (734.9(k)); that no other reason is known is no "no"."""
    results = asked(eccn, destination, day)
    assert rules(results) == found
    assert [item.fact for item in results.questions if item.decides] == ["items[0].reasons"]
    if found:
        assert "15 CFR 734.9(k)" in results.finding.citations


def test_a_licence_need_of_a_foreign_item_says_why_it_is_subject_to_the_ear() -> None:
    """It hangs on the rule that makes it so."""
    why = Jurisdiction(True, ("by the rule",), ("15 CFR 734.9(h)",), by="direct_product")
    plain = {
        "activity": "reexport",
        "items": [{"eccn": "3A001", "origin": "TW", "reasons": ["NS2"]}],
        "destination": "CN",
        "day": ISSUE,
    }
    found = decided(KIND, case(plain, shipped(), jurisdictions=(why,))).finding
    assert "15 CFR 734.9(h)" in found.citations


def test_firearms_to_australia_and_the_united_kingdom_are_asked_about() -> None:
    """Their rows are nearly blank; footnote 10 is not."""
    for destination, asks in (("GB", True), ("AU", True), ("DE", False)):
        results = asked("0A501.a", destination, reasons=("NS2",))
        assert bool(results.asks("open_point")) is asks


@pytest.mark.parametrize(
    ("eccn", "destination", "found"),
    [
        ("3A001.a.1", "CN", ["NS2"]),
        ("3A001.b.2", "CN", ["NS2", "RS1"]),
        ("3A001.b.2.a", "DE", ["RS1"]),
        ("3A001.b.20", "DE", []),
        ("3A001.z.1", "CN", ["NS2", "RS"]),
        ("3A001.z.1", "AE", ["RS"]),
        ("3A001.z.1", "DE", []),
        ("3A090.a", "GB", ["RS"]),
        ("3A090.b", "GB", []),
        ("3B001.c", "MO", ["NS"]),
        ("3B001.c", "CN", ["NS"]),
        ("3B001.c", "DE", []),
        ("0A504.g", "CA", []),
        ("0A504.g", "DE", ["CC"]),
        ("0B999", "KP", ["AT"]),
        ("0B999", "DE", []),
        ("8A620.a", "DE", ["NS1"]),
        ("8A620.b", "DE", []),
        ("8A620.y.1", "DE", []),
    ],
)
def test_the_paragraph_and_the_place_decide(eccn: str, destination: str, found: list[str]) -> None:
    """Entries name columns, groups, countries or the world, for all or some paragraphs."""
    assert rules(asked(eccn, destination, book=IMPORTED)) == found


def test_words_that_no_number_tells_are_asked_about_only_where_an_x_stands() -> None:
    """`when usable in missiles`: only the exporter can say; no question where the column is blank anyway."""
    marked = with_tables(
        LIST, table(chart.TABLE, ISSUE, {"IN": {"x": ["MT1"], "part_746": False, "footnotes": []}})
    )
    question = asked("3A001.a.1", "IN", book=marked).questions[0]
    assert "missiles" in question.sentence
    assert asked("3A001.a.1", "DE", book=IMPORTED).questions == ()
    stated = asked("3A001.a.1", "IN", book=marked, reasons=("MT1",))
    assert rules(stated) == ["MT1"]
    assert stated.questions == ()


def test_a_group_that_is_not_loaded_leaves_the_place_open() -> None:
    """Countries of A:5 are left out of the rule, and without the groups nobody knows which these are."""
    results = asked("3A001.z.1", "CN", book=with_tables(LIST, CHART))
    assert rules(results) == ["NS2"]
    assert results.questions[0].decides


def test_an_entry_without_its_paragraph_leaves_some_reasons_open() -> None:
    """3A090 alone may be a or b."""
    results = asked("3A090", "GB", book=IMPORTED)
    assert results.findings == ()
    assert results.questions[0].fact == "items[0].reasons"


def test_words_on_where_that_were_not_read_are_asked_about() -> None:
    """And another reason of the same entry stands."""
    results = asked("5A002", "DE", book=IMPORTED)
    assert rules(results) == ["NS1"]
    assert "742.15" in results.questions[0].sentence


def test_an_entry_of_another_agency_is_asked_about() -> None:
    """The entry says that its items are subject to the ITAR."""
    assert asked("0A002", "DE", book=IMPORTED).questions[0].fact == "items[0].itar"


def test_a_stated_reason_does_not_hide_what_the_list_says_of_the_whole_entry() -> None:
    """Every reason counts."""
    assert rules(asked("3A001.a.1", "CN", reasons=("RS1",), book=IMPORTED)) == ["NS2", "RS1"]


@pytest.mark.parametrize(
    ("day", "known"), [("2026-07-22", False), ("2026-07-23", True), ("2027-01-01", True)]
)
def test_an_imported_issue_is_used_from_its_day(day: str, known: bool) -> None:
    """And the finding says which issue it was, with its hash."""
    results = asked("8A620.a", "DE", day, book=IMPORTED)
    assert bool(results.findings) is known
    if known:
        told = " ".join(item.value for item in results.finding.facts)
        assert ISSUE in told
        assert "abababab" in told


def test_content_is_controlled_by_the_chart_or_an_embargo() -> None:
    """For de minimis: EAR99 counts for Iran and Cuba, not for China; what is not known is not "no"."""
    asks = [
        ("EAR99", (), "CN", False),
        ("EAR99", (), "CU", True),
        ("EAR99", (), "IR", True),
        ("EAR99", (), "RU", None),
        ("3A999", (), "RU", True),
        ("3A001", ("NS2",), "CN", True),
        ("3A001", ("NS2",), "DE", False),
        ("3A001", ("NS2",), "HK", True),
        ("3A001", (), "CN", None),
        ("3A001", ("NS2",), "MO", None),
        ("3A001", ("NS",), "CN", None),
        ("3A001", ("NS", "RS2"), "CN", True),
        ("3B001.c", (), "MO", True),
        ("3B001.c", (), "DE", None),
        ("", (), "CN", None),
    ]
    day = case({"activity": "export", "day": ISSUE}).day
    for eccn, reasons, destination, expected in asks:
        assert chart.controlled(shipped(), eccn, reasons, destination, day) is expected, (eccn, destination)

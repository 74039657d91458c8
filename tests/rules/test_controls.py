"""What an entry of the control list is controlled for, by paragraph and place."""

from __future__ import annotations

import pytest
from tests.rules.building import case, decided
from tests.rules.charting import CHART, IMPORTED, ISSUE, LIST, asked, rules
from tests.rules.law import shipped, table, with_tables

from licet.rules import chart
from licet.rules.case import Jurisdiction
from licet.rules.kinds.country_chart import KIND


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

"""Country groups hold from the day for which a source speaks; what is not held is unknown, never "no"."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from tests.rules.law import shipped, table, with_tables

from licet.model.law import Confidence
from licet.rules.groups import TABLE, governing, in_group, macau_or_d5, membership

ISSUE = date(2026, 7, 23)
BEFORE = ISSUE - timedelta(days=1)
INFERRED = date(2024, 6, 1)


@pytest.mark.parametrize(
    ("day", "row"),
    [(date(2020, 12, 22), "HK"), (date(2020, 12, 23), "CN"), (date(2020, 12, 24), "CN"), (ISSUE, "CN")],
)
def test_hong_kong_has_its_own_row_until_23_december_2020(day: date, row: str) -> None:
    """Then China's row and groups govern it (85 FR 83788)."""
    governed = governing(shipped(), "HK", day)
    assert (governed.country, governed.cite) == (row, ("85 FR 83788",))


def test_liechtenstein_follows_switzerland_and_the_caymans_the_united_kingdom() -> None:
    """15 CFR 738.3(b); every other country is its own."""
    rows = [governing(shipped(), country, ISSUE).country for country in ("LI", "KY", "MO", "DE")]
    assert rows == ["CH", "GB", "MO", "DE"]


def test_hong_kong_is_in_the_groups_of_china() -> None:
    """On the day of the issue that is held."""
    assert [in_group(shipped(), "HK", group, ISSUE) for group in ("D:1", "D:4", "D:5", "E:1")] == [
        True,
        True,
        True,
        False,
    ]
    assert "85 FR 83788" in membership(shipped(), "HK", "D:5", ISSUE).cite


def test_macau_is_not_in_d5_but_macau_or_d5_names_it() -> None:
    """Rules that say "Macau or D:5" need both; "Macau" needs no issue of the groups."""
    assert in_group(shipped(), "MO", "D:5", ISSUE) is False
    assert in_group(shipped(), "MO", "D:1", ISSUE) is True
    assert macau_or_d5(shipped(), "MO", ISSUE) is True
    assert macau_or_d5(shipped(), "MO", BEFORE) is True
    assert macau_or_d5(shipped(), "CN", ISSUE) is True
    assert macau_or_d5(shipped(), "DE", ISSUE) is False


@pytest.mark.parametrize(
    ("group", "before"),
    [("A:6", BEFORE), *((group, INFERRED - timedelta(days=1)) for group in ("D:1", "D:4", "D:5"))],
)
def test_a_group_is_unknown_before_the_issue_that_is_held(group: str, before: date) -> None:
    """Unknown is not "no": neither for a member nor for any other country."""
    for country in ("CN", "SG", "DE"):
        assert in_group(shipped(), country, group, before) is None
        assert in_group(shipped(), country, group, ISSUE) is not None


@pytest.mark.parametrize("group", ["D:1", "D:4", "D:5"])
def test_members_before_the_issue_that_was_read_are_inferred(group: str) -> None:
    """For two years, with less confidence than on the day of the issue."""
    trust = [membership(shipped(), "CN", group, day).confidence for day in (INFERRED, BEFORE, ISSUE)]
    assert trust == [Confidence.MEDIUM, Confidence.MEDIUM, Confidence.HIGH]


@pytest.mark.parametrize("group", ["A:1", "A:2", "B", "D:2", "D:3", "X:9"])
def test_a_group_that_the_rulebook_does_not_hold_is_unknown(group: str) -> None:
    """Whatever the country and the day."""
    assert in_group(shipped(), "CN", group, ISSUE) is None


def test_sudan_was_in_e1_in_2018_and_is_not_in_2026() -> None:
    """The day on which it left was not read, so that between both it is unknown."""
    days = [date(2017, 12, 31), date(2018, 5, 14), date(2018, 12, 31), date(2019, 1, 1), BEFORE, ISSUE]
    assert [in_group(shipped(), "SD", "E:1", day) for day in days] == [None, True, True, None, None, False]
    assert [in_group(shipped(), "IR", "E:1", day) for day in days] == [None, True, True, True, True, True]
    assert [in_group(shipped(), "CN", "E:1", day) for day in days] == [
        None,
        False,
        False,
        False,
        False,
        False,
    ]
    assert [in_group(shipped(), "CU", "E:2", day) for day in days] == [None, True, True, True, True, True]


def test_the_emirates_are_in_a5_since_10_july_2026() -> None:
    """The rulebook names no other member, so that of the others it says nothing."""
    before, day = date(2026, 7, 9), date(2026, 7, 10)
    assert [in_group(shipped(), "AE", "A:5", item) for item in (before, day)] == [None, True]
    assert in_group(shipped(), "DE", "A:5", day) is None


def test_an_imported_issue_decides_from_its_day() -> None:
    """It knows every group; before its day it says nothing; its name and hash are told."""
    book = with_tables(table(TABLE, "2026-08-01", {"A:5": ["DE", "AE"], "D:1": ["CN"], "D:3": ["CN", "TW"]}))
    day = date(2026, 8, 1)
    assert [in_group(book, "TW", "D:3", item) for item in (day - timedelta(days=1), day)] == [None, True]
    assert in_group(book, "DE", "D:3", day) is False
    assert in_group(book, "HK", "D:3", day) is True
    assert in_group(book, "VN", "D:1", day) is False
    told = membership(book, "TW", "D:3", day)
    assert "2026-08-01" in told.source
    assert "abababab" in told.source


def test_what_the_rulebook_says_later_than_the_imported_issue_wins() -> None:
    """An issue of 2025 does not know that the Emirates came in on 10 July 2026."""
    book = with_tables(table(TABLE, "2025-11-12", {"A:5": ["DE"]}))
    assert [in_group(book, "AE", "A:5", date(2026, 7, day)) for day in (9, 10)] == [False, True]
    assert in_group(book, "DE", "A:5", date(2026, 7, 10)) is True

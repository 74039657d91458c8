"""AECA debarred parties against the real files, and against damage."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.lists.us_damage import check, data_rows, mutated
from tests.shared import DATA, needs_shared, read_bytes

from licet.lists.catalog.us_ddtc_aeca import parse as aeca
from licet.model import Listing, PartyKind, Problem

HERE = Path(__file__).parent
SAMPLE = (HERE / "layout_2014_05.in.csv.csv").read_bytes()
ROWS = {"2014-05-09": 521, "2014-07-14": 525, "2017-04-17": 516, "2018-01-24": 515}


def _read(day: str) -> bytes:
    (path,) = (DATA / "state_aeca_debarred" / day).iterdir()
    return read_bytes(str(path.relative_to(DATA)))


def _listings(day: str) -> list[Listing]:
    return [item for item in check(aeca, "csv", _read(day)) if isinstance(item, Listing)]


@needs_shared
@pytest.mark.shared
@pytest.mark.parametrize(("day", "rows"), ROWS.items())
def test_every_row_of_each_layout_is_a_listing(day: str, rows: int) -> None:
    """Counts of data/README.md."""
    content = _read(day)
    assert aeca.recognise("x", content[:4096]) == "csv"
    assert len(_listings(day)) == rows == data_rows(content)


@needs_shared
@pytest.mark.shared
def test_the_same_debarment_has_the_same_key_in_every_layout() -> None:
    """Name and notice are in all three: 2014-07-14 and 2018-01-24 share most of their parties."""
    first, last = ({item.key for item in _listings(day)} for day in ("2014-07-14", "2018-01-24"))
    assert len(first & last) > 480


@needs_shared
@pytest.mark.shared
def test_companies_are_marked_until_2014_and_unknown_later() -> None:
    """44 rows of 2014-05-09 have an x."""
    kinds = [item.kind for item in _listings("2014-05-09")]
    assert kinds.count(PartyKind.ORGANISATION) == 44
    assert {item.kind for item in _listings("2018-01-24")} == {PartyKind.UNKNOWN}


@needs_shared
@pytest.mark.shared
def test_birth_months_are_kept_as_months() -> None:
    """234 parties have one in 2017; none is made a day."""
    dates = [found for item in _listings("2017-04-17") for found in item.birth_dates]
    assert len(dates) == 234
    assert all(found.first.day == 1 and found.last.day >= 28 for found in dates)


@needs_shared
@pytest.mark.shared
def test_the_one_impossible_year_is_reported() -> None:
    """3/21/805 stood in both files of 2014."""
    problems = [item for item in check(aeca, "csv", _read("2014-05-09")) if isinstance(item, Problem)]
    assert [(item.code, item.record) for item in problems] == [("impossible_year", "3/21/805")]


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_no_bytes_make_the_parser_raise(data: st.DataObject) -> None:
    """Cut, flipped, lost, added."""
    check(aeca, "csv", data.draw(mutated(SAMPLE)))

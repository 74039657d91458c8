"""Nonproliferation sanctions against the real files, and against damage."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.lists.us_damage import check, data_rows, mutated
from tests.shared import needs_shared, read_bytes

from licet.lists.catalog.us_state_isn import parse as isn
from licet.model import Listing, NameKind, Problem

HERE = Path(__file__).parent
SAMPLES = [path.read_bytes() for path in sorted(HERE.glob("layout_*.in.csv.csv"))]
ROWS = {
    "2014-09-04": 462,
    "2015-04-21": 462,
    "2015-08-12": 153,
    "2015-09-04": 176,
    "2015-09-24": 180,
    "2015-11-03": 180,
    "2015-11-30": 180,
    "2016-04-21": 187,
    "2016-07-22": 203,
    "2016-12-02": 213,
}


def _read(day: str) -> bytes:
    return read_bytes(f"state_isn/{day}/isn.csv.gz")


def _listings(day: str) -> list[Listing]:
    return [item for item in check(isn, "csv", _read(day)) if isinstance(item, Listing)]


@needs_shared
@pytest.mark.shared
@pytest.mark.parametrize(("day", "rows"), ROWS.items())
def test_every_row_of_each_layout_is_a_listing(day: str, rows: int) -> None:
    """Counts of data/README.md."""
    content = _read(day)
    assert isn.recognise("x", content[:4096]) == "csv"
    assert len(_listings(day)) == rows == data_rows(content)


@needs_shared
@pytest.mark.shared
def test_a_sanction_lifted_on_one_day_has_an_end_and_one_lifted_in_parts_has_none() -> None:
    """149 rows of 2014-09-04 say something; three of them in prose, which is kept and reported."""
    listings = _listings("2014-09-04")
    assert sum(item.end is not None for item in listings) == 146
    prose = [item for item in listings if "lifted" in dict(item.details)]
    assert len(prose) == 3
    assert all(item.end is None for item in prose)
    ended = next(item for item in listings if item.caption.startswith("Aerospace Industries") and item.end)
    assert (ended.start, ended.end) == (date(2007, 9, 26), date(2009, 9, 26))


@needs_shared
@pytest.mark.shared
def test_bytes_of_cp1252_are_read() -> None:
    """The apostrophe of 2016-07-22 is 0x92."""
    assert any("Khata’ib" in item.caption for item in _listings("2016-07-22"))


@needs_shared
@pytest.mark.shared
def test_countries_are_read_from_codes_and_from_names_and_a_typing_error_is_reported() -> None:
    """Codes in 2015, names in 2016-12, among them "Kong Kong"."""
    assert all(item.addresses[0].country for item in _listings("2015-08-12") if item.addresses)
    problems = [item for item in check(isn, "csv", _read("2016-12-02")) if isinstance(item, Problem)]
    assert [(item.code, item.record) for item in problems] == [("unknown_country", "Kong Kong")]


@needs_shared
@pytest.mark.shared
def test_aliases_of_2016_are_split_and_former_names_marked() -> None:
    """CITC, Technology Cooperation Office, ..., F.K.A. ..."""
    (centre,) = (item for item in _listings("2016-12-02") if any(name.text == "CITC" for name in item.names))
    assert sum(name.kind is NameKind.FKA for name in centre.names) == 2


@needs_shared
@pytest.mark.shared
def test_other_lists_of_the_same_feed_are_not_taken_for_it() -> None:
    """The Entity List came in the same 31 columns."""
    head = read_bytes("bis_entity_list/ita_feed_fixtures/el.csv")[:4096]
    assert isn.recognise("isn.csv", head) is None


@given(st.data(), st.sampled_from(SAMPLES))
@settings(max_examples=150, deadline=None)
def test_no_bytes_make_the_parser_raise(data: st.DataObject, sample: bytes) -> None:
    """Cut, flipped, lost, added."""
    check(isn, "csv", data.draw(mutated(sample)))

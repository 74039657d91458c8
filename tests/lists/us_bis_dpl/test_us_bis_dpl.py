"""The Denied Persons List against the real files, and against damage."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.lists.us_damage import check, data_rows, mutated, run
from tests.shared import needs_shared, read_bytes

from licet.lists.catalog.us_bis_dpl import parse as dpl
from licet.lists.formats.bis_denials import split_name
from licet.model import Listing, Problem

HERE = Path(__file__).parent
TEXT_SAMPLE = (HERE / "traps.in.txt.txt").read_bytes()
CSV_SAMPLE = (HERE / "site.in.csv.csv").read_bytes()

ROWS = {
    "2014-05-27": 474,
    "2018-08-17": 539,
    "2019-06-29": 546,
    "2022-09-07": 581,
    "2023-11-30": 665,
    "2025-01-06_from_pdf": 595,
}


def _read(day: str) -> bytes:
    return read_bytes(f"bis_dpl/{day}/dpl.txt.gz")


def _listings(content: bytes) -> list[Listing]:
    return [item for item in run(dpl, "txt", content)[0] if isinstance(item, Listing)]


def _problems(content: bytes, code: str) -> list[Problem]:
    return [item for item in run(dpl, "txt", content)[0] if isinstance(item, Problem) and item.code == code]


@needs_shared
@pytest.mark.shared
@pytest.mark.parametrize(("day", "rows"), ROWS.items())
def test_every_row_of_a_real_file_is_a_listing(day: str, rows: int) -> None:
    """Counts of data/README.md; none is lost, none refused."""
    content = _read(day)
    assert dpl.recognise("x", content[:4096]) == "txt"
    results = check(dpl, "txt", content)
    assert sum(isinstance(item, Listing) for item in results) == rows == data_rows(content, "\t")


@needs_shared
@pytest.mark.shared
def test_keys_tell_rows_apart_and_stay_between_editions() -> None:
    """230 rows added and 146 removed from 2022-09-07 to 2023-11-30."""
    before = {item.key for item in _listings(_read("2022-09-07"))}
    after = {item.key for item in _listings(_read("2023-11-30"))}
    assert (len(after - before), len(before - after)) == (230, 146)


@needs_shared
@pytest.mark.shared
def test_zte_spliced_into_the_list_of_its_summer_is_two_more_listings() -> None:
    """Order of 2018-04-15 (83 FR 17644), until 2025-03-13; the list of 2018-08-17 is without it."""
    base = _read("2018-08-17")
    rows = read_bytes("bis_dpl/zte_2018_hand_made/dpl_zte_rows.txt").split(b"\n", 1)[1]
    before = {item.key: item for item in _listings(base)}
    after = {item.key: item for item in _listings(base + rows)}
    assert not [item for item in before.values() if "ZTE" in item.caption.split()]
    added = [item for key, item in after.items() if key not in before]
    assert [item.caption for item in added] == [
        "ZHONGXING TELECOMMUNICATIONS EQUIPMENT CORPORATION",
        "ZTE KANGXUN TELECOMMUNICATIONS LTD.",
    ]
    for item in added:
        assert (item.start, item.end) == (date(2018, 4, 15), date(2025, 3, 13))
        assert item.citations == ("83 FR 17644 (2018-04-23)",)


@needs_shared
@pytest.mark.shared
def test_years_typed_wrongly_are_reported() -> None:
    """Last_Update of three editions."""
    found = {item.record for day in ROWS for item in _problems(_read(day), "impossible_year")}
    assert {"3017-08-22", "2922-09-01", "0222-05-18", "1023-11-01"} <= found


@needs_shared
@pytest.mark.shared
def test_a_blank_expiry_is_no_end_and_a_blank_country_is_the_us() -> None:
    """53 rows and 111 rows of 2019-06-29; 16 of the latter name no state of the US and are not guessed."""
    listings = _listings(_read("2019-06-29"))
    assert sum(item.end is None for item in listings) == 53
    blank = [item for item in listings if dict(item.details).get("country_note", "").startswith("blank")]
    assert len(blank) == 111
    assert sum(item.addresses[0].country == "US" for item in blank) == 95
    assert len(_problems(_read("2019-06-29"), "blank_country")) == 16


@needs_shared
@pytest.mark.shared
def test_inner_quotes_and_leading_blanks_of_names_are_understood() -> None:
    """A blank before I. ASH, doubled quotes around SAMMY in IHSAN MEDHAT "SAMMY" ELASHI."""
    captions = {item.caption for item in _listings(_read("2019-06-29"))}
    assert "I. ASH" in captions
    assert any('"SAMMY"' in caption for caption in captions)


@needs_shared
@pytest.mark.shared
def test_an_order_that_is_not_standard_says_so() -> None:
    """7 rows of 2022-09-07 are N, 2 are blank, 1 is a small y."""
    orders = [dict(item.details)["standard_order"] for item in _listings(_read("2022-09-07"))]
    assert (orders.count("no"), orders.count("unsaid"), orders.count("yes")) == (7, 2, 572)


@needs_shared
@pytest.mark.shared
def test_rows_of_the_old_feed_that_say_nothing_are_counted_all_the_same() -> None:
    """A row of blanks and a row cut short, in a feed without quotes."""
    content = read_bytes("bis_entity_list/ita_feed_fixtures/dpl.txt")
    results = check(dpl, "txt", content)
    assert sum(isinstance(item, Listing) for item in results) == 8
    assert [item.code for item in results if isinstance(item, Problem)] == ["no_name", "bad_width"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A. EXAMPLE, 1 ROAD, CITY, FR", "A. EXAMPLE"),
        ("ZONE (MNC GROUP, INC.), 1 LANE, HOUSTON, TX, US, 77042", "ZONE (MNC GROUP, INC.)"),
        ("EXAMPLE TRADING CO., LTD., 1 ROAD", "EXAMPLE TRADING CO., LTD."),
        ("ABEL EXAMPLE, JR., 120 DRIVE", "ABEL EXAMPLE, JR."),
        ("NAME ALONE", "NAME ALONE"),
    ],
)
def test_name_and_address_in_one_cell_part_at_the_right_comma(text: str, name: str) -> None:
    """A comma before INC. or inside brackets belongs to the name."""
    assert split_name(text)[0] == name


def test_the_sites_csv_is_recognised_under_each_of_its_column_names() -> None:
    """Columns were renamed; another list is not taken for it."""
    assert dpl.recognise("dpl_04142026.csv", CSV_SAMPLE) == "csv"
    assert dpl.recognise("x", (HERE / "site_renamed.in.csv.csv").read_bytes()) == "csv"
    assert dpl.recognise("dpl.txt", b"a\tb\n1\t2\n") is None
    assert dpl.recognise("dpl.txt", b"<html></html>") is None


@given(st.data())
@settings(max_examples=200, deadline=None)
def test_no_bytes_make_the_text_parser_raise(data: st.DataObject) -> None:
    """Cut, flipped, lost, added."""
    check(dpl, "txt", data.draw(mutated(TEXT_SAMPLE)))


@given(st.data())
@settings(max_examples=100, deadline=None)
def test_no_bytes_make_the_csv_parser_raise(data: st.DataObject) -> None:
    """Cut, flipped, lost, added."""
    check(dpl, "csv", data.draw(mutated(CSV_SAMPLE)))

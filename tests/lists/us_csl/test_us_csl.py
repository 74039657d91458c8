"""The Consolidated Screening List against the real files, and against damage."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.lists.us_damage import check, data_rows, mutated, run
from tests.shared import needs_shared, read_bytes

from licet.lists.base import RawEdition
from licet.lists.catalog.us_csl import parse as csl
from licet.lists.formats.csl_json import KNOWN_KEYS
from licet.model import IdentifierKind, Listing, PartyKind, Problem, Severity

HERE = Path(__file__).parent
CSV_SAMPLE = (HERE / "traps.in.csv.csv").read_bytes()
JSON_SAMPLE = (HERE / "json_traps.in.json.json").read_bytes()

OF_2016 = "us_csl/2016-02_excerpt/data.csv.gz"
OF_2018 = "us_csl/2018-12-04/screening_list_consolidated_2018-12-04.csv.gz"
OF_2022 = "us_csl/2022-05-16/consolidated.csv.gz"
JSON_2026 = "us_csl/2026-09-25_json_excerpt/consolidated_excerpt.json"
REKEYED = "us_csl/2026-07-31_derived/screening-list.json.gz"

BY_SOURCE = {
    OF_2018: "SDN 7345, EL 1084, DTC 515, DPL 439, SSI 289, ISN 172, UVL 156, PLC 78, FSE 6, 561 1",
    OF_2022: "SDN 10026, EL 2001, DTC 727, DPL 462, SSI 290, UVL 201, ISN 163, PLC 78, MEU 71, CMIC 68, "
    "CAP 53, MBS 17, FSE 3",
}


@cache
def _parsed(path: str) -> tuple[tuple[Listing, ...], tuple[Problem, ...]]:
    results, _ = run(csl, "csv", read_bytes(path))
    listings = tuple(item for item in results if isinstance(item, Listing))
    return listings, tuple(item for item in results if isinstance(item, Problem))


def _source(listing: Listing) -> str:
    return dict(listing.details)["source"]


@needs_shared
@pytest.mark.shared
@pytest.mark.parametrize(("path", "rows"), [(OF_2016, 399), (OF_2018, 10085), (OF_2022, 14160)])
def test_every_row_of_a_real_file_is_a_listing_with_its_own_key(path: str, rows: int) -> None:
    """Counts of data/README.md."""
    listings, problems = _parsed(path)
    assert len(listings) == len({listing.key for listing in listings}) == rows == data_rows(read_bytes(path))
    assert not [item for item in problems if item.severity in {Severity.FATAL, Severity.ROW}]


@needs_shared
@pytest.mark.shared
@pytest.mark.parametrize("path", [OF_2018, OF_2022])
def test_rows_by_source_list_are_those_counted_before(path: str) -> None:
    """Every source list is known by its code."""
    expected = {code: int(count) for code, count in (pair.split() for pair in BY_SOURCE[path].split(", "))}
    assert Counter(_source(listing) for listing in _parsed(path)[0]) == expected


@needs_shared
@pytest.mark.shared
def test_impossible_years_of_the_entity_list_are_reported() -> None:
    """0097-06-30 twice and 0017-05-26; the rows stay, without a start."""
    listings, problems = _parsed(OF_2022)
    reported = [item for item in problems if item.code == "impossible_year"]
    assert sorted(item.record for item in reported) == ["0017-05-26", "0097-06-30", "0097-06-30"]
    keys = {item.where.partition(":")[0] for item in reported}
    assert all(listing.start is None for listing in listings if listing.key in keys)


@needs_shared
@pytest.mark.shared
def test_ofac_parties_keep_their_key_between_editions_with_and_without_ids() -> None:
    """The uid is `entity_number` in 2018 and `_id` in 2022."""
    before = {listing.key for listing in _parsed(OF_2018)[0] if _source(listing) == "SDN"}
    after = {listing.key for listing in _parsed(OF_2022)[0] if _source(listing) == "SDN"}
    assert len(before & after) > 5000


@needs_shared
@pytest.mark.shared
def test_huawei_is_on_the_entity_list_and_on_the_cmic_list() -> None:
    """15 CFR 744 Supp. 4 with footnote 1 as it stood then; a securities list beside it."""
    listings, _ = _parsed(OF_2022)
    huawei = [item for item in listings if item.caption.lower().startswith("huawei technologies co., ltd")]
    assert any(_source(item) == "EL" and dict(item.details)["fdp_footnotes"] == "1" for item in huawei)
    investment = [item for item in listings if "huawei" in item.caption.lower() and _source(item) == "CMIC"]
    assert investment


@needs_shared
@pytest.mark.shared
def test_zte_itself_was_off_the_list_by_the_end_of_2018() -> None:
    """Only ZTE Parsian of the Entity List is left."""
    captions = [item.caption for item in _parsed(OF_2018)[0] if "zte" in item.caption.lower().split()]
    assert captions
    assert all("parsian" in caption.lower() for caption in captions)


@needs_shared
@pytest.mark.shared
def test_vessels_have_imo_numbers_and_persons_birth_dates() -> None:
    """What identifies a party is not left in prose."""
    listings, _ = _parsed(OF_2022)
    vessels = [item for item in listings if item.kind is PartyKind.VESSEL]
    with_imo = [
        item for item in vessels if any(found.kind is IdentifierKind.IMO for found in item.identifiers)
    ]
    assert len(vessels) == 433
    assert len(with_imo) > 300
    assert all(
        found.value.isdigit() for item in with_imo for found in item.identifiers if found.kind == "imo"
    )
    assert sum(bool(item.birth_dates) for item in listings) == 5149


@needs_shared
@pytest.mark.shared
def test_no_value_of_the_real_files_is_left_unread_unless_listed_here() -> None:
    """New kinds of trouble in a new edition must be seen, and so must be told apart from these."""
    for path in (OF_2016, OF_2018, OF_2022):
        codes = {item.code for item in _parsed(path)[1]}
        assert codes <= {
            "control_characters",
            "duplicate_key",
            "impossible_year",
            "unknown_licence_requirement",
            "unread_citation",
        }


@needs_shared
@pytest.mark.shared
def test_the_json_says_when_it_was_made() -> None:
    """search_performed_at, and rows of three shapes."""
    results, facts = run(csl, "json", read_bytes(JSON_2026))
    assert (facts.published, facts.rows, facts.declared) == (date(2026, 9, 25), 3, 1)
    havin, ghoura, supachoke = (item for item in results if isinstance(item, Listing))
    assert (havin.key, havin.addresses[1].country, havin.identifiers[1].value) == (
        "SDN-906",
        "CU",
        "HAVIGB2L",
    )
    assert (ghoura.start, ghoura.citations) == (date(2011, 11, 21), ("76 FR 71867",))
    assert (supachoke.addresses[0].country, supachoke.names[1].text) == ("TH", "Super Trade")


@needs_shared
@pytest.mark.shared
def test_each_file_is_recognised_and_what_someone_rekeyed_is_not() -> None:
    """The derived JSON of 2026-07-31 is no official shape."""
    for path, part in (
        (OF_2016, "csv"),
        (OF_2018, "csv"),
        (OF_2022, "csv"),
        (JSON_2026, "json"),
        (REKEYED, None),
    ):
        assert csl.recognise("any name", read_bytes(path)[:4096]) == part
    for other in ("bis_dpl/2018-08-17/dpl.txt.gz", "state_isn/2016-07-22/isn.csv.gz", "ofac/README.md"):
        try:
            head = read_bytes(other)[:4096]
        except FileNotFoundError:
            continue
        assert csl.recognise("consolidated.csv", head) is None


@needs_shared
@pytest.mark.shared
def test_rows_that_did_not_change_are_remembered() -> None:
    """The second reading gives the very same objects: what makes a daily edition cheap."""
    raw = RawEdition({"csv": read_bytes(OF_2022)})
    first = [item for item in csl.parse(raw) if isinstance(item, Listing)]
    again = [item for item in csl.parse(raw) if isinstance(item, Listing)]
    assert sum(one is other for one, other in zip(first, again, strict=True)) > 14_000


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_no_bytes_make_the_csv_parser_raise(data: st.DataObject) -> None:
    """Cut, flipped, lost, added."""
    check(csl, "csv", data.draw(mutated(CSV_SAMPLE)))


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_no_bytes_make_the_json_parser_raise(data: st.DataObject) -> None:
    """Cut, flipped, lost, added."""
    check(csl, "json", data.draw(mutated(JSON_SAMPLE)))


_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(("type", "number", "city")), inner)
    ),
    max_leaves=4,
)


@given(st.lists(st.dictionaries(st.sampled_from(sorted(KNOWN_KEYS | {"new"})), _VALUES), max_size=4))
@settings(max_examples=150, deadline=None)
def test_no_values_make_the_json_parser_raise(items: list[dict[str, object]]) -> None:
    """Any JSON value under any known key."""
    items.append({"source": "SDN", "name": "EXAMPLE \ud800", "type": "Entity"})
    check(csl, "json", json.dumps({"results": items}).encode())

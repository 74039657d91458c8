"""The UK Sanctions List against its real excerpt and what is known of it."""

from __future__ import annotations

from datetime import date

import pytest
from tests.shared import needs_shared, read_bytes

from licet.lists import registry
from licet.lists.base import RawEdition
from licet.lists.catalog.uk_fcdo.columns import COLUMNS
from licet.model import Identifier, IdentifierKind, Link, Listing, PartyKind, Problem

EXCERPT = "uk/2026-10-08_excerpt/UK-Sanctions-List.csv"


@needs_shared
@pytest.mark.shared
def test_the_ship_of_the_excerpt_is_read_as_published() -> None:
    raw = RawEdition({"csv": read_bytes(EXCERPT)})
    (found,) = registry.parser("uk_fcdo")(raw)
    assert isinstance(found, Listing)
    assert (found.key, found.kind, found.caption) == ("RUS2176", PartyKind.VESSEL, "KOROLEV PROSPECT")
    assert found.identifiers == (Identifier(IdentifierKind.IMO, "IMO9826902"),)
    assert (found.countries, found.start) == (("GA",), date(2024, 7, 31))
    assert found.links == (Link("owner_or_operator", "Stream Ship Management FZCO"),)
    assert dict(found.details)["sanctions_imposed"] == "Shipping sanctions: (see 'Other information')"
    facts = registry.facts("uk_fcdo", raw)
    assert (facts.published, facts.rows) == (date(2026, 10, 8), 1)


@needs_shared
@pytest.mark.shared
def test_all_58_columns_are_known_by_name() -> None:
    header = read_bytes(EXCERPT).decode("utf-8-sig").splitlines()[1].split(",")
    assert sorted(header) == sorted((*COLUMNS.required, *COLUMNS.optional))
    assert len(header) == 58


@pytest.mark.parametrize(
    "head",
    [
        b"",
        b"Report Date: 08-Oct-2026",
        b"Last Updated,13/04/2018\nName 6,Group ID",
        b"<html>",
        b"\x00\x01\n\x02",
    ],
)
def test_other_files_are_not_recognised(head: bytes) -> None:
    assert registry.recognise("uk_fcdo", "UK-Sanctions-List.csv", head) is None


EXPORT = "uk/2025-08-11/FCDO_SL_Mon_Aug 11 2025.ods"


@needs_shared
@pytest.mark.shared
def test_the_search_export_gives_a_listing_for_each_of_its_rows() -> None:
    """5,303 lines, the header among them; 8 columns; the day is in the file name."""
    content = read_bytes(EXPORT)
    assert registry.recognise_any(EXPORT, content[:4096]) == ("uk_fcdo", "ods")
    raw = RawEdition({"ods": content}, {"ods": EXPORT})
    found = [item for item in registry.parser("uk_fcdo")(raw) if isinstance(item, Listing)]
    kinds = [item.kind for item in found]
    assert [kinds.count(kind) for kind in (PartyKind.PERSON, PartyKind.ORGANISATION, PartyKind.VESSEL)] == [
        3754,
        1087,
        461,
    ]
    facts = registry.facts("uk_fcdo", raw)
    assert (facts.published, facts.rows) == (date(2025, 8, 11), 5302)
    first = found[0]
    assert (first.key, first.start) == ("AFG0001", date(2012, 6, 29))


@needs_shared
@pytest.mark.shared
@pytest.mark.parametrize("keep", [10, 1000, 100_000])
def test_a_search_export_that_breaks_off_is_fatal(keep: int) -> None:
    results = list(registry.parser("uk_fcdo")(RawEdition({"ods": read_bytes(EXPORT)[:keep]})))
    assert [item.code for item in results if isinstance(item, Problem)] == ["not_this_list"]
    assert len(results) == 1


def test_a_spreadsheet_of_another_name_or_kind_is_not_recognised() -> None:
    assert registry.recognise("uk_fcdo", "customers.ods", b"PK\x03\x04") is None
    assert registry.recognise("uk_fcdo", "FCDO_SL_Mon_Aug 11 2025.ods", b"<html>") is None


def test_a_mark_before_the_first_line_does_not_hide_it() -> None:
    head = b"\xef\xbb\xbfReport Date: 08-Oct-2026\r\nLast Updated,Unique ID,Name 6\r\n"
    assert registry.recognise("uk_fcdo", "x", head) == "csv"

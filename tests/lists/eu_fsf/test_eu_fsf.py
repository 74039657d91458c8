"""The EU list against its real editions and what is known of them."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest
from tests.shared import needs_shared, read_bytes

from licet.lists import registry
from licet.lists.base import RawEdition
from licet.model import IdentifierKind, Listing, PartyKind

pytestmark = pytest.mark.shared

FILES = {
    "2021-03-02": "eu/2021-03-02/FULL-1_1.xml.gz",
    "2024-05-13": "eu/2024-05-13/20240513-FULL-1_1(xsd).xml.gz",
}


@cache
def listings(day: str) -> dict[str, Listing]:
    """Parse the edition of a day, by key; a problem of any sort fails the test."""
    found: dict[str, Listing] = {}
    for item in registry.parser("eu_fsf")(RawEdition({"xml": read_bytes(FILES[day])})):
        assert isinstance(item, Listing), item
        found[item.key] = item
    return found


@needs_shared
@pytest.mark.parametrize(("day", "rows", "parties"), [("2021-03-02", 2269, 2248), ("2024-05-13", 4811, 4808)])
def test_entities_with_one_reference_are_one_party(day: str, rows: int, parties: int) -> None:
    """A party under two programmes is two elements."""
    found = listings(day)
    assert (sum(item.rows for item in found.values()), len(found)) == (rows, parties)
    facts = registry.facts("eu_fsf", RawEdition({"xml": read_bytes(FILES[day])}))
    assert (facts.published, facts.rows) == (date.fromisoformat(day), rows)
    assert all(len(item.programmes) == 2 for item in found.values() if item.rows > 1)


@needs_shared
def test_the_first_entity_of_the_file_is_read_as_published() -> None:
    """Listed in 2003 under Iraq with a birth date, a nationality and no designation date."""
    found = listings("2024-05-13")["EU.27.28"]
    assert found.caption == "Saddam Hussein Al-Tikriti"
    assert ("Abou Ali", "fr") in {(name.text, name.language) for name in found.names}
    assert [item.iso for item in found.birth_dates] == ["1937-04-28"]
    assert (found.countries, found.programmes, found.genders) == (("IQ",), ("IRQ",), ("male",))
    assert found.start is None
    assert dict(found.details)["entry_into_force"] == "2003-07-07"
    assert found.citations == ("1210/2003 (OJ L169)",)


@needs_shared
def test_ships_are_told_from_companies_by_their_own_imo_number() -> None:
    found = listings("2024-05-13").values()
    ships = {item.caption for item in found if item.kind is PartyKind.VESSEL}
    companies = [n for item in found for n in item.identifiers if n.kind is IdentifierKind.IMO_COMPANY]
    assert ships == {"Unica", "New Konk"}
    # one of them only in the remarks
    assert len(companies) == 16


@needs_shared
def test_no_country_is_00_and_weak_names_come_from_remarks() -> None:
    found = listings("2024-05-13").values()
    codes = {code for item in found for code in item.countries} | {
        a.country for item in found for a in item.addresses
    }
    assert "00" not in codes
    assert sum(name.weak for item in found for name in item.names) >= 160


@needs_shared
def test_years_of_the_iranian_calendar_are_two_years_of_ours() -> None:
    read = [date for item in listings("2024-05-13").values() for date in item.birth_dates if date.text]
    assert sorted(item.iso for item in read) == ["1960/1961", "1961/1962", "1964/1965", "1973/1974"]


@needs_shared
@pytest.mark.parametrize(
    "name",
    [
        "eu/2016-02-11_excerpt/global.xml.gz",
        "eu/2018-07-04_excerpt/EUSanctionsShort.csv.gz",
        "canada/2025-05/sema-lmes.xml.gz",
        "eu/FULL-schema-1_1.xsd.gz",
    ],
)
def test_old_formats_and_the_damaged_csv_belong_to_no_list(name: str) -> None:
    assert registry.recognise_any(name, read_bytes(name)[:4096]) is None

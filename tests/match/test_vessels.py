"""Ships and aircraft: found by their numbers under any name; the numbers come out of the real lists."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterator

import pytest
from tests.match.corpora import party, view_of
from tests.shared import needs_shared, read_bytes

from licet.lists import registry
from licet.lists.base import RawEdition
from licet.lists.stated_numbers import with_stated_numbers
from licet.match import explain, screen
from licet.model import (
    Channel,
    Identifier,
    IdentifierKind,
    Listing,
    MatchPolicy,
    Name,
    NameKind,
    PartyKind,
    Subject,
)
from licet.tables.fields import IDENTIFIERS, meaning
from licet.text.checksums import valid
from licet.usecases.inputs import Aircraft, Vessel
from licet.usecases.properties import subject_from

POLICY = MatchPolicy()
SHIP = dataclasses.replace(
    party("v", "ADALYNN", Name("BLUE PEARL", NameKind.FKA), kind=PartyKind.VESSEL),
    identifiers=(
        Identifier(IdentifierKind.IMO, "9187629"),
        Identifier(IdentifierKind.MMSI, "445539000"),
        Identifier(IdentifierKind.CALL_SIGN, "9HA2345"),
    ),
)
PLANE = dataclasses.replace(
    party("p", "EP-GOM", kind=PartyKind.AIRCRAFT),
    identifiers=(
        Identifier(IdentifierKind.TAIL_NUMBER, "EP-GOM"),
        Identifier(IdentifierKind.AIRCRAFT_SERIAL, "1023409321"),
    ),
)
VIEW = view_of(SHIP, PLANE, party("o", "Adalynn Trading LLC", kind=PartyKind.ORGANISATION))


@pytest.mark.parametrize(
    ("kind", "value", "key"),
    [
        (IdentifierKind.IMO, "IMO 9187629", "v"),
        (IdentifierKind.MMSI, "445 539 000", "v"),
        (IdentifierKind.CALL_SIGN, "9HA-2345", "v"),
        (IdentifierKind.TAIL_NUMBER, "EPGOM", "p"),
        (IdentifierKind.AIRCRAFT_SERIAL, "1023409321", "p"),
    ],
)
def test_an_equal_number_finds_a_renamed_ship_or_aircraft(kind: IdentifierKind, value: str, key: str) -> None:
    """The hit says which number, and that the name is another."""
    (match,) = screen(
        VIEW, Subject(("Ocean Star Nine",), identifiers=(Identifier(kind, value),)), POLICY
    ).hits
    assert (match.listing.key, match.channel) == (key, Channel.IDENTIFIER)
    lines = " ".join(explain(match).lines)
    assert f"The {kind.replace('_', ' ')} number agrees" in lines
    assert "No listed name is like “Ocean Star Nine”." in lines


def test_a_former_name_of_a_ship_finds_it() -> None:
    """And is told as such."""
    (match,) = screen(VIEW, Subject(("Blue Pearl",), PartyKind.VESSEL), POLICY).hits
    assert match.listing.key == "v"
    assert "former name" in explain(match).lines[0]


def test_the_number_counts_before_a_name_alike() -> None:
    """A ship of the same name and another number is told by its number."""
    both = Subject(("Adalynn",), PartyKind.VESSEL, identifiers=(Identifier(IdentifierKind.IMO, "9187629"),))
    assert screen(VIEW, both, POLICY).hits[0].listing.key == "v"


def test_users_state_the_numbers_by_property_and_by_class() -> None:
    """On the command line and in Python."""
    stated = subject_from(
        "Vessel", [("imoNumber", "9187629"), ("mmsi", "445539000"), ("callSign", "9HA2345")]
    )
    kinds = {item.kind for item in stated.identifiers}
    assert kinds == {IdentifierKind.IMO, IdentifierKind.MMSI, IdentifierKind.CALL_SIGN}
    assert Vessel(identifiers={"imo": "9187629"}).subject().identifiers == stated.identifiers[:1]
    plane = Aircraft(identifiers={"tail_number": "EP-GOM", "aircraft_serial": "1023409321"}).subject()
    assert [match.listing.key for match in screen(VIEW, plane, POLICY).hits] == ["p"]


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        ("IMO No.", IdentifierKind.IMO),
        ("MMSI", IdentifierKind.MMSI),
        ("Call Sign", IdentifierKind.CALL_SIGN),
        ("Rufzeichen", IdentifierKind.CALL_SIGN),
        ("Aircraft Registration", IdentifierKind.TAIL_NUMBER),
        ("Tail", IdentifierKind.TAIL_NUMBER),
        ("MSN", IdentifierKind.AIRCRAFT_SERIAL),
        ("Construction Number", IdentifierKind.AIRCRAFT_SERIAL),
    ],
)
def test_columns_of_a_table_are_read_as_these_numbers(header: str, kind: IdentifierKind) -> None:
    """By the words of the header."""
    found = meaning(header)
    assert found is not None
    assert IDENTIFIERS[found[0]] is kind


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        (IdentifierKind.IMO, "9187629", True),
        (IdentifierKind.IMO, "9187628", False),
        (IdentifierKind.IMO_COMPANY, "IMO 5342883", True),
        (IdentifierKind.IMO_COMPANY, "5342884", False),
        (IdentifierKind.IMO_COMPANY, "53428", False),
        (IdentifierKind.MMSI, "445539000", True),
        (IdentifierKind.MMSI, "990000000", False),
        (IdentifierKind.MMSI, "44553900", False),
        (IdentifierKind.TAIL_NUMBER, "EP-GOM", True),
        (IdentifierKind.TAIL_NUMBER, "N488RC", True),
        (IdentifierKind.TAIL_NUMBER, "YV1118", True),
        (IdentifierKind.TAIL_NUMBER, "QQ-GOM", False),
        (IdentifierKind.TAIL_NUMBER, "MSN 391", False),
        (IdentifierKind.CALL_SIGN, "9HA2345", None),
    ],
)
def test_numbers_are_checked_by_the_rules_of_their_registers(
    kind: IdentifierKind, value: str, *, expected: bool | None
) -> None:
    """Check digits, country digits of stations, nationality marks."""
    assert valid(kind, value) is expected


def completed(listing: Listing) -> Listing:
    """Return a listing with what its words state."""
    (found,) = with_stated_numbers(iter((listing,)))
    assert isinstance(found, Listing)
    return found


def test_a_ship_filed_as_an_entity_is_told_by_the_number_in_front_of_its_remarks() -> None:
    """As OFSI filed the ships of the UN's North Korea measures until 2026."""
    row = dataclasses.replace(
        party("1", "TONG SAN 2", kind=PartyKind.ORGANISATION, list_id="uk_ofsi"),
        remarks="IMO: 8937675. MMSI: 445539000. The following vessel has been added",
    )
    ship = completed(row)
    assert ship.kind is PartyKind.VESSEL
    assert [(item.kind, item.value) for item in ship.identifiers] == [
        (IdentifierKind.IMO, "8937675"),
        (IdentifierKind.MMSI, "445539000"),
    ]


def test_a_company_is_given_no_number_of_its_ships() -> None:
    """Its own has the check digit of companies; of several none is taken."""
    firm = party("1", "CHONMYONG SHIPPING CO", kind=PartyKind.ORGANISATION, list_id="un_sc")
    own = completed(dataclasses.replace(firm, remarks="Owner of ships. IMO number: 5571322."))
    assert [item.kind for item in own.identifiers] == [IdentifierKind.IMO_COMPANY]
    assert own.kind is PartyKind.ORGANISATION
    ship = dataclasses.replace(firm, remarks="Owner of TONG SAN 2, IMO: 8937675.")
    several = dataclasses.replace(firm, remarks="IMO number: 5571322. Also IMO number: 5342883.")
    assert completed(ship) is ship
    assert completed(several) is several


def test_an_aircraft_bears_its_name_as_tail_number_or_serial() -> None:
    """OFAC writes the tail number once, as the name."""
    plane = party("1", "EP-GOM", Name("MSN 391", NameKind.AKA), kind=PartyKind.AIRCRAFT)
    kinds = [(item.kind, item.value) for item in completed(plane).identifiers]
    assert kinds == [(IdentifierKind.TAIL_NUMBER, "EP-GOM"), (IdentifierKind.AIRCRAFT_SERIAL, "391")]


def numbers(list_id: str, part: str, name: str) -> Iterator[tuple[PartyKind, IdentifierKind]]:
    """Yield (kind of party, kind of number) of every number of ships and aircraft in a real edition."""
    kinds = {
        *(IdentifierKind.IMO, IdentifierKind.IMO_COMPANY, IdentifierKind.MMSI, IdentifierKind.CALL_SIGN),
        *(IdentifierKind.TAIL_NUMBER, IdentifierKind.AIRCRAFT_SERIAL),
    }
    for item in registry.parser(list_id)(RawEdition({part: read_bytes(name)})):
        if isinstance(item, Listing):
            for number in item.identifiers:
                if number.kind in kinds:
                    yield item.kind, number.kind


@needs_shared
@pytest.mark.parametrize(
    ("list_id", "part", "name", "expected"),
    [
        (
            "us_ofac_sdn",
            "xml",
            "ofac/sdn_xml/2024-05-07/sdn.xml.gz",
            {
                ("vessel", "imo"): 845,
                ("vessel", "mmsi"): 154,
                ("vessel", "call_sign"): 253,
                ("aircraft", "tail_number"): 377,
                ("aircraft", "aircraft_serial"): 411,
                ("organisation", "imo_company"): 138,
            },
        ),
        (
            "uk_ofsi",
            "csv",
            "uk/2020-04-27/sanctionsconlist.csv.gz",
            {("vessel", "imo"): 26, ("vessel", "mmsi"): 4},
        ),
        ("un_sc", "xml", "un/2026-02-27/consolidated.xml.gz", {("organisation", "imo_company"): 15}),
        ("eu_fsf", "xml", "eu/2024-05-13/20240513-FULL-1_1(xsd).xml.gz", {("vessel", "imo"): 2}),
        (
            "us_csl",
            "csv",
            "us_csl/2022-05-16/consolidated.csv.gz",
            {("vessel", "imo"): 430, ("vessel", "mmsi"): 57, ("aircraft", "tail_number"): 284},
        ),
        ("uk_fcdo", "csv", "uk/2026-10-08_excerpt/UK-Sanctions-List.csv", {("vessel", "imo"): 1}),
    ],
)
def test_the_numbers_of_real_lists_come_through(
    list_id: str, part: str, name: str, expected: dict[tuple[str, str], int]
) -> None:
    """Ships with an IMO number, aircraft with a tail number."""
    found = Counter(numbers(list_id, part, name))
    assert {key: found[PartyKind(key[0]), IdentifierKind(key[1])] for key in expected} == expected

"""Addresses: as a channel of their own for rows that list an address, and as a field beside a name."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Sequence

import pytest
from tests.match.corpora import party, view_of
from tests.shared import needs_shared, read_bytes

from licet.match import View, explain, reference_screen, screen
from licet.match.features import addresses
from licet.model import Address, Channel, Listing, Match, MatchPolicy, PartyKind, Screened, Subject, Verdict
from licet.text.addresses import address_parts

POLICY = MatchPolicy()
ENTITY_LIST = "bis_entity_list/2026-07-09_derived/bis_entity_list.json.gz"
HO_KING = "Room 1605, Ho King Commercial Center, 2-16 Fa Yuen Street, Mong Kok, Kowloon, Hong Kong."


def listed(*texts: str) -> tuple[Listing, ...]:
    """Return a row for each listed address, as the Entity List has them."""
    return tuple(
        dataclasses.replace(
            party(f"a{place}", f"Address {place:02}", kind=PartyKind.ADDRESS), addresses=(Address(text),)
        )
        for place, text in enumerate(texts, 1)
    )


def found(view: View, text: str, country: str = "") -> tuple[Match, ...]:
    """Return the hits of a firm at an address."""
    return answered(view, text, country).hits


def answered(view: View, text: str, country: str = "") -> Screened:
    """Return all that is found for a firm at an address."""
    subject = Subject(("Any Trading Co",), addresses=(Address(text, country=country),))
    answer = screen(view, subject, POLICY)
    assert answer == reference_screen(view, subject, POLICY)
    return answer


@pytest.mark.parametrize(
    "ours",
    [
        "Rm 2, 4/F, Ho King Comm. Centre, 2-16 Fayuen St., Mongkok, Kowloon",
        "2-16 FA YUEN STREET, HONG KONG",
        "16 Fa Yuen Street, Kowloon, Hong Kong",
        "Unit 1605, 16th Floor, 2-16 Fa Yuen Str, Mong Kok, Hong Kong",
    ],
)
def test_a_listed_address_is_found_however_it_is_written(ours: str) -> None:
    """Rooms, floors, order and short words make no difference."""
    (match,) = found(view_of(*listed(HO_KING)), ours)
    assert match.channel is Channel.ADDRESS
    assert match.score >= POLICY.threshold


@pytest.mark.parametrize(
    "ours",
    [
        "Kowloon, Hong Kong",
        "Mong Kok, Kowloon, Hong Kong",
        "Fa Yuen Street, Mong Kok, Kowloon, Hong Kong",
        "118 Fa Yuen Street, Mong Kok, Kowloon, Hong Kong",
        "Room 1605, 2-16 Nathan Road, Mong Kok, Kowloon, Hong Kong",
        "2-16 Fa Yuen Street, Manchester, United Kingdom",
    ],
)
def test_a_city_a_street_or_a_number_alone_finds_no_address(ours: str) -> None:
    """Nor does the same street and number in another country."""
    assert found(view_of(*listed(HO_KING)), ours) == ()


def test_house_number_and_postal_code_find_an_address_in_another_spelling_of_its_street() -> None:
    """The street may be spelt in many ways."""
    view = view_of(*listed("No: 52 Hasat Sk., Merkez Mah., Sisli, Istanbul, 34381, Turkey."))
    (match,) = found(view, "52 Hasad Sokağı, 34381 İstanbul", "TR")
    assert match.channel is Channel.ADDRESS
    assert found(view, "53 Hasat Sokak, 34381 Istanbul") == ()


def test_a_listed_street_and_number_in_another_city_is_set_aside() -> None:
    """Every city has them; a city of districts is one."""
    view = view_of(*listed("No: 52 Hasat Sk., Merkez Mah., Sisli, Istanbul, 34381, Turkey."))
    other = answered(view, "52 Hasat Sokak, Ankara")
    assert other.hits == ()
    (match,) = other.demoted
    assert any(item.reason.startswith("Other places are named") for item in match.qualifiers)
    assert found(view_of(*listed(HO_KING)), "2-16 Fayuen Street, Yau Tsim Mong, Hong Kong")


def test_a_box_finds_an_address_in_its_own_city_only() -> None:
    """Every city has a box of that number."""
    view = view_of(*listed("P.O. Box 42340, Dubai, U.A.E."))
    assert [match.listing.key for match in found(view, "PO Box 42340, Dubai")] == ["a1"]
    assert found(view, "POB 42340, Sharjah") == ()
    assert found(view, "POB 42341, Dubai") == ()


def test_the_explanation_of_an_address_tells_the_parts_that_agree() -> None:
    """The number, the street and the place."""
    (match,) = found(view_of(*listed(HO_KING)), "2-16 Fa Yuen Street, Mong Kok, Hong Kong")
    lines = " ".join(explain(match).lines)
    assert "matches the listed address" in lines
    assert "house number 16, street fayuen, place kok mong" in lines


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Friedrichstr. 12, 10117 Berlin", "Friedrichstraße 12, Berlin 10117, Germany"),
        ("ul. Lenina, d. 5, Moscow", "5 Lenina St., Moscow, Russia"),
        ("ул. Ленина, д. 5, Москва, 119034", "Lenina ulitsa 5, Moskva 119034"),
        ("12 King's Ave, London SW1A1AA", "12, Kings Avenue, London SW1A 1AA"),
        (
            "10 Bldg. 3, 1# Haiying Rd., Fengtai Dist., Beijing",
            "No. 1 Haiying Road, Fengtai District, Beijing",
        ),
    ],
)
def test_short_words_and_languages_make_no_difference(ours: str, theirs: str) -> None:
    """St, Street, Str., ul., Strasse."""
    assert addresses.agreement(Address(ours), Address(theirs)).same


def test_an_address_that_agrees_is_a_field_beside_the_name_of_other_parties() -> None:
    """It lifts a hit a little, and finds no party by itself."""
    firm = dataclasses.replace(party("f", "Meridian Chevalier Impex"), addresses=(Address(HO_KING),))
    view = view_of(firm)
    assert found(view, HO_KING) == ()
    near = Subject(("Meridian Chevalier Impex",), addresses=(Address("2-16 Fayuen Street, Kowloon"),))
    (match,) = screen(view, near, POLICY).hits
    (field,) = (item for item in match.qualifiers if item.feature == "address")
    assert (field.verdict, field.effect) == (Verdict.AGREES, 0.02)
    other = dataclasses.replace(near, addresses=(Address("7 Low Road, Kowloon, Hong Kong"),))
    (match,) = screen(view, other, POLICY).hits
    (field,) = (item for item in match.qualifiers if item.feature == "address")
    assert (field.verdict, field.effect) == (Verdict.NOT_COMPARABLE, 0.0)
    assert "No more than place kowloon agrees." in field.reason


def test_parts_of_an_address() -> None:
    """Rooms and floors are gone, a range is kept, a street is one word."""
    parts = address_parts("Flat/RM 2309, 23/F, Ho King Commercial Centre, 2-16 Fa Yuen Street, Hong Kong")
    assert sorted(parts.numbers) == ["16", "2"]
    assert (sorted(parts.streets), parts.ranges) == (["fayuen"], ((2, 16),))
    assert (sorted(parts.places), sorted(parts.countries)) == (["ho", "king"], ["HK"])
    assert address_parts("10117 Main Street, Boston, MA 02110").numbers == {"10117"}
    assert address_parts("") == address_parts(" ., ")


def _entity_list() -> tuple[list[str], list[str]]:
    """Return the addresses of the Entity List: (those of rows named "Address NN", those of parties)."""
    rows: Sequence[dict[str, str]] = json.loads(read_bytes(ENTITY_LIST))["entities"]
    by_name = [(row["name"].startswith("Address "), row["address"] or "") for row in rows]
    return [text for own, text in by_name if own], [text for own, text in by_name if not own and text]


@needs_shared
def test_every_address_row_of_the_entity_list_is_found_by_its_own_address() -> None:
    """And by it without room and floor."""
    own, _ = _entity_list()
    assert len(own) == 19
    view = view_of(*listed(*own))
    for place, text in enumerate(own, 1):
        assert f"a{place}" in {match.listing.key for match in found(view, text)}, text
        head, _, rest = text.partition(", ")
        if (
            head.split()[0].strip(".") in {"Room", "Flat/RM", "Flat", "Unit", "Office", "Rm"}
            and len(head) < 14
        ):
            assert f"a{place}" in {match.listing.key for match in found(view, rest)}, rest


@needs_shared
def test_addresses_of_other_parties_of_the_entity_list_hit_only_at_the_same_house() -> None:
    """Of 97 in Hong Kong ten are at a listed house; of 2,033 elsewhere two, in Istanbul."""
    own, others = _entity_list()
    view = view_of(*listed(*own))
    single = [text for text in others if "; and" not in text]
    hits = {text: [match.listing.key for match in found(view, text)] for text in single}
    hit = [text for text in hits if hits[text]]
    assert (len(single), len(hit), sum("Hong Kong" in text for text in hit)) == (2130, 12, 10)
    for text in hit:
        parts = address_parts(text)
        theirs = [address_parts(own[int(key[1:]) - 1]) for key in hits[text]]
        assert all(parts.streets & item.streets and parts.numbers & item.numbers for item in theirs), text

"""Addresses on one line."""

from __future__ import annotations

import pytest

from licet.lists.formats.us_addresses import country_first, from_parts, joined_addresses, one_line
from licet.model import Address


@pytest.mark.parametrize(
    ("text", "country", "postal", "region", "city"),
    [
        ("2905 SOUTH ELM, BROKEN ARROW, OK, 74012, US", "US", "74012", "OK", "BROKEN ARROW"),
        ("3037 S. 69TH DRIVE, PHONEIX, AZ, 85043", "US", "85043", "AZ", "PHONEIX"),
        ("FCI LA TUNA, ANTHONY, 88021, NM", "US", "88021", "NM", "ANTHONY"),
        ("20 HUNTINGWOOD DRIVE, SCARBOROUGH, ONTARIO, M1W1A2, CA", "CA", "M1W1A2", "", ""),
        ("BADERSTRASSE 5, BAD REICHENHALL, 8230, DE", "DE", "8230", "", ""),
        ("Building 12, Kabul, AF", "AF", "", "", ""),
        ("Tehran, IR", "IR", "", "", "Tehran"),
        ("SY", "SY", "", "", ""),
        ("Room 1, Kowloon, Hong Kong", "HK", "", "", ""),
        ("Atlanta, Georgia", "", "", "", ""),
        ("1 Road, SUITE 500, GB", "GB", "", "", ""),
    ],
)
def test_only_what_the_text_settles_is_taken_apart(
    text: str, country: str, postal: str, region: str, city: str
) -> None:
    """AZ before a ZIP code is Arizona, not Azerbaijan; Georgia could be either."""
    found = one_line(text)
    assert (found.text, found.country, found.postal_code) == (text, country, postal)
    assert (found.region, found.city) == (region, city)


def test_addresses_joined_by_semicolons_are_split() -> None:
    """Line ends inside an address are spaces."""
    found = joined_addresses("4/F, Example Centre\n, HK; SY;\n, CN")
    assert [(item.text, item.country) for item in found] == [
        ("4/F, Example Centre , HK", "HK"),
        ("SY", "SY"),
        ("CN", "CN"),
    ]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("1 LANE, HOUSTON, TX, US, 77042", "US"),
        ("STRASSE 1, VIENNA, AT, 1010", "AT"),
        ("PLACE 12, MONTREAL QUEBEC, CA, H4N1A2", "CA"),
        ("MONTGOMERY, AL, 36112", ""),
        ("PANTIN, FR", "FR"),
    ],
)
def test_the_site_of_bis_puts_the_country_before_the_postal_code(text: str, country: str) -> None:
    """AL and a ZIP code may be Alabama or Albania: not guessed."""
    assert country_first(text).country == country


def test_an_address_of_nothing_is_none() -> None:
    """Blank columns are no address."""
    assert from_parts(("", " ", "", "", ""), "") is None
    assert from_parts(("", "", "", "", "TH"), "TH") == Address("TH", country="TH")

"""Addresses of OFAC: three columns in the CSV, seven elements in the XML, one line of text from both."""

from __future__ import annotations

import re

from licet.lists.formats.ofac_identifiers import country_of
from licet.model import Address

# The postal code is the trailing run of words with a digit: "London EC3N 1DY", "Los Angeles, CA 90001",
# "Rotterdam 3089 JN"; with no region before it, letters may lead it: "Valletta VLT 1165".
_CODE = r"(?=[\w/-]*\d)[\w/-]+(?: (?=[\w/-]*\d)[\w/-]+)*(?: [A-Z]{2})?"
_CITY = re.compile(rf"(?P<city>[^,]*?)(?P<region>)(?:(?:^| )(?P<code>(?:[A-Z]{{1,3}} )?{_CODE}))?")
_CITY_REGION = re.compile(rf"(?P<city>.*), (?P<region>[^,]*?)(?:(?:^| )(?P<code>{_CODE}))?")
_LONGEST = 500
"""The column holds 116 characters (dat_spec.txt); damage must not make the pattern slow."""


def csv_address(street: str, place: str, country: str) -> Address | None:
    """Build an address from the CSV columns.

    Args:
        street: Street lines.
        place: City, state or province, and postal code in one.
        country: As published.

    Returns:
        None when all three are empty: OFAC keeps address records that hold nothing.
    """
    pattern = _CITY_REGION if ", " in place else _CITY
    found = pattern.fullmatch(place) if len(place) <= _LONGEST else None
    city, region, code = found.group("city", "region", "code") if found else (place, None, None)
    return _address(street, place, country, (city, region or "", code or ""))


def xml_address(lines: list[str], city: str, region: str, postal_code: str, country: str) -> Address | None:
    """Build an address from the XML elements; None when all are empty."""
    place = f"{city}, {region}" if city and region else city or region
    place = f"{place} {postal_code}" if place and postal_code else place or postal_code
    return _address(", ".join(filter(None, lines)), place, country, (city, region, postal_code))


def _address(street: str, place: str, country: str, parts: tuple[str, str, str]) -> Address | None:
    text = ", ".join(filter(None, (street, place, country)))
    if not text:
        return None
    city, region, code = parts
    return Address(text, street, city, region, code, country_of(country))

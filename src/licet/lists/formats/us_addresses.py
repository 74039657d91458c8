"""Addresses that US agencies give on one line: `street, city, state, postal code, country code`.

Any part may be missing. Only what the text settles is taken apart: the country, the postal code, and for
US addresses state and city.
Where a last part could be a city or a province, it stays in `text` alone: no city is better than a wrong one.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from licet.model import Address
from licet.text.countries import country_code

US_STATES = frozenset(
    [
        *(
            "AL",
            "AK",
            "AZ",
            "AR",
            "CA",
            "CO",
            "CT",
            "DE",
            "FL",
            "GA",
            "HI",
            "ID",
            "IL",
            "IN",
            "IA",
            "KS",
            "KY",
        ),
        *(
            "LA",
            "ME",
            "MD",
            "MA",
            "MI",
            "MN",
            "MS",
            "MO",
            "MT",
            "NE",
            "NV",
            "NH",
            "NJ",
            "NM",
            "NY",
            "NC",
            "ND",
        ),
        *(
            "OH",
            "OK",
            "OR",
            "PA",
            "RI",
            "SC",
            "SD",
            "TN",
            "TX",
            "UT",
            "VT",
            "VA",
            "WA",
            "WV",
            "WI",
            "WY",
            "DC",
        ),
        *("PR", "GU", "VI", "AS", "MP"),
    ]
)
_JOIN = re.compile(r";\s+|;$")
_CODE = re.compile(r"[A-Z]{2}")
_ZIP = re.compile(r"\d{5}(?:-\d{4})?")
_NOT_POSTAL = frozenset({"NO", "PO", "RM", "FL", "KM", "LOT", "BOX", "APT", "STE"})


@lru_cache(maxsize=65536)
def joined_addresses(text: str) -> tuple[Address, ...]:
    """Read several addresses joined by semicolons."""
    return tuple(one_line(part) for part in _JOIN.split(text) if part.strip(" ,"))


def one_line(text: str) -> Address:
    """Read one address; `text` keeps all of it."""
    text = " ".join(text.split()).strip(" ,")
    pieces = [piece.strip() for piece in text.split(",") if piece.strip()]
    country, pieces = _country(pieces)
    pieces, postal = _postal(pieces)
    region = city = ""
    if country == "US":
        if pieces and pieces[-1].upper() in US_STATES:
            region = pieces.pop()
        if not postal:
            pieces, postal = _postal(pieces)
        if pieces and (region or postal):
            city = pieces.pop()
    elif len(pieces) == 1 and not any(letter.isdigit() for letter in pieces[0]):
        city = pieces.pop()
    street = ", ".join(pieces) if city else ""
    return Address(text, street, city, region, postal, country)


def country_first(text: str) -> Address:
    """Read one address in which the postal code stands after the country, as on the site of BIS.

    `MONTGOMERY, AL, 36112` could be Alabama or Albania: then neither country nor region is given.
    """
    pieces = [piece.strip() for piece in text.split(",") if piece.strip()]
    if len(pieces) < 2 or not country_code(pieces[-2]) or not _CODE.fullmatch(pieces[-2]):
        return one_line(text)
    whole = " ".join(text.split()).strip(" ,")
    if pieces[-2] in US_STATES and _ZIP.fullmatch(pieces[-1]):
        return Address(whole, postal_code=pieces[-1])
    pieces[-2:] = [pieces[-1], pieces[-2]]
    return replace(one_line(", ".join(pieces)), text=whole)


def from_parts(parts: tuple[str, str, str, str, str], country: str) -> Address | None:
    """Build an address from columns; None when all are empty.

    Args:
        parts: Street, city, state, postal code and country as published.
        country: The country as alpha-2, or empty.
    """
    street, city, region, postal, said = (" ".join(part.split()) for part in parts)
    text = ", ".join(part for part in (street, city, region, postal, said) if part)
    return Address(text, street, city, region, postal, country) if text else None


def _country(pieces: list[str]) -> tuple[str, list[str]]:
    if not pieces:
        return "", pieces
    last, before = pieces[-1], pieces[-2].upper() if len(pieces) > 1 else ""
    if _CODE.fullmatch(last) and (code := country_code(last)):
        return code, pieces[:-1]
    # The Denied Persons List leaves the country of US addresses out: "PHOENIX, AZ, 85043", also "88021, NM".
    if (_ZIP.fullmatch(last) and before in US_STATES) or (last in US_STATES and _ZIP.fullmatch(before)):
        return "US", pieces
    if len(last) > 2 and last.lower() != "georgia":  # the state or the country: the text does not say
        return country_code(last), pieces
    return "", pieces


def _postal(pieces: list[str]) -> tuple[list[str], str]:
    if len(pieces) < 2 or not _is_postal(pieces[-1]):
        return pieces, ""
    return pieces[:-1], pieces[-1]


def _is_postal(text: str) -> bool:
    words = re.split(r"[ -]", text.upper())
    if len(text) > 10 or not text.isascii() or any(word in _NOT_POSTAL for word in words):
        return False
    if any(word.isalpha() and len(word) > 2 for word in words) or not all(word.isalnum() for word in words):
        return False
    return (
        sum(letter.isdigit() for letter in text) >= 3
        or re.fullmatch(r"[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}", text) is not None
    )

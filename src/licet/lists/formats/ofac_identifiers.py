"""Identifiers as OFAC writes them: `E590976 (Tunisia) issued 19 Jun 1987 expires 18 Jun 1992`."""

from __future__ import annotations

import re
from functools import lru_cache

from licet.lists.formats.ofac_labels import Label
from licet.model import Identifier, IdentifierKind
from licet.text.countries import country_code

_TAIL = re.compile(
    r"(?P<value>.*?)(?: issued (?P<issued>[^()]*?\d{4}))?(?: expires (?P<expires>[^()]*?\d{4}))?"
)
_COUNTRY = re.compile(r"(?P<value>.+) \((?P<country>[^()]*(?:\([^()]*\))?[^()]*)\)")
_IMO = re.compile(r"IMO:? ?(\d{7})")
_LEI = re.compile(r"[A-Z0-9]{18}\d{2}")

# A number without a digit is prose that begins with the word ("Passport and National ID were issued in").
_NEED_DIGIT = frozenset(
    {
        IdentifierKind.PASSPORT,
        IdentifierKind.NATIONAL_ID,
        IdentifierKind.TAX_ID,
        IdentifierKind.REGISTRATION,
        IdentifierKind.LICENCE,
        IdentifierKind.IMO,
        IdentifierKind.MMSI,
    }
)
_MOST_WORDS = 12
_LONGEST = 300
"""No published identifier comes near; damage must not make the patterns slow."""


_NO_COUNTRY = frozenset({"undetermined", "none identified", "unknown"})


def names_no_country(text: str) -> bool:
    """Tell whether OFAC says that it names no country: `undetermined`, `Region: Crimea`."""
    return text.lower() in _NO_COUNTRY or text.startswith("Region:")


@lru_cache(maxsize=4096)
def country_of(text: str) -> str:
    """Return the ISO 3166 alpha-2 code of a country as OFAC names it, "" where it names none."""
    return country_code(text)


def identifier_text(number: str, country: str, issued: str, expires: str) -> str:
    """Write the four XML fields of an identifier as the CSV remarks do, so that both are read by one rule."""
    text = f"{number} ({country})" if country else number
    text = f"{text} issued {issued}" if issued else text
    return f"{text} expires {expires}" if expires else text


def read_identifier(label: Label, text: str, *, person: bool) -> Identifier | None:
    """Return the identifier that follows a label.

    The issuer in parentheses becomes a country when it names one and stays part of the value when it
    does not (`HRA 738077 (Stuttgart)`, `D489833(9)`). The note holds the publisher's words for the type where
    they say more than the kind, then dates of issue and expiry.

    Args:
        label: A label of an identifier.
        text: What follows it.
        person: The party is a natural person: decides what a bare "Identification Number" is.

    Returns:
        None when the text is prose that only begins with the words of the label.
    """
    kind = IdentifierKind(label.what)
    if len(text) > _LONGEST:
        return None
    if kind is IdentifierKind.WALLET:
        currency, _, address = text.partition(" ")
        return Identifier(kind, address.strip(), "", currency) if address.strip() else None
    found = _TAIL.fullmatch(text)
    value, issued, expires = found.group("value", "issued", "expires") if found else (text, None, None)
    value, country = _issuer(value.strip())
    kind, value, note = _refine(label, kind, value, person=person)
    if not value or (kind in _NEED_DIGIT and not any(map(str.isdigit, value))):
        return None
    if value.count(" ") >= _MOST_WORDS:
        return None
    notes = [note, f"issued {issued}" if issued else "", f"expires {expires}" if expires else ""]
    return Identifier(kind, value, country, "; ".join(filter(None, notes)))


def _issuer(text: str) -> tuple[str, str]:
    found = _COUNTRY.fullmatch(text)
    code = country_of(found["country"]) if found and len(found["country"]) > 2 else ""
    return (found["value"].strip(), code) if found and code else (text, "")


def _refine(
    label: Label, kind: IdentifierKind, value: str, *, person: bool
) -> tuple[IdentifierKind, str, str]:
    """Return kind, value and note once the value has been looked at: one label may hold several registers."""
    note = "" if label.plain else label.words
    imo = _IMO.fullmatch(value)
    if imo and kind is not IdentifierKind.PASSPORT:
        # a number of an owner or manager in the IMO company scheme comes under labels of companies
        vessel = label.words == "Vessel Registration Identification"
        return (IdentifierKind.IMO if vessel else IdentifierKind.IMO_COMPANY), imo[1], note
    if kind is IdentifierKind.IMO:
        return IdentifierKind.OTHER, value, label.words
    if label.words == "Legal Entity Number" and _LEI.fullmatch(value):
        return IdentifierKind.LEI, value, ""
    if label.words == "Identification Number":
        return (IdentifierKind.NATIONAL_ID if person else IdentifierKind.REGISTRATION), value, note
    return kind, value, note

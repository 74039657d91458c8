"""Identifiers of the Consolidated Screening List: `CC, expiry, issue, number, type`, with parts missing.

The CSL carries OFAC's whole feature table under "ids": beside numbers also genders, web sites and statements
such as secondary-sanctions risks. Each type is known here by name; one that is not is kept and reported.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from licet.lists.formats.csl_id_types import CONTACTS, KINDS, STATEMENTS
from licet.model import Identifier, IdentifierKind, Link
from licet.text.countries import country_code

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_CODE = re.compile(r"[A-Z]{2}")
_WALLET = "Digital Currency Address - "
_VESSEL_ID = "Vessel Registration Identification"
_LEGAL_ENTITY = "Legal Entity Number"
_LEI = re.compile(r"[0-9A-Z]{18}\d{2}")


@dataclass(frozen=True, slots=True)
class IdItem:
    """One entry of the "ids" field.

    Attributes:
        type: The publisher's word for the register.
        value: Number or statement, verbatim.
        country: ISO 3166 alpha-2 of the issuer, or empty.
        dates: What the publisher says of its dates, such as `expires 2014-08-30; issued 2009-08-31`.
    """

    type: str
    value: str
    country: str = ""
    dates: str = ""


@dataclass(frozen=True, slots=True)
class IdContent:
    """What the ids of a row give to a listing."""

    identifiers: tuple[Identifier, ...] = ()
    contacts: tuple[str, ...] = ()
    genders: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    details: tuple[tuple[str, str], ...] = ()
    unknown_types: tuple[str, ...] = ()


@lru_cache(maxsize=65536)
def read_joined(text: str) -> IdContent:
    """Read the CSV field: entries joined by `; `."""
    return interpret(tuple(_entry(item) for item in _split(text)))


def _split(text: str) -> list[str]:
    """Split entries; a fragment without a comma has no type, so it belongs to the entry that follows."""
    entries: list[str] = []
    pending = ""
    for part in text.split("; "):
        whole = f"{pending}; {part}" if pending else part
        if ", " in whole:
            entries.append(whole)
            pending = ""
        else:
            pending = whole
    if pending.strip():
        entries.append(pending)
    return [entry.strip() for entry in entries if entry.strip()]


def _entry(text: str) -> IdItem:
    head, _, kind = text.rpartition(", ")
    kind = kind.strip()
    if is_statement(kind):
        return IdItem(kind, head)
    parts = head.split(", ")
    country = ""
    if len(parts) > 1 and _CODE.fullmatch(parts[0]) and country_code(parts[0]):
        country = parts.pop(0)
    dates: list[str] = []
    while len(parts) > 1 and len(dates) < 2 and _DATE.fullmatch(parts[0]):
        dates.append(parts.pop(0))
    return IdItem(kind, ", ".join(parts), country, _said(dates))


def _said(dates: list[str]) -> str:
    """Say what the dates are: expiry stands before issue, so a lone date may be either."""
    if len(dates) == 2:
        expiry, issue = dates
        return f"expires {expiry}; issued {issue}" if expiry >= issue else f"dates {expiry} and {issue}"
    return f"dated {dates[0]} (issue or expiry)" if dates else ""


def is_statement(kind: str) -> bool:
    """Tell whether a type marks a statement about the party and not a number."""
    return kind in STATEMENTS or kind.endswith((":", " -"))


def interpret(items: tuple[IdItem, ...]) -> IdContent:
    """Sort the entries of a row into identifiers, contacts, genders, countries, links and statements."""
    identifiers: list[Identifier] = []
    contacts: list[str] = []
    genders: list[str] = []
    countries: list[str] = []
    links: list[Link] = []
    statements: dict[str, list[str]] = {}
    unknown: list[str] = []
    for item in items:
        if item.type == "Gender":
            genders.append(item.value.lower())
        elif item.type in CONTACTS:
            contacts.append(f"{CONTACTS[item.type]}:{item.value}")
        elif item.type == "Aircraft Operator":
            links.append(Link("operator", item.value))
        elif is_statement(item.type):
            statements.setdefault(_slug(item.type), []).append(item.value)
            if item.type == "Nationality of Registration" and (code := country_code(item.value)):
                countries.append(code)
        else:
            identifiers.append(_identifier(item))
            if not _is_known(item.type):
                unknown.append(item.type)
    details = tuple((name, "; ".join(values)) for name, values in statements.items())
    return IdContent(
        tuple(dict.fromkeys(identifiers)),
        tuple(dict.fromkeys(contacts)),
        tuple(dict.fromkeys(genders)),
        tuple(dict.fromkeys(countries)),
        tuple(links),
        details,
        tuple(dict.fromkeys(unknown)),
    )


def _is_known(kind: str) -> bool:
    return kind in KINDS or kind in {_VESSEL_ID, _LEGAL_ENTITY} or kind.startswith(_WALLET)


def _identifier(item: IdItem) -> Identifier:
    kind, value, label = KINDS.get(item.type, IdentifierKind.OTHER), item.value, item.type
    if item.type.startswith(_WALLET):
        kind, label = IdentifierKind.WALLET, item.type.removeprefix(_WALLET)
    elif item.type == _VESSEL_ID:
        is_imo = value.upper().startswith("IMO ")
        kind = IdentifierKind.IMO if is_imo else IdentifierKind.REGISTRATION
        value = value[4:].strip() if is_imo else value
    elif item.type == _LEGAL_ENTITY:
        kind = IdentifierKind.LEI if _LEI.fullmatch(value) else IdentifierKind.REGISTRATION
    note = "; ".join(part for part in (label, item.dates) if part)
    return Identifier(kind, value, item.country, note)


def _slug(kind: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", kind.lower()).strip("_")

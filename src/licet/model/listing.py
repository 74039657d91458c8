"""One listed party as one edition of one list states it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from licet.model.dates import PartialDate


class PartyKind(StrEnum):
    """What sort of party a record describes."""

    PERSON = "person"
    ORGANISATION = "organisation"
    VESSEL = "vessel"
    AIRCRAFT = "aircraft"
    ADDRESS = "address"
    """An address listed in its own right (Entity List rows named "Address 01")."""
    UNKNOWN = "unknown"
    """The publisher does not say (BIS and State rows)."""


class NameKind(StrEnum):
    """How a name relates to its party."""

    PRIMARY = "primary"
    AKA = "aka"
    FKA = "fka"
    NKA = "nka"


class IdentifierKind(StrEnum):
    """What an identifier identifies with; one value per register."""

    PASSPORT = "passport"
    NATIONAL_ID = "national_id"
    TAX_ID = "tax_id"
    REGISTRATION = "registration"
    LEI = "lei"
    BIC = "bic"
    IMO = "imo"
    IMO_COMPANY = "imo_company"
    MMSI = "mmsi"
    CALL_SIGN = "call_sign"
    TAIL_NUMBER = "tail_number"
    AIRCRAFT_SERIAL = "aircraft_serial"
    WALLET = "wallet"
    DUNS = "duns"
    LICENCE = "licence"
    UN_REFERENCE = "un_reference"
    EU_REFERENCE = "eu_reference"
    OTHER = "other"


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """One name, verbatim as published but for surrounding space.

    Attributes:
        text: The name.
        kind: How it relates to the party.
        weak: The publisher marked it weak or of low quality.
        language: BCP 47 tag or the publisher's word for it; empty when not said.
        source: Citation when the name comes from an overlay and not from the list itself.
    """

    text: str
    kind: NameKind = NameKind.PRIMARY
    weak: bool = False
    language: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Identifier:
    """One number or code that identifies a party.

    Attributes:
        kind: The register.
        value: The value verbatim.
        country: ISO 3166 alpha-2 of the issuer, or empty.
        note: The rest of what the publisher says (currency of a wallet, issue date, type in its words).
    """

    kind: IdentifierKind
    value: str
    country: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Address:
    """One address; `text` is always filled, the parts where the publisher gives them.

    Attributes:
        text: The whole address on one line.
        street: Street lines.
        city: City.
        region: State or province.
        postal_code: Postal code.
        country: ISO 3166 alpha-2, or empty.
    """

    text: str
    street: str = ""
    city: str = ""
    region: str = ""
    postal_code: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """A relation to another listed party, as the publisher words it.

    Attributes:
        kind: Such as `linked_to`, `owner`, `parent`, `subsidiary`, `operator`.
        name: The other party's name, verbatim.
    """

    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class Listing:
    """One listed party in one edition of one list.

    Attributes:
        list_id: The list.
        key: The publisher's stable key within the list, or one derived from the row (see the list's parser).
        kind: Person, organisation, vessel, aircraft, address or unknown.
        names: The primary name first.
        birth_dates: Every date given; several are alternatives.
        birth_places: Verbatim.
        countries: ISO 3166 alpha-2 of nationality, citizenship, flag or incorporation; not of addresses.
        addresses: Every address given.
        identifiers: Every identifier given.
        programmes: Programme codes or regimes, in the publisher's order.
        start: Day from which the row says it has effect; None where it does not say.
        end: Last day on which the row says it has effect; None where it does not say or has no end.
        citations: Federal Register, Official Journal or regulation references.
        remarks: The publisher's free text, verbatim and whole.
        genders: As `male` or `female`.
        titles: Titles, positions and designations, verbatim.
        links: Relations to other parties.
        contacts: Web sites, e-mail addresses and telephone numbers, as `kind:value`.
        details: What else the list says, as sorted pairs (field, value): licence requirement, vessel type ...
        rows: Source rows that this listing holds; no part of its content.
        memo: Canonical bytes, once asked for: parsers give the same object for a row that did not change, and
            a daily edition has thousands of those. No part of its content.
    """

    list_id: str
    key: str
    kind: PartyKind
    names: tuple[Name, ...]
    birth_dates: tuple[PartialDate, ...] = ()
    birth_places: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    addresses: tuple[Address, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    programmes: tuple[str, ...] = ()
    start: date | None = None
    end: date | None = None
    citations: tuple[str, ...] = ()
    remarks: str = ""
    genders: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    contacts: tuple[str, ...] = ()
    details: tuple[tuple[str, str], ...] = ()
    rows: int = 1
    memo: bytes = field(default=b"", init=False, repr=False, compare=False)

    @property
    def entity_id(self) -> str:
        """The id that users see and type: `list:key`."""
        return f"{self.list_id}:{self.key}"

    @property
    def caption(self) -> str:
        """The name to show: the first one."""
        return self.names[0].text if self.names else self.key

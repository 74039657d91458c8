"""Subjects as schema plus properties, in FollowTheMoney's words."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from licet.errors import UsageError
from licet.model import Address, Identifier, IdentifierKind, PartialDate, PartyKind, Subject
from licet.text.countries import country_code

_SCHEMAS = {
    "person": PartyKind.PERSON,
    "organisation": PartyKind.ORGANISATION,
    "organization": PartyKind.ORGANISATION,
    "company": PartyKind.ORGANISATION,
    "publicbody": PartyKind.ORGANISATION,
    "vessel": PartyKind.VESSEL,
    "airplane": PartyKind.AIRCRAFT,
    "aircraft": PartyKind.AIRCRAFT,
    "legalentity": PartyKind.UNKNOWN,
    "thing": PartyKind.UNKNOWN,
    "cryptowallet": PartyKind.UNKNOWN,
}
SCHEMA_NAMES = ("Person", "Organization", "Company", "PublicBody", "Vessel", "Airplane", "LegalEntity")

_IDENTIFIERS = {
    "passportNumber": IdentifierKind.PASSPORT,
    "idNumber": IdentifierKind.NATIONAL_ID,
    "taxNumber": IdentifierKind.TAX_ID,
    "innCode": IdentifierKind.TAX_ID,
    "vatCode": IdentifierKind.TAX_ID,
    "registrationNumber": IdentifierKind.REGISTRATION,
    "ogrnCode": IdentifierKind.REGISTRATION,
    "leiCode": IdentifierKind.LEI,
    "swiftBic": IdentifierKind.BIC,
    "imoNumber": IdentifierKind.IMO,
    "mmsi": IdentifierKind.MMSI,
    "callSign": IdentifierKind.CALL_SIGN,
    "tailNumber": IdentifierKind.TAIL_NUMBER,
    "serialNumber": IdentifierKind.AIRCRAFT_SERIAL,
    "publicKey": IdentifierKind.WALLET,
    "dunsCode": IdentifierKind.DUNS,
}
_NAMES = ("name", "alias", "previousName", "weakAlias")
_COUNTRIES = ("country", "nationality", "citizenship", "jurisdiction", "flag", "mainCountry")
PROPERTY_NAMES = (*_NAMES, "birthDate", *_COUNTRIES, "address", *_IDENTIFIERS)


def party_kind(schema: str) -> PartyKind:
    """Return the kind that a FollowTheMoney schema name means.

    Raises:
        UsageError: No schema has this name.
    """
    kind = _SCHEMAS.get(schema.lower())
    if kind is None:
        message = f"no schema is called {schema!r}. Schemas: {', '.join(SCHEMA_NAMES)}."
        raise UsageError(message)
    return kind


def subject_from(schema: str, properties: Iterable[tuple[str, str]], key: str = "") -> Subject:
    """Build a subject from a schema and properties in FollowTheMoney's words.

    Raises:
        UsageError: A schema, property, date or country is not understood, or there is no name or identifier.
    """
    found: dict[str, list[str]] = {}
    for name, value in properties:
        if name not in PROPERTY_NAMES:
            message = f"no property is called {name!r}. Properties: {', '.join(PROPERTY_NAMES)}."
            raise UsageError(message)
        found.setdefault(name, []).append(value)

    def values(*names: str) -> list[str]:
        return [value.strip() for name in names for value in found.get(name, ()) if value.strip()]

    identifiers = tuple(
        Identifier(kind, value) for name, kind in _IDENTIFIERS.items() for value in values(name)
    )
    names = tuple(dict.fromkeys(values(*_NAMES)))
    if not names and not identifiers:
        message = "a subject needs a name or an identifier: licet match NAME, or -p name=NAME"
        raise UsageError(message)
    return Subject(
        names=names,
        kind=party_kind(schema),
        birth_dates=tuple(date_from(text) for text in values("birthDate")),
        countries=tuple(dict.fromkeys(country_from(text) for text in values(*_COUNTRIES))),
        addresses=tuple(Address(text) for text in values("address")),
        identifiers=identifiers,
        key=key,
    )


def date_from(text: str) -> PartialDate:
    """Return the birth date that a user wrote.

    Raises:
        UsageError: It is none.
    """
    return _read(PartialDate.from_iso, text)


def _read(reader: Callable[[str], PartialDate], text: str) -> PartialDate:
    try:
        return reader(text)
    except ValueError as error:
        message = f"birth date {text!r}: {error}"
        raise UsageError(message) from error


def country_from(text: str) -> str:
    """Return the ISO code of the country that a user wrote, by its name or code.

    Raises:
        UsageError: It is not known.
    """
    code = country_code(text)
    if not code:
        message = f"country {text!r} is not known: use a name in English or an ISO 3166 code"
        raise UsageError(message)
    return code

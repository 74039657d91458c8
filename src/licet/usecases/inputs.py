"""Subjects as users write them: typed models, and schema plus properties in FollowTheMoney's words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Annotated, ClassVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from licet.errors import UsageError
from licet.model import Address, Identifier, IdentifierKind, PartialDate, PartyKind, Subject
from licet.text.countries import country_code


def _as_list(value: object) -> object:
    if value is None:
        return []
    return [value] if isinstance(value, str) else value


def _known_kinds(value: dict[str, Texts]) -> dict[str, Texts]:
    known = set(IdentifierKind)
    unknown = sorted(set(value) - known)
    if unknown:
        message = f"no identifier is called {', '.join(unknown)}; there are {', '.join(sorted(known))}"
        raise ValueError(message)
    return value


Texts = Annotated[str | list[str] | None, BeforeValidator(_as_list)]
"""One text, several, or none; always a list once it is read."""


def _each(texts: Texts) -> list[str]:
    return [texts] if isinstance(texts, str) else texts or []


class Party(BaseModel):
    """A party of any sort. Unknown fields are refused, never dropped.

    Every field takes one text or a list of texts. Countries are names or ISO 3166 codes.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)
    kind: ClassVar[PartyKind] = PartyKind.UNKNOWN

    name: Texts = Field(default_factory=list)
    alias: Texts = Field(default_factory=list)
    country: Texts = Field(default_factory=list)
    address: Texts = Field(default_factory=list)
    identifiers: Annotated[dict[str, Texts], AfterValidator(_known_kinds)] = Field(default_factory=dict)
    key: str = ""

    def subject(self) -> Subject:
        """Return what the kernel screens.

        Raises:
            UsageError: There is neither a name nor an identifier, or a country or date is not understood.
        """
        names = tuple(text.strip() for text in [*_each(self.name), *_each(self.alias)] if text.strip())
        identifiers = tuple(
            Identifier(IdentifierKind(kind), value.strip())
            for kind, values in self.identifiers.items()
            for value in _each(values)
            if value.strip()
        )
        if not names and not identifiers:
            message = "a subject needs a name or an identifier"
            raise UsageError(message)
        return Subject(
            names=names,
            kind=self.kind,
            birth_dates=tuple(_date(text) for text in self._birth_dates()),
            countries=tuple(dict.fromkeys(_country(text) for text in _each(self.country))),
            addresses=tuple(Address(text) for text in _each(self.address)),
            identifiers=identifiers,
            key=self.key,
        )

    def _birth_dates(self) -> list[str]:
        return []


class Person(Party):
    """A natural person; `birth_date` as YYYY, YYYY-MM, YYYY-MM-DD or FIRST/LAST."""

    kind = PartyKind.PERSON
    birth_date: Texts = Field(default_factory=list)

    def _birth_dates(self) -> list[str]:
        return _each(self.birth_date)


class Organisation(Party):
    """A company, bank, public body or group."""

    kind = PartyKind.ORGANISATION


class Vessel(Party):
    """A ship; `country` is its flag."""

    kind = PartyKind.VESSEL


class Aircraft(Party):
    """An aircraft."""

    kind = PartyKind.AIRCRAFT


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
        birth_dates=tuple(_date(text) for text in values("birthDate")),
        countries=tuple(dict.fromkeys(_country(text) for text in values(*_COUNTRIES))),
        addresses=tuple(Address(text) for text in values("address")),
        identifiers=identifiers,
        key=key,
    )


def _date(text: str) -> PartialDate:
    return _read(PartialDate.from_iso, text)


def _read(reader: Callable[[str], PartialDate], text: str) -> PartialDate:
    try:
        return reader(text)
    except ValueError as error:
        message = f"birth date {text!r}: {error}"
        raise UsageError(message) from error


def _country(text: str) -> str:
    code = country_code(text)
    if not code:
        message = f"country {text!r} is not known: use a name in English or an ISO 3166 code"
        raise UsageError(message)
    return code

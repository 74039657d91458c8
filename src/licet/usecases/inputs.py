"""Subjects as users write them in Python: typed models."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from licet.errors import UsageError
from licet.model import Address, Identifier, IdentifierKind, PartyKind, Subject
from licet.usecases.properties import country_from, date_from


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
            birth_dates=tuple(date_from(text) for text in self._birth_dates()),
            countries=tuple(dict.fromkeys(country_from(text) for text in _each(self.country))),
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

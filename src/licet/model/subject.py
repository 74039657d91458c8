"""Who is asked about: a customer, supplier, vessel or bank, as the user describes it."""

from __future__ import annotations

from dataclasses import dataclass

from licet.model.dates import PartialDate
from licet.model.listing import Address, Identifier, PartyKind


@dataclass(frozen=True, slots=True)
class Subject:
    """One party to screen.

    Attributes:
        names: Every name and alias that the user knows; at least one, or an identifier.
        kind: What sort of party; UNKNOWN compares with every sort.
        birth_dates: Of a person.
        countries: ISO 3166 alpha-2 of nationality, incorporation, flag or residence.
        addresses: Known addresses.
        identifiers: Known identifiers.
        key: The user's own reference; empty when there is none.
    """

    names: tuple[str, ...]
    kind: PartyKind = PartyKind.UNKNOWN
    birth_dates: tuple[PartialDate, ...] = ()
    countries: tuple[str, ...] = ()
    addresses: tuple[Address, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    key: str = ""

"""Everybody whom a shipment names, in any role and at any depth of ownership, as subjects of a screening."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from licet.model import Address, Identifier, IdentifierKind, PartyKind, Subject
from licet.model.shipment import Owner, Role, Shipment, ShipmentParty
from licet.rules.case import Involved

_KINDS = {str(kind): kind for kind in PartyKind} | {"": PartyKind.UNKNOWN}
_NUMBERS = {str(kind): kind for kind in IdentifierKind}


@dataclass(frozen=True, slots=True)
class Person:
    """One of those named.

    Attributes:
        involved: Who it is in the case.
        subject: What is compared with the lists.
    """

    involved: Involved
    subject: Subject


def people(shipment: Shipment) -> tuple[Person, ...]:
    """Return everybody named: parties in order, each with its owners and parents, the actor, makers.

    Owners whose holding has ended are among them: that a listed owner sold is a caution of its own.
    """
    return tuple(_people(shipment))


def _people(shipment: Shipment) -> Iterator[Person]:
    for place, party in enumerate(shipment.parties):
        path = f"parties[{place}]"
        yield Person(Involved(path, party.name, party.country, party.role, place), _party(party))
        yield from _owners(party.owners, path, place, ())
        for field in ("subsidiary_of", "controlled_by"):
            for number, name in enumerate(getattr(party, field)):
                above = Involved(f"{path}.{field}[{number}]", name, "", Role.OWNER, place, (None,))
                yield Person(above, Subject((name,)))
    actor = shipment.actor
    if actor.name:
        countries = (actor.country,) if actor.country else ()
        who = Involved("actor", actor.name, actor.country, Role.OTHER, -1)
        yield Person(who, Subject((actor.name,), countries=countries))
    for place, item in enumerate(shipment.items):
        if item.maker:
            made = Involved(f"items[{place}].maker", item.maker, "", Role.MAKER, -1)
            yield Person(made, Subject((item.maker,)))


def _owners(
    owners: Sequence[Owner], path: str, party: int, above: tuple[Decimal | None, ...]
) -> Iterator[Person]:
    for number, owner in enumerate(owners):
        here = f"{path}.owners[{number}]"
        shares = (*above, owner.percent)
        if owner.name or owner.identifiers:
            involved = Involved(here, owner.name, owner.country, Role.OWNER, party, shares)
            yield Person(involved, _owner(owner))
        yield from _owners(owner.owners, here, party, shares)


def _party(party: ShipmentParty) -> Subject:
    names = (party.name, *party.names) if party.names else (party.name,)
    return Subject(
        tuple(name for name in names if name),
        _KINDS[party.kind],
        (party.birth_date,) if party.birth_date else (),
        (party.country,) if party.country else (),
        tuple(Address(text) for text in party.addresses),
        _numbers(party.identifiers),
    )


def _owner(owner: Owner) -> Subject:
    return Subject(
        (owner.name,) if owner.name else (),
        _KINDS[owner.kind],
        (owner.birth_date,) if owner.birth_date else (),
        (owner.country,) if owner.country else (),
        (),
        _numbers(owner.identifiers),
    )


def _numbers(texts: Sequence[str]) -> tuple[Identifier, ...]:
    pairs = (text.partition(":") for text in texts)
    return tuple(Identifier(_NUMBERS[kind], value) for kind, _colon, value in pairs)

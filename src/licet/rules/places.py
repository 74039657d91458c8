"""The places that a deal touches, and how: as destination, as the seat of somebody in it, as origin."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from licet.model.shipment import Activity, Role, Shipment
from licet.rules.acts import INWARD, OUTWARD

_RECEIVES = frozenset({Role.END_USER, Role.ULTIMATE_CONSIGNEE})
_SENDS = frozenset({Role.SUPPLIER, Role.MAKER})


@dataclass(frozen=True, slots=True)
class Touched:
    """One place that a deal touches.

    Attributes:
        country: ISO 3166 alpha-2.
        path: The fact that says so.
        how: `destination`, `recipient` (somebody who is to receive the items sits there), `counterparty`
            (the act is a dealing with somebody there), `origin`, `near` (somebody else sits there), or
            `spoken_of` (what is stated as known names it).
    """

    country: str
    path: str
    how: str


def touched(shipment: Shipment, among: Collection[str]) -> Iterator[Touched]:
    """Yield each place of some countries once, the most telling way first.

    Args:
        shipment: The deal.
        among: Countries that matter, ISO 3166 alpha-2.
    """
    seen: set[str] = set()
    for place in sorted(_all(shipment, among), key=lambda item: _TELLING.index(item.how)):
        if place.country not in seen:
            seen.add(place.country)
            yield place


_TELLING = ("destination", "counterparty", "origin", "recipient", "near")


def _all(shipment: Shipment, among: Collection[str]) -> Iterator[Touched]:
    if shipment.activity not in INWARD:
        if shipment.destination in among:
            yield Touched(shipment.destination, "destination", "destination")
    else:
        if shipment.origin_country in among:
            yield Touched(shipment.origin_country, "origin_country", "origin")
        for index, item in enumerate(shipment.items):
            if item.origin in among:
                yield Touched(item.origin, f"items[{index}].origin", "origin")
    for index, party in enumerate(shipment.parties):
        if party.country in among:
            yield Touched(party.country, f"parties[{index}].country", _how(shipment.activity, party.role))


def _how(activity: Activity, role: Role) -> str:
    if activity in OUTWARD:
        return "recipient" if role in _RECEIVES else "near"
    if activity in INWARD:
        return "counterparty" if role in _SENDS else "near"
    return "counterparty"

"""Which clause of the standard terms of a denial order catches an act (Supp. 1 to 15 CFR part 764).

First: the denied person may take no part in a transaction with an item subject to the EAR. Second: no person
may (A) export or reexport to it or on its behalf, (B) help it to get such an item, (C) acquire from it one
that was exported from the US, (D) obtain one from it in the US knowing that it will be exported, (E) service
one that it owns. What the clauses do not reach is not forbidden: a domestic purchase for own use, its
own goods that never left the US, services without an item. The words of each clause are in the rulebook.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from licet.model.shipment import Activity, Item, Role, Shipment
from licet.rules.case import Involved

TERMS = "us.bis.denial.standard_terms"
"""Id of the value that holds the words of each clause, by code."""

_RECEIVING = frozenset(
    {
        Role.PURCHASER,
        Role.ULTIMATE_CONSIGNEE,
        Role.END_USER,
        Role.CUSTOMER,
        Role.INTERMEDIATE_CONSIGNEE,
        Role.OTHER,
    }
)
_NO_PART = frozenset({Role.MAKER, Role.DESIGNER, Role.ISSUER})
"""Whose name a thing or a paper bears takes no part in the deal by that."""


@dataclass(frozen=True, slots=True)
class Clause:
    """What the terms say of one act with one item.

    Attributes:
        code: Key of the clause's words, such as `second_a`; empty where none fits.
        caught: Forbidden if the item is subject to the EAR; None while a fact is missing.
        fact: The missing fact, below the item (`.exported_from_us`).
        knowledge: The clause bites on knowledge, so that silence is none: the question does not decide.
    """

    code: str
    caught: bool | None = True
    fact: str = ""
    knowledge: bool = False

    @property
    def label(self) -> str:
        """How lawyers cite it: `Second, clause A`."""
        part, _, letter = self.code.partition("_")
        return f"{part.capitalize()}, clause {letter[:1].upper()}" if letter else ""


NOT_CAUGHT = Clause("", caught=False)


def clause_for(shipment: Shipment, involved: Involved, item: Item) -> Clause:
    """Return the clause that catches an act with an item, if the item is subject to the EAR.

    Args:
        shipment: The question.
        involved: The denied person in it.
        item: The item.
    """
    if involved.role in _NO_PART:
        return NOT_CAUGHT
    return _READERS.get(shipment.activity, _helped)(shipment, involved, item)


def _sent(shipment: Shipment, involved: Involved, item: Item) -> Clause:
    """Export and reexport: to the denied person, or with its part in it."""
    del shipment, item
    return Clause("second_a" if _receives(involved) else "first_b")


def _helped(shipment: Shipment, involved: Involved, item: Item) -> Clause:
    """Any other act with an item: help to get it, or a part in the deal."""
    del shipment, item
    return Clause("second_b" if _receives(involved) else "first_b")


def _financed(shipment: Shipment, involved: Involved, item: Item) -> Clause:
    del shipment, item
    return Clause("second_b_finance" if _receives(involved) else "first_b")


def _serviced(shipment: Shipment, involved: Involved, item: Item) -> Clause:
    del shipment
    is_owner = _receives(involved) or item.owned_by_listed == involved.path
    return Clause("second_e" if is_owner else "first_b")


def _acquired(shipment: Shipment, involved: Involved, item: Item) -> Clause:
    """Clauses C and D: buying from the denied person."""
    if _receives(involved):
        return Clause("second_b")
    domestic = shipment.destination == "US" and shipment.activity is not Activity.IMPORT
    in_us = item.in_us if item.in_us is not None else (domestic and shipment.actor.country == "US")
    code = "second_d" if in_us else "second_c"
    if item.exported_from_us is not None:
        return Clause(code) if item.exported_from_us else NOT_CAUGHT
    if item.origin == "US" and not in_us:
        return Clause(code)  # goods of US origin that are abroad were exported from there
    if in_us and shipment.destination not in {"", "US"}:
        return Clause(code)  # bought there to go abroad: that it will be exported is known
    return Clause(code, None, ".exported_from_us", knowledge=True)


def _transferred(shipment: Shipment, involved: Involved, item: Item) -> Clause:
    """Clause B, which speaks of items that have been or will be exported from the US."""
    if not _receives(involved):
        return Clause("first_b")
    if shipment.destination != "US" or item.exported_from_us:
        return Clause("second_b")
    return NOT_CAUGHT if item.exported_from_us is False else Clause("second_b", None, ".exported_from_us")


def _retail(shipment: Shipment, involved: Involved, item: Item) -> Clause:
    """Sale to a consumer: clauses C and D do not fit it; selling to the denied person is clause B."""
    return _transferred(shipment, involved, item) if _receives(involved) else NOT_CAUGHT


def _untouched(shipment: Shipment, involved: Involved, item: Item) -> Clause:
    """Securities, and going on using what one has: no clause speaks of them."""
    del shipment, involved, item
    return NOT_CAUGHT


def _receives(involved: Involved) -> bool:
    return involved.role in _RECEIVING and involved.path != "actor"


_READERS: Mapping[Activity, Callable[[Shipment, Involved, Item], Clause]] = {
    Activity.EXPORT: _sent,
    Activity.REEXPORT: _sent,
    Activity.DEEMED_EXPORT: _sent,
    Activity.FINANCE: _financed,
    Activity.SERVICE: _serviced,
    Activity.PURCHASE: _acquired,
    Activity.PROCURE: _acquired,
    Activity.IMPORT: _acquired,
    Activity.TRANSFER: _transferred,
    Activity.RETAIL_SALE: _retail,
    Activity.SECURITIES: _untouched,
    Activity.USE: _untouched,
}

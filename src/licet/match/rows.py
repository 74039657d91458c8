"""What a name row points to: a name of the listing, a name of the overlay, or an address of the listing.

A row's code is one integer: `0...` the place in `Listing.names`, from `ADDRESS_BASE` the place in
`Listing.addresses`, below zero `-1 - place` in the overlay.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from licet.model import Address, Listing, PartyKind
from licet.text.addresses import address_parts
from licet.text.tokens import NameForm
from licet.text.trading_names import name_parts

ADDRESS_BASE = 1 << 24
_LEAST_WORDS = 3
INITIALS = frozenset({PartyKind.PERSON, PartyKind.UNKNOWN})
"""Kinds of party whose names are shortened to initials."""


def overlay_code(place: int) -> int:
    """Return the code of an overlay name."""
    return -1 - place


def is_address(code: int) -> bool:
    """Say whether a row's code points to an address."""
    return code >= ADDRESS_BASE


@lru_cache(maxsize=65536)
def address_forms(text: str) -> tuple[NameForm, ...]:
    """Return the ways in which an address is looked up; its tokens (`@33`) are equal to others or not.

    By street and house number, by postal code and house number, by post-office box; an address that has none
    of these by all of its words, when there are three. A city and a country alone find nothing.
    """
    parts = address_parts(text)
    ways: list[frozenset[str]] = []
    if parts.numbers and parts.streets:
        ways.append(parts.numbers | parts.streets)
    if parts.numbers and parts.postal:
        ways.append(parts.numbers | parts.postal)
    ways.extend(frozenset((f"box {box}",)) for box in sorted(parts.boxes))
    if not ways:
        words = parts.numbers | parts.streets | parts.places
        ways.extend([words] if len(words) >= _LEAST_WORDS else [])
    return tuple(_address_form(way) for way in ways)


def _address_form(way: frozenset[str]) -> NameForm:
    words = tuple(sorted(way))
    return NameForm(tuple(f"@{word}" for word in words), words)


def address_text(address: Address) -> str:
    """Return what is compared of an address: the line as published."""
    return address.text


def listed_names(listing: Listing) -> Iterator[tuple[int, str]]:
    """Yield (code, name) for what a listing is found by; a name that holds several gives each of them too.

    A row that lists an address (BIS "Address 01") is found by its addresses: its name tells nothing.
    """
    if listing.kind is not PartyKind.ADDRESS:
        for place, name in enumerate(listing.names):
            yield from ((place, text) for text in (name.text, *name_parts(name.text)))


def listed_addresses(listing: Listing) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield (code, tokens) for the addresses of a row that lists addresses: it is found by them."""
    if listing.kind is PartyKind.ADDRESS:
        for place, address in enumerate(listing.addresses):
            for form in address_forms(address_text(address)):
                yield ADDRESS_BASE + place, form.tokens

"""What a name row points to: a name of the listing, a name of the overlay, or an address of the listing.

A row's code is one integer: `0...` the place in `Listing.names`, from `ADDRESS_BASE` the place in
`Listing.addresses`, below zero `-1 - place` in the overlay.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache

from licet.model import Address, Listing, PartyKind
from licet.text.latin import to_latin
from licet.text.normalise import normalise
from licet.text.tokens import NameForm, name_forms

ADDRESS_BASE = 1 << 24
INITIALS = frozenset({PartyKind.PERSON, PartyKind.UNKNOWN})
"""Kinds of party whose names are shortened to initials."""


def overlay_code(place: int) -> int:
    """Return the code of an overlay name."""
    return -1 - place


def is_address(code: int) -> bool:
    """Say whether a row's code points to an address."""
    return code >= ADDRESS_BASE


@lru_cache(maxsize=65536)
def address_form(text: str) -> NameForm | None:
    """Return an address as tokens that are equal or not; None for one without letters or digits."""
    words = tuple(sorted(set(normalise(to_latin(text).text).split())))
    return NameForm(tuple(f"@{word}" for word in words), words) if words else None


def address_text(address: Address) -> str:
    """Return what is compared of an address: the line as published."""
    return address.text


def listed_rows(
    listing: Listing, forms_of: Callable[[str], tuple[NameForm, ...]] = name_forms
) -> Iterator[tuple[int, NameForm]]:
    """Yield (code, form) for what a listing is found by.

    A row that lists an address (BIS "Address 01") is found by its addresses: its name tells nothing.

    Args:
        listing: The listing.
        forms_of: `name_forms`, or the same with a memory.
    """
    if listing.kind is PartyKind.ADDRESS:
        for place, address in enumerate(listing.addresses):
            form = address_form(address_text(address))
            if form:
                yield ADDRESS_BASE + place, form
        return
    for place, name in enumerate(listing.names):
        for form in forms_of(name.text):
            yield place, form

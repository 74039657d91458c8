"""Free-text look-up among listed parties: a convenience, never a screening."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from licet.model import AsOf, Edition, Listing
from licet.store import Store
from licet.text.normalise import normalise


@dataclass(frozen=True, slots=True)
class FoundListing:
    """One listed party that holds every word of the query.

    Attributes:
        listing: The party.
        edition: The edition that holds it.
        where: The text in which the words were found: a name, identifier or remark.
    """

    listing: Listing
    edition: Edition
    where: str


def search(
    store: Store, query: str, as_of: AsOf, lists: tuple[str, ...] = (), limit: int = 20
) -> list[FoundListing]:
    """Find listed parties whose names, identifiers or remarks hold every word of the query.

    Names come before identifiers, and those before remarks; then by list and key.
    """
    words = normalise(query).split()
    if not words:
        return []
    found: list[tuple[int, str, FoundListing]] = []
    for list_id in lists or tuple(store.list_ids()):
        edition = store.edition_at(list_id, as_of)
        if edition is None:
            continue
        for listing in store.listings(list_id, as_of):
            place = _place(listing, words)
            if place is not None:
                rank, where = place
                found.append((rank, listing.entity_id, FoundListing(listing, edition, where)))
    return [item for _rank, _id, item in sorted(found, key=lambda entry: entry[:2])[:limit]]


def _place(listing: Listing, words: list[str]) -> tuple[int, str] | None:
    for rank, text in _texts(listing):
        held = f" {normalise(text)} "
        if all(f" {word}" in held for word in words):
            return rank, text
    return None


def _texts(listing: Listing) -> Iterator[tuple[int, str]]:
    yield from ((0, name.text) for name in listing.names)
    yield from ((1, identifier.value) for identifier in listing.identifiers)
    yield from ((2, address.text) for address in listing.addresses)
    if listing.remarks:
        yield 3, listing.remarks

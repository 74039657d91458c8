"""Authorities within authorities: BIS within Commerce within the U.S. government."""

from __future__ import annotations

from licet.news.parties.catalogue import parents
from licet.news.parties.party import Party, PartyKind

_HEADS = frozenset(("eu", "un", "us-white-house", "uk-government"))
"""Authorities of the catalogue that stand for their whole government."""
_DEEPEST = 8


def lineage(party: Party) -> tuple[str, ...]:
    """Return an authority and all that it is within, the nearest first, its government last.

    Args:
        party: An authority, a country that stands for its government, or a seat of one.

    Returns:
        Keys of the catalogue, the government as `realm-` and its jurisdiction; empty for persons, for
        organisations, and where no jurisdiction is known.
    """
    if party.kind not in (PartyKind.AUTHORITY, PartyKind.COUNTRY, PartyKind.PLACE) or not party.jurisdiction:
        return ()
    realm = f"realm-{party.jurisdiction}"
    if party.kind is not PartyKind.AUTHORITY or party.key in _HEADS:
        return (realm,)
    found = [party.key]
    above = parents()
    while len(found) < _DEEPEST and (parent := above.get(found[-1])):
        found.append(parent)
    return (*(key for key in found if key not in _HEADS), realm)


def is_within(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether one authority is the other one or within it, by their lineages."""
    return bool(one and other) and (one[0] in other or other[0] in one)

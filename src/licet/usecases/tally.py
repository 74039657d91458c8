"""What an edition holds, counted: what the gates compare with the edition before it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from licet.model import Edition, IdentifierKind, Listing

_OWN_REFERENCES = frozenset({IdentifierKind.UN_REFERENCE, IdentifierKind.EU_REFERENCE})
"""Every entry of those lists has one, whatever else was lost."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of one edition.

    Attributes:
        keys: The keys of its listings.
        names: All names, aliases included.
        addresses: All addresses.
        filled: Field (`birth dates`, `identifiers`, `aliases`, `programmes`, `countries`, `addresses`) to the
            number of listings that have at least one value in it.
    """

    keys: frozenset[str]
    names: int
    addresses: int
    filled: Mapping[str, int]

    @property
    def parties(self) -> int:
        """Number of listings; keys are unique within an edition."""
        return len(self.keys)

    @property
    def aliases(self) -> int:
        """Names beside the first of each party."""
        return max(self.names - self.parties, 0)


def tally(listings: Iterable[Listing]) -> Tally:
    """Count the listings of one edition."""
    keys: set[str] = set()
    names = addresses = 0
    filled: Counter[str] = Counter()
    for item in listings:
        keys.add(item.key)
        names += len(item.names)
        addresses += len(item.addresses)
        if item.birth_dates:
            filled["birth dates"] += 1
        if any(number.kind not in _OWN_REFERENCES for number in item.identifiers):
            filled["identifiers"] += 1
        if len(item.names) > 1:
            filled["aliases"] += 1
        if item.programmes:
            filled["programmes"] += 1
        if item.countries:
            filled["countries"] += 1
        if item.addresses:
            filled["addresses"] += 1
    return Tally(frozenset(keys), names, addresses, dict(filled))


_KEPT = 16
_tallies: dict[Edition, Tally] = {}


def keep_tally(edition: Edition, counted: Tally) -> None:
    """Remember the tally of an edition: the next one of an archive is compared with it.

    Reading 15,000 listings back takes longer than parsing the next file. An `Edition` names its content (the
    hashes of its files), so two stores that hold an equal one hold the same listings.
    """
    _tallies[edition] = counted
    while len(_tallies) > _KEPT:
        del _tallies[next(iter(_tallies))]


def tally_of(edition: Edition, read: Callable[[], Iterable[Listing]]) -> Tally:
    """Return the tally of a kept edition, from memory or from its listings.

    Args:
        edition: The edition.
        read: Reads its listings; called only where they must be counted.
    """
    if edition not in _tallies:
        keep_tally(edition, tally(read()))
    return _tallies[edition]

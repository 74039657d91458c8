"""A version that an older corpus has analysed already: only when it ended may be news."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class KeptVersion:
    """One content of one listing, as an older corpus has it; see `licet.match.corpus.build`.

    Attributes:
        place: Its number in the older corpus.
        list_id: The list.
        key: Key of the listing.
        first_seq: First edition (order of arrival) that held it.
        last_seq: First edition that no longer held it; None while the latest edition holds it.
    """

    place: int
    list_id: str
    key: str
    first_seq: int
    last_seq: int | None


class NotKeptError(ValueError):
    """The older corpus is of another history: what it has cannot be taken over."""

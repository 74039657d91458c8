"""An edition of a list: what was received, when, and what it says of the edition before it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date, datetime

from licet.model.listing import Listing


@dataclass(frozen=True, slots=True)
class EditionFile:
    """One file of an edition.

    Attributes:
        part: Part id, as in `list.yml`.
        name: File name it came under.
        sha256: Hash of the bytes exactly as published (decompressed).
        size: Bytes.
        carried: The publisher's file did not come with this edition; the last one received is used.
    """

    part: str
    name: str
    sha256: str
    size: int
    carried: bool = False


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition as kept by the store; never changed once kept.

    Attributes:
        list_id: The list.
        seq: Order of arrival within the list, from 1. A listing is in edition `seq` when it was
            added at or before `seq` and not removed by then.
        published: Day from which the edition holds (valid clock).
        known: Instant at which we had it (known clock), UTC.
        format: Id of the publisher's format.
        files: The files, with hashes.
        rows: Source rows.
        listings: Listings in the edition.
        problems: Problems in the edition.
        added: Listings that the edition before it in order of arrival did not have.
        removed: Listings that only the edition before it had.
        changed: Keys in both with materially different content.
        cosmetic: Keys in both whose differences are cosmetic.
        accepted: Reason given for accepting it past a gate; empty when no gate objected.
    """

    list_id: str
    seq: int
    published: date
    known: datetime
    format: str
    files: tuple[EditionFile, ...]
    rows: int
    listings: int
    problems: int
    added: int = 0
    removed: int = 0
    changed: int = 0
    cosmetic: int = 0
    accepted: str = ""

    @property
    def sha256(self) -> str:
        """One hash for the edition: that of its only file, else of the sorted `part:hash` lines."""
        if len(self.files) == 1:
            return self.files[0].sha256
        lines = sorted(f"{item.part}:{item.sha256}" for item in self.files)
        return hashlib.sha256("\n".join(lines).encode()).hexdigest()

    @property
    def name(self) -> str:
        """How users name it: `2018-08-17` with the start of its hash."""
        return f"{self.published.isoformat()}/{self.sha256[:12]}"


@dataclass(frozen=True, slots=True)
class ListingVersion:
    """One content of one listing, with the editions that held it.

    Attributes:
        listing: The content.
        first_seq: First edition (order of arrival) that held it.
        last_seq: First edition that no longer held it; None while the latest edition holds it.
        key_first_seq: First edition that held this key with any content.
    """

    listing: Listing
    first_seq: int
    last_seq: int | None
    key_first_seq: int

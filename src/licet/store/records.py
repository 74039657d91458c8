"""What the store takes and gives beside editions and listings."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from licet.model import Edition

REVISIONS = ("0001", "0002")
"""Every schema version in order; the last one is this program's. One file each in `migrations/versions`."""

SUCCESSES = ("new", "same", "not_modified")
"""Outcomes of a fetch after which we knew the publisher's current edition."""


def generation_of(heads: Mapping[str, tuple[int, str]]) -> str:
    """Return the token of a state of the store, from each list's newest edition and the hash of its past."""
    lines = sorted(f"{list_id} {chain}" for list_id, (_seq, chain) in heads.items())
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class LogState:
    """How far the fetch log goes; it changes with every entry.

    Attributes:
        entries: How many there are.
        newest: Number of the newest one; 0 without any.
        latest: The latest instant of any entry, or of the receipt of any edition; None without any.
    """

    entries: int
    newest: int
    latest: datetime | None


@dataclass(frozen=True, slots=True)
class AddResult:
    """What became of an edition given to the store.

    Attributes:
        edition: The edition kept.
        new: False when it was kept already and nothing was written.
    """

    edition: Edition
    new: bool


@dataclass(frozen=True, slots=True)
class HeldVersion:
    """A content that whoever asks has read before: all that can be news of it is when it ended.

    Attributes:
        list_id: The list.
        key: Key of the listing.
        first_seq: First edition that held it.
        last_seq: First edition that no longer held it; None while the latest edition holds it.
    """

    list_id: str
    key: str
    first_seq: int
    last_seq: int | None


@dataclass(frozen=True, slots=True)
class FetchEntry:
    """One attempt to fetch one file of a list.

    Attributes:
        list_id: The list.
        url: Address asked.
        at: Instant of the answer, UTC.
        outcome: `new`, `same`, `not_modified`, or what went wrong, such as `failed` or `refused`.
        final_url: Address that answered, after redirects.
        status: HTTP status; None when there was no answer.
        size: Bytes received.
        sha256: Hash of the bytes; empty when there were none.
        detail: One sentence for a person.
        etag: `ETag` of the answer, for the next conditional request.
        last_modified: `Last-Modified` of the answer, for the next conditional request.
    """

    list_id: str
    url: str
    at: datetime
    outcome: str
    final_url: str = ""
    status: int | None = None
    size: int = 0
    sha256: str = ""
    detail: str = ""
    etag: str = ""
    last_modified: str = ""


@dataclass(frozen=True, slots=True)
class Refusal:
    """An edition that a gate refused; its bytes are in the archive.

    Attributes:
        list_id: The list.
        at: Instant of receipt, UTC.
        files: Pairs (file name, SHA-256).
        reasons: What the gates objected.
    """

    list_id: str
    at: datetime
    files: tuple[tuple[str, str], ...]
    reasons: tuple[str, ...]

"""Contents and the editions that hold them: the one rule by which anything in the store comes and goes.

A content is kept once. A presence row says from which edition on it was there and, once closed, the first
edition without it. Editions count in order of arrival, so an old edition imported late moves no other.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Column, ColumnElement, Connection, Table, and_, insert, or_, select, update

from licet.errors import StoreError
from licet.store import schema

_T = TypeVar("_T")
_BATCH = 500


@dataclass(frozen=True, slots=True)
class Ledger:
    """A table of contents with its table of presence.

    Attributes:
        item: The contents.
        presence: When they were there.
        ref: Column of `presence` that names the content.
        probe: Column of `item` by which a content is looked for.
    """

    item: Table
    presence: Table
    ref: Column[int]
    probe: Column[Any]

    def holds(self, seq: int) -> ColumnElement[bool]:
        """Tell, of a presence row, whether edition `seq` holds the content."""
        columns = self.presence.c
        return and_(columns.first_seq <= seq, or_(columns.last_seq.is_(None), columns.last_seq > seq))


LISTINGS = Ledger(schema.listing, schema.presence, schema.presence.c.listing_id, schema.listing.c.key)
PROBLEMS = Ledger(
    schema.problem, schema.problem_presence, schema.problem_presence.c.problem_id, schema.problem.c.sha256
)


@dataclass(frozen=True, slots=True)
class Held:
    """A content in the newest edition: its row id and what it is looked for by."""

    id: int
    probe: Any


def newest(connection: Connection, ledger: Ledger, list_id: str) -> dict[bytes, Held]:
    """Return what the newest edition of a list holds, by hash."""
    query = (
        select(ledger.item.c.sha256, ledger.item.c.id, ledger.probe)
        .join(ledger.presence, ledger.ref == ledger.item.c.id)
        .where(ledger.presence.c.list_id == list_id, ledger.presence.c.last_seq.is_(None))
    )
    return {sha256: Held(number, probe) for sha256, number, probe in connection.execute(query)}


def hashes_in(connection: Connection, ledger: Ledger, list_id: str, seq: int) -> set[bytes]:
    """Return the hashes of the contents of one edition."""
    query = (
        select(ledger.item.c.sha256)
        .join(ledger.presence, ledger.ref == ledger.item.c.id)
        .where(ledger.presence.c.list_id == list_id, ledger.holds(seq))
    )
    return set(connection.execute(query).scalars())


def spans(connection: Connection, ledger: Ledger, list_id: str) -> list[tuple[bytes, int, int | None]]:
    """Return every presence of a list's contents: hash, first edition, first edition without it."""
    columns = ledger.presence.c
    query = (
        select(ledger.item.c.sha256, columns.first_seq, columns.last_seq)
        .join(ledger.presence, ledger.ref == ledger.item.c.id)
        .where(columns.list_id == list_id)
    )
    return [(sha256, first, last) for sha256, first, last in connection.execute(query)]


@dataclass(frozen=True, slots=True)
class Ledgering:
    """One edition being written into one ledger."""

    connection: Connection
    ledger: Ledger
    list_id: str
    seq: int

    def open(self, probes: Mapping[bytes, Any], row_of: Callable[[bytes], dict[str, Any]]) -> None:
        """Let contents (hash to probe) be there from this edition on; `row_of` makes those not yet kept."""
        item, presence = self.ledger.item, self.ledger.presence
        ids = self._kept(probes)
        missing = [row_of(sha256) for sha256 in probes if sha256 not in ids]
        if missing:
            made = self.connection.execute(insert(item).returning(item.c.sha256, item.c.id), missing)
            ids.update((row.sha256, row.id) for row in made)
        rows = [
            {"list_id": self.list_id, self.ledger.ref.name: ids[sha256], "first_seq": self.seq}
            for sha256 in probes
        ]
        if rows:
            self.connection.execute(insert(presence), rows)

    def close(self, ids: Collection[int]) -> None:
        """Let contents no longer be there from this edition on.

        Raises:
            StoreError: One of them was not open; nothing that is closed is ever changed.
        """
        presence, closed = self.ledger.presence, 0
        for chunk in chunks(ids):
            closed += self.connection.execute(
                update(presence)
                .where(presence.c.list_id == self.list_id, self.ledger.ref.in_(chunk))
                .where(presence.c.last_seq.is_(None))
                .values(last_seq=self.seq)
            ).rowcount
        if closed != len(ids):
            message = (
                f"{self.list_id}: {len(ids)} rows were to be closed and {closed} were open. Run licet verify."
            )
            raise StoreError(message)

    def _kept(self, probes: Mapping[bytes, Any]) -> dict[bytes, int]:
        item, found = self.ledger.item, dict[bytes, int]()
        for chunk in chunks(set(probes.values())):
            query = select(item.c.sha256, item.c.id).where(
                item.c.list_id == self.list_id, self.ledger.probe.in_(chunk)
            )
            found.update((row.sha256, row.id) for row in self.connection.execute(query))
        return found


def digest(listings: Iterable[bytes], problems: Iterable[bytes]) -> bytes:
    """Return one hash for all that an edition holds."""
    total = hashlib.sha256()
    for hashes in (listings, problems):
        ordered = sorted(hashes)
        total.update(len(ordered).to_bytes(8, "big"))
        total.update(b"".join(ordered))
    return total.digest()


def chunks(items: Iterable[_T]) -> Iterator[Sequence[_T]]:
    """Cut into pieces that fit a database's limit on parameters."""
    rest = iter(items)
    while piece := list(islice(rest, _BATCH)):
        yield piece

"""The store: every edition of every list, on two clocks, and the bytes they came as."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from licet.errors import StoreError
from licet.model import AsOf, Edition, EditionFile, Listing, ListingVersion, Problem
from licet.store import editions, fetchlog, ledger, problems, reads, story_verify, verify
from licet.store.archive import Archive
from licet.store.engine import Database
from licet.store.records import AddResult, FetchEntry, HeldVersion, LogState, Refusal
from licet.store.stories import StoryShelf
from licet.store.upgrade import ensure_schema


def open_store(url: str, archive: Path, *, busy_seconds: float = 10.0, create: bool = True) -> Store:
    """Open the store, creating or upgrading its tables when needed.

    Args:
        url: `sqlite:///FOLDER/FILE.db` or `postgresql://USER@HOST/DATABASE`.
        archive: Folder of the raw bytes.
        busy_seconds: How long a write waits for another process to finish.
        create: Make a store where there is none.

    Raises:
        StoreError: The address is none, the store cannot be used, or a newer program wrote it.
        StoreBusyError: Another process is creating or upgrading it.
    """
    database = Database(url, busy_seconds=busy_seconds, create=create)
    try:
        ensure_schema(database, create=create)
    except BaseException:
        database.close()
        raise
    return Store(database, Archive(archive))


class Store:
    """Made by `open_store`; close it, or use it in a `with` statement. Threads may share it.

    Attributes:
        archive: The raw bytes by SHA-256.
        stories: The news stories, which no list and no decision ever sees.
    """

    def __init__(self, database: Database, archive: Archive) -> None:
        self._database = database
        self.archive = archive
        self.stories = StoryShelf(database)

    def __enter__(self) -> Self:
        """Return the store itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the store."""
        self.close()

    def close(self) -> None:
        """Close every connection; the store can still be used and then opens new ones."""
        self._database.close()

    def add_edition(  # noqa: PLR0913  the facts of an edition, all by name
        self,
        list_id: str,
        *,
        published: date,
        known: datetime,
        format: str,  # noqa: A002  the name that `Edition` has for it
        files: Sequence[EditionFile],
        listings: Iterable[Listing],
        problems: Sequence[Problem],
        rows: int,
        classify: editions.Classify,
        accepted: str = "",
    ) -> AddResult:
        """Keep an edition, whole or not at all; the cost on disk is that of what changed.

        An edition that says nothing new (the newest one, or the one that already held for its day, has the
        same files and day) is not kept again. Equal listings count once; listings that share a key and
        differ are all kept.

        Args:
            list_id: The list.
            published: Day from which it holds.
            known: Instant of receipt, with a time zone.
            format: Id of the publisher's format.
            files: Its files, already in the archive.
            listings: Its content, in any order.
            problems: What the publisher got wrong.
            rows: Source rows.
            classify: Tells whether two contents of one key differ materially; asked once per changed key.
            accepted: Reason for accepting it past a gate; empty for none.

        Raises:
            StoreBusyError: Another process is writing and did not finish in time.
            StoreError: `known` names no moment, a listing is of another list, or the store cannot be written.
        """
        if known.tzinfo is None:
            message = f"{list_id}: the instant of receipt {known} has no time zone"
            raise StoreError(message)
        draft = Edition(
            list_id=list_id,
            seq=0,
            published=published,
            known=known.astimezone(UTC),
            format=format,
            files=tuple(sorted(files, key=lambda item: item.part)),
            rows=rows,
            listings=0,
            problems=0,
            accepted=accepted,
        )
        return editions.add_edition(self._database, draft, listings, problems, classify)

    def list_ids(self) -> list[str]:
        """Return the lists that have an edition, sorted."""
        with self._database.reading() as connection:
            return reads.list_ids(connection)

    def editions(self, list_id: str | None = None) -> list[Edition]:
        """Return the editions of one list, or of all, in order of arrival."""
        with self._database.reading() as connection:
            return reads.editions(connection, list_id)

    def edition(self, list_id: str, seq: int) -> Edition | None:
        """Return one edition by its order of arrival."""
        with self._database.reading() as connection:
            return reads.edition(connection, list_id, seq)

    def edition_at(self, list_id: str, as_of: AsOf) -> Edition | None:
        """Return the edition that answers: greatest (published, known, seq) within both clocks."""
        with self._database.reading() as connection:
            return reads.edition_at(connection, list_id, as_of)

    def listings_in(self, list_id: str, seq: int) -> Iterator[Listing]:
        """Give the listings of one edition, ordered by key."""
        with self._database.reading() as connection:
            yield from reads.listings_in(connection, list_id, seq)

    def listings(self, list_id: str, as_of: AsOf) -> Iterator[Listing]:
        """Give the listings that held, ordered by key; none when no edition answers."""
        found = self.edition_at(list_id, as_of)
        if found is not None:
            yield from self.listings_in(list_id, found.seq)

    def listing(self, list_id: str, key: str, as_of: AsOf) -> tuple[Listing, Edition] | None:
        """Return a listed party as it held, with the edition that says so; None when that has no such key."""
        with self._database.reading() as connection:
            found = reads.edition_at(connection, list_id, as_of)
            if found is None:
                return None
            items = list(reads.listings_in(connection, list_id, found.seq, key))
            return (items[0], found) if items else None

    def history(self, list_id: str, key: str) -> list[ListingVersion]:
        """Return every content that a key ever had, by first edition."""
        with self._database.reading() as connection:
            return [version for version, _sha256 in reads.versions(connection, list_id, key)]

    def versions(self, list_id: str | None = None) -> Iterator[tuple[ListingVersion, str]]:
        """Give every content of every key with its SHA-256, ordered by list, key and first edition."""
        with self._database.reading() as connection:
            yield from reads.versions(connection, list_id)

    def versions_after(self, seen: Mapping[str, int]) -> Iterator[ListingVersion | HeldVersion]:
        """Give the same, but without the contents of editions that were seen before.

        Args:
            seen: List id to the last edition seen, by order of arrival.
        """
        with self._database.reading() as connection:
            yield from reads.versions_after(connection, seen)

    def heads(self) -> dict[str, tuple[int, str]]:
        """Return, for each list, its newest edition and the hash that stands for all of its past."""
        with self._database.reading() as connection:
            return reads.heads(connection)

    def chain(self, list_id: str, seq: int) -> str:
        """Return the hash that stands for a list's past up to an edition; empty when there is none such."""
        with self._database.reading() as connection:
            return reads.chain(connection, list_id, seq)

    def diff(
        self, list_id: str, seq_a: int, seq_b: int
    ) -> Iterator[tuple[str, Listing | None, Listing | None]]:
        """Give what two editions do not share, as (key, content in a, content in b), ordered by key."""
        with self._database.reading() as connection:
            yield from reads.diff(connection, list_id, seq_a, seq_b)

    def hashes_in(self, list_id: str, seq: int) -> frozenset[str]:
        """Return the SHA-256 of every listing of an edition, in hexadecimal."""
        with self._database.reading() as connection:
            found = ledger.hashes_in(connection, ledger.LISTINGS, list_id, seq)
        return frozenset(sha256.hex() for sha256 in found)

    def problems_in(self, list_id: str, seq: int) -> list[Problem]:
        """Return the problems of one edition, in the order in which they were first met."""
        with self._database.reading() as connection:
            return problems.problems_in(connection, list_id, seq)

    def generation(self) -> str:
        """Return a token that changes with every edition added; cheap, and equal for equal content."""
        with self._database.reading() as connection:
            return reads.generation(connection)

    def log_fetch(self, entry: FetchEntry) -> None:
        """Record one attempt to fetch a file. Raises StoreBusyError as `add_edition` does."""
        with self._database.writing(entry.list_id) as connection:
            fetchlog.log_fetch(connection, entry)

    def fetches(self, list_id: str) -> list[FetchEntry]:
        """Return every attempt for a list, oldest first."""
        with self._database.reading() as connection:
            return fetchlog.fetches(connection, list_id)

    def record_refusal(
        self, list_id: str, *, at: datetime, files: Sequence[tuple[str, str]], reasons: Sequence[str]
    ) -> None:
        """Record a refused edition; `files` are pairs (name, SHA-256). Raises as `add_edition` does."""
        item = Refusal(list_id, at, tuple(files), tuple(reasons))
        with self._database.writing(list_id) as connection:
            fetchlog.record_refusal(connection, item)

    def refusals(self, list_id: str) -> list[Refusal]:
        """Return the refused editions of a list, oldest first."""
        with self._database.reading() as connection:
            return fetchlog.refusals(connection, list_id)

    def last_receipt(self, list_id: str, known: datetime) -> datetime | None:
        """Return the latest instant, not after `known`, at which we had the publisher's current edition."""
        with self._database.reading() as connection:
            return fetchlog.last_receipt(connection, list_id, known)

    def log_state(self) -> LogState:
        """Return how far the fetch log goes: with `generation`, all that a question may find changed."""
        with self._database.reading() as connection:
            return fetchlog.log_state(connection)

    def received(self, until: datetime) -> datetime | None:
        """Return the latest instant, not after `until`, at which an edition of any list was received."""
        with self._database.reading() as connection:
            return reads.received(connection, until)

    def next_published(self, list_id: str, after: date, until: datetime) -> date | None:
        """Return the first publication day after a day, among the editions known by an instant."""
        with self._database.reading() as connection:
            return reads.next_published(connection, list_id, after, until)

    def confirmations(self, list_id: str, until: datetime) -> list[FetchEntry]:
        """Return the latest successful fetch of each content, not after `until`, ordered by hash."""
        with self._database.reading() as connection:
            return fetchlog.confirmations(connection, list_id, until)

    def verify(self) -> list[str]:
        """Check everything kept against its hashes; one sentence for each thing found, empty when sound."""
        with self._database.reading() as connection:
            return [
                *verify.findings(connection, self.archive),
                *story_verify.findings(connection, self.archive),
            ]

"""The few facts that a question needs, read from SQLite by the standard library alone.

SQLAlchemy takes longer to load than a question takes to be answered. What is here says the same as `Store`
(a test compares them); everything else, every write and every other database is the store's.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from threading import Lock
from typing import Any

from licet.errors import StoreError
from licet.model import AsOf, Edition, EditionFile
from licet.store.records import REVISIONS, SUCCESSES, FetchEntry, LogState, generation_of

_FACTS = "list_id, seq, published, known, format, rows, listings, problems, added, removed, changed, cosmetic"
_IN_FORCE = f"""
select {_FACTS}, accepted from list_edition
where list_id = ? and published <= ? and known <= ?
order by published desc, known desc, seq desc limit 1
"""  # noqa: S608  names of columns
_FILES = (
    "select part, name, sha256, size, carried from edition_file where list_id = ? and seq = ? order by part"
)
_NEWEST = """
select list_id, seq, chain from list_edition as one
where seq = (select max(seq) from list_edition as other where other.list_id = one.list_id)
"""
_BEGUN = """
select exists(select 1 from story), exists(select 1 from list_edition),
       exists(select 1 from fetch_log), exists(select 1 from refusal)
"""
_NEXT = "select min(published) from list_edition where list_id = ? and published > ? and known <= ?"
_LOG_STATE = "select count(id), max(id), max(at), (select max(known) from list_edition) from fetch_log"
_CONFIRMED = """
select sha256, url, at, outcome from fetch_log
where list_id = ? and sha256 <> '' and at <= ? and outcome in ({marks})
order by sha256, at, id
""".format(marks=", ".join("?" * len(SUCCESSES)))


def open_glance(path: Path, *, busy_seconds: float = 10.0) -> Glance | None:
    """Open a SQLite store for reading; None where that needs more than a glance.

    That is: it is absent, unreadable, no store, or of another schema version; `open_store` upgrades it, or
    says what is wrong.
    """
    if not path.is_file():
        return None
    try:
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=busy_seconds, check_same_thread=False
        )
    except sqlite3.Error:
        return None
    try:
        found = connection.execute("select version_num from alembic_version").fetchone()
    except sqlite3.Error:
        found = None
    if found is None or found[0] != REVISIONS[-1]:
        connection.close()
        return None
    return Glance(connection, path)


class Glance:
    """Made by `open_glance`; close it. Threads may share it."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path
        self._lock = Lock()

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def generation(self) -> str:
        """Return a token that changes with every edition added; see `Store.generation`."""
        return generation_of({list_id: (seq, chain.hex()) for list_id, seq, chain in self._rows(_NEWEST)})

    def list_ids(self) -> list[str]:
        """Return the lists that have an edition, sorted."""
        return sorted(row[0] for row in self._rows("select distinct list_id from list_edition"))

    def has_only_stories(self) -> bool:
        """Whether news was kept here, and of lists nothing ever came, not even an attempt to fetch one."""
        kept, editions, fetches, refusals = self._rows(_BEGUN)[0]
        return bool(kept) and not (editions or fetches or refusals)

    def edition_at(self, list_id: str, as_of: AsOf) -> Edition | None:
        """Return the edition that answers: greatest (published, known, seq) within both clocks."""
        found = self._rows(_IN_FORCE, (list_id, as_of.valid.isoformat(), _text(as_of.known)))
        if not found:
            return None
        seq, published, known, form, *counts, accepted = found[0][1:]
        rows, listings, problems, added, removed, changed, cosmetic = counts
        files = tuple(
            EditionFile(part, name, sha256, size, bool(carried))
            for part, name, sha256, size, carried in self._rows(_FILES, (list_id, seq))
        )
        return Edition(
            list_id=list_id,
            seq=seq,
            published=date.fromisoformat(published),
            known=_instant(known),
            format=form,
            files=files,
            rows=rows,
            listings=listings,
            problems=problems,
            added=added,
            removed=removed,
            changed=changed,
            cosmetic=cosmetic,
            accepted=accepted,
        )

    def log_state(self) -> LogState:
        """Return how far the fetch log goes; see `Store.log_state`."""
        entries, newest, fetched, received = self._rows(_LOG_STATE)[0]
        latest = max(filter(None, (fetched, received)), default=None)
        return LogState(entries, newest or 0, _instant(latest) if latest else None)

    def received(self, until: datetime) -> datetime | None:
        """Return the latest instant, not after `until`, at which an edition of any list was received."""
        found = self._rows("select max(known) from list_edition where known <= ?", (_text(until),))
        return _instant(found[0][0]) if found[0][0] else None

    def next_published(self, list_id: str, after: date, until: datetime) -> date | None:
        """Return the first publication day after a day, among the editions known by an instant."""
        found = self._rows(_NEXT, (list_id, after.isoformat(), _text(until)))
        return date.fromisoformat(found[0][0]) if found[0][0] else None

    def confirmations(self, list_id: str, until: datetime) -> list[FetchEntry]:
        """Return the latest successful fetch of each content, not after `until`, ordered by hash."""
        latest = {row[0]: row for row in self._rows(_CONFIRMED, (list_id, _text(until), *SUCCESSES))}
        return [
            FetchEntry(list_id, url, _instant(at), outcome, sha256=sha256)
            for sha256, url, at, outcome in latest.values()
        ]

    def _rows(self, query: str, values: Iterable[object] = ()) -> list[tuple[Any, ...]]:
        try:
            with self._lock:
                return self._connection.execute(query, tuple(values)).fetchall()
        except sqlite3.Error as error:
            message = f"sqlite:///{self._path}: the store cannot be used: {error}."
            raise StoreError(message) from error


def _text(instant: datetime) -> str:
    """Write an instant as the store's tables have it: UTC, no zone, microseconds."""
    return instant.astimezone(UTC).replace(tzinfo=None).isoformat(sep=" ", timespec="microseconds")


def _instant(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)

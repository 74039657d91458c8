"""The shelf of news stories: every version of every story, when it was received, and the bytes it came as.

A story is known by its key: its address, else outlet, title and day, else its words. The same words of the
same day under another address are the same story, seen once more.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Select, and_, func, insert, select

from licet.errors import StoreError
from licet.store import story_bodies
from licet.store.engine import Database
from licet.store.fetchlog import entry_of, entry_row
from licet.store.records import SUCCESSES, FetchEntry
from licet.store.storable import storable
from licet.store.story_records import Origin, Shelved, StoryDraft, StoryOutcome, StoryVersion
from licet.store.story_tables import story, story_fetch, story_origin, story_version

_LOCK = "stories"
_VERSION = select(
    story_version.c.story_id, story_version.c.seq, story_version.c.known, story_version.c.body, story.c.key
).join(story, story.c.id == story_version.c.story_id)


def story_id(key: str) -> str:
    """Return the id of the story with a key."""
    return hashlib.sha256(key.encode("utf-8", "backslashreplace")).hexdigest()[:16]


class StoryShelf:
    """Stories on two clocks: the day a story bears, and the instant of its receipt. Threads may share it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, draft: StoryDraft, origin: Origin) -> Shelved:
        """Keep a story whose bytes are in the archive already; a changed one becomes a new version.

        What says nothing new is only remembered as seen once more. Of a file that is what any version says;
        of what a publisher shows now it is what the newest one says: a text that comes back after a change
        is news.

        Raises:
            StoreBusyError: Another process is writing and did not finish in time.
            StoreError: `origin.known` names no moment, or the store cannot be written.
        """
        return self.add_all([(draft, origin)])[0]

    def add_all(self, stories: Iterable[tuple[StoryDraft, Origin]]) -> list[Shelved]:
        """Keep stories in order, all of them or none; see `add`."""
        shelved = []
        with self._database.writing(_LOCK) as connection:
            for draft, origin in stories:
                if origin.known.tzinfo is None:
                    where = origin.name or origin.url
                    message = f"{where}: the instant of receipt {origin.known} has no time zone"
                    raise StoreError(message)
                shelved.append(_shelve(connection, replace(draft, key=storable(draft.key)), origin))
                _remember(connection, shelved[-1], origin)
        return shelved

    def versions(self, key: str) -> list[StoryVersion]:
        """Return every version of the story with an id, oldest first; none for an unknown id."""
        query = _VERSION.where(story_version.c.story_id == key).order_by(story_version.c.seq)
        with self._database.reading() as connection:
            return [_version(row) for row in connection.execute(query)]

    def newest(self, known: datetime | None = None) -> Iterator[StoryVersion]:
        """Give the newest version of each story by an instant of receipt; by day, none first, and id."""
        columns = story_version.c
        latest = select(columns.story_id, func.max(columns.seq).label("seq")).group_by(columns.story_id)
        if known is not None:
            latest = latest.where(columns.known <= known)
        top = latest.subquery()
        chosen = and_(top.c.story_id == columns.story_id, top.c.seq == columns.seq)
        query = _VERSION.join(top, chosen).order_by(columns.dated.asc().nulls_first(), columns.story_id)
        with self._database.reading() as connection:
            for row in connection.execution_options(yield_per=100).execute(query):
                yield _version(row)

    def count(self) -> int:
        """Return how many stories are kept."""
        with self._database.reading() as connection:
            return connection.execute(select(func.count()).select_from(story)).scalar_one()

    def named(self, start: str, limit: int = 10) -> list[str]:
        """Return the ids that begin with some digits, sorted."""
        query = select(story.c.id).where(story.c.id.startswith(start, autoescape=True)).order_by(story.c.id)
        with self._database.reading() as connection:
            return list(connection.execute(query.limit(limit)).scalars())

    def with_url(self, url: str) -> list[str]:
        """Return the ids of the stories that were seen at an address, sorted."""
        query = select(story_origin.c.story_id).where(story_origin.c.url == storable(url)).distinct()
        with self._database.reading() as connection:
            return sorted(connection.execute(query).scalars())

    def origins(self, key: str) -> list[tuple[int, Origin]]:
        """Return how each version of a story came: pairs (version, origin), in order of receipt."""
        query = select(story_origin).where(story_origin.c.story_id == key).order_by(story_origin.c.id)
        with self._database.reading() as connection:
            return [(row["seq"], _origin(row)) for row in connection.execute(query).mappings()]

    def places(self, known: datetime | None = None, key: str = "") -> dict[tuple[str, int], tuple[str, str]]:
        """Return outlet and address of versions, by id and number: of each the first that a receipt tells.

        Args:
            known: Only receipts by this instant; None for all.
            key: Only of the story with this id; empty for all.
        """
        columns = story_origin.c
        query = select(columns.story_id, columns.seq, columns.outlet, columns.url).order_by(columns.id)
        query = query.where(columns.known <= known) if known is not None else query
        query = query.where(columns.story_id == key) if key else query
        found: dict[tuple[str, int], tuple[str, str]] = {}
        with self._database.reading() as connection:
            for name, seq, outlet, url in connection.execute(query):
                before = found.get((name, seq), ("", ""))
                found[name, seq] = (before[0] or outlet, before[1] or url)
        return found

    def log_fetch(self, entry: FetchEntry) -> None:
        """Record one attempt to fetch an address."""
        row = {
            name: storable(value) if isinstance(value, str) else value
            for name, value in entry_row(entry).items()
            if name != "list_id"
        }
        with self._database.writing(_LOCK) as connection:
            connection.execute(insert(story_fetch), row)

    def last_fetch(self, url: str) -> FetchEntry | None:
        """Return the latest fetch of an address that went well; None for none."""
        columns = story_fetch.c
        query = (
            select(story_fetch)
            .where(columns.url == storable(url), columns.outcome.in_(SUCCESSES))
            .order_by(columns.at.desc(), columns.id.desc())
            .limit(1)
        )
        with self._database.reading() as connection:
            row = connection.execute(query).mappings().first()
        return None if row is None else entry_of(row)


def _shelve(connection: Connection, draft: StoryDraft, origin: Origin) -> Shelved:
    own = story_id(draft.key)
    kept = [_version(row) for row in connection.execute(_of(own))]
    if kept:
        for version in _comparable(kept, draft) if origin.current else reversed(kept):
            if _says_the_same(version.draft, draft) or _only_read_anew(connection, version, draft, origin):
                return Shelved(StoryOutcome.SAME, own, version.version)
        _write(connection, own, len(kept) + 1, draft, origin)
        return Shelved(StoryOutcome.NEW_VERSION, own, len(kept) + 1)
    if twin := _twin(connection, draft):
        return Shelved(StoryOutcome.SAME, *twin)
    connection.execute(insert(story), {"id": own, "key": draft.key})
    _write(connection, own, 1, draft, origin)
    return Shelved(StoryOutcome.ADDED, own, 1)


def _of(key: str) -> Select[Any]:
    return _VERSION.where(story_version.c.story_id == key).order_by(story_version.c.seq)


def _twin(connection: Connection, draft: StoryDraft) -> tuple[str, int] | None:
    """Find the same words of the same day under another key: the first that was received."""
    columns = story_version.c
    same_day = columns.dated.is_(None) if draft.dated is None else columns.dated == draft.dated
    query = select(columns.story_id, columns.seq).where(columns.words == draft.words, same_day)
    found = connection.execute(query.order_by(columns.known, columns.story_id, columns.seq).limit(1)).first()
    return (found[0], found[1]) if found else None


def _comparable(kept: Sequence[StoryVersion], draft: StoryDraft) -> Sequence[StoryVersion]:
    """Return the newest version that came the same way, else the newest one.

    A feed and the page behind it give the words of one story differently: neither changes the other.
    """
    return [item for item in kept if _reader(item.draft) == _reader(draft)][-1:] or kept[-1:]


def _only_read_anew(connection: Connection, kept: StoryVersion, draft: StoryDraft, origin: Origin) -> bool:
    """Whether the publisher's bytes are those of a version, and a newer program reads them differently."""
    if kept.draft.extractor == draft.extractor or _reader(kept.draft) != _reader(draft):
        return False
    columns = story_origin.c
    place = and_(columns.story_id == kept.story_id, columns.seq == kept.version)
    query = select(columns.id).where(place, columns.sha256 == origin.sha256).limit(1)
    return connection.execute(query).first() is not None


def _reader(draft: StoryDraft) -> str:
    """Name what took the text out of the bytes, without its version."""
    return draft.extractor.rpartition(" ")[0]


def _says_the_same(kept: StoryDraft, new: StoryDraft) -> bool:
    return (kept.words, kept.dated, kept.title) == (new.words, new.dated, new.title)


def _write(connection: Connection, key: str, seq: int, draft: StoryDraft, origin: Origin) -> None:
    sha256, body = story_bodies.packed(draft)
    row = {"story_id": key, "seq": seq, "known": origin.known, "words": draft.words, "dated": draft.dated}
    connection.execute(insert(story_version), {**row, "sha256": sha256, "body": body})


def _remember(connection: Connection, shelved: Shelved, origin: Origin) -> None:
    """Keep how a story came, once: the same bytes from the same place say nothing more."""
    columns = story_origin.c
    row = {
        "story_id": shelved.story_id,
        "seq": shelved.version,
        "sha256": origin.sha256,
        "name": storable(origin.name),
        "url": storable(origin.url),
        "outlet": storable(origin.outlet),
    }
    same = and_(*(columns[name] == value for name, value in row.items()))
    if connection.execute(select(columns.id).where(same).limit(1)).first() is None:
        more = {"known": origin.known, "kind": origin.kind}
        connection.execute(insert(story_origin), row | more)


def _version(row: Any) -> StoryVersion:  # noqa: ANN401  a row of SQLAlchemy's
    return StoryVersion(
        row.story_id, row.seq, row.known.astimezone(UTC), story_bodies.unpacked(row.body, row.key)
    )


def _origin(row: Any) -> Origin:  # noqa: ANN401  a mapping of SQLAlchemy's
    names = ("sha256", "known", "kind", "name", "url", "outlet")
    return Origin(**{name: row[name] for name in names})

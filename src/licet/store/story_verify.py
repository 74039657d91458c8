"""Checks that every kept story, and the bytes it came as, is what was kept."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from sqlalchemy import Connection, select

from licet.errors import StoreError, TamperedError
from licet.store import story_bodies
from licet.store.archive import Archive
from licet.store.story_tables import story, story_origin, story_version


def findings(connection: Connection, archive: Archive) -> Iterator[str]:
    """Give one sentence for each thing that is not as it was kept; nothing when all is well."""
    columns = story_version.c
    query = select(
        columns.story_id, columns.seq, columns.words, columns.dated, columns.sha256, columns.body, story.c.key
    ).join(story, story.c.id == columns.story_id)
    expected: dict[str, int] = {}
    for row in connection.execute(query.order_by(columns.story_id, columns.seq)):
        what = f"story {row.story_id} version {row.seq}"
        try:
            data = story_bodies.opened(row.body)
        except StoreError as error:
            yield f"{what}: {error}."
            continue
        found = hashlib.sha256(data).digest()
        if found != row.sha256:
            yield str(TamperedError(what, row.sha256.hex(), found.hex()))
            continue
        draft = story_bodies.unpacked(row.body, row.key)
        if (draft.words, draft.dated) != (row.words, row.dated):
            yield f"{what}: its words or day are not those that were recorded."
        expected[row.story_id] = expected.get(row.story_id, 0) + 1
        if row.seq != expected[row.story_id]:
            yield f"{what}: the versions before it are not all there."
            expected[row.story_id] = row.seq
    yield from _origins(connection, archive)


def _origins(connection: Connection, archive: Archive) -> Iterator[str]:
    columns = story_origin.c
    query = select(columns.sha256, columns.story_id).order_by(columns.sha256, columns.id)
    seen = ""
    for sha256, key in connection.execute(query):
        if sha256 == seen:
            continue
        seen = sha256
        try:
            archive.get(sha256)
        except StoreError as error:
            yield f"story {key}: {error}"

"""Writes an edition: what it adds to and takes from the one before it, in one transaction."""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Any, TypeAlias

from sqlalchemy import Connection, insert, select

from licet.errors import StoreError
from licet.model import AsOf, Edition, Listing, Problem, canonical
from licet.store import ledger, reads, schema
from licet.store.body import BodyCodec
from licet.store.engine import Database
from licet.store.problems import problem_rows
from licet.store.records import AddResult

Classify: TypeAlias = Callable[[Listing, Listing], bool]
"""Tells whether two contents of one key differ materially."""


@dataclass(frozen=True, slots=True)
class _Content:
    listing: Listing
    canonical: bytes


@dataclass(frozen=True, slots=True)
class _Change:
    """What an edition does to the one before: hashes that come (to key), contents that go."""

    opened: Mapping[bytes, str]
    closed: Mapping[bytes, ledger.Held]


def add_edition(
    database: Database,
    draft: Edition,
    listings: Iterable[Listing],
    problems: Sequence[Problem],
    classify: Classify,
) -> AddResult:
    """Keep an edition; `draft` has its facts, the order of arrival and the counts are filled in here.

    Raises:
        StoreBusyError: Another process is writing.
        StoreError: A listing is of another list, or the store cannot be written.
    """
    with database.reading() as connection:
        if kept := _already_kept(connection, draft):
            return AddResult(kept, new=False)
    contents = _contents(draft.list_id, listings)
    troubles = problem_rows(draft.list_id, problems)
    with database.writing(draft.list_id) as connection:
        # Asked again under the lock: another process may have brought the same edition meanwhile.
        if kept := _already_kept(connection, draft):
            return AddResult(kept, new=False)
        before = ledger.newest(connection, ledger.LISTINGS, draft.list_id)
        change = _Change(
            {sha: item.listing.key for sha, item in contents.items() if sha not in before},
            {sha: held for sha, held in before.items() if sha not in contents},
        )
        edition = replace(
            _counted(connection, draft, change, contents, classify),
            seq=reads.newest_seq(connection, draft.list_id) + 1,
            listings=len(contents),
            problems=len(problems),
        )
        _insert_edition(connection, edition, ledger.digest(contents, troubles))
        _write_listings(connection, edition, change, contents)
        _write_problems(connection, edition, troubles)
    return AddResult(edition, new=True)


def chain_link(edition: Edition, content: bytes, before: bytes) -> bytes:
    """Return the hash that stands for an edition, all it holds and all editions before it."""
    files = [[item.part, item.name, item.sha256, item.size, item.carried] for item in edition.files]
    facts = [
        *(edition.list_id, edition.seq, edition.published.isoformat(), edition.known.isoformat()),
        *(edition.format, sorted(files), edition.rows, edition.listings, edition.problems, edition.added),
        *(edition.removed, edition.changed, edition.cosmetic, edition.accepted, content.hex(), before.hex()),
    ]
    return hashlib.sha256(json.dumps(facts, ensure_ascii=False).encode()).digest()


def _already_kept(connection: Connection, draft: Edition) -> Edition | None:
    """Find the edition that makes this one say nothing new.

    That is the newest one, or the one that already held for the same day: importing a folder of old
    editions twice adds nothing. A content that comes back after a correction is news.
    """
    same_files = {(item.part, item.sha256) for item in draft.files}
    newest = reads.edition(connection, draft.list_id, reads.newest_seq(connection, draft.list_id))
    holding = reads.edition_at(connection, draft.list_id, AsOf(draft.published, draft.known))
    for item in (newest, holding):
        if item is not None and item.published == draft.published:
            files = {(file.part, file.sha256) for file in item.files}
            if files == same_files:
                return item
    return None


def _contents(list_id: str, listings: Iterable[Listing]) -> dict[bytes, _Content]:
    contents = {}
    for item in listings:
        if item.list_id != list_id:
            message = f"a listing of {item.list_id} was given as part of {list_id}: {item.key}"
            raise StoreError(message)
        data = canonical(item)
        contents[hashlib.sha256(data).digest()] = _Content(item, data)
    return contents


def _counted(
    connection: Connection,
    draft: Edition,
    change: _Change,
    contents: Mapping[bytes, _Content],
    classify: Classify,
) -> Edition:
    """Count by key; a key whose contents only come or only go is compared with what stays under it."""
    after, before = defaultdict[str, list[Listing]](list), defaultdict[str, list[Listing]](list)
    for sha256 in sorted(change.opened):
        after[change.opened[sha256]].append(contents[sha256].listing)
    ids = {held.id: held.probe for held in change.closed.values() if held.probe in after}
    for item in reads.listings_by_id(connection, ids):
        before[item.key].append(item)
    staying = {item.listing.key for sha256, item in contents.items() if sha256 not in change.opened}
    gone = {held.probe for held in change.closed.values()}
    counts = Counter[str]()
    for key in gone - after.keys():
        counts["changed" if key in staying else "removed"] += 1
    for key, new in after.items():
        if key not in gone:
            counts["changed" if key in staying else "added"] += 1
            continue
        pairs = zip_longest(before[key], new)
        material = any(a is None or b is None or classify(a, b) for a, b in pairs)
        counts["changed" if material else "cosmetic"] += 1
    return replace(
        draft,
        added=counts["added"],
        removed=counts["removed"],
        changed=counts["changed"],
        cosmetic=counts["cosmetic"],
    )


def _insert_edition(connection: Connection, edition: Edition, content: bytes) -> None:
    table = schema.list_edition
    before = connection.execute(
        select(table.c.chain).where(table.c.list_id == edition.list_id, table.c.seq == edition.seq - 1)
    ).scalar()
    row: dict[str, Any] = {name: getattr(edition, name) for name in schema.EDITION_FACTS}
    chain = chain_link(edition, content, before or b"")
    connection.execute(insert(table), row | {"content": content, "chain": chain})
    files = [
        {
            "list_id": edition.list_id,
            "seq": edition.seq,
            "part": item.part,
            "name": item.name,
            "sha256": item.sha256,
            "size": item.size,
            "carried": int(item.carried),
        }
        for item in edition.files
    ]
    if files:
        connection.execute(insert(schema.edition_file), files)


def _write_listings(
    connection: Connection, edition: Edition, change: _Change, contents: Mapping[bytes, _Content]
) -> None:
    codec = BodyCodec()

    def row_of(sha256: bytes) -> dict[str, Any]:
        item = contents[sha256]
        body = codec.encode(item.canonical)
        return {"list_id": edition.list_id, "key": item.listing.key, "sha256": sha256, "body": body}

    book = ledger.Ledgering(connection, ledger.LISTINGS, edition.list_id, edition.seq)
    book.close([held.id for held in change.closed.values()])
    book.open(change.opened, row_of)


def _write_problems(
    connection: Connection, edition: Edition, troubles: Mapping[bytes, dict[str, Any]]
) -> None:
    before = ledger.newest(connection, ledger.PROBLEMS, edition.list_id)
    book = ledger.Ledgering(connection, ledger.PROBLEMS, edition.list_id, edition.seq)
    book.close([held.id for sha256, held in before.items() if sha256 not in troubles])
    book.open({sha256: sha256 for sha256 in troubles if sha256 not in before}, lambda sha: troubles[sha])

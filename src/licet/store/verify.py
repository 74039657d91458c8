"""Checks that everything kept is what was kept: says what it finds and repairs nothing."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator

from sqlalchemy import Connection, select

from licet.errors import StoreError, TamperedError
from licet.model import Edition, from_dict
from licet.store import ledger, reads, schema
from licet.store.archive import Archive
from licet.store.body import BodyCodec
from licet.store.editions import chain_link


def findings(connection: Connection, archive: Archive) -> Iterator[str]:
    """Give one sentence for each thing that is not as it was kept; nothing when all is well."""
    yield from _bodies(connection)
    kept = reads.editions(connection)
    for book in (ledger.LISTINGS, ledger.PROBLEMS):
        yield from _intervals(connection, book, kept)
    yield from _contents(connection, kept)
    good = set[str]()
    yield from _archive(archive, good)
    for item in kept:
        for file in item.files:
            what = f"{item.list_id} {item.name}: {file.name} ({file.sha256})"
            if file.sha256 not in good:
                yield f"{what} has no sound copy in the archive."
            elif archive.size(file.sha256) != file.size:
                yield f"{what} has another size in the archive than was recorded."


def _bodies(connection: Connection) -> Iterator[str]:
    codec, columns = BodyCodec(), schema.listing.c
    query = select(columns.list_id, columns.key, columns.sha256, columns.body)
    for list_id, key, sha256, body in connection.execution_options(yield_per=1000).execute(query):
        try:
            data = codec.decode(body)
        except StoreError as error:
            yield f"{list_id}:{key}: {error}."
            continue
        found = hashlib.sha256(data).digest()
        if found != sha256:
            yield f"{TamperedError(f'{list_id}:{key}', sha256.hex(), found.hex())}"
            continue
        item = from_dict(json.loads(data))
        if (item.list_id, item.key) != (list_id, key):
            yield f"{list_id}:{key}: the content kept under this id is that of {item.entity_id}."


def _intervals(connection: Connection, book: ledger.Ledger, kept: list[Edition]) -> Iterator[str]:
    newest = {item.list_id: item.seq for item in kept}
    columns = book.presence.c
    query = select(columns.list_id, book.ref, columns.first_seq, columns.last_seq, book.item.c.list_id)
    rows = connection.execute(
        query.outerjoin(book.item, book.item.c.id == book.ref).order_by(book.ref, columns.first_seq)
    )
    before: tuple[int, int | None] = (0, 0)
    for list_id, number, first, last, owner in rows:
        what = f"{list_id}: {book.presence.name} row {number} from edition {first}"
        end = newest.get(list_id, 0)
        if owner != list_id:
            yield f"{what} names a content of {owner or 'nothing'}."
        if first > end or (last is not None and (last > end or last <= first)):
            yield f"{what} to {last} is no interval of the {end} editions there are."
        if before[0] == number and (before[1] is None or before[1] > first):
            yield f"{what} overlaps the interval before it."
        before = (number, last)


def _contents(connection: Connection, kept: list[Edition]) -> Iterator[str]:
    columns = schema.list_edition.c
    rows = connection.execute(select(columns.list_id, columns.seq, columns.content, columns.chain))
    sealed = {(list_id, seq): (content, chain) for list_id, seq, content, chain in rows}
    chains = defaultdict[str, bytes](bytes)
    expected = defaultdict[str, int](int)
    books = (ledger.LISTINGS, ledger.PROBLEMS)
    of, spans = "", list[list[tuple[bytes, int, int | None]]]()
    for item in kept:
        what = f"{item.list_id} {item.name} (edition {item.seq})"
        if item.list_id != of:
            of, spans = item.list_id, [ledger.spans(connection, book, item.list_id) for book in books]
        # Read once a list and swept for each edition: 308 questions to the database take ten times as long.
        listings, problems = (
            {
                sha256
                for sha256, first, last in kept_ones
                if first <= item.seq and (not last or last > item.seq)
            }
            for kept_ones in spans
        )
        content, chain = sealed[item.list_id, item.seq]
        expected[item.list_id] += 1
        if item.seq != expected[item.list_id]:
            yield f"{what}: the editions before it are not all there."
            expected[item.list_id] = item.seq
        if (len(listings), len(problems)) != (item.listings, item.problems):
            yield (
                f"{what}: has {len(listings)} listings and {len(problems)} problems "
                f"where {item.listings} and {item.problems} were recorded."
            )
        elif ledger.digest(listings, problems) != content:
            yield f"{what}: holds other listings or problems than it did when it was kept."
        if chain_link(item, content, chains[item.list_id]) != chain:
            yield f"{what}: its facts, or those of an edition before it, were changed after it was kept."
        chains[item.list_id] = chain


def _archive(archive: Archive, good: set[str]) -> Iterator[str]:
    """Re-hash every kept file, each unpacked once: from the whole ones along what builds on them."""
    children = defaultdict[str, list[str]](list)
    total = 0
    for sha256 in archive.contents():
        try:
            children[archive.kept(sha256).base].append(sha256)
        except StoreError as error:
            yield str(error)
            continue
        total += 1
    seen = 0
    stack = [(sha256, b"") for sha256 in reversed(children[""])]
    while stack:
        sha256, base = stack.pop()
        seen += 1
        try:
            data = archive.unpack(sha256, base)
        except StoreError as error:
            yield str(error)
            data = b""
        found = hashlib.sha256(data).hexdigest()
        if found == sha256:
            good.add(sha256)
        elif data:
            yield str(TamperedError(f"archive file {sha256}", sha256, found))
        stack.extend((child, data) for child in reversed(children[sha256]))
    if seen != total:
        yield f"{archive.root}: {total - seen} kept files build on files that are not there."

"""Reads editions and listings, as of a point on both clocks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from itertools import groupby, zip_longest
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Row, Select, and_, case, false, func, or_, select

from licet.model import AsOf, Edition, EditionFile, Listing, ListingVersion
from licet.model.codec import from_canonical
from licet.store.body import BodyCodec
from licet.store.ledger import LISTINGS, chunks
from licet.store.records import HeldVersion, generation_of
from licet.store.schema import EDITION_FACTS, edition_file, list_edition, listing, presence

_BATCH = 1000


def list_ids(connection: Connection) -> list[str]:
    """Return the lists that have an edition, sorted."""
    found = connection.execute(select(list_edition.c.list_id).distinct()).scalars()
    return sorted(found)


def editions(connection: Connection, list_id: str | None = None) -> list[Edition]:
    """Return every edition, by list, in order of arrival."""
    query = select(list_edition)
    return _editions(connection, query if list_id is None else query.where(list_edition.c.list_id == list_id))


def edition(connection: Connection, list_id: str, seq: int) -> Edition | None:
    """Return one edition by its order of arrival."""
    columns = list_edition.c
    found = _editions(connection, select(list_edition).where(columns.list_id == list_id, columns.seq == seq))
    return found[0] if found else None


def edition_at(connection: Connection, list_id: str, as_of: AsOf) -> Edition | None:
    """Return the edition that answers: the last published by the day, of those known by the instant."""
    columns = list_edition.c
    query = (
        select(columns.seq)
        .where(columns.list_id == list_id)
        .where(columns.published <= as_of.valid, columns.known <= as_of.known)
        .order_by(columns.published.desc(), columns.known.desc(), columns.seq.desc())
        .limit(1)
    )
    seq = connection.execute(query).scalar()
    return None if seq is None else edition(connection, list_id, seq)


def received(connection: Connection, until: datetime) -> datetime | None:
    """Return the latest instant, not after `until`, at which an edition of any list was received."""
    query = select(func.max(list_edition.c.known)).where(list_edition.c.known <= until)
    return connection.execute(query).scalar()


def next_published(connection: Connection, list_id: str, after: date, until: datetime) -> date | None:
    """Return the first publication day after a day, among the editions known by an instant."""
    columns = list_edition.c
    query = select(func.min(columns.published)).where(
        columns.list_id == list_id, columns.published > after, columns.known <= until
    )
    return connection.execute(query).scalar()


def newest_seq(connection: Connection, list_id: str) -> int:
    """Return the order of arrival of the newest edition; 0 when there is none."""
    query = select(func.max(list_edition.c.seq)).where(list_edition.c.list_id == list_id)
    return connection.execute(query).scalar() or 0


def listings_in(connection: Connection, list_id: str, seq: int, key: str | None = None) -> Iterator[Listing]:
    """Give the listings of one edition, or those under one key, ordered by key."""
    query = (
        select(listing.c.body)
        .join(presence, presence.c.listing_id == listing.c.id)
        .where(listing.c.list_id == list_id, LISTINGS.holds(seq))
        .order_by(listing.c.key, listing.c.sha256)
    )
    codec = BodyCodec()
    for (body,) in _stream(connection, query if key is None else query.where(listing.c.key == key)):
        yield codec.listing(body)


def listings_by_id(connection: Connection, ids: Iterable[int]) -> Iterator[Listing]:
    """Give the contents of the rows named, ordered by hash within each batch."""
    codec = BodyCodec()
    for chunk in chunks(sorted(ids)):
        query = select(listing.c.body).where(listing.c.id.in_(chunk)).order_by(listing.c.sha256)
        for body in connection.execute(query).scalars():
            yield codec.listing(body)


def versions(
    connection: Connection, list_id: str | None = None, key: str | None = None
) -> Iterator[tuple[ListingVersion, str]]:
    """Give every content with the editions that held it and its hash, by list, key and first edition."""
    query = (
        select(
            listing.c.list_id,
            listing.c.key,
            listing.c.sha256,
            listing.c.body,
            presence.c.first_seq,
            presence.c.last_seq,
        )
        .join(presence, presence.c.listing_id == listing.c.id)
        .order_by(listing.c.list_id, listing.c.key, presence.c.first_seq, listing.c.sha256)
    )
    if list_id is not None:
        query = query.where(listing.c.list_id == list_id)
    if key is not None:
        query = query.where(listing.c.key == key)
    codec = BodyCodec()
    for _key, rows in groupby(_stream(connection, query), key=itemgetter(0, 1)):
        since = 0
        for _list_id, _listing_key, sha256, body, first_seq, last_seq in rows:
            since = since or first_seq
            # The kept bytes come along: whoever builds a corpus of all versions need not encode them again.
            content = from_canonical(codec.decode(body))
            yield ListingVersion(content, first_seq, last_seq, since), sha256.hex()


def versions_after(connection: Connection, seen: Mapping[str, int]) -> Iterator[ListingVersion | HeldVersion]:
    """Give every version by list, key and first edition; its content only where it came after those seen."""
    known = [
        and_(presence.c.list_id == list_id, presence.c.first_seq <= seq) for list_id, seq in seen.items()
    ]
    held = or_(false(), *known)
    query = (
        select(
            presence.c.list_id,
            listing.c.key,
            presence.c.first_seq,
            presence.c.last_seq,
            case((held, None), else_=listing.c.body),
        )
        .join(presence, presence.c.listing_id == listing.c.id)
        .order_by(listing.c.list_id, listing.c.key, presence.c.first_seq, listing.c.sha256)
    )
    codec = BodyCodec()
    for _key, rows in groupby(_stream(connection, query), key=itemgetter(0, 1)):
        since = 0
        for list_id, key, first_seq, last_seq, body in rows:
            since = since or first_seq
            if body is None:
                yield HeldVersion(list_id, key, first_seq, last_seq)
            else:
                yield ListingVersion(from_canonical(codec.decode(body)), first_seq, last_seq, since)


def diff(
    connection: Connection, list_id: str, seq_a: int, seq_b: int
) -> Iterator[tuple[str, Listing | None, Listing | None]]:
    """Give what two editions do not share, as (key, content in a, content in b), ordered by key."""
    low, high = sorted((seq_a, seq_b))
    first, last = presence.c.first_seq, presence.c.last_seq
    only_low = and_(first <= low, last > low, last <= high)
    only_high = and_(first > low, first <= high, or_(last.is_(None), last > high))
    query = (
        select(listing.c.key, listing.c.sha256, listing.c.body, first)
        .join(presence, presence.c.listing_id == listing.c.id)
        .where(presence.c.list_id == list_id, or_(only_low, only_high))
        .order_by(listing.c.key, listing.c.sha256)
    )
    codec = BodyCodec()
    for key, rows in groupby(_stream(connection, query), key=lambda row: str(row.key)):
        sides = _sides(rows, low)
        before, after = (sides[True], sides[False]) if seq_a <= seq_b else (sides[False], sides[True])
        for old, new in zip_longest(before.values(), after.values()):
            yield key, codec.listing(old) if old else None, codec.listing(new) if new else None


def _sides(rows: Iterable[Row[*tuple[Any, ...]]], low: int) -> dict[bool, dict[bytes, bytes]]:
    """Split the contents of a key into those of the lower and of the higher edition.

    A content that left and came back between the two is in both, and is no difference.
    """
    sides: dict[bool, dict[bytes, bytes]] = {True: {}, False: {}}
    for _key, sha256, body, first in rows:
        sides[first <= low][sha256] = body
    for sha256 in sides[True].keys() & sides[False].keys():
        del sides[True][sha256], sides[False][sha256]
    return sides


def generation(connection: Connection) -> str:
    """Return a token that stands for every edition there is and all they hold."""
    return generation_of(heads(connection))


def heads(connection: Connection) -> dict[str, tuple[int, str]]:
    """Return, for each list, its newest edition and the hash that stands for all of its past."""
    newest = (
        select(list_edition.c.list_id, func.max(list_edition.c.seq).label("seq"))
        .group_by(list_edition.c.list_id)
        .subquery()
    )
    query = select(list_edition.c.list_id, list_edition.c.seq, list_edition.c.chain).join(
        newest, and_(newest.c.list_id == list_edition.c.list_id, newest.c.seq == list_edition.c.seq)
    )
    return {list_id: (seq, chain.hex()) for list_id, seq, chain in connection.execute(query)}


def chain(connection: Connection, list_id: str, seq: int) -> str:
    """Return the hash that stands for a list's past up to an edition; empty when there is none such."""
    columns = list_edition.c
    query = select(columns.chain).where(columns.list_id == list_id, columns.seq == seq)
    found = connection.execute(query).scalar()
    return "" if found is None else found.hex()


def _stream(connection: Connection, query: Select[*tuple[Any, ...]]) -> Iterator[Row[*tuple[Any, ...]]]:
    """Read row by row: the whole of a store need not fit in memory."""
    with connection.execution_options(yield_per=_BATCH).execute(query) as rows:
        yield from rows


def _editions(connection: Connection, query: Select[*tuple[Any, ...]]) -> list[Edition]:
    rows = connection.execute(query.order_by(list_edition.c.list_id, list_edition.c.seq)).mappings().all()
    if not rows:
        return []
    columns = edition_file.c
    wanted = select(edition_file).order_by(columns.part)
    if len({row["list_id"] for row in rows}) == 1:
        wanted = wanted.where(columns.list_id == rows[0]["list_id"])
    if len(rows) == 1:
        wanted = wanted.where(columns.seq == rows[0]["seq"])
    files = defaultdict[tuple[str, int], list[EditionFile]](list)
    for row in connection.execute(wanted).mappings():
        files[row["list_id"], row["seq"]].append(
            EditionFile(row["part"], row["name"], row["sha256"], row["size"], bool(row["carried"]))
        )
    return [
        Edition(**{name: row[name] for name in EDITION_FACTS}, files=tuple(files[row["list_id"], row["seq"]]))
        for row in rows
    ]

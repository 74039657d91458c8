"""Keeps what was fetched, what was refused, and when each list last answered."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import datetime

from sqlalchemy import Connection, RowMapping, func, insert, select

from licet.store.records import SUCCESSES, FetchEntry, LogState, Refusal
from licet.store.schema import fetch_log, list_edition, refusal


def log_fetch(connection: Connection, entry: FetchEntry) -> None:
    """Record one attempt."""
    connection.execute(insert(fetch_log), entry_row(entry))


def entry_row(entry: FetchEntry) -> dict[str, object]:
    """Return an attempt as a row of the log."""
    row: dict[str, object] = asdict(entry)
    row["bytes"] = row.pop("size")
    return row


def entry_of(row: RowMapping) -> FetchEntry:
    """Read a row of a log; one that is of no list gives an entry of none."""
    return FetchEntry(
        list_id=row.get("list_id", ""),
        url=row["url"],
        at=row["at"],
        outcome=row["outcome"],
        final_url=row["final_url"],
        status=row["status"],
        size=row["bytes"],
        sha256=row["sha256"],
        detail=row["detail"],
        etag=row["etag"],
        last_modified=row["last_modified"],
    )


def fetches(connection: Connection, list_id: str) -> list[FetchEntry]:
    """Return every attempt for a list, oldest first."""
    columns = fetch_log.c
    query = select(fetch_log).where(columns.list_id == list_id).order_by(columns.at, columns.id)
    return [entry_of(row) for row in connection.execute(query).mappings()]


def confirmations(connection: Connection, list_id: str, until: datetime) -> list[FetchEntry]:
    """Return the latest successful fetch of each content, not after `until`, ordered by hash."""
    columns = fetch_log.c
    query = (
        select(columns.url, columns.at, columns.outcome, columns.sha256)
        .where(columns.list_id == list_id, columns.sha256 != "", columns.at <= until)
        .where(columns.outcome.in_(SUCCESSES))
        .order_by(columns.sha256, columns.at, columns.id)
    )
    latest = {
        row.sha256: FetchEntry(list_id, row.url, row.at, row.outcome, sha256=row.sha256)
        for row in connection.execute(query)
    }
    return list(latest.values())


def log_state(connection: Connection) -> LogState:
    """Return how far the log goes."""
    columns = fetch_log.c
    query = select(func.count(columns.id), func.max(columns.id), func.max(columns.at))
    entries, newest, fetched = connection.execute(query).one()
    received = connection.execute(select(func.max(list_edition.c.known))).scalar()
    return LogState(entries, newest or 0, max(filter(None, (fetched, received)), default=None))


def record_refusal(connection: Connection, item: Refusal) -> None:
    """Record a refused edition."""
    row = {"list_id": item.list_id, "at": item.at}
    texts = {"files": json.dumps(item.files), "reasons": json.dumps(item.reasons, ensure_ascii=False)}
    connection.execute(insert(refusal), row | texts)


def refusals(connection: Connection, list_id: str) -> list[Refusal]:
    """Return the refused editions of a list, oldest first."""
    columns = refusal.c
    query = select(columns.at, columns.files, columns.reasons).where(columns.list_id == list_id)
    return [
        Refusal(
            list_id,
            at,
            tuple((name, sha256) for name, sha256 in json.loads(files)),
            tuple(json.loads(reasons)),
        )
        for at, files, reasons in connection.execute(query.order_by(columns.at, columns.id))
    ]


def last_receipt(connection: Connection, list_id: str, known: datetime) -> datetime | None:
    """Return the latest instant, not after `known`, at which we had the publisher's current edition."""
    received = select(func.max(list_edition.c.known)).where(
        list_edition.c.list_id == list_id, list_edition.c.known <= known
    )
    fetched = select(func.max(fetch_log.c.at)).where(
        fetch_log.c.list_id == list_id, fetch_log.c.at <= known, fetch_log.c.outcome.in_(SUCCESSES)
    )
    found = [connection.execute(query).scalar() for query in (received, fetched)]
    return max((instant for instant in found if instant is not None), default=None)

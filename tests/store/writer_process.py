"""Another process that writes to a store: killed at a named point, or holding its transaction open.

    python -m tests.store.writer_process URL ARCHIVE kill POINT
    python -m tests.store.writer_process URL ARCHIVE hold
    python -m tests.store.writer_process URL ARCHIVE many

POINT is the beginning of an SQL statement, `commit`, or `iterate`; the process ends itself by SIGKILL there.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import event
from tests.store.building import LIST, day, instant, party

from licet.model import EditionFile, Listing
from licet.store import Store, open_store

NEXT = {"1": "Anna Changed", "3": "Clara"}


def die(*_ignored: object) -> None:
    """End this process as a power cut would."""
    os.kill(os.getpid(), signal.SIGKILL)


def die_at(store: Store, point: str) -> None:
    """Arrange for the end at a point of the transaction."""

    def die_after(*call: object) -> None:
        if str(call[2]).startswith(point):
            die()

    engine = store._database.engine
    if point == "commit":
        event.listen(engine, "commit", die)
    elif point != "iterate":
        event.listen(engine, "after_cursor_execute", die_after)


def listings(mode: str, point: str) -> Iterator[Listing]:
    """Give the content of the edition."""
    for key, name in NEXT.items():
        yield party(key, name)
    if point == "iterate":
        die()
    if mode == "many":
        for number in range(100, 5000):
            yield party(str(number), f"Party {number}")


def write(store: Store, mode: str, point: str) -> None:
    """Add an edition that opens, closes and changes rows."""

    def classify(_old: Listing, _new: Listing) -> bool:
        sys.stdout.write("writing\n")
        sys.stdout.flush()
        if mode == "hold":
            sys.stdin.readline()
        return True

    if mode == "kill":
        die_at(store, point)
    raw = b"the next edition"
    store.add_edition(
        LIST,
        published=day(2),
        known=instant(2),
        format="csv",
        files=[EditionFile("main", "main.csv", store.archive.put(raw), len(raw))],
        listings=listings(mode, point),
        problems=[],
        rows=2,
        classify=classify,
    )


if __name__ == "__main__":
    url, archive, mode, *rest = sys.argv[1:]
    with open_store(url, Path(archive)) as opened:
        write(opened, mode, *rest or ("",))

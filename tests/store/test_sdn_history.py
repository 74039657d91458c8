"""308 real versions of one list in one store: each day gives back exactly that day's file.

The rows are taken as they stand in the file, not through the list's parser, so that what is expected owes
nothing to the program but the hash of a row's content.
"""

from __future__ import annotations

import csv
import hashlib
import io
import random
import tarfile
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from tests.shared import DATA, needs_shared

from licet.model import AsOf, EditionFile, Listing, Name, PartyKind, canonical, end_of_day
from licet.store import Store, editions, open_store

LIST = "xx_rows"
FIELDS = 12
Row = tuple[str, ...]


class Rows:
    """Rows as listings. 17,000 different rows come 3.7 million times: what is made of each is remembered."""

    def __init__(self) -> None:
        self._listings: dict[Row, Listing] = {}
        self._bytes: dict[int, bytes] = {}
        self._hashes: dict[Row, str] = {}

    def listing(self, row: Row) -> Listing:
        """Return the listing that holds all fields of a row."""
        if row not in self._listings:
            details = tuple((f"{index:02}", field) for index, field in enumerate(row) if field)
            item = Listing(LIST, row[0], PartyKind.UNKNOWN, (Name(row[1]),), details=details)
            self._listings[row] = item
            self._bytes[id(item)] = canonical(item)
            self._hashes[row] = hashlib.sha256(self._bytes[id(item)]).hexdigest()
        return self._listings[row]

    def canonical(self, listing: Listing) -> bytes:
        """Return the canonical bytes of one of its listings: a pure function, remembered."""
        return self._bytes[id(listing)]

    def sealed(self, rows: Iterable[Row]) -> str:
        """Return one value for the hashes of rows: 308 sets of 12,000 would fill a small machine."""
        return seal(self._hashes[row] for row in rows)


def seal(hashes: Iterable[str]) -> str:
    """Return one hash for a set of hashes."""
    return hashlib.sha256("".join(sorted(hashes)).encode()).hexdigest()


def row_of(listing: Listing) -> Row:
    """Return the row that a listing holds."""
    fields = dict(listing.details)
    return tuple(fields.get(f"{index:02}", "") for index in range(FIELDS))


def versions(every: int = 1) -> Iterator[tuple[datetime, bytes]]:
    """Give every Nth version that is not empty, with the instant in its name."""
    [path] = (DATA / "ofac/sdn_history").glob("*.tar.xz")
    with tarfile.open(path) as tar:
        members = [item for item in tar if item.name.endswith(".csv") and item.size]
        for member in members[::every]:
            content = tar.extractfile(member)
            assert content is not None
            when = datetime.strptime(Path(member.name).stem, "%Y-%m-%dT%H%M%SZ").replace(tzinfo=UTC)
            yield when, content.read()


def rows_of(content: bytes) -> set[Row]:
    """Return the rows of a file; its last line is an end-of-file mark of DOS."""
    text = content.decode("latin-1").rstrip("\x1a\r\n")
    rows = {tuple(row) for row in csv.reader(io.StringIO(text)) if row}
    assert {len(row) for row in rows} == {FIELDS}
    return rows


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> Rows:
    """Give rows as listings, and let the store use what is remembered of them."""
    rows = Rows()
    monkeypatch.setattr(editions, "canonical", rows.canonical)
    return rows


def put(store: Store, made: Rows, version: tuple[datetime, bytes], rows: Iterable[Row]) -> None:
    """Keep one version."""
    when, content = version
    kept = store.editions(LIST)
    like = kept[-1].files[0].sha256 if kept else None
    sha256 = store.archive.put(content, like=like)
    store.add_edition(
        LIST,
        published=when.date(),
        known=when,
        format="csv",
        files=[EditionFile("sdn", "sdn.csv", sha256, len(content))],
        listings=[made.listing(row) for row in rows],
        problems=[],
        rows=0,
        classify=lambda _old, _new: True,
    )


@needs_shared
@pytest.mark.shared
@pytest.mark.slow
def test_on_each_of_308_days_the_list_is_that_days_file(tmp_path: Path, made: Rows) -> None:
    expected: dict[date, tuple[datetime, str, str]] = {}
    with open_store(f"sqlite:///{tmp_path}/store.db", tmp_path / "archive") as store:
        for version in versions():
            rows = rows_of(version[1])
            put(store, made, version, rows)
            # Two versions of one day: the later one is that day's.
            expected[version[0].date()] = (
                version[0],
                made.sealed(rows),
                hashlib.sha256(version[1]).hexdigest(),
            )
        assert len(store.editions(LIST)) == 308
        latest = max(when for when, _sealed, _file in expected.values())
        for day, (when, sealed, file) in expected.items():
            for known in (when, end_of_day(day), latest):
                found = store.edition_at(LIST, AsOf(day, known))
                assert found is not None
                assert (found.known, found.files[0].sha256) == (when, file)
                assert known != latest or seal(store.hashes_in(LIST, found.seq)) == sealed, day
        assert store.verify() == []


@needs_shared
@pytest.mark.shared
def test_versions_in_any_order_of_arrival_give_each_day_its_rows(tmp_path: Path, made: Rows) -> None:
    arrivals = list(versions(every=40))
    random.Random(7).shuffle(arrivals)  # noqa: S311  an order, not a secret
    with open_store(f"sqlite:///{tmp_path}/store.db", tmp_path / "archive") as store:
        for version in arrivals:
            put(store, made, version, rows_of(version[1]))
        latest = max(when for when, _content in arrivals)
        for when, content in arrivals:
            found = store.listings(LIST, AsOf(when.date(), latest))
            assert {row_of(item) for item in found} == rows_of(content)
            edition = store.edition_at(LIST, AsOf(when.date(), latest))
            assert edition is not None
            assert store.archive.get(edition.files[0].sha256) == content
        assert store.verify() == []

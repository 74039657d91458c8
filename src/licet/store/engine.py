"""Opens the database and runs transactions on it; turns the drivers' errors into ours."""

from __future__ import annotations

import hashlib
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError

from licet.errors import StoreBusyError, StoreError

_WRITE = "licet_write"
_BUSY_SQLITE = ("SQLITE_BUSY", "SQLITE_LOCKED")
_LOCK_NOT_AVAILABLE = "55P03"
_STEP = 0.02
"""Seconds between two tries to turn the write-ahead log on."""


class Database:
    """One database, whichever of the two kinds.

    Attributes:
        url: Address, without the password.
        engine: SQLAlchemy's engine.
    """

    def __init__(self, url: str, *, busy_seconds: float = 10.0, create: bool = True) -> None:
        parsed = _parse(url)
        self.url = parsed.render_as_string(hide_password=True)
        self._busy_seconds = busy_seconds
        self._sqlite = parsed.get_backend_name() == "sqlite"
        if self._sqlite:
            path = Path(str(parsed.database))
            if not path.exists() and not create:
                message = f"{self.url}: there is no store yet. Import or synchronise a list first."
                raise StoreError(message)
            _make_folder(path.parent)
            self.engine = create_engine(parsed)
            event.listen(self.engine, "connect", self._pragmas)
            event.listen(self.engine, "begin", _begin)
        else:
            try:
                self.engine = create_engine(parsed)
            except ImportError as error:
                message = f"{self.url}: PostgreSQL needs its driver. Install it: pip install 'licet[pg]'."
                raise StoreError(message) from error

    def close(self) -> None:
        """Close every connection."""
        self.engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection that sees one state of the store; it neither waits for a writer nor stops one.

        Raises:
            StoreError: The database cannot be read.
        """
        with self._translated(), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self, lock: str) -> Iterator[Connection]:
        """Give a connection whose changes are kept all together, or not at all.

        One writer at a time: of the whole store on SQLite, of what `lock` names on PostgreSQL.

        Raises:
            StoreBusyError: Another process is writing and did not finish in time.
            StoreError: The database cannot be written.
        """
        with self._translated(), self.engine.connect() as connection:
            connection = connection.execution_options(**{_WRITE: True})  # noqa: PLW2901  the same connection
            with connection.begin():
                if not self._sqlite:
                    self._lock(connection, lock)
                yield connection

    def _lock(self, connection: Connection, name: str) -> None:
        number = int.from_bytes(hashlib.sha256(f"licet:{name}".encode()).digest()[:8], "big", signed=True)
        wait = f"{int(self._busy_seconds * 1000) or 1}ms"
        connection.execute(text("select set_config('lock_timeout', :wait, true)"), {"wait": wait})
        connection.execute(text("select pg_advisory_xact_lock(:number)"), {"number": number})

    def _pragmas(self, raw: Any, _record: object) -> None:  # noqa: ANN401  the driver's own connection
        raw.isolation_level = None  # We say BEGIN ourselves: the driver's own habits leave DDL outside.
        cursor = raw.cursor()
        cursor.execute(f"PRAGMA busy_timeout = {int(self._busy_seconds * 1000)}")
        self._write_ahead(cursor)
        cursor.execute("PRAGMA synchronous = FULL")
        cursor.execute("PRAGMA foreign_keys = ON")
        cursor.close()

    def _write_ahead(self, cursor: sqlite3.Cursor) -> None:
        """Turn the write-ahead log on; SQLite does not wait by itself where another process does so too."""
        for left in reversed(range(int(self._busy_seconds / _STEP) + 1)):
            try:
                cursor.execute("PRAGMA journal_mode = WAL")
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or not left:
                    raise
                time.sleep(_STEP)
            else:
                return

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            if _is_busy(error):
                raise StoreBusyError(self.url, self._busy_seconds) from error
            reason = str(error.orig).strip()
            message = f"{self.url}: the store cannot be used: {reason}."
            if self._sqlite and ("unable to open" in reason or "readonly" in reason):
                message += " Its folder must exist and be writable: SQLite keeps its log beside the file."
            raise StoreError(message) from error
        except SQLAlchemyError as error:
            message = f"{self.url}: the store cannot be used: {str(error).strip()}."
            raise StoreError(message) from error


def _begin(connection: Connection) -> None:
    # A writer locks at once: a read that turns into a write could only fail later, half-way.
    writes = connection.get_execution_options().get(_WRITE, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"{folder}: no store can be made there: {error.strerror}."
        raise StoreError(message) from error


def _is_busy(error: DBAPIError) -> bool:
    name = str(getattr(error.orig, "sqlite_errorname", ""))
    return name.startswith(_BUSY_SQLITE) or getattr(error.orig, "sqlstate", "") == _LOCK_NOT_AVAILABLE


def _parse(url: str) -> URL:
    forms = "Use sqlite:///FOLDER/FILE.db or postgresql://USER@HOST/DATABASE."
    try:
        parsed = make_url(url)
    except ArgumentError as error:
        message = f"{url!r} is not the address of a store. {forms}"
        raise StoreError(message) from error
    backend = parsed.get_backend_name()
    if backend == "sqlite" and parsed.database not in {None, "", ":memory:"}:
        return parsed
    if backend in {"postgresql", "postgres"}:
        return parsed.set(drivername="postgresql+psycopg")
    message = f"{parsed.render_as_string(hide_password=True)!r} is not the address of a store. {forms}"
    raise StoreError(message)

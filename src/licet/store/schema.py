"""The tables, once, for SQLite and PostgreSQL.

Rows are inserted; the only update there is sets `last_seq` of a presence row, once. Nothing is deleted.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    Date,
    DateTime,
    Dialect,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.types import TypeDecorator, TypeEngine

# Constraints need names: SQLite can only drop a named one, in a later migration.
NAMES = {
    "pk": "pk_%(table_name)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ix": "ix_%(table_name)s_%(column_1_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
}
metadata = MetaData(naming_convention=NAMES)


class Instant(TypeDecorator[datetime]):
    """A moment in UTC: `timestamptz` on PostgreSQL, sortable ISO text on SQLite."""

    impl = DateTime
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Choose the column type of the database."""
        return dialect.type_descriptor(DateTime(timezone=dialect.name == "postgresql"))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Bring to UTC; SQLite keeps no zone."""
        if value is None:
            return None
        utc = value.astimezone(UTC)
        return utc if dialect.name == "postgresql" else utc.replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give back an instant with its zone, whatever the database's session thinks."""
        del dialect
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def _code_point() -> String:
    # Keys sort by code point on both databases, as Python sorts them, whatever the server's locale.
    return String().with_variant(String(collation="C"), "postgresql")


def row_id() -> Column[int]:
    """Return a column that numbers the rows of a table as they come."""
    return Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=True)


def exchange() -> tuple[Column[Any], ...]:
    """Return the columns that tell of one attempt to fetch an address."""
    return (
        Column("at", Instant, nullable=False),
        Column("url", Text, nullable=False),
        Column("final_url", Text, nullable=False),
        Column("status", Integer),
        Column("bytes", BigInteger, nullable=False),
        Column("sha256", String, nullable=False),
        Column("outcome", String, nullable=False),
        Column("detail", Text, nullable=False),
        Column("etag", Text, nullable=False),
        Column("last_modified", Text, nullable=False),
    )


def _presence(name: str, item: str) -> Table:
    """Which editions hold an item: from `first_seq` until before `last_seq`."""
    return Table(
        name,
        metadata,
        Column("list_id", String, nullable=False),
        Column(f"{item}_id", ForeignKey(f"{item}.id"), primary_key=True),
        Column("first_seq", Integer, primary_key=True, autoincrement=False),
        Column("last_seq", Integer),
        ForeignKeyConstraint(["list_id", "first_seq"], ["list_edition.list_id", "list_edition.seq"]),
        CheckConstraint("last_seq > first_seq", name="closed_after_opened"),
        Index(None, "list_id", "first_seq"),
        Index(None, "list_id", "last_seq"),
        sqlite_with_rowid=False,
    )


list_edition = Table(
    "list_edition",
    metadata,
    Column("list_id", String, primary_key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("published", Date, nullable=False),
    Column("known", Instant, nullable=False),
    Column("format", String, nullable=False),
    Column("rows", Integer, nullable=False),
    Column("listings", Integer, nullable=False),
    Column("problems", Integer, nullable=False),
    Column("added", Integer, nullable=False),
    Column("removed", Integer, nullable=False),
    Column("changed", Integer, nullable=False),
    Column("cosmetic", Integer, nullable=False),
    Column("accepted", Text, nullable=False),
    # Hash of the hashes of every listing and problem in the edition.
    Column("content", LargeBinary, nullable=False),
    # Hash of this row's facts and the chain of the edition before: one value stands for all of the past.
    Column("chain", LargeBinary, nullable=False),
    CheckConstraint("seq >= 1", name="seq_from_one"),
)

EDITION_FACTS = tuple(name for name in list_edition.columns.keys() if name not in {"content", "chain"})  # noqa: SIM118  no dict
"""Columns of `list_edition` that are attributes of `Edition`."""

edition_file = Table(
    "edition_file",
    metadata,
    Column("list_id", String, primary_key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("part", String, primary_key=True),
    Column("name", String, nullable=False),
    Column("sha256", String, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("carried", Integer, nullable=False),
    ForeignKeyConstraint(["list_id", "seq"], ["list_edition.list_id", "list_edition.seq"]),
)

listing = Table(
    "listing",
    metadata,
    row_id(),
    Column("list_id", String, nullable=False),
    Column("key", _code_point(), nullable=False),
    Column("sha256", LargeBinary, nullable=False),
    Column("body", LargeBinary, nullable=False),
    UniqueConstraint("list_id", "key", "sha256"),
)
presence = _presence("presence", "listing")

problem = Table(
    "problem",
    metadata,
    row_id(),
    Column("list_id", String, nullable=False),
    Column("sha256", LargeBinary, nullable=False),
    Column("code", String, nullable=False),
    Column("place", Text, nullable=False),
    Column("message", Text, nullable=False),
    Column("record", Text, nullable=False),
    Column("severity", String, nullable=False),
    Column("rows", Integer, nullable=False),
    UniqueConstraint("list_id", "sha256"),
)
problem_presence = _presence("problem_presence", "problem")

fetch_log = Table(
    "fetch_log",
    metadata,
    row_id(),
    Column("list_id", String, nullable=False),
    *exchange(),
    Index(None, "list_id", "at"),
)

refusal = Table(
    "refusal",
    metadata,
    row_id(),
    Column("list_id", String, nullable=False),
    Column("at", Instant, nullable=False),
    # JSON: pairs (file name, SHA-256 in the archive), and sentences.
    Column("files", Text, nullable=False),
    Column("reasons", Text, nullable=False),
    Index(None, "list_id", "at"),
)

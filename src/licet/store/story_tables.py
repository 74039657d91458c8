"""The tables of news stories: beside the lists, and never joined with them.

Rows are inserted, never changed or deleted.
"""

from __future__ import annotations

from sqlalchemy import (
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from licet.store.schema import Instant, exchange, metadata, row_id

story = Table(
    "story",
    metadata,
    Column("id", String, primary_key=True),
    Column("key", Text, nullable=False),
    UniqueConstraint("key"),
)

story_version = Table(
    "story_version",
    metadata,
    Column("story_id", String, ForeignKey("story.id"), primary_key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("known", Instant, nullable=False),
    # SHA-256 of the words alone, in hexadecimal digits.
    Column("words", String, nullable=False),
    Column("dated", Date),
    # SHA-256 of the body unpacked, and the body: the story as compressed JSON, whatever characters it has.
    Column("sha256", LargeBinary, nullable=False),
    Column("body", LargeBinary, nullable=False),
    CheckConstraint("seq >= 1", name="seq_from_one"),
    Index(None, "words", "dated"),
)

story_origin = Table(
    "story_origin",
    metadata,
    row_id(),
    Column("story_id", String, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("known", Instant, nullable=False),
    Column("sha256", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("name", Text, nullable=False),
    Column("url", Text, nullable=False),
    Column("outlet", Text, nullable=False),
    ForeignKeyConstraint(["story_id", "seq"], ["story_version.story_id", "story_version.seq"]),
    Index(None, "story_id", "seq"),
)

story_fetch = Table(
    "story_fetch",
    metadata,
    row_id(),
    *exchange(),
    Index(None, "url", "at"),
)

"""News stories: beside the lists, and never joined with them."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables of stories."""
    op.create_table(
        "story",
        sa.Column("id", sa.String, nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_story")),
        sa.UniqueConstraint("key", name=op.f("uq_story_key")),
    )
    op.create_table(
        "story_version",
        sa.Column("story_id", sa.String, nullable=False),
        sa.Column("seq", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("known", _instant(), nullable=False),
        sa.Column("words", sa.String, nullable=False),
        sa.Column("dated", sa.Date),
        sa.Column("sha256", sa.LargeBinary, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("story_id", "seq", name=op.f("pk_story_version")),
        sa.ForeignKeyConstraint(["story_id"], ["story.id"], name=op.f("fk_story_version_story_id")),
        sa.CheckConstraint("seq >= 1", name=op.f("ck_story_version_seq_from_one")),
    )
    op.create_index(op.f("ix_story_version_dated"), "story_version", ["words", "dated"])
    op.create_table(
        "story_origin",
        _row_id(),
        sa.Column("story_id", sa.String, nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("known", _instant(), nullable=False),
        sa.Column("sha256", sa.String, nullable=False),
        *(sa.Column(name, kind, nullable=False) for name, kind in _ORIGIN),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_story_origin")),
        sa.ForeignKeyConstraint(
            ["story_id", "seq"],
            ["story_version.story_id", "story_version.seq"],
            name=op.f("fk_story_origin_story_id"),
        ),
    )
    op.create_index(op.f("ix_story_origin_seq"), "story_origin", ["story_id", "seq"])
    op.create_table(
        "story_fetch",
        _row_id(),
        sa.Column("at", _instant(), nullable=False),
        sa.Column("url", sa.Text, nullable=False),
        sa.Column("final_url", sa.Text, nullable=False),
        sa.Column("status", sa.Integer),
        sa.Column("bytes", sa.BigInteger, nullable=False),
        sa.Column("sha256", sa.String, nullable=False),
        *(
            sa.Column(name, kind, nullable=False)
            for name, kind in (
                ("outcome", sa.String),
                ("detail", sa.Text),
                ("etag", sa.Text),
                ("last_modified", sa.Text),
            )
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_story_fetch")),
    )
    op.create_index(op.f("ix_story_fetch_at"), "story_fetch", ["url", "at"])


_ORIGIN = (("kind", sa.String), ("name", sa.Text), ("url", sa.Text), ("outlet", sa.Text))


def _instant() -> sa.DateTime:
    return sa.DateTime(timezone=True)


def _row_id() -> sa.Column[int]:
    return sa.Column(
        "id", sa.BigInteger().with_variant(sa.Integer, "sqlite"), autoincrement=True, nullable=False
    )

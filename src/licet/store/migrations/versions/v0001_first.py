"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create every table."""
    _editions()
    _contents()
    _receipts()


def _editions() -> None:
    op.create_table(
        "list_edition",
        sa.Column("list_id", sa.String),
        sa.Column("seq", sa.Integer, autoincrement=False),
        sa.Column("published", sa.Date, nullable=False),
        sa.Column("known", _instant(), nullable=False),
        sa.Column("format", sa.String, nullable=False),
        *(
            sa.Column(name, sa.Integer, nullable=False)
            for name in ("rows", "listings", "problems", "added", "removed", "changed", "cosmetic")
        ),
        sa.Column("accepted", sa.Text, nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
        sa.Column("chain", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("list_id", "seq", name=op.f("pk_list_edition")),
        sa.CheckConstraint("seq >= 1", name=op.f("ck_list_edition_seq_from_one")),
    )
    op.create_table(
        "edition_file",
        sa.Column("list_id", sa.String),
        sa.Column("seq", sa.Integer, autoincrement=False),
        sa.Column("part", sa.String),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("sha256", sa.String, nullable=False),
        sa.Column("size", sa.BigInteger, nullable=False),
        sa.Column("carried", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("list_id", "seq", "part", name=op.f("pk_edition_file")),
        sa.ForeignKeyConstraint(
            ["list_id", "seq"],
            ["list_edition.list_id", "list_edition.seq"],
            name=op.f("fk_edition_file_list_id"),
        ),
    )


def _contents() -> None:
    op.create_table(
        "listing",
        _row_id(),
        sa.Column("list_id", sa.String, nullable=False),
        sa.Column("key", sa.String().with_variant(sa.String(collation="C"), "postgresql"), nullable=False),
        sa.Column("sha256", sa.LargeBinary, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_listing")),
        sa.UniqueConstraint("list_id", "key", "sha256", name=op.f("uq_listing_list_id")),
    )
    op.create_table(
        "problem",
        _row_id(),
        sa.Column("list_id", sa.String, nullable=False),
        sa.Column("sha256", sa.LargeBinary, nullable=False),
        sa.Column("code", sa.String, nullable=False),
        sa.Column("place", sa.Text, nullable=False),
        sa.Column("message", sa.Text, nullable=False),
        sa.Column("record", sa.Text, nullable=False),
        sa.Column("severity", sa.String, nullable=False),
        sa.Column("rows", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_problem")),
        sa.UniqueConstraint("list_id", "sha256", name=op.f("uq_problem_list_id")),
    )
    for name, item in (("presence", "listing"), ("problem_presence", "problem")):
        ref = f"{item}_id"
        op.create_table(
            name,
            sa.Column("list_id", sa.String, nullable=False),
            sa.Column(ref, _big(), nullable=False),
            sa.Column("first_seq", sa.Integer, nullable=False, autoincrement=False),
            sa.Column("last_seq", sa.Integer),
            sa.PrimaryKeyConstraint(ref, "first_seq", name=op.f(f"pk_{name}")),
            sa.ForeignKeyConstraint([ref], [f"{item}.id"], name=op.f(f"fk_{name}_{ref}")),
            sa.ForeignKeyConstraint(
                ["list_id", "first_seq"],
                ["list_edition.list_id", "list_edition.seq"],
                name=op.f(f"fk_{name}_list_id"),
            ),
            sa.CheckConstraint("last_seq > first_seq", name=op.f(f"ck_{name}_closed_after_opened")),
            sqlite_with_rowid=False,
        )
        op.create_index(op.f(f"ix_{name}_first_seq"), name, ["list_id", "first_seq"])
        op.create_index(op.f(f"ix_{name}_last_seq"), name, ["list_id", "last_seq"])


def _receipts() -> None:
    op.create_table(
        "fetch_log",
        _row_id(),
        sa.Column("list_id", sa.String, nullable=False),
        sa.Column("at", _instant(), nullable=False),
        sa.Column("url", sa.Text, nullable=False),
        sa.Column("final_url", sa.Text, nullable=False),
        sa.Column("status", sa.Integer),
        sa.Column("bytes", sa.BigInteger, nullable=False),
        sa.Column("sha256", sa.String, nullable=False),
        sa.Column("outcome", sa.String, nullable=False),
        sa.Column("detail", sa.Text, nullable=False),
        sa.Column("etag", sa.Text, nullable=False),
        sa.Column("last_modified", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fetch_log")),
    )
    op.create_index(op.f("ix_fetch_log_at"), "fetch_log", ["list_id", "at"])
    op.create_table(
        "refusal",
        _row_id(),
        sa.Column("list_id", sa.String, nullable=False),
        sa.Column("at", _instant(), nullable=False),
        sa.Column("files", sa.Text, nullable=False),
        sa.Column("reasons", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_refusal")),
    )
    op.create_index(op.f("ix_refusal_at"), "refusal", ["list_id", "at"])


def _instant() -> sa.DateTime:
    return sa.DateTime(timezone=True)


def _big() -> sa.BigInteger:
    return sa.BigInteger().with_variant(sa.Integer, "sqlite")


def _row_id() -> sa.Column[int]:
    return sa.Column("id", _big(), autoincrement=True, nullable=False)

"""Brings the tables to the version that this program knows."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from licet.errors import StoreError
from licet.store.engine import Database
from licet.store.records import REVISIONS


def ensure_schema(database: Database, *, create: bool = True) -> None:
    """Create or upgrade the tables; do nothing when they are current.

    Raises:
        StoreError: The store was written by a newer program, or is empty and `create` is false.
        StoreBusyError: Another process is creating or upgrading it.
    """
    with database.reading() as connection:
        found = schema_version(connection)
    if found == REVISIONS[-1]:
        return
    if found is not None and found not in REVISIONS:
        message = (
            f"{database.url}: the store has schema version {found}, this program knows {REVISIONS[-1]}. "
            "It was written by a newer licet: upgrade this one. Nothing was changed."
        )
        raise StoreError(message)
    if found is None and not create:
        message = f"{database.url}: there is no store yet. Import or synchronise a list first."
        raise StoreError(message)
    with database.writing("schema") as connection:
        upgrade(connection)


def schema_version(connection: Connection) -> str | None:
    """Return the version of the tables; None when there are none."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(text("select version_num from alembic_version")).scalar()
    return None if found is None else str(found)


def upgrade(connection: Connection) -> None:
    """Run the migrations that are missing, inside the caller's transaction."""
    # Alembic costs a quarter of a second to import and is only needed here.
    from alembic import command  # noqa: PLC0415  see above
    from alembic.config import Config  # noqa: PLC0415  see above

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")

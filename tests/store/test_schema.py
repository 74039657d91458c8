"""Opening a store: tables are made, upgraded, or refused."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from licet.errors import StoreError
from licet.store import open_store, upgrade
from licet.store.engine import Database
from licet.store.records import REVISIONS
from licet.store.schema import metadata

MIGRATIONS = Path(upgrade.__file__).with_name("migrations")


def test_an_empty_database_becomes_exactly_what_the_program_declares(url: str, archive: Path) -> None:
    with open_store(url, archive) as store, store._database.reading() as connection:
        assert upgrade.schema_version(connection) == REVISIONS[-1]
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "target_metadata": metadata}
        )
        assert compare_metadata(context, metadata) == []


def test_checks_and_primary_keys_are_as_declared(url: str, archive: Path) -> None:
    """What Alembic's comparison does not look at."""
    from sqlalchemy import CheckConstraint, inspect

    with open_store(url, archive) as store, store._database.reading() as connection:
        found = inspect(connection)
        for table in metadata.sorted_tables:
            key = found.get_pk_constraint(table.name)
            assert key["constrained_columns"] == [column.name for column in table.primary_key.columns]
            checks = {str(item["name"]) for item in found.get_check_constraints(table.name)}
            declared = {str(item.name) for item in table.constraints if isinstance(item, CheckConstraint)}
            assert checks == declared


def test_the_program_knows_every_migration_in_order() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("path_separator", "os")
    found = [script.revision for script in ScriptDirectory.from_config(config).walk_revisions()]
    assert tuple(reversed(found)) == REVISIONS


def test_a_store_of_a_newer_program_is_refused_and_left_alone(url: str, archive: Path) -> None:
    with open_store(url, archive) as store, store._database.writing("test") as connection:
        connection.execute(text("update alembic_version set version_num = '9999'"))
    with pytest.raises(StoreError, match=r"schema version 9999.*upgrade this one\. Nothing was changed"):
        open_store(url, archive)
    database = Database(url)
    with database.reading() as connection:
        assert upgrade.schema_version(connection) == "9999"
    database.close()


def test_no_store_is_made_unless_asked(url: str, archive: Path) -> None:
    with pytest.raises(StoreError, match="there is no store yet"):
        open_store(url, archive, create=False)
    open_store(url, archive).close()
    open_store(url, archive, create=False).close()


@pytest.mark.parametrize(
    "address", ["", "store.db", "sqlite://", "sqlite:///:memory:", "mysql://root@host/db"]
)
def test_what_is_no_address_of_a_store_is_refused(address: str, archive: Path) -> None:
    with pytest.raises(StoreError, match="is not the address of a store"):
        open_store(address, archive)


def test_a_file_that_is_no_database_is_refused(tmp_path: Path, archive: Path) -> None:
    (tmp_path / "notes.db").write_text("not a database, and long enough to look like one" * 20)
    with pytest.raises(StoreError, match="file is not a database"):
        open_store(f"sqlite:///{tmp_path}/notes.db", archive)


def test_a_server_that_is_not_there_is_an_error_without_its_password(archive: Path, tmp_path: Path) -> None:
    with pytest.raises(StoreError) as caught:
        open_store(f"postgresql://user:secret@/db?host={tmp_path}", archive)
    assert "secret" not in str(caught.value)


def test_a_place_where_no_folder_can_be_is_an_error(tmp_path: Path, archive: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StoreError, match="no store can be made there: "):
        open_store(f"sqlite:///{tmp_path}/file/store.db", archive)


def test_without_its_driver_postgresql_says_what_to_install(
    archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(StoreError, match=r"pip install 'licet\[pg\]'"):
        open_store("postgresql://user@host/db", archive)


def test_opening_a_current_store_does_not_load_alembic(url: str, archive: Path) -> None:
    open_store(url, archive).close()
    program = (
        "import sys; from pathlib import Path; from licet.store import open_store\n"
        "open_store(sys.argv[1], Path(sys.argv[2])).close(); print('alembic' in sys.modules)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program, url, str(archive)], check=True, capture_output=True, text=True
    )
    assert ran.stdout.strip() == "False"

"""One body, every backend: a test that takes `store` runs on SQLite and on PostgreSQL."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url, text

from licet.store import Store, open_store

SERVER = os.environ.get("LICET_TEST_PG", "")


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Give the address of an empty database."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/store.db"
        return
    if not SERVER:
        pytest.skip("no PostgreSQL: set LICET_TEST_PG, see tools/postgres-for-tests")
    server = make_url(SERVER).set(drivername="postgresql+psycopg")
    name = f"licet_{secrets.token_hex(6)}"
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"create database {name}"))
    yield server.set(drivername="postgresql", database=name).render_as_string(hide_password=False)
    with engine.connect() as connection:
        connection.execute(text(f"drop database {name} with (force)"))
    engine.dispose()


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Give the folder of the archive."""
    return tmp_path / "archive"


@pytest.fixture
def store(url: str, archive: Path) -> Iterator[Store]:
    """Give an empty store."""
    with open_store(url, archive) as opened:
        yield opened

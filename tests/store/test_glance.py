"""A glance at a SQLite store says what the store itself says, and loads no driver."""

from __future__ import annotations

import random
import sqlite3
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from tests.store.building import Draft, add, day, instant

from licet.errors import StoreError
from licet.model import AsOf
from licet.store import FetchEntry, Glance, Store, open_glance, open_store

OUTCOMES = ("new", "same", "not_modified", "failed", "refused")


def history(store: Store, seed: int) -> None:
    """Fill a store with editions out of order on both clocks, and with fetches of every outcome."""
    chance = random.Random(seed)  # noqa: S311  invented lists
    for number in range(12):
        list_id = chance.choice(["aa_one", "bb_two"])
        known = instant(chance.randint(1, 28), chance.randint(0, 23)) + timedelta(microseconds=number)
        names = {str(key): f"Party {chance.randint(0, 99)}" for key in range(chance.randint(1, 4))}
        add(store, Draft(day(chance.randint(1, 28)), known, names, list_id=list_id))
        url = f"https://list.example/{number}"
        sha256 = chance.choice(["", "ab" * 32, "cd" * 32])
        at = instant(chance.randint(1, 28))
        store.log_fetch(FetchEntry(list_id, url, at, chance.choice(OUTCOMES), sha256=sha256))


def told(facts: Store | Glance) -> list[object]:
    """Return everything that a question may ask of it, on many days."""
    found: list[object] = [facts.generation(), facts.list_ids(), facts.log_state()]
    for number in range(1, 29, 3):
        until = instant(number)
        found.append(facts.received(until))
        for list_id in ("aa_one", "bb_two", "cc_none"):
            found.append(facts.confirmations(list_id, until))
            for valid in (day(1), day(14), day(28)):
                found.append(facts.edition_at(list_id, AsOf(valid, until)))
                found.append(facts.next_published(list_id, valid, until))
    return found


@pytest.mark.parametrize("seed", range(5))
def test_a_glance_says_what_the_store_says(tmp_path: Path, seed: int) -> None:
    path = tmp_path / "store.db"
    with open_store(f"sqlite:///{path}", tmp_path / "archive") as store:
        empty = open_glance(path)
        assert empty is not None
        assert told(empty) == told(store)
        history(store, seed)
        seen = told(empty)
        assert seen == told(store)
        assert any(seen[3:])
        empty.close()


def test_only_a_store_of_this_schema_can_be_glanced_at(tmp_path: Path) -> None:
    """All else is the store's to upgrade, to make, or to refuse in its own words."""
    path = tmp_path / "store.db"
    assert open_glance(path) is None
    path.write_text("no database")
    assert open_glance(path) is None
    path.unlink()
    open_store(f"sqlite:///{path}", tmp_path / "archive").close()
    seen = open_glance(path)
    assert seen is not None
    seen.close()
    with sqlite3.connect(path) as connection:
        connection.execute("update alembic_version set version_num = '9999'")
    connection.close()
    assert open_glance(path) is None


def test_a_store_that_breaks_is_told_in_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    open_store(f"sqlite:///{path}", tmp_path / "archive").close()
    seen = open_glance(path)
    assert seen is not None
    with sqlite3.connect(path) as connection:
        connection.execute("drop table edition_file")
        connection.execute("drop table list_edition")
    connection.close()
    with pytest.raises(StoreError, match="the store cannot be used: no such table: list_edition"):
        seen.list_ids()
    seen.close()


def test_a_glance_loads_no_driver() -> None:
    code = "import sys; from licet.store import open_glance; print('sqlalchemy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"

"""Several processes on one store, one of which may be killed at any moment."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import select
from tests.store.building import LIST, Draft, add, day, instant, names_in
from tests.store.writer_process import NEXT

from licet.errors import StoreBusyError
from licet.store import Store, open_store, schema

ROOT = Path(__file__).resolve().parents[2]
FIRST = Draft(day(1), instant(1), {"1": "Anna", "2": "Boris"})


def start(url: str, archive: Path, *mode: str) -> subprocess.Popen[str]:
    """Start another process that writes."""
    path = os.pathsep.join([str(ROOT), *sys.path])
    return subprocess.Popen(
        [sys.executable, "-m", "tests.store.writer_process", url, str(archive), *mode],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": path},
    )


def wait_until_writing(process: subprocess.Popen[str]) -> None:
    """Wait until the other process is inside its transaction."""
    assert process.stdout is not None
    assert process.stdout.readline() == "writing\n"


def everything(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """Return every row of every table."""
    with store._database.reading() as connection:
        return {
            table.name: sorted(tuple(row) for row in connection.execute(select(table)))
            for table in schema.metadata.sorted_tables
        }


@pytest.mark.parametrize(
    "point",
    [
        "iterate",
        "INSERT INTO list_edition",
        "INSERT INTO edition_file",
        "UPDATE presence",
        "INSERT INTO listing",
        "INSERT INTO presence",
        "commit",
    ],
)
def test_a_writer_killed_at_any_point_leaves_the_store_as_before(
    store: Store, url: str, archive: Path, point: str
) -> None:
    add(store, FIRST)
    before = everything(store)
    with start(url, archive, "kill", point) as process:
        assert process.wait(timeout=60) == -9
    assert everything(store) == before
    assert store.verify() == []
    assert add(store, Draft(day(2), instant(2), NEXT)).new


@pytest.mark.parametrize("seconds", [0.0, 0.03, 0.1, 0.2, 0.4])
def test_a_writer_killed_at_any_moment_leaves_all_of_its_edition_or_nothing(
    store: Store, url: str, archive: Path, seconds: float
) -> None:
    add(store, FIRST)
    with start(url, archive, "many") as process:
        wait_until_writing(process)
        time.sleep(seconds)
        process.kill()
    assert [item.listings for item in store.editions()] in ([2], [2, 4902])
    assert store.verify() == []
    assert add(store, Draft(day(3), instant(3), {"9": "Zoe"})).edition.listings == 1


def test_a_reader_does_not_wait_for_a_writer_and_sees_the_store_as_it_was(
    store: Store, url: str, archive: Path
) -> None:
    add(store, FIRST)
    generation = store.generation()
    with start(url, archive, "hold") as process:
        wait_until_writing(process)
        assert names_in(store, 1) == FIRST.names
        assert (len(store.editions()), store.generation()) == (1, generation)
        process.communicate("\n", timeout=60)
        assert process.returncode == 0
    assert names_in(store, 2) == NEXT
    assert store.generation() != generation


def test_a_second_writer_gives_up_after_its_time_and_changes_nothing(
    store: Store, url: str, archive: Path
) -> None:
    add(store, FIRST)
    with start(url, archive, "hold") as process:
        wait_until_writing(process)
        before = everything(store)
        with (
            open_store(url, archive, busy_seconds=0.2) as impatient,
            pytest.raises(StoreBusyError, match=r"waited 0\.2 s\. Nothing was changed"),
        ):
            add(impatient, Draft(day(3), instant(3), {"9": "Zoe"}))
        assert everything(store) == before
        process.communicate("\n", timeout=60)


def test_a_second_writer_waits_for_the_first_and_then_writes(store: Store, url: str, archive: Path) -> None:
    add(store, FIRST)
    with start(url, archive, "hold") as process:
        wait_until_writing(process)
        with start(url, archive, "many") as second:
            time.sleep(0.3)
            process.communicate("\n", timeout=60)
            assert second.wait(timeout=60) == 0
    # Both bring the same files: the second finds, once it may write, that the edition is there.
    assert [item.listings for item in store.editions()] == [2, 2]
    assert store.verify() == []


def test_two_processes_that_make_a_store_at_once_make_one(url: str, archive: Path) -> None:
    processes = [start(url, archive, "many") for _number in range(3)]
    for process in processes:
        with process:
            process.communicate(timeout=60)
            assert process.returncode == 0
    with open_store(url, archive) as store:
        assert [item.listings for item in store.editions(LIST)] == [4902]
        assert store.verify() == []

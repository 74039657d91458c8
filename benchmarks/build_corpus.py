"""The search corpus of every list of ../shared/data: from nothing, and after one list has a new edition.

`python -m benchmarks.build_corpus` imports the newest whole official editions, the SDN list's one before
instead of its newest; builds the corpus; imports that newest edition; and builds it from nothing and from the
older one in turn. Medians of wall and CPU seconds of `ROUNDS` rounds.
Needs ../shared.
"""

from __future__ import annotations

import shutil
import statistics
import tempfile
import time
from pathlib import Path

from benchmarks.screen_organisations import DATA, EDITIONS

import licet
from licet.wiring.desk import Desk

BEFORE, NEW = "ofac/sdn_xml/2021-03-10", "ofac/sdn_xml/2024-05-07"
ROUNDS = 3
AFTER = "from the older one"


def timed(database: Path) -> tuple[float, float, int]:
    """Ask for the corpus; return wall and CPU seconds, and its names."""
    with licet.open(database) as desk:
        wall, cpu = time.perf_counter(), time.process_time()
        names = desk.corpus.names
        return time.perf_counter() - wall, time.process_time() - cpu, names


def read(desk: Desk, folder: str) -> None:
    """Import a folder of files, whatever the gates say."""
    for outcome in desk.lists.import_folder(DATA / folder, accept="benchmark"):
        if outcome.imported is None:
            message = f"{folder}: nothing was imported"
            raise RuntimeError(message)


def main() -> None:
    """Run the benchmark and print what was seen."""
    with tempfile.TemporaryDirectory() as folder:
        database, older = Path(folder) / "lists.db", Path(folder) / "older"
        with licet.open(database) as desk:
            for edition in (*(item for item in EDITIONS if item != NEW), BEFORE):
                read(desk, edition)
            corpora = desk.places.corpora
        timed(database)
        shutil.copytree(corpora, older)
        with licet.open(database) as desk:
            read(desk, NEW)
        found: dict[str, list[tuple[float, float, int]]] = {"from nothing": [], AFTER: []}
        for _ in range(ROUNDS):
            for title, runs in found.items():
                shutil.rmtree(corpora)
                if title == AFTER:
                    shutil.copytree(older, corpora)
                runs.append(timed(database))
        for title, runs in found.items():
            wall, cpu = (statistics.median(run[at] for run in runs) for at in (0, 1))
            print(f"{runs[0][2]:,} names {title:<20} {wall:5.2f} s, CPU {cpu:5.2f} s")


if __name__ == "__main__":
    main()

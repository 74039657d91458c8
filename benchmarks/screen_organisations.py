"""10,000 real organisations against the newest real edition of every list, as csv, xlsx and parquet.

`python benchmarks/screen_organisations.py` prints rows a second and peak memory of `licet screen` on each
format, whether the three give the same hits, and beside it, in the same run, rapidfuzz `process.extract`
(WRatio) scanning every listed name for a sample of the same organisations. Needs ../shared.
"""

from __future__ import annotations

import csv
import gzip
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz import fuzz, process

import licet
from licet.tables import TableWriter, open_table
from licet.wiring.desk import Desk

DATA = Path(os.environ.get("LICET_SHARED", Path(__file__).resolve().parents[2] / "shared")) / "data"
EDITIONS = (
    "ofac/sdn_xml/2024-05-07",
    "ofac/nonsdn/2025-12-19",
    "us_csl/2022-05-16",
    "bis_dpl/2025-01-06_from_pdf",
    "state_aeca_debarred/2018-01-24",
    "state_isn/2016-12-02",
    "un/2026-02-27",
    "eu/2024-05-13",
    "uk/2025-08-11",
)
"""The newest edition of each list that is there whole in its official format."""
KINDS = ("csv", "xlsx", "parquet")
ROWS = 10_000
SAMPLE = 150
CUTOFF = 90
"""WRatio from which the peer's best name is counted as a hit; it has no notion of one."""


@dataclass(frozen=True)
class Run:
    """One screening: seconds of wall and CPU time, peak memory in bytes, exit status."""

    wall: float
    cpu: float
    memory: int
    status: int


def organisations() -> list[tuple[str, str, str]]:
    """Return (reference, name, country) of sponsors, listed companies and filers, drawn with a fixed seed."""
    chosen = random.Random(20261121)  # noqa: S311  a sample, not a secret
    with gzip.open(DATA / "names/uk_licensed_sponsors_2026-06-25.txt.gz", "rt", encoding="utf-8") as file:
        sponsors = [(line.rstrip("\n"), "GB") for line in file if line.strip()]
    with gzip.open(DATA / "names/financedatabase_names_2026-08-16.csv.gz", "rt", encoding="utf-8") as file:
        listed = [(row["name"], row["country"]) for row in csv.DictReader(file) if row["kind"] == "equities"]
    with gzip.open(DATA / "names/sec_listed_filers_2026-07-23.csv.gz", "rt", encoding="utf-8") as file:
        filers = [(row["name"], "US") for row in csv.DictReader(file)]
    drawn = [*chosen.sample(sponsors, 5000), *chosen.sample(listed, 3000), *chosen.sample(filers, 2000)]
    return [(f"R{number:05}", name, country) for number, (name, country) in enumerate(drawn, 1)]


def prepare(desk: Desk) -> int:
    """Import the editions and build the search corpus; return the number of listed names."""
    for folder in EDITIONS:
        begun = time.perf_counter()
        for outcome in desk.lists.import_folder(DATA / folder, accept="benchmark"):
            if outcome.imported is not None:
                edition = outcome.imported.edition
                seconds = time.perf_counter() - begun
                print(
                    f"  {edition.list_id:<14} {edition.listings:>7,} parties in {seconds:5.1f} s  ({folder})"
                )
    begun = time.perf_counter()
    names = desk.corpus.names
    print(f"  search corpus: {names:,} names in {time.perf_counter() - begun:.1f} s")
    return names


def screen(source: Path, target: Path, database: Path) -> Run:
    """Run `licet screen` as a process of its own and measure it from outside."""
    command = [sys.executable, "-m", "licet", "screen", str(source), "-o", str(target), "--db", str(database)]
    options = ["-s", "Organization", "--id-column", "ref", "--as-of", "2026-11-21", "--allow-stale", "-q"]
    return measured([*command, *options])


def measured(command: Sequence[str]) -> Run:
    """Run a command and measure it from outside."""
    begun = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    memory = 0
    while True:
        # Read while the process runs: what wait4 tells counts the parent's memory from before exec.
        memory = max(memory, high_water(child.pid))
        found, status, used = os.wait4(child.pid, os.WNOHANG)
        if found:
            break
        time.sleep(0.02)
    child.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - begun
    return Run(wall, used.ru_utime + used.ru_stime, memory, child.returncode)


def high_water(pid: int) -> int:
    """Return the peak memory of a running process in bytes, 0 when it is gone."""
    try:
        text = Path(f"/proc/{pid}/status").read_text(encoding="ascii", errors="replace")
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in text.splitlines() if line.startswith("VmHWM")), 0)


def hits(target: Path) -> set[tuple[str, str, str]]:
    """Return (reference, entity, score) of every hit of a screened file."""
    table = open_table(target)
    at = {name: number for number, name in enumerate(table.columns)}
    return {
        (str(row[at["ref"]]), str(row[at["scr_entity_id"]]), f"{float(str(row[at['scr_score']])):.4f}")
        for row in table.read()
        if row[at["scr_status"]] == "hit"
    }


def main() -> None:
    """Run the benchmark and print what was seen."""
    rows = organisations()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        database = root / "lists.db"
        print("Lists (newest whole official editions):")
        with licet.open(database) as desk:
            listed_names = prepare(desk)
            listed = [name.text for version, _sha in desk.store.versions() for name in version.listing.names]
        found, runs = {}, {}
        for kind in KINDS:
            source, target = root / f"organisations.{kind}", root / f"screened.{kind}"
            write(source, rows)
            runs[kind] = screen(source, target, database)
            found[kind] = hits(target)
        print(f"\n{len(rows):,} organisations against {listed_names:,} names:")
        for kind, run in runs.items():
            wall, cpu = len(rows) / run.wall, len(rows) / run.cpu
            print(
                f"  {kind:<8} {wall:>8,.0f} rows/s wall {cpu:>8,.0f} rows/s CPU, "
                f"peak {run.memory / 1e6:,.0f} MB, exit {run.status}, {len(found[kind]):,} hits"
            )
        same = all(found[kind] == found[KINDS[0]] for kind in KINDS)
        with_hit = len({reference for reference, _entity, _score in found[KINDS[0]]})
        print(f"  the same hits in all three: {same}; organisations with a hit: {with_hit / len(rows):.2%}")
        peer(rows, listed, runs[KINDS[0]])
        if not same:
            raise SystemExit("the formats disagree")


def peer(rows: list[tuple[str, str, str]], listed: list[str], ours: Run) -> None:
    """Scan every listed name with rapidfuzz for a sample, and print the ratio."""
    sample = random.Random(7).sample(rows, SAMPLE)  # noqa: S311
    begun, alike = time.process_time(), 0
    for _reference, name, _country in sample:
        best = process.extract(name, listed, scorer=fuzz.WRatio, limit=5)
        alike += bool(best) and best[0][1] >= CUTOFF
    rate = SAMPLE / (time.process_time() - begun)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    print(
        f"  rapidfuzz process.extract, WRatio, everything: {rate:,.1f} rows/s CPU (sample of {SAMPLE}), "
        f"organisations with a name at {CUTOFF} or more: {alike / SAMPLE:.1%}, "
        f"peak of this process {memory / 1e6:,.0f} MB"
    )
    print(
        f"  licet screen, whole process with start-up and files, is {len(rows) / ours.cpu / rate:,.0f} x that"
    )


def write(path: Path, rows: list[tuple[str, str, str]]) -> None:
    """Write the organisations as a table of the kind that the suffix names."""
    plain = path.with_name(f"{path.name}.source.csv")
    with plain.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("ref", "name", "country"), *rows])
    table = open_table(plain)
    with TableWriter(path, table.shape) as writer:
        writer.write(table.read())
        writer.finish({})
    plain.unlink()


if __name__ == "__main__":
    main()

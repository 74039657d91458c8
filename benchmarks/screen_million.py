"""A million customers, Parquet to Parquet, against every list of ../shared/data: `licet screen` as a process.

    python -m benchmarks.screen_million [--rows N]

Prints wall and CPU seconds, rows a second and peak memory of the whole process, without and with
explanations, then what `licet match --format json` takes from the start of the process to its first answer
on the same prepared lists, beside a Python that does nothing and one that only imports the command line.

Lists are the newest whole official editions (`benchmarks.screen_organisations`). Customers are the real names
of data/names, each once, then new persons put together from the given and family names of real ones, then one
row in a thousand a listed name written another way. Two in five persons have a birth date, every second row
a country, both drawn at random, so that they agree by chance alone. Aims: 10 s of wall on two cores, below
1.5 GB.
Needs ../shared.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

import duckdb
import numpy as np
from benchmarks.matching.queries import true_queries
from benchmarks.matching.report import Aims, figure
from benchmarks.names.real import as_list, every_customer, parties
from benchmarks.screen_organisations import Run, measured, prepare

import licet

ROWS = 1_000_000
LISTED = 1000
"""One row in so many is a listed name."""
RUNS = 7
ANSWERED = {0, 1, 3, 4}
"""Exit statuses of a run that saw its rows: no hits, hits, rows without a name, a mandatory list absent."""
COLUMNS = {
    **dict.fromkeys(("ref", "name", "schema"), "VARCHAR"),
    "birth_date": "DATE",
    "country": "VARCHAR",
}
COUNTRIES = ("DE", "FR", "US", "GB", "NL", "RU", "CN", "IN", "BR", "IR", "TR", "PL", "United States", "Iran")
PART_DATED = 0.4
FIRST_BIRTH, LAST_BIRTH = date(1935, 1, 1).toordinal(), date(2007, 12, 31).toordinal()
STARTS = {
    "python that does nothing": ["-c", "pass"],
    "the command line's imports": ["-c", "import licet.cli.app, licet.cli.match"],
}


def customers(rows: int, seed: int = 1) -> list[tuple[str, ...]]:
    """Return the cells of so many customers, in random order; see `COLUMNS`."""
    chosen = np.random.default_rng(seed)
    people, firms = every_customer()
    given = [name.split(" ", 1)[0] for name in people]
    family = [name.rsplit(" ", 1)[-1] for name in people]
    named = [(name, "Person") for name in people] + [(name, "Organization") for name in firms]
    true = true_queries(as_list(list(parties())), rows // LISTED, seed)
    named = named[: rows - len(true)] + [(text, "LegalEntity") for text in true.texts]
    missing = rows - len(named)
    firsts, lasts = chosen.integers(len(people), size=(2, missing)).tolist()
    named += [(f"{given[one]} {family[other]}", "Person") for one, other in zip(firsts, lasts, strict=True)]
    order = chosen.permutation(rows).tolist()
    days = chosen.integers(FIRST_BIRTH, LAST_BIRTH, rows).tolist()
    places = chosen.integers(2 * len(COUNTRIES), size=rows).tolist()
    dated = (chosen.random(rows) < PART_DATED).tolist()
    return [
        (
            f"C{number:07}",
            *named[place],
            date.fromordinal(days[number]).isoformat()
            if dated[number] and named[place][1] == "Person"
            else "",
            COUNTRIES[places[number]] if places[number] < len(COUNTRIES) else "",
        )
        for number, place in enumerate(order)
    ]


def write(path: Path, rows: list[tuple[str, ...]]) -> None:
    """Write customers as Parquet."""
    plain = path.with_suffix(".tsv")
    plain.write_text("\n".join("\t".join(" ".join(cell.split()) for cell in row) for row in rows), "utf-8")
    cells = duckdb.read_csv(str(plain), sep="\t", header=False, quotechar="", escapechar="", columns=COLUMNS)
    cells.write_parquet(str(path))
    plain.unlink()


def screen(source: Path, target: Path, database: Path, *more: str) -> Run:
    """Run `licet screen` as a process of its own."""
    command = [sys.executable, "-m", "licet", "screen", str(source), "-o", str(target), "--db", str(database)]
    return measured([*command, "--id-column", "ref", "--as-of", "2026-11-21", "--allow-stale", "-q", *more])


def hits(target: Path) -> int:
    """Return how many customers have a hit."""
    table = duckdb.read_parquet(str(target))
    found = table.filter("scr_status = 'hit'").aggregate("count(DISTINCT ref)").fetchall()
    return int(found[0][0])


def first_answer(database: Path) -> None:
    """Print what one answer costs from the start of the process, and what of that is start-up."""
    match = ["-m", "licet", "match", "Sergey Ivanov", "--db", str(database), "--as-of", "2026-11-21"]
    cases = {**STARTS, "licet match --format json": [*match, "--allow-stale", "-q", "--format", "json"]}
    for title, arguments in cases.items():
        found = []
        for _ in range(RUNS + 1):
            begun = time.perf_counter()
            done = subprocess.run([sys.executable, *arguments], stdout=subprocess.DEVNULL, check=False)
            found.append(time.perf_counter() - begun)
            if done.returncode not in ANSWERED:
                sys.exit(f"{title} ended with {done.returncode}")
        print(f"  {title:<28} {statistics.median(found[1:]) * 1e3:7.0f} ms")


def main() -> None:
    """Run the benchmark and print what was seen."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("--rows", type=int, default=ROWS)
    rows: int = options.parse_args().rows
    aims = Aims()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        database, source, target = (root / name for name in ("lists.db", "in.parquet", "out.parquet"))
        print("Lists (newest whole official editions):", flush=True)
        with licet.open(database) as desk:
            listed = prepare(desk)
        write(source, customers(rows))
        print(
            f"\n{rows:,} customers from Parquet to Parquet against {listed:,} names, {os.cpu_count()} cores:"
        )
        for title, more in (("plain", ()), ("--explain", ("--explain",))):
            run = screen(source, target, database, *more)
            if run.status not in ANSWERED:
                sys.exit(f"licet screen ended with {run.status}")
            print(
                f"  {title:<10} {run.wall:6.1f} s wall, {run.cpu:6.1f} s CPU, {figure(rows / run.wall)}/s"
                f", peak {run.memory / 1e6:,.0f} MB, exit {run.status}",
                flush=True,
            )
            if not more:
                print(f"  customers with a hit: {hits(target):,} ({rows // LISTED:,} rows are listed names)")
                aims.at_most("licet screen, wall", run.wall * ROWS / rows, 10, "s a million rows")
                aims.at_most("licet screen, peak memory", run.memory / 1e9, 1.5, "GB")
        print("\nFrom the start of the process to the first answer (informative):")
        first_answer(database)
    aims.show()


if __name__ == "__main__":
    main()

"""Imports the 308 versions of sdn.csv of 2021 to 2024 into one store: how long, how large, and is it sound?

    python benchmarks/store_308.py [--every N] [--url postgresql://...]

Reads ../shared/data/ofac/sdn_history (or below LICET_SHARED). Each import is the whole one that a user runs:
parse, gates, archive, database. Sizes are of the database with its log written back, and of the archive; they
are compared with a store that holds the last version only (about 15,000 rows, imported cold in a process of
its own) and with one that holds the first and the last. Aims: less than twice the size of the latter; less
than 2 s for the median daily import; less than 10 s for the 15,000 rows; every version accepted, but for the
empty file that ends the archive. On a busy machine look at the CPU seconds.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tarfile
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter, process_time

from sqlalchemy import create_engine, make_url, text

from licet.errors import RefusedEditionError
from licet.lists import registry
from licet.lists.base import RawEdition
from licet.store import Store, open_store
from licet.usecases.lists_import import Receipt, import_edition

SHARED = Path(os.environ.get("LICET_SHARED", Path(__file__).resolve().parents[2] / "shared"))
LIST = "us_ofac_sdn"


@dataclass(frozen=True, slots=True)
class Measured:
    """What importing some versions took.

    Attributes:
        seconds: Of each import that was accepted.
        cpu: Seconds of this process, of all of them together.
        refused: Versions that a gate refused.
        database: Bytes.
        archive: Bytes.
    """

    seconds: Sequence[float]
    cpu: float
    refused: int
    database: int
    archive: int

    @property
    def size(self) -> int:
        """Bytes of the whole store."""
        return self.database + self.archive


def versions(every: int) -> Iterator[tuple[datetime, bytes]]:
    """Give every Nth version with the instant in its name, and the empty one; they are read one by one."""
    [path] = (SHARED / "data/ofac/sdn_history").glob("*.tar.xz")
    with tarfile.open(path) as tar:
        number = 0
        for member in tar:
            if not member.name.endswith(".csv"):
                continue
            when = datetime.strptime(Path(member.name).stem, "%Y-%m-%dT%H%M%SZ").replace(tzinfo=UTC)
            content = tar.extractfile(member)
            if content is not None and (number % every == 0 or not member.size):
                yield when, content.read()
            number += 1


def first_and_last(every: int) -> list[tuple[datetime, bytes]]:
    """Return the first and the last version that is not empty."""
    full = (item for item in versions(every) if item[1])
    first = last = next(full)
    for last in full:  # noqa: B007  the last one is wanted
        pass
    return [first, last]


def import_all(store: Store, chosen: Iterable[tuple[datetime, bytes]]) -> tuple[list[float], int]:
    """Import versions in order; return the seconds of each and the number refused."""
    spec, seconds, refused = registry.list_spec(LIST), list[float](), 0
    for when, content in chosen:
        begun = perf_counter()
        try:
            raw = RawEdition({"sdn": content}, {"sdn": "sdn.csv"})
            import_edition(store, spec, raw, Receipt(when, when.date()))
        except RefusedEditionError as error:
            refused += 1
            print(f"  refused {when:%Y-%m-%d}: {error.reasons[0]}")
            continue
        seconds.append(perf_counter() - begun)
        if len(seconds) % 50 == 0:
            print(f"  {len(seconds)} imported, {sum(seconds):.0f} s", flush=True)
    return seconds, refused


def measure(url: str, folder: Path, chosen: Iterable[tuple[datetime, bytes]]) -> Measured:
    """Import versions into an empty store and measure it."""
    with open_store(url, folder / "archive") as store:
        cpu = process_time()
        seconds, refused = import_all(store, chosen)
        cpu = process_time() - cpu
        begun = perf_counter()
        found = store.verify()
        print(f"  verify: {len(found)} findings, {perf_counter() - begun:.1f} s")
        for sentence in found[:5]:
            print(f"    {sentence}")
    archive = sum(path.stat().st_size for path in (folder / "archive").rglob("*") if path.is_file())
    return Measured(seconds, cpu, refused, database_size(url), archive)


def database_size(url: str) -> int:
    """Return the bytes that a database takes, once its log is written back."""
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        engine = create_engine(parsed)
        with engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        engine.dispose()
        return sum(path.stat().st_size for path in Path(str(parsed.database)).parent.glob("store.db*"))
    engine = create_engine(parsed.set(drivername="postgresql+psycopg"))
    with engine.connect() as connection:
        tables = (
            "select sum(pg_total_relation_size(oid)) from pg_class where relkind = 'r' and relnamespace = "
        )
        size = connection.execute(text(f"{tables} 'public'::regnamespace")).scalar()
    engine.dispose()
    return int(size or 0)


def report(name: str, found: Measured) -> None:
    """Print what was measured."""
    first, *later = found.seconds
    then = (
        f"; later ones median {statistics.median(later):.2f} s, longest {max(later):.2f} s" if later else ""
    )
    print(
        f"{name}: {len(found.seconds)} editions, {found.refused} refused\n"
        f"  size: database {found.database / 1e6:.2f} MB + archive {found.archive / 1e6:.2f} MB"
        f" = {found.size / 1e6:.2f} MB\n"
        f"  first import {first:.2f} s{then}; CPU {found.cpu / len(found.seconds):.2f} s each"
    )


def alone(every: int) -> Measured:
    """Import the last version into an empty store, in a process that remembers no row."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        return measure(f"sqlite:///{root}/store.db", root, first_and_last(every)[1:])


def main() -> int:
    """Run the benchmark; return 1 when an aim is missed."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("--every", type=int, default=1, help="import every Nth version only")
    options.add_argument(
        "--url", default="", help="an EMPTY PostgreSQL database; only all versions are imported"
    )
    chosen = options.parse_args()
    if not chosen.url:
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
            single = pool.submit(alone, chosen.every).result()
        report("the last one alone", single)
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as two:
        whole = measure(chosen.url or f"sqlite:///{one}/store.db", Path(one), versions(chosen.every))
        report("all versions", whole)
        if chosen.url:
            return 0
        ends = measure(f"sqlite:///{two}/store.db", Path(two), first_and_last(chosen.every))
        report("first and last", ends)
    ratio = whole.size / ends.size
    print(f"all against first and last: {ratio:.2f} x (aim: below 2)")
    print(f"all against the last one alone: {whole.size / single.size:.2f} x")
    daily = statistics.median(whole.seconds[1:])
    met = ratio < 2 and daily < 2 and single.seconds[0] < 10 and whole.refused == 1
    print("aims met" if met else "aims MISSED")
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())

"""The matcher beside its peers, in one run: rates, errors at equal recall, exactness, latencies, sizes.

    python -m benchmarks.matcher            everything, about 20 minutes on two cores
    python -m benchmarks.matcher --quick    fewer queries, 35 and 300 thousand names, some minutes

Names: 35 thousand are parties drawn from the newest whole editions of four lists; 300 thousand and 3 million
are generated in their shape (benchmarks/names/generate.py says how). Queries: customers that are on no list,
and listed names written another way, with the answer known (benchmarks/matching/queries.py).

Rates are queries a CPU second, one thread, from text to hits, medians of three interleaved rounds on other
queries each. Each method runs at the threshold that gives it 95 % recall, licet at its default; "clean hits"
is the share of customers with any hit at the threshold that gives 95 % (97 %) recall of the rewritten names.
Peers run as processes of their own in build/bench-venv, made from the `bench` extra of pyproject.toml:
rapidfuzz, sparse_dot_topn with scikit-learn, nomenklatura. The last needs PyICU, built from source: on Debian
`apt install libicu-dev pkg-config g++`; where it cannot be had, it is named loudly and left out.

The aims are printed with PASS or BELOW; only a difference to scoring everything ends with status 1.
Needs ../shared.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from benchmarks.matching.comparison import LARGE, compare
from benchmarks.matching.environment import Environment, environment
from benchmarks.matching.ours import Ours
from benchmarks.matching.queries import Asked, customers, true_queries
from benchmarks.matching.report import Aims, figure, table
from benchmarks.matching.sizes import THRESHOLD, Exact, Latency, common_names, exactness, latency, threaded
from benchmarks.names.generate import Generator
from benchmarks.names.real import NameList, clean_customers, parties, sample

from licet.match import ENGINE

REAL = 35_000
SIZES = (REAL, 300_000, 3_000_000)
CUSTOMERS, REWRITTEN = 50_000, 2_000
MANY = 200_000
"""Customers for two threads beside one, so that what each thread meets for the first time does not count."""
EXACT = {REAL: 2_400, 300_000: 240, 3_000_000: 60}
"""Queries asked of everything, too."""
SLOWER = {REAL: 100, 3_000_000: 200}
"""How many times the kernel's work scoring everything must be."""


@dataclass(frozen=True, slots=True)
class Seen:
    """The figures of one size."""

    names: int
    ours: Ours
    rates: tuple[float, float]
    customers: Latency
    common: Latency
    exact: Exact


def main() -> int:
    """Run it; return 1 when an answer differs from scoring everything."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("--quick", action="store_true", help="fewer queries, no 3 million names")
    options.add_argument("--sizes", type=int, nargs="+", help="names, instead of 35000 300000 3000000")
    options.add_argument("--alone", action="store_true", help="without the peers")
    chosen = options.parse_args()
    sizes = chosen.sizes or (SIZES[:2] if chosen.quick else SIZES)
    share = 0.2 if chosen.quick else 1.0
    peers = None if chosen.alone else environment()
    print(
        f"{ENGINE}, threshold {THRESHOLD}; peers: {', '.join(peers.versions) if peers else 'none'}",
        flush=True,
    )
    aims, seen = Aims(), list[Seen]()
    clean = customers(clean_customers(int(CUSTOMERS * share)))
    for names in sizes:
        with tempfile.TemporaryDirectory() as folder:
            listed = sample(names) if names <= REAL else Generator(parties()).make(names)
            seen.append(_one_size(listed, clean, Path(folder), peers, aims, share))
    _informative(seen)
    aims.show()
    wrong = [item for item in seen if item.exact.missed or item.exact.invented]
    return 1 if wrong else 0


def _one_size(
    listed: NameList, clean: Asked, folder: Path, peers: Environment | None, aims: Aims, share: float
) -> Seen:
    names = len(listed.texts)
    print(f"\n{names:,} names of {len(listed.kinds):,} parties", flush=True)
    true = true_queries(listed, int(REWRITTEN * share), seed=names)
    ours = Ours(listed)
    compare(ours, (listed, folder), (true, clean), peers, aims)
    rates = threaded(ours, customers(clean_customers(int((MANY if names < LARGE else CUSTOMERS) * share))))
    common = common_names(listed, 2000)
    count = next((EXACT[size] for size in SIZES if names <= size * 1.5), 100)
    exact = exactness(ours, true, clean, common, int(count * share))
    print(
        f"  exactness: {exact.queries:,} queries also by scoring everything: {exact.hits:,} hits, "
        f"{exact.missed} missed, {exact.invented} invented; {figure(exact.ratio)} times the work",
        flush=True,
    )
    nearest = min(SIZES, key=lambda size: abs(size - names))
    if nearest in SLOWER:
        aims.at_least(f"{names:,}: scoring everything costs", exact.ratio, SLOWER[nearest])
    aims.at_least(f"{names:,}: two threads beside one", rates[1] / rates[0], 1.8)
    return Seen(names, ours, rates, latency(ours, clean.part(0, 20_000)), latency(ours, common), exact)


def _informative(seen: list[Seen]) -> None:
    print("\nlicet by size (informative)")
    table(
        (
            "names",
            "customers/s, 1 thread",
            "2 threads",
            "p50 / p99 / p99.9 ms",
            "common words",
            "build s",
            "MB a million",
        ),
        [
            (
                f"{item.names:,}",
                figure(item.rates[0]),
                figure(item.rates[1]),
                item.customers.text,
                item.common.text,
                f"{item.ours.built[1]:.2f}",
                figure(item.ours.size / item.names),
            )
            for item in seen
        ],
    )


if __name__ == "__main__":
    sys.exit(main())

"""One list, every method: rates in interleaved rounds, and clean hits at equal recall."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from benchmarks.matching.environment import Environment
from benchmarks.matching.ours import Ours
from benchmarks.matching.peer import Peer, write_list
from benchmarks.matching.quality import RECALLS, Scores, at_recall, best_recall
from benchmarks.matching.queries import Asked
from benchmarks.matching.report import Aims, figure, table
from benchmarks.matching.rounds import ROUNDS, Rate, Work, interleaved
from benchmarks.matching.sizes import THRESHOLD
from benchmarks.names.real import NameList

from licet.match import ENGINE

LOWEST = 0.5
"""licet's scores are looked at from here on when thresholds are swept."""
FALLBACK = 0.7
"""nomenklatura's own threshold, for methods that never reach the recall."""


@dataclass(frozen=True, slots=True)
class Method:
    """A peer in this comparison.

    Attributes:
        title: As printed.
        key: As the worker calls it.
        count: Queries a round.
        true: Rewritten names for the common measure.
        clean: Customers for the common measure; 0 where that would take hours.
        aim: How many times its rate ours must be; 0 without an aim.
        large: Also at millions of names.
    """

    title: str
    key: str
    count: int
    true: int
    clean: int
    aim: float = 0
    large: bool = False


METHODS = (
    Method("sparse_dot_topn, 3-gram TF-IDF", "sparse_dot_topn", 5000, 2000, 20000, 5, large=True),
    Method("rapidfuzz cdist token_sort_ratio", "token_sort_ratio", 500, 2000, 4000, 50),
    Method("nomenklatura blocking + logic-v1", "logic-v1-blocking", 300, 1000, 2000),
    Method("nomenklatura blocking + logic-v2", "logic-v2-blocking", 200, 1000, 2000, 600),
    Method("rapidfuzz extractOne WRatio", "wratio", 20, 2000, 400),
    Method("logic-v1 over everything", "logic-v1", 2, 1000, 0),
    Method("logic-v2 over everything", "logic-v2", 1, 1000, 0, 100_000),
)
LARGE_AIM = 30
LARGE = 1_000_000
LARGE_SHARE = 100
"""At millions of names the peer is asked so many times fewer queries."""


def compare(
    ours: Ours,
    lists: tuple[NameList, Path],
    asked: tuple[Asked, Asked],
    peers: Environment | None,
    aims: Aims,
) -> None:
    """Print every method's rate and errors on one list.

    Args:
        ours: The list as a corpus.
        lists: The same list as names, and a folder to write it to for the peers.
        asked: Rewritten names and customers.
        peers: Where the peers run; None to go without.
        aims: Takes the ratios.
    """
    listed, folder = lists
    large = len(listed.texts) >= LARGE
    if not large and len(listed.texts) > 100_000:
        peers = None  # the aims are of 35 thousand and 3 million names
    methods = [item for item in METHODS if peers and (item.large or not large)]
    if peers and not peers.complete:
        methods = [item for item in methods if "logic" not in item.key]
    with ExitStack() as stack:
        running: dict[str, Peer] = {}
        if peers and methods:
            write_list(folder, listed)
            for item in methods:
                running[item.title] = stack.enter_context(Peer(peers, item.key, folder))
                running[item.title].ready()
        _compare(ours, [(item, running[item.title]) for item in methods], asked, aims)


def _compare(
    ours: Ours, peers: Sequence[tuple[Method, Peer]], asked: tuple[Asked, Asked], aims: Aims
) -> None:
    true, clean = asked
    scores = {
        ENGINE: (ours.screen(true, LOWEST).of(true.parties), ours.screen(clean, LOWEST).best(len(clean)))
    }
    large = ours.names >= LARGE
    works = {
        ENGINE: Work(lambda start, n: ours.screen(clean.part(start, n), THRESHOLD).cpu, len(clean) // ROUNDS)
    }
    for item, peer in peers:
        share = LARGE_SHARE if large else 1
        scores[item.title] = (
            peer.score_of(true.part(0, item.true // (share // 10 or 1))),
            peer.best_score(clean.part(0, item.clean // share)) if item.clean else np.zeros(0),
        )
        works[item.title] = Work(
            _timed(peer, clean, _threshold(scores[item.title][0])),
            min(len(clean), max(1, item.count // share)),
        )
    rates = interleaved(works)
    _print(rates, scores)
    for item, _peer in peers:
        aim = LARGE_AIM if large and item.large else item.aim
        if aim:
            ratio = rates[ENGINE].median / rates[item.title].median
            aims.at_least(f"{ours.names:,}: beside {item.title}", ratio, aim)


def _timed(peer: Peer, clean: Asked, threshold: float) -> Callable[[int, int], float]:
    return lambda start, count: peer.seconds(clean.part(start, count), threshold)


def _threshold(true: Scores) -> float:
    return at_recall(true, true, RECALLS[0]).threshold or FALLBACK


def _print(rates: dict[str, Rate], scores: dict[str, tuple[Scores, Scores]]) -> None:
    rows = []
    for name, rate in rates.items():
        true, clean = scores[name]
        errors = [at_recall(true, clean, recall).text if len(clean) else "-" for recall in RECALLS]
        ratio = rates[ENGINE].median / rate.median
        spread = f"{(rate.spread - 1):.0%}"
        rows.append((name, figure(rate.median), spread, figure(ratio), f"{best_recall(true):.3f}", *errors))
    heading = ("method", "queries/CPU s", "spread", "ours is x", "recall at most")
    table((*heading, *(f"clean hits at {recall:.0%}" for recall in RECALLS)), rows)

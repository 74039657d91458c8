"""The figures of one list: build, rates, latencies, and the proof that nothing is lost."""

from __future__ import annotations

import statistics
from collections import Counter
from dataclasses import dataclass

import numpy as np
from benchmarks.matching.ours import Ours
from benchmarks.matching.queries import Asked, mixed
from benchmarks.matching.rounds import ROUNDS
from benchmarks.names.real import NameList

from licet.model import MatchPolicy, PartyKind

THRESHOLD = MatchPolicy().threshold
LOWEST = 0.6
"""Far below: the same exactness is asked for here."""
SEED = 5


@dataclass(frozen=True, slots=True)
class Latency:
    """Seconds of single queries, as p50, p99 and p99.9."""

    p50: float
    p99: float
    p999: float

    @property
    def text(self) -> str:
        """In milliseconds."""
        return " / ".join(f"{value * 1e3:.3g}" for value in (self.p50, self.p99, self.p999))


def latency(ours: Ours, asked: Asked) -> Latency:
    """Ask one after the other; after the first hundred an index meets some words again, as a server does."""
    ours.forget()
    for text, kind in zip(asked.texts[:100], asked.kinds[:100], strict=True):
        ours.one(text, kind, THRESHOLD)
    found = [ours.one(text, kind, THRESHOLD) for text, kind in zip(asked.texts, asked.kinds, strict=True)]
    return Latency(*np.quantile(found, [0.5, 0.99, 0.999]).tolist())


def common_names(listed: NameList, count: int) -> Asked:
    """Return names put together from the thirty most frequent words of a list: the hardest to bound."""
    frequent = Counter(word for text in listed.texts for word in set(text.lower().split()))
    words = [word for word, _names in frequent.most_common(30)]
    chosen = np.random.default_rng(SEED)
    texts = [
        " ".join(words[place] for place in chosen.choice(30, int(chosen.integers(1, 5)), replace=False))
        for _ in range(count)
    ]
    kinds = [PartyKind.PERSON if place % 2 else PartyKind.ORGANISATION for place in range(count)]
    return Asked(texts, kinds, [])


def threaded(ours: Ours, clean: Asked) -> tuple[float, float]:
    """Return customers a second of wall time with one thread and with two, medians of interleaved rounds."""
    found: dict[int, list[float]] = {1: [], 2: []}
    for _ in range(ROUNDS):
        for threads, rates in found.items():
            rates.append(len(clean) / ours.screen(clean, THRESHOLD, threads).wall)
    return statistics.median(found[1]), statistics.median(found[2])


@dataclass(frozen=True, slots=True)
class Exact:
    """Answers beside those of scoring everything.

    Attributes:
        queries: How many were asked both ways.
        hits: Hits of scoring everything, at the threshold and far below it.
        missed: Of these, not found, or found with another score.
        invented: Found, but not by scoring everything.
        ratio: CPU seconds of scoring everything by those of the kernel, on the same queries.
    """

    queries: int
    hits: int
    missed: int
    invented: int
    ratio: float


def exactness(ours: Ours, true: Asked, clean: Asked, common: Asked, count: int) -> Exact:
    """Ask a mixture both ways: a third rewritten names, a sixth common words, the rest customers."""
    asked = mixed(
        mixed(true.part(0, count // 3), common.part(0, count // 6), SEED), clean.part(0, count // 2), SEED
    )
    everything = ours.everything(asked, LOWEST)
    hits = missed = invented = 0
    for threshold in (THRESHOLD, LOWEST):
        right = everything.hits(threshold).items()
        found = ours.screen(asked, threshold)
        seen = found.hits().items()
        hits, missed, invented = hits + len(right), missed + len(right - seen), invented + len(seen - right)
    quick = ours.screen(asked, THRESHOLD).cpu
    return Exact(len(asked), hits, missed, invented, everything.cpu / quick)

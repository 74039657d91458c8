"""licet's side: a corpus of a list, screened in bulk, one by one, and by scoring everything."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import numpy as np
import numpy.typing as npt
from benchmarks.matching.quality import Scores
from benchmarks.matching.queries import Asked
from benchmarks.names.real import NameList

from licet.match import Corpus, View, build, reference_screen, screen, screen_many
from licet.model import (
    AsOf,
    Edition,
    EditionFile,
    Listing,
    ListingVersion,
    MatchPolicy,
    Name,
    PartyKind,
    Screened,
    Subject,
)

DAY = date(2026, 3, 1)
AS_OF = AsOf(DAY, datetime(2026, 3, 1, tzinfo=UTC))
LIST = "benchmark"


@dataclass(frozen=True, slots=True)
class Found:
    """Hits, and what they cost.

    Attributes:
        query: For each hit the number of the query.
        party: For each hit the number of the party.
        score: For each hit the score.
        cpu: CPU seconds of all threads.
        wall: Seconds.
    """

    query: npt.NDArray[np.int64]
    party: npt.NDArray[np.int64]
    score: Scores
    cpu: float
    wall: float

    def hits(self) -> set[tuple[int, int, float]]:
        """Return the hits as a set, to be compared."""
        return set(zip(self.query.tolist(), self.party.tolist(), self.score.tolist(), strict=True))

    def best(self, queries: int) -> Scores:
        """Return the best score of each query, 0 without a hit."""
        found = np.zeros(queries)
        np.maximum.at(found, self.query, self.score)
        return found

    def of(self, parties: list[int]) -> Scores:
        """Return for each query the score of one party, 0 where it is no hit."""
        found = np.zeros(len(parties))
        right = np.array(parties)[self.query] == self.party
        found[self.query[right]] = self.score[right]
        return found


class Ours:
    """A list as a corpus of licet, below a folder.

    Attributes:
        names: How many.
        built: CPU seconds and seconds that building took.
        size: Bytes of the file.
    """

    def __init__(self, listed: NameList, folder: Path) -> None:
        self.names = len(listed.texts)
        self.path = folder / "corpus.bin"
        cpu, wall = time.process_time(), time.perf_counter()
        received = datetime(2026, 3, 1, tzinfo=UTC)
        edition = Edition(
            LIST, 1, date(2014, 1, 1), received, "x", (EditionFile("x", "x", "0" * 64, 1),), 1, 1, 0
        )
        build(self.path, _versions(listed), [edition], (), "benchmark")
        self.built = (time.process_time() - cpu, time.perf_counter() - wall)
        self.size = self.path.stat().st_size
        self.view: View = Corpus.open(self.path).view(AS_OF)

    def screen(self, asked: Asked, threshold: float, threads: int = 1) -> Found:
        """Screen all."""
        del threads
        policy = MatchPolicy(threshold=threshold)
        cpu, wall = time.process_time(), time.perf_counter()
        return _found(list(screen_many(self.view, _subjects(asked), policy)), cpu, wall)

    def everything(self, asked: Asked, threshold: float) -> Found:
        """Score every name for every query by the same scorer."""
        policy = MatchPolicy(threshold=threshold)
        cpu, wall = time.process_time(), time.perf_counter()
        return _found([reference_screen(self.view, item, policy) for item in _subjects(asked)], cpu, wall)

    def one(self, text: str, kind: PartyKind, threshold: float) -> float:
        """Screen one name as `licet match` and the server do; return the seconds."""
        policy = MatchPolicy(threshold=threshold)
        wall = time.perf_counter()
        screen(self.view, Subject((text,), kind), policy)
        return time.perf_counter() - wall


def _subjects(asked: Asked) -> list[Subject]:
    return [Subject((text,), kind) for text, kind in zip(asked.texts, asked.kinds, strict=True)]


def _versions(listed: NameList) -> Iterator[ListingVersion]:
    first = np.searchsorted(listed.party, np.arange(len(listed.kinds) + 1)).tolist()
    for party, kind in enumerate(listed.kinds):
        names = tuple(Name(text) for text in listed.texts[first[party] : first[party + 1]])
        yield ListingVersion(Listing(LIST, str(party), kind, names), 1, None, 1)


def _found(screened: list[Screened], cpu: float, wall: float) -> Found:
    took = time.process_time() - cpu, time.perf_counter() - wall
    hits = [
        (query, int(match.listing.key), match.score)
        for query, item in enumerate(screened)
        for match in item.hits
    ]
    return Found(
        np.array([hit[0] for hit in hits], dtype=np.int64),
        np.array([hit[1] for hit in hits], dtype=np.int64),
        np.array([hit[2] for hit in hits], dtype=np.float64),
        *took,
    )

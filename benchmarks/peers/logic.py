"""nomenklatura: logic-v1 and logic-v2, over the candidates of its own blocking index and over everything.

The index is `nomenklatura.blocker.Index` with its default options, as `nomenklatura xref` uses it: tokens in
DuckDB, the 75 best candidates of each query. Needs PyICU, which is built from source: on Debian
`apt install libicu-dev pkg-config g++`.
"""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from benchmarks.peers.method import Asked, Listed, Method, Scores
from followthemoney import Dataset, StatementEntity
from nomenklatura.blocker import Index
from nomenklatura.matching import LogicV1, LogicV2, ScoringConfig

SCHEMATA = {
    "person": "Person",
    "organisation": "Organization",
    "vessel": "Vessel",
    "aircraft": "Airplane",
    "unknown": "LegalEntity",
}
BATCH = 500
ALGORITHMS = {"logic-v1": LogicV1, "logic-v2": LogicV2}


class _Entities:
    """What the index asks of a view: all entities."""

    def __init__(self, entities: Sequence[StatementEntity]) -> None:
        self._entities = entities

    def entities(self, include_schemata: Iterable[Any] | None = None) -> Iterator[StatementEntity]:
        del include_schemata  # all of them can be matched
        yield from self._entities


class Logic(Method):
    """One of the two algorithms.

    Args:
        algorithm: `logic-v1` or `logic-v2`.
        blocking: Compare with the candidates of the index only, not with everything.
    """

    def __init__(self, algorithm: str, *, blocking: bool) -> None:
        self._algorithm: Any = ALGORITHMS[algorithm]
        self._blocking = blocking
        self._config = ScoringConfig.defaults()
        self._folder = tempfile.TemporaryDirectory()
        self._dataset = Dataset.make({"name": "benchmark", "title": "Benchmark"})
        logging.disable(logging.INFO)

    def prepare(self, listed: Listed) -> None:
        """Make an entity of each party, and the index."""
        self._entities = [
            self._entity(f"L{party}", [listed.names[place] for place in listed.names_of(party)], kind)
            for party, kind in enumerate(listed.kinds)
        ]
        if self._blocking:
            view: Any = _Entities(self._entities)
            self._index: Any = Index(view, Path(self._folder.name))
            self._index.build()

    def find(self, asked: Asked, threshold: float) -> object:
        """Score every candidate, or every party that can be the same kind of thing."""
        return sum(score >= threshold for _query, _party, score in self._scored(asked))

    def score_of(self, asked: Asked, parties: Sequence[int]) -> Scores:
        """Take the score of the party; with blocking 0 unless it is a candidate."""
        found = np.zeros(len(asked.texts))
        if not self._blocking:
            for place, query in enumerate(self._queries(asked)):
                found[place] = self._score(query, self._entities[parties[place]])
            return found
        for query, party, score in self._scored(asked):
            if parties[query] == party:
                found[query] = score
        return found

    def best_score(self, asked: Asked) -> Scores:
        """Take the best score of all candidates."""
        found = np.zeros(len(asked.texts))
        for query, _party, score in self._scored(asked):
            found[query] = max(found[query], score)
        return found

    def _scored(self, asked: Asked) -> Iterator[tuple[int, int, float]]:
        queries = self._queries(asked)
        if not self._blocking:
            for place, query in enumerate(queries):
                for party, entity in enumerate(self._entities):
                    if query.schema.can_match(entity.schema):
                        yield place, party, self._score(query, entity)
            return
        for start in range(0, len(queries), BATCH):
            for query_id, candidates in self._index.match_entities(queries[start : start + BATCH]):
                place = int(query_id.id[1:])
                for listed_id, _weight in candidates:
                    party = int(listed_id.id[1:])
                    yield place, party, self._score(queries[place], self._entities[party])

    def _score(self, query: StatementEntity, entity: StatementEntity) -> float:
        return float(self._algorithm.compare(query, entity, self._config).score)

    def _queries(self, asked: Asked) -> list[StatementEntity]:
        return [
            self._entity(f"Q{place}", [text], kind)
            for place, (text, kind) in enumerate(zip(asked.texts, asked.kinds, strict=True))
        ]

    def _entity(self, key: str, names: list[str], kind: str) -> StatementEntity:
        data = {"id": key, "schema": SCHEMATA[kind], "properties": {"name": names}}
        return StatementEntity.from_data(self._dataset, data)

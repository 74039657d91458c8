"""rapidfuzz: `cdist` with token_sort_ratio, and `extractOne` with WRatio, over every name."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from benchmarks.peers.method import Asked, Listed, Method, Scores, plain
from rapidfuzz import fuzz, process

BATCH = 64


class TokenSortRatio(Method):
    """`process.cdist` in batches, one worker, whole numbers as scores."""

    def prepare(self, listed: Listed) -> None:
        """Fold the names once."""
        self._listed = listed
        self._names = [plain(name) for name in listed.names]

    def find(self, asked: Asked, threshold: float) -> object:
        """Compare each query with each name."""
        hits = 0
        for start in range(0, len(asked.texts), BATCH):
            table = self._table(asked.texts[start : start + BATCH], threshold * 100)
            hits += int(np.count_nonzero(table))
        return hits

    def score_of(self, asked: Asked, parties: Sequence[int]) -> Scores:
        """Compare each query with the names of one party."""
        return np.array(
            [
                max(
                    fuzz.token_sort_ratio(plain(text), self._names[place])
                    for place in self._listed.names_of(party)
                )
                / 100
                for text, party in zip(asked.texts, parties, strict=True)
            ]
        )

    def best_score(self, asked: Asked) -> Scores:
        """Take the greatest of each row."""
        found = [
            self._table(asked.texts[start : start + BATCH], 0).max(axis=1)
            for start in range(0, len(asked.texts), BATCH)
        ]
        return np.concatenate(found) / 100

    def _table(self, texts: Sequence[str], cutoff: float) -> Scores:
        queries = [plain(text) for text in texts]
        table = process.cdist(
            queries,
            self._names,
            scorer=fuzz.token_sort_ratio,
            score_cutoff=cutoff,
            dtype=np.float32,
            workers=1,
        )
        return np.asarray(table)


class ExtractOneWRatio(Method):
    """`process.extractOne`, the best name of all from a cutoff on."""

    def prepare(self, listed: Listed) -> None:
        """Fold the names once."""
        self._listed = listed
        self._names = [plain(name) for name in listed.names]

    def find(self, asked: Asked, threshold: float) -> object:
        """Compare each query with each name."""
        hits = 0
        for text in asked.texts:
            found = process.extractOne(
                plain(text), self._names, scorer=fuzz.WRatio, score_cutoff=threshold * 100
            )
            hits += found is not None
        return hits

    def score_of(self, asked: Asked, parties: Sequence[int]) -> Scores:
        """Compare each query with the names of one party, as if more than one name were returned."""
        return np.array(
            [
                max(fuzz.WRatio(plain(text), self._names[place]) for place in self._listed.names_of(party))
                / 100
                for text, party in zip(asked.texts, parties, strict=True)
            ]
        )

    def best_score(self, asked: Asked) -> Scores:
        """Take the score of the best name."""
        found = []
        for text in asked.texts:
            _name, score, _place = process.extractOne(plain(text), self._names, scorer=fuzz.WRatio)
            found.append(score / 100)
        return np.array(found)

"""sparse_dot_topn: cosine of TF-IDF vectors of 3-grams, the ten best names from a threshold on."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from benchmarks.peers.method import Asked, Listed, Method, Scores, plain
from sklearn.feature_extraction.text import TfidfVectorizer
from sparse_dot_topn import sp_matmul_topn

BEST = 10
BATCH = 2000


class SparseDotTopn(Method):
    """3-grams within words (`char_wb`), scikit-learn's weights, float32, one thread."""

    def prepare(self, listed: Listed) -> None:
        """Fit the vectoriser on the names and keep the transposed matrix."""
        self._listed = listed
        self._vectors = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 3), dtype=np.float32)
        self._names = self._vectors.fit_transform([plain(name) for name in listed.names])
        self._columns = self._names.T.tocsr()

    def find(self, asked: Asked, threshold: float) -> object:
        """Multiply the queries' vectors with the names'."""
        hits = 0
        for start in range(0, len(asked.texts), BATCH):
            rows = self._vectors.transform([plain(text) for text in asked.texts[start : start + BATCH]])
            found = sp_matmul_topn(
                rows, self._columns, top_n=BEST, threshold=threshold, sort=True, n_threads=1
            )
            hits += found.nnz
        return hits

    def score_of(self, asked: Asked, parties: Sequence[int]) -> Scores:
        """Take the best cosine with a name of the party."""
        rows = self._vectors.transform([plain(text) for text in asked.texts])
        found = np.zeros(len(asked.texts))
        for place, party in enumerate(parties):
            names = self._listed.names_of(party)
            found[place] = (self._names[names.start : names.stop] @ rows[place].T).max()
        return found

    def best_score(self, asked: Asked) -> Scores:
        """Take the best cosine of all."""
        rows = self._vectors.transform([plain(text) for text in asked.texts])
        best = sp_matmul_topn(rows, self._columns, top_n=1, threshold=0.0, n_threads=1)
        return np.asarray(best.max(axis=1).todense(), dtype=np.float64).ravel()

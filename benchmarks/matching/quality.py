"""The common measure of methods that cost different errors: clean hits at equal recall."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Scores = npt.NDArray[np.float64]
RECALLS = (0.95, 0.97)


@dataclass(frozen=True, slots=True)
class AtRecall:
    """A method at the threshold that gives a recall.

    Attributes:
        recall: The share of true queries whose party reaches the threshold.
        threshold: The greatest threshold that gives it; None when no threshold above zero does.
        clean_hits: Share of customers with any hit at that threshold.
    """

    recall: float
    threshold: float | None
    clean_hits: float

    @property
    def text(self) -> str:
        """As printed."""
        return "not reached" if self.threshold is None else f"{self.clean_hits:.2%} at {self.threshold:.3f}"


def at_recall(true: Scores, clean: Scores, recall: float) -> AtRecall:
    """Sweep the threshold down until the recall is reached.

    Args:
        true: For each true query the score of the party that it is.
        clean: For each customer the best score of any party.
        recall: The share wanted.
    """
    wanted = int(np.ceil(recall * len(true)))
    threshold = float(np.sort(true)[::-1][wanted - 1])
    if threshold <= 0:
        return AtRecall(recall, None, 0.0)
    return AtRecall(recall, threshold, float((clean >= threshold).mean()))


def best_recall(true: Scores) -> float:
    """Return the recall at any threshold above zero."""
    return float((true > 0).mean())

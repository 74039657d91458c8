"""What every peer does: prepare a list, find hits (timed), and tell scores (for the common measure).

These files run in the peers' own environment and import nothing of licet. Text is given to each as its users
would: lower case and without accents for the ones that compare letters, as published for the ones that read
names themselves.
"""

from __future__ import annotations

import unicodedata
from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Scores = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Listed:
    """The list.

    Attributes:
        names: All names.
        first_name: For each party the place of its first name, and the end.
        kinds: For each party `person`, `organisation`, `vessel`, `aircraft` or `unknown`.
    """

    names: list[str]
    first_name: npt.NDArray[np.int64]
    kinds: list[str]

    def names_of(self, party: int) -> range:
        """Return the places of the names of a party."""
        return range(int(self.first_name[party]), int(self.first_name[party + 1]))


@dataclass(frozen=True, slots=True)
class Asked:
    """Queries.

    Attributes:
        texts: The names asked about.
        kinds: For each what it is.
    """

    texts: list[str]
    kinds: list[str]


class Method(ABC):
    """One way to screen names."""

    @abstractmethod
    def prepare(self, listed: Listed) -> None:
        """Build whatever it needs of the list."""

    @abstractmethod
    def find(self, asked: Asked, threshold: float) -> object:
        """Screen, text in, hits from the threshold on out. This is what is timed."""

    @abstractmethod
    def score_of(self, asked: Asked, parties: Sequence[int]) -> Scores:
        """Return for each query the score of one party, 0 where the method would not see it at all."""

    @abstractmethod
    def best_score(self, asked: Asked) -> Scores:
        """Return for each query the greatest score of any party."""


def plain(text: str) -> str:
    """Return a name in lower case, without accents, punctuation as spaces."""
    folded = unicodedata.normalize("NFKD", text).casefold()
    kept = (letter if letter.isalnum() else " " for letter in folded if not unicodedata.combining(letter))
    return " ".join("".join(kept).split())

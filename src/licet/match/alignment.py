"""What an alignment of two names is made of: weighted tokens, possible pairs, the pairs chosen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from licet.model import PairKind

Alike: TypeAlias = Mapping[str, tuple[float, PairKind]]
"""Tokens of the list that one of our tokens is like, with similarity and kind."""


@dataclass(frozen=True, slots=True)
class Link:
    """A possible pair: `ours` and `theirs` are ranges (first, end) of token positions."""

    ours: tuple[int, int]
    theirs: tuple[int, int]
    similarity: float
    kind: PairKind


@dataclass(frozen=True, slots=True)
class Weighted:
    """The tokens of a name with their weights, and whether initials may stand for names in it."""

    tokens: tuple[str, ...]
    weights: tuple[float, ...]
    initials: bool
    transliterated: bool = False


class Taken(NamedTuple):
    """One step of a score: what moved it, and its value after that."""

    name: str
    value: float


@dataclass(frozen=True, slots=True)
class Alignment:
    """The pairs chosen, and the score they give."""

    score: float
    links: tuple[Link, ...]

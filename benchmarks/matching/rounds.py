"""Interleaved rounds: each method works once in each, so that what else the machine does hits all alike."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

ROUNDS = 3


@dataclass(slots=True)
class Rate:
    """Queries a CPU second, one figure a round."""

    rounds: list[float] = field(default_factory=list)

    @property
    def median(self) -> float:
        """The figure that counts."""
        return statistics.median(self.rounds)

    @property
    def spread(self) -> float:
        """Greatest by least: how noisy the machine was."""
        return max(self.rounds) / min(self.rounds)


@dataclass(frozen=True, slots=True)
class Work:
    """What a method does in one round.

    Attributes:
        seconds: Screens queries number `start` to `start + count`; returns CPU seconds.
        count: Queries a round.
    """

    seconds: Callable[[int, int], float]
    count: int


def interleaved(works: Mapping[str, Work]) -> dict[str, Rate]:
    """Let each method work in each round, on other queries every time."""
    rates = {name: Rate() for name in works}
    for number in range(ROUNDS):
        for name, work in works.items():
            seconds = work.seconds(number * work.count, work.count)
            rates[name].rounds.append(work.count / seconds)
    return rates

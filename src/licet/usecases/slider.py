"""The threshold slider: what one subject hits at each step, and what a score means in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from licet.model import Match, Subject
from licet.usecases.session import Session

STEPS = (1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6)
"""Where the slider stops; the policy's own threshold is one more."""
BANDS = (
    (0.98, "the same name, but for case, order, accents, spaces or legal forms"),
    (0.90, "the same name with a slip of a letter, another spelling, or a small word more or less"),
    (0.80, "very alike: several slips, a name left out, or another form of a given name"),
    (0.70, "alike in part: one telling word agrees, another is missing or differs"),
    (0.00, "hardly alike: mostly other parties; of use only for very thorough searches"),
)
"""What a name score from a value on mostly means; other fields move it up or down a little."""


@dataclass(frozen=True, slots=True)
class Step:
    """One stop of the slider.

    Attributes:
        threshold: Score from which a match is a hit here.
        hits: All that are hits here.
        appear: Those of them that are no hits at the next higher stop; they disappear when it is set.
        policy: It is the threshold of the policy.
    """

    threshold: float
    hits: int
    appear: tuple[Match, ...]
    policy: bool

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain JSON values."""
        return {
            "threshold": self.threshold,
            "hits": self.hits,
            "policy": self.policy,
            "meaning": meaning(self.threshold),
            "appear": [
                {
                    "score": match.score,
                    "entity_id": match.listing.entity_id,
                    "caption": match.listing.caption,
                    "matched_name": match.matched_name.text if match.matched_name else None,
                }
                for match in self.appear
            ],
        }


def slider(session: Session, subject: Subject) -> tuple[Step, ...]:
    """Return the steps, the strictest first; one screening at the lowest threshold gives them all."""
    at = session.policy.threshold
    stops = sorted({*STEPS, at}, reverse=True)
    lowest = replace(session, policy=replace(session.policy, threshold=stops[-1]))
    found = lowest.screen(subject).hits
    return _steps(found, stops, at)


def meaning(score: float) -> str:
    """Say in words what a score mostly means."""
    return next(words for least, words in BANDS if score >= least)


def _steps(found: Sequence[Match], stops: Sequence[float], at: float) -> tuple[Step, ...]:
    steps: list[Step] = []
    above = float("inf")
    for stop in stops:
        appear = tuple(match for match in found if stop <= match.score < above)
        hits = sum(match.score >= stop for match in found)
        steps.append(Step(stop, hits, appear, policy=stop == at))
        above = stop
    return tuple(steps)

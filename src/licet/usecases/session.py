"""One question's frame: the corpus as of the clocks, the policy, and what could not be seen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from licet.match import ENGINE, View, policy_hash, screen, screen_many
from licet.model import MatchPolicy, Screened, Subject
from licet.usecases.coverage import Coverage

DEMONSTRATION = "these are the embedded demonstration lists: hand-written, partial, not current"
"""Said in every answer that rests on them: whoever reads a copy of it did not see the terminal."""


@dataclass(frozen=True, slots=True)
class Session:
    """What every screening verb works with; built by the composition root.

    Attributes:
        view: The listed names that count under the clocks.
        policy: What the user set.
        coverage: What is seen and what is not.
        store: Where the lists come from: `embedded`, or the store's address without secrets.
    """

    view: View
    policy: MatchPolicy
    coverage: Coverage
    store: str

    def screen(self, subject: Subject, *, other_days: bool = False) -> Screened:
        """Screen one subject."""
        return screen(self.view, subject, self.policy, other_days=other_days)

    def screen_many(self, subjects: Iterable[Subject]) -> Iterator[Screened]:
        """Screen many subjects, in order."""
        return screen_many(self.view, subjects, self.policy)

    def facts(self) -> dict[str, Any]:
        """Return what pins a result: the clocks, engine, policy and list editions, as JSON values."""
        as_of = self.coverage.as_of
        return {
            "as_of": as_of.valid.isoformat(),
            "known_by": as_of.known_utc.isoformat(),
            "engine": ENGINE,
            "policy": {
                "threshold": self.policy.threshold,
                "limit": self.policy.limit,
                "lists": list(self.policy.lists),
                "hash": policy_hash(self.policy),
            },
            "store": self.store,
            "lists": [use.to_dict() for use in self.coverage.lists],
            "incomplete": list(self.coverage.incomplete),
            "warnings": [*([DEMONSTRATION] if self.store == "embedded" else []), *self.coverage.warnings],
        }

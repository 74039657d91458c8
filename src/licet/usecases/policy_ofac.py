"""The official page's way of scoring over every listed name: what it would show a clean customer."""

from __future__ import annotations

from collections.abc import Sequence

from licet.match.ofac import OfacIndex


def ofac_hits(subjects: Sequence[Sequence[str]], parties: Sequence[Sequence[str]]) -> list[int]:
    """Return for each subject the highest score over all names of all parties, 0 to 100.

    Args:
        subjects: Names of each subject.
        parties: Names of each listed party.
    """
    index = OfacIndex([name for names in parties for name in names])
    return [max((index.best(name) for name in names), default=0) for names in subjects]

"""Of two standings the weaker is shown."""

from __future__ import annotations

from collections.abc import Iterable

from licet.news.modality.modality import Modality

_STRONGEST_FIRST = (
    Modality.IN_FORCE,
    Modality.ORDERED,
    Modality.SETTLED,
    Modality.BACKGROUND,
    Modality.REPORTED,
    Modality.STATED,
    Modality.CLAIMED,
    Modality.CLAIMED_INSTRUCTION,
    Modality.PROPOSED,
    Modality.PLEDGED,
    Modality.EXPECTED,
    Modality.NEGOTIATING,
    Modality.REQUESTED,
    Modality.DEMANDED,
    Modality.THREATENED,
    Modality.ACCUSED,
    Modality.PREDICTED,
    Modality.HYPOTHETICAL,
    Modality.OPINION,
    Modality.UNCLEAR,
    Modality.NO_COMMENT,
    Modality.DENIED,
)
_RANK = {modality: rank for rank, modality in enumerate(_STRONGEST_FIRST)}


def weakest(standings: Iterable[Modality]) -> Modality:
    """The weakest of some standings; unclear for none."""
    return max(standings, key=_RANK.__getitem__, default=Modality.UNCLEAR)


def strongest(standings: Iterable[Modality]) -> Modality:
    """The strongest of some standings; unclear for none."""
    return min(standings, key=_RANK.__getitem__, default=Modality.UNCLEAR)

"""How a measure stands over all stories: the weakest standing of the latest tellings."""

from __future__ import annotations

from collections.abc import Sequence

from licet.news.measures.measure import Measure
from licet.news.merging.pool import Telling
from licet.news.merging.sketch import Sketch, announces
from licet.news.merging.strength import weakest
from licet.news.modality.modality import Modality

OPEN = frozenset(
    (
        Modality.PROPOSED,
        Modality.PLEDGED,
        Modality.NEGOTIATING,
        Modality.REQUESTED,
        Modality.DEMANDED,
        Modality.THREATENED,
        Modality.EXPECTED,
        Modality.DENIED,
    )
)
"""Standings of what has not been done."""


def standing(cluster: list[Sketch]) -> Modality:
    """The weakest standing of the latest tellings: an earlier story told no more than was known then.

    A story that only speaks of a measure, in a quote or in doubt, tells nothing against an act in force.
    """
    told = [own_standing(item.measure, item.story) for item in latest(cluster) if not _only_announces(item)]
    told = told or [own_standing(item.measure, item.story) for item in cluster]
    sure = [modality for modality in told if modality.effective or modality in OPEN]
    return weakest(sure if any(modality.effective for modality in sure) else told)


def _only_announces(sketch: Sketch) -> bool:
    """Whether a telling says no more than that the measure was announced."""
    claims = sketch.story.claims_of(sketch.measure.key)
    return any(announces(item) for item in claims) and not any(item.modality.effective for item in claims)


def own_standing(measure: Measure, story: Telling) -> Modality:
    """The standing of a measure by the places that tell of it and not of what it would undo.

    An undoing that is told as done at one place and as pledged, wanted or denied at another is not done. Who
    denies that a measure is undone does not deny the measure.
    """
    undoing = measure.type.undoes
    own = [item.standing.modality for item in measure.mentions if item.type.undoes == undoing]
    if any(_denies_to_undo(other, measure.key) for other in story.measures.values()):
        own = [modality for modality in own if modality is not Modality.DENIED] or [Modality.CLAIMED]
    effective = next((modality for modality in own if modality.effective), None)
    open_ones = [modality for modality in own if modality in OPEN]
    if effective is not None and not (undoing and open_ones):
        return effective
    return (open_ones or own or [Modality.UNCLEAR])[0]


def _denies_to_undo(other: Measure, key: str) -> bool:
    return (
        other.affects == key
        and other.type.undoes
        and any(item.standing.modality is Modality.DENIED for item in other.mentions)
    )


def latest(cluster: Sequence[Sketch]) -> list[Sketch]:
    """The tellings that are not older than the first one that tells of an act that took effect."""
    days = [item.story.dated for item in cluster if own_standing(item.measure, item.story).effective]
    known = [day for day in days if day is not None]
    if not known:
        return list(cluster)
    return [
        item
        for item in cluster
        if own_standing(item.measure, item.story).effective
        or not item.story.dated
        or item.story.dated >= min(known)
    ]

"""How a measure stands over all stories: the weakest standing of the latest tellings."""

from __future__ import annotations

from collections.abc import Sequence

from licet.news.merging.sketch import Sketch
from licet.news.merging.standing import OPEN, WANTED, announces, gainsays
from licet.news.merging.strength import weakest
from licet.news.modality.modality import Modality


def standing(cluster: list[Sketch]) -> Modality:
    """The weakest standing of the latest tellings: an earlier story told no more than was known then.

    A story that only speaks of a measure, in a quote or in doubt, tells nothing against an act in force; nor
    does one that tells that somebody wants it.
    """
    told = [item.standing for item in latest(cluster) if not _only_announces(item)]
    told = told or [item.standing for item in cluster]
    if not any(gainsays(item.measure) for item in cluster):
        told = [modality for modality in told if modality is not Modality.DENIED] or told
    sure = [modality for modality in told if modality.effective or modality in OPEN - WANTED]
    return weakest(sure if any(modality.effective for modality in sure) else told)


def _only_announces(sketch: Sketch) -> bool:
    """Whether a telling says no more than that the measure was announced."""
    claims = sketch.story.claims_of(sketch.measure.key)
    return any(announces(item) for item in claims) and not any(item.modality.effective for item in claims)


def latest(cluster: Sequence[Sketch]) -> list[Sketch]:
    """The tellings that are not older than the first one that tells of an act that took effect."""
    days = [item.story.dated for item in cluster if item.standing.effective]
    known = [day for day in days if day is not None]
    if not known:
        return list(cluster)
    return [
        item
        for item in cluster
        if item.standing.effective or not item.story.dated or item.story.dated >= min(known)
    ]

"""How one story tells that a measure stands, by the places that tell of it."""

from __future__ import annotations

import re

from licet.news.claims.claim import Claim
from licet.news.measures.measure import Measure, SlotName
from licet.news.merging.pool import Telling
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

_NEGATIVE = re.compile(r"\b(?:not|no|never|cannot)\b|n['’]t\b", re.IGNORECASE)
WANTED = frozenset((Modality.DEMANDED, Modality.REQUESTED))
"""What somebody wants of an authority: it tells nothing of whether the authority has done it."""
TO_BE = OPEN - {Modality.EXPECTED, Modality.DENIED}
"""Standings of a measure to be: its terms are not those of an act that was taken."""


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


def gainsays(measure: Measure) -> bool:
    """Whether a measure is denied in words that could be set against a story which tells it as done.

    Such words tell on whom it is not: "Norda has not sanctioned Orlo". What only follows another place ("the
    ships are not listed"), or bars by its very negation ("may no longer travel"), denies nothing.
    """
    return any(
        item.standing.modality is Modality.DENIED
        and bool(item.slot(SlotName.TARGET) or item.slot(SlotName.ADDRESSEE))
        and not _NEGATIVE.search(item.trigger.text)
        for item in measure.mentions
    )


def announces(claim: Claim) -> bool:
    """Whether a claim tells that a measure was announced, which is the day of one told as taken elsewhere."""
    return claim.modality is Modality.EXPECTED and "announc" in claim.support[0].text

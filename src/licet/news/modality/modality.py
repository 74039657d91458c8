"""The standing of what a story tells: in force, or only said, wanted, feared or denied."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from licet.model.news import Span

_EFFECTIVE = frozenset(("in_force", "ordered", "settled"))


class Modality(StrEnum):
    """How a story tells of a measure or an event. Only the first three tell of an act that took effect.

    Attributes:
        effective: Whether the story tells, in its own voice, of an act of an authority that took effect. Even
            so it is a story and no law: nothing that is read from one changes an answer.
    """

    IN_FORCE = "in_force"
    ORDERED = "ordered"
    SETTLED = "settled"
    BACKGROUND = "background"
    PROPOSED = "proposed"
    PLEDGED = "pledged"
    NEGOTIATING = "negotiating"
    REQUESTED = "requested"
    DEMANDED = "demanded"
    THREATENED = "threatened"
    EXPECTED = "expected"
    PREDICTED = "predicted"
    CLAIMED_INSTRUCTION = "claimed_instruction"
    CLAIMED = "claimed"
    ACCUSED = "accused"
    HYPOTHETICAL = "hypothetical"
    OPINION = "opinion"
    DENIED = "denied"
    UNCLEAR = "unclear"
    REPORTED = "reported"
    STATED = "stated"
    NO_COMMENT = "no_comment"

    def __init__(self, name: str) -> None:
        self.effective = name in _EFFECTIVE


EFFECTIVE = frozenset(modality for modality in Modality if modality.effective)


class Standing(NamedTuple):
    """What the gate found for one trigger.

    Attributes:
        modality: The standing.
        rule: Name of the row of the table that decided.
        cues: The words that decided, in the order of the story; empty where nothing but doubt did.
        presupposes: Whether the words take the measure as existing ("the seven-year ban"), so that the place
            speaks of one that must be told elsewhere, even where the place itself is not effective.
    """

    modality: Modality
    rule: str
    cues: tuple[Span, ...] = ()
    presupposes: bool = False

"""A signal: something a person should look at. It has no legal effect and no way to get one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from licet.model.news import Span
from licet.news.measures.measure import MeasureType
from licet.news.modality.modality import Modality


class SignalKind(StrEnum):
    """Why something is worth a look."""

    ACT_REPORTED = "act_reported"
    ACT_CLAIMED = "act_claimed"
    """Told by somebody else than the story: within a quote, or by an unnamed person."""
    RELIEF_PLEDGED = "relief_pledged"
    MEASURE_THREATENED = "measure_threatened"
    MEASURE_PROPOSED = "measure_proposed"
    UNDER_NEGOTIATION = "under_negotiation"
    CHANGE_DENIED = "change_denied"
    ACCUSATION = "accusation"
    SPOKEN_OF = "spoken_of"
    """A measure is spoken of, and the gate cannot tell how it stands: on doubt a person looks."""


@dataclass(frozen=True, slots=True)
class Signal:
    """Something a person should look at.

    Attributes:
        kind: Why.
        measure: Key of the measure in the reading; empty for none.
        type: What kind of measure it is about; None where it is about none.
        modality: The standing that the story gives.
        parties: Keys of the parties it touches: whom the measure is aimed at, or who is accused.
        why: In plain words, without any control character of the story.
        support: The words it rests on, in the order of the story.
        affects: What kind of measure it would ease, end or prolong; None where it stands by itself.
        effect: Always `none`: a story changes no answer.
    """

    kind: SignalKind
    measure: str
    type: MeasureType | None
    modality: Modality
    parties: tuple[str, ...]
    why: str
    support: tuple[Span, ...]
    affects: MeasureType | None = None
    effect: Literal["none"] = "none"

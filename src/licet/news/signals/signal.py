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
    RELIEF_PLEDGED = "relief_pledged"
    MEASURE_THREATENED = "measure_threatened"
    MEASURE_PROPOSED = "measure_proposed"
    UNDER_NEGOTIATION = "under_negotiation"
    CHANGE_DENIED = "change_denied"
    ACCUSATION = "accusation"


@dataclass(frozen=True, slots=True)
class Signal:
    """Something a person should look at.

    Attributes:
        kind: Why.
        measure: Key of the measure in the reading; empty for none.
        type: What kind of measure it is about.
        modality: The standing that the story gives.
        parties: Keys of the subject parties it touches.
        why: One plain sentence.
        support: The words it rests on.
        effect: Always `none`: a story changes no answer.
    """

    kind: SignalKind
    measure: str
    type: MeasureType | None
    modality: Modality
    parties: tuple[str, ...]
    why: str
    support: tuple[Span, ...]
    effect: Literal["none"] = "none"

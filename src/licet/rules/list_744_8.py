"""Blocked persons of the programmes for which 15 CFR 744.8 asks for an export licence."""

from __future__ import annotations

from dataclasses import dataclass

from licet.model.law import Confidence
from licet.rules.case import Case
from licet.rules.designations import Designation

PROGRAMMES = "us.ear.744_8.programmes"


@dataclass(frozen=True, slots=True)
class Programme:
    """What 744.8 says of a listed person by its programmes.

    Attributes:
        tag: The programme tag that counts.
        order: What the tag stands for, where that is from memory.
        cite: Where it stands.
        confidence: How well that is supported.
        known: The rulebook holds the text of the day; else that of the earliest later day.
    """

    tag: str
    order: str
    cite: tuple[str, ...]
    confidence: Confidence
    known: bool


def programme_744_8(case: Case, item: Designation) -> Programme | None:
    """Return the programme by which 744.8 counts a listed person; None where it has none of them."""
    value = case.book.values[PROGRAMMES]
    held = value.on(case.day)
    text = held or value.dated[0]
    known = held is not None
    for tag in item.programmes:
        if tag in text.value["sure"]:
            return Programme(tag, "", text.cite, text.confidence, known)
    for tag in item.programmes:
        if tag in text.value["from_memory"]:
            return Programme(tag, str(text.value["from_memory"][tag]), text.cite, Confidence.LOW, known)
    return None

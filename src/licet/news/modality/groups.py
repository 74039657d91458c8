"""A verb with its auxiliaries, as it is read once for each verb of a sentence."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from licet.news.modality.cues import Cue


class Form(StrEnum):
    """What a verb is in its clause."""

    PAST = "past"
    PASSIVE = "passive"
    INFINITIVE = "infinitive"
    GERUND = "gerund"
    MODAL = "modal"
    PRESENT = "present"


FINITE = frozenset((Form.PAST, Form.PASSIVE))
"""Forms in which something is told as done."""
TO_DO = frozenset((Form.PASSIVE, Form.PRESENT))
"""Forms in which a verb of ordering tells of an order that was got."""


class Group(NamedTuple):
    """A verb with its auxiliaries.

    Attributes:
        first: Number of the first word of the group.
        head: Number of the verb.
        form: What it is.
        cues: Signs among the auxiliaries, with the numbers of their words.
    """

    first: int
    head: int
    form: Form
    cues: tuple[tuple[Cue, int], ...]

"""One claim of a story."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from licet.model.news import Span, Timex
from licet.news.modality.modality import Modality

_new = tuple.__new__


class ClaimKind(StrEnum):
    """What a claim is about."""

    MEASURE = "measure"
    SLOT = "slot"
    STATEMENT = "statement"
    NO_COMMENT = "no_comment"
    EVENT = "event"
    STATE = "state"
    ATTRIBUTE = "attribute"


class Claim(NamedTuple):
    """One thing that a story says; a tuple, since a story has a hundred.

    Attributes:
        kind: What it is about.
        subject: Key of the party it is said of; empty where none is named.
        predicate: Normal form of what is said (`imposed`, `duration`, `halt_operations`, `employees`), by
            which claims of several stories are compared.
        value: Normal form of what is filled in: a party, a TIMEX3 value, a figure with its unit; empty where
            the words have none.
        support: The words that make the claim; the first holds the claim itself.
        modality: Its standing.
        rule: Name of the rule that made it.
        when: When it happened or holds; None where the story does not say.
        measure: Key of the measure it is about; empty for none.
        statement: Place of the statement it rests on in the reading; None for the story's own voice.
        parties: Keys of the other parties it names, in the order of the story.
        place: Key of the place or country where it happens; empty where the story does not say.
        key: Key within the story, `c1`, `c2`, in the order of the story; empty until all are made.
    """

    kind: ClaimKind
    subject: str
    predicate: str
    value: str
    support: tuple[Span, ...]
    modality: Modality
    rule: str
    when: Timex | None = None
    measure: str = ""
    statement: int | None = None
    parties: tuple[str, ...] = ()
    place: str = ""
    key: str = ""

    def keyed(self, key: str) -> Claim:
        """The claim with its key, given once: its makers do not know its place in the story.

        Raises:
            ValueError: Where it has one.
        """
        if self.key:
            message = f"claim {self.key} has a key and is not given {key}: make another claim"
            raise ValueError(message)
        return _new(Claim, (*self[:-1], key))

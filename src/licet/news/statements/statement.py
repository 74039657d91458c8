"""A statement of a story and the one who makes it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from licet.model.news import Span


class StatementKind(StrEnum):
    """How a story gives a statement."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"
    NO_COMMENT = "no_comment"


class SpeakerKind(StrEnum):
    """What is known of a speaker."""

    NAMED = "named"
    INSTITUTION = "institution"
    ANONYMOUS = "anonymous"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who makes a statement.

    Attributes:
        kind: What is known of them.
        party: Key of the party; of an unnamed speaker such as `unnamed-1`; empty if unknown.
        count: How many unnamed persons speak; None where the story does not say.
        of: Key of the party that an unnamed speaker is said to belong to; empty where none is told.
    """

    kind: SpeakerKind
    party: str = ""
    count: int | None = None
    of: str = ""


class Statement(NamedTuple):
    """One statement; a quote printed twice is one.

    Attributes:
        kind: How the story gives it.
        speaker: Who makes it.
        content: What is said, quotation marks included; empty for a no-comment.
        source: The words that name the speaker; None for a quote that nobody is named for.
        cue: The words that tell of saying; None for a quote without any.
        medium: By what means (`tweet`, `statement`, `filing`); empty where the story does not say.
        addressee: Whom it was said to, or who is accused; None for nobody told.
        reported_by: Place in the list of the statement that holds this one (one tells what another said).
        repeats: Where the same words are printed again.
    """

    kind: StatementKind
    speaker: Speaker
    content: tuple[Span, ...]
    source: Span | None = None
    cue: Span | None = None
    medium: str = ""
    addressee: Span | None = None
    reported_by: int | None = None
    repeats: tuple[Span, ...] = ()

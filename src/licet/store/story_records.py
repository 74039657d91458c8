"""What the shelf of stories takes and gives."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from licet.model import Problem


@dataclass(frozen=True, slots=True)
class StoryDraft:
    """A story as it was read, to be kept.

    Attributes:
        key: What makes it this story and no other: its canonical address, else outlet, title and day, else a
            hash of its words.
        words: SHA-256 of its words alone, whatever surrounds them; the same words of the same day are the
            same story under any address.
        text: Its text, whole.
        dated: The day it bears.
        outlet: Who published it.
        url: Where.
        title: Its headline.
        extractor: What took the text out of the bytes.
        problems: What was wrong with it.
    """

    key: str
    words: str
    text: str
    dated: date | None = None
    outlet: str = ""
    url: str = ""
    title: str = ""
    extractor: str = ""
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Origin:
    """How the bytes of a story came.

    Attributes:
        sha256: Their SHA-256; the archive keeps them.
        known: Instant of receipt, with a time zone.
        kind: What they were read as, such as `html`.
        name: File name; empty for none.
        url: Address that they came from, or that the story names; empty for none.
        outlet: Who published them, as told there.
        current: They are what the publisher shows now (a fetch), and no file that may be old.
    """

    sha256: str
    known: datetime
    kind: str
    name: str = ""
    url: str = ""
    outlet: str = ""
    current: bool = False


class StoryOutcome(StrEnum):
    """What became of a story given to the shelf."""

    ADDED = "added"
    NEW_VERSION = "new_version"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class StoryVersion:
    """One version of a story.

    Attributes:
        story_id: Id of the story: 16 hexadecimal digits, the same in every store for the same key.
        version: Number of the version, from 1.
        known: Instant at which it was received, UTC.
        draft: The story.
    """

    story_id: str
    version: int
    known: datetime
    draft: StoryDraft


@dataclass(frozen=True, slots=True)
class Shelved:
    """What became of a story given to the shelf.

    Attributes:
        outcome: Whether it was new, a new version, or known already.
        story_id: Id of the story.
        version: The version that holds it.
    """

    outcome: StoryOutcome
    story_id: str
    version: int

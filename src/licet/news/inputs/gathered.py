"""What an input is and what is found in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from licet.model.problem import Problem
from licet.news.story import Story

MIB = 1024 * 1024
MOST_BYTES = 64 * MIB
"""Largest input read, after decompression."""
MOST_CHARACTERS = 4_000_000
"""Longest text of one story."""
MOST_ITEMS = 50_000
"""Most entries of one feed, sitemap or JSON Lines file; the sitemap protocol has the same bound."""


class InputKind(StrEnum):
    """What stories come as."""

    TEXT = "text"
    HTML = "html"
    FEED = "feed"
    SITEMAP = "sitemap"
    JSONL = "jsonl"
    EMAIL = "email"


class Raw(NamedTuple):
    """Bytes as they came.

    Attributes:
        content: The bytes.
        name: File name, for messages and as a hint of the kind.
        media_type: `Content-Type` as the server told it; empty when unknown.
        url: Address that the bytes came from; empty for a file.
        outlet: Who published them, where the user says so.
    """

    content: bytes
    name: str = ""
    media_type: str = ""
    url: str = ""
    outlet: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """An address where a story, or a further sitemap, is said to be.

    Attributes:
        url: The address.
        title: Its headline as told there.
        dated: Day of publication as told there.
        changed: Instant (or day, as its first instant) of the last change as told there.
        index: It is a further sitemap and no story.
    """

    url: str
    title: str = ""
    dated: date | None = None
    changed: datetime | None = None
    index: bool = False


class Gathered(NamedTuple):
    """What was found in an input.

    Attributes:
        kind: What it was read as; None where it is nothing that has stories.
        stories: The stories, in order.
        links: Where more are said to be.
        problems: What was wrong with the input as a whole; what was wrong with a story stands with it.
    """

    kind: InputKind | None
    stories: tuple[Story, ...] = ()
    links: tuple[Link, ...] = ()
    problems: tuple[Problem, ...] = ()

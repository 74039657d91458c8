"""Shows one story: its facts, its versions, how each came, what changed between them."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from licet.news.story import Story
from licet.store.story_records import Origin
from licet.usecases.news_kept import KeptStory, UnknownStoryError
from licet.usecases.news_types import problem_row

_MOST_LINES = 2000


@dataclass(frozen=True, slots=True)
class Chapter:
    """A version of a story beside the one before it.

    Attributes:
        kept: The version.
        origins: How it came, in order of receipt.
        changes: What differs from the version before: lines of a unified difference, and facts.
    """

    kept: KeptStory
    origins: tuple[Origin, ...]
    changes: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain values."""
        return {
            "version": self.kept.version,
            "received": self.kept.received.isoformat(),
            "came_as": [
                {
                    "sha256": origin.sha256,
                    "received": origin.known.isoformat(),
                    "kind": origin.kind,
                    "name": origin.name,
                    "url": origin.url,
                    "outlet": origin.outlet,
                }
                for origin in self.origins
            ],
            "changes": list(self.changes),
        }


@dataclass(frozen=True, slots=True)
class ShownStory:
    """A story with its past.

    Attributes:
        kept: The version asked for.
        chapters: Every version, oldest first.
    """

    kept: KeptStory
    chapters: tuple[Chapter, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain values."""
        story = self.kept.story
        return {
            "id": self.kept.id,
            "version": self.kept.version,
            "versions": len(self.chapters),
            "received": self.kept.received.isoformat(),
            "dated": story.dated.isoformat() if story.dated else None,
            "outlet": story.outlet,
            "title": story.title,
            "url": story.url,
            "extractor": story.extractor,
            "problems": [problem_row(problem) for problem in story.problems],
            "history": [chapter.to_dict() for chapter in self.chapters],
            "text": story.text,
        }


def shown(
    versions: Sequence[KeptStory], number: int | None, origins: Callable[[KeptStory], Sequence[Origin]]
) -> ShownStory:
    """Return a story with its past.

    Args:
        versions: Every version, oldest first; at least one.
        number: The version asked for; None for the newest.
        origins: Gives how a version came.

    Raises:
        UnknownStoryError: There is no such version.
    """
    chosen = next((item for item in versions if item.version == (number or versions[-1].version)), None)
    if chosen is None:
        wanted = f"{versions[0].id} version {number}"
        raise UnknownStoryError(wanted, [])
    before: list[KeptStory | None] = [None, *versions[:-1]]
    chapters = tuple(
        Chapter(item, tuple(origins(item)), difference(old.story, item.story) if old else ())
        for old, item in zip(before, versions, strict=True)
    )
    return ShownStory(chosen, chapters)


def difference(old: Story, new: Story) -> tuple[str, ...]:
    """Return what changed from one version to the next: facts first, then lines of the text.

    Lines begin with `-` (gone) or `+` (come), as in a unified difference without context.
    """
    facts = [
        f"{name}: {getattr(old, name) or '-'} -> {getattr(new, name) or '-'}"
        for name in ("dated", "title", "outlet", "url", "extractor")
        if getattr(old, name) != getattr(new, name)
    ]
    lines = difflib.unified_diff(
        old.text.splitlines()[:_MOST_LINES], new.text.splitlines()[:_MOST_LINES], n=0, lineterm=""
    )
    kept = [line for line in lines if not line.startswith(("---", "+++", "@@")) and line[1:].strip()]
    return (*facts, *kept)

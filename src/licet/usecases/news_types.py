"""What became of stories and addresses, as plain values for a report."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from licet.model import Problem
from licet.news.inputs.lines import one_line
from licet.news.story import DATE_LINE
from licet.store.story_records import StoryOutcome
from licet.usecases.news_add import Added, AddedStory


class FetchKind(StrEnum):
    """What became of an address."""

    FETCHED = "fetched"
    UNCHANGED = "unchanged"
    HELD = "held"
    SKIPPED = "skipped"
    LEFT = "left"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Visited:
    """One address of a run.

    Attributes:
        url: The address.
        kind: What became of it.
        added: What came; None where nothing did.
        detail: One sentence for a person.
        status: HTTP status; 0 when none came.
    """

    url: str
    kind: FetchKind
    added: Added | None = None
    detail: str = ""
    status: int = 0

    def to_dict(self) -> dict[str, Any]:
        """Return one row of the report."""
        counts = (
            Counter(str(item.shelved.outcome) for item in self.added.stories if item.shelved)
            if self.added
            else {}
        )
        return {
            "url": self.url,
            "outcome": str(self.kind),
            "status": self.status or None,
            "kind": self.added.kind if self.added else "",
            **{str(outcome): counts.get(str(outcome), 0) for outcome in StoryOutcome},
            "problems": len(problems_of(self.added)) if self.added else 0,
            "detail": self.detail or (worst_of(self.added) if self.added else ""),
        }


def story_row(added: Added, item: AddedStory) -> dict[str, Any]:
    """Return one story of an input as a row."""
    story, shelved = item.story, item.shelved
    return {
        "id": shelved.story_id if shelved else "",
        "version": shelved.version if shelved else 0,
        "outcome": str(shelved.outcome) if shelved else "would_be_read",
        "dated": story.dated.isoformat() if story.dated else None,
        "outlet": story.outlet,
        "title": story.title or opening(story.text),
        "url": story.url,
        "characters": len(story.text),
        "from": added.where,
        "kind": added.kind,
        "problems": [problem_row(problem) for problem in story.problems],
    }


def failed_row(added: Added) -> dict[str, Any]:
    """Return an input of which nothing was read as a row."""
    return {
        "id": "",
        "version": 0,
        "outcome": "not_read" if not added.kind or added.failed else "no_story",
        "dated": None,
        "outlet": "",
        "title": "",
        "url": "",
        "characters": 0,
        "from": added.where,
        "kind": added.kind,
        "problems": [problem_row(problem) for problem in added.problems],
    }


def problem_row(problem: Problem) -> dict[str, str]:
    """Return a problem as plain values."""
    return {
        "severity": str(problem.severity),
        "code": problem.code,
        "where": problem.where,
        "message": problem.message,
        "record": problem.record,
    }


def problems_of(added: Added) -> tuple[Problem, ...]:
    """Return every problem of an input and of its stories."""
    return (*added.problems, *(problem for item in added.stories for problem in item.story.problems))


def worst_of(added: Added) -> str:
    """Return what kept an input from being read; empty where nothing did."""
    return added.problems[0].message if added.problems and not added.stories and not added.links else ""


def opening(text: str, most: int = 80) -> str:
    """Return the first words of a story, on one line, for lists of stories without headlines."""
    line = DATE_LINE.match(text)
    words = one_line(text[line.end() if line else 0 :][:400])
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"

"""Our own annotated stories: loaded, and every annotated word checked against the story it stands in.

`stories/README.md` describes the format and its conventions.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from licet.model.news import Span

STORIES = Path(__file__).parent / "stories"
HALVES = ("tuned", "unseen")
GENERAL = ("general/tuned", "general/unseen")
"""Halves of general news: no measures, and no parties annotated."""
EVERY = (*HALVES, *GENERAL)
NAMING = frozenset(("name", "acronym", "short", "metonym"))
"""Kinds of mention that are scored; `nominal` ones are not."""

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where a party is named."""

    span: Span
    party: str
    kind: str


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression; `scored` is `yes`, `span` (its value is open) or `vague` (not scored)."""

    span: Span
    type: str
    value: str
    scored: str


@dataclass(frozen=True, slots=True)
class Money:
    """An amount of money, a percentage or a count of things."""

    span: Span
    value: Decimal
    unit: str
    bound: str


@dataclass(frozen=True, slots=True)
class Said:
    """A statement; `hard` ones are scored by nobody's rule, `no_comment` ones have no content."""

    kind: str
    speaker: str
    content: tuple[Span, ...]
    source: Span | None
    cue: Span | None
    hard: bool

    @property
    def scored(self) -> bool:
        """Whether it counts."""
        return self.kind != "no_comment" and not self.hard


@dataclass(frozen=True, slots=True)
class Trigger:
    """A place that speaks of a measure."""

    span: Span
    measure: str
    type: str
    modality: str


@dataclass(frozen=True, slots=True)
class Annotated:
    """A story and all that a careful person marked in it."""

    name: str
    text: str
    outlet: str
    genre: str
    mentions: tuple[Mention, ...]
    times: tuple[Time, ...]
    amounts: tuple[Money, ...]
    said: tuple[Said, ...]
    triggers: tuple[Trigger, ...]


@dataclass(frozen=True, slots=True)
class GoldFact:
    """A fact that the stories of a cluster tell together; support is story letter and words."""

    key: str
    proposition: str
    docs: frozenset[str]
    agreement: str
    modality: str
    support: tuple[tuple[str, Span], ...]


@dataclass(frozen=True, slots=True)
class Cluster:
    """Stories of one event, by letter, and their facts."""

    name: str
    stories: dict[str, Annotated]
    facts: tuple[GoldFact, ...]


def names(half: str) -> list[str]:
    """Names of the stories of one half, in order."""
    return sorted(f"{half}/{path.stem}" for path in (STORIES / half).glob("*.txt"))


def clusters(half: str) -> list[Cluster]:
    """The clusters of one half, in order."""
    return [_cluster(half, path) for path in sorted((STORIES / half).glob("*.facts.json"))]


def place(text: str, words: str, occurrence: int) -> Span:
    """The n-th place at which words stand in a text. Raises ValueError where they do not stand there."""
    start = -1
    for _ in range(occurrence):
        start = text.find(words, start + 1)
        if start < 0:
            message = f"{words!r} does not stand {occurrence} times in the story"
            raise ValueError(message)
    return Span.within(text, start, start + len(words))


@cache
def story(name: str) -> Annotated:
    """A story with its annotation. Raises ValueError for words that the story does not have."""
    text = (STORIES / f"{name}.txt").read_text(encoding="utf-8")
    rows: Row = json.loads((STORIES / f"{name}.json").read_text(encoding="utf-8"))

    def at(row: list[Any]) -> Span:
        return place(text, row[0], row[1])

    return Annotated(
        name,
        text,
        rows["outlet"],
        rows["genre"],
        tuple(
            Mention(at(row), party["id"], row[2]) for party in rows["parties"] for row in party["mentions"]
        ),
        tuple(Time(at(row), row[2], row[3], (row[4:] or ["yes"])[0]) for row in rows["timex"]),
        tuple(Money(at(row), Decimal(row[2]), row[3], (row[4:] or ["exact"])[0]) for row in rows["amounts"]),
        tuple(_said(text, row) for row in rows["statements"]),
        tuple(
            Trigger(at(row), measure["id"], measure["type"], row[2])
            for measure in rows["measures"]
            for row in measure["mentions"]
        ),
    )


def _said(text: str, row: Row) -> Said:
    source, cue = row["source"], row["cue"]
    return Said(
        row["kind"],
        row["speaker"],
        _places(text, row["content"]),
        place(text, *source) if source else None,
        place(text, *cue) if cue else None,
        row.get("hard", False),
    )


def _places(text: str, rows: Iterable[list[Any]]) -> tuple[Span, ...]:
    return tuple(place(text, words, occurrence) for words, occurrence in rows)


def _cluster(half: str, path: Path) -> Cluster:
    rows: Row = json.loads(path.read_text(encoding="utf-8"))
    stories = {letter: story(f"{half}/{name}") for letter, name in rows["documents"].items()}
    facts = tuple(
        GoldFact(
            row["id"],
            row["proposition"],
            frozenset(row["docs"]),
            row["agreement"],
            row["modality"],
            tuple(
                (letter, place(stories[letter].text, words, occurrence))
                for letter, words, occurrence in row["support"]
            ),
        )
        for row in rows["facts"]
    )
    return Cluster(f"{half}/{path.name.partition('.')[0]}", stories, facts)

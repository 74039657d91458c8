"""Our own annotated stories, and how well the readers do on them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from licet.model.news import Value
from licet.news.layout import layout
from licet.news.parties.party import MentionKind, Party
from licet.news.parties.reading import parties
from licet.news.statements.reading import statements
from licet.news.statements.statement import SpeakerKind, Statement, StatementKind
from licet.news.story import read_story

STORIES = Path(__file__).parent / "stories"
LEAST_OVERLAP = 0.3
"""Share of common characters from which two contents are the same, as in the score of the two stories."""


@dataclass(frozen=True, slots=True)
class Gold:
    """An annotated statement.

    Attributes:
        content: Offsets of what is said.
        source: Offsets of the words that name the speaker; None where they are far away.
        anonymous: Whether the speaker is unnamed.
        quoted: Whether it is printed in quotation marks, whole or in part.
    """

    content: frozenset[int]
    source: frozenset[int] | None
    anonymous: bool
    quoted: bool


@dataclass(slots=True)
class Tally:
    """Counts over stories: annotated, read, and right."""

    gold: int = 0
    read: int = 0
    right: int = 0
    spoken: int = 0
    unnamed: int = 0
    flagged: int = 0

    def f1(self, right: int) -> float:
        """F1 in percent for a number of right ones."""
        return 200 * right / (self.gold + self.read) if self.gold + self.read else 0.0


def _offsets(text: str, part: str) -> frozenset[int]:
    assert text.count(part) >= 1, part
    start = text.index(part)
    return frozenset(range(start, start + len(part)))


def annotated(name: str) -> tuple[str, list[Gold], dict[str, list[str]]]:
    """A story, its statements and the forms under which it names its parties."""
    text = (STORIES / f"{name}.txt").read_text(encoding="utf-8")
    rows = json.loads((STORIES / f"{name}.json").read_text(encoding="utf-8"))
    golds = [
        Gold(
            frozenset().union(*(_offsets(text, part) for part in row["content"])),
            _offsets(text, row["source"]) if row["source"] else None,
            row["anonymous"],
            row["quoted"],
        )
        for row in rows["statements"]
    ]
    return text, golds, rows["parties"]


def read(text: str) -> tuple[list[Value[Party]], list[Statement]]:
    """Parties and statements of a story, no-comments left out."""
    laid = layout(read_story(text))
    found = parties(laid)
    said = [value.value for value in statements(laid, found)]
    return found, [item for item in said if item.kind is not StatementKind.NO_COMMENT]


def score(names: list[str], *, quoted: bool) -> Tally:
    """Compare what is read with the annotation: quoted statements only, or all."""
    tally = Tally()
    for name in names:
        text, golds, _ = annotated(name)
        said = read(text)[1]
        matched = _matched(golds, said)
        taken = {number for _, number in matched}
        extra = [item for number, item in enumerate(said) if number not in taken]
        tally.gold += sum(gold.quoted or not quoted for gold in golds)
        tally.read += sum(not quoted or item.kind is not StatementKind.INDIRECT for item in extra)
        for gold, number in matched:
            if quoted and not gold.quoted:
                continue
            tally.read += 1
            tally.right += 1
            source = said[number].source
            here = frozenset(range(source.start, source.end)) if source else frozenset[int]()
            tally.spoken += gold.source is None or bool(gold.source & here)
            tally.unnamed += gold.anonymous
            tally.flagged += gold.anonymous and said[number].speaker.kind is SpeakerKind.ANONYMOUS
    return tally


def _matched(golds: list[Gold], said: list[Statement]) -> list[tuple[Gold, int]]:
    """Pairs of the best overlap first, each used once."""
    pairs = []
    for row, gold in enumerate(golds):
        for number, item in enumerate(said):
            here = frozenset(place for span in item.content for place in range(span.start, span.end))
            share = len(gold.content & here) / len(gold.content | here)
            if share >= LEAST_OVERLAP:
                pairs.append((-share, row, number))
    rows: set[int] = set()
    numbers: set[int] = set()
    found = []
    for _, row, number in sorted(pairs):
        if row not in rows and number not in numbers:
            rows.add(row)
            numbers.add(number)
            found.append((golds[row], number))
    return found


def parties_missed(name: str) -> list[str]:
    """Forms of annotated parties that were not read as names of one party."""
    text, _, wanted = annotated(name)
    found = read(text)[0]
    by_form: dict[str, set[str]] = {}
    for value in found:
        for item in value.value.mentions:
            if item.kind is not MentionKind.NOMINAL:
                by_form.setdefault(item.span.text, set()).add(value.value.key)
    missed: list[str] = []
    for forms in wanted.values():
        first = by_form.get(forms[0], set())
        missed.extend(form for form in forms if not by_form.get(form, set()) & first)
    return missed

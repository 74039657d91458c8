"""A story cut into stretches, each with what was read there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from licet.model.news import Amount, Span
from licet.news.measures.measure import Measure
from licet.news.parties.party import Party, Role
from licet.news.reading import Reading
from licet.news.statements.statement import Statement
from licet.reports.news_words import (
    amount_words,
    modality_words,
    party_names,
    speaker_words,
    timex_words,
    worded,
)


class MarkKind(StrEnum):
    """What is marked, the most telling first."""

    MEASURE = "measure"
    MENTIONED = "mentioned"
    AMOUNT = "amount"
    DATE = "date"
    PARTY = "party"
    STATEMENT = "statement"


LEGEND: Mapping[MarkKind, str] = {
    MarkKind.MEASURE: "a measure, told as taken",
    MarkKind.MENTIONED: "a measure, only spoken of: planned, wanted, in doubt or known before",
    MarkKind.AMOUNT: "an amount",
    MarkKind.DATE: "a time",
    MarkKind.PARTY: "a party",
    MarkKind.STATEMENT: "said by somebody, not by the story",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked stretch.

    Attributes:
        start: First code point.
        end: One past the last.
        kind: What it is.
        words: What was read there, in plain words.
    """

    start: int
    end: int
    kind: MarkKind
    words: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the story on which the same marks lie.

    Attributes:
        text: Its characters.
        marks: The marks, the most telling kind first; empty for none.
    """

    text: str
    marks: tuple[Mark, ...]


def marks(reading: Reading) -> list[Mark]:
    """Return every mark of a reading, in the order of the story."""
    names = party_names(reading)
    found = [
        *_parties(value.value for value in reading.parties),
        *(
            Mark(s.start, s.end, MarkKind.DATE, timex_words(v.value))
            for v in reading.timexes
            for s in v.spans
        ),
        *_amounts((value.value, value.spans) for value in reading.amounts),
        *_statements((value.value for value in reading.statements), names),
        *_measures((value.value for value in reading.measures), names),
    ]
    order = list(MarkKind)
    return sorted(found, key=lambda item: (item.start, item.end, order.index(item.kind), item.words))


def _parties(found: Iterator[Party]) -> Iterator[Mark]:
    for party in found:
        linked = f"; on lists: {', '.join(party.links)}" if party.links else ""
        same = "" if party.role is Role.PLACE else f", {worded(party.kind)}"
        for item in party.mentions:
            words = f"{party.name} ({worded(party.role)}{same}{linked})"
            yield Mark(item.span.start, item.span.end, MarkKind.PARTY, words)


def _amounts(found: Iterator[tuple[Amount, tuple[Span, ...]]]) -> Iterator[Mark]:
    for amount, spans in found:
        for span in spans:
            yield Mark(span.start, span.end, MarkKind.AMOUNT, amount_words(amount))


def _statements(found: Iterator[Statement], names: Mapping[str, str]) -> Iterator[Mark]:
    for told in found:
        words = f"{worded(told.kind)} statement of {speaker_words(told.speaker, names)}"
        for span in (*told.content, *told.repeats):
            yield Mark(span.start, span.end, MarkKind.STATEMENT, words)


def _measures(found: Iterator[Measure], names: Mapping[str, str]) -> Iterator[Mark]:
    for measure in found:
        whom = ", ".join(names.get(key, key) for key in measure.targets)
        for item in measure.mentions:
            told = modality_words(item.standing.modality)
            words = f"{measure.key}: {worded(item.type)}{f' against {whom}' if whom else ''}; here {told}"
            effective = item.standing.modality.effective
            kind = MarkKind.MEASURE if effective else MarkKind.MENTIONED
            yield Mark(item.trigger.start, item.trigger.end, kind, words)


def stretches(text: str, marked: list[Mark]) -> Iterator[Stretch]:
    """Cut a story at every end of a mark; together the stretches are the story.

    Args:
        text: The story.
        marked: Its marks, in the order of the story.
    """
    order = list(MarkKind)
    edges = sorted({0, len(text), *(item.start for item in marked), *(item.end for item in marked)})
    lying: list[Mark] = []
    upcoming = 0
    for start, end in pairwise(edges):
        lying = [item for item in lying if item.end > start]
        while upcoming < len(marked) and marked[upcoming].start <= start:
            lying.append(marked[upcoming])
            upcoming += 1
        sorted_marks = tuple(sorted(lying, key=lambda item: order.index(item.kind)))
        yield Stretch(text[start:end], sorted_marks)

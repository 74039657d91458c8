"""Interviews printed line by line: "NAME: ..." and "Q: ... A: ..."."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter

from licet.news.layout import Layout
from licet.news.statements.draft import Draft

LONGEST_LABEL = 5
"""Words that may stand before the colon."""
FEWEST_LINES = 3
"""Labelled paragraphs from which a story is an interview."""


def answers(laid: Layout) -> dict[int, Draft]:
    """Read the answers of an interview by the number of their paragraph; empty for any other story.

    Whoever asks is known by the question mark at the end of most of his lines; what he says is no statement.
    """
    if not _has_labels(laid):
        return {}
    ranges: dict[int, tuple[int, int]] = {}
    for sentence in laid.sentences:
        first, _ = ranges.get(sentence.paragraph, (sentence.first, 0))
        ranges[sentence.paragraph] = first, sentence.last
    labels = {
        number: colon
        for number, (first, last) in ranges.items()
        if (colon := _colon(laid, first, last)) is not None
    }
    if len(labels) < FEWEST_LINES:
        return {}
    asked: Counter[str] = Counter()
    told: Counter[str] = Counter()
    for number, colon in labels.items():
        first, last = ranges[number]
        label = _label(laid, first, colon)
        told[label] += 1
        asked[label] += laid.words[last - 1].text == "?"
    if not asked.total():
        return {}
    return {
        number: Draft("answer", [(colon + 1, ranges[number][1])], (ranges[number][0], colon), None)
        for number, colon in labels.items()
        if not asked[(label := _label(laid, ranges[number][0], colon))] * 2 >= told[label]
        and not _asks(label, asked)
    }


def _has_labels(laid: Layout) -> bool:
    """Whether enough colons stand among the first words of a paragraph."""
    colons = laid.places.get(":", ())
    if len(colons) < FEWEST_LINES:
        return False
    begins = [start for start, _ in laid.paragraphs]
    first = [laid.word_at(begins[bisect_right(begins, laid.starts[colon]) - 1]) for colon in colons]
    near = [colon - number <= LONGEST_LABEL for colon, number in zip(colons, first, strict=True)]
    return sum(near) >= FEWEST_LINES


def _colon(laid: Layout, first: int, last: int) -> int | None:
    """Number of the colon behind the name that a paragraph begins with; None where it begins with none."""
    for number in range(first, min(first + LONGEST_LABEL + 1, last - 1)):
        word = laid.words[number]
        if word.text == ":":
            return number if number > first else None
        if not (word.is_capital or word.text in {"-", "'s", "’s"}):
            return None
    return None


def _label(laid: Layout, first: int, colon: int) -> str:
    return " ".join(word.text for word in laid.words[first:colon])


def _asks(label: str, asked: Counter[str]) -> bool:
    """Whether a label is the initials of one who asks: PPW of Process Plant Weekly."""
    return any(
        count and label == "".join(part[0] for part in other.split()) for other, count in asked.items()
    )

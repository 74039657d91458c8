"""What is read of a story and not annotated, and the other way round: for whoever works on the tuned half."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any

from tests.news.annotated import NAMING, Annotated, Cluster
from tests.news.scored import LEAST_OVERLAP, Document, Row, bare, letters, overlap

Marked = tuple[int, int, str]


def of_story(gold: Annotated, read: Document) -> Iterator[str]:
    """Lines that tell what of one story was missed (`-`) and what was read beside it (`+`)."""
    text = gold.text
    yield from _both(
        text,
        "party",
        [(*bare(text, item.span.start, item.span.end), "") for item in gold.mentions if item.kind in NAMING],
        [(*bare(text, row["start"], row["end"]), "") for row in read["mentions"]],
    )
    vague = [item.span for item in gold.times if item.scored == "vague"]
    yield from _both(
        text,
        "time",
        [(item.span.start, item.span.end, item.value) for item in gold.times if item.scored == "yes"],
        [
            (*_at(row), str(row["value"]))
            for row in read["timex"]
            if not any(overlap(span, _at(row)) for span in vague)
        ],
    )
    yield from _both(
        text,
        "amount",
        [(item.span.start, item.span.end, _plain(item.value)) for item in gold.amounts],
        [(*_at(row), _plain(row["value"])) for row in read["amounts"]],
    )
    yield from _statements(gold, read["statements"])
    yield from _measures(gold, read["measures"])


def of_cluster(gold: Cluster, read: Sequence[Row]) -> Iterator[str]:
    """Lines that tell which annotated facts of a cluster were not merged, or were merged otherwise."""
    for fact in gold.facts:
        found = [
            row
            for row in read
            if any(
                letter == told[0] and overlap(span, told[1:])
                for told in row["support"]
                for letter, span in fact.support
            )
        ]
        wanted = (fact.agreement, sorted(fact.docs))
        told = [(row["agreement"], sorted(row["docs"])) for row in found]
        if wanted not in told:
            yield f"fact {fact.proposition}: {wanted} not {told or 'read'}"


def _statements(gold: Annotated, rows: list[Row]) -> Iterator[str]:
    wanted = [item for item in gold.said if item.scored]
    ours = [letters((span.start, span.end) for span in item.content) for item in wanted]
    theirs = [letters(row["content"]) for row in rows]
    for item, here in zip(wanted, ours, strict=True):
        shares = [len(here & there) / len(here | there) for there in theirs]
        best = max(range(len(shares)), key=shares.__getitem__, default=None)
        words = " / ".join(span.text for span in item.content)
        if best is None or shares[best] < LEAST_OVERLAP:
            yield f"- statement {words!r}"
        elif item.source and not (rows[best]["source"] and overlap(item.source, rows[best]["source"])):
            source = rows[best]["source"]
            yield f"! speaker {item.source.text!r} not {gold.text[slice(*source)] if source else None!r}"
        elif (item.speaker == "anonymous") != bool(rows[best]["anonymous"]):
            yield f"! {item.speaker} speaker of {words!r}"
    for row, there in zip(rows, theirs, strict=True):
        if all(len(here & there) / len(here | there) < LEAST_OVERLAP for here in ours):
            yield f"+ statement {' / '.join(gold.text[start:end] for start, end in row['content'])!r}"


def _measures(gold: Annotated, rows: list[Row]) -> Iterator[str]:
    for trigger in gold.triggers:
        met = [row for row in rows if overlap(trigger.span, _at(row))]
        wanted = (trigger.type, trigger.modality)
        told = [(row["type"], row["modality"]) for row in met]
        if wanted not in told:
            otherwise = f" not {told}" if met else ""
            yield f"{'!' if met else '-'} measure {trigger.span.text!r} {wanted}{otherwise}"
    for row in rows:
        if not any(overlap(trigger.span, _at(row)) for trigger in gold.triggers):
            words = gold.text[row["start"] : row["end"]]
            yield f"+ measure {words!r} {(row['type'], row['modality'])}"


def _both(text: str, what: str, wanted: Iterable[Marked], read: Iterable[Marked]) -> Iterator[str]:
    ours, theirs = set(wanted), set(read)
    for sign, rest in (("-", ours - theirs), ("+", theirs - ours)):
        for start, end, value in sorted(rest):
            yield f"{sign} {what} {text[start:end]!r} {value}".rstrip()


def _at(row: Row) -> tuple[int, int]:
    return int(row["start"]), int(row["end"])


def _plain(value: Any) -> str:  # noqa: ANN401  a figure of ours or of a row
    return f"{Decimal(str(value)).normalize():f}"

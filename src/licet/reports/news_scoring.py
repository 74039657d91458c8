"""Stories and their merged facts in the form in which readers are compared with an annotation.

One object: a document for each story letter with mentions, times, amounts, statements and measures, all by
code points, and `facts` with the stories that tell each. Named mentions only: nouns that stand for a party
are not compared. Of parties and measures the merged key is given: links between stories are compared too.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from licet.model.news import Amount, AmountKind, Span, Timex, Value
from licet.news.measures.measure import Measure, MeasureType, SlotName
from licet.news.merging.fact import MergedMeasure, Timeline
from licet.news.parties.party import MentionKind, Party
from licet.news.reading import Reading
from licet.news.statements.statement import SpeakerKind, Statement, StatementKind

Row = dict[str, Any]
Keys = Mapping[str, str]
"""Key in the story to key over all stories; a key that is not there stays."""


def build(readings: Iterable[Reading], timeline: Timeline) -> Row:
    """Return all that is compared.

    Args:
        readings: The stories, in the order in which the timeline names them.
        timeline: What they tell together.
    """
    merged = {(story, key): measure.key for measure in timeline.measures for story, key in measure.parts}
    content: Row = {}
    for story, reading in zip(timeline.stories, readings, strict=True):
        party_keys = {key: to for (where, key), to in timeline.parties.items() if where == story}
        measure_keys = {key: to for (where, key), to in merged.items() if where == story}
        content[story] = document(reading, party_keys, measure_keys)
    content["facts"] = facts(timeline)
    content["status"] = {
        measure.key: {"measure_spans": _triggers(measure, content), "status": str(measure.modality)}
        for measure in timeline.measures
    }
    return content


def document(reading: Reading, party_keys: Keys | None = None, measure_keys: Keys | None = None) -> Row:
    """Return what is compared of one story.

    Args:
        reading: The story.
        party_keys: Keys of its parties over all stories; None to keep its own.
        measure_keys: The same of its measures.
    """
    return {
        "mentions": mentions(reading.parties, party_keys),
        "timex": times(reading.timexes),
        "amounts": amounts(reading.amounts),
        "statements": statements(reading.statements, party_keys),
        "measures": measures(reading.measures, measure_keys, party_keys),
    }


def mentions(found: Iterable[Value[Party]], keys: Keys | None = None) -> list[Row]:
    """Return named mentions with their party; nouns that stand for a party are not compared."""
    return [
        {"start": item.span.start, "end": item.span.end, "party": _key(value.value.key, keys)}
        for value in found
        for item in value.value.mentions
        if item.kind is not MentionKind.NOMINAL
    ]


def times(found: Iterable[Value[Timex]]) -> list[Row]:
    """Return time expressions with their TIMEX3 values; what is computed has no words to compare."""
    return [
        {**_place(value.spans[0]), "type": str(value.value.type), "value": value.value.value}
        for value in found
        if value.spans
    ]


def amounts(found: Iterable[Value[Amount]]) -> list[Row]:
    """Return amounts: the figure as a number, money by its currency, all else by what is counted."""
    return [
        {
            **_place(value.spans[0]),
            "value": _number(value.value.value),
            ("currency" if value.value.kind is AmountKind.MONEY else "unit"): value.value.unit,
        }
        for value in found
        if value.spans
    ]


def statements(found: Iterable[Value[Statement]], keys: Keys | None = None) -> list[Row]:
    """Return what was said, by whom; a no-comment says nothing."""
    return [
        {
            "content": [[item.start, item.end] for item in told.content],
            "source": [told.source.start, told.source.end] if told.source else None,
            "cue": [told.cue.start, told.cue.end] if told.cue else None,
            "speaker": _key(told.speaker.party, keys),
            "anonymous": told.speaker.kind is SpeakerKind.ANONYMOUS,
        }
        for told in (value.value for value in found)
        if told.kind is not StatementKind.NO_COMMENT
    ]


def measures(
    found: Iterable[Value[Measure]], keys: Keys | None = None, party_keys: Keys | None = None
) -> list[Row]:
    """Return every place that speaks of a measure, with the standing found for it."""
    rows = []
    for measure in (value.value for value in found):
        for item in measure.mentions:
            here = {name: [slot.value for slot in item.slot(name)] for name in SlotName}
            imposers = here[SlotName.IMPOSER] or list(measure.imposers)
            targets = here[SlotName.TARGET] or list(measure.targets)
            rows.append(
                {
                    **_place(item.trigger),
                    "type": str(item.type),
                    "modality": str(item.standing.modality),
                    "imposer": _key(imposers[0], party_keys) if imposers else None,
                    "target": _key(targets[0], party_keys) if targets else None,
                    "measure": _key(measure.key, keys),
                }
            )
    return sorted(rows, key=_undoing_last)


def _undoing_last(row: Row) -> tuple[bool, int, int, str]:
    """Order of rows: "relax penalties" tells of two measures; what undoes is compared last."""
    return MeasureType(row["type"]).undoes, row["start"], row["end"], row["measure"]


def facts(timeline: Timeline) -> list[Row]:
    """Return the merged facts that stories report; what was computed is told by no story."""
    return [
        {
            "docs": list(fact.stories),
            "support": [[item.story, item.span.start, item.span.end] for item in fact.support],
            "agreement": str(fact.agreement),
            "modality": str(fact.modality),
        }
        for fact in timeline.facts
        if not fact.derived
    ]


def _triggers(measure: MergedMeasure, content: Row) -> list[list[object]]:
    """Return the places that speak of a merged measure."""
    return [
        [story, row["start"], row["end"]]
        for story in dict.fromkeys(story for story, _ in measure.parts)
        for row in content[story]["measures"]
        if row["measure"] == measure.key
    ]


def _key(key: str, keys: Keys | None) -> str:
    return keys.get(key, key) if keys else key


def _place(span: Span) -> Row:
    return {"start": span.start, "end": span.end}


def _number(value: Decimal) -> int | float:
    """Return a figure as a JSON number: the annotation holds numbers."""
    return int(value) if value == value.to_integral_value() else float(value)

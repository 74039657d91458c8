"""What was read of stories, in the form that ../shared/tools/score_stories.py takes."""

from __future__ import annotations

from licet.model.news import Amount, AmountKind, Timex, Value
from licet.news.measures.measure import Measure
from licet.news.merging.fact import Timeline
from licet.news.parties.party import MentionKind, Party
from licet.news.reading import Reading
from licet.news.statements.statement import SpeakerKind, Statement, StatementKind

Row = dict[str, object]


def document(reading: Reading) -> dict[str, list[Row]]:
    """All that was read of one story."""
    return {
        "mentions": mentions(list(reading.parties)),
        "timex": [_timex(value) for value in reading.timexes],
        "amounts": [_amount(value) for value in reading.amounts],
        "statements": statements(list(reading.statements)),
        "measures": [row for value in reading.measures for row in _measure(value.value)],
    }


def mentions(found: list[Value[Party]]) -> list[Row]:
    """Named mentions with their party; nouns that stand for a party are not scored."""
    return [
        {"start": item.span.start, "end": item.span.end, "party": value.value.key}
        for value in found
        for item in value.value.mentions
        if item.kind is not MentionKind.NOMINAL
    ]


def statements(found: list[Value[Statement]]) -> list[Row]:
    """What was said, by whom; a no-comment says nothing."""
    return [
        {
            "content": [[item.start, item.end] for item in told.content],
            "source": [told.source.start, told.source.end] if told.source else None,
            "cue": [told.cue.start, told.cue.end] if told.cue else None,
            "speaker": told.speaker.party,
            "anonymous": told.speaker.kind is SpeakerKind.ANONYMOUS,
        }
        for told in (value.value for value in found)
        if told.kind is not StatementKind.NO_COMMENT
    ]


def facts(timeline: Timeline) -> list[Row]:
    """Merged facts; what was computed and not told is no fact of a story."""
    return [
        {
            "docs": list(fact.stories),
            "support": [[item.story, item.span.start, item.span.end] for item in fact.support],
            "agreement": str(fact.agreement),
        }
        for fact in timeline.facts
        if not fact.derived
    ]


def _timex(value: Value[Timex]) -> Row:
    span = value.spans[0]
    return {
        "start": span.start,
        "end": span.end,
        "type": str(value.value.type),
        "value": value.value.value,
    }


def _amount(value: Value[Amount]) -> Row:
    span, amount = value.spans[0], value.value
    unit = "currency" if amount.kind is AmountKind.MONEY else "unit"
    return {"start": span.start, "end": span.end, "value": float(amount.value), unit: amount.unit}


def _measure(measure: Measure) -> list[Row]:
    return [
        {
            "start": mention.trigger.start,
            "end": mention.trigger.end,
            "type": str(mention.type),
            "modality": str(mention.standing.modality),
            "measure": measure.key,
        }
        for mention in measure.mentions
    ]

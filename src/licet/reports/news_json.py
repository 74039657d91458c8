"""What was read of a story as JSON values; docs/reference/news.md tells every key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from licet.model.news import Amount, Span, Timex, Value
from licet.news.claims.claim import Claim
from licet.news.measures.measure import Measure
from licet.news.modality.modality import Standing
from licet.news.numbers import plain
from licet.news.parties.party import Party
from licet.news.statements.statement import Statement
from licet.usecases.read import Told

Json = dict[str, Any]
Read = TypeVar("Read")


def build(told: Told) -> Json:
    """Return a story with all that was read of it, in a fixed order of keys.

    Offsets count Unicode code points of `text`, `[start, end)`.
    """
    story, reading = told.story, told.reading
    return {
        "story": told.name,
        "source": told.source,
        "date": story.dated.isoformat() if story.dated else None,
        "outlet": story.outlet,
        "url": story.url,
        "title": encodable(story.title),
        "extractor": story.extractor,
        "text": encodable(story.text),
        "problems": [
            {"code": item.code, "where": item.where, "message": item.message} for item in story.problems
        ],
        "parties": _values(reading.parties, _party),
        "times": _values(reading.timexes, timex),
        "amounts": _values(reading.amounts, _amount),
        "statements": _values(reading.statements, _statement),
        "measures": _values(reading.measures, _measure),
        "claims": _values(reading.claims, claim),
        "links": {key: told.links[key].to_dict() for key in sorted(told.links)},
        "linked_on": told.linked_on.isoformat() if told.linked_on else None,
        "incomplete": list(told.unseen),
        "legal_effect": "none",
    }


def rows(told: Told) -> list[Json]:
    """Return one row for each thing read: story, sort, and what `build` gives of it."""
    whole = build(told)
    sorts = ("parties", "times", "amounts", "statements", "measures", "claims")
    return [{"story": told.name, "sort": sort, **row} for sort in sorts for row in whole[sort]]


def span(item: Span) -> Json:
    """Return a span with its words."""
    return {"start": item.start, "end": item.end, "text": encodable(item.text)}


def encodable(text: str) -> str:
    """Return a text of the same length that can be written as UTF-8: a lone surrogate is no character."""
    if text.isascii():
        return text
    return "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in text)


def _spans(items: Sequence[Span]) -> list[Json]:
    return [span(item) for item in items]


def _values(found: Sequence[Value[Read]], told: Callable[[Read], Json]) -> list[Json]:
    return [
        {
            **told(value.value),
            "spans": _spans(value.spans),
            "rule": value.rule,
            "derived_from": [_source(item) for item in value.derived_from],
        }
        for value in found
    ]


def _source(value: Value[object]) -> Json:
    return {
        "rule": value.rule,
        "spans": _spans(value.spans),
        "derived_from": [_source(item) for item in value.derived_from],
    }


def _party(party: Party) -> Json:
    return {
        "key": party.key,
        "name": encodable(party.name),
        "kind": str(party.kind),
        "role": str(party.role),
        "jurisdiction": party.jurisdiction,
        "mentions": [
            {**span(item.span), "kind": str(item.kind), "rule": item.rule} for item in party.mentions
        ],
        "links": list(party.links),
    }


def timex(item: Timex) -> Json:
    """Return a time expression."""
    anchor = item.anchor
    return {
        "type": str(item.type),
        "value": item.value,
        "mod": str(item.mod) if item.mod else None,
        "first": item.first.isoformat() if item.first else None,
        "last": item.last.isoformat() if item.last else None,
        "anchor": {"side": str(anchor.side), "event": span(anchor.event)} if anchor else None,
    }


def _amount(item: Amount) -> Json:
    return {
        "kind": str(item.kind),
        "value": plain(item.value),  # no reader of JSON may round it
        "high": plain(item.high) if item.high is not None else None,
        "unit": item.unit,
        "bound": str(item.bound),
        "role": str(item.role) if item.role else None,
        "governor": span(item.governor) if item.governor else None,
    }


def _statement(told: Statement) -> Json:
    speaker = told.speaker
    return {
        "kind": str(told.kind),
        "speaker": {
            "kind": str(speaker.kind),
            "party": speaker.party,
            "count": speaker.count,
            "of": speaker.of,
        },
        "medium": told.medium,
        "content": _spans(told.content),
        "source": span(told.source) if told.source else None,
        "cue": span(told.cue) if told.cue else None,
        "addressee": span(told.addressee) if told.addressee else None,
        "reported_by": told.reported_by,
        "repeats": _spans(told.repeats),
    }


def _standing(item: Standing) -> Json:
    return {
        "modality": str(item.modality),
        "rule": item.rule,
        "cues": _spans(item.cues),
        "presupposes": item.presupposes,
    }


def _measure(item: Measure) -> Json:
    return {
        "key": item.key,
        "type": str(item.type),
        "imposers": list(item.imposers),
        "targets": list(item.targets),
        "affects": item.affects,
        "standing": _standing(item.standing),
        "mentions": [
            {
                **span(place.trigger),
                "type": str(place.type),
                "standing": _standing(place.standing),
                "slots": [
                    {"name": str(slot.name), **span(slot.span), "value": slot.value, "rule": slot.rule}
                    for slot in place.slots
                ],
                "rule": place.rule,
            }
            for place in item.mentions
        ],
    }


def claim(item: Claim) -> Json:
    """Return a claim."""
    return {
        "key": item.key,
        "kind": str(item.kind),
        "subject": item.subject,
        "predicate": item.predicate,
        "value": item.value,
        "modality": str(item.modality),
        "when": timex(item.when) if item.when else None,
        "measure": item.measure,
        "statement": item.statement,
        "parties": list(item.parties),
        "place": item.place,
        "support": _spans(item.support),
        "made_by": item.rule,
    }

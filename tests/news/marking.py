"""Readings whose measures are marked by hand; all else is read by the real readers."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from tests.shared import SHARED

from licet.model.news import Amount, Span, Timex, Value
from licet.news import amounts, dates
from licet.news.claims.ground import Known
from licet.news.claims.making import claims
from licet.news.layout import layout
from licet.news.measures.measure import Measure, MeasureMention, MeasureType, Slot, SlotName
from licet.news.modality.gate import Gate
from licet.news.modality.modality import Modality, Standing
from licet.news.parties.party import Party
from licet.news.parties.reading import parties
from licet.news.reading import Reading
from licet.news.statements.reading import statements
from licet.news.story import Story, read_story

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Place:
    """A place that speaks of a measure: its trigger, its standing, and slots by their words."""

    trigger: str
    modality: Modality
    slots: Mapping[SlotName, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Marked:
    """A measure marked by hand, with keys of parties as the reader gives them."""

    type: MeasureType
    places: Sequence[Place]
    imposers: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    affects: str = ""


@dataclass(frozen=True, slots=True)
class Parts:
    """What the real readers take from a story."""

    story: Story
    named: Sequence[Value[Party]]
    times: Sequence[Value[Timex]]
    money: Sequence[Value[Amount]]

    def value(self, name: SlotName, span: Span) -> str:
        """Normal form of a slot's words: a party's key, a time's value, a figure."""
        if name in (SlotName.DATE, SlotName.END, SlotName.DURATION):
            return next((item.value.value or "" for item in self.times if item.spans[0].overlaps(span)), "")
        if name is SlotName.AMOUNT:
            found = (item.value for item in self.money if item.spans[0].overlaps(span))
            return next((f"{item.value:f} {item.unit}" for item in found), "")
        if name not in (SlotName.IMPOSER, SlotName.TARGET):
            return ""
        return next(
            (
                value.value.key
                for value in self.named
                for mention in value.value.mentions
                if mention.span.overlaps(span)
            ),
            "",
        )


def marked(
    text: str, *measures: Marked, dated: date | None = date(2024, 5, 15), outlet: str = "", url: str = ""
) -> Reading:
    """A reading of a story with its measures as marked; slots are found by their words."""
    story = Story(text, dated, outlet, url)

    def span(words: str) -> Span:
        start = text.index(words)
        return story.span(start, start + len(words))

    parts = _parts(story)
    found = []
    for number, row in enumerate(measures, start=1):
        places = tuple(
            MeasureMention(
                span(place.trigger),
                row.type,
                Standing(place.modality, "marked"),
                tuple(
                    Slot(name, span(words), parts.value(name, span(words)), "marked")
                    for name, words in place.slots.items()
                ),
                "marked",
            )
            for place in row.places
        )
        measure = Measure(f"m{number}", row.type, places, row.imposers, row.targets, row.affects)
        found.append(Value(measure, tuple(place.trigger for place in places), "marked"))
    return _reading(parts, found)


def _parts(story: Story) -> Parts:
    return Parts(story, parties(layout(story)), dates.read(story.text, story.dated), amounts.read(story.text))


def _reading(parts: Parts, measured: list[Value[Measure]]) -> Reading:
    laid = layout(parts.story)
    named = list(parts.named)
    said = statements(laid, named)
    known = Known(named, parts.times, parts.money, said, measured)
    told = claims(laid, known, Gate(laid, named, said))
    return Reading(
        parts.story,
        tuple(named),
        tuple(parts.times),
        tuple(parts.money),
        tuple(said),
        tuple(measured),
        tuple(told),
    )


_TYPES = {
    "settlement_penalty": "settlement",
    "sanctions_regime": "sanctions",
    "procurement_sales_ban": "sales_ban",
}
_KEYS = {
    "ZTE": "zte",
    "US_COMMERCE": "us-commerce",
    "TRUMP": "donald-trump",
    "US": "country-US",
    "CN": "country-CN",
    "US_DOD": "us-defense",
    "FCC": "us-fcc",
    "HUAWEI": "huawei",
    "IR": "country-IR",
    "KP": "country-KP",
}
_BASE, _RELIEF = "M1", "M8"


def annotated() -> list[Reading]:
    """The two real stories with their measures as annotated, read in place."""
    gold: Row = json.loads((SHARED / "stories" / "gold.json").read_text(encoding="utf-8"))
    found = []
    for row in gold["documents"]:
        story = read_story((SHARED / "stories" / row["file"]).read_bytes())
        found.append(_reading(parts := _parts(story), _annotated(gold, row["id"], parts)))
    return found


def _annotated(gold: Row, document: str, parts: Parts) -> list[Value[Measure]]:
    rows = [
        (row, sorted(own, key=lambda item: int(item["trigger"]["start"])))
        for row in gold["measures"]
        if (own := [item for item in row["mentions"] if item["doc"] == document])
    ]
    rows.sort(key=lambda pair: int(pair[1][0]["trigger"]["start"]))
    keys = {row["id"]: f"m{number}" for number, (row, _) in enumerate(rows, start=1)}
    found = []
    for row, mentions in rows:
        places = tuple(_place(row, item, parts) for item in mentions)
        measure = Measure(
            keys[row["id"]],
            _type(row),
            places,
            tuple(_KEYS[name] for name in row["imposer"]),
            tuple(_KEYS[name] for name in row["target"]),
            keys.get(_BASE, "") if row["id"] == _RELIEF else "",
        )
        found.append(Value(measure, tuple(place.trigger for place in places), "annotated"))
    return found


def _type(row: Row) -> MeasureType:
    kind: str = row["type"]
    return MeasureType(_TYPES.get(kind, kind))


def _place(row: Row, item: Row, parts: Parts) -> MeasureMention:
    def span(place: Row) -> Span:
        return parts.story.span(place["start"], place["end"])

    slots = [
        _slot(row, name, span(place), parts)
        for name in SlotName
        for key in (name.value, f"{name.value}s")
        if item.get(key)
        for place in (item[key] if isinstance(item[key], list) else [item[key]])
    ]
    trigger = span(item["trigger"])
    if row.get("instrument") and row["instrument"] in trigger.text:
        slots.append(Slot(SlotName.INSTRUMENT, trigger, "", "annotated"))
    slots.sort(key=lambda slot: slot.span)
    modality = "hypothetical" if item["modality"] == "possible" else item["modality"]
    standing = Standing(Modality(modality), "annotated")
    return MeasureMention(trigger, _type(row), standing, tuple(slots), "annotated")


def _slot(row: Row, name: SlotName, span: Span, parts: Parts) -> Slot:
    value = parts.value(name, span)
    if name is SlotName.TARGET:
        value = _KEYS[row["target"][0]]
    elif name is SlotName.IMPOSER and not value:
        value = _KEYS[row["imposer"][0]]
    return Slot(name, span, value, "annotated")

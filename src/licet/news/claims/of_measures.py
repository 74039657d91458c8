"""Claims made of measures: that they were imposed, pledged or wanted, and one for each slot."""

from __future__ import annotations

import re
from collections.abc import Iterator

from licet.model.news import Amount, Bound, Span, Timex
from licet.news import numbers
from licet.news.claims.claim import Claim, ClaimKind
from licet.news.claims.ground import Ground
from licet.news.measures.measure import Measure, MeasureMention, Slot, SlotName
from licet.news.modality.modality import Modality

CORE = (SlotName.IMPOSER, SlotName.TARGET, SlotName.ADDRESSEE)
"""Slots whose words belong to the claim that a measure was taken."""
IMPOSED = "imposed"
_WHEN = re.compile(r",? when ")
_ENDS = re.compile(r"[,;:.] ")
_CLAUSE_LENGTH = 160
"""Code points from the day that opens a clause to its verb at most."""
_CLAUSE = re.compile(r",? (?:after|before|when|while|although|since|because) ")


def of_measures(ground: Ground) -> Iterator[Claim]:
    """Claims of every measure that is more than background."""
    for value in ground.measured:
        measure = value.value
        yield from _told(ground, measure)
        yield from _slots(ground, measure)


def _told(ground: Ground, measure: Measure) -> Iterator[Claim]:
    """One claim for each standing and each speaker under which a measure is told.

    A place that names what would be undone tells nothing of the undoing.
    """
    grouped: dict[tuple[int | None, Modality], list[MeasureMention]] = {}
    for item in measure.mentions:
        if measure.type.undoes != item.type.undoes:
            continue
        holder = ground.statement_at(item.trigger.start)
        grouped.setdefault((holder, item.standing.modality), []).append(item)
    for (holder, modality), places in grouped.items():
        imposers = [slot.value for item in places for slot in item.slot(SlotName.IMPOSER) if slot.value]
        telling = _telling(places)
        yield Claim(
            kind=ClaimKind.MEASURE,
            subject=imposers[0] if imposers else next(iter(measure.imposers), ""),
            predicate=IMPOSED if modality.effective else modality.value,
            value=measure.type.value,
            support=tuple(_clause(ground, item) for item in telling),
            modality=modality,
            rule=f"measure: {telling[0].standing.rule}",
            when=_when(ground, telling),
            measure=measure.key,
            statement=holder,
            parties=measure.targets,
        )


def _telling(places: list[MeasureMention]) -> list[MeasureMention]:
    """The places that tell of the act itself: who did it to whom; where none does, the fullest one."""
    full = [item for item in places if item.slot(SlotName.IMPOSER) and item.slot(SlotName.TARGET)]
    return full or [max(places, key=lambda item: len(item.slots))]


def _clause(ground: Ground, item: MeasureMention) -> Span:
    """The words from who to whom; of a settlement or fine also what for."""
    wanted = [span for name, span, _, _ in item.slots if name in CORE]
    return ground.hull(item.trigger, *wanted)


def _when(ground: Ground, places: list[MeasureMention]) -> Timex | None:
    """The first time that any of the places tells."""
    for item in places:
        for slot in item.slot(SlotName.DATE):
            for value in ground.times_between(slot.span.start, slot.span.end):
                return value.value
    return next((found for item in places if (found := _when_before(ground, item)) is not None), None)


def _when_before(ground: Ground, item: MeasureMention) -> Timex | None:
    """The day of a clause that opens with it: "on Thursday, when the unit announced the fine"."""
    sentence = ground.sentence_at(item.trigger.start)
    start = max(sentence.start if sentence else 0, item.trigger.start - _CLAUSE_LENGTH)
    text = ground.laid.story.text
    for value in reversed(ground.times_between(start, item.trigger.start)):
        behind = text[value.spans[0].end : item.trigger.start]
        if _WHEN.match(behind) and not _ENDS.search(behind, 2):
            return value.value
    return None


def _slots(ground: Ground, measure: Measure) -> Iterator[Claim]:
    """One claim for each thing that is said of a measure; the same thing said again adds its words."""
    grouped: dict[tuple[SlotName, str], list[tuple[MeasureMention, Slot, Span]]] = {}
    for item in measure.mentions:
        for slot in item.slots:
            span = _own(ground, measure, slot)
            normal = slot.value or span.text.casefold()
            if slot.name is SlotName.AMOUNT:
                normal = next(
                    (figure(found.value) for found in ground.amounts_between(slot.span.start, slot.span.end)),
                    normal,
                )
            grouped.setdefault((slot.name, normal), []).append((item, slot, span))
    for (name, normal), told in grouped.items():
        item, slot, first = told[0]
        holder = ground.statement_at(first.start)
        times = ground.times_between(first.start, first.end)
        yield Claim(
            kind=ClaimKind.SLOT,
            subject=next(iter(measure.targets), ""),
            predicate=name.value,
            value=normal,
            support=tuple(span for *_, span in told),
            modality=_accused(ground, holder) or item.standing.modality,
            rule=f"slot: {slot.rule}",
            when=times[0].value if name in (SlotName.DATE, SlotName.END) and times else None,
            measure=measure.key,
            statement=holder,
        )


def figure(amount: Amount) -> str:
    """A figure with its unit, and how it is bound where it is: `up_to 60000000000 USD`."""
    bound = "" if amount.bound is Bound.EXACT else f"{amount.bound.value} "
    return f"{bound}{numbers.plain(amount.value)} {amount.unit}".strip()


def _own(ground: Ground, measure: Measure, slot: Slot) -> Span:
    """The words of a slot; of a reason without a clause that tells of another measure."""
    if slot.name is not SlotName.REASON:
        return slot.span
    clause = _CLAUSE.search(slot.span.text)
    start = slot.span.start + clause.start() if clause else slot.span.end
    if ground.speaks_of_other(measure.key, start, slot.span.end):
        return ground.span(slot.span.start, start)
    return slot.span


def _accused(ground: Ground, holder: int | None) -> Modality | None:
    """What stands in an accusation is no more than an accusation."""
    if holder is None:
        return None
    cue = ground.said[holder].value.cue
    return Modality.ACCUSED if cue is not None and cue.text.casefold().startswith("accus") else None

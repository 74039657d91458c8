"""Claims made of measures: that they were imposed, pledged or wanted, and one for each slot."""

from __future__ import annotations

import re

from licet.model.news import Amount, Bound, Span, Timex
from licet.news import numbers
from licet.news.claims.claim import Claim, ClaimKind
from licet.news.claims.ground import Ground
from licet.news.measures.measure import Measure, MeasureMention, Slot, SlotName
from licet.news.modality.modality import Modality

# Python 3.11 looks a member of an enum up slowly: those asked for most are bound once.
_MEASURE, _SLOT = ClaimKind.MEASURE, ClaimKind.SLOT
_AMOUNT = SlotName.AMOUNT
_DATE = SlotName.DATE
_DATED = (SlotName.DATE, SlotName.END)
_IMPOSER = SlotName.IMPOSER
_REASON = SlotName.REASON
_ACCUSED = Modality.ACCUSED

CORE = (SlotName.IMPOSER, SlotName.TARGET, SlotName.ADDRESSEE)
"""Slots whose words belong to the claim that a measure was taken."""
IMPOSED = "imposed"
_WHEN = re.compile(r",? when ")
_ENDS = re.compile(r"[,;:.] ")
_CLAUSE_LENGTH = 160
"""Code points from the day that opens a clause to its verb at most."""
_CLAUSE = re.compile(r" (?:after|before|when|while|although|since|because) ")


_PREDICATES = {modality: IMPOSED if modality.effective else modality.value for modality in Modality}
_NAMES = {name: name.value for name in SlotName}


def of_measures(ground: Ground) -> list[Claim]:
    """Claims of every measure that is more than background."""
    found: list[Claim] = []
    for value in ground.measured:
        _told(ground, value.value, found)
        _slots(ground, value.value, found)
    return found


def _told(ground: Ground, measure: Measure, found: list[Claim]) -> None:
    """Add one claim for each standing and each speaker under which a measure is told.

    A place that names what would be undone tells nothing of the undoing.
    """
    grouped: dict[tuple[int | None, Modality], list[MeasureMention]] = {}
    undoes = measure.type.undoes
    for item in measure.mentions:
        if item.type.undoes != undoes:
            continue
        holder = ground.statement_at(item.trigger.start)
        grouped.setdefault((holder, item.standing.modality), []).append(item)
    for (holder, modality), places in grouped.items():
        telling = _telling(places)
        told = Claim(
            _MEASURE,
            _imposer(places) or (measure.imposers[0] if measure.imposers else ""),
            _PREDICATES[modality],
            measure.type.value,
            tuple([_clause(ground, item) for item in telling]),
            modality,
            f"measure: {telling[0].standing.rule}",
            _when(ground, telling),
            measure.key,
            holder,
            measure.targets,
        )
        found.append(told)


def _imposer(places: list[MeasureMention]) -> str:
    """Key of the first who is told to take a measure; empty where none is."""
    for item in places:
        for name, _, key, _ in item.slots:
            if key and name is _IMPOSER:
                return key
    return ""


def _telling(places: list[MeasureMention]) -> list[MeasureMention]:
    """The places that tell of the act itself: who did it to whom; where none does, the fullest one."""
    if len(places) == 1:
        return places
    full = [item for item in places if item.slot(_IMPOSER) and item.slot(SlotName.TARGET)]
    return full or [max(places, key=lambda item: len(item.slots))]


def _clause(ground: Ground, item: MeasureMention) -> Span:
    """The words from who to whom; of a settlement or fine also what for."""
    if not item.slots:
        return item.trigger
    wanted = [span for name, span, _, _ in item.slots if name in CORE]
    return ground.hull(item.trigger, *wanted)


def _when(ground: Ground, places: list[MeasureMention]) -> Timex | None:
    """The first time that any of the places tells."""
    if not ground.times:
        return None
    for item in places:
        for name, span, _, _ in item.slots:
            if name is _DATE and (times := ground.times_between(span.start, span.end)):
                return times[0].value
    for item in places:
        before = _when_before(ground, item)
        if before is not None:
            return before
    return None


def _when_before(ground: Ground, item: MeasureMention) -> Timex | None:
    """The day of a clause that opens with it: "on Thursday, when the unit announced the fine"."""
    place = item.trigger.start
    times = ground.times_between(max(0, place - _CLAUSE_LENGTH), place)
    if not times:
        return None
    sentence = ground.sentence_at(place)
    start = sentence.start if sentence else 0
    text = ground.laid.story.text
    for value in reversed(times):
        if value.spans[0].start < start:
            break
        behind = text[value.spans[0].end : item.trigger.start]
        if _WHEN.match(behind) and not _ENDS.search(behind, 2):
            return value.value
    return None


def _slots(ground: Ground, measure: Measure, found: list[Claim]) -> None:
    """Add one claim for each thing that is said of a measure; the same thing said again adds its words."""
    grouped: dict[tuple[SlotName, str], tuple[MeasureMention, Slot, list[Span]]] = {}
    for item in measure.mentions:
        for slot in item.slots:
            name, span, normal, _ = slot
            if name is _REASON:
                span = _own(ground, measure, span)
            elif name is _AMOUNT:
                amounts = ground.amounts_between(span.start, span.end)
                normal = figure(amounts[0].value) if amounts else normal
            key = name, normal or span.text.casefold()
            if key in grouped:
                grouped[key][2].append(span)
            else:
                grouped[key] = item, slot, [span]
    subject, accusing = measure.targets[0] if measure.targets else "", ground.accusing
    for (name, normal), (item, slot, spans) in grouped.items():
        first = spans[0]
        holder = ground.statement_at(first.start)
        times = ground.times_between(first.start, first.end) if name in _DATED else ()
        told = Claim(
            _SLOT,
            subject,
            _NAMES[name],
            normal,
            tuple(spans),
            _ACCUSED if holder in accusing else item.standing.modality,
            f"slot: {slot.rule}",
            times[0].value if times else None,
            measure.key,
            holder,
        )
        found.append(told)


def figure(amount: Amount) -> str:
    """A figure with its unit, and how it is bound where it is: `up_to 60000000000 USD`."""
    bound = "" if amount.bound is Bound.EXACT else f"{amount.bound.value} "
    return f"{bound}{numbers.plain(amount.value)} {amount.unit}".strip()


def _own(ground: Ground, measure: Measure, reason: Span) -> Span:
    """The words of a reason without a clause that tells of another measure."""
    clause = _CLAUSE.search(reason.text)
    start = reason.end
    if clause:
        start = reason.start + clause.start()
        start -= reason.text[clause.start() - 1 : clause.start()] == ","
    if ground.speaks_of_other(measure.key, start, reason.end):
        return ground.span(reason.start, start)
    return reason

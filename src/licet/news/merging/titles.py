"""Facts in a few plain words that can be read alone."""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from decimal import Decimal

from licet.news.claims.counts import COUNT
from licet.news.claims.effects import TAKES_EFFECT
from licet.news.claims.of_measures import IMPOSED
from licet.news.claims.shares import SHARES
from licet.news.measures.measure import EASING, MeasureType, SlotName
from licet.news.merging.draft import Told
from licet.news.merging.fact import MergedMeasure
from licet.news.merging.view import View
from licet.news.modality.modality import Modality

_LONGEST = 110
"""Code points of a title's words from a story at most."""
_STANDINGS = {
    IMPOSED: "",
    "settled": "",
    "claimed_instruction": " said to be instructed",
    "no_comment": "",
    "requested": " asked for",
    "negotiating": " under negotiation",
    "unclear": ": unclear",
}
_SLOTS = {
    SlotName.DATE: "when",
    SlotName.DURATION: "how long",
    SlotName.END: "until when",
    SlotName.SCOPE: "covers",
    SlotName.INSTRUMENT: "named",
    SlotName.LIST: "list",
    SlotName.AMOUNT: "amount",
    SlotName.CONDITION: "condition",
    SlotName.REASON: "reason given",
}
_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day"}
_LENGTH = re.compile(r"P(\d+)([YMWD])")
_FIGURE = re.compile(r"([a-z_]+ )?(\d+(?:\.\d+)?)\s*(\S*)")
_BOUNDS = {
    "more_than": "more than ",
    "at_least": "at least ",
    "up_to": "up to ",
    "less_than": "less than ",
    "about": "about ",
}
_DAY = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)(?:-(?P<day>\d\d))?")
_MONTHS = 12
_TO = {Modality.REQUESTED: "asked", Modality.DEMANDED: "demanded", Modality.PLEDGED: "pledged"}
"""Verbs of what somebody is to do: "asked: to ban its directors"."""
_SIDES = {"stands_against": "stand against", "stands_behind": "stand behind"}
_SCALES = ((Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million"))
_EVENTS = {
    ("halt", "done"): "halted",
    ("halt", "to_come"): "is to halt",
    ("halt", "going_on"): "is halting",
    ("halt", "denied"): "denied to have halted",
    ("resume", "done"): "resumed",
    ("resume", "to_come"): "is to resume",
    ("resume", "going_on"): "is resuming",
    ("resume", "denied"): "has not resumed",
}


def short(text: str, longest: int = _LONGEST) -> str:
    """A text on one line, cut at a word."""
    line = " ".join("".join(mark if mark.isprintable() else " " for mark in text).split())
    if len(line) <= longest:
        return line
    return line[:longest].rsplit(" ", 1)[0].rstrip(",;:") + " ..."


def kind(measure: MergedMeasure) -> str:
    """The kind of a measure in words."""
    return MeasureType(measure.type).value.replace("_", " ")


def aimed(view: View, measure: MergedMeasure) -> str:
    """The kind of a measure and whom it is aimed at: "denial order against ZTE"."""
    against = view.shown(measure.targets[:3])
    link = "for" if measure.type in _FAVOURS else "against"
    return f"{kind(measure)} {link} {against}" if against else kind(measure)


_FAVOURS = EASING | {MeasureType.EXTENSION}


def measure(view: View, merged: MergedMeasure, standing: str, imposer: str) -> str:
    """That a measure was taken, pledged or proposed: "Commerce: denial order against ZTE"."""
    who = view.show(imposer) if imposer else ""
    told = _STANDINGS.get(standing, f" {standing.replace('_', ' ')}")
    return short(f"{who}: {aimed(view, merged)}{told}" if who else f"{aimed(view, merged)}{told}")


def slot(view: View, merged: MergedMeasure, name: SlotName, items: Sequence[Told], *, differ: bool) -> str:
    """What is told of a measure: "denial order against ZTE, how long: 7 years".

    Args:
        view: All stories.
        merged: The measure.
        name: Which thing is told.
        items: The claims that tell it.
        differ: Whether they contradict each other; then each is shown, else the most exact one.
    """
    if name in (SlotName.DURATION, SlotName.AMOUNT, SlotName.DATE, SlotName.END):
        shown = {SlotName.DURATION: length, SlotName.AMOUNT: amount}.get(name, day)
        values = list(dict.fromkeys(shown(item.claim.value) for item in sorted(items, key=_width)))
        value = " or ".join(values if differ else values[:1])
    else:
        value = "; ".join(dict.fromkeys(item.claim.support[0].text.strip('"“”.,') for item in items[:3]))
    return short(f"{aimed(view, merged)}, {_SLOTS[name]}: {value}")


def detail(view: View, merged: MergedMeasure, items: Sequence[Told], *, differ: bool) -> str:
    """The day of effect of a measure, or how many things it is about; each value told where they differ."""
    predicate = items[0].claim.predicate
    if predicate == TAKES_EFFECT:
        values, name = [day(item.claim.value) for item in sorted(items, key=_width)], "takes effect"
    else:
        values, name = [amount(item.claim.value) for item in items], predicate.removeprefix(COUNT)
    told = list(dict.fromkeys(values))
    return short(f"{aimed(view, merged)}, {name}: {' or '.join(told if differ else told[:1])}")


def day(value: str) -> str:
    """A TIMEX3 day, month or year in words: "14 May 2018", "April 2018"; others as they stand."""
    match = _DAY.fullmatch(value)
    if match is None or not 1 <= int(match["month"]) <= _MONTHS:
        return value
    month = f"{calendar.month_name[int(match['month'])]} {match['year']}"
    return f"{int(match['day'])} {month}" if match["day"] else month


def _width(item: Told) -> tuple[int, int]:
    """How exact a claim is: days of its interval, then digits of its figure, the most exact first."""
    when = item.claim.when
    days = (when.last - when.first).days if when and when.first and when.last else 0
    return days, -len(item.claim.value.partition(" ")[0].strip("0."))


def end(view: View, merged: MergedMeasure) -> str:
    """The end of a measure, computed from its start and its length."""
    return short(f"{aimed(view, merged)}, end computed from start and length")


def length(value: str) -> str:
    """A TIMEX3 duration in words; others as they stand."""
    match = _LENGTH.fullmatch(value)
    if match is None:
        return value
    return f"{match[1]} {_UNITS[match[2]]}{'' if match[1] == '1' else 's'}"


def amount(value: str) -> str:
    """A figure with its unit: "1.19 billion USD"; others as they stand."""
    match = _FIGURE.fullmatch(value.strip())
    if match is None:
        return value
    figure = Decimal(match[2])
    bound = _BOUNDS.get((match[1] or "").strip(), "")
    for scale, name in _SCALES:
        if figure >= scale:
            return f"{bound}{(figure / scale).normalize():f} {name} {match[3]}".strip()
    return f"{bound}{figure.normalize():,f} {match[3]}".strip()


def statement(view: View, item: Told, speaker: str, text: str) -> str:
    """Who said what: `Lindsay Walters said: "..."`."""
    who = view.show(speaker) if speaker else "somebody"
    organisation = item.claim.parties
    if speaker.startswith("unnamed"):
        who = "unnamed source"
        if organisation:
            who += f" ({view.show(view.party(item, organisation[0]))})"
    verb = item.claim.predicate
    if verb == "said" and text.startswith("to "):
        verb = _TO.get(item.claim.modality, verb)
    return short(f"{who} {verb}: {text}")


def no_comment(view: View, speakers: Sequence[str], deferred: str = "") -> str:
    """Who gave no comment, or passed questions on to whom."""
    if deferred:
        return short(f"{view.shown(speakers)}: questions passed on to {view.show(deferred)}")
    return short(f"No comment: {view.shown(speakers)}")


def deed(view: View, subject: str, predicate: str, aspects: Sequence[str]) -> str:
    """What a company did or is about to do; all that the stories tell where they differ."""
    verb, _, what = predicate.partition("_")
    told = " or ".join(_EVENTS[verb, aspect] for aspect in dict.fromkeys(aspects))
    return short(f"{view.show(subject)} {told} {what}")


def meeting(view: View, subject: str, others: Sequence[str], *, to_come: bool) -> str:
    """Who meets whom."""
    return short(f"{view.show(subject)} {'to meet' if to_come else 'met'} {view.shown(others)}")


def talks(view: View, named: Sequence[str], place: str) -> str:
    """Who talks and where; countries stand for those who speak for them."""
    countries = [key for key in named if key.startswith("country-")]
    who = view.shown(countries if len(countries) > 1 else named)
    return short(f"Talks{f' of {who}' if who else ''}{f' in {view.show(place)}' if place else ''}")


def state(view: View, item: Told) -> str:
    """A state in words: tensions, the tone of talks, a stance."""
    claim = item.claim
    named = view.named(item)
    if claim.predicate == "tensions":
        return short(f"Tensions between {view.shown(named)}: {claim.value}")
    if claim.predicate == "largest_penalty":
        return short(f"Said to be the largest: {claim.support[0].text}")
    if claim.predicate == SHARES:
        way, _, far = claim.value.partition(" ")
        return short(f"Shares of {view.shown(named)}: {way} by {amount(far)}")
    if claim.predicate == "tone_of_talks":
        return short(f"Talks: {claim.value}")
    if claim.predicate.startswith("stands_"):
        side = _SIDES[claim.predicate]
        other = view.party(item, claim.value)
        return short(f"{view.shown(key for key in named if key != other)} {side} {view.show(other)}")
    return short(claim.support[0].text)


def attribute(view: View, subject: str, items: Sequence[Told]) -> str:
    """What a party is: "ZTE: based in southern China, supplies telecom networks"."""
    parts = []
    for item in items:
        name = item.claim.predicate
        counted = name in ("employees", "sales")
        parts.append(f"{name}: {amount(item.claim.value)}" if counted else item.claim.support[0].text)
    return short(f"{view.show(subject)}: {', '.join(dict.fromkeys(parts))}")

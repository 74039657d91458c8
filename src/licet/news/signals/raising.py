"""From a reading to its signals: what a person should look at, and why. None of them has an effect."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from licet.model.news import Span
from licet.news.measures.measure import EASING, Measure, MeasureMention, MeasureType, SlotName
from licet.news.modality.modality import EFFECTIVE, Modality
from licet.news.parties.party import Party
from licet.news.reading import Reading
from licet.news.signals.accusing import accused_of
from licet.news.signals.places import MOST_NEAR, Places
from licet.news.signals.signal import Signal, SignalKind
from licet.news.signals.wording import accused, measure_words, shown, why

RELIEFS = EASING | {MeasureType.SETTLEMENT}
"""Measures that ease what holds: a pledge of one is hope, a pledge of any other a threat."""

_TURNING = frozenset((MeasureType.SUSPENSION, MeasureType.LIFTING))
_SPECIAL = (Modality.PLEDGED, Modality.CLAIMED_INSTRUCTION)
_KINDS = {
    **dict.fromkeys(EFFECTIVE, SignalKind.ACT_REPORTED),
    Modality.CLAIMED: SignalKind.ACT_CLAIMED,
    Modality.THREATENED: SignalKind.MEASURE_THREATENED,
    **dict.fromkeys(
        (
            Modality.PROPOSED,
            Modality.REQUESTED,
            Modality.DEMANDED,
            Modality.EXPECTED,
            Modality.PREDICTED,
        ),
        SignalKind.MEASURE_PROPOSED,
    ),
    Modality.NEGOTIATING: SignalKind.UNDER_NEGOTIATION,
    Modality.DENIED: SignalKind.CHANGE_DENIED,
    Modality.UNCLEAR: SignalKind.SPOKEN_OF,
}
_UNTOLD = frozenset(
    (
        Modality.BACKGROUND,
        Modality.HYPOTHETICAL,
        Modality.OPINION,
        Modality.ACCUSED,
        Modality.REPORTED,
        Modality.STATED,
        Modality.NO_COMMENT,
    )
)
"""Standings of which nothing follows for a measure; `accused` is told from who is accused."""
_ACCUSING = ("accus", "alleg", "charg")


def signals(reading: Reading) -> list[Signal]:
    """Return what of a story a person should look at, in the order of the story.

    One signal tells all places of a story that speak of one measure in one way.
    """
    places = Places.of(reading)
    measures = {item.value.key: item.value for item in reading.measures}
    found = [signal for measure in measures.values() for signal in _of_measure(measure, measures, places)]
    found += _accusations(reading, places)
    return sorted(found, key=lambda item: (item.support[0].start, item.kind, item.measure))


def eases(kind: MeasureType, affects: MeasureType | None) -> bool:
    """Tell whether a measure eases what holds; to suspend or lift what eases is no relief.

    Args:
        kind: What the measure is.
        affects: What it would ease, end or prolong; None where it stands by itself.
    """
    if kind in _TURNING and affects in RELIEFS:
        return False
    return kind in RELIEFS or (kind is MeasureType.EXTENSION and affects in RELIEFS)


def kind_of(kind: MeasureType, modality: Modality, affects: MeasureType | None = None) -> SignalKind | None:
    """Return what sort of signal a measure in a standing gives; None for none."""
    if modality in _SPECIAL:
        return SignalKind.RELIEF_PLEDGED if eases(kind, affects) else SignalKind.MEASURE_THREATENED
    return None if modality in _UNTOLD else _KINDS[modality]


def _of_measure(measure: Measure, measures: dict[str, Measure], places: Places) -> Iterator[Signal]:
    affected = measures.get(measure.affects)
    affects = affected.type if affected else None
    told = [(kind_of(measure.type, item.standing.modality, affects), item) for item in measure.mentions]
    ranked = sorted(((kind, item) for kind, item in told if kind), key=lambda pair: pair[0])
    for kind, pairs in groupby(ranked, key=lambda pair: pair[0]):
        mentions = sorted((item for _, item in pairs), key=lambda item: item.trigger.start)
        parties, aimed = _touched(measure, affected, mentions, places)
        names = [places.named[key].name for key in parties]
        modality = mentions[0].standing.modality
        words = why(measure_words(measure.type, affects), modality, names, aimed=aimed)
        support = tuple(item.trigger for item in mentions)
        instrument = _instrument(mentions)
        if instrument:
            words = f"{words}, by what the story calls {instrument}"
        yield Signal(kind, measure.key, measure.type, modality, parties, words, support, affects)


def _touched(
    measure: Measure,
    affected: Measure | None,
    mentions: list[MeasureMention],
    places: Places,
) -> tuple[tuple[str, ...], bool]:
    """Keys of whom a measure is aimed at, and whether the story says so; else subjects named beside it."""
    slots = [slot.value for item in mentions for slot in item.slot(SlotName.TARGET)]
    targets = (*measure.targets, *slots, *(affected.targets if affected else ()))
    told = tuple(key for key in dict.fromkeys(targets) if key in places.named)
    if told:
        return told, True
    near = (key for place in mentions[:MOST_NEAR] for key in places.near(place.trigger))
    return tuple(dict.fromkeys(near))[:MOST_NEAR], False


def _instrument(mentions: list[MeasureMention]) -> str:
    """What a story calls an instrument by number or day; a bare "the order" says nothing more."""
    found = (slot.span.text for item in mentions for slot in item.slot(SlotName.INSTRUMENT))
    return shown(next((text for text in found if any(map(str.isdigit, text))), ""))


def _accusations(reading: Reading, places: Places) -> Iterator[Signal]:
    """Who is accused of what: by statements against somebody, and by what stands behind a name."""
    seen: set[int] = set()
    for statement in (item.value for item in reading.statements):
        against, cue = statement.addressee, statement.cue
        if against is None or cue is None or not statement.content:
            continue
        if cue.text.casefold().startswith(_ACCUSING) and (party := places.meant(against)):
            seen |= {span.start for span in statement.content}
            yield _accusation(party, statement.content)
    for start, end, key in places.subjects:
        what = accused_of(places.text, Span(start, end, places.text[start:end]))
        if what and what.start not in seen:
            seen.add(what.start)
            yield _accusation(places.named[key], (what,))


def _accusation(party: Party, support: tuple[Span, ...]) -> Signal:
    words = accused(party.name, support[0].text)
    return Signal(SignalKind.ACCUSATION, "", None, Modality.ACCUSED, (party.key,), words, support)

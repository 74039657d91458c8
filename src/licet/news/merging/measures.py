"""Measures across stories: one if kind, target, authority and days agree, never by likeness of words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from licet.news.measures.measure import MeasureType, SlotName
from licet.news.merging.fact import MergedMeasure
from licet.news.merging.nesting import lineage
from licet.news.merging.parties import Key
from licet.news.merging.pool import MOST_COMPARED, Telling
from licet.news.merging.sketch import Sketch, agreement, contradicts, sketch
from licet.news.merging.whole import standing
from licet.news.parties.party import PartyKind

_EXACT = {kind: rank for rank, kind in enumerate(MeasureType)}
_GENERAL = frozenset((MeasureType.SANCTIONS, MeasureType.RELIEF))


@dataclass(frozen=True, slots=True)
class Cluster:
    """A measure over stories.

    Attributes:
        merged: What is told of it as a whole.
        sketches: Each telling of it.
    """

    merged: MergedMeasure
    sketches: tuple[Sketch, ...]


@dataclass(slots=True)
class _Telling:
    """A merged measure in the making.

    Attributes:
        sketches: Each telling of it.
        shapes: One telling of each shape, with what it undoes: what others are compared with.
        stories: Keys of the stories that tell it; none tells it as two.
    """

    sketches: list[Sketch] = field(default_factory=list)
    shapes: dict[object, Sketch] = field(default_factory=dict)
    stories: set[str] = field(default_factory=set)


def clusters(stories: Sequence[Telling], parties: dict[Key, str]) -> list[Cluster]:
    """Merge the measures of all stories.

    Args:
        stories: The stories in their own order.
        parties: Merged keys of the parties.
    """
    found: list[_Telling] = []
    home: dict[Key, int] = {}
    shared: dict[str, list[int]] = {}
    sketches = [sketch(story, measure, parties) for story in stories for measure in story.measures.values()]
    sketches.sort(key=lambda item: item.measure.type.undoes)
    for _, same_story in groupby(sketches, key=lambda item: (item.measure.type.undoes, item.story.key)):
        told = list(same_story)
        best = _best(told, found, shared, home)
        for number, item in enumerate(told):
            place = best.get(number, len(found))
            if place == len(found):
                found.append(_Telling())
            found[place].sketches.append(item)
            found[place].stories.add(item.story.key)
            undone = home.get((item.story.key, item.measure.affects))
            found[place].shapes.setdefault((item.shape, undone), item)
            home[item.story.key, item.measure.key] = place
            for key in item.shared_by:
                known = shared.setdefault(key, [])
                if place not in known[-MOST_COMPARED:]:
                    known.append(place)
    return _numbered([part.sketches for part in found], home, parties)


def _best(
    told: list[Sketch], found: list[_Telling], shared: dict[str, list[int]], home: dict[Key, int]
) -> dict[int, int]:
    """For the measures of one story, by their numbers, which known measure each one is.

    What fits best is taken first, since no known measure is two of one story.
    """
    ranked: list[tuple[int, int, int]] = []
    for number, item in enumerate(told):
        near = {place for key in item.shared_by for place in shared.get(key, ())[-MOST_COMPARED:]}
        fits = ((_fit(item, found[place], home), place) for place in near)
        ranked.extend((-fit, number, place) for fit, place in fits if fit)
    best: dict[int, int] = {}
    taken: set[int] = set()
    for _, number, place in sorted(ranked):
        if number not in best and place not in taken:
            best[number] = place
            taken.add(place)
    return best


def _fit(item: Sketch, told: _Telling, home: dict[Key, int]) -> int:
    """How well a telling fits a measure: 0 where any telling of it speaks against, or none is of its kind."""
    if item.story.key in told.stories:
        return 0
    total = 0
    for other in told.shapes.values():
        if contradicts(item, other) or not _same_undone(item, other, home):
            return 0
        total = max(total, agreement(item, other))
    return total


def _same_undone(one: Sketch, other: Sketch, home: dict[Key, int]) -> bool:
    """Whether two measures that undo another one are about the same, as far as both tell."""
    left = home.get((one.story.key, one.measure.affects))
    right = home.get((other.story.key, other.measure.affects))
    return left is None or right is None or left == right


def _numbered(found: list[list[Sketch]], home: dict[Key, int], parties: dict[Key, str]) -> list[Cluster]:
    return [
        Cluster(_merged(f"M{number + 1}", cluster, home, parties), tuple(cluster))
        for number, cluster in enumerate(found)
    ]


def _merged(key: str, cluster: list[Sketch], home: dict[Key, int], parties: dict[Key, str]) -> MergedMeasure:
    affected = [
        home[item.story.key, item.measure.affects]
        for item in cluster
        if (item.story.key, item.measure.affects) in home
    ]
    return MergedMeasure(
        key=key,
        type=min((item.measure.type for item in cluster), key=lambda kind: (kind in _GENERAL, _EXACT[kind])),
        parts=tuple((item.story.key, item.measure.key) for item in cluster),
        imposers=_ranked(cluster, parties),
        targets=tuple(
            dict.fromkeys(
                parties.get((item.story.key, name), name) for item in cluster for name in item.measure.targets
            )
        ),
        modality=standing(cluster),
        affects=f"M{Counter(affected).most_common(1)[0][0] + 1}" if affected else "",
    )


def _ranked(cluster: list[Sketch], parties: dict[Key, str]) -> tuple[str, ...]:
    """The authorities: an agency before what it is within and before a person, a government last."""
    ranks = {PartyKind.AUTHORITY: 0, PartyKind.PERSON: 1, PartyKind.COUNTRY: 3}
    found: dict[str, tuple[int, int]] = {}
    for item in cluster:
        slots = (slot.value for place in item.measure.mentions for slot in place.slot(SlotName.IMPOSER))
        for name in (*item.measure.imposers, *slots):
            party = item.story.parties.get(name)
            if party is not None:
                rank = ranks.get(party.kind, 2)
                rank = 2 if party.kind is PartyKind.AUTHORITY and not party.jurisdiction else rank
                found.setdefault(parties.get((item.story.key, name), name), (rank, -len(lineage(party))))
    return tuple(sorted(found, key=found.__getitem__))

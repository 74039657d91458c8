"""Measures across stories: one if kind, target, authority and days agree, never by likeness of words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby, islice

from licet.news.measures.measure import MeasureType, SlotName
from licet.news.merging.companies import Companies
from licet.news.merging.fact import MergedMeasure
from licet.news.merging.fitting import agreement, contradicts, is_fragment
from licet.news.merging.nesting import is_within, lineage
from licet.news.merging.parties import Key
from licet.news.merging.pool import MOST_COMPARED, Telling
from licet.news.merging.sketch import Sketch, sketch
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
    companies = Companies(stories, parties)
    sketches = [
        sketch(story, measure, parties, companies) for story in stories for measure in story.measures.values()
    ]
    gathered = _Gathered()
    gathered.take(item for item in sketches if not item.measure.type.undoes)
    gathered.join()
    gathered.adopt()
    gathered.take(item for item in sketches if item.measure.type.undoes)
    return _numbered([part.sketches for part in gathered.found], gathered.home, parties)


class _Gathered:
    """The measures found so far, and where each telling of each story has gone."""

    def __init__(self) -> None:
        self.found: list[_Telling] = []
        self.home: dict[Key, int] = {}
        self._shared: dict[str, list[int]] = {}

    def take(self, sketches: Iterable[Sketch]) -> None:
        """Add the tellings of stories, story by story, each to the measure that it fits best."""
        for _, same_story in groupby(sketches, key=lambda item: item.story.key):
            told = list(same_story)
            best = _best(told, self.found, self._shared, self.home)
            for number, item in enumerate(told):
                place = best.get(number, len(self.found))
                if place == len(self.found):
                    self.found.append(_Telling())
                self._add(item, place)

    def _add(self, item: Sketch, place: int) -> None:
        self.found[place].sketches.append(item)
        self.found[place].stories.add(item.story.key)
        undone = self.home.get((item.story.key, item.measure.affects))
        self.found[place].shapes.setdefault((item.shape, undone), item)
        self.home[item.story.key, item.measure.key] = place
        for key in item.shared_by:
            known = self._shared.setdefault(key, [])
            if place not in known[-MOST_COMPARED:]:
                known.append(place)

    def join(self) -> None:
        """Make measures one that a telling between them joins: the first fitted neither of the two that came.

        A story that names nobody is met by one that names the company, and that by one that names the office.
        """
        for place, told in enumerate(self.found):
            near = {
                other
                for item in told.shapes.values()
                for key in item.shared_by
                for other in self._shared.get(key, ())[-MOST_COMPARED:]
                if other < place and self.found[other].sketches
            }
            fits = ((_group_fit(told, self.found[other], self.home), other) for other in near)
            ranked = sorted((-fit, other) for fit, other in fits if fit)
            if ranked:
                for item in told.sketches:
                    self._add(item, ranked[0][1])
                self.found[place] = _Telling()
        self._close_up()

    def adopt(self) -> None:
        """Let what a story says in doubt of a measure stand with the act that it leads with.

        A story that bars a carrier and then speaks of "the ban, decided by the cabinet" tells one measure.
        """
        leading: dict[str, list[tuple[int, Sketch]]] = {}
        for place, told in enumerate(self.found):
            for item in told.sketches:
                if item.leading and item.standing.effective and len(told.stories) > 1:
                    leading.setdefault(item.story.key, []).append((place, item))
        for place, told in enumerate(self.found):
            if len(told.sketches) != 1:
                continue
            (item,) = told.sketches
            for home, lead in leading.get(item.story.key, ()):
                if home != place and is_fragment(item, lead):
                    self._add(item, home)
                    self.found[place] = _Telling()
        self._close_up()

    def _close_up(self) -> None:
        """Leave out measures that others have taken in."""
        numbers = {
            place: number
            for number, place in enumerate(place for place, told in enumerate(self.found) if told.sketches)
        }
        self.found = [told for told in self.found if told.sketches]
        self.home = {key: numbers[place] for key, place in self.home.items()}
        self._shared = {
            key: [numbers[place] for place in known if place in numbers]
            for key, known in self._shared.items()
        }


def _group_fit(one: _Telling, other: _Telling, home: dict[Key, int]) -> int:
    """How well two measures fit: 0 where one story tells both, or any two tellings contradict each other."""
    if one.stories & other.stories or len(one.shapes) * len(other.shapes) > MOST_COMPARED:
        return 0
    fits = [_fit(item, other, home) for item in one.shapes.values()]
    speaks_against = any(
        contradicts(item, told) for item in one.shapes.values() for told in other.shapes.values()
    )
    return 0 if speaks_against else max(fits, default=0)


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
    for other in islice(told.shapes.values(), MOST_COMPARED):
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
        type=_kind(cluster),
        parts=tuple((item.story.key, item.measure.key) for item in cluster),
        imposers=_ranked(cluster, parties),
        targets=_aimed_at(cluster, parties),
        modality=standing(cluster),
        affects=f"M{Counter(affected).most_common(1)[0][0] + 1}" if affected else "",
    )


def _kind(cluster: list[Sketch]) -> MeasureType:
    """The most exact kind that any story gives; where one tells the act as done, any of those that do."""
    sure = [item for item in cluster if item.standing.effective] or cluster
    return min((item.measure.type for item in sure), key=lambda kind: (kind in _GENERAL, _EXACT[kind]))


def _aimed_at(cluster: list[Sketch], parties: dict[Key, str]) -> tuple[str, ...]:
    """Whom any story aims it at, but for the authority that took it and those within it or above."""
    takers = {line for item in cluster for line in item.lines}
    found: dict[str, None] = {}
    for item in cluster:
        for name in item.measure.targets:
            party = item.story.parties.get(name)
            line = lineage(party) if party is not None and party.kind is PartyKind.AUTHORITY else ()
            if not any(is_within(line, taker) for taker in takers):
                found[parties.get((item.story.key, name), name)] = None
    return tuple(found)


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

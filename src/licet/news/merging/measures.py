"""Measures across stories: one if kind, target, authority and days agree, never by likeness of words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from licet.model.news import Timex
from licet.news.claims.claim import Claim
from licet.news.measures.measure import PENALTIES, Measure, MeasureType, SlotName
from licet.news.merging import comparing
from licet.news.merging.comparing import Relation
from licet.news.merging.fact import MergedMeasure
from licet.news.merging.nesting import is_within, lineage
from licet.news.merging.parties import Key
from licet.news.merging.pool import Telling
from licet.news.merging.strength import weakest
from licet.news.modality.modality import Modality
from licet.news.parties.party import Party, PartyKind

_FAMILIES = (
    frozenset(
        (
            MeasureType.DENIAL_ORDER,
            MeasureType.EXPORT_BAN,
            MeasureType.IMPORT_BAN,
            MeasureType.SALES_BAN,
            MeasureType.SANCTIONS,
        )
    ),
    frozenset((MeasureType.LISTING, MeasureType.SANCTIONS, MeasureType.EXPORT_BAN)),
    frozenset((MeasureType.SANCTIONS, MeasureType.ASSET_FREEZE, MeasureType.TRAVEL_BAN, MeasureType.EMBARGO)),
    frozenset((MeasureType.PROCUREMENT_BAN, MeasureType.SALES_BAN)),
    PENALTIES,
    frozenset(
        (
            MeasureType.RELIEF,
            MeasureType.LIFTING,
            MeasureType.SUSPENSION,
            MeasureType.EXEMPTION,
            MeasureType.REVOCATION,
        )
    ),
)
"""Kinds that two stories may give to one measure."""
_EXACT = {kind: rank for rank, kind in enumerate(MeasureType)}
_GENERAL = frozenset((MeasureType.SANCTIONS, MeasureType.RELIEF))
_BANS = frozenset((*_FAMILIES[0], MeasureType.PROCUREMENT_BAN))
"""Kinds that are one measure only where target and day are told and agree."""
OPEN = frozenset(
    (
        Modality.PROPOSED,
        Modality.PLEDGED,
        Modality.NEGOTIATING,
        Modality.REQUESTED,
        Modality.DEMANDED,
        Modality.THREATENED,
        Modality.EXPECTED,
        Modality.DENIED,
    )
)
"""Standings of what has not been done."""
DRIFT = 31
"""Days by which two stories may differ on when a measure was taken and still mean one."""


@dataclass(frozen=True, slots=True)
class Sketch:
    """What a measure of one story is compared by, with parties by their merged keys.

    Attributes:
        story: Its story.
        measure: It.
        targets: Whom it is aimed at.
        imposers: Who took it.
        lines: Lineages of those who took it, from the authority to its government; empty where unknown.
        realms: Jurisdictions of those who took it; empty where unknown.
        general: Whether nobody more exact than a government or a person took it.
        times: When it was taken.
        amounts: Figures told of it.
    """

    story: Telling
    measure: Measure
    targets: frozenset[str]
    imposers: frozenset[str]
    lines: frozenset[tuple[str, ...]]
    realms: frozenset[str]
    general: bool
    times: tuple[Timex, ...]
    amounts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cluster:
    """A measure over stories.

    Attributes:
        merged: What is told of it as a whole.
        sketches: Each telling of it.
    """

    merged: MergedMeasure
    sketches: tuple[Sketch, ...]


def clusters(stories: Sequence[Telling], parties: dict[Key, str]) -> list[Cluster]:
    """Merge the measures of all stories.

    Args:
        stories: The stories in their own order.
        parties: Merged keys of the parties.
    """
    found: list[list[Sketch]] = []
    home: dict[Key, int] = {}
    sketches = [_sketch(story, measure, parties) for story in stories for measure in story.measures.values()]
    sketches.sort(key=lambda item: item.measure.type.undoes)
    for sketch in sketches:
        best, place = 0, -1
        for number, cluster in enumerate(found):
            score = _fit(sketch, cluster, home)
            if score > best:
                best, place = score, number
        if place < 0:
            place = len(found)
            found.append([])
        found[place].append(sketch)
        home[sketch.story.key, sketch.measure.key] = place
    return _numbered(found, home, parties)


def _sketch(story: Telling, measure: Measure, parties: dict[Key, str]) -> Sketch:
    def keys(names: Sequence[str]) -> frozenset[str]:
        return frozenset(parties.get((story.key, name), name) for name in names if name)

    slots = list(chain.from_iterable(item.slots for item in measure.mentions))
    imposing = [
        story.parties[name]
        for name in (*measure.imposers, *(slot.value for slot in slots if slot.name is SlotName.IMPOSER))
        if name in story.parties
    ]
    claims = [item for item in story.claims if item.measure == measure.key]
    if not imposing and measure.type in PENALTIES:
        imposing = list(_telling_authorities(story, claims))
    return Sketch(
        story,
        measure,
        keys((*measure.targets, *(slot.value for slot in slots if slot.name is SlotName.TARGET))),
        keys(tuple(party.key for party in imposing)),
        frozenset(filter(None, map(lineage, imposing))),
        frozenset(party.jurisdiction for party in imposing if party.jurisdiction),
        all(party.kind is not PartyKind.AUTHORITY or not party.jurisdiction for party in imposing),
        tuple(
            item.when
            for item in claims
            if item.when is not None
            and (item.predicate in ("imposed", SlotName.DATE.value) or announces(item))
            and item.when.first
        ),
        tuple(
            item.value
            for item in claims
            if item.predicate == SlotName.AMOUNT and item.modality is not Modality.DENIED
        ),
    )


def _telling_authorities(story: Telling, claims: Sequence[Claim]) -> Iterator[Party]:
    """The authorities in whose words a story tells of a penalty: "..., the Treasury Department said"."""
    for item in claims:
        if item.statement is not None:
            speaker = story.reading.statements[item.statement].value.speaker.party
            party = story.parties.get(speaker)
            if party is not None and party.kind is PartyKind.AUTHORITY:
                yield party


def announces(claim: Claim) -> bool:
    """Whether a claim tells that a measure was announced, which is the day of one told as taken elsewhere."""
    return claim.modality is Modality.EXPECTED and "announc" in claim.support[0].text


def _fit(sketch: Sketch, cluster: list[Sketch], home: dict[Key, int]) -> int:
    """How well a telling fits a measure: 0 where any telling of it speaks against, or none is of its kind."""
    total = 0
    for other in cluster:
        if other.story.key == sketch.story.key or _contradicts(sketch, other, home):
            return 0
        total = max(total, _agreement(sketch, other))
    return total


def _contradicts(one: Sketch, other: Sketch, home: dict[Key, int]) -> bool:
    """Whether target, authority, days, amounts or what is undone differ, as far as both tell them."""
    if one.targets and other.targets and not one.targets & other.targets:
        return True
    if not _authorities(one, other) or not _same_undone(one, other, home):
        return True
    days = _days(one, other)
    return days is Relation.CONFLICT or (days is not Relation.SAME and not _sums(one, other))


def _agreement(one: Sketch, other: Sketch) -> int:
    """How many things two tellings agree in; 0 where they are of other kinds or share neither party."""
    kinds = (one.measure.type, other.measure.type)
    shared, same_day = one.targets & other.targets, _days(one, other) is Relation.SAME
    taken_by = bool(one.imposers & other.imposers) or _nested(one, other)
    if not _one_kind(kinds, sure=same_day and bool(shared)):
        return 0
    told_alike = same_day or _same_sum(one, other)
    if not (shared or one.imposers & other.imposers or (taken_by and told_alike)):
        return 0
    agreed = (kinds[0] is kinds[1]) + 2 * taken_by
    return 1 + agreed + 3 * bool(shared) + 2 * same_day


def _one_kind(kinds: tuple[MeasureType, MeasureType], *, sure: bool) -> bool:
    """Whether two kinds may be given to one measure; some only where target and day agree."""
    if kinds[0] is kinds[1]:
        return True
    both = set(kinds)
    return any(both <= family for family in _FAMILIES) or (sure and both <= _BANS)


def _authorities(one: Sketch, other: Sketch) -> bool:
    """Whether the authorities agree: the same, one within the other, or one unknown."""
    if not one.imposers or not other.imposers or one.imposers & other.imposers or _nested(one, other):
        return True
    if one.realms and other.realms and not one.realms & other.realms:
        return False
    return one.general or other.general


def _nested(one: Sketch, other: Sketch) -> bool:
    """Whether an authority of one telling is an authority of the other, or within it."""
    return any(is_within(left, right) for left in one.lines for right in other.lines)


def _same_undone(one: Sketch, other: Sketch, home: dict[Key, int]) -> bool:
    """Whether two measures that undo another one are about the same, as far as both tell."""
    left = home.get((one.story.key, one.measure.affects))
    right = home.get((other.story.key, other.measure.affects))
    return left is None or right is None or left == right


def _days(one: Sketch, other: Sketch) -> Relation:
    """Whether the days agree; days further off than a month keep measures apart."""
    if not one.times or not other.times:
        return Relation.UNKNOWN
    pairs = [(a, b) for a in one.times for b in other.times]
    if all(comparing.apart(a, b, DRIFT) for a, b in pairs):
        return Relation.CONFLICT
    return Relation.SAME


def _same_sum(one: Sketch, other: Sketch) -> bool:
    """Whether both tell one sum of a penalty."""
    if one.measure.type not in PENALTIES or other.measure.type not in PENALTIES:
        return False
    return any(comparing.amounts(a, b) is Relation.SAME for a in one.amounts for b in other.amounts)


def _sums(one: Sketch, other: Sketch) -> bool:
    """Whether the amounts agree as far as both tell one."""
    if not one.amounts or not other.amounts:
        return True
    return any(comparing.amounts(a, b) is not Relation.CONFLICT for a in one.amounts for b in other.amounts)


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
        modality=_standing(cluster),
        affects=f"M{Counter(affected).most_common(1)[0][0] + 1}" if affected else "",
    )


def _standing(cluster: list[Sketch]) -> Modality:
    """The weakest standing of the latest tellings: an earlier story told no more than was known then.

    A story that only speaks of a measure, in a quote or in doubt, tells nothing against an act in force.
    """
    told = [own_standing(item.measure, item.story) for item in latest(cluster) if not _only_announces(item)]
    told = told or [own_standing(item.measure, item.story) for item in cluster]
    sure = [modality for modality in told if modality.effective or modality in OPEN]
    return weakest(sure if any(modality.effective for modality in sure) else told)


def _only_announces(sketch: Sketch) -> bool:
    """Whether a telling says no more than that the measure was announced."""
    claims = [item for item in sketch.story.claims if item.measure == sketch.measure.key]
    return any(announces(item) for item in claims) and not any(item.modality.effective for item in claims)


def own_standing(measure: Measure, story: Telling) -> Modality:
    """The standing of a measure by the places that tell of it and not of what it would undo.

    An undoing that is told as done at one place and as pledged, wanted or denied at another is not done. Who
    denies that a measure is undone does not deny the measure.
    """
    undoing = measure.type.undoes
    own = [item.standing.modality for item in measure.mentions if item.type.undoes == undoing]
    if any(_denies_to_undo(other, measure.key) for other in story.measures.values()):
        own = [modality for modality in own if modality is not Modality.DENIED] or [Modality.CLAIMED]
    effective = next((modality for modality in own if modality.effective), None)
    open_ones = [modality for modality in own if modality in OPEN]
    if effective is not None and not (undoing and open_ones):
        return effective
    return (open_ones or own or [Modality.UNCLEAR])[0]


def _denies_to_undo(other: Measure, key: str) -> bool:
    return (
        other.affects == key
        and other.type.undoes
        and any(item.standing.modality is Modality.DENIED for item in other.mentions)
    )


def latest(cluster: Sequence[Sketch]) -> list[Sketch]:
    """The tellings that are not older than the first one that tells of an act that took effect."""
    days = [item.story.dated for item in cluster if own_standing(item.measure, item.story).effective]
    known = [day for day in days if day is not None]
    if not known:
        return list(cluster)
    return [
        item
        for item in cluster
        if own_standing(item.measure, item.story).effective
        or not item.story.dated
        or item.story.dated >= min(known)
    ]


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

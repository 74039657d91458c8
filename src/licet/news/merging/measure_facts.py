"""Facts about measures: that they were taken, and what is told of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from licet.news.claims.claim import ClaimKind
from licet.news.measures.measure import PENALTIES, SlotName
from licet.news.merging import titles
from licet.news.merging.acts import difference, taken
from licet.news.merging.derived import against_the_end, derived_end
from licet.news.merging.draft import Draft, Told
from licet.news.merging.effects import is_to_come
from licet.news.merging.fact import Difference, DifferenceKind
from licet.news.merging.measures import Cluster
from licet.news.merging.slots import slot_drafts
from licet.news.merging.standing import WANTED, own_standing
from licet.news.merging.view import View, first_of_each, is_own_voice
from licet.news.merging.weighing import weigh_slots
from licet.news.merging.whole import latest
from licet.news.modality.modality import Modality

NO_FACTS = frozenset((Modality.BACKGROUND, Modality.PREDICTED, Modality.HYPOTHETICAL, Modality.OPINION))
"""Standings of which no fact is made: what might be, and what is only mentioned."""


def measure_drafts(view: View) -> Iterator[Draft]:
    """Facts of every merged measure."""
    by_cluster: dict[str, list[Told]] = {}
    for item in view.told(ClaimKind.MEASURE, ClaimKind.SLOT):
        cluster = view.cluster(item)
        if cluster is not None:
            by_cluster.setdefault(cluster.merged.key, []).append(item)
    for cluster in view.clusters:
        told = by_cluster.get(cluster.merged.key, [])
        acts = [item for item in told if item.claim.kind is ClaimKind.MEASURE and not _is_undone(item)]
        if cluster.merged.modality is Modality.BACKGROUND or not _names_anybody(cluster):
            continue
        if any(item.claim.modality.effective for item in acts):
            yield from _taken(view, cluster, acts, told)
        yield from _untaken(view, cluster, acts, told)


def _is_undone(item: Told) -> bool:
    """Whether a claim tells as done what its story elsewhere tells as pledged, wanted or denied.

    Nor does a denial that a measure is undone stand as a denial of the measure.
    """
    if item.claim.modality is Modality.DENIED:
        return own_standing(item.story.measures[item.claim.measure], item.story) is not Modality.DENIED
    if not item.claim.modality.effective:
        return False
    return not own_standing(item.story.measures[item.claim.measure], item.story).effective


def _names_anybody(cluster: Cluster) -> bool:
    """Whether any story tells who takes a measure or whom it is aimed at."""
    return bool(cluster.merged.imposers or cluster.merged.targets)


def _taken(view: View, cluster: Cluster, acts: list[Told], told: list[Told]) -> Iterator[Draft]:
    """That a measure was taken, and its slots."""
    act = taken(view, cluster, acts)
    current = {item.story.key for item in latest(cluster.sketches)}
    slots = [
        item
        for item in told
        if item.claim.kind is ClaimKind.SLOT
        and item.claim.modality not in NO_FACTS
        and item.story.key in current
        and not is_to_come(item)
    ]
    act.draft.differences.extend(_who(view, slots))
    weighed = weigh_slots(view, cluster, slots, act.weakening)
    carrying = [item for found in weighed.values() for item in found.support]
    own = list(slot_drafts(view, cluster, slots, weighed))
    for made in own:
        if made.told[0].claim.predicate == SlotName.END:
            made.differences.extend(against_the_end(made, carrying))
    if cluster.merged.type in PENALTIES:
        with_it = {SlotName.REASON} if own else {SlotName.REASON, SlotName.AMOUNT}
        terms = [item for item in slots if item.claim.predicate in with_it]
        act.draft.told.extend(terms)
        act.draft.spans.extend(part for item in terms for part in item.supports())
    yield act.draft
    for made in own:
        if made.interval() == (None, None):
            made.days = act.draft.interval()
        yield made
    yield from derived_end(view, cluster, carrying)


def _untaken(view: View, cluster: Cluster, acts: list[Told], told: list[Told]) -> Iterator[Draft]:
    """A measure that stories only tell as proposed, pledged, wanted: one fact for each standing."""
    strong = {item.story.key for item in acts if item.claim.modality.effective}
    current = {item.story.key for item in latest(cluster.sketches)} if strong else set()
    by_standing: dict[Modality, list[Told]] = {}
    for item in acts:
        modality = item.claim.modality
        if modality in NO_FACTS or modality is Modality.CLAIMED or not is_own_voice(item.claim):
            continue
        told_with = item.story.key in current and modality not in WANTED
        if item.story.key not in strong and not told_with:
            by_standing.setdefault(modality, []).append(item)
    for modality, items in by_standing.items():
        if modality is Modality.UNCLEAR and _only_spoken_of(cluster):
            continue
        draft = Draft(
            ClaimKind.MEASURE,
            titles.measure(view, cluster.merged, modality.value, view.party(items[0])),
            items,
            measure=cluster.merged.key,
            parties=(*cluster.merged.imposers, *cluster.merged.targets),
            modality=modality,
        )
        draft.spans = [part for item in items for part in item.supports()]
        for item in told:
            if item.claim.kind is ClaimKind.SLOT and item.claim.modality is modality:
                same = {part.story.key for part in items}
                if item.story.key in same and item.claim.predicate in _TOLD_WITH:
                    draft.spans.extend(item.supports())
        yield draft


def _only_spoken_of(cluster: Cluster) -> bool:
    """Whether one place alone speaks of a measure, and names nobody who takes it or on whom it is."""
    places = [item for part in cluster.sketches for item in part.measure.mentions]
    named = (SlotName.IMPOSER, SlotName.TARGET)
    return len(places) == 1 and not any(slot.name in named for slot in places[0].slots)


_TOLD_WITH = frozenset((SlotName.AMOUNT.value, SlotName.SCOPE.value))


def _who(view: View, slots: Iterable[Told]) -> Iterator[Difference]:
    """How stories differ on who took a measure and whom it binds."""
    items = list(slots)
    imposers = [item for item in items if item.claim.predicate == SlotName.IMPOSER]
    by_story: dict[str, list[Told]] = {}
    for item in imposers:
        by_story.setdefault(item.story.key, []).append(item)
    kinds = {
        story: frozenset(view.party(item, item.claim.value) for item in part)
        for story, part in by_story.items()
    }
    if len(set(kinds.values())) > 1:
        yield difference(DifferenceKind.ATTRIBUTE, "who took it", imposers)
    bound = [item for item in items if item.claim.predicate == SlotName.ADDRESSEE]
    told = {item.story.key for item in items}
    if bound and len({item.story.key for item in bound}) < len(told):
        others = [
            item
            for item in items
            if item.claim.predicate == SlotName.TARGET and item.story.key not in {b.story.key for b in bound}
        ]
        yield difference(DifferenceKind.FRAMING, "whom it binds", [*bound, *first_of_each(others)])

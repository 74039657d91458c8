"""Facts about the day on which a measure takes effect, and about how many ships or payments it is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from licet.news.claims.claim import ClaimKind
from licet.news.claims.counts import COUNT
from licet.news.claims.effects import TAKES_EFFECT
from licet.news.merging import comparing, titles
from licet.news.merging.comparing import Relation
from licet.news.merging.draft import Draft, Told
from licet.news.merging.event_facts import grouped
from licet.news.merging.fact import Difference, DifferenceKind
from licet.news.merging.measures import Cluster
from licet.news.merging.slots import once
from licet.news.merging.standing import TO_BE
from licet.news.merging.view import View, is_own_voice, support
from licet.news.modality.modality import Modality
from licet.news.statements.statement import SpeakerKind


def detail_drafts(view: View) -> Iterator[Draft]:
    """Facts about days of effect and about counts; those of several stories are compared."""
    told = [item for item in view.told(ClaimKind.SLOT) if view.cluster(item) is not None]
    effects = [
        item
        for item in told
        if item.claim.predicate == TAKES_EFFECT and item.claim.modality is not Modality.UNCLEAR
    ]
    for items in grouped(effects, lambda one, other: _one_effect(view, one, other), lambda _: ""):
        yield _draft(view, items, "the day of effect")
    counts = [item for item in told if item.claim.predicate.startswith(COUNT)]
    for items in grouped(
        counts, lambda one, other: _one_matter(view, one, other), lambda item: item.claim.predicate
    ):
        if any(is_own_voice(item.claim) for item in items):
            yield _draft(view, items, f"how many {items[0].claim.predicate.removeprefix(COUNT)}")


def _cluster(view: View, item: Told) -> Cluster:
    cluster = view.cluster(item)
    if cluster is None:
        message = f"claim {item.claim.key} of story {item.story.key} is about no measure"
        raise LookupError(message)
    return cluster


_NEITHER = frozenset((Modality.UNCLEAR, Modality.HYPOTHETICAL))
"""Standings of a measure of which a story tells neither that it was taken nor that it will be."""


def _in_effect(view: View, item: Told) -> Cluster:
    """What takes effect: the measure, and not what a story may only seem to tell as its undoing.

    "The suspension took effect on Wednesday" tells of the imports that are suspended, as does "unless it is
    delayed, it takes effect on Wednesday".
    """
    cluster = _cluster(view, item)
    own = [part.standing for part in cluster.sketches if part.story is item.story]
    undone = view.measure(cluster.merged.affects)
    return (
        undone if undone is not None and cluster.merged.type.undoes and _NEITHER.issuperset(own) else cluster
    )


def _one_effect(view: View, one: Told, other: Told) -> bool:
    """Whether two days of effect are of one measure, or one day is of two that one party bears.

    A listing and a freeze of one company that stories give one day are told as one by others.
    """
    left, right = _in_effect(view, one), _in_effect(view, other)
    if left is right:
        return True
    shared = set(left.merged.targets) & set(right.merged.targets)
    return one.story is not other.story and bool(shared) and _relation(one, other) is Relation.SAME


def _one_matter(view: View, one: Told, other: Told) -> bool:
    """Whether two counts are of one measure, or of measures against one party; in one story never."""
    left, right = _cluster(view, one), _cluster(view, other)
    if _is_to_be(view, one) != _is_to_be(view, other):
        return False
    if left is right:
        return one.story is not other.story
    targets = _concerned(view, one, left) & _concerned(view, other, right)
    return one.story is not other.story and bool(targets)


def _is_to_be(view: View, item: Told) -> bool:
    """Whether its story tells the measure as wanted or planned: its figures are then not those of an act.

    The day for which a measure is foretold is compared with the one on which it takes effect.
    """
    own = (part.standing for part in _cluster(view, item).sketches if part.story is item.story)
    return any(standing in TO_BE for standing in own)


def _concerned(view: View, item: Told, cluster: Cluster) -> set[str]:
    """Whom a count concerns: the targets of its measure, else those whom its sentence names."""
    return set(cluster.merged.targets) or {view.party(item, key) for key in item.claim.parties}


def _draft(view: View, items: list[Told], what: str) -> Draft:
    cluster = _in_effect(view, items[0])
    differences = list(_differences(items, what))
    differ = any(item.kind is DifferenceKind.CONFLICT for item in differences)
    sure = [item for item in items if not _is_foretold(view, item)]
    return Draft(
        ClaimKind.SLOT,
        titles.detail(view, cluster.merged, items, differ=differ),
        items if differ or not sure else sure,
        measure=cluster.merged.key,
        parties=cluster.merged.targets,
        differences=differences,
        spans=[part for item in items for part in item.supports()],
    )


def _is_foretold(view: View, item: Told) -> bool:
    """Whether unnamed persons tell it, or a story of a measure to be: it bears out no act."""
    statement = view.statement(item)
    unnamed = statement is not None and statement.speaker.kind is SpeakerKind.ANONYMOUS
    return unnamed or _is_to_be(view, item)


def _differences(items: Iterable[Told], what: str) -> Iterator[Difference]:
    """The worst difference between any two stories; where any of their tellings agree they do not differ."""
    by_story: dict[str, list[Told]] = {}
    for item in once(items):
        by_story.setdefault(item.story.key, []).append(item)
    found: dict[Relation, tuple[Told, Told]] = {}
    keys = list(by_story)
    for number, key in enumerate(keys):
        for other in keys[:number]:
            pairs = [(_relation(one, two), one, two) for one in by_story[other] for two in by_story[key]]
            relation, one, two = min(pairs, key=lambda pair: _ORDER[pair[0]])
            found.setdefault(relation, (one, two))
    for relation, kind in _KINDS.items():
        if relation in found:
            sides = tuple(support(item, item.claim.support[0]) for item in found[relation])
            yield Difference(kind, what, sides, f"compare: {what}")
            return


_ORDER = {Relation.SAME: 0, Relation.LESS_PRECISE: 1, Relation.UNKNOWN: 2, Relation.CONFLICT: 3}
_KINDS = {
    Relation.CONFLICT: DifferenceKind.CONFLICT,
    Relation.LESS_PRECISE: DifferenceKind.LESS_PRECISE,
}


def _relation(one: Told, other: Told) -> Relation:
    if one.claim.predicate != TAKES_EFFECT:
        return comparing.amounts(one.claim.value, other.claim.value)
    if one.claim.when is None or other.claim.when is None:
        return Relation.UNKNOWN
    return comparing.times(one.claim.when, other.claim.when)

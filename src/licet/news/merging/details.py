"""Facts about the day on which a measure takes effect, and about how many ships or payments it is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from licet.news.claims.claim import ClaimKind
from licet.news.claims.counts import COUNT
from licet.news.merging import titles
from licet.news.merging.comparing import Relation
from licet.news.merging.draft import Draft, Told
from licet.news.merging.effects import about, effects, in_effect, is_one_effect, relation
from licet.news.merging.event_facts import grouped
from licet.news.merging.fact import Difference, DifferenceKind
from licet.news.merging.measures import Cluster
from licet.news.merging.slots import once
from licet.news.merging.standing import TO_BE
from licet.news.merging.view import View, is_own_voice, support
from licet.news.statements.statement import SpeakerKind


def detail_drafts(view: View) -> Iterator[Draft]:
    """Facts about days of effect and about counts; those of several stories are compared."""
    told = [item for item in view.told(ClaimKind.SLOT) if view.cluster(item) is not None]
    for items in grouped(
        effects(view, told), lambda one, other: is_one_effect(view, one, other), lambda _: ""
    ):
        yield _draft(view, items, "the day of effect")
    counts = [item for item in told if item.claim.predicate.startswith(COUNT)]
    for items in grouped(
        counts, lambda one, other: _one_matter(view, one, other), lambda item: item.claim.predicate
    ):
        if any(is_own_voice(item.claim) for item in items):
            yield _draft(view, items, f"how many {items[0].claim.predicate.removeprefix(COUNT)}")


def _one_matter(view: View, one: Told, other: Told) -> bool:
    """Whether two counts are of one measure, or of measures against one party; in one story never."""
    left, right = about(view, one), about(view, other)
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
    own = (part.standing for part in about(view, item).sketches if part.story is item.story)
    return any(standing in TO_BE for standing in own)


def _concerned(view: View, item: Told, cluster: Cluster) -> set[str]:
    """Whom a count concerns: the targets of its measure, else those whom its sentence names."""
    return set(cluster.merged.targets) or {view.party(item, key) for key in item.claim.parties}


def _draft(view: View, items: list[Told], what: str) -> Draft:
    cluster = in_effect(view, items[0])
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
            pairs = [(relation(one, two), one, two) for one in by_story[other] for two in by_story[key]]
            nearest, one, two = min(pairs, key=lambda pair: _ORDER[pair[0]])
            found.setdefault(nearest, (one, two))
    for way, kind in _KINDS.items():
        if way in found:
            sides = tuple(support(item, item.claim.support[0]) for item in found[way])
            yield Difference(kind, what, sides, f"compare: {what}")
            return


_ORDER = {Relation.SAME: 0, Relation.LESS_PRECISE: 1, Relation.UNKNOWN: 2, Relation.CONFLICT: 3}
_KINDS = {
    Relation.CONFLICT: DifferenceKind.CONFLICT,
    Relation.LESS_PRECISE: DifferenceKind.LESS_PRECISE,
}

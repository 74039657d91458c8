"""Facts about the slots of a measure, and how stories differ on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from licet.news.claims.claim import ClaimKind
from licet.news.claims.figures import FIGURE
from licet.news.measures.measure import PENALTIES, SlotName
from licet.news.merging import comparing, titles
from licet.news.merging.comparing import Relation
from licet.news.merging.draft import Draft, Told
from licet.news.merging.fact import Difference, DifferenceKind
from licet.news.merging.measures import Cluster
from licet.news.merging.pool import MOST_COMPARED, Groups
from licet.news.merging.view import View, first_of_each, is_own_voice, support
from licet.news.merging.weighing import Weighed, is_called_wrong
from licet.news.modality.modality import Modality

OWN = (
    SlotName.DATE,
    SlotName.DURATION,
    SlotName.END,
    SlotName.SCOPE,
    SlotName.INSTRUMENT,
    SlotName.LIST,
    SlotName.AMOUNT,
    SlotName.CONDITION,
    SlotName.REASON,
)
"""Slots that make facts of their own, in this order; the others tell who and belong to the measure's fact."""
_WITH_THE_ACT = frozenset((SlotName.DATE, SlotName.LIST))
"""Slots that belong to the fact of the measure where one story alone tells them."""
_ALIKE = 0.4
"""Likeness of words from which two reasons are one."""
_KINDS = {Relation.CONFLICT: DifferenceKind.CONFLICT, Relation.LESS_PRECISE: DifferenceKind.LESS_PRECISE}


def slot_drafts(
    view: View, cluster: Cluster, slots: Iterable[Told], weighed: Mapping[str, Weighed]
) -> Iterator[Draft]:
    """One fact for each slot of a measure that is told in more than one place.

    What a story that tells of no act says in a slot never makes the slot's fact one in force (`weighing`).

    Args:
        view: All stories.
        cluster: The measure.
        slots: What is told of it.
        weighed: What is told of each slot, by its name, as it was weighed.
    """
    told = list(slots)
    if sum(len(item.measure.mentions) for item in cluster.sketches) == 1:
        return
    for name in OWN:
        found = weighed.get(name)
        if found is None or (name is SlotName.REASON and cluster.merged.type in PENALTIES):
            continue
        every = [item for item in told if item.claim.predicate == name]
        if name is SlotName.REASON:
            found = Weighed(every)
        items = [item for item in found.support if _is_definite(item)]
        if not items or (name in _WITH_THE_ACT and len({item.story.key for item in items}) == 1):
            continue
        groups = _reasons(items) if name is SlotName.REASON else [items]
        made = [_draft(view, cluster, name, group) for group in groups]
        if len(made) > 1:
            _complement(made)
        wrong = [item for item in every if is_called_wrong(item)]
        for draft in made:
            found.tell(draft, [item for item in found.beside if _agrees(name, item, draft.told)])
            draft.differences.extend(_called_wrong(name, draft.told, wrong))
            if name is SlotName.AMOUNT:
                _corrected(view, draft, wrong)
        yield from made


def _agrees(name: SlotName, item: Told, told: Iterable[Told]) -> bool:
    """Whether a telling tells what one of some others tells, or may."""
    return any(relation(name, item, other) is not Relation.CONFLICT for other in list(told)[:MOST_COMPARED])


def _called_wrong(name: SlotName, told: list[Told], wrong: list[Told]) -> Iterator[Difference]:
    """A story calls wrong what another one tells."""
    for item in wrong:
        meant = [part for part in told if relation(name, part, item) is Relation.SAME]
        if meant and meant[0].story is not item.story:
            sides = (support(meant[0], meant[0].claim.support[0]), support(item, item.claim.support[0]))
            yield Difference(
                DifferenceKind.CONFLICT, f"{name.value}, called wrong", sides, "compare: corrections"
            )


def _corrected(view: View, draft: Draft, wrong: Iterable[Told]) -> None:
    """Set what other stories tell of a sum that a story calls wrong against it, wherever they tell it."""
    known = {item.story.key for item in draft.told}
    for item in wrong:
        meant = [
            other
            for other in view.told(ClaimKind.SLOT, ClaimKind.STATE)
            if other.claim.predicate in (SlotName.AMOUNT, FIGURE)
            and other.story.key not in known
            and is_own_voice(other.claim)
            and comparing.amounts(other.claim.value, item.claim.value) is Relation.SAME
        ]
        for other in first_of_each(meant):
            words = other.claim.support[-1]
            draft.told.append(other)
            draft.spans.append(support(other, words))
            sides = (support(other, words), support(item, item.claim.support[0]))
            draft.differences.append(
                Difference(DifferenceKind.CONFLICT, "amount, called wrong", sides, "compare: corrections")
            )


def _is_definite(item: Told) -> bool:
    """Whether a slot tells something that can be compared: "recently" is no day."""
    if item.claim.predicate in (SlotName.DATE, SlotName.END):
        return item.claim.when is not None and item.claim.when.first is not None
    return True


def _draft(view: View, cluster: Cluster, name: SlotName, items: list[Told]) -> Draft:
    differences = list(_differences(name, items))
    differ = any(item.kind is DifferenceKind.CONFLICT for item in differences)
    draft = Draft(
        ClaimKind.SLOT,
        titles.slot(view, cluster.merged, name, items, differ=differ),
        items,
        measure=cluster.merged.key,
        parties=cluster.merged.targets,
    )
    draft.spans = [part for item in items for part in item.supports()]
    own = [item.claim.modality for item in items]
    effective = [modality for modality in own if modality.effective]
    if effective and name is not SlotName.REASON:
        settled = cluster.merged.modality is Modality.SETTLED
        draft.modality = Modality.SETTLED if settled else effective[0]
    draft.differences.extend(differences)
    return draft


def _reasons(items: list[Told]) -> list[list[Told]]:
    """Reasons that allege one act, told together."""
    groups = Groups(len(items))
    first: dict[frozenset[str], int] = {}
    for number, item in enumerate(items):
        content = comparing.content(item.claim.value)
        if content in first:
            groups.join(first[content], number)
            continue
        for earlier in list(first)[-MOST_COMPARED:]:
            if comparing.likeness(earlier, content) >= _ALIKE:
                groups.join(first[earlier], number)
        first[content] = number
    return [[items[number] for number in members] for members in groups.members()]


def _complement(drafts: list[Draft]) -> None:
    """Mark reasons that different stories give as adding to each other."""
    sides = tuple(support(draft.told[0], draft.told[0].claim.support[0]) for draft in drafts)
    if len({side.story for side in sides}) > 1:
        difference = Difference(DifferenceKind.COMPLEMENT, "the reason", sides, "compare: reasons")
        for draft in drafts:
            draft.differences.append(difference)


def _differences(name: SlotName, items: list[Told]) -> Iterator[Difference]:
    """How the stories differ on one slot: the worst of all comparisons between two of them."""
    worst: dict[Relation, tuple[Told, Told]] = {}
    by_story: dict[str, list[Told]] = {}
    for item in once(items):
        by_story.setdefault(item.story.key, []).append(item)
    keys = list(by_story)
    for number, key in enumerate(keys):
        for other in keys[:number]:
            found = _between(name, by_story[other], by_story[key])
            if found is not None:
                worst.setdefault(found[0], (found[1], found[2]))
    for kind in (Relation.CONFLICT, Relation.LESS_PRECISE, Relation.UNKNOWN):
        if kind in worst:
            sides = tuple(support(item, item.claim.support[0]) for item in worst[kind])
            shown = _KINDS.get(kind, DifferenceKind.COMPLEMENT)
            yield Difference(shown, name.value, sides, f"compare: {name.value}")
            return


def once(items: Iterable[Told]) -> list[Told]:
    """What each story tells of one slot, in the same terms but once."""
    found: dict[tuple[object, ...], Told] = {}
    for item in items:
        found.setdefault((item.story.key, item.claim.value, item.claim.when), item)
    return list(found.values())


def _between(name: SlotName, left: list[Told], right: list[Told]) -> tuple[Relation, Told, Told] | None:
    """How two stories differ on a slot: where any of their tellings agree they do not."""
    ranks = {Relation.SAME: 0, Relation.LESS_PRECISE: 1, Relation.UNKNOWN: 2, Relation.CONFLICT: 3}
    best: tuple[Relation, Told, Told] | None = None
    for one in left:
        for other in right:
            found = relation(name, one, other)
            if best is None or ranks[found] < ranks[best[0]]:
                best = (found, one, other)
    return None if best is None or best[0] is Relation.SAME else best


def relation(name: SlotName, one: Told, other: Told) -> Relation:
    """How two claims about one slot stand to each other."""
    return comparing.filled(name, one.claim, other.claim)

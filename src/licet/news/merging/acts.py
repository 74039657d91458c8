"""The fact that a measure was taken: who tells it as done, who bears witness, and who only speaks of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from licet.news.claims.claim import ClaimKind
from licet.news.claims.of_measures import IMPOSED
from licet.news.merging import titles
from licet.news.merging.draft import Draft, Told
from licet.news.merging.fact import Difference, DifferenceKind
from licet.news.merging.measures import Cluster
from licet.news.merging.owning import is_owned_up
from licet.news.merging.standing import OPEN, WANTED, announces, gainsays
from licet.news.merging.strength import weakest
from licet.news.merging.view import View, first_of_each, is_own_voice, support
from licet.news.merging.whole import latest
from licet.news.modality.modality import Modality


@dataclass(frozen=True, slots=True)
class Act:
    """A measure that was taken.

    Attributes:
        draft: The fact that it was.
        weakening: The stories that make this fact the weaker, and how they tell it.
    """

    draft: Draft
    weakening: dict[str, Modality]


def taken(view: View, cluster: Cluster, acts: list[Told]) -> Act:
    """Make the fact that a measure was taken.

    Args:
        view: All stories.
        cluster: The measure.
        acts: What is told of whether it was taken; at least one telling has it as done.
    """
    core = _core(cluster, acts)
    owned = [item for item in acts if is_owned_up(view, cluster, item) and item not in core]
    draft = Draft(
        ClaimKind.MEASURE,
        titles.measure(view, cluster.merged, IMPOSED, next(iter(cluster.merged.imposers), "")),
        [*core, *owned],
        measure=cluster.merged.key,
        parties=(*cluster.merged.imposers, *cluster.merged.targets),
    )
    doubtful = _doubtful(cluster, acts, draft.told)
    draft.spans = [part for item in (*draft.told, *doubtful) for part in item.supports()]
    weaker = [item for item in core if not item.claim.modality.effective and not announces(item.claim)]
    draft.modality = weakest(item.claim.modality for item in core if not announces(item.claim))
    if weaker:
        strong = first_of_each(item for item in core if item.claim.modality.effective)
        denied = any(item.claim.modality is Modality.DENIED for item in weaker)
        kind = DifferenceKind.CONFLICT if denied else DifferenceKind.WEAKER
        draft.differences.append(difference(kind, "standing", [*strong, *first_of_each(weaker)]))
    elif doubtful:
        sides = [*first_of_each(draft.told), *first_of_each(doubtful)]
        draft.differences.append(difference(DifferenceKind.WEAKER, "standing", sides))
    return Act(draft, {item.story.key: item.claim.modality for item in weaker})


def _core(cluster: Cluster, acts: list[Told]) -> list[Told]:
    """The claims that tell of the act: in each story those of its own voice, else those it reports."""
    effective = [item for item in acts if item.claim.modality.effective]
    own = [item for item in effective if is_own_voice(item.claim)]
    voiced = {item.story.key for item in own}
    core = [item for item in effective if is_own_voice(item.claim) or item.story.key not in voiced]
    strong = {item.story.key for item in effective}
    current = {item.story.key for item in latest(cluster.sketches)}
    weaker = [
        item
        for item in acts
        if item.story.key not in strong
        and item.story.key in current
        and item.claim.modality in OPEN - WANTED
        and is_own_voice(item.claim)
        and (item.claim.modality is not Modality.DENIED or gainsays(item.story.measures[item.claim.measure]))
    ]
    kept = {id(item) for item in (*core, *weaker)}
    return [item for item in acts if id(item) in kept]


def _doubtful(cluster: Cluster, acts: list[Told], told: list[Told]) -> list[Told]:
    """What stories that do not tell the act as done say of it in their own voice, in words that may mean it.

    They are shown with the act, and corroborate nothing.
    """
    sure = {item.story.key for item in told}
    current = {item.story.key for item in latest(cluster.sketches)}
    return [
        item
        for item in acts
        if item.claim.modality is Modality.UNCLEAR
        and is_own_voice(item.claim)
        and item.story.key in current - sure
    ]


def difference(kind: DifferenceKind, what: str, told: Iterable[Told]) -> Difference:
    """A difference between the first words of several tellings."""
    sides = tuple(support(item, item.claim.support[0]) for item in told)
    return Difference(kind, what, sides, f"compare: {what}")

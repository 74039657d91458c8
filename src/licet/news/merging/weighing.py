"""Which tellings of a slot carry it as one of an act, which make it weaker, and which are no support."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from licet.news.merging import comparing
from licet.news.merging.comparing import Relation
from licet.news.merging.draft import Draft, Told
from licet.news.merging.fact import Difference, DifferenceKind
from licet.news.merging.measures import Cluster
from licet.news.merging.pool import MOST_COMPARED
from licet.news.merging.standing import TO_BE, announces
from licet.news.merging.strength import weakest
from licet.news.merging.view import View, first_of_each, support
from licet.news.modality.modality import Modality
from licet.news.statements.statement import SpeakerKind

_NO_ACT = TO_BE | {Modality.DENIED}
"""Standings of a slot that is none of an act, whoever tells it."""


@dataclass(slots=True)
class Weighed:
    """The tellings of one slot.

    Attributes:
        sure: Told by stories that tell of the act as done.
        weak: Told in doubt, on somebody's word, or by who makes the act's fact the weaker; with the standing.
        beside: Told of what is no act, or by nobody who is named: no support.
    """

    sure: list[Told] = field(default_factory=list)
    weak: list[tuple[Told, Modality]] = field(default_factory=list)
    beside: list[Told] = field(default_factory=list)

    @property
    def support(self) -> list[Told]:
        """What a fact about the slot rests on."""
        return [*self.sure, *(item for item, _ in self.weak)]

    def tell(self, draft: Draft, meant: Iterable[Told]) -> None:
        """Say in a slot's fact who tells it less surely; the weakest standing of its support is shown.

        Args:
            draft: The fact.
            meant: The tellings beside it that tell the same.
        """
        sure = {item.story.key for item in self.sure}
        weak = [(item, modality) for item, modality in self.weak if item.story.key not in sure]
        less = [*(item for item, _ in weak), *(item for item in meant if item.story.key not in sure)]
        if not less or not self.sure:
            return
        told = (*first_of_each(self.sure), *first_of_each(less))
        sides = tuple(support(item, item.claim.support[0]) for item in told)
        draft.differences.append(Difference(DifferenceKind.WEAKER, "standing", sides, "compare: standing"))
        if weak:
            draft.modality = weakest((draft.standing, *(modality for _, modality in weak)))


def weigh(view: View, cluster: Cluster, items: Sequence[Told], weakening: dict[str, Modality]) -> Weighed:
    """Weigh the tellings of one slot against the act.

    Args:
        view: All stories.
        cluster: The measure.
        items: What is told of the slot.
        weakening: The stories that make the act's own fact the weaker, and how they tell it.

    Returns:
        Who is unnamed contradicts a sure telling, and never corroborates it. Where none is told of the act
        all of them are `sure`.
    """
    tell_of_act = {item.story.key for item in cluster.sketches if item.standing.effective}
    found = Weighed()
    unnamed: list[Told] = []
    for item in items:
        story, modality = item.story.key, item.claim.modality
        acts = story in tell_of_act
        if story in weakening:
            found.weak.append((item, weakest((modality, weakening[story]))))
        elif _is_of_no_act(item) or (modality.effective and not acts):
            found.beside.append(item)
        elif not modality.effective and _is_nobodys(view, item):
            unnamed.append(item)
        elif acts and modality is not Modality.CLAIMED:
            found.sure.append(item)
        else:
            found.weak.append((item, modality))
    if not found.sure:
        return Weighed(list(items))
    for item in unnamed:
        if any(_agree(item, other) for other in found.sure[:MOST_COMPARED]):
            found.beside.append(item)
        else:
            found.weak.append((item, item.claim.modality))
    return found


def weigh_slots(
    view: View, cluster: Cluster, slots: Iterable[Told], weakening: dict[str, Modality]
) -> dict[str, Weighed]:
    """Weigh the tellings of every slot of a measure, each slot once; what is called wrong is not weighed.

    Args:
        view: All stories.
        cluster: The measure.
        slots: What is told of it.
        weakening: As for `weigh`.
    """
    by_slot: dict[str, list[Told]] = {}
    for item in slots:
        if not is_called_wrong(item):
            by_slot.setdefault(item.claim.predicate, []).append(item)
    return {name: weigh(view, cluster, told, weakening) for name, told in by_slot.items()}


def is_called_wrong(item: Told) -> bool:
    """Whether a story tells it as what others have wrongly told."""
    return item.claim.rule.endswith("called wrong")


def _is_of_no_act(item: Told) -> bool:
    """Whether what is to be, or is denied, has the slot."""
    claim = item.claim
    return claim.modality in _NO_ACT or (claim.modality is Modality.EXPECTED and not announces(claim))


def _agree(one: Told, other: Told) -> bool:
    return comparing.filled(one.claim.predicate, one.claim, other.claim) is not Relation.CONFLICT


def _is_nobodys(view: View, item: Told) -> bool:
    """Whether unnamed persons tell it."""
    statement = view.statement(item)
    return statement is not None and statement.speaker.kind is SpeakerKind.ANONYMOUS

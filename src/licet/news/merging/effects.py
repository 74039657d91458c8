"""On which day a measure takes effect, by whatever words a story tells it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from licet.model.news import Span, Timex
from licet.news.claims.effects import TAKES_EFFECT
from licet.news.measures.measure import SlotName
from licet.news.merging import comparing
from licet.news.merging.comparing import Relation
from licet.news.merging.draft import Told
from licet.news.merging.measures import Cluster
from licet.news.merging.view import View
from licet.news.modality.modality import Modality

_FROM = re.compile(r"\b(?:from|as of|starting|beginning|as from|with effect from)\s+(?:on\s+|the\s+)?$")
_FIGURE = re.compile(r"\d")
_NEITHER = frozenset((Modality.UNCLEAR, Modality.HYPOTHETICAL))
"""Standings of a measure of which a story tells neither that it was taken nor that it will be."""


def effects(view: View, told: Iterable[Told]) -> list[Told]:
    """What stories tell of a day of effect: in so many words, or as a day to come of an act that is done.

    Args:
        view: All stories.
        told: What is told of merged measures.
    """
    found = []
    for item in told:
        claim = item.claim
        if claim.predicate == TAKES_EFFECT and claim.modality is not Modality.UNCLEAR:
            found.append(item)
        elif claim.modality.effective and is_to_come(item) and _is_start(view, item):
            found.append(_as_effect(item, claim.when, claim.value, claim.support))
        elif claim.modality.effective and claim.predicate == SlotName.SCOPE:
            found.extend(_in_scope(item))
    return found


def _as_effect(item: Told, when: Timex | None, value: str, support: tuple[Span, ...]) -> Told:
    claim = item.claim._replace(
        predicate=TAKES_EFFECT, modality=Modality.REPORTED, when=when, value=value, support=support
    )
    return Told(item.story, claim)


def _in_scope(item: Told) -> Iterator[Told]:
    """The day to come on which it begins, in the words of its scope: "buying parts from May 14"."""
    text, scope, day = item.story.reading.story.text, item.claim.support[0], item.story.dated
    for time in item.story.times_within(scope):
        when, span = time.value, time.spans[0]
        if day is None or when.first is None or when.first <= day or when.value is None:
            continue
        if _FROM.search(text, scope.start, span.start):
            yield _as_effect(item, when, when.value, (span,))


def _is_start(view: View, item: Told) -> bool:
    """Whether what is told begins on a day to come, by more than a weekday; an extension ends then."""
    return not about(view, item).merged.type.undoes and bool(_FIGURE.search(item.claim.support[0].text))


def is_to_come(item: Told) -> bool:
    """Whether a story tells a later day than its own: none on which what was done was done.

    A bare weekday may be that of the week before; of another day it is the one on which an act takes effect.
    """
    when, day = item.claim.when, item.story.dated
    if item.claim.predicate != SlotName.DATE or when is None or when.first is None or day is None:
        return False
    return when.first > day


def about(view: View, item: Told) -> Cluster:
    """The merged measure that a claim is about. Raises LookupError where it is about none."""
    cluster = view.cluster(item)
    if cluster is None:
        message = f"claim {item.claim.key} of story {item.story.key} is about no measure"
        raise LookupError(message)
    return cluster


def in_effect(view: View, item: Told) -> Cluster:
    """What takes effect: the measure, and not what a story may only seem to tell as its undoing.

    "The suspension took effect on Wednesday" tells of the imports that are suspended, as does "unless it is
    delayed, it takes effect on Wednesday".
    """
    cluster = about(view, item)
    own = [part.standing for part in cluster.sketches if part.story is item.story]
    undone = view.measure(cluster.merged.affects)
    return (
        undone if undone is not None and cluster.merged.type.undoes and _NEITHER.issuperset(own) else cluster
    )


def is_one_effect(view: View, one: Told, other: Told) -> bool:
    """Whether two days of effect are of one measure, or one day is of two that one party bears.

    A listing and a freeze of one company that stories give one day are told as one by others.
    """
    left, right = in_effect(view, one), in_effect(view, other)
    if left is right:
        return True
    shared = set(left.merged.targets) & set(right.merged.targets)
    return one.story is not other.story and bool(shared) and relation(one, other) is Relation.SAME


def relation(one: Told, other: Told) -> Relation:
    """How two days of effect, or two counts, stand to each other."""
    if one.claim.predicate != TAKES_EFFECT:
        return comparing.amounts(one.claim.value, other.claim.value)
    if one.claim.when is None or other.claim.when is None:
        return Relation.UNKNOWN
    return comparing.times(one.claim.when, other.claim.when)

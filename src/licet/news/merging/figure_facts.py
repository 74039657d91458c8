"""Facts about figures that no other fact tells: what was bought, lost, repaid, employed."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from licet.news.claims.claim import ClaimKind
from licet.news.claims.counts import COUNT, THINGS
from licet.news.claims.figures import FIGURE
from licet.news.listed import listed
from licet.news.measures.measure import SlotName
from licet.news.merging import comparing, titles
from licet.news.merging.comparing import Relation
from licet.news.merging.draft import Draft, Told
from licet.news.merging.event_facts import grouped
from licet.news.merging.view import View

_PEOPLE = listed("people persons staff employees employee workers worker staffers jobs")
_OWN = re.compile(r"\b(?:its|their)\s+$")
_EMPLOYEES = "employees"
_LEAST_STAFF = 2
"""Digits that count from which two stories do not give one number of people by chance."""
_FEW = 12
"""Code points before a figure in which the word stands that tells whose people they are."""
_SURE = 3
"""Digits that count from which two stories do not give one figure by chance."""
_NEAR = 40
"""Words of facts before a figure among which those that hold it are looked for."""
_LEAST, _ROUNDED = 1, 2
"""Words of meaning that tellings of one figure share at least: of the same, of a rounded one."""


def figure_drafts(view: View, others: Iterable[Draft]) -> Iterator[Draft]:
    """Facts about figures: those of one story that no other fact tells, and those that several give.

    Args:
        view: All stories.
        others: The facts made before.
    """
    sums = {item.claim.value for item in view.told(ClaimKind.SLOT) if item.claim.predicate == SlotName.AMOUNT}
    told = [
        item
        for item in view.told(ClaimKind.STATE)
        if item.claim.predicate == FIGURE and item.claim.value not in sums
    ]
    drafts = list(others)
    counted = _counts(drafts)
    staff = _staff(drafts)
    told = [item for item in told if not _counted(item, counted) and not _employed(item, staff)]
    if not told:
        return
    covered = _Covered(drafts)
    for items in grouped(told, _same, _unit):
        if not covered.together(items):
            parties = tuple(dict.fromkeys(key for item in items for key in view.named(item)))
            exact = max(items, key=lambda item: _digits(item.claim.value))
            yield Draft(
                ClaimKind.STATE,
                titles.short(exact.claim.support[0].text),
                items,
                parties=parties,
                spans=[part for item in items for part in item.supports(item.claim.support[:1])],
            )


def _counts(drafts: Iterable[Draft]) -> dict[tuple[str, str], Draft]:
    """The facts that count things, by what they count and how many."""
    found: dict[tuple[str, str], Draft] = {}
    for draft in drafts:
        claim = draft.told[0].claim
        if claim.predicate.startswith(COUNT):
            found.setdefault((claim.predicate.removeprefix(COUNT), claim.value.rpartition(" ")[2]), draft)
    return found


def _counted(item: Told, counted: dict[tuple[str, str], Draft]) -> bool:
    """Whether a fact already counts the same things: "its 12 affiliates"; it rests on these words too."""
    figure, _, unit = item.claim.value.rpartition(" ")
    known = counted.get((THINGS.get(unit, ""), figure))
    if known is not None:
        _rest_on(known, item)
    return known is not None


def _rest_on(draft: Draft, item: Told) -> None:
    """Let a fact rest on one more place that gives its figure."""
    draft.spans = [*draft.supports(), *item.supports(item.claim.support[-1:])]
    draft.told.append(item)


def _staff(drafts: Iterable[Draft]) -> dict[str, Draft]:
    """The facts that tell how many a company employs, by the figure."""
    return {
        item.claim.value.rpartition(" ")[2]: draft
        for draft in drafts
        for item in draft.told
        if item.claim.predicate == _EMPLOYEES
    }


def _employed(item: Told, staff: dict[str, Draft]) -> bool:
    """Whether a fact already tells how many are employed: "its 2,300 mechanics"; it rests on this too."""
    counted, _, unit = item.claim.value.rpartition(" ")
    figure = counted.rpartition(" ")[2]
    if figure not in staff or _digits(figure) < _LEAST_STAFF:
        return False
    if unit not in _PEOPLE and not _OWN.search(item.story.reading.story.text, *_before(item)):
        return False
    _rest_on(staff[figure], item)
    return True


def _before(item: Told) -> tuple[int, int]:
    """Where the words before a figure stand."""
    start = item.claim.support[-1].start
    return max(0, start - _FEW), start


class _Covered:
    """Which facts' words stand where; who gave no comment tells no figure."""

    def __init__(self, drafts: Iterable[Draft]) -> None:
        self._spans: dict[str, list[tuple[int, int, int]]] = {}
        for number, draft in enumerate(drafts):
            if draft.kind is ClaimKind.NO_COMMENT:
                continue
            for item in draft.supports():
                self._spans.setdefault(item.story, []).append((item.span.start, item.span.end, number))
        for found in self._spans.values():
            found.sort()

    def together(self, items: list[Told]) -> bool:
        """Whether one fact tells a figure for all that give it."""
        facts = self._holding(items[0])
        for item in items[1:]:
            if not facts:
                return False
            facts &= self._holding(item)
        return bool(facts)

    def _holding(self, item: Told) -> set[int]:
        """The facts whose words hold a figure."""
        place, spans = item.claim.support[-1].start, self._spans.get(item.story.key, [])
        before = bisect_left(spans, (place + 1, 0, 0))
        return {number for _, end, number in spans[max(0, before - _NEAR) : before] if end > place}


def _same(one: Told, other: Told) -> bool:
    """Whether two places give one figure: equal or rounded, of one time, and with words in common."""
    left, right = one.claim, other.claim
    if left.when and right.when and comparing.apart(left.when, right.when):
        return False
    relation = _alike(left.value, right.value)
    if relation not in (Relation.SAME, Relation.LESS_PRECISE):
        return False
    if relation is Relation.SAME and _digits(left.value) >= _SURE:
        return True
    if relation is Relation.SAME:
        return len(_content(one) & _content(other)) >= _LEAST
    around = _content(one, whole=True) & _content(other, whole=True)
    return one.story is not other.story and len(around) >= _ROUNDED


def _content(item: Told, *, whole: bool = False) -> frozenset[str]:
    """The words of a clause, or of its whole sentence, that carry meaning, without its figure."""
    clause, amount = item.claim.support
    text = item.story.sentence(amount) if whole else clause.text
    return comparing.content(text) - comparing.content(amount.text)


def _unit(item: Told) -> str:
    """What a figure counts, in one word for what several mean: "61 staff", "61 people"."""
    unit = item.claim.value.rpartition(" ")[2]
    if unit in _PEOPLE:
        return "people"
    return "money" if unit.isupper() or (not unit.isalpha() and unit != "%") else unit


def _alike(one: str, other: str) -> Relation:
    """Compare two figures of one unit; people are people by any word."""
    left, right = (value.rpartition(" ") for value in (one, other))
    if left[2] in _PEOPLE and right[2] in _PEOPLE:
        return comparing.amounts(f"{left[0]} people", f"{right[0]} people")
    return comparing.amounts(one, other)


def _digits(value: str) -> int:
    return len("".join(mark for mark in value if mark.isdigit()).strip("0"))

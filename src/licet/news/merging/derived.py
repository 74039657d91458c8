"""Facts that no story tells: they are computed from what is told, and marked so."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from licet.model.news import Timex, TimexType
from licet.news.claims.claim import ClaimKind
from licet.news.measures.measure import SlotName
from licet.news.merging import comparing, titles
from licet.news.merging.draft import Draft, Told
from licet.news.merging.fact import Difference, DifferenceKind
from licet.news.merging.measures import Cluster
from licet.news.merging.view import View, support

_LENGTH = re.compile(r"P(\d{1,3})([YMWD])")
_MONTHS = 12
SLACK = 2
"""Days by which a told end and a computed one may differ: the first and the last day may count or not."""


def derived_end(view: View, cluster: Cluster, slots: Iterable[Told]) -> Iterator[Draft]:
    """The end of a measure from its start and its length, where no story tells an end."""
    told = list(slots)
    if any(item.claim.predicate == SlotName.END for item in told):
        return
    computed = _computed(told)
    if computed is None:
        return
    draft = Draft(
        ClaimKind.SLOT,
        titles.end(view, cluster.merged),
        list(computed.used),
        measure=cluster.merged.key,
        parties=cluster.merged.targets,
        days=(computed.first, computed.last),
        derived=True,
    )
    draft.spans = [part for item in computed.used for part in item.supports()]
    yield draft


def against_the_end(draft: Draft, slots: Iterable[Told]) -> Iterator[Difference]:
    """How the end that one story tells differs from the one that others tell by a start and a length.

    Args:
        draft: The fact about the end.
        slots: What the stories tell of the measure.
    """
    for item in draft.told:
        computed = _computed([other for other in slots if other.story is not item.story])
        if computed is None or item.claim.when is None:
            continue
        if comparing.apart(
            Timex(TimexType.DATE, None, None, computed.first, computed.last), item.claim.when, SLACK
        ):
            sides = tuple(support(part, part.claim.support[0]) for part in (item, *computed.used))
            yield Difference(DifferenceKind.CONFLICT, "end", sides, "compare: end with start and length")
            return


@dataclass(frozen=True, slots=True)
class _Computed:
    """An end that is computed, and the claims that it is computed from."""

    first: date
    last: date
    used: tuple[Told, ...]


def _computed(told: Sequence[Told]) -> _Computed | None:
    """The end by the most exact start and the only length; None where either is not told."""
    starts = [
        item
        for item in told
        if item.claim.predicate == SlotName.DATE
        and item.claim.when
        and item.claim.when.first
        and item.claim.when.last
    ]
    lengths = [
        item
        for item in told
        if item.claim.predicate == SlotName.DURATION and _LENGTH.fullmatch(item.claim.value)
    ]
    if not starts or len({item.claim.value for item in lengths}) != 1:
        return None
    when = min(
        (item.claim.when for item in starts if item.claim.when is not None),
        key=lambda time: ((time.last or date.max) - (time.first or date.min), time.first or date.min),
    )
    first, last = (shifted(day, lengths[0].claim.value) for day in (when.first, when.last))
    return None if first is None or last is None else _Computed(first, last, (*starts, *lengths))


def shifted(day: date | None, length: str) -> date | None:
    """A day later by a TIMEX3 length; None for a day beyond the calendar or a length that is none."""
    match = _LENGTH.fullmatch(length)
    if day is None or match is None:
        return None
    number, unit = int(match[1]), match[2]
    try:
        if unit in "WD":
            return day + timedelta(days=number * (7 if unit == "W" else 1))
        months = day.month - 1 + number * (_MONTHS if unit == "Y" else 1)
        year, month = day.year + months // _MONTHS, months % _MONTHS + 1
        last = calendar.monthrange(year, month)[1]
        is_last = day.day == calendar.monthrange(day.year, day.month)[1]
        return date(year, month, last if is_last else min(day.day, last))
    except (ValueError, OverflowError):
        return None

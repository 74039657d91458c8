"""Facts that no story tells: they are computed from what is told, and marked so."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from licet.news.claims.claim import ClaimKind
from licet.news.measures.measure import SlotName
from licet.news.merging import titles
from licet.news.merging.draft import Draft, Told
from licet.news.merging.measures import Cluster
from licet.news.merging.view import View

_LENGTH = re.compile(r"P(\d{1,3})([YMWD])")
_MONTHS = 12


def derived_end(view: View, cluster: Cluster, slots: Iterable[Told]) -> Iterator[Draft]:
    """The end of a measure from its start and its length, where no story tells an end."""
    told = list(slots)
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
    ends = any(item.claim.predicate == SlotName.END for item in told)
    if ends or not starts or len({item.claim.value for item in lengths}) != 1:
        return
    when = min(
        (item.claim.when for item in starts if item.claim.when is not None),
        key=lambda time: ((time.last or date.max) - (time.first or date.min), time.first or date.min),
    )
    first, last = (shifted(day, lengths[0].claim.value) for day in (when.first, when.last))
    if first is None or last is None:
        return
    used = [*starts, *lengths]
    draft = Draft(
        ClaimKind.SLOT,
        titles.end(view, cluster.merged),
        used,
        measure=cluster.merged.key,
        parties=cluster.merged.targets,
        days=(first, last),
        derived=True,
    )
    draft.spans = [part for item in used for part in item.supports()]
    yield draft


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

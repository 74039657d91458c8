"""From when to when a listing counts: by the editions that held it and by its own dates."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from licet.match.contents import Contents, InOrder
from licet.model import AsOf

_KEPT = 65536


def held_runs(editions: InOrder, spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the unbroken runs of editions that fall into spans of numbers.

    Args:
        editions: In the order in which they follow one another.
        spans: First number, and the first one no longer in it.

    Returns:
        (number of the first edition in the order, number behind the last one) of each run, ascending; runs
        do not touch.
    """
    runs: list[tuple[int, int]] = []
    for begin, end in sorted(part for span in spans for part in _parts(editions, span)):
        if runs and begin <= runs[-1][1]:
            runs[-1] = runs[-1][0], max(runs[-1][1], end)
        else:
            runs.append((begin, end))
    return runs


def _parts(editions: InOrder, span: tuple[int, int]) -> Iterator[tuple[int, int]]:
    first, last = span
    seqs = editions.seqs
    if editions.ascending:
        begin, end = bisect_left(seqs, first), bisect_left(seqs, last)
        if begin < end:
            yield begin, end
    else:
        yield from ((place, place + 1) for place, seq in enumerate(seqs) if first <= seq < last)


def interval(contents: Contents, version: int, as_of: AsOf) -> tuple[date | None, date | None, int | None]:
    """Return when the key of a version counts around a day.

    Returns:
        (first day, last day or None while it goes on, place of the last edition that had it): of the
        unbroken run of editions with the key that lies on or next before the day, else of the first run
        after it. The record's own start and end come before the dates of the editions.
    """
    known = contents.intervals.get((version, as_of))
    if known is None:
        if len(contents.intervals) >= _KEPT:
            contents.intervals.clear()
        known = contents.intervals[version, as_of] = _interval(contents, version, as_of)
    return known


def _interval(contents: Contents, version: int, as_of: AsOf) -> tuple[date | None, date | None, int | None]:
    editions = contents.editions_by_day(contents.version_list[version], as_of)
    places = editions.places
    held = contents.key_versions(version)
    spans = [(contents.version_first[other], contents.version_last[other]) for other in held]
    runs = held_runs(editions, spans)
    if not runs:
        return None, None, None
    day = as_of.valid.toordinal()
    past = [run for run in runs if contents.edition_published[places[run[0]]] <= day]
    begin, end = (past or runs)[-1 if past else 0]
    begins = date.fromordinal(contents.edition_published[places[begin]])
    ends = None
    if end < len(places):
        ends = date.fromordinal(contents.edition_published[places[end]]) - timedelta(days=1)
    listing = contents.listing(version)
    begins = listing.start or begins
    if listing.end and (ends is None or listing.end < ends):
        ends = listing.end
    return begins, ends, places[end - 1]


def first_edition(contents: Contents, version: int) -> int:
    """Return the place of the first edition that held a version."""
    wanted = contents.version_list[version], contents.version_first[version]
    return list(zip(contents.edition_list, contents.edition_seq, strict=True)).index(wanted)

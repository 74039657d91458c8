"""From when to when a listing counts: by the editions that held it and by its own dates."""

from __future__ import annotations

from datetime import date, timedelta

from licet.match.contents import Contents
from licet.model import AsOf

_KEPT = 65536


def held_places(contents: Contents, version: int, as_of: AsOf) -> list[tuple[int, bool]]:
    """Return place of each known edition of the list in order of publication, and whether it has the key."""
    spans = [
        (contents.version_first[other], contents.version_last[other])
        for other in contents.key_versions(version)
    ]
    return [
        (place, any(first <= seq < last for first, last in spans))
        for place, seq in contents.editions_by_day(contents.version_list[version], as_of)
    ]


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
    runs = _runs(held_places(contents, version, as_of))
    if not runs:
        return None, None, None
    day = as_of.valid.toordinal()
    past = [run for run in runs if contents.edition_published[run[0]] <= day]
    first, last, dropped = (past or runs)[-1 if past else 0]
    begins = date.fromordinal(contents.edition_published[first])
    ends = None
    if dropped is not None:
        ends = date.fromordinal(contents.edition_published[dropped]) - timedelta(days=1)
    listing = contents.listing(version)
    begins = listing.start or begins
    if listing.end and (ends is None or listing.end < ends):
        ends = listing.end
    return begins, ends, last


def _runs(held: list[tuple[int, bool]]) -> list[tuple[int, int, int | None]]:
    """Unbroken runs of editions with the key: (first, last, the edition that dropped it or None)."""
    runs: list[tuple[int, int, int | None]] = []
    open_run: tuple[int, int] | None = None
    for place, has in held:
        if has:
            open_run = (open_run[0] if open_run else place, place)
        elif open_run:
            runs.append((*open_run, place))
            open_run = None
    if open_run:
        runs.append((*open_run, None))
    return runs


def first_edition(contents: Contents, version: int) -> int:
    """Return the place of the first edition that held a version."""
    wanted = contents.version_list[version], contents.version_first[version]
    return list(zip(contents.edition_list, contents.edition_seq, strict=True)).index(wanted)

"""Temporary denial orders by their rows: a period that has ended, or that began only later.

A row shows one period alone: a renewal overwrites both dates, and earlier periods stand only in the citations
(handbook 1a, trap 8). So the end of a row is no proof that the order ended, nor its start that it began then.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from licet.model import Listing
from licet.model.law import Flag, Interval, Question
from licet.rules.case import Case, PartyHit
from licet.rules.denials import DENIED, denial_rows, is_temporary_row
from licet.rules.sources import all_citations, federal_register

_RULE = "us.bis.denial_order"
_CITES = ("15 CFR 766.24", "15 CFR 736.2(b)(4)")
_DATED = re.compile(r"\((\d{4}-\d{2}-\d{2})\)")


def ended_rows(case: Case) -> Iterator[Question | Flag]:
    """Yield what to check about temporary orders whose rows do not count on the day.

    A row that ended, while the list in use is no newer than its end, is asked about; where a later edition
    shows no renewal, that is told. So is a row of a later period whose citations go back before the day.
    """
    if not case.ended:
        return
    counting = {hit.involved.path for hit in denial_rows(case.hits)}
    held = [(hit.involved.path, measure) for hit, measure in case.measures_of("denial_order")]
    done: set[tuple[str, date | None]] = set()
    for hit in denial_rows(case.ended):
        listing = hit.match.listing
        path = hit.involved.path
        printed = federal_register(listing.citations)
        told = any(
            path == where and not printed.isdisjoint(federal_register(all_citations(case.book, measure)))
            for where, measure in held
        )
        if path in counting or told or (path, listing.end) in done or not is_temporary_row(hit):
            continue
        done.add((path, listing.end))
        if listing.end and listing.end < case.day:
            yield _ended(case, hit, listing.end)
        elif listing.start and listing.start > case.day and _first_cited(listing) <= case.day:
            yield _earlier(hit, listing.start)


def newest_list_after(case: Case, end: date) -> date | None:
    """Return the day of the newest list of denied persons in use, if it is later than a day.

    Such a list would show a renewal.
    """
    days = (one.published for one in case.lists if one.list_id in DENIED and one.published)
    newest = max(days, default=None)
    return newest if newest is not None and newest > end else None


def _ended(case: Case, hit: PartyHit, end: date) -> Question | Flag:
    name = hit.evidence.matched_name
    used = newest_list_after(case, end)
    cites = (*hit.match.listing.citations, *_CITES)
    if used is not None:
        told = f"A temporary denial order against {name} ended on {end}; the list of {used} shows no renewal."
        return Flag("ended_denial", told, cites, party=hit.involved.path, in_force=Interval(None, end))
    ask = (
        f"A temporary denial order against {name} ended on {end} by the list, which is no newer. "
        "Such orders are renewed again and again: check for a renewal."
    )
    return _asked(hit, ask, cites)


def _earlier(hit: PartyHit, start: date) -> Question:
    ask = (
        f"The row of {hit.evidence.matched_name} shows a period from {start} on, but its citations go back "
        "further: earlier periods of a temporary order stand only there. Check whether one held on this day."
    )
    return _asked(hit, ask, (*hit.match.listing.citations, *_CITES))


def _asked(hit: PartyHit, sentence: str, cites: tuple[str, ...]) -> Question:
    path = hit.involved.path
    return Question("check_renewal", path, sentence, _RULE, cites, party=path, evidence=hit.evidence)


def _first_cited(listing: Listing) -> date:
    days = [date.fromisoformat(day) for cite in listing.citations for day in _DATED.findall(cite)]
    return min(days, default=date.max)

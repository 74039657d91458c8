"""Temporary denial orders by their rows: a period that has ended, or that began only later.

A row shows one period alone: a renewal overwrites both dates, and earlier periods stand only in the citations
(handbook 1a, trap 8). So the end of a row is no proof that the order ended, nor its start that it began then.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from operator import itemgetter

from licet.model import Listing
from licet.model.law import Flag, Interval, Question
from licet.model.rulebook import Measure
from licet.rules.case import Case, PartyHit
from licet.rules.denials import DENIED, denial_rows, is_temporary_row
from licet.rules.sources import all_citations, federal_register, is_sure

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
    rows: dict[str, list[PartyHit]] = {}
    for hit in denial_rows(case.ended):
        path = hit.involved.path
        told = any(path == where and _is_of(case, hit, measure) for where, measure in held)
        if path not in counting and not told and is_temporary_row(hit):
            rows.setdefault(path, []).append(hit)
    for hits in rows.values():
        yield from _of_person(case, hits)


def _of_person(case: Case, hits: list[PartyHit]) -> Iterator[Question | Flag]:
    """Yield what the rows of one person leave open: the last period that ended, else the first to come."""
    past = [(end, hit) for hit in hits if (end := hit.match.listing.end) and end < case.day]
    if past:
        end, hit = max(past, key=itemgetter(0))
        yield _ended(case, hit, end)
        return
    later = [(start, hit) for hit in hits if (start := hit.match.listing.start) and start > case.day]
    first = min(later, key=itemgetter(0), default=None)
    if first is not None and _first_cited(first[1].match.listing) <= case.day:
        yield _earlier(first[1], first[0])


def _is_of(case: Case, hit: PartyHit, measure: Measure) -> bool:
    """Tell whether a row is of an order that the rulebook holds, whose life decides."""
    printed = federal_register(hit.match.listing.citations)
    return not printed.isdisjoint(federal_register(all_citations(case.book, measure)))


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
    if not is_sure(hit.evidence):
        sentence = f"{hit.evidence.our_name} may be {hit.evidence.matched_name}. If it is: {sentence}"
    return Question("check_renewal", path, sentence, _RULE, cites, party=path, evidence=hit.evidence)


def _first_cited(listing: Listing) -> date:
    days = [date.fromisoformat(day) for cite in listing.citations for day in _DATED.findall(cite)]
    return min(days, default=date.max)

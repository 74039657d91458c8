"""Which denial orders concern a case, and what sort of order each is.

The table of denied persons is a convenience; the published order is the law (handbook 1a).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from licet.model.law import Interval
from licet.model.rulebook import Measure, State
from licet.rules.case import Case, PartyHit
from licet.rules.life import Standing
from licet.rules.listed import CSL, Entry, entries, rows_of

DENIED = ("us_bis_dpl", CSL)
YEARS_AFTER_CONVICTION = "us.bis.denial.years_after_conviction"
_TEMPORARY_DAYS = 181
"""A temporary order runs 180 days at most (766.24); a row shows both its ends."""


def denial_rows(hits: Iterable[PartyHit]) -> list[PartyHit]:
    """Return the hits on rows of denied persons."""
    return rows_of(hits, "DPL", "us_bis_dpl")


def orders(case: Case) -> Iterator[Entry]:
    """Yield each order that names somebody of the case, once for each of them."""
    for order in entries(case, "denial_order", denial_rows(case.hits)):
        if order.measure is None:
            yield order
        else:
            yield replace(order, standing=_capped(case, order.measure, order.standing))


def is_standard(order: Entry) -> bool:
    """Tell whether the standard terms apply; a row that does not say is taken to have them."""
    if order.measure is not None:
        return bool(order.measure.terms.get("standard", True))
    return all(hit.detail.get("standard_order") != "no" for hit in order.rows)


def is_temporary(order: Entry) -> bool:
    """Tell whether it is a temporary denial order."""
    if order.measure is not None:
        return bool(order.measure.terms.get("temporary"))
    return any(is_temporary_row(hit) for hit in order.rows)


def is_temporary_row(hit: PartyHit) -> bool:
    """Tell whether a row is of a temporary denial order: it says so, or it is no longer than one."""
    listing = hit.match.listing
    said = f"{hit.detail.get('action', '')} {listing.remarks}".upper()
    if "TDO" in said or "TEMPORARY DENIAL" in said:
        return True
    return bool(listing.start and listing.end and (listing.end - listing.start).days < _TEMPORARY_DAYS)


def _capped(case: Case, measure: Measure, stands: Standing) -> Standing:
    """Let an order after a conviction end when 766.25(d) lets it at the latest, whatever the order says."""
    convicted = measure.terms.get("conviction")
    limit = case.book.value(YEARS_AFTER_CONVICTION, case.day) if isinstance(convicted, date) else None
    if limit is None or not isinstance(convicted, date) or stands.state is not State.IN_FORCE:
        return stands
    end = _years_later(convicted, int(limit.value))
    if case.day > end:
        return replace(stands, state=State.EXPIRED, interval=Interval(end + timedelta(days=1), None))
    last = min((day for day in (end, stands.interval.last) if day), default=end)
    return replace(stands, interval=Interval(stands.interval.first, last))


def _years_later(day: date, years: int) -> date:
    leap = (day.month, day.day) == (2, 29)  # the anniversary of a leap day is the 28th in other years
    return day.replace(year=day.year + years, day=28) if leap else day.replace(year=day.year + years)

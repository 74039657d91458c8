"""Which denial orders concern a case: measures of the rulebook and rows of lists, joined where they are one.

The table of denied persons is a convenience; the published order is the law (handbook 1a). Where the rulebook
holds the order, its life decides; a row alone speaks for itself by its dates.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from licet.model.law import Evidence, Interval
from licet.model.rulebook import Measure, State
from licet.rules.case import RULEBOOK_LIST, Case, Involved, PartyHit
from licet.rules.life import Standing, standing
from licet.rules.sources import all_citations, federal_register, strongest

DENIED = ("us_bis_dpl", "us_csl")
YEARS_AFTER_CONVICTION = "us.bis.denial.years_after_conviction"
_TEMPORARY_DAYS = 181
"""A temporary order runs 180 days at most (766.24); a row shows both its ends."""


@dataclass(frozen=True, slots=True)
class Order:
    """One order against one party of the case.

    Attributes:
        involved: Who of the case.
        hits: The records that name the denied person: of the rulebook, of lists.
        measure: The order in the rulebook; None where only rows speak.
        standing: Where it stands on the day; for rows, in force by their dates.
    """

    involved: Involved
    hits: tuple[PartyHit, ...]
    measure: Measure | None
    standing: Standing

    @property
    def evidence(self) -> Evidence:
        """The strongest record."""
        return strongest(self.hits).evidence

    @property
    def rows(self) -> tuple[PartyHit, ...]:
        """The rows of lists among the records."""
        return tuple(hit for hit in self.hits if hit.list_id != RULEBOOK_LIST)

    @property
    def is_standard(self) -> bool:
        """Whether the standard terms apply; a row that does not say is taken to have them."""
        if self.measure is not None:
            return bool(self.measure.terms.get("standard", True))
        return all(hit.detail.get("standard_order") != "no" for hit in self.rows)

    @property
    def is_temporary(self) -> bool:
        """Whether it is a temporary denial order."""
        if self.measure is not None:
            return bool(self.measure.terms.get("temporary"))
        return any(is_temporary_row(hit) for hit in self.rows)

    @property
    def citations(self) -> tuple[str, ...]:
        """Citations that the rows give."""
        return tuple(dict.fromkeys(cite for hit in self.rows for cite in hit.match.listing.citations))


def denial_rows(hits: Iterable[PartyHit]) -> list[PartyHit]:
    """Return the hits on rows of denied persons."""
    return [
        hit
        for hit in hits
        if hit.list_id == "us_bis_dpl" or (hit.list_id == "us_csl" and hit.detail.get("source") == "DPL")
    ]


def orders(case: Case) -> Iterator[Order]:
    """Yield each order that names somebody of the case, once for each of them."""
    rows = denial_rows(case.hits)
    found: dict[tuple[str, str], Order] = {}
    for hit, measure in case.measures_of("denial_order"):
        if measure.authorises:
            continue
        key = (hit.involved.path, measure.id)
        known = found[key].hits if key in found else ()
        best = strongest((*known, hit))
        state = capped(case, measure, standing(measure, case.moment, best.key))
        found[key] = Order(hit.involved, (*known, hit), measure, state)
    for key, order in found.items():
        same = [row for row in rows if _speaks_for(row, order, case)]
        rows = [row for row in rows if row not in same]
        found[key] = replace(order, hits=(*order.hits, *same))
    yield from found.values()
    yield from _of_rows(rows)


def capped(case: Case, measure: Measure, stands: Standing) -> Standing:
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


def is_temporary_row(hit: PartyHit) -> bool:
    """Tell whether a row is of a temporary denial order: it says so, or it is no longer than one."""
    listing = hit.match.listing
    said = f"{hit.detail.get('action', '')} {listing.remarks}".upper()
    if "TDO" in said or "TEMPORARY DENIAL" in said:
        return True
    return bool(listing.start and listing.end and (listing.end - listing.start).days < _TEMPORARY_DAYS)


def _speaks_for(row: PartyHit, order: Order, case: Case) -> bool:
    """Tell whether a row is of the same order as a measure: a common citation, or none of its own."""
    if row.involved.path != order.involved.path or order.measure is None:
        return False
    printed = federal_register(row.match.listing.citations)
    if printed:
        return not printed.isdisjoint(federal_register(all_citations(case.book, order.measure)))
    start = row.match.listing.start
    return start is None or any(event.on == start for event in order.measure.life)


def _of_rows(rows: list[PartyHit]) -> Iterator[Order]:
    """Join rows of one order: addresses of one person, and the same row in two lists."""
    left = list(rows)
    while left:
        first = left.pop(0)
        group = [first]
        for row in list(left):
            if any(_same_order(row, other) for other in group):
                group.append(row)
                left.remove(row)
        begins = [hit.match.listing.start for hit in group if hit.match.listing.start]
        ends = [hit.match.listing.end for hit in group]
        last = None if None in ends else max(day for day in ends if day)
        interval = Interval(min(begins, default=None), last)
        change = last + timedelta(days=1) if last else None
        yield Order(first.involved, tuple(group), None, Standing(State.IN_FORCE, None, interval, change))


def _same_order(one: PartyHit, other: PartyHit) -> bool:
    if one.involved.path != other.involved.path:
        return False
    ours, theirs = one.match.listing, other.match.listing
    cited = federal_register(ours.citations), federal_register(theirs.citations)
    if cited[0] and cited[1]:
        return not cited[0].isdisjoint(cited[1])
    return (ours.start, ours.end) == (theirs.start, theirs.end)

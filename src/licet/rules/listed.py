"""Entries against the parties of a case: measures of the rulebook and rows of lists, joined where one.

A list is a convenience or a mirror; where the rulebook holds the measure, its life decides. A row alone
speaks for itself by its dates.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from licet.model.law import Evidence, Interval
from licet.model.rulebook import Measure, State
from licet.rules.case import RULEBOOK_LIST, Case, Involved, PartyHit
from licet.rules.life import Standing, standing
from licet.rules.sources import all_citations, citations_of, federal_register, is_sure, strongest

CSL = "us_csl"


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry or order against one party of the case.

    Attributes:
        involved: Who of the case.
        hits: The records that name the listed party: of the rulebook, of lists.
        measure: The measure in the rulebook; None where only rows speak.
        standing: Where it stands on the day; for rows, in force by their dates.
    """

    involved: Involved
    hits: tuple[PartyHit, ...]
    measure: Measure | None
    standing: Standing

    @property
    def best(self) -> PartyHit:
        """The strongest record."""
        return strongest(self.hits)

    @property
    def evidence(self) -> Evidence:
        """The strongest record, as evidence."""
        return self.best.evidence

    @property
    def rows(self) -> tuple[PartyHit, ...]:
        """The rows of lists among the records."""
        return tuple(hit for hit in self.hits if hit.list_id != RULEBOOK_LIST)

    @property
    def party(self) -> str:
        """Id of the party of the rulebook that it is; empty where only rows speak."""
        own = [hit for hit in self.hits if hit.list_id == RULEBOOK_LIST]
        return strongest(own).key if own else ""

    @property
    def title(self) -> str:
        """What the measure is called; the listed name where only rows speak."""
        return self.measure.title if self.measure else self.evidence.matched_name

    def citations(self, case: Case) -> tuple[str, ...]:
        """Return citations of the measure's event, then those that the rows print."""
        own = citations_of(case.book, self.measure, self.standing.event) if self.measure else ()
        known = federal_register(own)
        printed = [cite for hit in self.rows for cite in hit.match.listing.citations]
        new = (cite for cite in printed if not federal_register((cite,)) or federal_register((cite,)) - known)
        return tuple(dict.fromkeys((*own, *new)))


def rows_of(hits: Iterable[PartyHit], source: str, *lists: str) -> list[PartyHit]:
    """Return hits on rows of one source: of its own lists, and of the consolidated one by its code."""
    return [
        hit
        for hit in hits
        if hit.list_id in lists or (hit.list_id == CSL and hit.detail.get("source") == source)
    ]


def was_screened(case: Case, *lists: str) -> bool:
    """Tell whether one of some lists was screened, in an edition of the day."""
    return any(item.list_id in lists and item.edition for item in case.lists)


def entries(
    case: Case, kind: str, rows: Iterable[PartyHit], *, one_party_a_citation: bool = True
) -> Iterator[Entry]:
    """Yield each entry that names somebody of the case, once for each of them.

    Args:
        case: The case.
        kind: The measure kind.
        rows: Hits on rows of the lists that mirror it.
        one_party_a_citation: A citation tells the entry, as with orders; False where one rule lists
            many, so that a row is joined only if it is as sure to be the party as the measure is.
    """
    if not case.hits:  # nearly every party of nearly every case is like nobody listed
        return
    found: dict[tuple[str, str], Entry] = {}
    for hit, measure in case.measures_of(kind):
        if measure.authorises:
            continue
        key = (hit.involved.path, measure.id)
        known = found[key].hits if key in found else ()
        best = strongest((*known, hit))
        found[key] = Entry(hit.involved, (*known, hit), measure, standing(measure, case.moment, best.key))
    left = list(rows)
    # A row that several measures of a party could explain goes to the one that is in force.
    ordered = sorted(found, key=lambda key: found[key].standing.state is not State.IN_FORCE)
    for key in ordered:
        entry = found[key]
        same = [row for row in left if _speaks_for(case, row, entry, one_party_a_citation)]
        left = [row for row in left if row not in same]
        found[key] = replace(entry, hits=(*entry.hits, *same))
    yield from found.values()
    yield from _of_rows(left, one_party_a_citation)


def clearest(
    found: Iterable[Entry], settles: Callable[[Entry], bool] | None = None
) -> tuple[list[Entry], list[Entry]]:
    """Return entries, and apart those that somebody only may be, where it surely is another one in force.

    The same party is alike to many entries of its own group; the sure one already says what follows.

    Args:
        found: The entries.
        settles: Whether a sure entry in force says all that could follow from the others; always when None.
    """
    given = list(found)
    if not given:
        return [], []
    sure = {
        one.involved.path
        for one in given
        if is_sure(one.evidence)
        and one.standing.state is State.IN_FORCE
        and (settles is None or settles(one))
    }
    kept = [one for one in given if is_sure(one.evidence) or one.involved.path not in sure]
    return kept, [one for one in given if one not in kept]


def _speaks_for(case: Case, row: PartyHit, entry: Entry, by_citation: bool) -> bool:  # noqa: FBT001
    """Tell whether a row is of the same entry as a measure: a common citation, or none of its own."""
    if row.involved.path != entry.involved.path or entry.measure is None:
        return False
    if not by_citation and is_sure(row.evidence) is not is_sure(entry.evidence):
        return False
    printed = federal_register(row.match.listing.citations)
    if printed:
        return not printed.isdisjoint(federal_register(all_citations(case.book, entry.measure)))
    start = row.match.listing.start
    return start is None or any(event.on == start for event in entry.measure.life)


def _of_rows(rows: list[PartyHit], by_citation: bool) -> Iterator[Entry]:  # noqa: FBT001
    """Join rows of one entry: addresses of one person, and the same row in two lists."""
    left = list(rows)
    while left:
        first = left.pop(0)
        group = [first]
        for row in list(left):
            if any(_same(row, other, by_citation) for other in group):
                group.append(row)
                left.remove(row)
        yield Entry(first.involved, tuple(group), None, _by_dates(group))


def _by_dates(group: list[PartyHit]) -> Standing:
    begins = [hit.match.listing.start for hit in group if hit.match.listing.start]
    ends = [hit.match.listing.end for hit in group]
    last: date | None = None if None in ends else max(day for day in ends if day)
    change = last + timedelta(days=1) if last else None
    return Standing(State.IN_FORCE, None, Interval(min(begins, default=None), last), change)


def _same(one: PartyHit, other: PartyHit, by_citation: bool) -> bool:  # noqa: FBT001
    if one.involved.path != other.involved.path:
        return False
    ours, theirs = one.match.listing, other.match.listing
    if not by_citation:
        return ours.details == theirs.details and ours.caption.casefold() == theirs.caption.casefold()
    cited = federal_register(ours.citations), federal_register(theirs.citations)
    if cited[0] and cited[1]:
        return not cited[0].isdisjoint(cited[1])
    return (ours.start, ours.end) == (theirs.start, theirs.end)

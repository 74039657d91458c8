"""Several source records of one party to one listing: nothing said once is lost, nothing is said twice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from licet.model import Listing, Name, NameKind

_T = TypeVar("_T")


def merge(listings: Sequence[Listing]) -> Listing:
    """Return one listing that holds what all of them say, in their order; `rows` is their sum.

    List, key and kind are those of the first. The start is the earliest, the end the latest and only if
    all have one: the party is listed as long as one record lists it.
    """
    if len(listings) == 1:
        return listings[0]
    starts = [item.start for item in listings if item.start]
    ends = [item.end for item in listings if item.end]
    return replace(
        listings[0],
        names=merge_names([name for item in listings for name in item.names]),
        birth_dates=unique(value for item in listings for value in item.birth_dates),
        birth_places=unique(value for item in listings for value in item.birth_places),
        countries=unique(value for item in listings for value in item.countries),
        addresses=unique(value for item in listings for value in item.addresses),
        identifiers=unique(value for item in listings for value in item.identifiers),
        programmes=unique(value for item in listings for value in item.programmes),
        start=min(starts, default=None),
        end=max(ends) if len(ends) == len(listings) else None,
        citations=unique(value for item in listings for value in item.citations),
        remarks="\n".join(unique(item.remarks for item in listings if item.remarks)),
        genders=unique(value for item in listings for value in item.genders),
        titles=unique(value for item in listings for value in item.titles),
        links=unique(value for item in listings for value in item.links),
        contacts=unique(value for item in listings for value in item.contacts),
        details=_details(listings),
        rows=sum(item.rows for item in listings),
    )


def merge_names(names: Iterable[Name]) -> tuple[Name, ...]:
    """Return the names without repeats, primary ones first and weak ones last, otherwise in their order.

    Of a name that is given twice, the stronger statement stays.
    """
    ranked = sorted(names, key=lambda name: (name.kind is not NameKind.PRIMARY, name.weak))
    best: dict[str, Name] = {}
    for name in ranked:
        best.setdefault(name.text, name)
    return tuple(best.values())


def unique(values: Iterable[_T]) -> tuple[_T, ...]:
    """Return the values without repeats, in order of first appearance."""
    return tuple(dict.fromkeys(values))


def _details(listings: Sequence[Listing]) -> tuple[tuple[str, str], ...]:
    values: dict[str, dict[str, None]] = {}
    for item in listings:
        for key, value in item.details:
            values.setdefault(key, {})[value] = None
    return tuple(sorted((key, " | ".join(found)) for key, found in values.items()))

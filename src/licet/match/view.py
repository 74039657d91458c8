"""Which listed names count under two clocks.

A version of a listing counts on a day when

- the edition that answers holds it, and its own start and end dates, where it states them, include the day
  (basis `edition`): expired rows stay in published files for a while; or
- it states itself that it has effect on the day, its key came with an edition published later but known to
us,
  and the edition that answers does not have the key (basis `own_dates`): an order in force on 15 April is
  published in the list of 16 April.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from licet.match._kernel import Mask as Forms
from licet.match.contents import Contents
from licet.match.editions import micros
from licet.model import AsOf, Edition

Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """What counts under one pair of clocks. Made by `Corpus.view`.

    Attributes:
        contents: The corpus.
        as_of: The clocks.
        lists: List ids, sorted.
        editions: The edition that answers for each list; None where none was published and known.
        answering: The place of that edition in the corpus, for lists that have one.
        by_edition: Versions that count on the basis of the edition.
        by_own_dates: Versions that count on the basis of their own dates.
        known: Versions of these lists that were known at all, whether they count or not.
        forms: Forms borne by a version that counts.
        known_forms: Forms borne by a version that is known.
    """

    contents: Contents
    as_of: AsOf
    lists: tuple[str, ...]
    editions: dict[str, Edition | None]
    answering: dict[str, int]
    by_edition: Mask
    by_own_dates: Mask
    known: Mask
    forms: Forms
    known_forms: Forms

    @property
    def counting(self) -> Mask:
        """Versions that count."""
        return self.by_edition | self.by_own_dates


def resolve(contents: Contents, as_of: AsOf, lists: tuple[str, ...]) -> View:
    """Work out which versions count; one pass over the arrays for each list."""
    size = len(contents.version_list)
    by_edition, by_own_dates, known = (np.zeros(size, np.bool_) for _ in range(3))
    editions: dict[str, Edition | None] = {}
    answering: dict[str, int] = {}
    day = as_of.valid.toordinal()
    for list_id in lists:
        place = _answering(contents, as_of, list_id)
        editions[list_id] = None if place is None else contents.edition(place)
        if list_id not in contents.lists:
            continue
        own = contents.version_list == contents.lists.index(list_id)
        in_effect = own & (contents.version_starts <= day) & (day <= contents.version_ends)
        held = np.zeros(size, np.bool_)
        if place is not None:
            answering[list_id] = place
            seq = contents.edition_seq[place]
            held = own & (contents.version_first <= seq) & (seq < contents.version_last)
        published, received = _first_editions(contents, as_of, list_id, day)
        known |= own & np.isin(contents.version_first, received)
        by_edition |= held & in_effect
        early = in_effect & (contents.version_starts > 0) & np.isin(contents.version_first, published)
        early &= contents.version_first == contents.version_key_first
        by_own_dates |= early & ~np.isin(contents.version_key, contents.version_key[held])
    return View(
        contents,
        as_of,
        lists,
        editions,
        answering,
        by_edition,
        by_own_dates,
        known,
        contents.index.forms_of(by_edition | by_own_dates),
        contents.index.forms_of(known),
    )


def _answering(contents: Contents, as_of: AsOf, list_id: str) -> int | None:
    """Place of the edition that answers: the greatest (published, known, seq) within both clocks."""
    if list_id not in contents.lists:
        return None
    usable = contents.edition_list == contents.lists.index(list_id)
    usable &= contents.edition_published <= as_of.valid.toordinal()
    usable &= contents.edition_known <= micros(as_of.known_utc)
    places = np.flatnonzero(usable).tolist()

    def order(place: int) -> tuple[int, int, int]:
        return (
            int(contents.edition_published[place]),
            int(contents.edition_known[place]),
            int(contents.edition_seq[place]),
        )

    return max(places, key=order) if places else None


def _first_editions(
    contents: Contents, as_of: AsOf, list_id: str, day: int
) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.int32]]:
    """Return the numbers of the list's editions known by then: (those published after the day, all)."""
    own = contents.edition_list == contents.lists.index(list_id)
    own &= contents.edition_known <= micros(as_of.known_utc)
    later = own & (contents.edition_published > day)
    return contents.edition_seq[later], contents.edition_seq[own]

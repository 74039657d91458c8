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
from functools import cached_property

from licet.match._kernel import Mask as Forms
from licet.match.contents import Contents
from licet.match.editions import micros
from licet.model import AsOf, Edition

Marks = bytes
"""A byte for each version: 1 for those meant, else 0."""


@dataclass(frozen=True, eq=False)
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
    """

    contents: Contents
    as_of: AsOf
    lists: tuple[str, ...]
    editions: dict[str, Edition | None]
    answering: dict[str, int]
    by_edition: Marks
    by_own_dates: Marks
    known: Marks

    @cached_property
    def counting(self) -> Marks:
        """Versions that count."""
        both = int.from_bytes(self.by_edition, "little") | int.from_bytes(self.by_own_dates, "little")
        return both.to_bytes(len(self.by_edition), "little")

    @cached_property
    def elsewhen(self) -> Marks:
        """Versions that are known, of keys of which none counts."""
        return self.contents.versions.of_other_keys(self.known, self.counting)

    @cached_property
    def forms(self) -> Forms:
        """Forms borne by a version that counts."""
        return self.contents.index.forms_of(memoryview(self.counting).cast("?"))

    @cached_property
    def known_forms(self) -> Forms:
        """Forms borne by a version that is known."""
        return self.contents.index.forms_of(memoryview(self.known).cast("?"))


def resolve(contents: Contents, as_of: AsOf, lists: tuple[str, ...]) -> View:
    """Work out which versions count; one pass over the versions for each list."""
    editions: dict[str, Edition | None] = {}
    answering: dict[str, int] = {}
    clocks = []
    day = as_of.valid.toordinal()
    for list_id in lists:
        editions[list_id] = None
        if list_id not in contents.lists:
            continue
        number = contents.lists.index(list_id)
        known = _known(contents, as_of, number)
        later = [place for place in known if contents.edition_published[place] > day]
        place = _answering(contents, [place for place in known if contents.edition_published[place] <= day])
        seq = None
        if place is not None:
            editions[list_id] = contents.edition(place)
            answering[list_id] = place
            seq = contents.edition_seq[place]
        clocks.append(((number, seq), (_seqs(contents, later), _seqs(contents, known))))
    return View(contents, as_of, lists, editions, answering, *contents.versions.resolve(day, clocks))


def _known(contents: Contents, as_of: AsOf, number: int) -> list[int]:
    """Places of the list's editions that were known by then."""
    until = micros(as_of.known_utc)
    return [
        place
        for place, (of, known) in enumerate(zip(contents.edition_list, contents.edition_known, strict=True))
        if of == number and known <= until
    ]


def _answering(contents: Contents, usable: list[int]) -> int | None:
    """Place of the edition that answers: the greatest (published, known, seq) within both clocks."""

    def order(place: int) -> tuple[int, int, int]:
        return contents.edition_published[place], contents.edition_known[place], contents.edition_seq[place]

    return max(usable, key=order, default=None)


def _seqs(contents: Contents, places: list[int]) -> list[int]:
    return [contents.edition_seq[place] for place in places]

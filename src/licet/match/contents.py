"""The arrays of a corpus under their names, and the few texts of it that an answer needs."""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from licet.match import native
from licet.match._kernel import DamagedIndex, DamagedTables, Index, Versions, rows_of
from licet.match.alignment import Weighted
from licet.match.bodies import Bodies
from licet.match.editions import edition_from_json, micros
from licet.match.layout import MappedFile
from licet.match.overlay import OverlayName
from licet.model import AsOf, Edition, Listing, from_dict

_KEPT = 65536
VERSION_FIELDS = ("list", "key", "first", "last", "key_first", "starts", "ends", "kind")
"""What is said of each version, one array each."""


class InOrder(NamedTuple):
    """Editions of a list in an order.

    Attributes:
        places: Where the corpus holds them.
        seqs: Their numbers.
        ascending: Whether the numbers ascend in this order, too.
    """

    places: list[int]
    seqs: list[int]
    ascending: bool

    @classmethod
    def of(cls, places: list[int], seqs: list[int]) -> InOrder:
        """Return editions in the order given."""
        return cls(places, seqs, all(one < other for one, other in pairwise(seqs)))


class Contents:
    """What a corpus file holds.

    A *version* is one content of one listing; a *form* is a distinct sequence of tokens, borne by
    *rows* (form, version, name); a *word* is a distinct token, with the forms that hold it.
    Forms and words are in the native index.
    """

    def __init__(self, file: MappedFile) -> None:
        self.file = file
        self.lists: tuple[str, ...] = tuple(file.meta["lists"])
        self.overlay = tuple(
            OverlayName(tuple(lists), name, adds, language, source)
            for lists, name, adds, language, source in file.meta["overlay"]
        )
        self.edition_list = file.numbers("edition_list")
        self.edition_seq = file.numbers("edition_seq")
        self.edition_published = file.numbers("edition_published")
        self.edition_known = file.numbers("edition_known")
        self.version_list = file.numbers("version_list")
        self.version_key = file.numbers("version_key")
        self.version_first = file.numbers("version_first")
        self.version_last = file.numbers("version_last")
        self.version_key_first = file.numbers("version_key_first")
        self.version_starts = file.numbers("version_starts")
        self.version_ends = file.numbers("version_ends")
        self.identifier_hash = file.numbers("identifier_hash")
        self.identifier_version = file.numbers("identifier_version")
        self.acronym_letters = file.numbers("acronym_letters")
        self.acronym_form = file.numbers("acronym_form")
        self.bodies = Bodies(file)
        self._edition_start = file.numbers("edition_start")
        self._edition_heap = file.content("edition_heap")
        try:
            self.index = Index(file.content("index"), native.model(file.content("tables")))
        except (DamagedIndex, DamagedTables) as error:
            raise file.damaged(str(error)) from error
        self.versions = Versions(
            self.version_list,
            self.version_key,
            self.version_first,
            self.version_last,
            self.version_key_first,
            self.version_starts,
            self.version_ends,
        )
        self.listing = lru_cache(maxsize=4096)(self._listing)
        self.edition = lru_cache(maxsize=1024)(self._edition)
        self.editions_by_day = lru_cache(maxsize=256)(self._editions_by_day)
        self.intervals: dict[tuple[int, AsOf], tuple[date | None, date | None, int | None]] = {}  # `in_force`
        self.weighted = lru_cache(maxsize=_KEPT)(self._weighted)

    @property
    def forms(self) -> int:
        """Number of distinct forms."""
        return self.index.forms

    @property
    def words(self) -> int:
        """Number of distinct tokens."""
        return self.index.words

    def word(self, number: int) -> str:
        """Return the text of a word."""
        return self.index.word(number)

    def find_word(self, token: str) -> int:
        """Return the number of a token, or -1 when no listed name has it."""
        return self.index.find_word(token)

    def weight(self, token: str, *, person: bool = False) -> float:
        """Return the weight of a token of ours, listed or not; of a person's name or another."""
        return self.index.weight(token, person)

    def rows(self, form: int) -> list[tuple[int, int]]:
        """Return (version, code of the name) of each row of a form."""
        return rows_of(self.index, form)

    def key_versions(self, version: int) -> list[int]:
        """Return every version of the key that a version belongs to."""
        return self.versions.of_key(self.version_key[version])

    def version_rows(self) -> list[tuple[int, ...]]:
        """Return what is said of each version, by `VERSION_FIELDS`."""
        columns = [self.file.numbers(f"version_{field}").tolist() for field in VERSION_FIELDS]
        return list(zip(*columns, strict=True))

    def _editions_by_day(self, list_number: int, as_of: AsOf) -> InOrder:
        """Return the editions of a list known by then, in order of publication.

        Editions of one day that were received later stand for those received before.
        """
        until = micros(as_of.known_utc)
        newest: dict[int, tuple[int, int, int]] = {}
        for place, (of, known) in enumerate(zip(self.edition_list, self.edition_known, strict=True)):
            if of == list_number and known <= until:
                day = self.edition_published[place]
                received = known, self.edition_seq[place], place
                newest[day] = max(received, newest.get(day, received))
        found = [newest[day] for day in sorted(newest)]
        return InOrder.of([place for _, _, place in found], [seq for _, seq, _ in found])

    def _listing(self, version: int) -> Listing:
        return from_dict(json.loads(self.bodies[version]))

    def _edition(self, place: int) -> Edition:
        start = self._edition_start
        return edition_from_json(bytes(self._edition_heap[start[place] : start[place + 1]]))

    def _weighted(self, form: int) -> Weighted:
        flags = self.index.form_flags(form)
        return Weighted(
            tuple(self.index.form_tokens(form)),
            tuple(self.index.form_weights(form)),
            bool(flags & native.FORM_INITIALS),
            bool(flags & native.FORM_TRANSLITERATED),
        )


def find_range(hashes: memoryview, value: int) -> tuple[int, int]:
    """Return the range of a sorted array that holds a value."""
    return bisect_left(hashes, value), bisect_right(hashes, value)

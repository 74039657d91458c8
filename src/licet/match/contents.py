"""The arrays of a corpus under their names, and the few texts of it that an answer needs."""

from __future__ import annotations

import json
from datetime import date
from functools import cached_property, lru_cache

import numpy as np
import numpy.typing as npt

from licet.match import native
from licet.match._kernel import DamagedIndex, DamagedTables, Index
from licet.match.bodies import Bodies
from licet.match.editions import edition_from_json, micros
from licet.match.layout import MappedFile
from licet.match.overlay import OverlayName
from licet.match.score import Weighted
from licet.model import AsOf, Edition, Listing, from_dict

Ints = npt.NDArray[np.int32]
Longs = npt.NDArray[np.int64]
Hashes = npt.NDArray[np.uint64]

_KEPT = 65536
VERSION_FIELDS = ("list", "key", "first", "last", "key_first", "starts", "ends", "kind")
"""What is said of each version, one array each."""


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
        self.edition_list: Ints = file.array("edition_list")
        self.edition_seq: Ints = file.array("edition_seq")
        self.edition_published: Ints = file.array("edition_published")
        self.edition_known: Longs = file.array("edition_known")
        self.version_list: Ints = file.array("version_list")
        self.version_key: Ints = file.array("version_key")
        self.version_first: Ints = file.array("version_first")
        self.version_last: Ints = file.array("version_last")
        self.version_key_first: Ints = file.array("version_key_first")
        self.version_starts: Ints = file.array("version_starts")
        self.version_ends: Ints = file.array("version_ends")
        self.identifier_hash: Hashes = file.array("identifier_hash")
        self.identifier_version: Ints = file.array("identifier_version")
        self.bodies = Bodies(file)
        self._edition_start: Longs = file.array("edition_start")
        self._edition_heap = file.array("edition_heap")
        try:
            self.index = Index(file.content("index"), native.model(file.content("tables")))
        except (DamagedIndex, DamagedTables) as error:
            raise file.damaged(str(error)) from error
        self.row_start: npt.NDArray[np.uint32] = self.index.row_start
        self.row_version: Ints = self.index.row_version
        self.row_code: Ints = self.index.row_code
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

    def key_versions(self, version: int) -> Longs:
        """Return every version of the key that a version belongs to."""
        order, keys = self._by_key
        low, high = np.searchsorted(keys, self.version_key[version] + np.array([0, 1], np.int32))
        return order[low:high]

    def version_rows(self) -> list[tuple[int, ...]]:
        """Return what is said of each version, by `VERSION_FIELDS`."""
        columns = [self.file.array(f"version_{field}").tolist() for field in VERSION_FIELDS]
        return list(zip(*columns, strict=True))

    @cached_property
    def _by_key(self) -> tuple[Longs, Ints]:
        """The versions in the order of their keys, and these keys."""
        order = np.argsort(self.version_key, kind="stable")
        return order, self.version_key[order]

    def _editions_by_day(self, list_number: int, as_of: AsOf) -> tuple[list[int], Ints]:
        """Return place and number of the editions of a list known by then, in order of publication.

        Editions of one day that were received later stand for those received before.
        """
        own = self.edition_list == list_number
        own &= self.edition_known <= micros(as_of.known_utc)
        places = np.flatnonzero(own)
        published = self.edition_published[places]
        order = np.lexsort((self.edition_seq[places], self.edition_known[places], published))
        places, published = places[order], published[order]
        last_of_day = np.append(published[1:] != published[:-1], np.ones(min(len(published), 1), np.bool_))
        places = places[last_of_day]
        return places.tolist(), self.edition_seq[places]

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


def find_range(hashes: Hashes, value: int) -> tuple[int, int]:
    """Return the range of a sorted array that holds a value."""
    key = np.uint64(value)
    low, high = np.searchsorted(hashes, key, "left"), np.searchsorted(hashes, key, "right")
    return int(low), int(high)

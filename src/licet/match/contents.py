"""The arrays of a corpus under their names, and the few texts of it that an answer needs."""

from __future__ import annotations

import json
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from licet.match.building import FORM_INITIALS, FORM_TRANSLITERATED, hash64
from licet.match.editions import edition_from_json
from licet.match.layout import MappedFile
from licet.match.overlay import OverlayName
from licet.match.score import Weighted
from licet.match.weights import as_person, token_weight
from licet.model import Edition, Listing, from_dict
from licet.text.words import written_otherwise

Ints = npt.NDArray[np.int32]
Longs = npt.NDArray[np.int64]
Words = npt.NDArray[np.uint32]
Floats = npt.NDArray[np.float64]
Hashes = npt.NDArray[np.uint64]

_KEPT = 65536


class Contents:
    """What a corpus file holds.

    A *version* is one content of one listing; a *form* is a distinct sequence of tokens, borne by
    *rows* (form, version, name); a *word* is a distinct token, with the forms that hold it.
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
        self.form_start: Longs = file.array("form_start")
        self.form_token: Ints = file.array("form_token")
        self.form_flags: npt.NDArray[np.uint8] = file.array("form_flags")
        self.form_weight: Floats = file.array("form_weight")
        self.row_start: Longs = file.array("row_start")
        self.row_version: Ints = file.array("row_version")
        self.row_code: Ints = file.array("row_code")
        self.word_weight: Floats = file.array("word_weight")
        self.word_hash: Hashes = file.array("word_hash")
        self.word_number: Words = file.array("word_number")
        self.post_start: Longs = file.array("post_start")
        self.post_form: Words = file.array("post_form")
        self.join_hash: Hashes = file.array("join_hash")
        self.join_form: Words = file.array("join_form")
        self.join_weight: Floats = file.array("join_weight")
        self.delete_hash: Words = file.array("delete_hash")
        self.delete_word: Words = file.array("delete_word")
        self.sound_hash: Hashes = file.array("sound_hash")
        self.sound_number: Words = file.array("sound_number")
        self.identifier_hash: Hashes = file.array("identifier_hash")
        self.identifier_version: Ints = file.array("identifier_version")
        self._word_start: Longs = file.array("word_start")
        self._word_heap = file.array("word_heap")
        self._body_start: Longs = file.array("body_start")
        self._body_heap = file.array("body_heap")
        self._edition_start: Longs = file.array("edition_start")
        self._edition_heap = file.array("edition_heap")
        self.word = lru_cache(maxsize=_KEPT)(self._word)
        self.listing = lru_cache(maxsize=4096)(self._listing)
        self.edition = lru_cache(maxsize=1024)(self._edition)
        self.weighted = lru_cache(maxsize=_KEPT)(self._weighted)

    @property
    def forms(self) -> int:
        """Number of distinct forms."""
        return len(self.form_weight)

    @property
    def words(self) -> int:
        """Number of distinct tokens."""
        return len(self.word_weight)

    def find_word(self, token: str) -> int:
        """Return the number of a token, or -1 when no listed name has it."""
        low, high = find_range(self.word_hash, hash64(token))
        for number in self.word_number[low:high].tolist():
            if self.word(number) == token:
                return int(number)
        return -1

    def weight(self, token: str, *, person: bool = False) -> float:
        """Return the weight of a token of ours, listed or not; of a person's name or another."""
        number = self.find_word(token)
        if number >= 0:
            weight = float(self.word_weight[number])
            return as_person(token, weight) if person else weight
        # A short form that no list uses weighs what the listed word weighs that it stands for.
        others = (self.find_word(word) for word in written_otherwise(token))
        weights = [float(self.word_weight[other]) for other in others if other >= 0]
        return min(weights, default=token_weight(token, self.forms, 0, person=person))

    def key_versions(self, version: int) -> Longs:
        """Return every version of the key that a version belongs to."""
        return np.flatnonzero(self.version_key == self.version_key[version])

    def _word(self, number: int) -> str:
        return bytes(self._word_heap[self._word_start[number] : self._word_start[number + 1]]).decode()

    def _listing(self, version: int) -> Listing:
        content = bytes(self._body_heap[self._body_start[version] : self._body_start[version + 1]])
        return from_dict(json.loads(content))

    def _edition(self, place: int) -> Edition:
        start = self._edition_start
        return edition_from_json(bytes(self._edition_heap[start[place] : start[place + 1]]))

    def _weighted(self, form: int) -> Weighted:
        numbers = self.form_token[self.form_start[form] : self.form_start[form + 1]].tolist()
        flags = int(self.form_flags[form])
        return Weighted(
            tuple(self.word(number) for number in numbers),
            tuple(float(self.word_weight[number]) for number in numbers),
            bool(flags & FORM_INITIALS),
            bool(flags & FORM_TRANSLITERATED),
        )


def find_range(hashes: Hashes, value: int) -> tuple[int, int]:
    """Return the range of a sorted array that holds a value."""
    key = np.uint64(value)
    low, high = np.searchsorted(hashes, key, "left"), np.searchsorted(hashes, key, "right")
    return int(low), int(high)

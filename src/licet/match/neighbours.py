"""The listed words that one of our tokens is like, and the listed names that hold them.

A token meets the vocabulary once; the answer is kept for the tokens that follow.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt
from rapidfuzz import process
from rapidfuzz.distance import OSA

from licet.match.building import hash64
from licet.match.contents import Contents, find_range
from licet.match.deletes import token_hashes
from licet.match.score import Alike
from licet.match.similarity import (
    GIVEN_NAME,
    INITIAL,
    JOINED,
    edit_limit,
    is_editable,
    similarity,
    sound_keys,
)
from licet.model import PairKind
from licet.text.given_names import other_given_names
from licet.text.words import written_otherwise

_KEPT_TOKENS = 8192
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """Names that a part of ours may be paired with, and how much that can bring at most.

    Attributes:
        forms: Forms, ascending, each once.
        similarity: For each form, the greatest similarity of a pair.
        gain: For each form, the greatest similarity times weight of the listed side of a pair.
    """

    forms: npt.NDArray[np.int64]
    similarity: Floats
    gain: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Near:
    """What one of our tokens is like: words with similarity and kind, and the names that hold them."""

    alike: Alike
    source: Source


class Neighbours:
    """Looks tokens up in the vocabulary of a corpus."""

    def __init__(self, contents: Contents) -> None:
        self._contents = contents
        self.near = lru_cache(maxsize=_KEPT_TOKENS)(self._near)
        self.word_source = lru_cache(maxsize=_KEPT_TOKENS)(self._word_source)
        self.given_source = lru_cache(maxsize=_KEPT_TOKENS)(self._given_source)
        self.letter_source = lru_cache(maxsize=64)(self._letter_source)

    def _near(self, token: str) -> Near:
        contents = self._contents
        numbers: list[int] = []
        alike: dict[str, tuple[float, PairKind]] = {}
        for number in sorted(self._candidates(token)):
            word = contents.word(number)
            found = similarity(token, word)
            if found:
                numbers.append(number)
                alike[word] = found
        parts = [self._postings(number, alike[contents.word(number)][0]) for number in numbers]
        low, high = find_range(contents.join_hash, hash64(token))
        if high > low:
            weights = contents.join_weight[low:high] * JOINED
            parts.append((contents.join_form[low:high], np.full(high - low, JOINED), weights))
        return Near(alike, _merge(parts))

    def _candidates(self, token: str) -> set[int]:
        """Every listed word that may be like the token: a superset of those that are."""
        contents = self._contents
        found: set[int] = set()
        if is_editable(token):
            found |= self._within_edits(token)
        for key in sound_keys(token):
            low, high = find_range(contents.sound_hash, hash64(key))
            found.update(contents.sound_number[low:high].tolist())
        same = (contents.find_word(word) for word in (token, *written_otherwise(token)))
        found.update(number for number in same if number >= 0)
        return found

    def _within_edits(self, token: str) -> set[int]:
        contents = self._contents
        limit = edit_limit(len(token))
        hashes = np.array(token_hashes(token, limit), np.uint32)
        lows = np.searchsorted(contents.delete_hash, hashes, "left").tolist()
        highs = np.searchsorted(contents.delete_hash, hashes, "right").tolist()
        seen: set[int] = set()
        for low, high in zip(lows, highs, strict=True):
            if high > low:
                seen.update(contents.delete_word[low:high].tolist())
        numbers = list(seen)
        if not numbers:
            return set()
        words = [contents.word(number) for number in numbers]
        reach = max(limit, 1)
        distances = process.cdist([token], words, scorer=OSA.distance, score_cutoff=reach)[0]
        return {numbers[place] for place in np.flatnonzero(distances <= reach).tolist()}

    def _postings(self, number: int, alike: float) -> tuple[npt.NDArray[np.uint32], Floats, Floats]:
        contents = self._contents
        forms = contents.post_form[contents.post_start[number] : contents.post_start[number + 1]]
        gain = alike * float(contents.word_weight[number])
        return forms, np.full(len(forms), alike), np.full(len(forms), gain)

    def _word_source(self, token: str, alike: float) -> Source | None:
        """Names that hold exactly this word, paired with the given similarity."""
        number = self._contents.find_word(token)
        return _merge([self._postings(number, alike)]) if number >= 0 else None

    def _given_source(self, token: str) -> Source:
        """Names that hold another form of a given name."""
        numbers = (self._contents.find_word(word) for word in sorted(other_given_names(token)))
        return _merge([self._postings(number, GIVEN_NAME) for number in numbers if number >= 0])

    def _letter_source(self, letter: str) -> Source:
        """Names with a word of which the letter is the initial. Words are sorted, so they lie together."""
        contents = self._contents
        low, high = self._first_word(letter), self._first_word(chr(ord(letter) + 1))
        bounds = contents.post_start[low], contents.post_start[high]
        counts = np.diff(contents.post_start[low : high + 1])
        weights = np.repeat(contents.word_weight[low:high], counts) * INITIAL
        forms = contents.post_form[bounds[0] : bounds[1]]
        return _merge([(forms, np.full(len(forms), INITIAL), weights)])

    def _first_word(self, begin: str) -> int:
        low, high = 0, self._contents.words
        while low < high:
            middle = (low + high) // 2
            if self._contents.word(middle) < begin:
                low = middle + 1
            else:
                high = middle
        return low


def _merge(parts: Iterable[tuple[npt.NDArray[np.uint32], Floats, Floats]]) -> Source:
    """One entry a form: the greatest similarity and the greatest gain."""
    kept = list(parts)
    if not kept:
        return Source(np.empty(0, np.int64), np.empty(0), np.empty(0))
    forms = np.concatenate([part[0] for part in kept]).astype(np.int64)
    alike = np.concatenate([part[1] for part in kept])
    gain = np.concatenate([part[2] for part in kept])
    if len(kept) > 1 or np.any(forms[1:] <= forms[:-1]):
        order = np.argsort(forms, kind="stable")
        forms = forms[order]
        first = np.flatnonzero(np.concatenate((np.ones(1, np.bool_), forms[1:] != forms[:-1])))
        if len(forms):
            alike = np.maximum.reduceat(alike[order], first)
            gain = np.maximum.reduceat(gain[order], first)
            forms = forms[first]
    return Source(forms, alike, gain)

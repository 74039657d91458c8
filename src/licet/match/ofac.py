"""The scoring of OFAC's search page, as publicly described: a column for auditors, never a decision.

OFAC's FAQs 246 to 249 say: the name is the only fuzzy field. The score, 0 to 100, is the higher of two. The
first compares the whole text entered with whole listed names, as the list prints them, by Jaro-Winkler. The
second compares each part of the text with the parts of listed names by Jaro-Winkler and Soundex, and puts
the scores of the parts together. Candidates begin with the same letter and are at least half alike by edit
distance.

How Soundex and the parts are put together is not published. Here a part scores as the listed part most like
it among those of the same Soundex, and the parts count equally: this reproduces the examples that are known,
and the share of clean people hit. The page itself may differ by some points.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import OSA, JaroWinkler

from licet.text.latin import to_latin
from licet.text.normalise import normalise

Floats: TypeAlias = npt.NDArray[np.float64]
HALF = 0.5
"""Share of letters that candidates have in common, by edit distance."""
_CODES = {
    letter: code
    for code, letters in {"1": "bfpv", "2": "cgjkqsxz", "3": "dt", "4": "l", "5": "mn", "6": "r"}.items()
    for letter in letters
}
_SILENT = "hw"
_KEPT = 512


def ofac_score(ours: str, theirs: str) -> int:
    """Return how alike the page would call two names, 0 to 100.

    Args:
        ours: The text entered.
        theirs: A listed name as the list prints it; names of other scripts are read in Latin letters, though
            the page itself has Latin names only.
    """
    mine, other = _plain(ours), _plain(theirs)
    if not mine or not other:
        return 0
    return round(100 * max(_whole(mine, other), _by_parts(mine.split(), other.split())))


def ofac_best(ours: Sequence[str], theirs: Sequence[str]) -> int:
    """Return the highest score between any of our names and any of theirs, 0 when there is none."""
    return max((ofac_score(mine, other) for mine in ours for other in theirs), default=0)


def soundex(word: str) -> str:
    """Return the American Soundex of a word: its first letter and three digits ("Robert" is R163)."""
    letters = re.sub("[^a-z]", "", word.lower())
    if not letters:
        return ""
    code, last = letters[0].upper(), _CODES.get(letters[0], "")
    for letter in letters[1:]:
        if letter in _SILENT:
            continue  # letters of one code on both sides of h or w count once
        digit = _CODES.get(letter, "")
        if digit and digit != last:
            code += digit
        last = digit
    return f"{code}000"[:4]


def _whole(mine: str, other: str) -> float:
    return _alike(mine, other) if _is_candidate(mine, other) else 0.0


def _by_parts(mine: Sequence[str], other: Sequence[str]) -> float:
    return sum(max(_part(part, listed) for listed in other) for part in mine) / len(mine)


@lru_cache(maxsize=65536)
def _part(mine: str, other: str) -> float:
    if mine == other:
        return 1.0
    sounds = soundex(mine)
    return _whole(mine, other) if sounds and sounds == soundex(other) else 0.0


def _alike(mine: str, other: str) -> float:
    return float(JaroWinkler.similarity(mine, other))


def _is_candidate(mine: str, other: str) -> bool:
    return mine[0] == other[0] and OSA.normalized_similarity(mine, other) >= HALF


@lru_cache(maxsize=65536)
def _plain(text: str) -> str:
    return normalise(to_latin(text).text)


class OfacIndex:
    """Listed names laid out for scoring all of them at once; gives what `ofac_score` gives, name by name."""

    def __init__(self, names: Iterable[str]) -> None:
        plain = sorted({text for text in map(_plain, names) if text})
        self._names = plain
        parts = sorted({part for text in plain for part in text.split()})
        self._parts = parts
        place = {part: at for at, part in enumerate(parts)}
        self._name_parts = np.array([place[part] for text in plain for part in text.split()], np.intp)
        lengths = np.array([len(text.split()) for text in plain], np.intp)
        self._starts = np.concatenate([np.zeros(1, np.intp), np.cumsum(lengths)[:-1]]) if plain else lengths
        self._name_letters = np.array([text[0] for text in plain])
        self._part_letters = np.array([part[0] for part in parts])
        self._sounds = np.array([soundex(part) for part in parts])
        self._seen: dict[str, Floats] = {}

    def best(self, name: str) -> int:
        """Return the highest score of a name with any listed one, 0 to 100."""
        mine = _plain(name)
        if not mine or not self._names:
            return 0
        whole = _scores(mine, self._names, self._name_letters == mine[0])
        parts = mine.split()
        by_parts = sum((self._by_part(part) for part in parts), np.zeros(len(self._names))) / len(parts)
        return round(100 * float(max(whole.max(), by_parts.max())))

    def _by_part(self, part: str) -> Floats:
        """Return for each listed name the score of its part most like ours."""
        found = self._seen.get(part)
        if found is None:
            alike = np.zeros(len(self._parts))
            same = (self._sounds == soundex(part)) & (self._part_letters == part[0])
            for at in np.flatnonzero(same).tolist():
                alike[at] = _part(part, self._parts[at])
            found = np.maximum.reduceat(alike[self._name_parts], self._starts)
            if len(self._seen) >= _KEPT:
                self._seen.clear()
            self._seen[part] = found
        return found


def _scores(mine: str, others: Sequence[str], same_letter: npt.NDArray[np.bool_]) -> Floats:
    """Return the likeness of candidates, 0 for the others."""
    found = np.zeros(len(others))
    for at in np.flatnonzero(same_letter).tolist():
        if OSA.normalized_similarity(mine, others[at]) >= HALF:
            found[at] = _alike(mine, others[at])
    return found

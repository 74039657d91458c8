"""Symmetric deletes: a hash table that finds every token within two edits without measuring them all.

Two strings within k edits (insert, delete, replace, swap neighbours) share a string that is left when at
most k characters are taken from the first seven of each (Garbe, SymSpell). The table holds the hashes of
what is left of every listed token; the tokens found are measured, so a clash of hashes costs time and never
a hit.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import numpy as np
import numpy.typing as npt

PREFIX = 7
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
_STEP = np.uint64(0x100000001B3)
_MASK = (1 << 64) - 1

Hashes = npt.NDArray[np.uint32]
Places = npt.NDArray[np.uint32]


def delete_hashes(tokens: Sequence[str], limits: Sequence[int]) -> tuple[Hashes, Places]:
    """Return the hashes of all tokens with up to `limits[i]` of the first seven characters taken out.

    Returns:
        (hashes, places): `places[n]` is the index of the token that `hashes[n]` comes from. Equal pairs
        occur once.
    """
    codes, lengths = _codes(tokens)
    allowed = np.asarray(limits, dtype=np.int64)
    hashes: list[Hashes] = []
    places: list[Places] = []
    for size in range(3):
        for taken in combinations(range(PREFIX), size):
            chosen = np.flatnonzero((allowed >= size) & (lengths > max(taken, default=-1)))
            if chosen.size:
                kept = [column for column in range(PREFIX) if column not in taken]
                hashes.append(_hash(codes[chosen][:, kept]))
                places.append(chosen.astype(np.uint32))
    if not hashes:
        return np.empty(0, np.uint32), np.empty(0, np.uint32)
    return _distinct(np.concatenate(hashes), np.concatenate(places))


def _codes(tokens: Sequence[str]) -> tuple[npt.NDArray[np.uint64], npt.NDArray[np.int64]]:
    """First characters of each token as numbers, zero behind its end."""
    prefixes = [token[:PREFIX] for token in tokens]
    if not prefixes:
        return np.zeros((0, PREFIX), np.uint64), np.zeros(0, np.int64)
    table = np.array(prefixes, dtype=f"<U{PREFIX}").view("<u4").reshape(-1, PREFIX).astype(np.uint64)
    return table, np.array([len(item) for item in prefixes], dtype=np.int64)


def _hash(codes: npt.NDArray[np.uint64]) -> Hashes:
    """Hash rows of characters; zeros do not count, so that what is left hashes alike wherever it was cut."""
    value = np.zeros(len(codes), dtype=np.uint64)
    for column in codes.T:
        present = column != 0
        value = np.where(present, (value ^ column) * _STEP + _MULTIPLIER, value)
    value ^= value >> np.uint64(29)
    value *= _MULTIPLIER
    return (value >> np.uint64(32)).astype(np.uint32)


def _distinct(hashes: Hashes, places: Places) -> tuple[Hashes, Places]:
    packed = (hashes.astype(np.uint64) << np.uint64(32)) | places.astype(np.uint64)
    # Sorted in place: `np.unique` hashes first, which takes three times as long for millions.
    packed.sort()
    packed = packed[np.concatenate((np.ones(1, np.bool_), packed[1:] != packed[:-1]))]
    return (packed >> np.uint64(32)).astype(np.uint32), (packed & np.uint64(0xFFFFFFFF)).astype(np.uint32)


def token_hashes(token: str, limit: int) -> list[int]:
    """Return the hashes of one token, as `delete_hashes` gives them, without repeats.

    Written with plain integers: for one token that is ten times faster than arrays.
    """
    prefix = [ord(letter) for letter in token[:PREFIX]]
    found: dict[int, None] = {}
    for size in range(limit + 1):
        for taken in combinations(range(len(prefix)), size):
            value = 0
            for place, code in enumerate(prefix):
                if place not in taken:
                    value = ((value ^ code) * 0x100000001B3 + 0x9E3779B97F4A7C15) & _MASK
            value ^= value >> 29
            found[((value * 0x9E3779B97F4A7C15) & _MASK) >> 32] = None
    return list(found)

"""How the tables of the native analyser lie in their bytes; read by `kernel/text/tables.cpp`.

Little-endian: the magic number, the version, the length and the CRC-32 of what follows the header, then for
each section its offset and its number of entries, then the sections, each at an address divisible by eight.
Strings are slices (offset, size) of one pool of bytes or one pool of code points; those that a map of
characters names have the slice packed in one number: offset times 64, plus the size.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Sequence
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

MAGIC = b"LICETTXT"
VERSION = 3
HASH_BASE = 0x9E3779B97F4A7C15
_MIX = 0xBF58476D1CE4E5B9
_ALL = (1 << 64) - 1
_LONGEST = 63


class Section(IntEnum):
    """The sections in their order."""

    BYTES = 0
    WIDE = 1
    STAGES = 2
    PAGES = 3
    COMPOSITIONS = 4
    WORDS = 5
    WORD_SLOTS = 6
    LISTS = 7
    SYMBOLS = 8
    NODES = 9
    EDGES = 10
    BLOOM = 11
    MENDED = 12
    MENDED_SLOTS = 13
    ENDINGS = 14
    ARABIC = 15
    ARABIC_SLOTS = 16
    PAIRS = 17
    PHRASE_STARTS = 18
    PHRASES = 19
    PHRASE_TEXT = 20
    PHRASE_READINGS = 21
    SYLLABLES = 22
    NUMBERS = 23
    GLUED = 24
    MISSPELT = 25
    MISSPELT_SLOTS = 26
    OWN_READINGS = 27
    SCANNED = 28
    SCANNED_SLOTS = 29
    SPELT_SYLLABLES = 30
    SPELT_SYLLABLE_SLOTS = 31


def mixed_hash(text: bytes) -> int:
    """Return the 64-bit hash of a string, mixed."""
    found = 0
    for byte in text:
        found = (found * HASH_BASE + byte) & _ALL
    return ((found ^ (found >> 29)) * _MIX) & _ALL


def hash_slots(keys: Sequence[bytes]) -> NDArray[np.uint32]:
    """Return the slots of a hash table with open addressing, half of them free: (tag, entry plus one)."""
    bits = max(3, (2 * len(keys)).bit_length())
    slots = np.zeros((1 << bits, 2), dtype=np.uint32)
    for entry, key in enumerate(keys):
        mixed = mixed_hash(key)
        place = (mixed >> 32) & ((1 << bits) - 1)
        while slots[place, 1]:
            place = (place + 1) & ((1 << bits) - 1)
        slots[place] = mixed & 0xFFFFFFFF, entry + 1
    return slots


class Pools:
    """The two pools of strings, each string kept once."""

    def __init__(self) -> None:
        self._bytes = bytearray(b"\0")
        self._wide: list[int] = [0]
        self._slices: dict[bytes, int] = {}
        self._wide_slices: dict[str, int] = {}

    def narrow(self, text: str) -> tuple[int, int]:
        """Return offset and size of a string in the pool of bytes, in UTF-8."""
        raw = text.encode()
        found = self._slices.get(raw)
        if found is None:
            found = self._slices[raw] = len(self._bytes)
            self._bytes += raw
        return found, len(raw)

    def wide(self, text: str) -> tuple[int, int]:
        """Return offset and size of a string in the pool of code points."""
        found = self._wide_slices.get(text)
        if found is None:
            found = self._wide_slices[text] = len(self._wide)
            self._wide.extend(map(ord, text))
        return found, len(text)

    def sections(self) -> dict[Section, NDArray[np.generic]]:
        """Return the pools as they are written."""
        return {
            Section.BYTES: np.frombuffer(bytes(self._bytes), dtype=np.uint8),
            Section.WIDE: np.array(self._wide, dtype=np.uint32),
        }


def packed(piece: tuple[int, int]) -> int:
    """Return a slice as the maps of characters hold it.

    Raises:
        ValueError: The string has more than 63 characters.
    """
    offset, size = piece
    if size > _LONGEST:
        message = f"a character stands for {size} characters; the tables hold at most {_LONGEST}"
        raise ValueError(message)
    return offset * 64 + size


def assemble(sections: dict[Section, NDArray[np.generic]]) -> bytes:
    """Return the bytes of the tables.

    Args:
        sections: Every section as an array; the first axis counts the entries.
    """
    start = 24 + 8 * len(Section)
    heads: list[int] = []
    body = bytearray()
    for section in Section:
        values = sections[section]
        body += bytes(-len(body) % 8)
        heads += [start + len(body), len(values)]
        body += values.astype(values.dtype.newbyteorder("<")).tobytes()
    body += bytes(-len(body) % 8)
    rest = struct.pack(f"<{len(heads)}I", *heads) + bytes(body)
    return struct.pack("<8sIIII", MAGIC, VERSION, 24 + len(rest), zlib.crc32(rest), len(Section)) + rest


def rows_of(values: Iterable[tuple[int, ...]], width: int) -> NDArray[np.uint32]:
    """Return tuples as the rows of a section, also when there are none."""
    return np.array(list(values), dtype=np.uint32).reshape(-1, width)

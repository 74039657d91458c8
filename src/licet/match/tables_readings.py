"""The Mandarin readings: pypinyin's characters and phrases, as its `lazy_pinyin` uses them.

Where a text is read, the longest phrase that begins there gives the readings; else the character gives its
first one. Phrases are sorted by the ranks of their characters, so that a beginning is a range that narrows;
their first character is told by the range, and readings are kept where the characters have others.
"""

from __future__ import annotations

from itertools import accumulate

import numpy as np
from numpy.typing import NDArray
from pypinyin import Style
from pypinyin.constants import PHRASES_DICT, PINYIN_DICT, RE_HANS
from pypinyin.converter import DefaultConverter

from licet.match.tables_characters import CharMap
from licet.match.tables_format import Pools, Section, packed, rows_of

_SURROGATES = range(0xD800, 0xE000)


class ReadingTables:
    """Numbers the syllables and phrases; fills the maps of characters that lead to them."""

    def __init__(self) -> None:
        self._converter = DefaultConverter()
        self._syllables: dict[str, int] = {}
        self._toneless: dict[str, int] = {}
        self.single = {code: self._number(readings.split(",")[0]) for code, readings in PINYIN_DICT.items()}

    def _number(self, reading: str) -> int:
        """Return the number, from 1, of a reading without its tone."""
        found = self._toneless.get(reading)
        if found is None:
            plain = self._converter.convert_style("", reading, Style.NORMAL, strict=True)
            found = self._toneless[reading] = self._syllables.setdefault(plain, len(self._syllables) + 1)
        return found

    def sections(self, maps: NDArray[np.uint32], pools: Pools) -> dict[Section, NDArray[np.generic]]:
        """Return the sections of readings, and fill the maps `READING` and `RANK`."""
        maps[CharMap.READING, list(self.single)] = list(self.single.values())
        ranks = {letter: rank for rank, letter in enumerate(sorted(set("".join(PHRASES_DICT))))}
        maps[CharMap.RANK, [ord(letter) for letter in ranks]] = [rank + 1 for rank in ranks.values()]
        texts: list[int] = []
        readings: list[int] = [0]
        starts: list[int] = []
        own: list[tuple[int, int]] = []
        counts = [0] * (len(ranks) + 1)
        for place, phrase in enumerate(sorted(PHRASES_DICT)):
            starts.append(len(texts))
            texts += [ranks[letter] for letter in phrase[1:]]
            counts[ranks[phrase[0]] + 1] += 1
            numbers = [self._number(item[0]) for item in PHRASES_DICT[phrase]]
            if numbers != [self.single.get(ord(letter), 0) for letter in phrase]:
                own.append((place, len(readings)))
                readings += numbers
        starts.append(len(texts))
        return {
            Section.PHRASE_STARTS: np.array(list(accumulate(counts)), dtype=np.uint32),
            Section.PHRASES: np.array(starts, dtype=np.uint32),
            Section.OWN_READINGS: rows_of(own, 2),
            Section.PHRASE_TEXT: np.array(texts, dtype=np.uint16),
            Section.PHRASE_READINGS: np.array(readings, dtype=np.uint16),
            Section.SYLLABLES: np.array(
                [0, *(packed(pools.wide(item)) for item in self._syllables)], dtype=np.uint32
            ),
        }


def readable() -> frozenset[int]:
    """Return the code points that pypinyin takes for Han characters, with a reading or without."""
    text = "".join(chr(code) for code in range(0x40000) if code not in _SURROGATES)
    return frozenset(ord(letter) for letter in text if RE_HANS.match(letter))

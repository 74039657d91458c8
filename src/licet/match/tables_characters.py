"""The maps of characters: what `unicodedata` and anyascii say of each code point, as two-stage tables.

Pages of ideographs, of Hangul syllables and without characters are filled whole, others one by one.
"""

from __future__ import annotations

import unicodedata
from enum import IntEnum

import numpy as np
from anyascii import anyascii
from numpy.typing import NDArray

from licet.match.tables_format import Pools, Section, packed, rows_of
from licet.text import lookalikes, normalise, scripts, trading_names

_PAGE = 256
_CODES = 0x110000
_SURROGATES = range(0xD800, 0xE000)
_JAMO = 0x1100
"""The page of the parts of Hangul syllables, which compose."""
_UNASSIGNED = frozenset({"Cn", "Co"})
_OWN_RULES = ("Zyyy", "Latn", "Hani", "Hang", "Arab", "Hebr", "Cyrl", "Grek", "Armn", "Deva")
"""Scripts that the kernel knows by these numbers."""


class CharMap(IntEnum):
    """The maps in their order; 0 stands for the character itself (in `ASCII`: for nothing)."""

    PROPERTIES = 0
    DECOMPOSED = 1
    FOLDED = 2
    BARE = 3
    PLAIN = 4
    ASCII = 5
    READING = 6
    RANK = 7
    LATIN = 8


class Flag(IntEnum):
    """Properties above the combining class (8 bits) and the script (6)."""

    ALNUM = 1 << 14
    DECIMAL = 1 << 15
    MARK = 1 << 16
    NONSPACING = 1 << 17
    SPACE = 1 << 18
    FORMAT = 1 << 19
    CONTROL = 1 << 20
    APOSTROPHE = 1 << 21
    SIMPLE = 1 << 22
    INERT = 1 << 23
    COMBINES = 1 << 24
    HAN = 1 << 25
    ENDING = 1 << 26
    BESIDE = 1 << 27
    LOOKALIKE = 1 << 28
    DIGIT = 1 << 29


_BY_CATEGORY = {
    "Mn": Flag.MARK | Flag.NONSPACING,
    "Mc": int(Flag.MARK),
    "Cf": int(Flag.FORMAT),
    "Cc": int(Flag.CONTROL),
}


def compositions() -> dict[tuple[int, int], int]:
    """Return the primary composites of Unicode by their two parts; Hangul composes by arithmetic."""
    found: dict[tuple[int, int], int] = {}
    for code in range(0xC0, 0x30000):
        parts = unicodedata.decomposition(chr(code)).split()
        if len(parts) == 2 and parts[0][0] != "<" and unicodedata.normalize("NFC", chr(code)) == chr(code):
            found[int(parts[0], 16), int(parts[1], 16)] = code
    return dict(sorted(found.items()))


class CharacterTables:
    """The maps, an array of (map, code point), and the sections made of them.

    Args:
        pools: Receive the strings.
        flagged: Code points that carry a further flag.
    """

    def __init__(self, pools: Pools, flagged: dict[Flag, frozenset[int]]) -> None:
        self._pools = pools
        self._compositions = compositions()
        self._second = {second for _, second in self._compositions}
        self._second |= {*range(0x1161, 0x1176), *range(0x11A8, 0x11C3)}
        self.maps: NDArray[np.uint32] = np.zeros((len(CharMap), _CODES), dtype=np.uint32)
        self._properties = self.maps[CharMap.PROPERTIES]
        self._fill_scripts()
        for first in range(0, _CODES, _PAGE):
            if first not in _SURROGATES:
                self._fill_page(first)
        flagged = flagged | {
            Flag.COMBINES: frozenset(self._second),
            Flag.APOSTROPHE: frozenset(map(ord, normalise.APOSTROPHES)),
            Flag.BESIDE: frozenset(map(ord, trading_names.AROUND)),
            Flag.LOOKALIKE: frozenset(map(ord, lookalikes.LOOKALIKES)),
        }
        for letter, latin in lookalikes.LOOKALIKES.items():
            self.maps[CharMap.LATIN, ord(letter)] = ord(latin)
        for flag, codes in flagged.items():
            self._properties[sorted(codes)] |= np.uint32(flag)

    def sections(self) -> dict[Section, NDArray[np.generic]]:
        """Return the two stages of all maps, equal pages kept once, and the compositions."""
        numbers: dict[bytes, int] = {}
        pages = self.maps.reshape(-1, _PAGE)
        stages = [numbers.setdefault(page.tobytes(), len(numbers)) for page in pages]
        return {
            Section.STAGES: np.array(stages, dtype=np.uint16),
            Section.PAGES: np.frombuffer(b"".join(numbers), dtype=np.uint32),
            Section.COMPOSITIONS: rows_of(((*pair, code) for pair, code in self._compositions.items()), 3),
        }

    def _fill_scripts(self) -> None:
        numbers = {code: number for number, code in enumerate(_OWN_RULES)}
        for first, last, code in scripts.RANGES:
            self._properties[first : last + 1] |= np.uint32(numbers.setdefault(code, len(numbers)) << 8)

    def _fill_page(self, first: int) -> None:
        codes = slice(first, first + _PAGE)
        letters = "".join(map(chr, range(first, first + _PAGE)))
        ends = {scripts.script_of(letters[0]), scripts.script_of(letters[-1])}
        if first != _JAMO and ends in ({"Hani"}, {"Hang"}) and letters.isalnum() and _is_normal(letters):
            self._properties[codes] |= np.uint32(Flag.SIMPLE | Flag.INERT | Flag.ALNUM)
            if ends == {"Hang"}:
                self.maps[CharMap.ASCII, codes] = [self._ascii(letter) for letter in letters]
        elif 0x40000 <= first < 0xE0000 or all(unicodedata.category(item) in _UNASSIGNED for item in letters):
            self._properties[codes] |= np.uint32(Flag.SIMPLE | Flag.INERT)
            if anyascii(letters):  # it knows characters that this Python's Unicode does not yet know
                self.maps[CharMap.ASCII, codes] = [self._ascii(letter) for letter in letters]
        else:
            for letter in letters:
                self._fill_one(letter)

    def _fill_one(self, letter: str) -> None:
        code = ord(letter)
        wide = unicodedata.normalize("NFKD", letter)
        normal = unicodedata.normalize("NFKC", letter)
        folded = letter.casefold()
        bare = normalise.bare(letter)
        if wide != letter and scripts.script_of(letter) != "Hang":
            self._set(CharMap.DECOMPOSED, code, wide)
        if folded != letter:
            self._set(CharMap.FOLDED, code, folded)
        if bare != letter:
            self._set(CharMap.BARE, code, bare)
        self.maps[CharMap.ASCII, code] = self._ascii(letter)
        bits = unicodedata.combining(letter) | _BY_CATEGORY.get(unicodedata.category(letter), 0)
        bits |= (
            Flag.ALNUM * letter.isalnum() | Flag.DECIMAL * letter.isdecimal() | Flag.SPACE * letter.isspace()
        )
        bits |= Flag.DIGIT * letter.isdigit()
        if self._is_clear(wide):
            bits |= Flag.INERT * (normal == letter) | self._plain(letter, normal)
        self._properties[code] |= np.uint32(bits)

    def _plain(self, letter: str, normal: str) -> int:
        """Set the normal form of a character; return the flag that says that no neighbour changes it."""
        kept = "".join(map(normalise.visible, normal.casefold()))
        bare = "".join(map(normalise.bare, unicodedata.normalize("NFKC", kept)))
        if not (self._is_clear(kept) and self._is_clear(bare)):
            return 0
        plain = unicodedata.normalize("NFC", bare)
        if plain != letter:
            self._set(CharMap.PLAIN, ord(letter), plain)
        return Flag.SIMPLE

    def _is_clear(self, text: str) -> bool:
        """Say whether nothing before the text can take part in its composition."""
        first = unicodedata.normalize("NFKD", text)[:1]
        return not first or (not unicodedata.combining(first) and ord(first) not in self._second)

    def _set(self, which: CharMap, code: int, text: str) -> None:
        self.maps[which, code] = packed(self._pools.wide(text))

    def _ascii(self, letter: str) -> int:
        read = anyascii(letter)
        return packed(self._pools.narrow(read)) if read else 0


def _is_normal(letters: str) -> bool:
    return unicodedata.normalize("NFKC", letters) == letters

"""Which script a text is written in, by ISO 15924 code."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import groupby

RANGES: tuple[tuple[int, int, str], ...] = (
    (0x0041, 0x005A, "Latn"),
    (0x0061, 0x007A, "Latn"),
    (0x00AA, 0x00AA, "Latn"),
    (0x00BA, 0x00BA, "Latn"),
    (0x00C0, 0x02AF, "Latn"),
    (0x0370, 0x03FF, "Grek"),
    (0x0400, 0x052F, "Cyrl"),
    (0x0530, 0x058F, "Armn"),
    (0x0590, 0x05FF, "Hebr"),
    (0x0600, 0x06FF, "Arab"),
    (0x0750, 0x077F, "Arab"),
    (0x08A0, 0x08FF, "Arab"),
    (0x0900, 0x097F, "Deva"),
    (0x0980, 0x09FF, "Beng"),
    (0x0A00, 0x0A7F, "Guru"),
    (0x0A80, 0x0AFF, "Gujr"),
    (0x0B80, 0x0BFF, "Taml"),
    (0x0C00, 0x0C7F, "Telu"),
    (0x0D80, 0x0DFF, "Sinh"),
    (0x0E00, 0x0E7F, "Thai"),
    (0x0E80, 0x0EFF, "Laoo"),
    (0x1000, 0x109F, "Mymr"),
    (0x10A0, 0x10FF, "Geor"),
    (0x1100, 0x11FF, "Hang"),
    (0x1200, 0x137F, "Ethi"),
    (0x1780, 0x17FF, "Khmr"),
    (0x1C90, 0x1CBF, "Geor"),
    (0x1E00, 0x1EFF, "Latn"),
    (0x1F00, 0x1FFF, "Grek"),
    (0x2D00, 0x2D2F, "Geor"),
    (0x3040, 0x309F, "Hira"),
    (0x30A0, 0x30FF, "Kana"),
    (0x3400, 0x4DBF, "Hani"),
    (0x4E00, 0x9FFF, "Hani"),
    (0xAC00, 0xD7A3, "Hang"),
    (0xF900, 0xFAFF, "Hani"),
    (0x20000, 0x3FFFF, "Hani"),
)
_STARTS = tuple(first for first, _, _ in RANGES)
_COMMON = "Zyyy"


def script_of(letter: str) -> str:
    """Return the ISO 15924 code of one character; `Zyyy` for digits, marks and what is not in the table."""
    code = ord(letter)
    place = bisect_right(_STARTS, code) - 1
    if place >= 0 and code <= RANGES[place][1]:
        return RANGES[place][2]
    return _COMMON


def runs(text: str) -> Iterator[tuple[str, str]]:
    """Split a text into (script, run); digits, spaces and marks go with the run before them."""
    current = _COMMON
    tagged: list[tuple[str, str]] = []
    for letter in text:
        found = script_of(letter)
        current = current if found == _COMMON else found
        tagged.append((current, letter))
    for code, letters in groupby(tagged, key=lambda item: item[0]):
        yield code, "".join(letter for _, letter in letters)


def script(text: str) -> str:
    """Return the script of the first letter that has one other than Latin, else `Latn`, else `Zyyy`."""
    if text.isascii():
        return "Latn" if any(letter.isalpha() for letter in text) else _COMMON
    found = [code for letter in text if (code := script_of(letter)) != _COMMON]
    return next((code for code in found if code != "Latn"), "Latn" if found else _COMMON)

"""Find the header where a title or a date stands above it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from statistics import median_low

from licet.errors import UnreadableInputError
from licet.tables.cells import as_text
from licet.tables.fields import meaning
from licet.tables.table import Row

PEEKED = 12
"""Rows that are looked at."""


def find_header(path: Path, rows: Sequence[Row], first: int = 1) -> tuple[int, str]:
    """Return how many rows stand above the header, and a note (empty when none do).

    The first row is the header, unless it fills fewer cells than the rows below it and one of those has
    several words that name columns.

    Args:
        path: The file, for the refusal.
        rows: The first rows, at most `PEEKED` of them.
        first: Number of the first of them, for the note.

    Raises:
        UnreadableInputError: The first row leaves most columns without a name, and no other is a header.
    """
    filled = [_filled(row) for row in rows]
    usual = median_low(map(len, filled[1:])) if len(filled) > 1 else 0
    if len(filled[0]) >= usual:
        return 0, ""
    for above, cells in enumerate(filled):
        known = sum(meaning(text) is not None for text in cells)
        if known > 1 and len(cells) > len(filled[0]) and len(set(cells)) == len(cells):
            left_out = " | ".join(" ".join(texts) for texts in filled[:above] if texts)
            return above, f"row {first + above} is the header; left out above it: {left_out or 'empty cells'}"
    if 2 * len(filled[0]) < usual and not any(map(meaning, filled[0])):
        title = " ".join(filled[0])[:60]
        raise UnreadableInputError(
            str(path),
            f"row {first} ({title!r}) names {len(filled[0])} columns where the rows below it fill {usual}, "
            "and no row near it is a header",
            "Put the names of the columns in the first row.",
        )
    return 0, ""


def _filled(row: Row) -> list[str]:
    return [text for text in (as_text(cell).strip() for cell in row) if text]

"""How far the filled cells of a sheet stretch, told from its XML before a driver lays out all between."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

_BLOCK = 1 << 20
_LONGEST_TAG = 1 << 22
_CELL = re.compile(
    rb"<(?:\w+:)?c(?=[\s>])(?:[^>]*?\sr=[\"']([A-Za-z]+)([0-9]+)[\"'])?[^>]*(?<!/)>"  # a cell with content
)
_IN_ORDER = re.compile(rb"<(?:\w+:)?(row|c)(?=[\s/>])(?:[^>]*?\sr=[\"']([A-Za-z]*)([0-9]+)[\"'])?[^>]*?(/?)>")
_ODS = re.compile(
    rb"<(?:[\w.-]+:)?(table|table-row|table-cell|covered-table-cell)(?=[\s/>])"
    rb"((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>"
)
_ODS_NAME = re.compile(rb"(?:^|\s)(?:[\w.-]+:)?name=(?:\"([^\"]*)\"|'([^']*)')")
_ODS_TIMES = re.compile(rb"number-(?:rows|columns)-repeated=[\"']([0-9]+)")
_ODS_FILLED = re.compile(rb"\soffice:|\stable:formula=")


@dataclass(slots=True)
class Extent:
    """The smallest block of a sheet that holds all its filled cells; rows and columns count from 1.

    Attributes:
        cells: Filled cells written in the file; one that is repeated (ods) counts once.
    """

    cells: int = 0
    top: int = 0
    bottom: int = 0
    left: int = 0
    right: int = 0

    @property
    def rows(self) -> int:
        """Rows from the first to the last filled one."""
        return self.bottom - self.top + 1 if self.cells else 0

    @property
    def area(self) -> int:
        """Cells that a driver lays out."""
        return self.rows * (self.right - self.left + 1)

    def add(self, rows: tuple[int, int], columns: tuple[int, int], cells: int = 1) -> None:
        """Take in filled cells between two rows and two columns."""
        known = self.cells > 0
        self.top = min(self.top, rows[0]) if known else rows[0]
        self.left = min(self.left, columns[0]) if known else columns[0]
        self.bottom, self.right = max(self.bottom, rows[1]), max(self.right, columns[1])
        self.cells += cells


def xlsx_extent(stream: IO[bytes]) -> Extent:
    """Measure a worksheet of Office Open XML (ECMA-376, 18.3.1.4: `c` with the place in `r`).

    Cells that only carry a format are not filled. Where places are left out, they follow from the order.

    Raises:
        ValueError: No XML: a tag of several megabytes.
    """
    found = Extent()
    row = column = 0
    ordered = False
    for text in _pieces(stream):
        places = [] if ordered else _CELL.findall(text)
        if places and all(letters for letters, _ in places):
            columns = [_column(letters) for letters in {letters for letters, _ in places}]
            numbers = [int(number) for _, number in places]
            found.add((min(numbers), max(numbers)), (min(columns), max(columns)), len(places))
            row = max(row, int(places[-1][1]))
            continue
        ordered = ordered or bool(places)
        for tag, letters, number, closed in _IN_ORDER.findall(text):
            if tag == b"row":
                row, column = int(number) if number else row + 1, 0
                continue
            row = int(number) if number else row
            column = _column(letters) if letters else column + 1
            if not closed:
                found.add((row, row), (column, column))
    return found


def ods_extents(stream: IO[bytes]) -> dict[str, Extent]:
    """Measure the tables of OpenDocument content, repeats laid out (OpenDocument 1.3, 19.675 and 19.679).

    Raises:
        ValueError: No XML: a tag of several megabytes.
    """
    found: dict[str, Extent] = {}
    table = Extent()
    row = column = times = 0
    for text in _pieces(stream):
        for tag, attributes in _ODS.findall(text):
            repeated = _ODS_TIMES.search(attributes) if b"repeated" in attributes else None
            count = int(repeated[1]) if repeated else 1
            if tag == b"table":
                name = _ODS_NAME.search(attributes)
                table = found.setdefault((name[1] or name[2] or b"").decode() if name else "", Extent())
                row = column = times = 0
            elif tag == b"table-row":
                row, column, times = row + times, 0, count
            else:
                if _ODS_FILLED.search(attributes):
                    table.add((row + 1, row + times), (column + 1, column + count))
                column += count
    return found


def _pieces(stream: IO[bytes]) -> Iterator[bytes]:
    """Give the text in blocks that end between two tags."""
    tail = b""
    while block := stream.read(_BLOCK):
        text = tail + block
        cut = text.rfind(b"<")
        if cut < 0 or b">" in text[cut:]:
            cut = len(text)
        tail = text[cut:]
        if len(tail) > _LONGEST_TAG:
            message = "a tag of several megabytes"
            raise ValueError(message)
        yield text[:cut]
    yield tail


def _column(letters: bytes) -> int:
    place = 0
    for letter in letters.upper():
        place = place * 26 + letter - 64
    return place

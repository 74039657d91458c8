"""Read xlsx and ods workbooks: one sheet, dates as dates, whole numbers as whole numbers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from licet.errors import UnreadableInputError
from licet.tables.extent import Extent
from licet.tables.heading import PEEKED, find_header
from licet.tables.sniff import head_bytes
from licet.tables.table import ColumnType, Kind, Row, Shape, Table, header
from licet.tables.workbook import check_extent, measure

_TYPES: tuple[tuple[type, ColumnType], ...] = (
    (bool, ColumnType.BOOLEAN),  # before int: a bool is one
    (int, ColumnType.INTEGER),
    (float, ColumnType.NUMBER),
    (dt.datetime, ColumnType.DATETIME),  # before date: a datetime is one
    (dt.date, ColumnType.DATE),
)
_EXACT = 10**15


class SheetTable(Table):
    """One sheet of a workbook, held in memory (the format cannot be read otherwise).

    An error cell such as #N/A is read as empty. A tab inside an ods cell is lost: the driver drops it.
    """

    def __init__(self, path: Path, kind: Kind, shape: Shape, cells: list[Row]) -> None:
        super().__init__(path, kind, shape)
        self._cells = cells

    @property
    def rows(self) -> int:
        """Rows below the header, without empty ones at the end."""
        return len(self._cells)

    def read(self, start: int = 0) -> Iterator[Row]:
        """Give the rows in order, from row `start` on."""
        yield from islice(self._cells, start, None)


def open_sheet(path: Path, kind: Kind, sheet: str | int | None) -> SheetTable:
    """Open one sheet: the named one, the one at a place (from 1), or the first visible one.

    Raises:
        UnreadableInputError: No workbook, no such sheet, no header, or too large to be laid out.
    """
    head_bytes(path)
    extents = measure(path)
    if kind is Kind.ODS:  # the driver lays out every sheet as soon as it opens the book
        for other, extent in extents.items():
            check_extent(path, other, extent)
    try:
        book = CalamineWorkbook.from_path(path)
        name = _choose(path, book, sheet)
        check_extent(path, name, extents.get(name, Extent()))
        found = book.get_sheet_by_name(name)
        lines = found.to_python(skip_empty_area=True)
    except (CalamineError, OSError) as error:
        raise UnreadableInputError(
            str(path),
            f"the content is not a readable {kind} workbook ({error})",
            "Open it in a spreadsheet program, without password, and save it again.",
        ) from error
    if not lines:
        raise UnreadableInputError(
            str(path), f"sheet {name!r} is empty", f"Choose another with --sheet: {_listed(book)}."
        )
    top = found.start[0] + 1 if found.start else 1
    above, heading_note = find_header(path, [tuple(map(_cell, line)) for line in lines[:PEEKED]], top)
    columns = header(path, lines[above])
    rows = [tuple(_cell(value) for value in line) for line in lines[above + 1 :]]
    while rows and all(value is None for value in rows[-1]):
        rows.pop()
    types = tuple(_column_type(rows, at) for at in range(len(columns)))
    table = SheetTable(path, kind, Shape(columns, types, sheet=name), rows)
    table.sheets = tuple(book.sheet_names)
    others = [_told(other, extents.get(other)) for other in book.sheet_names if other != name]
    sheets_note = f"sheet {name!r} is read; not read: {', '.join(others)}" if others else ""
    table.notes = tuple(filter(None, (sheets_note, heading_note)))
    return table


def _told(sheet: str, extent: Extent | None) -> str:
    if extent is None:
        return repr(sheet)
    return f"{sheet!r} ({extent.rows} rows, not screened)" if extent.cells else f"{sheet!r} (empty)"


def _choose(path: Path, book: CalamineWorkbook, sheet: str | int | None) -> str:
    if sheet is None:
        for item in book.sheets_metadata:
            if item.visible is SheetVisibleEnum.Visible and item.typ is SheetTypeEnum.WorkSheet:
                return item.name
        raise UnreadableInputError(
            str(path), "no sheet is visible", f"Choose one with --sheet: {_listed(book)}."
        )
    if isinstance(sheet, str) and sheet in book.sheet_names:
        return sheet
    try:
        place = int(sheet)
    except ValueError:
        place = 0
    if 1 <= place <= len(book.sheet_names):
        return book.sheet_names[place - 1]
    raise UnreadableInputError(
        str(path), f"there is no sheet {sheet!r}", f"Choose one with --sheet: {_listed(book)}."
    )


def _listed(book: CalamineWorkbook) -> str:
    return ", ".join(f"{at} {name!r}" for at, name in enumerate(book.sheet_names, 1))


def _cell(value: object) -> object:
    if value == "":
        return None
    if isinstance(value, float) and value.is_integer() and abs(value) < _EXACT:
        return int(value)  # a workbook has no whole numbers of its own: 17 must not become "17.0"
    return value


def _column_type(rows: list[Row], at: int) -> ColumnType:
    found = {type(row[at]) for row in rows} - {type(None)}
    kinds = {
        next((kind for base, kind in _TYPES if issubclass(cell, base)), ColumnType.TEXT) for cell in found
    }
    if kinds == {ColumnType.INTEGER, ColumnType.NUMBER}:
        return ColumnType.NUMBER
    if kinds == {ColumnType.DATE, ColumnType.DATETIME}:
        return ColumnType.DATETIME
    return kinds.pop() if len(kinds) == 1 else ColumnType.TEXT

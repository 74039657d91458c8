"""Read csv and tsv: cells verbatim as text, rows that do not fit the header kept with the reason."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from licet.errors import UnreadableInputError
from licet.tables.sniff import delimiter_of, encoding_of, refuse_binary
from licet.tables.table import ColumnType, FlawedRow, Kind, Row, Shape, Table, header


class DelimitedTable(Table):
    """A csv or tsv file. Lines without any character are no rows; a row of empty cells is one.

    A row that is too short is read with empty cells (Excel leaves trailing ones out) and says so. A row with
    more cells than the header, or with broken quoting, is kept as a `FlawedRow` that is not usable: its first
    cell holds the raw text, for nobody can tell which cell belongs to which column.
    """

    @property
    def rows(self) -> int | None:
        """Unknown before the end: a cell may hold line breaks."""
        return None

    def read(self, start: int = 0) -> Iterator[Row]:
        """Give the rows in order, from row `start` on."""
        with self.path.open(encoding=self.shape.encoding, newline="") as file:
            rows = _rows(_Lines(file), self.shape.delimiter, self.columns)
            yield from islice(rows, start, None)


class _Lines:
    """The lines of a file; remembers those of the row that is being read."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = iter(lines)
        self.row: list[str] = []
        self.number = 0

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self.row.append(line)
        self.number += 1
        return line


def _rows(lines: _Lines, delimiter: str, columns: tuple[str, ...]) -> Iterator[Row]:
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    width = len(columns)
    first = True
    while True:
        lines.row.clear()
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield _raw(lines, width, f"the quoting is broken ({error})")
            continue
        if not cells:
            continue
        if first:
            first = False
        elif len(cells) == width:
            yield tuple(cells)
        elif len(cells) < width:
            missing = width - len(cells)
            reason = f"line {lines.number}: {missing} of {width} cells are missing; read as empty"
            yield FlawedRow([*cells, *[""] * missing], reason, usable=True)
        else:
            yield _raw(lines, width, f"{len(cells)} cells where the header has {width}")


def _raw(lines: _Lines, width: int, what: str) -> FlawedRow:
    begin = lines.number - len(lines.row) + 1
    place = f"line {begin}" if begin >= lines.number else f"lines {begin} to {lines.number}"
    text = "".join(lines.row).rstrip("\r\n")
    return FlawedRow([text, *[""] * (width - 1)], f"{place}: {what}; the raw text is in the first cell")


def open_delimited(path: Path, kind: Kind, encoding: str, delimiter: str) -> DelimitedTable:
    """Open a csv or tsv file.

    Raises:
        UnreadableInputError: No text, no header, or an encoding that cannot be told.
    """
    refuse_binary(path)
    name, note = encoding_of(path, encoding)
    if delimiter in {"\\t", "tab"}:
        delimiter = "\t"
    if len(delimiter) > 1:
        raise UnreadableInputError(
            str(path), f"the delimiter {delimiter!r} is not one character", "Use one, such as ; or tab."
        )
    mark = delimiter or ("\t" if kind is Kind.TSV else delimiter_of(path, name))
    with path.open(encoding=name, newline="") as file:
        try:
            first = next((cells for cells in csv.reader(file, delimiter=mark, strict=True) if cells), None)
        except csv.Error as error:
            raise UnreadableInputError(
                str(path), f"the quoting of the header is broken ({error})", "Export the file again."
            ) from error
    if first is None:
        raise UnreadableInputError(str(path), "the file holds no rows", "Export it again, with a header row.")
    columns = header(path, first)
    types = (ColumnType.TEXT,) * len(columns)
    table = DelimitedTable(path, kind, Shape(columns, types, delimiter=mark, encoding=name))
    table.notes = (note,) if note else ()
    return table

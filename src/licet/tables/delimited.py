"""Read csv and tsv: cells verbatim as text, rows that do not fit the header kept with the reason."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from licet.errors import UnreadableInputError
from licet.tables.heading import PEEKED, find_header
from licet.tables.sniff import delimiter_of, encoding_of, refuse_binary
from licet.tables.table import ColumnType, FlawedRow, Kind, Row, Shape, Table, header

# A cell of any length is read: a name that is too long is told in its own row. Set for the whole process.
csv.field_size_limit(2**31 - 1)


class DelimitedTable(Table):
    """A csv or tsv file. Lines without any character are no rows; a row of empty cells is one.

    A row that is too short is read with empty cells (Excel leaves trailing ones out) and says so. A row with
    more cells than the header, or with broken quoting, is kept as a `FlawedRow` that is not usable: its first
    cell holds the raw text, for nobody can tell which cell belongs to which column.
    """

    def __init__(self, path: Path, kind: Kind, shape: Shape, above: int) -> None:
        super().__init__(path, kind, shape)
        self._above = above

    @property
    def rows(self) -> int | None:
        """Unknown before the end: a cell may hold line breaks."""
        return None

    def read(self, start: int = 0) -> Iterator[Row]:
        """Give the rows in order, from row `start` on."""
        with self.path.open(encoding=self.shape.encoding, newline="") as file:
            rows = _rows(_Lines(file), self.shape.delimiter, self.columns, self._above)
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


def _rows(lines: _Lines, delimiter: str, columns: tuple[str, ...], above: int) -> Iterator[Row]:
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    width = len(columns)
    heading = above + 1  # rows that are still to be left out
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
        if heading:
            heading -= 1
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
    first = _first_rows(path, name, mark)
    if not first:
        raise UnreadableInputError(str(path), "the file holds no rows", "Export it again, with a header row.")
    above, heading_note = find_header(path, first)
    columns = header(path, first[above])
    types = (ColumnType.TEXT,) * len(columns)
    table = DelimitedTable(path, kind, Shape(columns, types, delimiter=mark, encoding=name), above)
    table.notes = tuple(filter(None, (note, heading_note)))
    return table


def _first_rows(path: Path, encoding: str, delimiter: str) -> list[Row]:
    found: list[Row] = []
    with path.open(encoding=encoding, newline="") as file:
        try:
            rows = (tuple(cells) for cells in csv.reader(file, delimiter=delimiter, strict=True) if cells)
            found.extend(islice(rows, PEEKED))
        except csv.Error as error:
            if not found:  # further down, the row is kept as one that is flawed
                raise UnreadableInputError(
                    str(path), f"the quoting of the header is broken ({error})", "Export the file again."
                ) from error
    return found

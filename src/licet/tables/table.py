"""What a table is: named columns, typed cells, rows in order, unreadable ones included."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from pathlib import Path
from typing import Self

from licet.errors import UnreadableInputError

Row = tuple[object, ...]


class Kind(StrEnum):
    """The formats that are read and written."""

    CSV = "csv"
    TSV = "tsv"
    XLSX = "xlsx"
    ODS = "ods"
    PARQUET = "parquet"
    JSONL = "jsonl"


class ColumnType(StrEnum):
    """What the cells of a column are; TEXT also where they are mixed."""

    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    DATE = "date"
    DATETIME = "datetime"
    BOOLEAN = "boolean"


class FlawedRow(Row):
    """A row that the file holds but that does not fit its header; its content is kept.

    Attributes:
        reason: What is wrong, for a person; says where.
        usable: The cells still sit under their headers (a row that is too short): it can be screened. Where
            False, the first cell holds the raw text of the row, or the surplus cells are told in `reason`.
    """

    reason: str
    usable: bool

    def __new__(cls, cells: Sequence[object], reason: str, *, usable: bool = False) -> Self:
        """Build the row from its cells, one for each column."""
        row = super().__new__(cls, cells)
        row.reason = reason
        row.usable = usable
        return row


@dataclass(frozen=True, slots=True)
class Shape:
    """How a table is laid out: all that a writer needs to give back a table like it.

    Attributes:
        columns: Names, without duplicates, none empty.
        types: One for each column.
        native: The driver's own type names (parquet) for the first columns; the others follow `types`.
        delimiter: Of csv and tsv; empty elsewhere.
        encoding: Python's name for it; empty where the format has none.
        sheet: Name of the sheet; empty where the format has none.
    """

    columns: tuple[str, ...]
    types: tuple[ColumnType, ...]
    native: tuple[str, ...] = ()
    delimiter: str = ""
    encoding: str = ""
    sheet: str = ""


class Table(ABC):
    """A table on disk, read in batches and never changed.

    Attributes:
        path: The file.
        kind: Its format.
        shape: Columns, types and style.
        sheets: Names of all sheets of a workbook; empty elsewhere.
        notes: What was guessed or left out while opening, for a person.
    """

    def __init__(self, path: Path, kind: Kind, shape: Shape) -> None:
        self.path = path
        self.kind = kind
        self.shape = shape
        self.sheets: tuple[str, ...] = ()
        self.notes: tuple[str, ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        """Names of the columns."""
        return self.shape.columns

    @property
    def types(self) -> tuple[ColumnType, ...]:
        """Type of each column."""
        return self.shape.types

    @property
    @abstractmethod
    def rows(self) -> int | None:
        """Rows below the header; None where only reading to the end would tell."""

    @abstractmethod
    def read(self, start: int = 0) -> Iterator[Row]:
        """Give the rows in order, from row `start` (0 is the first below the header).

        Raises:
            UnreadableInputError: The file cannot be read on.
        """

    def batches(self, start: int = 0, size: int = 2000) -> Iterator[list[Row]]:
        """Give the rows in order, in lists of up to `size`, from row `start` on.

        Raises:
            UnreadableInputError: The file cannot be read on.
        """
        rows = self.read(start)
        while batch := list(islice(rows, size)):
            yield batch


def header(path: Path, cells: Sequence[object]) -> tuple[str, ...]:
    """Return column names for the cells of a header row.

    An empty cell becomes `column_N` (N counts from 1). Surrounding space is dropped.

    Raises:
        UnreadableInputError: No cell has text, or two columns have one name.
    """
    names = ["" if cell is None else str(cell).strip() for cell in cells]
    if not any(names):
        raise UnreadableInputError(
            str(path), "the first row holds no column names", "Give every column a name in the first row."
        )
    taken = set(names)
    for at, name in enumerate(names):
        if not name:
            names[at] = _free_name(f"column_{at + 1}", taken)
            taken.add(names[at])
    twice = [name for name, count in Counter(names).items() if count > 1]
    if twice:
        listed = ", ".join(repr(name) for name in twice)
        raise UnreadableInputError(
            str(path), f"more than one column is called {listed}", "Rename them so that each name is unique."
        )
    return tuple(names)


def _free_name(name: str, taken: set[str]) -> str:
    while name in taken:
        name += "_"
    return name

"""Write a table by the suffix of its name: whole or not at all, and the same bytes for the same rows."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self, runtime_checkable

from licet.tables.reading import kind_of
from licet.tables.table import Kind, Row, Shape, Table


class Driver(Protocol):
    """What a format's writer does; it writes to the path it was built with."""

    def write(self, rows: Iterable[Sequence[object]]) -> None:
        """Add rows."""

    def close(self) -> None:
        """Write what is left and close the file."""

    def abort(self) -> None:
        """Let go of every open file; the output is thrown away."""


@runtime_checkable
class RunSheet(Protocol):
    """What a workbook's writer does besides: it has a sheet for the run."""

    def write_run(self, rows: Sequence[Sequence[object]]) -> None:
        """Write the run sheet."""


@runtime_checkable
class WholeTable(Protocol):
    """What a writer does that takes the input's columns as they are."""

    def write_all(self, plain: Sequence[Row], special: Iterable[tuple[int, Sequence[Row]]]) -> int:
        """Write the whole table; see `TableWriter.write_beside`."""


class TableWriter:
    """Writes one table under a temporary name and moves it into place at the end.

    Text cells that a spreadsheet might take for a formula are written as text in xlsx and ods, and with `'`
    before them in csv and tsv (OWASP). parquet and jsonl are data formats that no spreadsheet runs: their
    cells are left alone. Beside the table, `<name>.run.json` tells how it came about; xlsx and ods hold the
    same on a sheet of their own. Use as a context manager: leaving by an exception leaves nothing behind.

    Attributes:
        target: Where the table will be.
        kind: Its format, from the suffix.
    """

    def __init__(
        self, target: Path, shape: Shape, *, scratch: Path | None = None, beside: Table | None = None
    ) -> None:
        """Open the writer.

        Args:
            target: Where the table will be; an older file there is replaced at the end.
            shape: Columns, types and style.
            scratch: Folder for the temporary file, on the same disk; that of the target when None.
            beside: A table whose columns are the first ones of this; see `write_beside`.

        Raises:
            UnreadableInputError: The suffix stands for no format that can be written.
        """
        self.target = target
        self.kind = kind_of(target, writing=True)
        self._draft = (scratch or target.parent) / f".{target.name}.draft"
        self._driver = _beside(self.kind, self._draft, shape, beside) or _driver(
            self.kind, self._draft, shape
        )
        self._done = False

    @property
    def sidecar(self) -> Path:
        """The JSON file beside the table."""
        return self.target.with_name(self.target.name + ".run.json")

    def write(self, rows: Iterable[Sequence[object]]) -> None:
        """Add rows, each with one cell for every column."""
        self._driver.write(rows)

    def write_beside(self, plain: Sequence[Row], special: Iterable[tuple[int, Sequence[Row]]]) -> int | None:
        """Write the whole table that this one stands beside, with cells behind each row.

        Args:
            plain: Cells of most rows: one tuple for each row that an input row becomes.
            special: Number (from 0, ascending) and cells of every other input row.

        Returns:
            The rows written; None where rows must be written one by one.
        """
        return self._driver.write_all(plain, special) if isinstance(self._driver, WholeTable) else None

    def finish(self, run: Mapping[str, object]) -> None:
        """Write the run sheet and the sidecar, and move the table into place.

        Args:
            run: How the table came about: JSON values; a list of mappings becomes a small table.
        """
        if isinstance(self._driver, RunSheet):
            self._driver.write_run(run_rows(run))
        self._driver.close()
        self._done = True
        text = json.dumps(run, ensure_ascii=False, indent=2, default=str) + "\n"
        draft = self._draft.with_name(self._draft.name + ".json")
        draft.write_text(text, encoding="utf-8")
        for made, place in ((draft, self.sidecar), (self._draft, self.target)):
            _sync(made)
            made.replace(place)

    def __enter__(self) -> Self:
        """Return the writer."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Throw the draft away unless `finish` was reached."""
        if not self._done:
            self._driver.abort()
            self._draft.unlink(missing_ok=True)


def _driver(kind: Kind, path: Path, shape: Shape) -> Driver:
    """Load the driver of a kind only when a file of that kind is written: some of them cost start-up time."""
    match kind:
        case Kind.CSV | Kind.TSV | Kind.JSONL:
            from licet.tables.write_text import DelimitedWriter, JsonLinesWriter

            return JsonLinesWriter(path, shape) if kind is Kind.JSONL else DelimitedWriter(path, kind, shape)
        case Kind.PARQUET:
            from licet.tables.parquet import ParquetWriter

            return ParquetWriter(path, shape)
        case Kind.XLSX:
            from licet.tables.write_xlsx import XlsxWriter

            return XlsxWriter(path, shape)
        case Kind.ODS:
            from licet.tables.write_ods import OdsWriter

            return OdsWriter(path, shape)


def _beside(kind: Kind, path: Path, shape: Shape, table: Table | None) -> Driver | None:
    """Return the driver that writes a table with columns beside, where there is one."""
    if kind is not Kind.PARQUET or table is None or table.kind is not Kind.PARQUET:
        return None
    from licet.tables.parquet import ParquetTable
    from licet.tables.parquet_beside import ParquetBeside

    return ParquetBeside(path, shape, table) if isinstance(table, ParquetTable) else None


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def run_rows(run: Mapping[str, object]) -> list[tuple[object, ...]]:
    """Lay out the facts of a run for a sheet: plain ones first, then a small table for each list."""
    rows: list[tuple[object, ...]] = []
    tables: list[tuple[str, list[Mapping[str, object]]]] = []
    for key, value in run.items():
        items = _mappings(value)
        if isinstance(value, Mapping):
            rows.extend((f"{key}.{name}", _plain(item)) for name, item in value.items())
        elif items:
            tables.append((key, items))
        else:
            rows.append((key, _plain(value)))
    for title, items in tables:
        columns = tuple(dict.fromkeys(name for item in items for name in item))
        rows.extend([(), (title,), columns])
        rows.extend(tuple(_plain(item.get(name)) for name in columns) for item in items)
    return rows


def _mappings(value: object) -> list[Mapping[str, object]]:
    """Return the mappings of a list that holds nothing else; else nothing."""
    if not isinstance(value, (list, tuple)):
        return []
    found = [item for item in value if isinstance(item, Mapping)]
    return found if len(found) == len(value) else []


def _plain(value: object) -> object:
    if isinstance(value, (list, tuple)):
        return "; ".join(str(_plain(item)) for item in value)
    return json.dumps(value, ensure_ascii=False, default=str) if isinstance(value, Mapping) else value

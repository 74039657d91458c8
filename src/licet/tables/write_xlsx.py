"""Write xlsx: typed cells, text never run as a formula, the same bytes for the same rows."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from licet.errors import UsageError
from licet.tables.cells import as_text
from licet.tables.table import Shape

_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_Put = Callable[[Worksheet, int, int, Any], object]
_CREATED = dt.datetime(1980, 1, 1)  # noqa: DTZ001  a fixed stamp of the file format, no moment in time
_FIRST_DAY = dt.date(1900, 3, 1)  # before it Excel counts a 29 February 1900 that never was
_EXACT = 10**15  # Excel keeps 15 digits
_LONGEST = 32767
_ROWS = 1_048_576
_FORMATS = {
    dt.date: "yyyy-mm-dd",
    dt.datetime: "yyyy-mm-dd hh:mm:ss",
    dt.time: "hh:mm:ss",
    dt.timedelta: "[h]:mm:ss",
}


class XlsxWriter:
    """One sheet of rows and one of run facts, row by row with constant memory.

    What a workbook cannot hold as a number or date without loss is written as text: whole numbers of more
    than 15 digits, decimals that no float equals, days before March 1900, instants with a zone or with
    microseconds.
    """

    def __init__(self, path: Path, shape: Shape) -> None:
        self._path = path
        self._book: Any = xlsxwriter.Workbook(str(path), {**_OPTIONS, "tmpdir": str(path.parent)})
        self._book.set_properties({"created": _CREATED})
        bold = self._book.add_format({"bold": True})
        self._formats = {kind: self._book.add_format({"num_format": text}) for kind, text in _FORMATS.items()}
        self._name = shape.sheet or "Data"
        self._sheet = self._book.add_worksheet(self._name)
        self._sheet.freeze_panes(1, 0)
        for at, name in enumerate(shape.columns):
            self._sheet.write_string(0, at, name, bold)
        self._next = 1
        self._writers: dict[type, _Put] = {
            str: _text,
            int: _whole,
            bool: lambda sheet, row, at, value: sheet.write_boolean(row, at, value),
            float: _number,
            Decimal: _decimal,
            dt.date: self._day,
            dt.datetime: self._instant,
            dt.time: self._time,
            dt.timedelta: self._time,
        }

    def write(self, rows: Iterable[Sequence[object]]) -> None:
        """Add rows.

        Raises:
            UsageError: More rows than a sheet can hold.
        """
        sheet = self._sheet
        for row in rows:
            if self._next >= _ROWS:
                message = f"a sheet holds at most {_ROWS} rows: write csv, parquet or jsonl instead."
                raise UsageError(message)
            for at, cell in enumerate(row):
                if cell is not None:
                    self._put(cell)(sheet, self._next, at, cell)
            self._next += 1

    def write_run(self, rows: Sequence[Sequence[object]]) -> None:
        """Add the sheet "Run"."""
        sheet = self._book.add_worksheet("Run" if self._name.casefold() != "run" else "Run (licet)")
        sheet.set_column(0, 1, 30)
        for place, row in enumerate(rows):
            for at, cell in enumerate(row):
                if cell is not None:
                    self._put(cell)(sheet, place, at, cell)

    def close(self) -> None:
        """Write the file."""
        self._book.close()

    def abort(self) -> None:
        """Let go of the temporary files of the driver."""
        self._book.close()

    def _put(self, cell: object) -> _Put:
        return self._writers.get(type(cell), _other)

    def _day(self, sheet: Worksheet, row: int, at: int, value: dt.date) -> None:
        if value < _FIRST_DAY:
            _other(sheet, row, at, value)
        else:
            sheet.write_datetime(row, at, value, self._formats[dt.date])

    def _instant(self, sheet: Worksheet, row: int, at: int, value: dt.datetime) -> None:
        if value.tzinfo or value.date() < _FIRST_DAY or value.microsecond:
            _other(sheet, row, at, value)
        else:
            sheet.write_datetime(row, at, value, self._formats[dt.datetime])

    def _time(self, sheet: Worksheet, row: int, at: int, value: dt.time | dt.timedelta) -> None:
        sheet.write_datetime(row, at, value, self._formats[type(value)])


def _text(sheet: Worksheet, row: int, at: int, value: str) -> None:
    if len(value) > _LONGEST:
        mark = f" [cut: {len(value)} characters, whole in the source]"
        value = value[: _LONGEST - len(mark)] + mark
    if value:
        sheet.write_string(row, at, value)


def _whole(sheet: Worksheet, row: int, at: int, value: int) -> None:
    if abs(value) < _EXACT:
        sheet.write_number(row, at, value)
    else:
        _other(sheet, row, at, value)


def _number(sheet: Worksheet, row: int, at: int, value: float) -> None:
    if math.isfinite(value):
        sheet.write_number(row, at, value)
    else:
        _other(sheet, row, at, value)


def _decimal(sheet: Worksheet, row: int, at: int, value: Decimal) -> None:
    number = float(value) if value.is_finite() else math.nan
    if Decimal(repr(number)) == value:
        _number(sheet, row, at, number)
    else:
        _other(sheet, row, at, value)


def _other(sheet: Worksheet, row: int, at: int, value: object) -> None:
    _text(sheet, row, at, as_text(value))

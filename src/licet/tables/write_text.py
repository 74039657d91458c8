"""Write csv, tsv and JSON lines."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from licet.tables.cells import as_json, as_text, defused
from licet.tables.table import Kind, Shape

_UNICODE = {"utf-8", "utf-8-sig", "utf-16"}


class DelimitedWriter:
    """csv and tsv by RFC 4180, in the delimiter and encoding of the source.

    A source in a code page comes back as UTF-8 with a mark: the results hold names that the code page cannot.
    """

    def __init__(self, path: Path, kind: Kind, shape: Shape) -> None:
        delimiter = "\t" if kind is Kind.TSV else shape.delimiter.replace("\t", "") or ","
        encoding = shape.encoding or "utf-8"
        encoding = encoding if encoding in _UNICODE or not shape.delimiter else "utf-8-sig"
        self._file = path.open("w", encoding=encoding, newline="")
        self._writer = csv.writer(self._file, delimiter=delimiter)
        self._writer.writerow([defused(name) for name in shape.columns])

    def write(self, rows: Iterable[Sequence[object]]) -> None:
        """Add rows; only text is defused, numbers and dates of the source stay as they are."""
        self._writer.writerows([None if cell is None else _value(cell) for cell in row] for row in rows)

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def abort(self) -> None:
        """Close the file."""
        self._file.close()


class JsonLinesWriter:
    """One object a line, in UTF-8, keys in the order of the columns; cells are data and are not defused."""

    def __init__(self, path: Path, shape: Shape) -> None:
        self._file = path.open("w", encoding="utf-8", newline="\n")
        self._columns = shape.columns

    def write(self, rows: Iterable[Sequence[object]]) -> None:
        """Add rows."""
        self._file.writelines(
            json.dumps(dict(zip(self._columns, row, strict=True)), ensure_ascii=False, default=as_json) + "\n"
            for row in rows
        )

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def abort(self) -> None:
        """Close the file."""
        self._file.close()


def _value(cell: object) -> str:
    if isinstance(cell, str):
        return defused(cell)
    text = as_text(cell)
    return defused(text) if isinstance(cell, (dict, list, tuple, bytes)) else text

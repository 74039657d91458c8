"""Open a table by the suffix of its name."""

from __future__ import annotations

from pathlib import Path

from licet.errors import UnreadableInputError
from licet.tables.table import Kind, Table

SUFFIXES = {
    ".csv": Kind.CSV,
    ".txt": Kind.CSV,
    ".tsv": Kind.TSV,
    ".tab": Kind.TSV,
    ".xlsx": Kind.XLSX,
    ".ods": Kind.ODS,
    ".parquet": Kind.PARQUET,
    ".pq": Kind.PARQUET,
    ".jsonl": Kind.JSONL,
    ".ndjson": Kind.JSONL,
}
"""Suffix to format, for reading and writing."""

_READ_ONLY = {".xlsm": Kind.XLSX, ".xlsb": Kind.XLSX, ".xls": Kind.XLSX}


def kind_of(path: Path, *, writing: bool = False) -> Kind:
    """Return the format that the suffix of a path stands for.

    Raises:
        UnreadableInputError: The suffix is none that is known.
    """
    suffix = path.suffix.lower()
    kind = SUFFIXES.get(suffix) or (None if writing else _READ_ONLY.get(suffix))
    if kind is None:
        verb = "written" if writing else "read"
        raise UnreadableInputError(
            str(path),
            f"the suffix {suffix!r} is none that can be {verb}",
            f"Use one of {', '.join(SUFFIXES)}.",
        )
    return kind


def open_table(
    path: Path, *, sheet: str | int | None = None, encoding: str = "", delimiter: str = ""
) -> Table:
    """Open a table: its columns and types are known at once, its rows are read on demand.

    Args:
        path: The file; the suffix says the format.
        sheet: Of a workbook: a name, or a place from 1; the first visible one when None.
        encoding: Of a text format; guessed when empty.
        delimiter: Of csv and tsv: one character or `tab`; guessed when empty.

    Raises:
        UnreadableInputError: The file cannot be read as what its suffix says.
    """
    kind = kind_of(path)
    # Each driver is loaded only when a file of its kind is opened: some of them cost start-up time.
    if kind in {Kind.CSV, Kind.TSV}:
        from licet.tables.delimited import open_delimited

        return open_delimited(path, kind, encoding, delimiter)
    if kind is Kind.JSONL:
        from licet.tables.jsonlines import open_json_lines

        return open_json_lines(path, encoding)
    if kind is Kind.PARQUET:
        from licet.tables.parquet import open_parquet

        return open_parquet(path)
    from licet.tables.spreadsheet import open_sheet

    return open_sheet(path, kind, sheet)

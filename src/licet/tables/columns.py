"""Columns of a parquet file as Arrow batches: what the kernel reads without a Python object for each cell."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import duckdb

from licet.tables.parquet import (
    ParquetTable,
    connect,
    has_python_value,
    literal,
    quoted,
    sql_text,
    unreadable,
)

_WHOLE = ("TINYINT", "SMALLINT", "INTEGER", "BIGINT")
READABLE = {"VARCHAR", "DATE", "TIMESTAMP", *_WHOLE, *(f"U{name}" for name in _WHOLE)}
"""Types that the kernel reads as they are; those without an equal in Python are read as text."""

_EPOCH = dt.date(1970, 1, 1).toordinal()


def as_arrow(table: ParquetTable, columns: Sequence[str]) -> bool:
    """Say whether `batches` can give these columns."""
    natives = (table.shape.native[table.columns.index(name)] for name in columns)
    return all(native in READABLE or not has_python_value(native) for native in natives)


@contextmanager
def batches(table: ParquetTable, columns: Sequence[str], start: int = 0) -> Iterator[duckdb.DuckDBPyRelation]:
    """Open the rows from `start` on, in order, as an object with `__arrow_c_stream__`.

    Raises:
        UnreadableInputError: The file cannot be read.
    """
    natives = (table.shape.native[table.columns.index(name)] for name in columns)
    chosen = ", ".join(
        quoted(name) if native in READABLE else f"CAST({quoted(name)} AS VARCHAR) AS {quoted(name)}"
        for name, native in zip(columns, natives, strict=True)
    )
    # No parameter: DuckDB runs a query with parameters to its end before it gives the first row.
    source = f"read_parquet('{sql_text(literal(table.path))}')"
    query = f"SELECT {chosen} FROM {source} OFFSET {int(start)}"  # noqa: S608  names are quoted
    with connect() as base:
        try:
            yield base.sql(query)
        except duckdb.Error as error:
            raise unreadable(table.path, error) from error


def cell_reader(kind: str) -> Callable[[object], object]:
    """Return what turns a cell of the kernel into the value that the table itself gives.

    Args:
        kind: The kernel's word for the type of the column.
    """
    return {"day": _day, "instant": _instant}.get(kind, _as_is)


def _as_is(cell: object) -> object:
    return cell


def _day(cell: object) -> object:
    return dt.date.fromordinal(cell + _EPOCH) if isinstance(cell, int) else cell


def _instant(cell: object) -> object:
    if not isinstance(cell, int):
        return cell
    return dt.datetime(1970, 1, 1) + dt.timedelta(microseconds=cell)  # noqa: DTZ001  the file states no zone

"""Read and write parquet through DuckDB: embedded, one thread, no extension is ever downloaded."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TextIO

import duckdb

from licet.errors import UnreadableInputError
from licet.tables.cells import as_json, as_text
from licet.tables.sniff import head_bytes
from licet.tables.table import ColumnType, Kind, Row, Shape, Table

_SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "threads": "1",
}
_WHOLE = ("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT")
_INTEGERS = {*_WHOLE, *(f"U{name}" for name in _WHOLE)}
NATIVE = {
    ColumnType.TEXT: "VARCHAR",
    ColumnType.INTEGER: "BIGINT",
    ColumnType.NUMBER: "DOUBLE",
    ColumnType.DATE: "DATE",
    ColumnType.DATETIME: "TIMESTAMP",
    ColumnType.BOOLEAN: "BOOLEAN",
}
"""The type that a column gets where it comes from no parquet file."""
_AS_VALUES = {*_INTEGERS, "VARCHAR", "DATE", "TIMESTAMP", "BOOLEAN", "DOUBLE", "FLOAT"}
_GLOB = str.maketrans({"*": "[*]", "?": "[?]", "[": "[[]"})
_FETCH = 2000


def connect() -> duckdb.DuckDBPyConnection:
    """Open a private database in memory that reaches no network and works in one thread (equal bytes)."""
    base = duckdb.connect(config=dict(_SETTINGS))
    base.execute("SET TimeZone = 'UTC'")
    return base


class ParquetTable(Table):
    """A parquet file, streamed. Types without an equal in Python are read as DuckDB writes them in text."""

    def __init__(self, path: Path, shape: Shape, rows: int) -> None:
        super().__init__(path, Kind.PARQUET, shape)
        self._count = rows

    @property
    def rows(self) -> int:
        """Rows, from the file's own footer."""
        return self._count

    def read(self, start: int = 0) -> Iterator[Row]:
        """Give the rows in order, from row `start` on."""
        chosen = ", ".join(
            quoted(name) if has_python_value(native) else f"CAST({quoted(name)} AS VARCHAR)"
            for name, native in zip(self.columns, self.shape.native, strict=True)
        )
        query = f"SELECT {chosen} FROM read_parquet(?) OFFSET {int(start)}"  # noqa: S608  names are quoted
        with connect() as base:
            try:
                cursor = base.execute(query, [literal(self.path)])
                while rows := cursor.fetchmany(_FETCH):
                    yield from rows
            except duckdb.Error as error:
                raise unreadable(self.path, error) from error


def open_parquet(path: Path) -> ParquetTable:
    """Open a parquet file; reads only its footer.

    Raises:
        UnreadableInputError: The file is not parquet.
    """
    head_bytes(path)
    with connect() as base:
        try:
            found = base.execute("DESCRIBE SELECT * FROM read_parquet(?)", [literal(path)]).fetchall()
            count = base.execute("SELECT count(*) FROM read_parquet(?)", [literal(path)]).fetchall()[0][0]
        except duckdb.Error as error:
            raise unreadable(path, error) from error
    columns = tuple(str(item[0]) for item in found)
    native = tuple(str(item[1]) for item in found)
    return ParquetTable(path, Shape(columns, tuple(_type(name) for name in native), native), int(count))


class ParquetWriter:
    """Collects rows in a text file beside the output, then lets DuckDB write the parquet file from it."""

    def __init__(self, path: Path, shape: Shape) -> None:
        self._path = path
        self._rows_path = path.with_name(path.name + ".rows")
        self._file: TextIO = self._rows_path.open("w", encoding="utf-8", newline="\n")
        self._columns = shape.columns
        more = shape.types[len(shape.native) :]
        self._native = shape.native + tuple(NATIVE[kind] for kind in more)
        self._keys = tuple(f"c{at}" for at in range(len(self._columns)))

    def write(self, rows: Iterable[Sequence[object]]) -> None:
        """Add rows."""
        self._file.writelines(
            json.dumps(dict(zip(self._keys, map(_stored, row), strict=True)), ensure_ascii=True) + "\n"
            for row in rows
        )

    def close(self) -> None:
        """Write the parquet file."""
        self._file.close()
        taken = ", ".join(
            f"{_cast(key, native)} AS {quoted(name)}"
            for key, native, name in zip(self._keys, self._native, self._columns, strict=True)
        )
        spec = ", ".join(f"'{key}': 'VARCHAR'" for key in self._keys)
        source = (
            f"read_json(?, format='newline_delimited', columns={{{spec}}}, maximum_object_size=268435456)"
        )
        query = (
            f"COPY (SELECT {taken} FROM {source}) TO '{sql_text(str(self._path))}' "  # noqa: S608  quoted
            "(FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 122880)"
        )
        with connect() as base:
            base.execute(query, [literal(self._rows_path)])
        self._rows_path.unlink()

    def abort(self) -> None:
        """Drop what was collected."""
        self._file.close()
        self._rows_path.unlink(missing_ok=True)


def _stored(value: object) -> str | None:
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, (dict, list, tuple)):
        return json.dumps(value, ensure_ascii=False, default=as_json)
    return as_text(value)


def _cast(key: str, native: str) -> str:
    if native == "VARCHAR":
        return key
    inner = f"CAST({key} AS JSON)" if _is_nested(native) else key
    return f"CAST({inner} AS {native})"


def _is_nested(native: str) -> bool:
    return native.endswith("]") or native.startswith("STRUCT")


def has_python_value(native: str) -> bool:
    """Say whether values of a type are read as such; others are read as DuckDB writes them in text."""
    return native in _AS_VALUES or native.startswith("DECIMAL") or _is_nested(native)


def _type(native: str) -> ColumnType:
    if native in _INTEGERS:
        return ColumnType.INTEGER
    if native in {"FLOAT", "DOUBLE"} or native.startswith("DECIMAL"):
        return ColumnType.NUMBER
    plain = {"DATE": ColumnType.DATE, "TIMESTAMP": ColumnType.DATETIME, "BOOLEAN": ColumnType.BOOLEAN}
    return plain.get(native, ColumnType.TEXT)


def unreadable(path: Path, error: Exception) -> UnreadableInputError:
    """Return the error of a file that DuckDB does not read."""
    reason = next(iter(str(error).splitlines()), "no reason given")
    return UnreadableInputError(str(path), f"not a readable parquet file ({reason})", "Write it again.")


def quoted(name: str) -> str:
    """Return the name of a column for a query."""
    return '"' + name.replace('"', '""') + '"'


def sql_text(text: str) -> str:
    """Return text as it stands between the quotes of a query."""
    return text.replace("'", "''")


def literal(path: Path) -> str:
    """Return a path as DuckDB takes it, without wildcards: a file may be called `a[1].parquet`."""
    return str(path).translate(_GLOB)

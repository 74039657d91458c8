"""Write a parquet file once more with columns beside it, without one Python object for each cell.

DuckDB copies the input's columns as they are. Most rows get the same cells beside them; others are told by
one bit each, and the different cells stand in lists: memory grows with those, not with the table.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import duckdb

from licet.tables.cells import as_text
from licet.tables.parquet import NATIVE, ParquetTable, connect, literal, quoted, sql_text, unreadable
from licet.tables.table import Row, Shape

_NUMBER, _TOLD, _FLAG, _PLACE, _FOUND = (
    f"licet {name}" for name in ("number", "told", "flag", "place", "found")
)
"""Names of columns within the query; made longer where the input has them."""


class ParquetBeside:
    """Writes a table with columns beside."""

    def __init__(self, path: Path, shape: Shape, table: ParquetTable) -> None:
        """Prepare the writing.

        Args:
            path: The file to write.
            shape: Of the output: the columns of the table, then those beside.
            table: The input.
        """
        self._path = path
        self._table = table
        width = len(table.columns)
        self._beside = tuple(zip(shape.columns[width:], shape.types[width:], strict=True))

    def write_all(self, plain: Sequence[Row], special: Iterable[tuple[int, Sequence[Row]]]) -> int:
        """Write the whole table.

        Args:
            plain: The cells beside a row that is not special: one tuple for each row that it becomes.
            special: The number of each special row, from 0 and ascending, and the cells beside it.

        Returns:
            The rows written.

        Raises:
            UnreadableInputError: The table cannot be read to its end.
        """
        found = _Found(self._table.rows, len(self._beside))
        for number, rows in special:
            found.add(number, rows)
        with connect() as base:
            try:
                self._tell(base, found)
                written = base.execute(self._query(plain)).fetchall()
            except duckdb.Error as error:
                raise unreadable(self._table.path, error) from error
        return int(written[0][0])

    def write(self, rows: Iterable[Sequence[object]]) -> None:
        """Refuse: the rows come from the table."""
        raise NotImplementedError

    def close(self) -> None:
        """Do nothing: the file is written."""

    def abort(self) -> None:
        """Do nothing: no file is open."""

    def _tell(self, base: duckdb.DuckDBPyConnection, found: _Found) -> None:
        """Lay the lists down as one row: whatever is joined to it refers to them and copies nothing."""
        lists = {"flags": "BIT", "starts": "BIGINT[]", "numbers": "BIGINT[]"}
        lists |= {f"cells_{at}": f"{NATIVE[kind]}[]" for at, (_, kind) in enumerate(self._beside)}
        fields = ", ".join(f"{name}: ?::{native}" for name, native in lists.items())
        base.execute(
            f"CREATE TABLE licet_told AS SELECT {{{fields}}} AS {self._free(_TOLD)}",
            [found.flags.decode(), found.starts, found.numbers, *found.cells],
        )

    def _query(self, plain: Sequence[Row]) -> str:
        names = [self._free(name) for name in (_NUMBER, _TOLD, _FLAG, _PLACE, _FOUND)]
        number, told, flag, place, found = names
        source = f"read_parquet('{sql_text(literal(self._table.path))}')"
        # Each step passes the rows on in their order: none of them sorts, and what is joined is one row.
        numbered = f"SELECT *, row_number() OVER () - 1 AS {number} FROM {source}"  # noqa: S608  quoted
        flagged = (
            f"SELECT *, get_bit({told}.flags, {number}::INTEGER) AS {flag} FROM ({numbered}), licet_told"  # noqa: S608
        )
        placed = f"SELECT *, sum({flag}) OVER (ROWS UNBOUNDED PRECEDING)::BIGINT AS {place} FROM ({flagged})"  # noqa: S608
        numbers = (
            f"CASE WHEN {flag} = 0 THEN {list(range(len(plain)))}::BIGINT[] "
            f"ELSE range({told}.starts[{place}], {told}.starts[{place} + 1]) END"
        )
        spread = f"SELECT *, unnest({numbers}) AS {found} FROM ({placed})"  # noqa: S608
        cells = ", ".join(
            f"CASE WHEN {flag} = 0 THEN {_plain(plain, found, at)}::{NATIVE[kind]} "
            f"ELSE {told}.cells_{at}[{told}.numbers[{found}]] END AS {quoted(name)}"
            for at, (name, kind) in enumerate(self._beside)
        )
        return (
            f"COPY (SELECT * EXCLUDE ({', '.join(names)}), {cells} FROM ({spread})) "  # noqa: S608
            f"TO '{sql_text(str(self._path))}' (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 122880)"
        )

    def _free(self, name: str) -> str:
        taken = {column.casefold() for column in self._table.columns}
        while name in taken:
            name += "_"
        return quoted(name)


def _plain(plain: Sequence[Row], found: str, at: int) -> str:
    """Return what stands in a column beside a plain row, for a query."""
    if len(plain) <= 1:
        return _value(plain[0][at]) if plain else "NULL"
    return f"[{', '.join(_value(row[at]) for row in plain)}][{found} + 1]"


def _value(cell: object) -> str:
    if cell is None:
        return "NULL"
    return f"'{sql_text(as_text(cell))}'"


class _Found:
    """What stands beside special rows, each different tuple of cells once.

    Attributes:
        flags: `1` for each special row, `0` for others.
        starts: For each special row the place of its first number, from 1; one more at the end.
        numbers: For each output row of a special row the number of its cells.
        cells: Column by column, the different cells; the first number is 1.
    """

    def __init__(self, rows: int, columns: int) -> None:
        self.flags = bytearray(b"0" * max(rows, 1))
        self.starts = [1]
        self.numbers: list[int] = []
        self.cells: list[list[object]] = [[] for _ in range(columns)]
        self._known: dict[Row, int] = {}

    def add(self, number: int, rows: Sequence[Row]) -> None:
        self.flags[number] = ord("1")
        self.numbers.extend(self.number_of(item) for item in rows)
        self.starts.append(len(self.numbers) + 1)

    def number_of(self, cells: Row) -> int:
        """Return the number of a tuple of cells."""
        known = self._known.get(cells)
        if known is not None:
            return known
        for column, cell in zip(self.cells, cells, strict=True):
            column.append(cell)
        number = len(self._known) + 1
        self._known[cells] = number
        return number

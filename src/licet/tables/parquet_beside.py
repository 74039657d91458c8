"""Write a parquet file once more with columns beside it, without one Python object for each cell.

DuckDB copies the input's columns as they are. Most rows get the same cells beside them; others are told by
one bit each, and the different cells stand in lists: memory grows with those, not with the table.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import duckdb

from licet.tables.parquet import NATIVE, ParquetTable, connect, literal, quoted, sql_text, unreadable
from licet.tables.table import Row, Shape

_NUMBER, _FLAG, _PLACE, _FOUND = "licet number", "licet flag", "licet place", "licet found"
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
        for item in plain:
            found.number_of(item)
        for number, rows in special:
            found.add(number, rows)
        with connect() as base:
            try:
                self._tell(base, found)
                written = base.execute(self._query(range(1, len(plain) + 1))).fetchall()
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
        base.execute("SET VARIABLE flags = ?::BIT", [found.flags.decode()])
        base.execute("SET VARIABLE starts = ?::BIGINT[]", [found.starts])
        base.execute("SET VARIABLE numbers = ?::BIGINT[]", [found.numbers])
        for place, (_, kind) in enumerate(self._beside):
            base.execute(f"SET VARIABLE beside_{place} = ?::{NATIVE[kind]}[]", [found.cells[place]])

    def _query(self, plain: range) -> str:
        number, flag, place, found = (self._free(name) for name in (_NUMBER, _FLAG, _PLACE, _FOUND))
        source = f"read_parquet('{sql_text(literal(self._table.path))}')"
        # Each step passes the rows on in their order: none of them is a join or a sort.
        numbered = f"SELECT *, row_number() OVER () - 1 AS {number} FROM {source}"  # noqa: S608  quoted
        flagged = f"SELECT *, get_bit(getvariable('flags'), {number}::INTEGER) AS {flag} FROM ({numbered})"  # noqa: S608
        placed = f"SELECT *, sum({flag}) OVER (ROWS UNBOUNDED PRECEDING)::BIGINT AS {place} FROM ({flagged})"  # noqa: S608
        numbers = (
            f"CASE WHEN {flag} = 0 THEN {list(plain)}::BIGINT[] "
            f"ELSE range(getvariable('starts')[{place}], getvariable('starts')[{place} + 1]) END"
        )
        spread = f"SELECT *, unnest({numbers}) AS {found} FROM ({placed})"  # noqa: S608
        beside = ", ".join(
            f"{self._cell(at, flag, found, len(plain))} AS {quoted(name)}"
            for at, (name, _) in enumerate(self._beside)
        )
        dropped = f"{number}, {flag}, {place}, {found}"
        return (
            f"COPY (SELECT * EXCLUDE ({dropped}), {beside} FROM ({spread})) "  # noqa: S608
            f"TO '{sql_text(str(self._path))}' (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 122880)"
        )

    def _cell(self, at: int, flag: str, found: str, plain: int) -> str:
        lookup = f"getvariable('beside_{at}')"
        special = f"{lookup}[getvariable('numbers')[{found}]]"
        if plain == 0:
            return special
        # One plain row, as nearly always: a constant, which costs nothing.
        ordinary = f"{lookup}[1]" if plain == 1 else f"{lookup}[{found}]"
        return f"CASE WHEN {flag} = 0 THEN {ordinary} ELSE {special} END"

    def _free(self, name: str) -> str:
        taken = {column.casefold() for column in self._table.columns}
        while name in taken:
            name += "_"
        return quoted(name)


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

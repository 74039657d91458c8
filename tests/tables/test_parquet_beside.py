"""A Parquet file written once more with columns beside it: same rows, same order, same types."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from licet.errors import UnreadableInputError
from licet.tables import ColumnType, Row, Shape, TableWriter, open_table

ADDED = {"said": ColumnType.TEXT, "count": ColumnType.INTEGER, "share": ColumnType.NUMBER}
PLAIN: list[Row] = [("it's plain", 0, None)]


def source(path: Path, rows: int, select: str = "i AS id, 'name ' || i AS name") -> Path:
    duckdb.sql(f"COPY (SELECT {select} FROM range({rows}) made(i)) TO '{path}' (FORMAT parquet)")  # noqa: S608
    return path


def beside(
    path: Path, target: Path, plain: Sequence[Row], special: Sequence[tuple[int, Sequence[Row]]]
) -> int:
    table = open_table(path)
    shape = Shape(table.columns + tuple(ADDED), table.types + tuple(ADDED.values()), table.shape.native)
    with TableWriter(target, shape, beside=table) as writer:
        written = writer.write_beside(plain, special)
        assert written is not None
        writer.finish({})
    return written


@settings(max_examples=20, deadline=None)
@given(
    rows=st.integers(0, 30),
    found=st.dictionaries(st.integers(0, 29), st.integers(0, 3), max_size=30),
    plain=st.sampled_from([[], PLAIN, [("a", 1, None), ("b", 2, 0.5)]]),
)
def test_each_row_is_followed_by_what_stands_beside_it(
    tmp_path_factory: pytest.TempPathFactory, rows: int, found: dict[int, int], plain: list[Row]
) -> None:
    folder = tmp_path_factory.mktemp("beside")
    path = source(folder / "in.parquet", rows)
    special: dict[int, list[Row]] = {
        number: [(f"row {number} {at}", at, at / 4) for at in range(count)]
        for number, count in sorted(found.items())
        if number < rows
    }
    written = beside(path, folder / "out.parquet", plain, list(special.items()))
    expected = [
        (number, f"name {number}", *cells) for number in range(rows) for cells in special.get(number, plain)
    ]
    assert list(open_table(folder / "out.parquet").read()) == expected
    assert written == len(expected)


def test_many_row_groups_keep_their_order_and_the_same_rows_give_the_same_bytes(tmp_path: Path) -> None:
    path = source(tmp_path / "in.parquet", 300_000)
    special: list[tuple[int, list[Row]]] = [
        (number, [(f"hit {number}", at, 0.5) for at in range(1 + number % 3)])
        for number in range(5, 300_000, 997)
    ]
    beside(path, tmp_path / "one.parquet", PLAIN, special)
    beside(path, tmp_path / "two.parquet", PLAIN, special)
    assert (tmp_path / "one.parquet").read_bytes() == (tmp_path / "two.parquet").read_bytes()
    expected = iter(
        (number, said)
        for number in range(300_000)
        for said in ([f"hit {number}"] * (1 + number % 3) if number % 997 == 5 else ["it's plain"])
    )
    got = duckdb.execute(f"SELECT id, said FROM read_parquet('{tmp_path / 'one.parquet'}')").fetchall()  # noqa: S608
    assert got == list(expected)


def test_columns_keep_their_types_whatever_they_are(tmp_path: Path) -> None:
    select = (
        "i::UTINYINT AS small, i / 3 AS double, DATE '2020-01-01' + i::INTEGER AS day, [i, NULL] AS list, "
        "{'a': i, 'b': 'x'} AS struct, uuid() AS uuid, i::DECIMAL(20, 4) AS money, "
        "TIMESTAMP_NS '2020-01-01 00:00:00' AS instant, i::VARCHAR::BLOB AS blob, "
        "NULL::VARCHAR AS nothing, i % 2 = 0 AS even"
    )
    path = source(tmp_path / "in.parquet", 10, select)
    beside(path, tmp_path / "out.parquet", PLAIN, [])
    columns = "small, double, day, list, struct, uuid, money, instant, blob, nothing, even"
    for told in ("DESCRIBE SELECT", "SELECT"):
        before = duckdb.execute(f"{told} {columns} FROM read_parquet('{path}')").fetchall()
        after = duckdb.execute(f"{told} {columns} FROM read_parquet('{tmp_path / 'out.parquet'}')").fetchall()
        assert before == after


def test_columns_called_like_those_of_the_query_are_kept(tmp_path: Path) -> None:
    names = (
        "licet number",
        "Licet Told",
        "licet flag",
        "licet place",
        "licet found",
        "flags",
        "n\"o'te",
        "licet_told",
    )
    select = ", ".join(f'i + {at} AS "{name.replace(chr(34), 2 * chr(34))}"' for at, name in enumerate(names))
    path = source(tmp_path / "in.parquet", 3, select)
    beside(path, tmp_path / "out.parquet", PLAIN, [(1, [("x", 1, 1.0)])])
    table = open_table(tmp_path / "out.parquet")
    assert table.columns == (*names, *ADDED)
    plain = PLAIN[0]
    assert [row[-3:] for row in table.read()] == [plain, ("x", 1, 1.0), plain]
    assert [row[:8] for row in table.read()] == [tuple(range(at, at + 8)) for at in range(3)]


def test_a_file_that_is_damaged_behind_its_footer_is_refused(tmp_path: Path) -> None:
    path = source(tmp_path / "in.parquet", 5000, "hash(i)::VARCHAR AS name")
    content = bytearray(path.read_bytes())
    content[200:2200] = bytes(2000)
    path.write_bytes(bytes(content))
    with pytest.raises(UnreadableInputError):
        beside(path, tmp_path / "out.parquet", PLAIN, [])
    assert not (tmp_path / "out.parquet").exists()


def test_other_formats_are_written_row_by_row(tmp_path: Path) -> None:
    path = source(tmp_path / "in.parquet", 3)
    table = open_table(path)
    with TableWriter(tmp_path / "out.csv", table.shape, beside=table) as writer:
        assert writer.write_beside(PLAIN, []) is None

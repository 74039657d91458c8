"""Every format gives back what was written, runs no formula and gives equal bytes for equal rows."""

from __future__ import annotations

import datetime as dt
import time
import zipfile
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from licet.tables import ColumnType, Shape, TableWriter, open_table

COLUMNS = ("id", "name", "day", "count", "share", "flag", "note")
TYPES = (
    ColumnType.TEXT,
    ColumnType.TEXT,
    ColumnType.DATE,
    ColumnType.INTEGER,
    ColumnType.NUMBER,
    ColumnType.BOOLEAN,
    ColumnType.TEXT,
)
SHAPE = Shape(COLUMNS, TYPES)
ROWS = [
    ("00123", "=cmd()|' /C calc'!A0", dt.date(1970, 4, 5), 5, 1.5, True, "12345678901234567890"),
    ("-5", "+1", None, -7, -2.25, False, None),
    ("@x", "Иван\nПетров", dt.date(2001, 1, 1), None, None, None, "a  b, c;d\"e\" <&> 'f'"),
    ("张伟", "محمد علي", dt.date(2000, 12, 31), 1, 0.1, True, "한국 ไทย Ελλάδα"),
    ("1e5", "+49 30 123", None, 999_999_999_999_999, None, None, " space "),
]
SPREADSHEETS = [".xlsx", ".ods"]
TEXTS = [".csv", ".tsv"]
EVERY = [*TEXTS, *SPREADSHEETS, ".parquet", ".jsonl"]


def write(path: Path, rows: list[tuple[object, ...]] = ROWS, shape: Shape = SHAPE) -> Path:  # type: ignore[assignment]
    with TableWriter(path, shape) as writer:
        writer.write(rows)
        writer.finish({"run": "r1", "lists": [{"id": "x", "sha256": "00"}]})
    return path


@pytest.mark.parametrize("suffix", [*SPREADSHEETS, ".parquet"])
def test_typed_formats_give_back_every_value_and_type(tmp_path: Path, suffix: str) -> None:
    table = open_table(write(tmp_path / f"t{suffix}"))
    assert table.columns == COLUMNS
    assert table.types == TYPES
    assert list(table.read()) == ROWS
    assert table.rows == len(ROWS)


def test_json_lines_give_back_every_value_with_days_as_text(tmp_path: Path) -> None:
    table = open_table(write(tmp_path / "t.jsonl"))
    assert table.columns == COLUMNS
    expected = [tuple(str(cell) if isinstance(cell, dt.date) else cell for cell in row) for row in ROWS]
    assert list(table.read()) == expected


@pytest.mark.parametrize("suffix", TEXTS)
def test_text_formats_give_back_the_text_of_every_value(tmp_path: Path, suffix: str) -> None:
    found = list(open_table(write(tmp_path / f"t{suffix}")).read())
    assert found[0] == (
        "00123",
        "'=cmd()|' /C calc'!A0",
        "1970-04-05",
        "5",
        "1.5",
        "true",
        "12345678901234567890",
    )
    assert found[1] == ("-5", "+1", "", "-7", "-2.25", "false", "")
    assert found[2] == ("'@x", "Иван\nПетров", "2001-01-01", "", "", "", "a  b, c;d\"e\" <&> 'f'")
    assert found[4][1] == "'+49 30 123"
    assert found[4][6] == " space "


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t", "\r", "＝"])
def test_csv_text_that_a_spreadsheet_might_run_gets_a_quote(tmp_path: Path, begin: str) -> None:
    text = f"{begin}SUM(A1)"
    path = write(tmp_path / "t.csv", [(text,)], Shape((text,), (ColumnType.TEXT,)))
    table = open_table(path, delimiter=",")
    assert list(table.read()) == [(f"'{text}",)]
    assert table.columns == (f"'{text}",)


@pytest.mark.parametrize("number", ["-5", "+3.2", "-1,234.50", "-1e-7", "+12%"])
def test_plain_numbers_in_csv_stay_as_they_are(tmp_path: Path, number: str) -> None:
    path = write(tmp_path / "t.csv", [(number,)], Shape(("n",), (ColumnType.TEXT,)))
    assert list(open_table(path).read()) == [(number,)]


def test_a_workbook_holds_no_formula_and_no_link(tmp_path: Path) -> None:
    rows: list[tuple[object, ...]] = [("=1+1",), ("https://example.org",), ("{=1}",), ("00123",)]
    path = write(tmp_path / "t.xlsx", rows, Shape(("=a",), (ColumnType.TEXT,)))
    with zipfile.ZipFile(path) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
        assert "xl/worksheets/_rels/sheet1.xml.rels" not in archive.namelist()
    assert "<f>" not in sheet
    assert sheet.count('t="inlineStr"') == 5


def test_an_open_document_holds_no_formula(tmp_path: Path) -> None:
    path = write(tmp_path / "t.ods", [("=1+1",)], Shape(("=a",), (ColumnType.TEXT,)))
    with zipfile.ZipFile(path) as archive:
        content = archive.read("content.xml").decode()
        assert archive.namelist()[0] == "mimetype"
    assert "table:formula" not in content
    assert content.count('office:value-type="string"') >= 2


@pytest.mark.parametrize("suffix", EVERY)
def test_equal_rows_give_equal_bytes(tmp_path: Path, suffix: str) -> None:
    first = write(tmp_path / f"a{suffix}")
    time.sleep(2.1 if suffix in SPREADSHEETS else 0)  # zip stamps count in steps of two seconds
    second = write(tmp_path / f"b{suffix}")
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize("suffix", EVERY)
def test_a_failed_write_leaves_nothing_and_keeps_the_old_file(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"t{suffix}"
    path.write_bytes(b"old")
    with pytest.raises(ZeroDivisionError), TableWriter(path, SHAPE) as writer:
        writer.write(row for row in (ROWS[0], (1 // 0,)))
    assert [item.name for item in tmp_path.iterdir()] == [path.name]
    assert path.read_bytes() == b"old"


@pytest.mark.parametrize("suffix", EVERY)
def test_reading_can_begin_at_any_row(tmp_path: Path, suffix: str) -> None:
    table = open_table(write(tmp_path / f"t{suffix}"))
    rows = list(table.read())
    for start in range(len(rows) + 2):
        assert [row for batch in table.batches(start, 2) for row in batch] == rows[start:]


def test_numbers_that_a_workbook_would_round_become_text(tmp_path: Path) -> None:
    cells: tuple[object, ...] = (
        10**19 + 1,
        Decimal("0.12345678901234567890"),
        float("nan"),
        dt.date(1899, 1, 1),
    )
    path = write(tmp_path / "t.xlsx", [cells], Shape(("a", "b", "c", "d"), (ColumnType.TEXT,) * 4))
    assert list(open_table(path).read()) == [
        ("10000000000000000001", "0.12345678901234567890", "nan", "1899-01-01")
    ]


def test_a_text_longer_than_a_workbook_allows_is_cut_in_the_open(tmp_path: Path) -> None:
    path = write(tmp_path / "t.xlsx", [("x" * 40_000,)], Shape(("a",), (ColumnType.TEXT,)))
    (cell,) = next(open_table(path).read())
    assert len(str(cell)) == 32_767
    assert str(cell).endswith("[cut: 40000 characters, whole in the source]")


@pytest.mark.parametrize("suffix", SPREADSHEETS)
def test_the_sheet_keeps_its_name_and_the_run_gets_another(tmp_path: Path, suffix: str) -> None:
    shape = Shape(("name",), (ColumnType.TEXT,), sheet="Run")
    table = open_table(write(tmp_path / f"t{suffix}", [("A",)], shape))
    assert table.sheets == ("Run", "Run (licet)")
    assert table.shape.sheet == "Run"


def test_instants_keep_their_time_in_typed_formats(tmp_path: Path) -> None:
    instant = dt.datetime(2020, 1, 2, 3, 4, 5)  # noqa: DTZ001  workbooks have no zones
    shape = Shape(("at",), (ColumnType.DATETIME,))
    for suffix in (*SPREADSHEETS, ".parquet"):
        table = open_table(write(tmp_path / f"t{suffix}", [(instant,)], shape))
        assert (list(table.read()), table.types) == ([(instant,)], (ColumnType.DATETIME,))


def test_parquet_types_come_back_as_they_were(tmp_path: Path) -> None:
    source = tmp_path / "s[1]*.parquet"
    with duckdb.connect() as base:
        base.execute("SET TimeZone = 'UTC'")
        base.execute(
            "CREATE TABLE t AS SELECT 1::SMALLINT a, 1.10::DECIMAL(10,2) b, [1,2] c, "
            "{'k': 'x''y'} d, 1.1::FLOAT e, "
            "TIMESTAMPTZ '2020-01-02 03:04:05+02' f, '\\x01'::BLOB g, MAP{'a': 1} h, uuid() i, NULL::DATE j, "
            "TIME '01:02:03' k, 170141183460469231731687303715884105727::HUGEINT l, 'a\x00b' m"
        )
        base.execute(f"COPY t TO '{source}' (FORMAT parquet)")
        table = open_table(source)
        target = write(tmp_path / "t.parquet", list(table.read()), table.shape)
        query = "SELECT * FROM read_parquet('{}')"
        kept = [
            base.execute("DESCRIBE " + query.format(path)).fetchall()
            for path in (tmp_path / "s[[]1][*].parquet", target)
        ]
        assert kept[0] == kept[1]
        same = f"{query.format(tmp_path / 's[[]1][*].parquet')} EXCEPT {query.format(target)}"
        assert base.execute(same).fetchall() == []


def test_parquet_with_columns_that_differ_only_by_case_keeps_both(tmp_path: Path) -> None:
    shape = Shape(("Name", "name"), (ColumnType.TEXT,) * 2)
    assert list(open_table(write(tmp_path / "t.parquet", [("A", "b")], shape)).read()) == [("A", "b")]

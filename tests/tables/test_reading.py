"""Files of users: encodings, delimiters, broken rows, missing sheets, wrong suffixes."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
import xlsxwriter

from licet.errors import UnreadableInputError
from licet.tables import FlawedRow, Row, open_table


def table_of(
    folder: Path, content: bytes | str, name: str = "t.csv", **how: str
) -> tuple[tuple[str, ...], list[Row]]:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    table = open_table(path, **how)
    return table.columns, list(table.read())


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_the_encoding_is_recognised(tmp_path: Path, encoding: str) -> None:
    columns, rows = table_of(tmp_path, "name;city\nJosé Müller;Köln\n".encode(encoding))
    assert (columns, rows) == (("name", "city"), [("José Müller", "Köln")])


def test_a_guessed_encoding_is_told(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_bytes("name\nJosé\n".encode("cp1252"))
    assert "cp1252" in open_table(tmp_path / "t.csv").notes[0]


@pytest.mark.parametrize(
    ("encoding", "name"), [("cp1251", "Иван Петров"), ("gb18030", "张伟李娜王芳"), ("cp1256", "محمد علي")]
)
def test_other_scripts_are_never_read_as_western_letters(tmp_path: Path, encoding: str, name: str) -> None:
    text = f"name\n{name}\n".encode(encoding)
    with pytest.raises(UnreadableInputError, match="--encoding"):
        table_of(tmp_path, text)
    assert table_of(tmp_path, text, encoding=encoding)[1] == [(name,)]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_recognised(tmp_path: Path, delimiter: str) -> None:
    text = f'a{delimiter}b\n"x, y; z",1\n'.replace('",', f'"{delimiter}')
    assert table_of(tmp_path, text) == (("a", "b"), [("x, y; z", "1")])


def test_a_single_column_needs_no_delimiter(tmp_path: Path) -> None:
    assert table_of(tmp_path, "name\nPetrov Ivan\nA B\n") == (("name",), [("Petrov Ivan",), ("A B",)])


def test_csv_cells_are_kept_verbatim(tmp_path: Path) -> None:
    text = 'a,b,c\n00123," x ",12345678901234567890\n"line\nbreak","say ""x""",1.10\n'
    assert table_of(tmp_path, text)[1] == [
        ("00123", " x ", "12345678901234567890"),
        ("line\nbreak", 'say "x"', "1.10"),
    ]


def test_an_empty_header_is_numbered(tmp_path: Path) -> None:
    assert table_of(tmp_path, "a,,column_2,\n1,2,3,4\n")[0] == ("a", "column_2_", "column_2", "column_4")


def test_a_short_row_is_filled_and_told(tmp_path: Path) -> None:
    _, (row,) = table_of(tmp_path, "a,b,c\n1,2\n")
    assert isinstance(row, FlawedRow)
    assert (row, row.usable) == (("1", "2", ""), True)
    assert row.reason == "line 2: 1 of 3 cells are missing; read as empty"


def test_a_row_with_surplus_cells_loses_none(tmp_path: Path) -> None:
    _, (row, after) = table_of(tmp_path, "a,b\n1,2,three,\nx,y\n")
    assert isinstance(row, FlawedRow)
    assert (row, row.usable) == (("1,2,three,", ""), False)
    assert "line 2" in row.reason
    assert after == ("x", "y")


def test_broken_quoting_costs_its_own_rows_only(tmp_path: Path) -> None:
    _, rows = table_of(tmp_path, 'a,b\n1,2\n"x"y,3\n4,5\n6,"open\n7,8\n')
    assert [isinstance(row, FlawedRow) for row in rows] == [False, True, False, True]
    assert rows[1][0] == '"x"y,3'
    assert rows[3][0] == '6,"open\n7,8'


def test_empty_lines_are_no_rows_and_empty_cells_are(tmp_path: Path) -> None:
    assert table_of(tmp_path, "a,b\n\n1,2\n,\n\n")[1] == [("1", "2"), ("", "")]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("t.csv", b""),
        ("t.csv", b"PK\x03\x04rest"),
        ("t.csv", b"PAR1rest"),
        ("t.xlsx", b""),
        ("t.xlsx", b"name,id\nA,1\n"),
        ("t.ods", b"name,id\nA,1\n"),
        ("t.parquet", b"name,id\nA,1\n"),
        ("t.parquet", b""),
        ("t.jsonl", b"name,id\nA,1\n"),
        ("t.jsonl", b""),
        ("t.docx", b"x"),
        ("t", b"x"),
        ("t.csv", b"a,a\n1,2\n"),
        ("t.csv", b"\xff\xfe\x00"),
    ],
)
def test_a_file_that_is_not_what_its_name_says_is_refused(tmp_path: Path, name: str, content: bytes) -> None:
    with pytest.raises(UnreadableInputError, match=name):
        table_of(tmp_path, content, name)


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    (tmp_path / "d.csv").mkdir()
    for name in ("none.csv", "none.xlsx", "none.parquet", "none.jsonl", "d.csv"):
        with pytest.raises(UnreadableInputError):
            open_table(tmp_path / name)


@pytest.mark.parametrize(("encoding", "delimiter"), [("nonsense", ""), ("ascii", ""), ("", "||")])
def test_a_wrong_encoding_or_delimiter_is_refused(tmp_path: Path, encoding: str, delimiter: str) -> None:
    with pytest.raises(UnreadableInputError):
        table_of(tmp_path, "näme\nx\n", encoding=encoding, delimiter=delimiter)


def workbook(folder: Path) -> Path:
    path = folder / "book.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        book.add_worksheet("Secret").hide()
        first = book.add_worksheet("Customers")
        first.activate()
        first.write_row(2, 1, ["id", "name", "sum"])
        first.write_row(3, 1, ["007", "A B", 5])
        first.write_row(5, 1, ["008", "C D", 5.5])
        first.write_string(9, 1, "")
        book.add_worksheet("Empty")
        book.add_worksheet("2").write_row(0, 0, ["x"])
    return path


def test_the_first_visible_sheet_is_read_and_the_others_are_told(tmp_path: Path) -> None:
    table = open_table(workbook(tmp_path))
    assert table.shape.sheet == "Customers"
    assert table.sheets == ("Secret", "Customers", "Empty", "2")
    assert list(table.read()) == [("007", "A B", 5), (None, None, None), ("008", "C D", 5.5)]
    assert "'Secret'" in table.notes[0]


@pytest.mark.parametrize(
    ("sheet", "name"), [("Customers", "Customers"), (2, "Customers"), ("2", "2"), (4, "2")]
)
def test_a_sheet_is_chosen_by_name_or_place(tmp_path: Path, sheet: str | int, name: str) -> None:
    assert open_table(workbook(tmp_path), sheet=sheet).shape.sheet == name


@pytest.mark.parametrize("sheet", ["Nope", 0, 5, "Empty"])
def test_a_sheet_that_is_absent_or_empty_is_refused_with_the_list(tmp_path: Path, sheet: str | int) -> None:
    with pytest.raises(UnreadableInputError, match="2 'Customers'"):
        open_table(workbook(tmp_path), sheet=sheet)


def test_json_keys_become_columns_and_nested_values_stay(tmp_path: Path) -> None:
    text = '{"a": 1, "b": ["x", "y"]}\n\n{"c": {"k": 1.5}, "a": null}\n{"a": 0.12345678901234567890}\n'
    columns, rows = table_of(tmp_path, text, "t.jsonl")
    assert columns == ("a", "b", "c")
    assert rows == [
        (1, ["x", "y"], None),
        (None, None, {"k": 1.5}),
        (Decimal("0.12345678901234567890"), None, None),
    ]


@pytest.mark.parametrize("line", ['{"a": 1', "[1]", '{"a": 1, "a": 2}', '{"a": NaN}', "[" * 100_000])
def test_a_bad_json_line_is_a_row_with_its_text_and_reason(tmp_path: Path, line: str) -> None:
    _, rows = table_of(tmp_path, f'{{"a": "x", "b": 1}}\n{line}\n{{"a": "y"}}\n', "t.jsonl")
    assert rows[0] == ("x", 1)
    flawed = rows[1]
    assert isinstance(flawed, FlawedRow)
    assert tuple(flawed) == (line, None)
    assert flawed.reason.startswith("line 2: ")
    assert rows[2] == ("y", None)

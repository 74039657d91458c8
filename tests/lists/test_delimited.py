"""The strict reader of delimited text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from licet.lists.formats.delimited import (
    Columns,
    Form,
    Row,
    check_content,
    decode,
    read_records,
    read_table,
)
from licet.lists.formats.last_row import Record
from licet.model import Problem, Severity

AB = Columns(required=("a", "b"), optional=("c",))


def table(text: str) -> list[Row | Problem]:
    """Read a small table."""
    return list(read_table(text, "f", AB))


def cells(items: list[Row | Problem]) -> list[dict[str, str]]:
    """The rows only."""
    return [item.cells for item in items if isinstance(item, Row)]


def codes(items: list[Row | Problem] | list[Record | Problem]) -> list[str]:
    """The codes of the problems only."""
    return [item.code for item in items if isinstance(item, Problem)]


def test_columns_are_found_by_name_in_any_order_and_case() -> None:
    rows = cells(table(" B ,A\n2, 1 \n"))
    assert rows == [{"b": "2", "a": "1"}]


def test_an_optional_column_that_is_absent_reads_as_empty() -> None:
    (row,) = table("a,b\n1,2\n")
    assert isinstance(row, Row)
    assert row["c"] == ""
    assert row.line == 2


def test_a_missing_column_is_fatal_and_ends_the_reading() -> None:
    (problem,) = table("a\n1\n")
    assert isinstance(problem, Problem)
    assert (problem.code, problem.severity) == ("missing_column", Severity.FATAL)


def test_an_unknown_column_is_told_and_its_values_stay_in_reach() -> None:
    found = table("a,b,_id\n1,2,3\n")
    assert codes(found) == ["unknown_column"]
    assert cells(found) == [{"a": "1", "b": "2", "_id": "3"}]


def test_a_column_that_occurs_twice_is_told_and_the_first_counts() -> None:
    found = table("a,b,a\n1,2,3\n")
    assert codes(found) == ["duplicate_column"]
    assert cells(found)[0]["a"] == "1"


def test_a_row_of_the_wrong_width_keeps_its_text() -> None:
    found = table("a,b\n1\n3,4\n")
    problem = found[0]
    assert isinstance(problem, Problem)
    assert (problem.code, problem.where, problem.record, problem.rows) == ("bad_width", "f:2", "1", 1)
    assert cells(found) == [{"a": "3", "b": "4"}]


def test_a_quote_that_never_closes_does_not_swallow_the_rows_below() -> None:
    found = table('a,b\n"1,2\n3,4\n5,6\n')
    assert codes(found) == ["bad_quoting"]
    assert cells(found) == [{"a": "3", "b": "4"}, {"a": "5", "b": "6"}]


def test_a_stray_quote_inside_a_field_costs_nothing_when_the_width_is_right() -> None:
    found = table('a,b\n1,"x "y" z"\n')
    assert [item.severity for item in found if isinstance(item, Problem)] == [Severity.NOTE]
    assert len(cells(found)) == 1


def test_a_field_may_hold_line_breaks_and_lines_are_still_counted() -> None:
    found = table('a,b\n1,"x\ny"\n3,4\n')
    assert [item.line for item in found if isinstance(item, Row)] == [2, 4]


def test_a_nul_byte_is_a_row_problem() -> None:
    assert codes(table("a,b\n1\0,2\n3,4\n")) == ["nul_byte"]


def test_a_field_longer_than_the_csv_module_likes_is_read() -> None:
    rows = cells(table("a,b\n1," + "x" * 200_000 + "\n"))
    assert len(rows[0]["b"]) == 200_000


def test_blank_lines_are_no_rows() -> None:
    assert len(cells(table("a,b\n\n1,2\n\n"))) == 1


def test_records_without_a_header_take_any_delimiter() -> None:
    found = list(read_records('1@"x@y"@z\n', "f", Form("@"), width=3))
    assert [item.fields for item in found if isinstance(item, Record)] == [["1", "x@y", "z"]]


def test_quotes_may_be_plain_letters() -> None:
    found = list(read_records('1\t"x\n', "f", Form("\t", quoted=False), width=2))
    assert [item.fields for item in found if isinstance(item, Record)] == [["1", '"x']]


def test_a_stray_quote_on_every_line_costs_each_line_and_no_more() -> None:
    """Quadratic work on this many lines would not end while anyone waits."""
    text = "a,b\n" + '"x,y\n' * 30_000
    assert sum(item.rows for item in table(text) if isinstance(item, Problem)) == 30_000


def test_utf_8_is_read_with_and_without_its_mark() -> None:
    assert decode("é".encode(), "f") == ("é", [])
    assert decode("é".encode("utf-8-sig"), "f") == ("é", [])


def test_a_line_in_cp1252_is_read_as_such_and_spoils_no_other() -> None:
    text, problems = decode("naïve\n".encode("cp1252") + "中兴\n".encode(), "f")
    assert text == "naïve\n中兴\n"
    assert [(problem.code, problem.severity) for problem in problems] == [("encoding", Severity.NOTE)]


def test_cp1252_is_no_problem_where_it_is_expected() -> None:
    assert decode(b"Luhansk People\x92s\n", "f", expected="cp1252") == ("Luhansk People’s\n", [])


def test_a_final_substitute_byte_is_dropped() -> None:
    assert decode(b"1,2\r\n\x1a", "f")[0] == "1,2\n"
    assert decode(b"1,2\r\n\x1a\r\n", "f")[0] == "1,2\n"


@pytest.mark.parametrize("content", [b"", b" \r\n\x1a", b"\xef\xbb\xbf"])
def test_a_file_without_content_is_fatal(content: bytes) -> None:
    problem = check_content(content, "f")
    assert problem
    assert (problem.code, problem.severity) == ("empty", Severity.FATAL)


@pytest.mark.parametrize("content", [b"<!DOCTYPE HTML>", b"\r\n <html lang=en>", b"\xef\xbb\xbf<HTML>"])
def test_a_web_page_is_not_a_list(content: bytes) -> None:
    problem = check_content(content, "f")
    assert problem
    assert problem.code == "not_this_list"


@given(st.binary(max_size=300))
def test_no_bytes_raise_and_every_line_is_accounted_for(content: bytes) -> None:
    """Rows and row problems together are never more than the lines there are."""
    text, _ = decode(b"a,b\n" + content, "f")
    found = table(text)
    counted = sum(item.rows if isinstance(item, Problem) else 1 for item in found)
    assert counted <= text.count("\n") + text.count("\r") + 1

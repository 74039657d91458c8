"""`desk.screen` over rows that are no file, and what can be done with the run."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

import licet
from licet.errors import UsageError

ROWS = [
    {"ref": 1, "name": "ZTE Corp.", "country": "China", "turnover": 3.5},
    {"ref": 2, "name": "Harbour Toys GmbH", "country": "Germany", "turnover": float("nan")},
]


@pytest.fixture
def desk() -> Iterator[licet.Desk]:
    """The desk on the embedded lists, on the day when the order was in force."""
    with licet.open() as opened:
        yield opened.as_of("2018-05-14")


def test_mappings_are_screened_into_a_file(desk: licet.Desk, tmp_path: Path) -> None:
    """As from an iterator; an empty number stays empty."""
    run = desk.screen(iter(ROWS), tmp_path / "out.csv", mapping={"name": "name"}, id="ref")
    assert run.summary["hit"] == 1
    assert {row["ref"] for row in run.hits()} == {"1"}
    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as file:
        assert [row["turnover"] for row in csv.DictReader(file)][-1] == ""


def test_a_relation_of_duckdb_is_screened_alike(desk: licet.Desk, tmp_path: Path) -> None:
    """Any data frame can be made one."""
    relation = duckdb.sql("select 1 as ref, 'ZTE Corp.' as name union all select 2, 'Harbour Toys GmbH'")
    assert relation is not None
    run = desk.screen(relation, tmp_path / "out.jsonl", id="ref")
    assert (run.rows_in, run.summary["hit"], run.summary["no_hit"]) == (2, 1, 1)


def test_a_run_can_be_written_in_another_format(desk: licet.Desk, tmp_path: Path) -> None:
    """With the same rows and the same run sheet."""
    run = desk.screen(ROWS, tmp_path / "out.csv", id="ref")
    again = run.to(tmp_path / "out.xlsx")
    assert again.is_file()
    assert (tmp_path / "out.xlsx.run.json").read_bytes() == run.sidecar.read_bytes()


def test_rows_without_a_file_need_a_target(desk: licet.Desk) -> None:
    """There is no name to derive one from."""
    with pytest.raises(UsageError, match="need a target"):
        desk.screen(ROWS)


def test_a_row_that_is_no_mapping_is_named(desk: licet.Desk, tmp_path: Path) -> None:
    """What, where, and what it must be."""
    with pytest.raises(UsageError, match="row 1 is a tuple"):
        desk.screen([("ZTE",)], tmp_path / "out.csv")  # type: ignore[list-item]

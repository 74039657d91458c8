"""Official tables in a rulebook folder."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from licet.errors import RulebookError
from licet.model.rulebook import Rulebook
from licet.rulebook import load

TABLE = {
    "id": "us.codes",
    "dated": "2018-07-06",
    "title": "Codes",
    "cite": ["83 FR 28710"],
    "source": {"file": "codes.xlsx", "sha256": "00"},
    "rows": 1,
    "content": {"01012100": "9903.88.01"},
}


def _folder(tmp_path: Path, *tables: dict[str, Any] | str) -> Path:
    folder = tmp_path / "law" / "tables"
    folder.mkdir(parents=True, exist_ok=True)
    for number, table in enumerate(tables):
        text = table if isinstance(table, str) else json.dumps(table)
        (folder / f"{number}.json").write_text(text, encoding="utf-8")
    return folder.parent


def test_the_edition_of_the_day_answers(tmp_path: Path) -> None:
    """The newest edition on or before the day is used; before the first there is none."""
    newer = {**TABLE, "dated": "2019-09-01", "content": {"01012100": 7.5}}
    book = load(law=_folder(tmp_path, newer, TABLE))
    assert book.table("us.codes", date(2018, 7, 5)) is None
    found = book.table("us.codes", date(2019, 8, 31))
    assert found is not None
    assert found["dated"] == date(2018, 7, 6)
    assert found["content"] == {"01012100": "9903.88.01"}
    latest = book.table("us.codes", date(2019, 9, 1))
    assert latest is not None
    assert latest["content"]["01012100"] == Decimal("7.5")
    assert book.table("us.other", date(2019, 9, 1)) is None
    assert [name for name, _hash in book.files] == ["law/tables/0.json", "law/tables/1.json"]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"rows": 2}, "2 rows are stated and 1 are there"),
        ({"dated": "July"}, "is no day"),
        ({"cite": []}, "at least one"),
        ({"cite": "x"}, "wrong type"),
        ({"source": {"file": "x"}}, "source.sha256 is missing"),
        ({"more": 1}, "unknown field more"),
    ],
)
def test_a_wrong_frame_is_told(tmp_path: Path, change: dict[str, Any], says: str) -> None:
    """Each fault of the frame names the file."""
    with pytest.raises(RulebookError) as caught:
        load(law=_folder(tmp_path, {**TABLE, **change}))
    assert caught.value.problems[0].startswith("law/tables/0.json:1: ")
    assert says in caught.value.problems[0]


@pytest.mark.parametrize(
    ("text", "line"),
    [("{\n1", 2), ("[]", 1), ('{"id": NaN}', 1), ('{"id": 1, "id": 2}', 1), ("[" * 100_000, 1), ("", 1)],
)
def test_what_is_no_table_is_told(tmp_path: Path, text: str, line: int) -> None:
    """Broken JSON names file and line."""
    with pytest.raises(RulebookError) as caught:
        load(law=_folder(tmp_path, text))
    assert caught.value.problems[0].startswith(f"law/tables/0.json:{line}: ")


def test_one_edition_may_be_there_once(tmp_path: Path) -> None:
    """Two files with the same table of the same day are a fault."""
    with pytest.raises(RulebookError, match="is in another file already"):
        load(law=_folder(tmp_path, TABLE, TABLE))


def test_what_is_derived_is_made_once(tmp_path: Path) -> None:
    """A kind prepares its tables once for each rulebook."""
    made: list[str] = []

    def prepare(book: Rulebook) -> int:
        made.append(book.sha256)
        return len(book.tables)

    book = load(law=_folder(tmp_path, TABLE))
    assert [book.derived(prepare), book.derived(prepare)] == [1, 1]
    assert len(made) == 1

"""The law with the user's own folders and imported tables over it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from licet.errors import RulebookError, UsageError
from licet.settings import Settings
from licet.wiring.law import asked_day, checked, folders, imports_folder, law, loaded

MEMO = """\
documents:
  our.memo: {title: Memo, cite: Memo 1, kind: guidance, effective: 2020-01-01}
"""


def test_the_law_that_ships_is_sound() -> None:
    """Every kind is known, every term has the form of its kind, every reference leads somewhere."""
    book = loaded()
    assert {"us.bis.zte.denial", "us.bis.huawei.listing.2019"} <= set(book.measures)
    assert book.replaced == ()


def test_folders_in_order(tmp_path: Path) -> None:
    """Imported tables lie below the user's own folders; a folder that is not there yet is left out."""
    settings = Settings(db=str(tmp_path / "licet.db"), rulebook=(str(tmp_path / "ours"),))
    assert imports_folder(settings) == tmp_path / "licet.rulebook"
    assert folders(settings) == (tmp_path / "ours",)
    imports_folder(settings).mkdir()
    assert folders(settings) == (tmp_path / "licet.rulebook", tmp_path / "ours")


def test_a_server_s_imports_lie_beside_its_archive(tmp_path: Path) -> None:
    """A store without a file of its own has a folder all the same."""
    settings = Settings(db="postgresql://somewhere/licet", archive=str(tmp_path / "archive"))
    assert imports_folder(settings) == tmp_path / "rulebook"


def test_own_law_and_imported_tables_count(tmp_path: Path) -> None:
    """Both come with their hashes, and make another version of the law."""
    settings = Settings(db=str(tmp_path / "licet.db"), rulebook=(str(tmp_path / "ours"),))
    (tmp_path / "ours").mkdir()
    (tmp_path / "ours" / "a.yml").write_text(MEMO, encoding="utf-8")
    tables = imports_folder(settings) / "tables"
    tables.mkdir(parents=True)
    table = {
        "id": "our.codes",
        "dated": "2020-01-01",
        "title": "Codes",
        "cite": ["Memo 1"],
        "source": {"file": "codes.csv", "sha256": "00"},
        "rows": 1,
        "content": ["0101"],
    }
    (tables / "our.codes.2020-01-01.json").write_text(json.dumps(table), encoding="utf-8")
    book = law(settings)
    assert "our.memo" in book.documents
    found = book.table("our.codes", date(2020, 1, 1))
    assert found is not None
    assert found["content"] == ["0101"]
    assert book.sha256 != loaded().sha256
    assert law(settings) is book


def test_a_broken_folder_is_told(tmp_path: Path) -> None:
    """The fault names the user's own file."""
    (tmp_path / "a.yml").write_text(
        "measures: {our.ban: {kind: ban, title: Ban, life: []}}", encoding="utf-8"
    )
    with pytest.raises(
        RulebookError, match=r"a\.yml:1: measures\.our\.ban: the measure kind 'ban' is unknown"
    ):
        checked((tmp_path,))


def test_the_day_asked_about() -> None:
    """A day is a day; what is none is refused."""
    assert asked_day("2018-05-14") == date(2018, 5, 14)
    with pytest.raises(UsageError, match="is no day"):
        asked_day("yesterday")

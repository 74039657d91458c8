"""The overlay of other names: strict to read, every name with its source."""

from __future__ import annotations

from pathlib import Path

import pytest

from licet.errors import UnreadableInputError
from licet.lists.overlay import OverlayEntry, default_overlay, overlay_from, read_overlay

ROW = """
[[name]]
lists = ["us_bis_dpl"]
party = "ACME LTD."
adds = "Acme"
source = "84 FR 1"
"""


def test_zte_is_reached_by_the_names_that_the_orders_give() -> None:
    """83 FR 34825 calls the party "ZTE Corporation" and "ZTE"."""
    confirmed = {
        entry.adds
        for entry in default_overlay()
        if entry.party == "ZHONGXING TELECOMMUNICATIONS EQUIPMENT CORPORATION" and not entry.review
    }
    assert confirmed == {"ZTE Corporation", "ZTE"}


@pytest.mark.parametrize("name", ["中兴通讯", "中兴通讯股份有限公司", "中興通訊", "华为", "华为技术有限公司"])
def test_chinese_names_are_there_and_marked_for_review(name: str) -> None:
    """No official text with the Chinese names was found: the entry says so in mark and source."""
    entries = [entry for entry in default_overlay() if entry.adds == name]
    assert entries
    assert all(entry.review and entry.source.startswith("Unconfirmed: ") for entry in entries)
    assert all(entry.language in {"zh-Hans", "zh-Hant"} for entry in entries)


def test_every_confirmed_name_cites_the_federal_register() -> None:
    """A name that is not under review rests on an official text."""
    assert all(" FR " in entry.source for entry in default_overlay() if not entry.review)


def test_no_name_is_added_twice_to_a_party() -> None:
    """A name, party and list come together once."""
    pairs = [(list_id, entry.party, entry.adds) for entry in default_overlay() for list_id in entry.lists]
    assert len(pairs) == len(set(pairs))


def test_a_file_of_the_user_is_read(tmp_path: Path) -> None:
    """Language and review may be left out."""
    path = tmp_path / "names.toml"
    path.write_text(ROW, encoding="utf-8")
    assert read_overlay(path) == (OverlayEntry(("us_bis_dpl",), "ACME LTD.", "Acme", "", "84 FR 1", False),)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (ROW + 'remark = "x"\n', r"unknown keys \['remark'\]"),
        (ROW.replace('adds = "Acme"\n', ""), r"missing keys \['adds'\]"),
        (ROW.replace('"84 FR 1"', '" "'), r"empty keys \['source'\]"),
        (ROW.replace('["us_bis_dpl"]', '"us_bis_dpl"'), "lists has a value of a wrong type"),
        (ROW.replace('["us_bis_dpl"]', "[]"), "lists must hold list ids"),
        (ROW + 'review = "yes"\n', "review has a value of a wrong type"),
        ('title = "mine"\n' + ROW, "something other than"),
        ('name = ["ZTE"]\n', "is no table"),
        ("[[name]\n", "not readable as TOML"),
    ],
)
def test_anything_else_is_an_error_that_names_the_place(text: str, message: str) -> None:
    """A typing error in an overlay may not pass unseen: the name would silently not be searched."""
    with pytest.raises(UnreadableInputError, match=message):
        overlay_from(text, "mine.toml")


def test_a_missing_file_is_an_error_of_use(tmp_path: Path) -> None:
    """It names the file and says what an overlay holds."""
    with pytest.raises(UnreadableInputError, match=r"absent\.toml"):
        read_overlay(tmp_path / "absent.toml")

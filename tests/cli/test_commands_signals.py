"""`licet signals` and `licet screen --news` as a user runs them, on stories that were kept."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.command import licet

STORY = """date 2018-05-14
WASHINGTON (Northern Wire) - The president on Sunday promised to lift the export ban on ZTE Corp.

Tarn Harbour Ltd., a shipyard, was charged with fraud on Friday.

"It was late," said Mara Quell, a lawyer at the Harbour Institute.
"""
CUSTOMERS = "ref,Name\nC1,ZTE Corporation\nC2,Tarn Harbour Ltd\nC3,Quiet Prairie Farms\nC4,Mara Quell\n"


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """A story and a table of customers."""
    story, customers = tmp_path / "story.txt", tmp_path / "customers.csv"
    story.write_text(STORY, encoding="utf-8")
    customers.write_text(CUSTOMERS, encoding="utf-8")
    return story, customers


def test_the_watch_lists_signals_about_customers_with_why(files: tuple[Path, Path]) -> None:
    """A pledge is linked to its instrument when one came; who only speaks gives no signal."""
    story, customers = files
    early = licet("signals", story, "--customers", customers, "--as-of", "2018-05-14")
    late = licet("signals", story, "--customers", customers, "--as-of", "2018-07-14")
    assert (early.status, late.status) == (1, 1)
    whys = [row["why"] for row in early.json["signals"] if row["kind"] == "relief_pledged"]
    assert len(whys) == 1
    assert whys[0].startswith(
        "pledged lifting of the export ban on ZTE Corp.; no instrument known (rulebook "
    )
    (row,) = [row for row in late.json["signals"] if row["kind"] == "relief_pledged"]
    assert ["83 FR 34825"] in [item["citations"] for item in row["instruments"]]
    assert row["listed_because"] == ["customer ZTE Corporation (C1) bears the name ZTE Corp. (1.00)"]
    accused = [row["parties"] for row in late.json["signals"] if row["kind"] == "accusation"]
    assert accused == [["Tarn Harbour Ltd."]]
    assert "Mara Quell" not in late.out


def test_the_watch_reads_the_kept_stories_by_both_clocks(files: tuple[Path, Path]) -> None:
    """A story received later, or of a later day, is not there yet; nothing to look at exits with 0."""
    story, _ = files
    assert licet("signals").status == 0
    assert licet("news", "add", story).status == 0
    kept = licet("signals", "--kind", "relief_pledged", "-f", "table")
    assert kept.status == 1
    assert "relief pledged: pledged lifting of the export ban on ZTE Corp." in kept.out
    assert licet("signals", "--known-by", "2018-07-01").json["signals"] == []
    assert licet("signals", "--as-of", "2018-05-13").json["signals"] == []
    assert licet("signals", "--since", "2018-05-15").json["signals"] == []


def test_followed_types_come_from_the_settings_and_are_checked(
    files: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A misspelt one is a wrong setting, told with its file and with what there is."""
    story, _ = files
    monkeypatch.chdir(tmp_path)
    setting = tmp_path / "licet.toml"
    setting.write_text('news_follow = ["export_ban"]\n', encoding="utf-8")
    found = licet("signals", story)
    assert {row["affects"] or row["measure"] for row in found.json["signals"]} == {"export_ban"}
    setting.write_text('news_follow = ["export ban"]\n', encoding="utf-8")
    wrong = licet("signals", story)
    assert wrong.status == 2
    assert "news_follow = 'export ban'" in wrong.err
    assert "export_ban" in wrong.err


def test_screening_tells_the_stories_about_each_party_and_changes_nothing(
    files: tuple[Path, Path], tmp_path: Path
) -> None:
    """Every other cell, the exit status and the run are as without news; a second run reads no story anew."""
    story, customers = files
    plain = licet("screen", customers, "-o", tmp_path / "plain.jsonl", "--as-of", "2018-07-14")
    licet("news", "add", story)
    for name in ("first.jsonl", "second.jsonl"):
        told = licet("screen", customers, "-o", tmp_path / name, "--as-of", "2018-07-14", "--news")
        assert told.status == plain.status
    before = [json.loads(line) for line in (tmp_path / "plain.jsonl").read_text("utf-8").splitlines()]
    after = [json.loads(line) for line in (tmp_path / "first.jsonl").read_text("utf-8").splitlines()]
    assert [{key: row[key] for key in before[0]} for row in after] == before
    by_ref = {row["ref"]: (row["scr_news"], row["scr_news_told"]) for row in after}
    assert {ref: count for ref, (count, _) in by_ref.items()} == {"C1": 1, "C2": 1, "C3": 0, "C4": 0}
    assert by_ref["C2"][1].endswith("Tarn Harbour Ltd., a shipyard, was charged with fraud on Friday.")
    assert (tmp_path / "first.jsonl").read_bytes() == (tmp_path / "second.jsonl").read_bytes()

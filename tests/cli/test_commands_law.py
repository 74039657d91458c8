"""`licet history` and `licet rulebook` as a user runs them."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from tests.command import licet

MEMO = """\
documents:
  our.memo: {title: Memo of counsel, cite: Memo 1, kind: guidance, effective: 2020-01-01}
values:
  us.ear.records.years:
    replaces: true
    title: Years for which we keep records
    is: [{from: null, to: null, value: 10, cite: Memo 1}]
"""


def test_history_tells_the_matter_day_by_day() -> None:
    """The card tells where the measures stand, then each day with its citation."""
    done = licet("history", "ZTE", "--as-of", "2018-05-14", terminal=True)
    assert done.status == 0
    assert "in force    Denial of the export privileges of ZTE Corporation" in done.out
    assert "2018-04-15 * Denial of the export privileges" in done.out
    assert "[83 FR 17644]" in done.out
    assert "2018-05-13 o The President: without effect" in done.out
    assert "2018-07-13" not in done.out


def test_history_as_data() -> None:
    """JSON has measures with their states; CSV a row for each entry."""
    content = licet("history", "ZTE", "--as-of", "2026-11-22", "--format", "json").json
    denial = next(item for item in content["measures"] if item["id"] == "us.bis.zte.denial")
    assert denial["state"] == "terminated"
    assert [item["state"] for item in denial["states"]] == ["suspended", "in_force"]
    rows = list(csv.DictReader(io.StringIO(licet("history", "ZTE", "--format", "csv").out)))
    assert [row["day"] for row in rows] == [item["day"] for item in content["entries"]]


def test_history_draws_the_same_picture_each_time(tmp_path: Path) -> None:
    """The picture is a file of SVG with the same bytes for the same law and day."""
    for name in ("one.svg", "two.svg"):
        assert licet("history", "Huawei", "--as-of", "2026-11-22", "--svg", tmp_path / name).status == 0
    assert (tmp_path / "one.svg").read_bytes() == (tmp_path / "two.svg").read_bytes()
    assert ET.parse(tmp_path / "one.svg").getroot().tag.endswith("svg")  # noqa: S314  our own output


@pytest.mark.parametrize(
    ("arguments", "status", "says"),
    [
        (("history", "Nobody Knows Ltd"), 1, "knows nothing of 'Nobody Knows Ltd'"),
        (("history", "ZTE", "--as-of", "2016-03-07"), 1, "knows nothing"),
        (("history", "ZTE", "--as-of", "May"), 2, "'May' is no day"),
        (("rulebook", "show", "us.bis.zte.denail"), 2, "Near it: us.bis.zte.denial"),
        (("rulebook", "check", "nowhere"), 2, "nowhere: is no folder"),
    ],
)
def test_what_is_not_there(arguments: tuple[str, ...], status: int, says: str) -> None:
    """Exit status 1 where nothing is known, 2 where the question is wrong."""
    done = licet(*arguments)
    assert (done.status, done.out) == (status, "")
    assert says in done.err


def test_rulebook_check_tells_what_a_folder_replaces(tmp_path: Path) -> None:
    """A sound folder is told with what it replaces; a broken one with file and line."""
    folder = tmp_path / "ours"
    folder.mkdir()
    (folder / "a.yml").write_text(MEMO, encoding="utf-8")
    done = licet("rulebook", "check", folder, "--format", "json")
    assert done.status == 0
    assert done.json["replaced"] == [f"values.us.ear.records.years ({folder.as_posix()}/a.yml:4)"]
    (folder / "a.yml").write_text(MEMO.replace("2020-01-01", "2020-13-01"), encoding="utf-8")
    done = licet("rulebook", "check", folder)
    assert done.status == 2
    assert f"{folder.as_posix()}/a.yml:2: documents.our.memo.effective: '2020-13-01' is no day" in done.err


def test_rulebook_show_tells_an_entry_and_where_it_is_written() -> None:
    """As data and for a person."""
    content = licet("rulebook", "show", "us.bis.zte.denial", "--format", "json").json
    assert content["measure"]["life"][1]["document"] == "us.bis.zte.activation"
    assert content["measure"]["place"].startswith("law/us/zte.yml:")
    shown = licet("rulebook", "show", "us.bis.zte.activation", terminal=True).out
    assert "cite: 83 FR 17644" in shown
    assert "published: 2018-04-23" in shown


def test_rulebook_docs_prints_the_reference() -> None:
    """The page of the manual comes from this command."""
    page = Path(__file__).resolve().parents[2] / "docs" / "reference" / "measures.md"
    assert licet("rulebook", "docs").out == page.read_text(encoding="utf-8")

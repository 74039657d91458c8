"""What stories tell of their subjects is remembered on disk, and never wrongly."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path
from unittest.mock import patch

import pytest

from licet.news.story import Story
from licet.usecases.adverse_media import Telling
from licet.wiring import remembered
from licet.wiring.remembered import Remembered

STORY = Story("Tarn Harbour Ltd. was charged with fraud.\n", date(2024, 3, 5), "Northern Wire")

_LOADED = """
import sys
from licet.news.reading import read
from licet.news.story import read_story
read(read_story("date 2024-03-05 The ministry fined Tarn Harbour Ltd. $4 million on Monday."))
for name, module in sorted(sys.modules.items()):
    if name.partition(".")[0] == "licet":
        print(module.__file__)
"""


def told(folder: Path, story: Story = STORY) -> tuple[Telling, ...]:
    with Remembered.beside(folder) as opened:
        return opened.tellings("s1", story)


def kept(folder: Path) -> Path:
    (found,) = (folder / "news").glob("*.jsonl")
    return found


def test_a_story_is_read_once(tmp_path: Path) -> None:
    """The second answer comes from the disk, and is the same."""
    first = told(tmp_path)
    with patch.object(remembered, "read", side_effect=AssertionError("read again")):
        assert told(tmp_path) == first
    assert [(item.name, item.day) for item in first] == [("Tarn Harbour Ltd.", "2024-03-05")]


@pytest.mark.parametrize(
    "changed",
    [
        Story("Quill Cement was charged with fraud.\n", date(2024, 3, 5), "Northern Wire"),
        Story(STORY.text, date(2024, 3, 6), "Northern Wire"),
        Story(STORY.text, date(2024, 3, 5), "Southern Wire"),
        Story(STORY.text, None, "Northern Wire"),
    ],
)
def test_another_text_day_or_outlet_is_another_story(tmp_path: Path, changed: Story) -> None:
    """Nothing of the first is told of it."""
    first = told(tmp_path)
    assert told(tmp_path, changed) != first


@pytest.mark.parametrize(
    "damage", [b"", b"\xff\xfe", b"[]\n{}\nnull\n[1,2]\n", b'["a",[{"story":1}]]\n[', b"[" * 99_999]
)
def test_a_damaged_memory_is_read_anew(tmp_path: Path, damage: bytes) -> None:
    """Whatever stands in the file."""
    first = told(tmp_path)
    kept(tmp_path).write_bytes(damage)
    assert told(tmp_path) == first


def test_another_reader_remembers_nothing_of_this_one(tmp_path: Path) -> None:
    """A new version of licet may read a story otherwise; the older memory is kept for the older one."""
    told(tmp_path)
    with patch.object(remembered, "_reader", return_value="f" * 24):
        told(tmp_path)
    assert len(list((tmp_path / "news").glob("*.jsonl"))) == 2


def test_every_file_that_makes_a_reading_counts() -> None:
    """Of all that a fresh reader loads, only the bare package, its version and the errors are not hashed."""
    told = subprocess.run((sys.executable, "-c", _LOADED), capture_output=True, text=True, check=True)
    loaded = {Path(line) for line in told.stdout.splitlines()}
    hashed = set(remembered.files())
    assert {path.name for path in hashed} >= {
        "offices.tsv",
        "given_names.tsv",
        "countries.tsv",
        "countries.py",
    }
    assert {path.name for path in loaded - hashed} <= {"__init__.py", "_version.py", "errors.py"}


def test_where_nothing_can_be_written_the_answer_is_the_same(tmp_path: Path) -> None:
    """A file stands where the folder would be."""
    (tmp_path / "news").write_text("", encoding="utf-8")
    assert told(tmp_path)[0].name == "Tarn Harbour Ltd."

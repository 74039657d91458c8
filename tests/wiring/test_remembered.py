"""What stories tell of their subjects is remembered on disk, and never wrongly."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from unittest.mock import patch

import pytest

from licet.news.story import Story
from licet.usecases.adverse_media import Telling
from licet.wiring import remembered
from licet.wiring.remembered import Remembered

STORY = Story("Tarn Harbour Ltd. was charged with fraud.\n", date(2024, 3, 5), "Northern Wire")


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


def test_where_nothing_can_be_written_the_answer_is_the_same(tmp_path: Path) -> None:
    """A file stands where the folder would be."""
    (tmp_path / "news").write_text("", encoding="utf-8")
    assert told(tmp_path)[0].name == "Tarn Harbour Ltd."

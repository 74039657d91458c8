"""The picture of a matter."""

from __future__ import annotations

from datetime import date
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.law import shipped

from licet.reports import timeline
from licet.reports.svg import text
from licet.reports.timeline_scale import Scale, closer, padded
from licet.usecases.history import History, history

SVG = "{http://www.w3.org/2000/svg}"
DAYS = st.dates(date(1990, 1, 1), date(2040, 1, 1))


def _told(about: str, as_of: date = date(2026, 11, 22)) -> History:
    found = history(shipped(), about, as_of)
    assert found is not None
    return found


@pytest.mark.parametrize("about", ["ZTE", "Huawei", "us.bis.zte.authorisation.2018-07-02", "Shi Lirong"])
def test_it_is_a_picture_with_words(about: str) -> None:
    """It is well-formed, has a title and a description, and tells every entry in words."""
    found = _told(about)
    root = ET.fromstring(timeline.build(found))  # noqa: S314  our own output
    assert root.tag == f"{SVG}svg"
    words = " ".join("".join(item.itertext()) for item in root.iter(f"{SVG}text"))
    for entry in found.entries:
        assert entry.day.isoformat() in words
        assert entry.title.split()[0] in words
    for lane in found.lanes:
        assert lane.title.split()[0] in words


def test_states_are_told_in_words_and_talk_as_without_effect() -> None:
    """Nothing hangs on colour alone."""
    picture = timeline.build(_told("ZTE"))
    for words in (
        ">in force<",
        ">suspended<",
        ">permits<",
        "statement: without effect",
        "terminated 2018-07-13",
    ):
        assert words in picture
    assert picture.count("A closer look: 2018-") == 1


def test_the_same_bytes_each_time() -> None:
    """The same law and day draw the same picture."""
    assert timeline.build(_told("ZTE")) == timeline.build(_told("ZTE"))


def test_everything_stands_inside() -> None:
    """No mark and no bar leaves the picture."""
    root = ET.fromstring(timeline.build(_told("ZTE")))  # noqa: S314  our own output
    width, height = float(root.attrib["width"]), float(root.attrib["height"])
    for item in root.iter():
        if item.tag in {f"{SVG}rect", f"{SVG}circle", f"{SVG}text"}:
            x = float(item.attrib.get("x") or item.attrib.get("cx") or 0)
            y = float(item.attrib.get("y") or item.attrib.get("cy") or 0)
            assert 0 <= x <= width, ET.tostring(item)
            assert -10 <= y <= height, ET.tostring(item)
            assert x + float(item.attrib.get("width", 0)) <= width + 0.1


def test_text_is_data() -> None:
    """What a name says cannot become part of the picture."""
    assert text(0, 0, "<script>&") == '<text x="0" y="0">&lt;script&gt;&amp;</text>'


@given(DAYS, DAYS, DAYS)
def test_days_keep_their_order_on_the_line(first: date, last: date, day: date) -> None:
    """A scale never leaves its ends, and later days never stand to the left."""
    first, last = padded(min(first, last), max(first, last))
    scale = Scale(first, last, 100, 500)
    assert 100 <= scale.x(day) <= 600
    assert scale.x(first) <= scale.x(last)
    marks = [mark for mark, _name in scale.calendar()]
    assert marks == sorted(marks)
    assert len(marks) <= 26


@given(st.lists(DAYS, max_size=30))
def test_a_closer_look_holds_half_of_all(days: list[date]) -> None:
    """Where one is taken it shows at least half of the days in a part of the time."""
    days.sort()
    found = closer(days)
    if found is not None:
        inside = [day for day in days if found[0] <= day <= found[1]]
        assert len(inside) * 2 >= len(days)
        assert found[1] - found[0] < days[-1] - days[0]

"""`licet demo`: what a newcomer sees in a screen and a half, and the files from which he goes on."""

from __future__ import annotations

import re
import shlex
import unicodedata
from pathlib import Path

import pytest
from tests.command import Done, licet

from licet import demo

SCREEN_AND_A_HALF = 75
"""Lines: one and a half times fifty."""
WIDTH = 100


@pytest.fixture
def shown(home: Path) -> Done:
    """The demonstration, run once in an empty folder."""
    assert not list(home.iterdir())
    return licet("demo", "-q")


def columns(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in line)


def test_it_tells_of_names_a_shipment_and_news_and_needs_nothing(shown: Done) -> None:
    """Names on three days, 200 customers, a shipment on two days with its law, stories with no law."""
    assert (shown.status, shown.err) == (0, "")
    for words in (
        "as of 2018-04-14: no hit",
        "as of 2018-05-14: 2 hits",
        "as of 2018-07-14: no hit",
        "Boztepe Gemi AS: no hit",
        "200 rows in, ",
        "on 2018-05-14: PROHIBITED",
        "83 FR 17644; 15 CFR 764.3(a)(2)",
        "terminated on 2018-07-13 (83 FR 34825)",
        "on 2018-07-14: NO RESTRICTION FOUND",
        "Nothing found is no permission",
        "no instrument known",
        "only pledged",
    ):
        assert words in shown.out, words


def test_the_tweet_stands_beside_the_prohibition_and_takes_nothing_from_it(shown: Done) -> None:
    """It is told, with its day, where the order still prohibits; and not where the order has ended."""
    first, second = shown.out.partition("on 2018-05-14: PROHIBITED")[2].split("on 2018-07-14: NO RESTRICTION")
    assert "2018-05-13 The President" in first
    assert "no legal effect" in first
    assert "The President" not in second


def test_facts_of_the_stories_are_told_with_their_agreement(shown: Done) -> None:
    """One told by several papers, one by a single one, one told differently; the pledge below them."""
    news = shown.out.partition("\n4. ")[2]
    marks = re.findall(r"^  ([=!-]) ([A-D](?:,[A-D])*) ", news, re.MULTILINE)
    assert [mark for mark, _ in marks] == ["=", "-", "!", "-"]
    assert "A: “three years”" in news
    assert "B: “four years”" in news
    _, _, signal = news.partition("Signal about a customer")
    assert "Fjordvik Sensorikk AS (C105)" in signal
    assert "effect    none" in signal


def test_it_takes_a_screen_and_a_half(shown: Done) -> None:
    """No line wraps at 100 columns."""
    lines = shown.out.splitlines()
    assert len(lines) <= SCREEN_AND_A_HALF
    assert [line for line in lines if columns(line) > WIDTH] == []


def test_the_same_bytes_come_each_time(shown: Done, home: Path) -> None:
    """On the terminal and in every file but the run sheet, which bears the time of its run."""
    first = files(home / "licet-demo")
    again = licet("demo", "-q")
    assert again.out == shown.out
    assert files(home / "licet-demo") == first
    assert set(first) >= {"customers.csv", "customers.screened.csv", "shipments.jsonl", "timeline.html"}


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.endswith(".run.json")
    }


@pytest.mark.usefixtures("shown")
def test_the_stories_are_left_as_they_are_embedded(home: Path) -> None:
    """Every byte: spans count from the same places."""
    for story in demo.stories():
        assert (home / "licet-demo" / "stories" / story.name).read_bytes() == story.content


def test_every_command_it_names_works_and_the_picture_by_hand_is_the_same(shown: Done, home: Path) -> None:
    """Word for word, in the same folder."""
    made = (home / "licet-demo" / "timeline.html").read_bytes()
    _, _, below = shown.out.partition("The same by hand")
    commands = [line.strip() for line in below.splitlines()[1:]]
    assert [command.split()[1] for command in commands] == [
        "screen",
        "shipment",
        "timeline",
        "signals",
        "read",
    ]
    for command in commands:
        done = licet(*shlex.split(command)[1:])
        assert done.status in {0, 1, 3}, (command, done)
    assert (home / "licet-demo" / "timeline.html").read_bytes() == made

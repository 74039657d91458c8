"""The whole reading costs what the story is long, whatever stands in it, and survives words in any order."""

from __future__ import annotations

import random
import re

import pytest
from tests.news.annotated import STORIES
from tests.news.work import lines_run

from licet.news.dates import _FIRST, _RULES
from licet.news.reading import read
from licet.news.story import read_story

PIECES = (
    "the exemption from the ban and ",
    "detained cargo at the port and ",
    "the order ",
    "the ban on Orlo ",
    "lift the ban ",
    "sanctions ",
    "Order ",
    "tariffs of 25 percent on $50 billion ",
    "Orlo Corp., ",
    "said ",
    "it said ",
    ", said ",
    "he said. ",
    '"',
    "“a” ",
    "The ministry barred Orlo from buying chips. ",
    "The ministry barred Orlo from buying chips.\n\n",
    '"The ban is over," said Ada Ek. ',
    "$1 ",
    "1,000 ",
    "Monday ",
    "May 5 ",
    "last ",
    "who ",
    "that ",
    "and ",
    "A ",
    "a\n",
    "\u202e",
    "\ud800",
)
SHORT, TIMES = 2_000, 4


@pytest.fixture(scope="module", autouse=True)
def _tables() -> None:
    """Tables are made by the first story that asks for them: one with names, days and measures does."""
    read(read_story((STORIES / "tuned" / "zahra-wire.txt").read_bytes()))


def _lines(piece: str, size: int) -> int:
    story = read_story("date 2018-05-14 " + (piece * (size // len(piece) + 1))[:size])
    return lines_run(lambda: read(story))


@pytest.mark.parametrize("piece", PIECES)
def test_four_times_the_story_costs_four_times_as_much(piece: str) -> None:
    """No words repeated without end cost more than their length: one line of a megabyte is read."""
    short, long = _lines(piece, SHORT), _lines(piece, TIMES * SHORT)
    assert long < TIMES * short * 1.4 + 2_000


@pytest.mark.parametrize(
    "piece",
    [
        "Canada banned exports. Britain responded in kind. ",
        "It was fined $5 million. The fine on steel stays. ",
    ],
)
def test_what_answers_or_goes_on_about_a_measure_is_not_compared_with_all_before(piece: str) -> None:
    """In a long story the thousandth answer in kind costs what the first did."""
    assert _lines(piece, 8 * SHORT) < TIMES * _lines(piece, 2 * SHORT) * 1.1


def test_words_in_any_order_are_read() -> None:
    """The words of our stories, and their sentences, shuffled: every reading ends, every span is verbatim."""
    chosen = random.Random(5)  # noqa: S311  the same stories in every run
    texts = [path.read_text(encoding="utf-8") for path in sorted(STORIES.glob("tuned/*.txt"))]
    words = [word for text in texts for word in text.split()]
    sentences = [part for text in texts for part in re.split(r"(?<=[.!?]) ", text)]
    for _ in range(30):
        for parts, count in ((words, 150), (sentences, 10)):
            text = "date 2018-05-14 " + " ".join(chosen.choice(parts) for _ in range(count))
            reading = read(read_story(text))
            values = (*reading.parties, *reading.timexes, *reading.amounts, *reading.statements)
            for value in (*values, *reading.measures, *reading.claims):
                for span in value.spans:
                    span.check(text)


def test_one_try_tells_which_rule_of_dates_holds() -> None:
    """Each rule is one group of the pattern that is tried first, so that its number is the rule's."""
    assert _FIRST.groups == len(_RULES)

"""Merging costs what the stories are long: what is told again in the same terms is not compared again."""

from __future__ import annotations

from datetime import date

import pytest
from tests.news.work import lines_run

from licet.news.merging.merge import merge
from licet.news.reading import Reading, read
from licet.news.story import Story

DAY = date(2018, 5, 14)
PIECES = (
    "OFSI fined Orlo Corp. £5 million on 4 May for sales of pumps to Iran. The fine on Orlo Corp. is final. ",
    "The Commerce Department barred Orlo Corp. for seven years from buying American parts on 4 May. ",
    "Orlo Corp. told investors it would cease all production. Its shares fell 5 percent. ",
    "The EU put 11 ships of Orlo Corp. on its sanctions list. The listing takes effect on 5 May. ",
)
TIMES, MOST = 4, 1.4


def _lines(readings: list[Reading]) -> int:
    return lines_run(lambda: merge(readings))


@pytest.mark.parametrize("piece", PIECES)
def test_a_story_that_tells_a_thing_four_times_as_often_costs_four_times_as_much(piece: str) -> None:
    other = read(Story(piece, DAY, "Weekly"))
    once, often = (read(Story(piece * count, DAY)) for count in (40, 40 * TIMES))
    _lines([once, other])  # tables are made
    assert _lines([often, other]) < TIMES * MOST * _lines([once, other])


def test_a_measure_is_told_once_by_each_story_however_many_tell_it() -> None:
    """Tellings of one shape are one measure of many parts, and compared as one."""
    readings = [read(Story(PIECES[1], DAY, f"Paper {number}")) for number in range(40)]
    (measure,) = merge(readings).measures
    assert len(measure.parts) == 40

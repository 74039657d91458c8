"""Claims cost what a story is long: what one of them needs of the others is kept in order."""

from __future__ import annotations

import pytest
from tests.news.work import lines_run

from licet.news.claims.ground import Known
from licet.news.claims.making import claims
from licet.news.layout import layout
from licet.news.modality.gate import Gate
from licet.news.reading import read
from licet.news.story import read_story

PIECES = (
    "Orlo Corp. was fined $5 million. It paid $5 million. ",
    "Talks were held in Oslo as the two countries met. Norway talks. ",
    "Orlo Corp., a maker of pumps, halted operations. Its shares fell 5 percent. ",
    "The ministry fined Orlo Corp. The fine takes effect on 5 May, for 11 of its ships. ",
)
TIMES, MOST = 4, 1.4


def _lines(piece: str, count: int) -> int:
    """Lines that run to make the claims of a story, all else of it being read."""
    story = read_story("date 2018-05-14\n" + piece * count)
    reading, laid = read(story), layout(story)
    gate = Gate(laid, list(reading.parties), list(reading.statements))
    known = Known(reading.parties, reading.timexes, reading.amounts, reading.statements, reading.measures)
    return lines_run(lambda: claims(laid, known, gate))


@pytest.mark.parametrize("piece", PIECES)
def test_four_times_the_claims_cost_four_times_as_much(piece: str) -> None:
    """No claim looks at every measure, sum or party of its story."""
    _lines(piece, 2)  # tables are made
    assert _lines(piece, 80 * TIMES) < TIMES * MOST * _lines(piece, 80)

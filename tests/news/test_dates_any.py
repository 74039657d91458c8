"""Dates in any text: exact spans, days where a shift lies, hostile lines, work in step with the length."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.news.test_dates import MONDAY
from tests.news.work import lines_run

from licet.news.dates import days, read


@given(
    st.dates(date(1600, 1, 1), date(2090, 12, 1)),
    st.sampled_from(["W", "M", "Q", "Y", "D"]),
    st.integers(-60, 60),
)
def test_a_shifted_unit_lies_where_it_should(day: date, unit: str, count: int) -> None:
    """Its interval is near the day shifted by as many units of average length."""
    value = days.shifted(day, unit, count)
    assert value is not None
    reach = days.interval(value)
    assert reach is not None
    size = {"D": 1, "W": 7, "M": 30.44, "Q": 91.3, "Y": 365.25}[unit]
    middle = day + timedelta(size * count)
    assert reach[0] - timedelta(size + 3) <= middle <= reach[1] + timedelta(size + 3)


WORDS = st.sampled_from(
    [
        "the",
        "a",
        "last",
        "weekend",
        "quarter",
        "summer",
        "weekday",
        "decade",
        "century",
        "and a half",
        "another",
        "or next",
        "next",
        "this",
        "May",
        "march",
        "2",
        "30",
        "2018",
        "week",
        "of",
        "year",
        "Monday",
        "ago",
        "-",
        ",",
        ".",
        "'s",
        "second",
        "half",
        "and",
        "quarter",
        "early",
        "end",
        "every",
        "times",
        "after",
        "said",
        "will",
        "recent",
        "\u202e",
        "\u2066",
        "“",
        "”",
        "'",
        '"',
        "\n\n",
        "9999999999999999999999999",
        "１２",
        "٣",
        "—",
        "Q3",
        "3Q",
        "FY",
        "4/22",
        "2/30",
        "3-5",
        "-17",
        "2018-",
        "15th",
        "overnight",
        "GMT",
        "1030",
        "another",
        "from",
        "to",
        "today",
        "on",
        "5",
        "p.m.",
        "in",
    ]
)


@settings(deadline=None)
@given(st.lists(WORDS, max_size=40).map(" ".join) | st.text(max_size=200), st.none() | st.dates())
def test_any_text_is_read_with_exact_spans(text: str, dated: date | None) -> None:
    """Whatever the text: no error, spans that stand in it, in order and apart; the same answer twice."""
    found = read(text, dated)
    place = 0
    for value in found:
        value.check(text)
        assert value.spans[0].start >= place
        place = value.spans[0].end
    assert read(text, dated) == found


@pytest.mark.parametrize(
    "piece", ["May ", "one-", "1,000", "the ", '"', "\u202e", "2018-", "\n ", "a.", "days after "]
)
def test_a_hostile_line_is_read_piece_by_piece(piece: str) -> None:
    """Ten times the line gives at most ten times the expressions, each no longer than its grammar allows."""
    short, long = (read(piece * count, MONDAY) for count in (2_000, 20_000))
    assert len(long) <= 10 * len(short) + 10
    assert all(len(value.spans[0].text) < 300 for value in long)


@pytest.mark.parametrize(
    "unit",
    [
        "q1 ",
        "May 3-",
        "in three weeks ",
        "the first ",
        "the first in ",
        "4/4 ",
        "from July ",
        "ed to ",
        "2018-19-",
        "May ",
        "one-",
        "1,000",
        "the ",
        '"',
        "\u202e",
        "2018-",
        "\n ",
        "a.",
        "days after ",
    ],
)
def test_work_grows_with_the_text_and_not_with_its_square(unit: str) -> None:
    """Twice the line, twice the work."""
    read(unit, MONDAY)
    once, twice = (lines_run(partial(read, unit * count, MONDAY)) for count in (300, 600))
    assert twice <= 2.2 * once + 200

"""Dates as general news tells them: ages, times with their day, what is to come, what followed a month."""

from __future__ import annotations

import pytest
from tests.news.test_dates import one, values

from licet.model.news import TimexType


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("A 12-year-old boy ran.", "12-year-old", "P12Y"),
        ("The boy is 12 years old.", "12 years old", "P12Y"),
        ("A three-week-old strike ended.", "three-week-old", "P3W"),
        ("It came a day after the vote.", "a day", "P1D"),
        ("It came a day before the vote.", "a day", "P1D"),
    ],
)
def test_ages_and_a_day_after_are_lengths(text: str, words: str, value: str) -> None:
    assert values(text) == [(words, value)]
    assert one(text).type is TimexType.DURATION


def test_a_thing_paid_a_day_has_no_length() -> None:
    assert values("It costs $3 a day.") == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("A debate is set for May 16 at 7 p.m. in Oslo.", "2018-05-16T19:00"),
        ("The ban runs until Thursday at 6 a.m.", "2018-05-17T06:00"),
        ("They came in at 1.20 pm on 6 May.", "2018-05-06T13:20"),
        ("They came in at 1.20 pm on May 6.", "2018-05-06T13:20"),
        ("They came in at 6 a.m. and left.", "2018-05-14T06:00"),
    ],
)
def test_a_time_of_day_takes_the_day_beside_it(text: str, value: str) -> None:
    assert value in [found for _, found in values(text)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The row came 29 days before the June 12 vote.", "2018-06-12"),
        ("It was printed after the April 3 vote.", "2018-04-03"),
        ("He insisted that orders for June were good.", "2018-06"),
        ("He insisted that orders for March were good.", "2018-03"),
        ("It warned that profits for the year to August would fall.", "2018-08"),
        ("Most homes will have power again by Thursday night.", "2018-05-17TNI"),
        ("It may have closed the plant on Thursday.", "2018-05-10"),
        ("Some homes could wait until the weekend.", "2018-W20-WE"),
        ("They met over the weekend.", "2018-W19-WE"),
    ],
)
def test_what_no_verb_governs_is_near_and_what_is_to_come_lies_ahead(text: str, value: str) -> None:
    assert value in [found for _, found in values(text)]


def test_a_year_later_counts_from_the_month_told_before_in_the_sentence() -> None:
    assert values("It shut the yard in June 2015 and sold it a year later.")[1] == ("a year later", "2016")
    assert values("It shut the yard in June 2015 and sold it two months later.")[1][1] == "2015-08"
    assert values("It shut the yard in June 2015. Two months later it fell.")[1][1] == "P2M"
    assert values("It shut on June 3, 2015, and was sold a year later.")[1][1] == "2016"


def test_who_took_over_two_years_ago_took_no_more_than_two_years() -> None:
    assert values("She took over two years ago.") == [("two years ago", "2016")]
    assert values("She left over two years ago.") == [("over two years ago", "2016")]

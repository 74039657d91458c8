"""Dates of news: values as TIMEX3, their days, and what is left open."""

from __future__ import annotations

import json
from datetime import date

import pytest
from tests.shared import DATA, needs_shared

from licet.model.news import Mod, Side, Timex, TimexType
from licet.news.dates import read

MONDAY = date(2018, 5, 14)
STORIES = DATA.parent / "stories"


def values(text: str, dated: date | None = MONDAY) -> list[tuple[str, str | None]]:
    return [(value.spans[0].text, value.value.value) for value in read(text, dated)]


def one(text: str, dated: date | None = MONDAY) -> Timex:
    (value,) = read(text, dated)
    return value.value


def read_as(text: str, expected: dict[str, str | None]) -> None:
    assert dict(values(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The order of 04/15/2018 stands.", {"04/15/2018": "2018-04-15"}),
        ("The order of 15.04.2018 stands.", {"15.04.2018": "2018-04-15"}),
        ("On April 15, 2018, Commerce acted.", {"April 15, 2018": "2018-04-15"}),
        ("On 15 April 2018 Commerce acted.", {"15 April 2018": "2018-04-15"}),
        ("It acted on Sunday, April 15.", {"Sunday, April 15": "2018-04-15"}),
        ("It was fined in the first quarter of 2017.", {"the first quarter of 2017": "2017-Q1"}),
        ("Sales fell in Q3 2017.", {"Q3 2017": "2017-Q3"}),
        ("It was fined in the first half of 2017.", {"the first half of 2017": "2017-H1"}),
        ("It was listed in the summer of 2016.", {"the summer of 2016": "2016-SU"}),
        ("It grew in the 1990s.", {"the 1990s": "199"}),
        ("It began in the 19th century.", {"the 19th century": "18"}),
        ("He was arrested in December.", {"December": "2017-12"}),
        ("Talks will be held in December.", {"December": "2018-12"}),
        ("It was signed in mid-March.", {"mid-March": "2018-03"}),
        ("It was signed in May of last year.", {"May of last year": "2017-05"}),
        ("The first week of April was quiet.", {"The first week of April": "2018-W13"}),
    ],
)
def test_named_dates(text: str, expected: dict[str, str | None]) -> None:
    """A month without a year lies behind the story unless a future verb governs it."""
    read_as(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trump said Sunday that talks will continue.", {"Sunday": "2018-05-13"}),
        ("The panel will meet on Thursday.", {"Thursday": "2018-05-17"}),
        ("The panel met on Thursday.", {"Thursday": "2018-05-10"}),
        ("The rule will be published Friday.", {"Friday": "2018-05-18"}),
        ("The rule was published Friday.", {"Friday": "2018-05-11"}),
        ("The hearing is scheduled for Tuesday.", {"Tuesday": "2018-05-15"}),
        ("It was suspended last Monday.", {"last Monday": "2018-05-07"}),
        ("The vote is next Monday.", {"next Monday": "2018-05-21"}),
        ("It happened late Friday night.", {"late Friday night": "2018-05-11TNI"}),
        (
            "He spoke yesterday and will speak tomorrow.",
            {"yesterday": "2018-05-13", "tomorrow": "2018-05-15"},
        ),
        ("It was lifted the day before yesterday.", {"the day before yesterday": "2018-05-12"}),
        ("It was lifted two weeks ago.", {"two weeks ago": "2018-W18"}),
        ("It closed at 5 p.m. Friday.", {"5 p.m. Friday": "2018-05-11T17:00"}),
        ("Last weekend it closed.", {"Last weekend": "2018-W19-WE"}),
        ("It was struck over the weekend.", {"the weekend": "2018-W19-WE"}),
        ("He said this weekend that it was struck.", {"this weekend": "2018-W19-WE"}),
        ("It will be struck this weekend.", {"this weekend": "2018-W20-WE"}),
        ("It could come as soon as next week.", {"next week": "2018-W21"}),
        ("Talks end by the end of the year.", {"the end of the year": "2018"}),
    ],
)
def test_dates_counted_from_the_story(text: str, expected: dict[str, str | None]) -> None:
    """News looks back; a future verb turns it round."""
    read_as(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a ban of seven years", {"seven years": "P7Y"}),
        ("the seven-year ban", {"seven-year": "P7Y"}),
        ("within 90 days", {"90 days": "P90D"}),
        ("for another 90 days", {"another 90 days": "P90D"}),
        ("over the next seven years", {"the next seven years": "P7Y"}),
        ("it follows months of talks", {"months": "PXM"}),
        ("for more than two and a half years", {"more than two and a half years": "P2.5Y"}),
        ("a wait of half a year", {"half a year": "P6M"}),
        ("for the past three months", {"the past three months": "P3M"}),
        ("talks of several hours", {"several hours": "PTXH"}),
        ("reports are due every 90 days", {"every 90 days": "P90D"}),
        ("it meets twice a week", {"twice a week": "P1W"}),
        ("they meet on Mondays", {"Mondays": "XXXX-WXX-1"}),
    ],
)
def test_lengths_and_times_that_come_again(text: str, expected: dict[str, str | None]) -> None:
    """Seven years are seven years, never a day seven years ago."""
    read_as(text, expected)
    assert all(value.value.first is None for value in read(text, MONDAY))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tariffs imposed from July 1 stay.", {"July 1": "2018-07-01"}),
        ("The tariffs were imposed from July 1.", {"July 1": "2017-07-01"}),
        ("It extended the reprieve to July 31.", {"July 31": "2018-07-31"}),
        ("It was promised an exemption until the end of June.", {"the end of June": "2018-06"}),
        ("The yard was closed until March.", {"March": "2018-03"}),
        ("By Wednesday it had gone.", {"Wednesday": "2018-05-09"}),
        ("The ban would have expired on Sunday.", {"Sunday": "2018-05-20"}),
        ("The file is due by Wednesday.", {"Wednesday": "2018-05-16"}),
        ("The rule takes effect on Tuesday.", {"Tuesday": "2018-05-15"}),
        ("He threatened a tariff on wine to start on June 1.", {"June 1": "2018-06-01"}),
        ("The levy was to start on June 1.", {"June 1": "2018-06-01"}),
        ("They imposed a levy that kicks in on June 1.", {"June 1": "2018-06-01"}),
        ("He threatened a tariff on wine on June 1.", {"June 1": "2018-06-01"}),
        ("He threatened them on March 1.", {"March 1": "2018-03-01"}),
        ("The levy started on June 1.", {"June 1": "2017-06-01"}),
        ("The licence expires in August.", {"August": "2018-08"}),
        ("Dockers vote on the offer on Tuesday.", {"Tuesday": "2018-05-15"}),
        ("Dockers drew up the offer on Tuesday.", {"Tuesday": "2018-05-08"}),
        ("Officials are to meet in three weeks.", {"three weeks": "2018-W23"}),
        ("The two will meet in two days.", {"two days": "2018-05-16"}),
        ("It was built in three weeks.", {"three weeks": "P3W"}),
        ("It would be the first such ban in three years.", {"three years": "P3Y"}),
        ("It would be the largest in three years.", {"three years": "P3Y"}),
        ("It will act within two weeks.", {"two weeks": "P2W"}),
        ("It ran between January and March 2017.", {"January": "2017-01", "March 2017": "2017-03"}),
        ("It ran from November to March 2017.", {"November": "2016-11", "March 2017": "2017-03"}),
        ("It happened overnight.", {"overnight": "2018-05-13TNI"}),
        ("The delegation will fly overnight.", {"overnight": "2018-05-14TNI"}),
        ("This past weekend it closed.", {"This past weekend": "2018-W19-WE"}),
        ("It opens two weeks from today.", {"two weeks from today": "2018-W22"}),
        ("Shares fell by 1030 GMT.", {"1030 GMT": "2018-05-14T10:30"}),
        ("It lapses at midnight on Sunday.", {"midnight": "2018-05-20T24:00", "Sunday": "2018-05-20"}),
    ],
)
def test_the_verb_and_the_word_before_tell_the_side(text: str, expected: dict[str, str | None]) -> None:
    """A present that schedules looks ahead; an end or a beginning is the nearest one under a past verb."""
    read_as(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was signed 4/22 in Geneva.", {"4/22": "2018-04-22"}),
        ("The order came on 4/5.", {"4/5": "2018-04-05"}),
        ("It was signed on 14-May-2018.", {"14-May-2018": "2018-05-14"}),
        ("They met on May 3-5.", {"May 3-5": "2018-05-03/2018-05-05"}),
        ("They met in the week beginning 9 April.", {"the week beginning 9 April": "2018-W15"}),
        ("They met in the week of May 7.", {"the week of May 7": "2018-W19"}),
        ("The rule takes effect on the 15th.", {"the 15th": "2018-05-15"}),
        ("It came on the 20th of last month.", {"the 20th of last month": "2018-04-20"}),
        ("It came in the second half of April.", {"the second half of April": "2018-04"}),
        ("It came late in April.", {"late in April": "2018-04"}),
        ("It came late in the year.", {"late in the year": "2018"}),
        ("Sales of 2016-17 fell.", {"2016-17": "2016/2017"}),
        ("Sales of 1999-00 fell.", {"1999-00": "1999/2000"}),
        ("Sales of 2016/17 fell.", {"2016/17": "2016/2017"}),
        ("Sales fell in FY2017 and FY18.", {"FY2017": "2017", "FY18": "2018"}),
        ("Sales fell in fiscal year 2017.", {"fiscal year 2017": "2017"}),
        ("Sales fell in 3Q 2017.", {"3Q 2017": "2017-Q3"}),
        ("It lay there the whole winter.", {"the whole winter": "2017-WI"}),
        ("It lasts another year.", {"another year": "P1Y"}),
        ("It has two months and ten days to appeal.", {"two months and ten days": "P2M10D"}),
        ("A wait of 1 hour, 30 minutes.", {"1 hour, 30 minutes": "PT1H30M"}),
        ("It paid at Christmas.", {"Christmas": "2017-12-25"}),
        ("It will pay by New Year's Eve.", {"New Year's Eve": "2018-12-31"}),
        ("It starts at 1.30pm.", {"1.30pm": "2018-05-14T13:30"}),
        ("By mid-morning it was gone.", {"mid-morning": "2018-05-14TMO"}),
        (
            "It came on April 15. It ended the day after.",
            {"April 15": "2018-04-15", "the day after": "2018-04-16"},
        ),
        ("Every February it comes back.", {"Every February": "XXXX-02"}),
        ("He writes every second Friday.", {"every second Friday": "P2W"}),
    ],
)
def test_days_and_stretches_of_the_calendar(text: str, expected: dict[str, str | None]) -> None:
    """Figures, ordinals, spans and halves, as papers and companies write them."""
    read_as(text, expected)


def test_stretches_hold_all_their_days() -> None:
    """Both ends included."""
    assert [
        (t.first, t.last) for t in (one("on May 3-5"), one("the second half of April"), one("in 2016-17"))
    ] == [
        (date(2018, 5, 3), date(2018, 5, 5)),
        (date(2018, 4, 16), date(2018, 4, 30)),
        (date(2016, 1, 1), date(2017, 12, 31)),
    ]


def test_earlier_and_later_are_bounded_by_the_story() -> None:
    """Earlier this year lies before its day, later this month behind it."""
    earlier, later = one("It fell earlier this year."), one("It will fall later this month.")
    assert (earlier.first, earlier.last) == (date(2018, 1, 1), MONDAY)
    assert (later.first, later.last) == (MONDAY, date(2018, 5, 31))


def test_this_week_is_an_interval() -> None:
    """From Monday to Sunday, both included."""
    timex = one("The countries prepare for talks this week.")
    assert (timex.value, timex.first, timex.last) == ("2018-W20", MONDAY, date(2018, 5, 20))


def test_this_week_or_next_is_two_alternatives() -> None:
    """The unit that is left out is the one before."""
    read_as("The meeting is expected this week or next.", {"this week": "2018-W20", "next": "2018-W21"})


def test_what_was_said_this_year_lies_behind_the_story() -> None:
    """A past verb bounds the year by the story's day."""
    timex = one("Officials said this year that nobody was disciplined.")
    assert (timex.first, timex.last) == (date(2018, 1, 1), MONDAY)


def test_early_may_is_its_first_ten_days() -> None:
    """The modifier is kept and narrows the interval."""
    timex = one("It said in early May that it had stopped.")
    assert (timex.value, timex.mod, timex.first, timex.last) == (
        "2018-05",
        Mod.START,
        date(2018, 5, 1),
        date(2018, 5, 10),
    )


def test_days_after_an_event_keep_it_and_invent_no_day() -> None:
    """The clause is the anchor."""
    timex = one("He pledged help, days after the yard said it would stop work, a shift in tone.")
    assert (timex.type, timex.value, timex.first, timex.last) == (TimexType.DURATION, "PXD", None, None)
    assert timex.anchor is not None
    assert timex.anchor.side is Side.AFTER
    assert timex.anchor.event.text == "the yard said it would stop work"


def test_two_days_later_counts_from_the_day_told_before() -> None:
    """Without such a day it stays a length."""
    assert values("The ban came on April 15. Two days later ZTE stopped.")[1] == (
        "Two days later",
        "2018-04-17",
    )
    assert one("Two days later ZTE stopped.").type is TimexType.DURATION


@pytest.mark.parametrize(
    "text",
    [
        "The company may appeal.",
        "It may 2 or 3 times have erred.",
        "Workers march in the capital.",
        "May they rest.",
        "The price of $2018 was paid.",
        "Some 2000 people came.",
        "The second company was fined.",
        "He has a 12-year-old son.",
        "Prices fall and spring back.",
        "as recently as",
        "It said that month by month",
        "It works 24/7, and 4/5 of them do.",
        "The attacks of 9/11 changed it.",
        "The 15th round failed on the 15th floor.",
        "An overnight raid was no news to Port Weekly.",
    ],
)
def test_words_that_are_no_dates(text: str) -> None:
    """The verb may, sums, crowds and ages are not read as dates."""
    assert [value for _, value in values(text) if value and value[0] in "12X"] == []


def test_may_is_a_month_with_a_capital_and_a_preposition() -> None:
    """The month and the verb in one sentence."""
    read_as("In May it may stop.", {"May": "2018-05"})


def test_a_story_without_a_day_leaves_relative_dates_open() -> None:
    """Absolute dates stay; nothing is taken from any clock."""
    found = dict(values("On Sunday and last month, in April and on April 15, 2018, two weeks ago.", None))
    assert found == {
        "Sunday": "XXXX-WXX-7",
        "last month": None,
        "April": "XXXX-04",
        "April 15, 2018": "2018-04-15",
        "two weeks ago": None,
    }
    assert all(value.value.first is None for value in read("On Sunday, last month, yesterday, now.", None))


def test_days_that_do_not_exist_are_not_read() -> None:
    """Neither 30 February nor month 13."""
    assert [
        value for _, value in values("On February 30, 2018 and 2018-13-45.") if value and "-" in value
    ] == []


@needs_shared
def test_the_dates_of_the_two_stories_are_all_right() -> None:
    """Span, type, value, modifier and days of every expression that the annotation counts."""
    gold = json.loads((STORIES / "gold.json").read_text("utf-8"))
    for told in gold["documents"]:
        with (STORIES / told["file"]).open(encoding="utf-8", newline="") as file:
            found = {(v.spans[0].start, v.spans[0].end): v.value for v in read(file.read(), MONDAY)}
        wanted = [mark for mark in gold["timex"] if mark["doc"] == told["id"]]
        assert set(found) <= {(mark["start"], mark["end"]) for mark in wanted}
        for mark in wanted:
            if mark["text"] == "first year":  # the annotation's own trap: a line that is no news
                continue
            timex = found[mark["start"], mark["end"]]
            days_told = (timex.first and timex.first.isoformat(), timex.last and timex.last.isoformat())
            assert (timex.type, timex.value, timex.mod) == (mark["type"], mark["value"], mark["mod"])
            assert days_told == (mark["iso_begin"], mark["iso_end"])

"""Amounts of news: exact values, bounds kept, and what the money is."""

from __future__ import annotations

import json
from decimal import Decimal
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.news.work import lines_run
from tests.shared import DATA, needs_shared

from licet.model.news import Amount, AmountKind, Bound, MoneyRole
from licet.news.amounts import read

STORIES = DATA.parent / "stories"


def one(text: str) -> Amount:
    (value,) = read(text)
    return value.value


@pytest.mark.parametrize(
    ("text", "span", "value", "unit"),
    [
        ("It paid $1.19 billion.", "$1.19 billion", "1190000000", "USD"),
        ("It paid US$5bn.", "US$5bn", "5000000000", "USD"),
        ("It paid HK$40 million.", "HK$40 million", "40000000", "HKD"),
        ("It paid EUR 2.5m.", "EUR 2.5m", "2500000", "EUR"),
        ("It paid 300 million yuan.", "300 million yuan", "300000000", "CNY"),
        ("It paid 20 million Swiss francs.", "20 million Swiss francs", "20000000", "CHF"),
        ("It paid 20 million francs.", "20 million francs", "20000000", ""),
        ("It paid two hundred thousand pounds.", "two hundred thousand pounds", "200000", "GBP"),
        (
            "It paid thirteen dollars and forty-five cents.",
            "thirteen dollars and forty-five cents",
            "13.45",
            "USD",
        ),
        ("It paid half a million dollars.", "half a million dollars", "500000", "USD"),
        ("It paid £250,000.", "£250,000", "250000", "GBP"),
        ("It paid 0.1 euros.", "0.1 euros", "0.1", "EUR"),
        ("It paid 35 lakh Indian rupees.", "35 lakh Indian rupees", "3500000", "INR"),
        ("It paid RM14 million.", "RM14 million", "14000000", "MYR"),
        ("It paid SFr34m.", "SFr34m", "34000000", "CHF"),
        ("It paid Rs 6,150 crore.", "Rs 6,150 crore", "61500000000", ""),
        ("It paid Rp5 trillion.", "Rp5 trillion", "5000000000000", "IDR"),
    ],
)
def test_money(text: str, span: str, value: str, unit: str) -> None:
    """Symbol, code or word, times magnitude, as an exact decimal."""
    (found,) = read(text)
    assert found.spans[0].text == span
    assert (found.value.kind, found.value.value, found.value.unit) == (AmountKind.MONEY, Decimal(value), unit)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("It will cost $5 million to $10 million.", "5000000", "10000000"),
        ("It will cost $5 to $10 million.", "5000000", "10000000"),
        ("It will cost between 5 and 10 million euros.", "5000000", "10000000"),
        ("It will cost $1-2 billion.", "1000000000", "2000000000"),
    ],
)
def test_ranges_keep_both_ends(text: str, low: str, high: str) -> None:
    """The magnitude that is told once counts for both ends."""
    amount = one(text)
    assert (amount.value, amount.high) == (Decimal(low), Decimal(high))


def test_a_rise_to_a_sum_is_no_range() -> None:
    """Two sums, each its own."""
    assert [
        found.value.value for found in read("It rose from $5 million in May and fell to $3 million.")
    ] == [
        Decimal(5_000_000),
        Decimal(3_000_000),
    ]


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("tariffs on as much as $60 billion", Bound.UP_TO),
        ("up to $60 billion", Bound.UP_TO),
        ("no more than $60 billion", Bound.UP_TO),
        ("more than $60 billion", Bound.MORE_THAN),
        ("at least $60 billion", Bound.AT_LEAST),
        ("$60 billion or more", Bound.AT_LEAST),
        ("nearly $60 billion", Bound.LESS_THAN),
        ("about $60 billion", Bound.ABOUT),
        ("the $60 billion", Bound.EXACT),
    ],
)
def test_bounds_are_kept(text: str, bound: Bound) -> None:
    """As much as sixty is not sixty."""
    (found,) = read(text)
    assert (found.value.value, found.value.bound) == (Decimal(60_000_000_000), bound)
    assert len(found.spans) == 1 + (bound is not Bound.EXACT)


def test_what_money_is_comes_from_the_noun_that_governs_it() -> None:
    """A fine, the part of it that is suspended, money in escrow: three sums, three roles."""
    text = "ZTE will pay a fine of $1 billion, with $300 million suspended, and put $400 million in escrow."
    assert [(found.value.value, found.value.role) for found in read(text)] == [
        (Decimal(1_000_000_000), MoneyRole.FINE),
        (Decimal(300_000_000), MoneyRole.SUSPENDED),
        (Decimal(400_000_000), MoneyRole.ESCROW),
    ]
    goods = read("The king wants tariffs on as much as $70 billion in Danish goods.")[0].value
    assert goods.role is MoneyRole.GOODS
    assert goods.governor is not None
    assert goods.governor.text == "goods"


def test_money_that_nothing_governs_has_no_role() -> None:
    """No role is guessed."""
    assert one("He had $5 with him.").role is None


@pytest.mark.parametrize(
    ("text", "kind", "value", "unit", "bound"),
    [
        ("It has more than 70,000 employees.", AmountKind.COUNT, "70000", "employees", Bound.MORE_THAN),
        ("It sold 1.2 million phones.", AmountKind.COUNT, "1200000", "phones", Bound.EXACT),
        ("It holds about 30 percent of the market.", AmountKind.PERCENT, "30", "%", Bound.ABOUT),
        ("It fell by 4.8%.", AmountKind.PERCENT, "4.8", "%", Bound.EXACT),
    ],
)
def test_counts_and_percentages(text: str, kind: AmountKind, value: str, unit: str, bound: Bound) -> None:
    """With the noun that is counted."""
    amount = one(text)
    assert (amount.kind, amount.value, amount.unit, amount.bound) == (kind, Decimal(value), unit, bound)


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("It fell by between 5 and 10 percent.", "5", "10", "%"),
        ("It fell by 5 to 10 percent.", "5", "10", "%"),
        ("It fell by 5-10%.", "5", "10", "%"),
        ("It set tariffs of 5% to 10%.", "5", "10", "%"),
        ("It owns between 5 and 10 companies.", "5", "10", "companies"),
        ("It feeds 5 to 10 million people.", "5000000", "10000000", "people"),
    ],
)
def test_percentages_and_counts_have_ranges(text: str, low: str, high: str, unit: str) -> None:
    """The unit that is told once counts for both ends."""
    amount = one(text)
    assert (amount.value, amount.high, amount.unit) == (Decimal(low), Decimal(high), unit)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It raised tariffs from 10 to 25 percent.", ["10", "25"]),
        ("It raised tariffs from 10% to 25%.", ["10", "25"]),
        ("Sales rose from $5 million to $10 million.", ["5000000", "10000000"]),
        ("It had tariffs of 10 percent and 25 percent.", ["10", "25"]),
    ],
)
def test_a_change_is_two_amounts(text: str, expected: list[str]) -> None:
    """What rose from one figure to another is no range."""
    found = [value.value for value in read(text)]
    assert [(amount.value, amount.high) for amount in found] == [(Decimal(value), None) for value in expected]
    assert len({amount.unit for amount in found}) == 1


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("It owns 11 of its vessels.", "vessels"),
        ("It listed 12 Chinese chip companies.", "companies"),
        ("It rose by 2.5 percentage points.", "percentage points"),
        ("It set a 25-percent tariff.", "%"),
    ],
)
def test_what_is_counted_is_the_noun_that_ends_the_phrase(text: str, unit: str) -> None:
    """Not the adjective that stands next."""
    assert one(text).unit == unit


@pytest.mark.parametrize(
    "day", ["Sept. 8", "Sept 8", "September 8", "8 September", "Nov. 12", "Jan. 3, 2026"]
)
def test_the_day_of_a_month_counts_nothing(day: str) -> None:
    """Whatever word stands behind it, and though a stop stands between month and day."""
    assert read(f"The order of {day} remains in force.") == ()


@pytest.mark.parametrize(
    "text",
    [
        "On May 14, 2018 it stopped.",
        "In 2017 officials fined it.",
        "Within 90 days it must act.",
        "Two people said so.",
        "He won 5 won matches on mad Mondays.",
        "The dollar fell.",
        "It closed at 5 p.m. on 05/14/2018.",
        "Under Article 290 obligations and Item 20.1 Other it owed its 737-200 jets.",
    ],
)
def test_what_is_no_amount(text: str) -> None:
    """Dates, spans of time, numbers in words and a currency without a sum."""
    assert [found.value for found in read(text) if found.value.kind is AmountKind.MONEY] == []
    assert not [found for found in read(text) if "20" in found.spans[0].text or "90" in found.spans[0].text]


PIECES = [
    "$",
    "€",
    "US$",
    "5",
    "10",
    "1.19",
    "70,000",
    "million",
    "bn",
    "billion",
    "to",
    "and",
    "between",
    "-",
    ",",
    ".",
    "dollars",
    "cents",
    "euros",
    "yuan",
    "half",
    "a",
    "quarter",
    "quarters",
    "up",
    "to",
    "as",
    "much",
    "as",
    "%",
    "percent",
    "from",
    "of",
    "its",
    "rose",
    "percentage",
    "points",
    "per",
    "cent",
    "fine",
    "goods",
    "9999999999999999999999999999",
    "\u202e",
    "“",
    "’",
    "１２",
    "won",
    "or",
    "more",
    "people",
]


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join) | st.text(max_size=200))
def test_any_text_is_read_with_exact_spans(text: str) -> None:
    """Whatever the text: no error, spans that stand in it, none over another, high above low."""
    found = read(text)
    place = 0
    for value in found:
        value.check(text)
        assert value.spans[0].start >= place
        place = value.spans[0].end
        assert value.value.high is None or value.value.high > value.value.value
    assert read(text) == found


@pytest.mark.parametrize("piece", ["$", "$1 ", "1 to ", "half a million ", "one-", "between 1 and ", "9"])
def test_a_hostile_line_is_read_piece_by_piece(piece: str) -> None:
    """Ten times the line gives at most ten times the amounts."""
    short, long = (read(piece * count) for count in (1_000, 10_000))
    assert len(long) <= 10 * len(short) + 10


@pytest.mark.parametrize(
    "unit",
    [
        "from 5% to ",
        "5 to 10 ",
        "between 1 and 2 ",
        "rose from 1 to ",
        "9 a a a ",
        "$",
        "$1 ",
        "1 to ",
        "half a million ",
        "one-",
        "between 1 and ",
        "9",
    ],
)
def test_work_grows_with_the_text_and_not_with_its_square(unit: str) -> None:
    """Twice the line, twice the work."""
    read(unit)
    once, twice = (lines_run(partial(read, unit * count)) for count in (300, 600))
    assert twice <= 2.2 * once + 200


@needs_shared
def test_the_amounts_of_the_two_stories_are_all_right() -> None:
    """Value, currency and bound of every amount that the annotation gives in figures, and nothing else."""
    gold = json.loads((STORIES / "gold.json").read_text("utf-8"))
    wanted = {
        (mark["number_span"]["doc"], mark["number_span"]["start"]): mark
        for mark in gold["amounts"]
        if "number_span" in mark
    }
    read_in = {}
    for told in gold["documents"]:
        with (STORIES / told["file"]).open(encoding="utf-8", newline="") as file:
            for found in read(file.read()):
                read_in[told["id"], found.spans[0].start] = found
    assert set(read_in) == set(wanted)
    for place, found in read_in.items():
        mark, amount = wanted[place], found.value
        assert found.spans[0].text == mark["number_span"]["text"]
        assert (amount.value, amount.bound) == (Decimal(mark["value"]), mark["qualifier"])
        assert amount.unit == mark.get("currency", mark.get("unit"))

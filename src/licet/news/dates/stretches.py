"""Rules of stretches of the calendar: days of a month, half a month, several years; a day without a month."""

from __future__ import annotations

from datetime import timedelta

from licet.model.news import Mod, Timex, TimexType
from licet.news.dates import days
from licet.news.dates.absolute import named_day, named_month
from licet.news.dates.found import Found, on_date, rule, unresolved
from licet.news.dates.tense import Side

_BEFORE_A_DAY = frozenset(("on", "by", "until", "till", "from", "since", "through", "before", "after", "of"))
_CLOSERS = frozenset(("at", "to", "for", "with", "when", "that", "as", "by", "after", "before", "because"))
_LONGEST_SPAN = 20


def _days(found: Found) -> Timex | None:
    """Read `May 3-5`: one expression over some days."""
    first, day, until = named_day(found), found.whole("day"), found.whole("until")
    if first is None or first.value is None or day is None or until is None or until <= day:
        return None
    last = on_date(f"{first.value[:-2]}{until:02d}")
    if first.first is None or last is None:
        return None
    return Timex(TimexType.DATE, f"{first.value}/{last.value}", None, first.first, last.last)


def _day_of_month(found: Found) -> Timex | None:
    """Read `the 15th`, `the 15th of this month`: without a month the nearest one on the side of the verb."""
    day, shift, dated = found.whole("day"), found.whole("shift"), found.dated
    reading, end = found.reading, found.end
    if day is None or found.text("unit") not in {"", "M"}:
        return None
    if shift is None:
        closes = reading.kinds[end : end + 1] in {"", ".", ",", ";", "v", "&"} or reading.low(end) in _CLOSERS
        if reading.low(found.begin - 1) not in _BEFORE_A_DAY or not closes:
            return None
        if dated is not None:
            shift = 0
            if found.side is Side.FUTURE:
                shift = int(day < dated.day)
            elif day > dated.day:
                shift = -1
    if dated is None or shift is None:
        return unresolved(value=f"XXXX-XX-{day:02d}")
    return on_date(f"{days.shifted(dated, 'M', shift)}-{day:02d}")


def _half_of_month(found: Found) -> Timex | None:
    """Read `the second half of May`: days 1 to 15, or the rest."""
    month, number = named_month(found), found.whole("number")
    if month is None or month.first is None or month.last is None or number not in {1, 2}:
        return None
    middle = month.first.replace(day=15)
    if number == 1:
        return Timex(TimexType.DATE, month.value, Mod.START, month.first, middle)
    return Timex(TimexType.DATE, month.value, Mod.END, middle + timedelta(1), month.last)


def _years(found: Found) -> Timex | None:
    """Read `2016-17`: one expression over two years or more."""
    year, tokens = found.whole("year"), found.reading.tokens[found.begin : found.end]
    number = tokens[-1].number
    if year is None or number is None or tokens[-1].end - tokens[0].start != 7:
        return None
    until = year - year % 100 + int(number)
    until += 100 if until < year else 0
    if number != int(number) or not (
        until == year + 1 or (number > 12 and year < until < year + _LONGEST_SPAN)
    ):
        return None
    first, last = on_date(f"{year}"), on_date(f"{until}")
    return first and last and Timex(TimexType.DATE, f"{year}/{until}", None, first.first, last.last)


RULES = (
    rule("days_of_month", r"(?P<month>M)·?(?P<day>d)-(?P<until>d)(?!-?[Uu])(?:,?f?(?P<year>y))?", _days),
    rule("day_of_month", r"t(?P<day>o)(?:f(?P<shift>k)(?P<unit>U)|(?![-f]))", _day_of_month),
    rule("half_of_month", r"t?(?P<number>O)-?Hf(?P<month>M)(?:·?,?f?(?P<year>y))?", _half_of_month),
    rule("years", r"(?P<year>y)[-/][dn]", _years),
)

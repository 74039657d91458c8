"""Rules of dates that are counted from the story's day, or from the last day that the story told."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from licet.model.news import Mod, Timex, TimexType
from licet.news.dates import days
from licet.news.dates.absolute import named_day
from licet.news.dates.found import HEAD, QUANTITY, Found, length, on_date, rule, unresolved
from licet.news.dates.tense import Side, is_present
from licet.news.listed import listed

_REACH = 60
"""Tokens over which "two days later" still looks back for the day it counts from."""
_SAME_SENTENCE = 30
"""Tokens over which "a year later" looks back for the month it counts from."""
_SUPERLATIVE = 8
_BEFORE_A_WEEKEND = frozenset(("over", "during", "at"))
_BEFORE_THE_NEXT = frozenset(("until", "till", "by"))
_FIRST = listed("first time only most worst best least")
_NO_SUPERLATIVES = listed("west request protest interest rest test guest arrest quest contest harvest")
_VAGUE_DAYS = (2, 7)
"""What "several days ago" may mean, in days."""


def _today(found: Found) -> Timex | None:
    shift = found.whole("day")
    if shift is None:
        return None
    part = found.text("part") or ("NI" if found.low("day") == "tonight" else "")
    return _on_day(found, None if found.dated is None else found.dated + timedelta(shift), part)


def _beyond(found: Found) -> Timex | None:
    """Read `the day before yesterday`, `the day after tomorrow`."""
    shift = found.whole("day")
    wanted = {"before": -1, "after": 1}.get(found.low("side"))
    if found.text("unit") != "D" or not shift or wanted != shift:
        return None
    return _on_day(found, None if found.dated is None else found.dated + timedelta(2 * shift))


def _on_day(found: Found, day: date | None, part: str = "") -> Timex:
    kind = TimexType.TIME if part else TimexType.DATE
    if day is None:
        return unresolved(found.mod, kind)
    return Timex(kind, day.isoformat() + (f"T{part}" if part else ""), found.mod, day, day)


def _beside_last(found: Found) -> Timex | None:
    """Read `the day after.`: counted from the last day that the story told."""
    way = {"after": 1, "before": -1}.get(found.low("side"), 0)
    return _from_last_day(found, found.text("unit"), way) if way and found.text("unit")[:1] != "T" else None


def _part_of_today(found: Found) -> Timex | None:
    """Read `by mid-morning`: of the story's day."""
    return _on_day(found, found.dated, found.text("part"))


def _weekday(found: Found) -> Timex | None:
    wanted, shift = found.whole("day"), found.whole("shift")
    if wanted is None:
        return None
    part = found.text("part")
    if found.dated is None:
        return unresolved(found.mod, TimexType.TIME if part else TimexType.DATE, f"XXXX-WXX-{wanted}")
    if shift == 0 and found.side is not Side.PAST and found.low("next") != "past":
        return _on_day(found, days.weekday(found.dated, wanted, 1), part)
    future = found.side is Side.FUTURE or found.low("next") == "coming"
    if found.side is Side.NONE and not shift:
        before, reading = found.reading.low(found.begin - 1), found.reading
        until = before in {"until", "till", "to", "through"} and reading.low(found.begin - 3) != "from"
        future = until or is_present(reading, found.begin, found.end)
    toward = 2 * shift if shift else (1 if future else -1)
    return _on_day(found, days.weekday(found.dated, wanted, toward), part)


def _weekday_of_week(found: Found) -> Timex | None:
    """Read a weekday of a week that is told: `Friday of last week`."""
    wanted, shift = found.whole("day"), found.whole("shift")
    if wanted is None or shift is None or found.text("unit") != "W":
        return None
    if found.dated is None:
        return unresolved(value=f"XXXX-WXX-{wanted}")
    monday = found.dated - timedelta(found.dated.isoweekday() - 1)
    return _on_day(found, monday + timedelta(7 * shift + wanted - 1))


def _this(found: Found) -> Timex | None:
    """Read `last month`, `this week`, `earlier this year`, `the past year`, `the same day`."""
    shift, unit, word = found.whole("shift"), found.text("unit"), found.low("shift")
    if word == "this" and found.low("next") in {"past", "coming"}:
        shift, word = found.whole("next"), "last"
    if shift is None:
        return None
    if unit[:1] == "T" or (word == "that" and unit == "Q"):
        return None
    if word == "past" and found.at("the") >= 0:
        return Timex(TimexType.DURATION, length(Decimal(1), unit), found.mod)
    if word in {"same", "that"} or (found.at("the") >= 0 and word in {"following", "next", "previous"}):
        return _from_last_day(found, unit, shift)
    return unresolved(found.mod) if found.dated is None else _shifted(found, found.dated, unit, shift)


def _shifted(found: Found, dated: date, unit: str, shift: int) -> Timex | None:
    """Return the unit that lies `shift` units from the story's day; a weekend: the last one that is over."""
    if unit == "WE" and shift == 0 and dated.isoweekday() < 6 and found.side is Side.PAST:
        shift = -1  # "said this weekend", written on a Monday
    if unit == "WE" and shift < 0 and dated.isoweekday() > 5:
        shift -= 1
    if unit == "WE" and shift < 0:
        return on_date(days.shifted(dated - timedelta(dated.isoweekday()), unit, shift + 1), found.mod)
    timex = on_date(days.shifted(dated, unit, shift), found.mod)
    if shift == 0 and timex and timex.first and timex.last and found.whole("way"):
        return _beside(timex, dated, found.whole("way") or 0)
    return _so_far(found, timex) if shift == 0 else timex


def _beside(timex: Timex, dated: date, way: int) -> Timex:
    """Bound `earlier this year` and `later this year` by the story's day."""
    first, last = timex.first, timex.last
    if first is None or last is None or not first <= dated <= last:
        return timex
    return Timex(timex.type, timex.value, timex.mod, *((first, dated) if way < 0 else (dated, last)))


def _so_far(found: Found, timex: Timex | None) -> Timex | None:
    """Bound "said this year" by the story's day: what was done lies behind it."""
    if timex is None or found.dated is None or timex.first is None or timex.last is None or found.mod:
        return timex
    if timex.first <= found.dated < timex.last and found.side is Side.PAST:
        return Timex(timex.type, timex.value, timex.mod, timex.first, found.dated)
    return timex


def _week_of(found: Found) -> Timex | None:
    """Read `the first week of May`, `the last week of 2016`: the ISO week of the day it begins or ends on."""
    which, month, year = found.whole("which"), found.whole("month"), found.whole("year")
    if found.text("unit") != "W" or which is None or (year is None and found.dated is None):
        return None
    if year is None and found.dated is not None:
        year = found.dated.year - (month is not None and month > found.dated.month)
    reach = days.interval(f"{year:04d}-{month:02d}" if month else f"{year:04d}")
    if reach is None:
        return None
    day = reach[1] if which < 0 else reach[0] + timedelta(7 * (which - 1))
    return on_date(days.week(day))


def _from_last_day(found: Found, unit: str, count: int) -> Timex | None:
    """Count from the last day that the story told, so long as it stands near; else no day is invented."""
    day = _last_day(found)
    if day is None:
        return None if found.low("shift") in {"same", "that"} else unresolved(found.mod)
    return on_date(days.shifted(day, unit, count), found.mod)


def _last_day(found: Found) -> date | None:
    near = found.begin - found.reading.day_at <= _REACH
    return found.reading.day if near else None


def _last_month(found: Found) -> date | None:
    """The beginning of the month or year that the sentence told last, unless a day was told after it."""
    reading = found.reading
    near = found.begin - reading.month_at <= _SAME_SENTENCE and reading.month_at > reading.day_at
    return reading.month if near and "." not in reading.kinds[reading.month_at : found.begin] else None


def _part(found: Found) -> Timex | None:
    """Read `this morning`, `last night`."""
    shift, part = found.whole("shift"), found.text("part_of_day")
    if shift is None or found.low("shift") in {"same", "that", "past"}:
        return None
    return _on_day(found, None if found.dated is None else found.dated + timedelta(shift), part)


def _or_next(found: Found) -> Timex | None:
    """Read the second of two alternatives whose unit is left out: `this week or next`."""
    unit, shift = found.reading.told(found.begin - 2), found.whole("shift")
    if not isinstance(unit, str) or not shift:
        return None
    return unresolved() if found.dated is None else on_date(days.shifted(found.dated, unit, shift))


def _ago(found: Found) -> Timex | None:
    number, unit, way = found.quantity(), found.text("unit"), found.whole("way") or -1
    mod = found.mod
    if number is None or number != int(number) or unit[:1] == "T":
        return _some_time(found, way)
    if found.dated is None:
        return unresolved(mod)
    return on_date(days.shifted(found.dated, unit, way * int(number)), mod) if number <= 9999 else None


def _in_units(found: Found) -> Timex | None:
    """Read `will meet in three weeks`: a day or interval ahead, where a future verb governs it."""
    number, unit = found.quantity(), found.text("unit")
    if found.dated is None or number is None or number != int(number) or number > 9999 or unit[:1] == "T":
        return None
    if found.side is not Side.FUTURE or _superlative(found):
        return None
    return on_date(days.shifted(found.dated, unit, int(number)), found.mod)


def _superlative(found: Found) -> bool:
    """Tell whether something is the first or the largest in as many years: a length behind the story."""
    for i in range(found.begin - 2, max(0, found.begin - 2 - _SUPERLATIVE), -1):
        low, before = found.reading.low(i), found.reading.low(i - 1)
        if found.reading.kinds[i] in ".,;":
            break
        if low in _FIRST or (
            before in {"the", "its"} and low.endswith("est") and low not in _NO_SUPERLATIVES
        ):
            return True
    return False


def _overnight(found: Found) -> Timex | None:
    """Read `overnight`: the night before the story's day, or the one after it where the verb looks ahead."""
    if found.dated is None:
        return unresolved(kind=TimexType.TIME)
    first = found.dated if found.side is Side.FUTURE else found.dated - timedelta(1)
    return Timex(TimexType.TIME, f"{first.isoformat()}TNI", None, first, first + timedelta(1))


def _week_of_day(found: Found) -> Timex | None:
    """Read `the week of May 14`."""
    day = named_day(found) if found.text("unit") == "W" else None
    return on_date(days.week(day.first)) if day and day.first else None


def _some_time(found: Found, way: int) -> Timex | None:
    """Read `several days ago`: an interval behind the story's day, no value."""
    value = "PAST_REF" if way < 0 else "FUTURE_REF"
    unit, dated = found.text("unit"), found.dated
    if dated is None:
        return Timex(TimexType.DATE, value, Mod.APPROX)
    if unit[:1] == "T" and found.quantity() is not None:
        return Timex(TimexType.DATE, dated.isoformat(), found.mod, dated - timedelta(1), dated)
    first, last = (dated, None) if way > 0 else (None, dated)
    if unit == "D" and way < 0 and found.at("vague") >= 0:
        first, last = dated - timedelta(_VAGUE_DAYS[1]), dated - timedelta(_VAGUE_DAYS[0])
    return Timex(TimexType.DATE, value, Mod.APPROX, first, last)


def _later(found: Found) -> Timex | None:
    """Read `two days later`, `a year earlier`."""
    number, unit, way = found.quantity(), found.text("unit"), found.whole("way") or 1
    if number is None or number != int(number) or number > 9999 or unit[:1] == "T":
        return Timex(TimexType.DURATION, length(number, unit), found.mod)
    if way > 0 and unit in {"Y", "M"} and (since := _last_month(found)):
        return on_date(days.shifted(since, unit, int(number)), found.mod)
    day = _last_day(found)
    if day is None and way < 0 and unit in {"Y", "Q", "M"}:
        day = found.dated  # company news compares with the story's own period
    if day is None:
        return Timex(TimexType.DURATION, length(number, unit), found.mod)
    return on_date(days.shifted(day, unit, way * int(number)), found.mod)


def _year_earlier(found: Found) -> Timex | None:
    if found.text("unit") != "Y" or found.dated is None:
        return None
    if found.at("quarter") >= 0:
        return on_date(days.shifted(found.dated, "Q", -5))
    return on_date(days.shifted(found.dated, "Y", -1))


def _end_of(found: Found) -> Timex | None:
    """Read `the end of the year`."""
    if found.text("unit")[:1] in {"T", "D", ""}:
        return None
    if found.dated is None:
        return unresolved(found.mod)
    return on_date(days.shifted(found.dated, found.text("unit"), 0), found.mod)


def _the_weekend(found: Found) -> Timex | None:
    """Read `over the weekend`: the last one; `until the weekend`: the one that comes."""
    before = found.reading.low(found.begin - 1)
    if found.text("unit") != "WE" or before not in _BEFORE_A_WEEKEND | _BEFORE_THE_NEXT:
        return None
    if found.dated is None:
        return unresolved()
    if before in _BEFORE_THE_NEXT:
        return on_date(days.shifted(found.dated, "WE", 0))
    return _shifted(found, found.dated, "WE", 0 if found.side is Side.FUTURE else -1)


def _the_quarter(found: Found) -> Timex | None:
    """Read `the quarter`: in a report the last one that is over."""
    return unresolved() if found.dated is None else on_date(days.shifted(found.dated, "Q", -1))


_THIS = (
    r"(?:(?P<mod>m)|(?P<way>h)|t?(?P<part>b)f)?(?P<the>t)?(?P<shift>k)(?P<next>k)?F?(?P<unit>[UQ])(?!-?z|-)"
)
RULES = (
    rule("weekday_of_week", r"(?P<day>W)f?h?(?P<shift>k)(?P<unit>U)", _weekday_of_week),
    rule("weekday", r"(?:(?P<mod>m)|h)?(?:(?P<shift>k)(?P<next>k)?)?(?P<day>W)·?(?P<part>P)?", _weekday),
    rule("week_of", r"t?(?P<which>[kO])(?P<unit>U)f(?:(?P<month>M)·?,?f?(?P<year>y)?)", _week_of),
    rule("unit_beside", r"t(?P<unit>U)(?P<side>B)(?=[.,;]|$)", _beside_last),
    rule("part_of_today", r"t?(?P<mod>m)-?(?P<part>P)", _part_of_today),
    rule("week_of_year", r"t?(?P<which>[kO])(?P<unit>U)f(?P<year>y)", _week_of),
    rule("week_of_day", r"t(?P<unit>U)[fb](?P<month>M)·?(?P<day>[do])(?:,?f?(?P<year>y))?", _week_of_day),
    rule("week_of_day", r"t(?P<unit>U)[fb](?P<day>[do])f?(?P<month>M)·?(?:,?(?P<year>y))?", _week_of_day),
    rule("day_beyond", r"t?(?P<unit>U)(?P<side>B)(?P<day>T)", _beyond),
    rule("today", r"(?:(?P<mod>m)|h)?(?P<day>T)(?P<part>P)?", _today),
    rule("part_of_day", r"(?:(?P<mod>m)|h)?t?(?P<shift>k)(?P<part_of_day>P)", _part),
    rule("year_earlier", r"t?(?P<unit>U)-[gh](?P<quarter>Q)?", _year_earlier),
    rule(
        "ago",
        r"(?P<about>e)?"
        + QUANTITY
        + r"(?P<and_half>&a?H)?-?(?P<unit>[UuQ])(?P<and_half_after>&a?H)?(?P<way>g)",
        _ago,
    ),
    rule("long_ago", r"(?P<unit>u)(?P<way>g)", _ago),
    rule("in_units", r"(?<=v)" + QUANTITY + r"(?P<unit>[UuQ])(?!g|h|-?z)", _in_units),
    rule("overnight", r"(?P<part>G)", _overnight),
    rule("later", r"(?P<about>e)?" + QUANTITY + r"(?P<and_half>&a?H)?-?(?P<unit>[UuQ])(?P<way>h)", _later),
    rule("this_unit", _THIS, _this),
    rule("or_next", r"(?<=[kt][UQ]w)(?P<shift>k)(?!k?[UQMWSPndu])", _or_next),
    rule("end_of_unit", HEAD + r"t(?P<unit>[UQ])(?<=ft.)", _end_of),
    rule("early_in_unit", r"(?P<mod>m)vt(?P<unit>[UQ])(?!-)", _end_of),
    rule("the_weekend", r"t(?P<unit>U)", _the_weekend),
    rule("the_quarter", r"tQ(?![-xU])", _the_quarter),
)

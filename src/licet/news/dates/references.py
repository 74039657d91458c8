"""Rules of references to the present, past and future, and of times of day."""

from __future__ import annotations

from datetime import date, timedelta

from licet.model.news import Timex, TimexType
from licet.news.dates import days
from licet.news.dates.absolute import DAYS_OF_MONTHS
from licet.news.dates.found import Found, rule
from licet.news.dates.tense import Side

_BEFORE_A_CLOCK = frozenset(("at", "by", "until", "from", "around", "before", "after"))


def _reference(found: Found) -> Timex | None:
    value, dated = found.text("reference"), found.dated
    if value == "PAST_REF":
        return Timex(TimexType.DATE, value, last=dated)
    if value == "FUTURE_REF":
        return Timex(TimexType.DATE, value, first=dated)
    return Timex(TimexType.DATE, value, None, dated, dated)


def _future(found: Found) -> Timex | None:
    return Timex(TimexType.DATE, "FUTURE_REF", first=found.dated)


def _past(found: Found) -> Timex | None:
    return Timex(TimexType.DATE, "PAST_REF", last=found.dated) if found.low("past") == "past" else None


def _clock(found: Found) -> Timex | None:
    value = _hour(found)
    if value is None:
        return None
    beside = _day_beside(found)
    if beside is not None:
        return Timex(TimexType.TIME, beside.isoformat() + value, None, beside, beside)
    day, wanted = found.dated, found.whole("day")
    if wanted is None and found.at("near") >= 0 and found.reading.low(found.end) == "on":
        wanted = found.whole("near")
    if day is None:
        return Timex(TimexType.TIME, f"XXXX-XX-XX{value}")
    if found.at("today") >= 0:
        day += timedelta(found.whole("today") or 0)
    elif wanted is not None:
        day = days.weekday(day, wanted, 1 if found.side is Side.FUTURE else -1)
    return Timex(TimexType.TIME, day.isoformat() + value, None, day, day)


def _day_beside(found: Found) -> date | None:
    """The day told directly before, or that of a month behind: `Oct. 16 at 7 p.m.`, `1.20 pm on 6 July`."""
    reading, begin, end = found.reading, found.begin, found.end
    if reading.low(begin - 1) in {"at", "from"} and reading.day_at >= begin - 2:
        comma = reading.day_at == begin - 1 or reading.kinds[begin - 2] == ","
        return reading.day if comma else None
    if found.at("day") >= 0 or found.at("today") >= 0 or reading.low(end) != "on":
        return None
    for dated in DAYS_OF_MONTHS:
        match = dated.match(reading.kinds, end + 1)
        timex = dated.build(Found(reading, match)) if match else None
        if timex:
            return timex.first
    return None


def _hour(found: Found) -> str | None:
    """Return `T17:00` of `5 p.m.`, `17:00` or `noon`."""
    if found.at("noon") >= 0:
        return found.text("noon")
    afternoon = found.whole("half")
    hour, minute = str(found.told("hour")), "00"
    if ":" in hour:
        hour, minute = hour.split(":")
    number = int(hour)
    if afternoon is None:
        written = found.low("hour")[:2].isdigit()  # 09:30, and not 9:30, which may be a score
        at = written or found.reading.low(found.begin - 1) in _BEFORE_A_CLOCK
        return f"T{number:02d}:{minute}" if at else None
    if not 1 <= number <= 12:
        return None
    return f"T{number % 12 + afternoon:02d}:{minute}"


RULES = (
    rule(
        "clock",
        r"(?:(?P<hour>c|d(?=p))(?P<half>p)?K?|(?P<noon>N))(?:(?P<day>W)|(?P<today>T)|(?=x(?P<near>W)))?",
        _clock,
    ),
    rule("future", r"t?r?(?P<future>L)(?=[.,;v&']|$)(?<=[tr].)", _future),
    rule("past", r"t(?P<past>k)(?=[.,;]|$)", _past),
    rule("reference", r"(?P<reference>R)", _reference),
)

"""Rules of durations and of times that come again."""

from __future__ import annotations

from decimal import Decimal

from licet.model.news import Anchor, Side, Timex, TimexType
from licet.news.dates.found import QUANTITY, Found, length, rule
from licet.news.dates.reading import Reading

_CLAUSE = 24
"""Longest clause, in tokens, that is kept as the event of "days after X said"."""
_SIZES = ("Y", "M", "W", "D", "TH", "TM", "TS")
"""Units from the greatest to the smallest."""
_BEFORE_LONE = frozenset(["for", "over", "in", "within", "just", "last", ",", "many", "only", "—", "after"])


def _duration(found: Found) -> Timex | None:
    number, unit = found.quantity(), found.text("unit")
    anchored = unit == "D" and found.reading.low(found.end) in {"after", "before"}
    if not unit or (found.at("one") >= 0 and not anchored and not _stands_alone(found, unit)):
        return None
    if number is not None and number > 10**9:
        return None
    return Timex(
        TimexType.DURATION,
        length(number, unit),
        found.mod,
        anchor=_anchor(found.reading, found.begin, found.end),
    )


def _compound(found: Found) -> Timex | None:
    """Read `two months and ten days`: one length in two units, the greater first."""
    tokens, units = found.reading.tokens, (found.text("unit"), found.text("smaller"))
    first, second = tokens[found.at("number")].number, tokens[found.at("rest")].number
    if first is None or second is None or not all(unit in _SIZES for unit in units):
        return None
    if _SIZES.index(units[0]) >= _SIZES.index(units[1]) or max(first, second) > 10**9:
        return None
    value = length(first, units[0]) + length(second, units[1])[1:]
    if units[1][0] == "T" == units[0][0]:
        value = length(first, units[0]) + length(second, units[1])[2:]
    return Timex(TimexType.DURATION, value, found.mod)


def _stands_alone(found: Found, unit: str) -> bool:
    """Tell whether `a year` is a length: not `$3 million a year`, not `a second`."""
    before = found.reading.low(found.begin - 1)
    if unit in {"Q", "TS", "WE"} or found.low("one") == "per":
        return False
    return unit != "D" or before in {"for", "in", "within", "after", "than"}


def _per_unit(found: Found) -> Timex | None:
    """Read `$3 million a year`, `three times a week`."""
    unit = found.text("unit")
    return Timex(TimexType.SET, length(Decimal(1), unit)) if unit[:1] != "T" else None


def _anchor(reading: Reading, begin: int, end: int) -> Anchor | None:
    """Return the event behind `after` or `before`: the clause up to the next mark, no day invented for it."""
    if end >= len(reading.kinds) or reading.kinds[end] != "B" or reading.low(end) == "since":
        return None
    stop = end + 1
    while stop < len(reading.kinds) and stop - end <= _CLAUSE and reading.kinds[stop] not in ".,;":
        stop += 1
    if stop == end + 1 or begin < 0:
        return None
    side = Side.AFTER if reading.low(end) == "after" else Side.BEFORE
    return Anchor(side, reading.span(end + 1, stop))


def _age(found: Found) -> Timex | None:
    """Read `12-year-old`, `12 years old`: a length, that of a life."""
    number, unit = found.quantity(), found.text("unit")
    told = number is not None and number < 10**4 and unit[:1] != "T"
    return Timex(TimexType.DURATION, length(number, unit)) if told else None


def _another(found: Found) -> Timex | None:
    """Read `another year`."""
    unit = found.text("unit")
    return None if unit[:1] == "T" else Timex(TimexType.DURATION, length(Decimal(1), unit), found.mod)


def _lone(found: Found) -> Timex | None:
    """Read a unit in the plural with no number: `days after`, `for years`, `the coming weeks`."""
    unit = found.text("unit")
    anchor = _anchor(found.reading, found.begin, found.end)
    if found.reading.kinds[found.begin - 1 : found.begin] == "m":
        return None  # "the early hours"
    behind = found.reading.kinds[found.end : found.end + 2]
    follows = (
        behind[:1] in set("Bhv")
        or (behind == "-j" and found.reading.low(found.end + 1) == "long")
        or (behind[:1] == "f" and behind != "ft")
    )
    if not (
        anchor or follows or found.at("shift") >= 0 or found.reading.low(found.begin - 1) in _BEFORE_LONE
    ):
        return None
    return Timex(TimexType.DURATION, length(None, unit), anchor=anchor)


def _recent(found: Found) -> Timex | None:
    if found.text("reference") != "PAST_REF":
        return None
    return Timex(TimexType.DATE, "PAST_REF", last=found.dated)


def _every(found: Found) -> Timex | None:
    unit, day = found.text("unit"), found.whole("day")
    if found.at("order") >= 0:  # "every second Friday"
        return Timex(TimexType.SET, length(Decimal(found.whole("order") or 1), unit or "W"))
    if day is not None:
        return Timex(TimexType.SET, f"XXXX-WXX-{day}")
    if found.at("month") >= 0:
        return Timex(TimexType.SET, f"XXXX-{found.whole('month'):02d}")
    if found.at("part") >= 0:
        return Timex(TimexType.SET, f"XXXX-XX-XXT{found.text('part')}")
    number = found.reading.tokens[found.at("number")].number if found.at("number") >= 0 else Decimal(1)
    return Timex(TimexType.SET, length(number, unit)) if unit else None


def _often(found: Found) -> Timex | None:
    return Timex(TimexType.SET, found.text("often"))


def _days(found: Found) -> Timex | None:
    return Timex(TimexType.SET, f"XXXX-WXX-{found.whole('day')}")


_UNIT = r"(?P<and_half>&a?H)?-?(?:j(?:-|(?=[Uu])))?(?P<unit>[UuQ])(?P<and_half_after>&a?H)?(?!g|h|-?z)"
RULES = (
    rule("every", r"E(?P<number>[nd])?(?:(?P<unit>[UuQ])|(?P<day>W)|(?P<part>P)|(?P<month>M))", _every),
    rule("every_second", r"E(?P<order>O)(?:(?P<unit>U)|W)", _every),
    rule("often", r"(?P<often>D)", _often),
    rule("weekdays", r"(?P<day>Y)", _days),
    rule("times_a_unit", r"[nd]?Xa(?P<unit>U)", _per_unit),
    rule("age", r"(?P<number>[nd])-?(?P<unit>[Uu])-?z", _age),
    rule(
        "compound_duration",
        r"(?P<about>e)?(?P<number>[nd])(?P<unit>[Uu])(?:,?&|,)?(?P<rest>[nd])(?P<smaller>[Uu])(?!g|h|-?z)",
        _compound,
    ),
    rule("shifted_duration", r"t?[kO]" + QUANTITY + _UNIT, _duration),
    rule("duration", r"(?P<about>e)?A?" + QUANTITY + _UNIT, _duration),
    rule("another", r"A(?P<unit>[UQ])(?!g|h|-)", _another),
    rule("recent_units", r"t?(?P<reference>R)(?P<unit>u)", _recent),
    rule("units", r"(?:t?(?P<shift>k))?(?P<unit>u)(?!g|h|-?z)", _lone),
)

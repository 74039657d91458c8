"""A piece of grammar that was found in a story, and what its builders ask of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from licet.model.news import Mod, Timex, TimexType
from licet.news.dates import days
from licet.news.dates.lexicon import Told
from licet.news.dates.reading import Reading
from licet.news.dates.tense import Side, side

HEAD = r"(?:(?P<mod>m)(?:-|vt?(?=[My]))?|t(?P<the_mod>m)f?|t?(?P<part>b)f)?"
"""Grammar of `early`, `mid-`, `late in`, `the late`, `the end of`."""
QUANTITY = r"(?:(?P<number>[ndy])|(?P<vague>V)|(?P<one>a)(?=-?[UQH])|(?P<half>H))"
"""Grammar of `7`, `several`, `a`, `half a`."""


@dataclass(slots=True)
class Found:
    """A match of a rule.

    Attributes:
        reading: The story.
        match: The match of the rule's grammar on the row of kinds.
    """

    reading: Reading
    match: re.Match[str]

    def at(self, name: str) -> int:
        """Return the token at which a part of the grammar stands, -1 where it is absent."""
        match = self.match
        return match.start(name) if name in match.re.groupindex else -1

    def told(self, name: str) -> Told:
        """Return what the lexicon says of a part; None where it is absent."""
        match = self.match
        place = match.start(name) if name in match.re.groupindex else -1
        return None if place < 0 else self.reading.told(place)

    def whole(self, name: str) -> int | None:
        """Return the integer that a part stands for."""
        told = self.told(name)
        return told if isinstance(told, int) else None

    def text(self, name: str) -> str:
        """Return the unit, value or name that a part stands for, "" where it is absent."""
        told = self.told(name)
        return told if isinstance(told, str) else ""

    def low(self, name: str) -> str:
        """Return the word of a part in lower case."""
        return self.reading.low(self.at(name)) if self.at(name) >= 0 else ""

    @property
    def begin(self) -> int:
        """The first token."""
        return self.match.start()

    @property
    def end(self) -> int:
        """One past the last token."""
        return self.match.end()

    @property
    def mod(self) -> Mod | None:
        """What `early`, `the end of` or `about` make of the value."""
        for name in _modifiers(self.match.re.pattern):
            told = self.told(name)
            if isinstance(told, Mod):
                return told
        return None

    @property
    def side(self) -> Side:
        """Where the governing verb points."""
        return side(self.reading, self.begin, self.end)

    @property
    def dated(self) -> date | None:
        """The day of the story."""
        return self.reading.dated

    def quantity(self) -> Decimal | None:
        """Return the number told; None for `several`."""
        if self.at("half") >= 0:
            return Decimal("0.5")
        if self.at("one") >= 0:
            value = Decimal(1)
        elif self.at("number") >= 0:
            number = self.reading.tokens[self.at("number")].number
            if number is None:
                return None
            value = number
        else:
            return None
        halved = self.at("and_half") >= 0 or self.at("and_half_after") >= 0
        return value + (Decimal("0.5") if halved else 0)


@cache
def _modifiers(grammar: str) -> list[str]:
    """Parts of a grammar that may hold a modifier."""
    parts = _compiled(grammar).groupindex
    return [name for name in ("mod", "the_mod", "part", "about") if name in parts]


Builder = Callable[[Found], Timex | None]


class Rule(NamedTuple):
    """A rule of the date grammar.

    Attributes:
        name: What `explain` prints.
        grammar: Regular expression over kinds; bounded, so that scanning stays linear. All its groups have
            names.
        build: Makes the time expression, or None where the words mean something else.
    """

    name: str
    grammar: str
    build: Builder

    def match(self, kinds: str, begin: int) -> re.Match[str] | None:
        """Match the grammar at a place of a row of kinds."""
        return _compiled(self.grammar).match(kinds, begin)


_compiled = cache(re.compile)
"""Grammars are compiled when a story first has what they may read."""


def first_of(rules: Iterable[Rule]) -> re.Pattern[str]:
    """Return a pattern that tells by `lastindex` which rule matches first, counted from 1."""
    # An empty group closes each grammar: one around it would hide with what character the grammar begins, by
    # which the matcher passes over most of them.
    return re.compile("|".join(f"{_NAMED.sub('(?:', rule.grammar)}()" for rule in rules))


_NAMED = re.compile(r"\(\?P<\w+>")


def rule(name: str, grammar: str, build: Builder) -> Rule:
    """Return a rule."""
    return Rule(name, grammar, build)


def on_date(value: str | None, mod: Mod | None = None) -> Timex | None:
    """Return a DATE over the days of a value; None for a day that does not exist."""
    if value is None:
        return None
    reach = days.interval(value, mod)
    if reach is None:
        return None
    return Timex(TimexType.DATE, value, mod, *reach)


def unresolved(mod: Mod | None = None, kind: TimexType = TimexType.DATE, value: str | None = None) -> Timex:
    """Return an expression whose days are not known, since the story tells no day to count from."""
    return Timex(kind, value, mod)


def length(number: Decimal | None, unit: str) -> str:
    """Return the TIMEX3 value of a duration: `P7Y`, `PT30M`, `PXD` for an unknown number.

    Args:
        number: How many; None for `several`.
        unit: A unit of the lexicon.

    Returns:
        The value; a half of a unit that has a smaller one is told in it (`P6M`), centuries in years.
    """
    if number == Decimal("0.5"):
        smaller = {"Y": "P6M", "TH": "PT30M", "C": "P50Y", "E": "P5Y", "D": "PT12H", "TM": "PT30S"}.get(unit)
        if smaller:
            return smaller
    if unit == "C" and number is not None:
        number, unit = number * 100, "Y"
    if unit == "F":
        number, unit = (None if number is None else number * 2), "W"
    count = "X" if number is None else f"{number.normalize():f}"
    return f"PT{count}{unit[1]}" if unit[0] == "T" else f"P{count}{unit}"

"""What a reader takes from a news story: values with the words that carry them.

Offsets count Unicode code points of the story's text, `[start, end)`. A story is evidence about what was
said: nothing here has legal status.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Generic, NamedTuple, Self, TypeVar

Told_co = TypeVar("Told_co", covariant=True)


_new = tuple.__new__


class _Stretch(NamedTuple):
    start: int
    end: int
    text: str


class Span(_Stretch):
    """A stretch of a story, with its words; a tuple, since a story has hundreds.

    Attributes:
        start: First code point.
        end: One past the last code point.
        text: The words that stand there, verbatim.
    """

    __slots__ = ()

    def __new__(cls, start: int, end: int, text: str) -> Self:
        """Refuse offsets that cannot hold the words. Raises ValueError."""
        if start < 0 or end <= start or end - start != len(text):
            message = f"span [{start}, {end}) cannot hold {len(text)} code points"
            raise ValueError(message)
        return _new(cls, (start, end, text))

    @classmethod
    def within(cls, story: str, start: int, end: int) -> Span:
        """Cut a span out of a story. Raises ValueError for offsets outside it."""
        if 0 <= start < end <= len(story):
            return _new(cls, (start, end, story[start:end]))
        return cls(start, end, story[start:end])

    def check(self, story: str) -> None:
        """Refuse a story that has other words at this place. Raises ValueError."""
        if story[self.start : self.end] != self.text:
            message = (
                f"span [{self.start}, {self.end}) says {self.text[:60]!r}, "
                f"the story says {story[self.start : self.end][:60]!r}"
            )
            raise ValueError(message)

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share a code point."""
        return self.start < other.end and other.start < self.end


class _Evidenced(NamedTuple, Generic[Told_co]):
    value: Told_co
    spans: tuple[Span, ...]
    rule: str
    derived_from: tuple[Value[object], ...]


class Value(_Evidenced[Told_co]):
    """Something read from a story, with its evidence; a tuple, since a story has hundreds.

    Attributes:
        value: What was read.
        spans: The words that say it; the first holds the value itself.
        rule: Name of the rule that read it, for `explain`.
        derived_from: The values that it was computed from; what is computed is never shown as reported.
    """

    __slots__ = ()

    def __new__(
        cls,
        value: Told_co,
        spans: tuple[Span, ...],
        rule: str,
        derived_from: tuple[Value[object], ...] = (),
    ) -> Self:
        """Refuse a value without evidence. Raises ValueError."""
        if not spans and not derived_from:
            message = f"a value of rule {rule!r} has neither words nor values to rest on"
            raise ValueError(message)
        return _new(cls, (value, spans, rule, derived_from))

    @property
    def derived(self) -> bool:
        """Whether it was computed and not reported."""
        return bool(self.derived_from)

    def check(self, story: str) -> None:
        """Refuse a story that does not hold the evidence. Raises ValueError."""
        for span in self.spans:
            span.check(story)
        for source in self.derived_from:
            source.check(story)


class TimexType(StrEnum):
    """The four types of TIMEX3 (ISO 24617-1)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Mod(StrEnum):
    """The modifiers of TIMEX3 that news uses."""

    START = "START"
    MID = "MID"
    END = "END"
    APPROX = "APPROX"
    MORE_THAN = "MORE_THAN"
    LESS_THAN = "LESS_THAN"
    EQUAL_OR_MORE = "EQUAL_OR_MORE"
    EQUAL_OR_LESS = "EQUAL_OR_LESS"


class Side(StrEnum):
    """On which side of an event a duration runs."""

    AFTER = "after"
    BEFORE = "before"


class Anchor(NamedTuple):
    """The event that a duration is counted from ("days after the company said ...").

    Attributes:
        side: Whether the time told lies after the event or before it.
        event: The words that tell the event; no day is invented for it.
    """

    side: Side
    event: Span


class _Expression(NamedTuple):
    type: TimexType
    value: str | None
    mod: Mod | None
    first: date | None
    last: date | None
    anchor: Anchor | None


class Timex(_Expression):
    """A time expression.

    Attributes:
        type: TIMEX3 type.
        value: TIMEX3 value, such as `2018-05-14`, `2018-W20`, `P7Y`, `PAST_REF`, or of a stretch told as one
            its ends, `2018-05-03/2018-05-05`; None where a relative expression has no date of the story to
            be counted from.
        mod: TIMEX3 modifier.
        first: First day meant, inclusive; None where open or unknown.
        last: Last day meant, inclusive; None where open or unknown.
        anchor: The event that a duration is counted from.
    """

    __slots__ = ()

    def __new__(
        cls,
        type: TimexType,  # noqa: A002  its name in TIMEX3
        value: str | None,
        mod: Mod | None = None,
        first: date | None = None,
        last: date | None = None,
        anchor: Anchor | None = None,
    ) -> Self:
        """Refuse an interval that ends before it begins. Raises ValueError."""
        if first and last and last < first:
            message = f"interval ends ({last}) before it begins ({first})"
            raise ValueError(message)
        return _new(cls, (type, value, mod, first, last, anchor))


class AmountKind(StrEnum):
    """What an amount counts."""

    MONEY = "money"
    COUNT = "count"
    PERCENT = "percent"


class Bound(StrEnum):
    """How the words bind a figure."""

    EXACT = "exact"
    ABOUT = "about"
    UP_TO = "up_to"
    LESS_THAN = "less_than"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"


class MoneyRole(StrEnum):
    """What money is, told by the noun or verb that governs it."""

    FINE = "fine"
    SUSPENDED = "suspended"
    SETTLEMENT = "settlement"
    ESCROW = "escrow"
    FORFEITURE = "forfeiture"
    GOODS = "goods"
    SALES = "sales"
    ASSETS = "assets"
    DEAL = "deal"
    AID = "aid"


class Amount(NamedTuple):
    """A figure with its unit.

    Attributes:
        kind: Money, a count of things, or a percentage.
        value: The figure, magnitudes multiplied out; of a range its lower end.
        unit: ISO 4217 code of money ("" where the word names several currencies and none is told), the noun
            counted, or "%".
        high: Upper end of a range; None for a single figure.
        bound: How the words bind the figure.
        role: What money is; None where nothing near governs it.
        governor: The words that tell the role.
    """

    kind: AmountKind
    value: Decimal
    unit: str
    high: Decimal | None = None
    bound: Bound = Bound.EXACT
    role: MoneyRole | None = None
    governor: Span | None = None

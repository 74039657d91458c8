"""The share of controlled US content in a foreign-made item (15 CFR 734.4), in exact decimals.

Content counts when it would need a licence to the destination if it were shipped alone. EAR99 content
counts for nothing except to embargoed countries. What is unknown makes an interval, never a zero.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from licet.model.rulebook import Rulebook
from licet.model.shipment import Content, Item
from licet.rules.eccn import EAR99, tidy
from licet.rules.where import is_within, text_for

CONTENT = "us.ear.de_minimis.content"

Controlled = Callable[[Content], bool | None]
"""Tells whether content of the control list would need a licence to the destination if shipped alone."""


@dataclass(frozen=True, slots=True)
class Share:
    """Controlled US content, between what certainly counts and what may count.

    Attributes:
        low: Value that certainly counts.
        high: Value that may count; None when it has no known bound.
        whole: Value of the item; None when it is not known. 100 where the share was stated in per cent.
        missing: Paths of the facts that would settle it.
        apart: Software that is not part of the item for this rule: subject to the EAR by itself.
    """

    low: Decimal
    high: Decimal | None
    whole: Decimal | None
    missing: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()

    def exceeds(self, percent: int | Decimal) -> bool | None:
        """Tell whether the share is more than a threshold; exactly the threshold is not more."""
        if self.high == 0:
            return False
        if self.whole is None or self.whole <= 0:
            return None
        limit = Decimal(percent) * self.whole
        if self.low * 100 > limit:
            return True
        return False if self.high is not None and self.high * 100 <= limit else None

    def told(self) -> str:
        """Return the share in words: `30 %`, or `between 10 % and 30 %`."""
        if self.high == 0:
            return "0 %"
        if self.whole is None or self.whole <= 0:
            return "an unknown share"
        low = _percent(self.low, self.whole)
        if self.high is None:
            return f"at least {low} %"
        high = _percent(self.high, self.whole)
        return f"{low} %" if low == high else f"between {low} % and {high} %"


def share(item: Item, path: str, count: Callable[[Content, str], Share]) -> Share:
    """Return the share of controlled US content of an item as far as stated."""
    if item.us_content:
        parts = [count(part, f"{path}.us_content[{index}]") for index, part in enumerate(item.us_content)]
        highs = [part.high for part in parts]
        high = None if None in highs else sum((one for one in highs if one is not None), Decimal(0))
        missing = tuple(name for part in parts for name in part.missing)
        if item.value is None and high != 0:
            missing = (f"{path}.value", *missing)
        apart = tuple(name for part in parts for name in part.apart)
        low = sum((part.low for part in parts), Decimal(0))
        total = Share(low, high, item.value, missing, apart)
        if not missing or item.us_content_percent is None:
            return total
    if item.us_content_percent is not None:
        return Share(item.us_content_percent, item.us_content_percent, Decimal(100))
    return Share(Decimal(0), None, None, (f"{path}.us_content_percent",))


@dataclass(frozen=True, slots=True)
class Counting:
    """Counts one part of an item for a destination on a day.

    Attributes:
        book: The rulebook.
        place: Country and region of destination.
        day: The day asked about.
        controlled: Answers for content of the control list.
    """

    book: Rulebook
    place: tuple[str, str]
    day: date
    controlled: Controlled

    def __call__(self, part: Content, path: str) -> Share:
        """Return what a part adds."""
        if part.origin not in {"", "US"}:
            return Share(Decimal(0), Decimal(0), None)
        if part.kind == "software":
            counts = self._is_bundled(part)
            if counts is False:
                return Share(Decimal(0), Decimal(0), None, (), (path,))
            if counts is None:
                asked = f"{path}.bundled" if part.bundled is None else f"{path}.reasons"
                return Share(Decimal(0), part.value, None, (asked,))
        controlled = part.controlled if part.controlled is not None else self._controlled(part)
        if controlled is False:
            return Share(Decimal(0), Decimal(0), None)
        missing = () if part.value is not None else (f"{path}.value",)
        if controlled is None:
            return Share(Decimal(0), part.value, None, (f"{path}.controlled", *missing))
        return Share(part.value or Decimal(0), part.value, None, missing)

    def _is_bundled(self, part: Content) -> bool | None:
        """Tell whether software counts with the commodity: bundled, and EAR99 or controlled for AT alone."""
        if not part.bundled:
            return part.bundled
        if not part.eccn:
            return None
        if tidy(part.eccn) == EAR99:
            return True
        if not part.reasons:
            return None
        text, _exact = text_for(self.book, CONTENT, self.day)
        allowed = text.value["bundled_software_reasons"] if text else ()
        return all(reason.rstrip("0123456789 ").upper() in allowed for reason in part.reasons)

    def _controlled(self, part: Content) -> bool | None:
        if not part.eccn:
            return None
        if tidy(part.eccn) != EAR99:
            return self.controlled(part)
        text, _exact = text_for(self.book, CONTENT, self.day)
        if text is None:
            return None
        counts = is_within(self.book, text.value["ear99_counts"], self.place, self.day)
        if counts is not False:
            return counts
        some_count = is_within(self.book, text.value["ear99_may_count"], self.place, self.day)
        return False if some_count is False else None


def _percent(part: Decimal, whole: Decimal) -> str:
    """Return a share for people, to two digits; comparisons use the exact values."""
    text = f"{(part * 100 / whole):.2f}"
    return text.rstrip("0").rstrip(".")

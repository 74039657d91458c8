"""How two tellings of one thing stand to each other: days, lengths, amounts, words."""

from __future__ import annotations

import re
from datetime import timedelta
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from licet.model.news import Timex
from licet.news.claims.claim import Claim
from licet.news.listed import listed
from licet.news.measures.measure import SlotName
from licet.news.merging.pool import words

_FIGURE = re.compile(r"(?P<bound>[a-z_]+ )?(?P<figure>\d+(?:\.\d+)?)\s*(?P<unit>\S*)")
_LENGTH = re.compile(r"P(\d+(?:\.\d+)?)([YMWD])")
_CODE = 3
"""Letters of a currency's code."""
_DAYS = {"Y": Decimal(365), "M": Decimal("30.4"), "W": Decimal(7), "D": Decimal(1)}
_BOUNDS = {"more_than": 1, "at_least": 1, "up_to": -1, "less_than": -1}
_SMALL = listed(
    "a an the of in on at to for with by from and or that which who it its they their was were is are be been"
    " had has have as after before over against under into this such"
)


class Relation(StrEnum):
    """How one telling stands to another."""

    SAME = "same"
    LESS_PRECISE = "less_precise"
    CONFLICT = "conflict"
    UNKNOWN = "unknown"


def times(one: Timex, other: Timex) -> Relation:
    """Compare days: disjoint ones conflict, one within the other is less precise.

    "this week" against "this week or next" is a conflict too: one story is certain and the other is not.
    """
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return Relation.UNKNOWN
    if ("/" in (one.value or "")) != ("/" in (other.value or "")):
        return Relation.CONFLICT
    if (one.first, one.last) == (other.first, other.last):
        return Relation.SAME
    return Relation.CONFLICT if apart(one, other) else Relation.LESS_PRECISE


def apart(one: Timex, other: Timex, days: int = 0) -> bool:
    """Whether two times are known and lie more than some days from each other."""
    gap = timedelta(days=days)
    if one.last is not None and other.first is not None and one.last + gap < other.first:
        return True
    return other.last is not None and one.first is not None and other.last + gap < one.first


def filled(name: str, one: Claim, other: Claim) -> Relation:
    """Compare what two claims fill into one slot of a measure.

    Args:
        name: The slot.
        one: A claim about it.
        other: Another one.
    """
    if name in (SlotName.DATE, SlotName.END):
        return Relation.UNKNOWN if one.when is None or other.when is None else times(one.when, other.when)
    if name == SlotName.DURATION:
        return lengths(one.value, other.value)
    if name == SlotName.AMOUNT:
        return amounts(one.value, other.value)
    return Relation.SAME if content(one.value) == content(other.value) else Relation.UNKNOWN


def lengths(one: str, other: str) -> Relation:
    """Compare TIMEX3 durations: other units of one length are the same."""
    if one == other:
        return Relation.SAME
    left, right = _LENGTH.fullmatch(one), _LENGTH.fullmatch(other)
    if left is None or right is None:
        return Relation.UNKNOWN
    first, second = (Decimal(match[1]) * _DAYS[match[2]] for match in (left, right))
    near = abs(first - second) * 50 <= max(first, second)
    return Relation.SAME if near else Relation.CONFLICT


def amounts(one: str, other: str) -> Relation:
    """Compare figures with their units: those that round to each other agree, bounds are kept to."""
    left, right = _FIGURE.fullmatch(one.strip()), _FIGURE.fullmatch(other.strip())
    if left is None or right is None:
        return Relation.SAME if one == other else Relation.UNKNOWN
    if left["unit"] != right["unit"] and not _is_one_money(left["unit"], right["unit"]):
        return Relation.UNKNOWN
    first, second = Decimal(left["figure"]), Decimal(right["figure"])
    if first == second:
        return Relation.SAME
    if _rounds(first, second) or _rounds(second, first):
        return Relation.LESS_PRECISE
    low, high = _bound(left["bound"]), _bound(right["bound"])
    difference = second - first
    if low * difference > 0 or high * -difference > 0:
        return Relation.LESS_PRECISE
    return Relation.CONFLICT


def _is_one_money(one: str, other: str) -> bool:
    """Whether one is a currency and the other money whose word several share: "43 million francs"."""
    return (not one or not other) and (one or other).isupper() and len(one or other) == _CODE


def _bound(text: str | None) -> int:
    return _BOUNDS.get((text or "").strip(), 0)


def _rounds(exact: Decimal, rough: Decimal) -> bool:
    """Whether a figure is another one rounded to fewer digits that count."""
    digits = len(rough.normalize().as_tuple().digits)
    if digits >= len(exact.normalize().as_tuple().digits):
        return False
    places = exact.adjusted() - digits + 1
    return round(exact.scaleb(-places)).__int__() == int(rough.scaleb(-places))


@lru_cache(maxsize=4096)
def content(text: str) -> frozenset[str]:
    """The words of a text that carry meaning, cut to their stems."""
    return frozenset(_stem(word) for word in words(text) if word not in _SMALL)


def _stem(word: str) -> str:
    for end in ("ations", "ation", "ating", "ated", "ings", "ing", "ed", "es", "s", "ly"):
        if word.endswith(end) and len(word) - len(end) > 3:
            return word[: -len(end)]
    return word


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Share of common words among all words of two tellings."""
    union = len(one | other)
    return len(one & other) / union if union else 0.0

"""Which side of the story's day an undated weekday or month lies on: the verb that governs it says so.

News looks back: without a future verb the past is meant.
"""

from __future__ import annotations

from enum import IntEnum

from licet.news.dates.reading import Reading

_FUTURE = frozenset(
    [
        "will",
        "ll",
        "shall",
        "would",
        "wo",
        "won't",
        "wouldn't",
        "may",
        "might",
        "can",
        "could",
        "should",
        "plans",
        "plan",
        "planning",
        "planned",
        "expects",
        "expect",
        "expected",
        "scheduled",
        "due",
        "set",
        "slated",
        "upcoming",
        "intends",
        "intend",
        "hopes",
        "hope",
        "aims",
        "aim",
        "agreed",
        "vows",
        "vowed",
        "poised",
        "tentatively",
        "starting",
        "effective",
        "promised",
        "pledged",
        "prepare",
        "prepares",
        "preparing",
        "going",
        "ready",
    ]
)
_OPENERS = frozenset(("until", "till", "by", "through", "starting", "beginning", "effective"))
_PAST = frozenset(
    [
        "was",
        "were",
        "had",
        "did",
        "didn't",
        "wasn't",
        "weren't",
        "hadn't",
        "said",
        "told",
        "has",
        "have",
        "been",
        "met",
        "made",
        "took",
        "gave",
        "began",
        "came",
        "went",
        "sent",
        "held",
        "led",
        "won",
        "lost",
        "hit",
        "cut",
        "got",
        "rose",
        "fell",
        "sold",
        "bought",
        "paid",
        "left",
        "saw",
        "wrote",
        "struck",
        "found",
        "spoke",
        "broke",
        "ran",
        "became",
        "kept",
        "built",
        "brought",
        "thought",
        "stood",
        "fled",
        "flew",
        "drove",
        "grew",
        "knew",
        "shot",
        "threw",
        "sank",
        "shook",
        "swore",
        "sought",
        "taught",
        "caught",
        "since",
        "ago",
        "dead",
    ]
)
_AUXILIARY_FUTURE = frozenset(("will", "shall", "would", "to", "may", "might", "could", "should", "can"))
_NOT_PAST = frozenset(
    [
        "need",
        "indeed",
        "united",
        "speed",
        "proceed",
        "exceed",
        "hundred",
        "red",
        "bed",
        "based",
        "limited",
        "feed",
        "seed",
    ]
)
_LEFT, _RIGHT = 16, 9


class Side(IntEnum):
    """Where the governing verb points."""

    PAST = -1
    NONE = 0
    FUTURE = 1


def side(reading: Reading, begin: int, end: int) -> Side:
    """Return where the verb points that governs the tokens from `begin` to before `end`."""
    before = reading.low(begin - 1)
    if before == "on":
        before = reading.low(begin - 2)
    if before == "since":
        return Side.PAST
    left = _left(reading, begin)
    if before in _OPENERS and left is not Side.PAST:
        return Side.FUTURE
    return left or _right(reading, end)


def _left(reading: Reading, begin: int) -> Side:
    return _nearest(reading, range(begin - 1, max(-1, begin - 1 - _LEFT), -1))


def _right(reading: Reading, end: int) -> Side:
    return _nearest(reading, range(end, min(len(reading.kinds), end + _RIGHT)))


def _nearest(reading: Reading, places: range) -> Side:
    """Return what the first verb at some places says, up to the end of the sentence."""
    for i in places:
        if reading.kinds[i] == ".":
            break
        found = _verb(reading, i)
        if found:
            return found
    return Side.NONE


def _verb(reading: Reading, i: int) -> Side:
    low = reading.low(i)
    if low in _FUTURE:
        past = low in {"planned", "expected", "agreed", "promised", "pledged", "set", "vowed"}
        held = past and reading.low(i + 1) not in {"to", "for"} and not _modal(reading, i)
        return Side.PAST if held else Side.FUTURE
    if low == "be" and reading.low(i - 1) in _AUXILIARY_FUTURE:
        return Side.FUTURE
    if low in _PAST or (low.endswith("ed") and len(low) > 4 and low not in _NOT_PAST):
        return Side.FUTURE if _modal(reading, i) else Side.PAST
    return Side.NONE


def _modal(reading: Reading, i: int) -> bool:
    """Tell whether a participle stands behind `will be`, `to be`, `is scheduled`."""
    words = [reading.low(k) for k in range(i - 1, max(-1, i - 4), -1)]
    return ("be" in words and bool(_AUXILIARY_FUTURE.intersection(words))) or (
        "is" in words[:1] or "are" in words[:1]
    )

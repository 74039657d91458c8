"""Which side of the story's day an undated weekday or month lies on: the verb that governs it says so.

News looks back: without a future verb the past is meant.
"""

from __future__ import annotations

from enum import IntEnum

from licet.news.dates import verbs
from licet.news.dates.reading import Reading

_LEFT, _RIGHT = 16, 9
_SENTENCE = 60
_OF_A_SUBJECT = frozenset(("to", "for", "of"))
_WILL = frozenset(("will", "would", "ll", "shall"))
"""Directly behind "the year to March" they tell that it is to come."""
_TELLING = verbs.FUTURE | verbs.PAST | verbs.COMES | verbs.SCHEDULED | verbs.STARTS | {"to", "be"}
"""Beside participles in -ed, all words that may point to a side."""
_LEAST_CLAUSE = 3
"""Tokens that a subject and its verb have at least."""


class Side(IntEnum):
    """Where the governing verb points."""

    PAST = -1
    NONE = 0
    FUTURE = 1


# Python 3.11 looks a member of an enum up slowly: each is bound once.
_PAST, _NONE, _FUTURE = Side.PAST, Side.NONE, Side.FUTURE


def side(reading: Reading, begin: int, end: int) -> Side:
    """Return where the verb points that governs the tokens from `begin` to before `end`."""
    before = reading.low(begin - 1)
    if before == "on":
        before = reading.low(begin - 2)
    if before == "since":
        return _PAST
    if before in _OF_A_SUBJECT and reading.low(end) in _WILL:
        return _FUTURE
    left = _left(reading, begin)
    if before == "for":
        return _FUTURE if left is _FUTURE else _NONE
    if before in {"from", "to"}:
        loose = left is _PAST and not _told_past(reading, begin)
        return _NONE if loose or before == "to" else left or _right(reading, end)
    if before in verbs.OPENERS:
        right = left or _right(reading, end)
        return _NONE if right is _PAST else _FUTURE
    return left or _right(reading, end)


def is_bounded(reading: Reading, begin: int) -> bool:
    """Tell whether a word before a date makes it an end or a beginning: the nearest one is meant then."""
    return reading.low(begin - 1) in verbs.OPENERS or reading.low(begin - 1) in {"from", "to", "for"}


def is_present(reading: Reading, begin: int, end: int) -> bool:
    """Tell whether the whole sentence has a full stop and no verb of the past: its present is a plan."""
    for i in range(end, min(len(reading.kinds), end + _SENTENCE)):
        if reading.kinds[i] == ".":
            break
        if _verb(reading, i) is _PAST:
            return False
    else:
        return False
    first = begin
    while first and begin - first < _SENTENCE and reading.kinds[first - 1] != ".":
        first -= 1
        if _verb(reading, first) is _PAST:
            return False
    return begin - first >= _LEAST_CLAUSE


def _left(reading: Reading, begin: int) -> Side:
    return _nearest(reading, range(begin - 1, max(-1, begin - 1 - _LEFT), -1))


def _told_past(reading: Reading, begin: int) -> bool:
    """Tell whether an auxiliary stands among the words before, and not only a participle."""
    for i in range(begin - 2, max(-1, begin - 2 - _LEFT), -1):
        if reading.kinds[i] == ".":
            break
        if reading.low(i) in verbs.AUXILIARY_PAST:
            return True
    return False


def _right(reading: Reading, end: int) -> Side:
    return _nearest(reading, range(end, min(len(reading.kinds), end + _RIGHT)))


def _nearest(reading: Reading, places: range) -> Side:
    """Return what the first verb at some places says, up to the end of the sentence."""
    kinds, lows = reading.kinds, reading.lows
    for i in places:
        if kinds[i] == ".":
            break
        low = lows[i]
        if (low in _TELLING or low[-2:] == "ed") and (found := _verb(reading, i)):
            return found
    return _NONE


def _verb(reading: Reading, i: int) -> Side:
    low = reading.lows[i]
    if (low not in _TELLING and low[-2:] != "ed") or reading.kinds[i] == "M":  # May
        return _NONE
    if low in verbs.FUTURE:
        past = low in {"planned", "expected", "agreed", "promised", "pledged", "set", "vowed"}
        held = past and reading.low(i + 1) not in {"to", "for"} and not _modal(reading, i)
        return _PAST if held else _FUTURE
    if low == "have" and reading.low(i - 1) in verbs.AUXILIARY_FUTURE and not _is_past(reading.low(i + 1)):
        return _FUTURE  # "will have power again"
    if low in verbs.EITHER and not _modal(reading, i):
        return _NONE
    if low in verbs.PAST or (low.endswith("ed") and len(low) > 4 and low not in verbs.NOT_PAST):
        return _FUTURE if _modal(reading, i) else _PAST
    return _FUTURE if _plans(reading, i, low) else _NONE


def _is_past(low: str) -> bool:
    return low in verbs.PAST or low.endswith(("ed", "en", "one"))


def _plans(reading: Reading, i: int, low: str) -> bool:
    """Tell whether a present looks ahead: `expires`, `takes effect`, `is to`, `will be`."""
    if low in verbs.COMES:
        if low.startswith("kick") and reading.low(i + 1) == "in":
            return True
        return bool(verbs.EFFECT & {reading.low(i + 1), reading.low(i + 2)})
    if low == "to":
        return reading.low(i - 1) in {"is", "are"}
    if low in verbs.STARTS:
        return reading.low(i - 1) == "to" and _is_wanted(reading, i - 1)
    return low in verbs.SCHEDULED or (low == "be" and reading.low(i - 1) in verbs.AUXILIARY_FUTURE)


def _is_wanted(reading: Reading, to: int) -> bool:
    """Tell whether what stands to begin is threatened, planned or wanted: "planned a ban to start"."""
    for i in range(to - 1, max(-1, to - _LEFT), -1):
        if reading.kinds[i] == ".":
            return False
        if reading.lows[i] in verbs.AHEAD:
            return True
    return False


def _modal(reading: Reading, i: int) -> bool:
    """Tell whether a participle stands behind `will be`, `to be`, `is`, `would have`."""
    words = reading.lows[max(0, i - 3) : i]
    if "have" in words and "would" in words:
        return True
    return ("be" in words and bool(verbs.AUXILIARY_FUTURE.intersection(words))) or (
        "is" in words[-1:] or "are" in words[-1:]
    )

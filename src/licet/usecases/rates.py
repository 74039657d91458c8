"""Shares and how sure they are."""

from __future__ import annotations

import math

_Z = 1.959963984540054
"""Of the normal distribution: 95 of 100 lie within it."""


def ratio(part: int, whole: int) -> float | None:
    """Return a share to four places; None of nothing."""
    return round(part / whole, 4) if whole else None


def interval(part: int, whole: int) -> tuple[float, float] | None:
    """Return the 95 % interval of a share (Wilson's score interval), to four places; None of nothing."""
    if not whole:
        return None
    share, square = part / whole, _Z * _Z
    middle = share + square / (2 * whole)
    reach = _Z * math.sqrt(share * (1 - share) / whole + square / (4 * whole * whole))
    low, high = (middle - reach) / (1 + square / whole), (middle + reach) / (1 + square / whole)
    return round(max(low, 0.0), 4), round(min(high, 1.0), 4)

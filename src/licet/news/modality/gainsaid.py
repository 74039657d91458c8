"""What an authority calls untrue right behind it: "The White House said none of this was true"."""

from __future__ import annotations

from licet.news.layout import Layout

NEAR = 60
"""Words before a denial that it is of."""

_NONE = frozenset(("none", "nothing", "neither", "not"))
_OF_IT = frozenset(("this", "that", "it", "which"))
_FAR = 7
"""Words between "none" and "true"."""


def places(laid: Layout) -> list[int]:
    """Numbers of the words "true" that close "none of this was true", whoever says it."""
    found = []
    for at in laid.places.get("true", ()):
        near = laid.lows[max(0, at - _FAR) : at]
        none = next((n for n, low in enumerate(near) if low in _NONE), None)
        if none is not None and not _OF_IT.isdisjoint(near[none + 1 :]):
            found.append(at)
    return found

"""The upper end of a range: `$5 to $10 million`, `between 5 and 10 percent`, `$1-2 billion`."""

from __future__ import annotations

from licet.news.amounts.figures import Figure, figure
from licet.news.listed import listed
from licet.news.words import Word

_CHANGES = listed(
    "rose rise rises rising risen raise raises raised raising increase increases increased"
    " increasing fell fall falls falling fallen cut cuts cutting lower lowers lowered drop drops"
    " dropped climb climbs climbed jump jumps jumped grew grow grows grown growing widen widened"
    " narrow narrowed slid slide slipped shrank reduce reduces reduced reducing hike hikes hiked"
    " double doubled triple tripled went moved revised up down slashed swelled plunged surged soared"
    " tumbled dipped edged boost boosts boosted"
)
_REACH = 8
_MARKS = frozenset((".", ";", "¶"))


def joins(tokens: list[Word], begin: int, link: int) -> bool:
    """Tell whether the token at `link` joins the figure at `begin` to a second one into a range.

    A change is no range: "rose from 5 to 10 percent" tells two figures.
    """
    low = tokens[link].low if link < len(tokens) else ""
    opener = tokens[begin - 1].low if begin else ""
    if low == "and":
        return opener == "between"
    if low not in {"-", "–", "to"} or opener in _CHANGES:
        return False
    return not (low == "to" and opener == "from" and _changes(tokens, begin - 1))


def _changes(tokens: list[Word], before: int) -> bool:
    for i in range(before - 1, max(-1, before - 1 - _REACH), -1):
        if tokens[i].low in _MARKS:
            return False
        if tokens[i].low in _CHANGES:
            return True
    return False


def upper(tokens: list[Word], first: Figure, text: str) -> Figure | None:
    """Return the upper end of a range of money whose lower end is told; None for no range."""
    if not joins(tokens, first.begin, first.end):
        return None
    low, opener = tokens[first.end].low, tokens[first.begin - 1].low if first.begin else ""
    for i in range(first.end + 1, min(len(tokens), first.end + 4)):
        if tokens[i].number is not None:
            second = figure(tokens, i, text, first.end)
            apart = first.unit and second and second.unit and first.unit != second.unit
            meets = second is not None and second.begin == first.end + 1
            moved = low == "to" and opener not in {"from", "between"} and not (second and second.unit)
            return second if meets and not apart and not moved else None
    return None

"""Days after the story's own: what has effect on one of them is still to come."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from licet.news.dates.lexicon import MONTHS

FARTHEST_YEAR = 40
"""Years ahead that a story may speak of."""

_NEXT = frozenset(("next", "tomorrow"))
_UNITS = (["year"], ["month"], ["week"])
MONTH_NUMBER = MONTHS | {"month": 5}
"""Numbers of the months; of May, `month` as well (see `Line`)."""


def later_days(low: list[str], words: frozenset[str], dated: date) -> list[int]:
    """Numbers of the words that end a day after a story's own: a later year, with its month and day; "next".

    A month without a year tells no day: it may be the last one or the next.
    """
    if words.isdisjoint(_calling(dated.year)):
        return []
    return [at for at, word in enumerate(low) if _is_later(low, at, word, dated)]


@lru_cache(maxsize=256)
def _calling(year: int) -> frozenset[str]:
    """Words that may end a later day of a story of some year."""
    return _NEXT | {str(later) for later in range(year, year + FARTHEST_YEAR)}


def _is_later(low: list[str], at: int, word: str, dated: date) -> bool:
    if word in _NEXT:
        return word == "tomorrow" or low[at + 1 : at + 2] in _UNITS
    if not (len(word) == 4 and word.isdigit()) or not dated.year <= int(word) < dated.year + FARTHEST_YEAR:
        return False
    if int(word) > dated.year:
        return True
    near = low[max(0, at - 3) : at]
    month = next((MONTH_NUMBER[name] for name in reversed(near) if name in MONTH_NUMBER), 0)
    day = next((int(name) for name in near if name.isdigit() and len(name) <= 2), 0)
    return (month, day) > (dated.month, dated.day)

"""Whether a time of the past stands close behind a word: "imposed in May", "in place since 2014"."""

from __future__ import annotations

from licet.news.listed import listed
from licet.news.modality import edges, lexicon
from licet.news.modality.line import Line

FARTHEST_TIME = 8
"""Words after a participle within which a time of the past stands."""

_DAYS = listed(
    "today monday tuesday wednesday thursday friday saturday sunday yesterday last earlier ago since"
)
_TO_COME = listed("next tomorrow coming until till unless before")


def dated(line: Line, at: int) -> bool:
    """Whether a day, month or year of the past stands close behind a word, and none to come."""
    behind = line.low[at + 1 : at + 1 + FARTHEST_TIME]
    stop = next((n for n, low in enumerate(behind) if low in edges.STOPS), len(behind))
    near = behind[:stop]
    if not _TO_COME.isdisjoint(near):
        return False
    return any(low in _DAYS or low in lexicon.MONTHS or is_year(low) for low in near)


def is_year(low: str) -> bool:
    """Whether a word is a year of the last or of this century."""
    return len(low) == 4 and low.isdigit() and low[:2] in {"19", "20"}

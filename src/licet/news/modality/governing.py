"""Words to the left of a noun, an infinitive or a gerund that may govern it: no others are asked."""

from __future__ import annotations

from functools import lru_cache
from itertools import compress

from licet.news.modality import edges, lexicon, verbs
from licet.news.modality.line import Line

FARTHEST = 16
"""Words to the left within which an infinitive or a noun finds what governs it."""

TOLD_TO = frozenset(("told", "tell", "tells"))
"""Forms of "tell", by which something is ordered if an infinitive hangs on them."""
_ABOVE_NOUN = frozenset((
    *edges.STOPS, *lexicon.CONDITIONS, *lexicon.RELATIVE, *lexicon.NEGATIONS, *lexicon.MODALS,
    *lexicon.CLASS, *lexicon.SAYS, "that", ",",
))  # fmt: skip
_ABOVE_VERB = frozenset((
    *edges.STOPS, *lexicon.CONDITIONS, *lexicon.DENIALS, *lexicon.CLASS, *lexicon.SAYS, *TOLD_TO, "order",
))  # fmt: skip


def above_noun(line: Line, number: int) -> list[int]:
    """Numbers of the words that may govern a noun or end the search for what does, the nearest first."""
    return [*line.among(_ABOVE_NOUN, max(0, number - FARTHEST + 1), number)][::-1]


def above_verb(line: Line, first: int) -> list[int]:
    """The same for an infinitive or a gerund that begins at a word: a verb of any kind may govern it."""
    start = max(0, first - FARTHEST)
    return [*compress(range(start, first), map(_may_govern, line.low[start:first]))][::-1]


@lru_cache(maxsize=20_000)
def _may_govern(low: str) -> bool:
    return low in _ABOVE_VERB or verbs.is_past(low)

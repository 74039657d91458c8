"""Noun phrases without a parser: where the phrase of a noun begins, and what it is aimed at."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from licet.news.modality import edges, lexicon, verbs
from licet.news.modality.line import Line

LONGEST = 9
"""Words that may stand before a noun in its phrase."""


_QUOTES = frozenset('"“')
_ARTICLES = frozenset(("a", "an", "the", "its", "their", "his", "her", "our", "these", "those", "'s"))
_ADJECTIVES = lexicon.CANDIDATES.keys() | {
    "sweeping", "existing", "targeted", "coordinated", "crippling", "punishing", "overlapping", "limited",
}  # fmt: skip
"""Words of the form of a verb that only describe a measure."""


_new = tuple.__new__
_OUTSIDE = frozenset((
    *edges.NOUN, *lexicon.PREPOSITIONS, *lexicon.RELATIVE, *lexicon.HAVE, *lexicon.MODALS, *lexicon.SAYS,
    *lexicon.ENACT, *lexicon.FACING, *lexicon.CONDITIONS, *lexicon.UNDO, *(lexicon.BE - {"'s"}),
    *(lexicon.CLASS.keys() - lexicon.CANDIDATES.keys()),
))  # fmt: skip
"""Words and marks that stand in no noun phrase before its noun."""


class Phrase(NamedTuple):
    """A noun phrase.

    Attributes:
        first: Number of its first word.
        head: Number of its noun.
        stop: One past the last word that says what it is aimed at.
    """

    first: int
    head: int
    stop: int


def phrase(line: Line, head: int) -> Phrase:
    """The phrase of a noun."""
    first, lows = head, line.low
    while first > 0 and head - first < LONGEST:
        low = lows[first - 1]
        if low in lexicon.DETERMINERS:
            first -= 1 + (low == "such" and line.at(first - 2) in {"no", "any"})
            break
        if low in _OUTSIDE and not (low in _QUOTES and line.quoted[head]) and not _per_cent(low, lows[first]):
            break
        before = line.at(first - 2)
        if low == "'s" and before in lexicon.PRONOUNS:
            break
        if _is_verbal(low) and before != "-" and before not in _ARTICLES:
            break
        first -= 1
    stop = head + 1
    if line.at(stop) in lexicon.TARGETING:
        farthest = min(len(lows), stop + 5)
        stop = next(line.among(edges.NOUN, stop + 1, farthest), farthest)
    return _new(Phrase, (first, head, stop))


def _per_cent(low: str, after: str) -> bool:
    """Whether two words are the "per cent" of a figure."""
    return low == "per" and after == "cent"


@lru_cache(maxsize=20_000)
def _is_verbal(low: str) -> bool:
    """Whether a word has the form of a verb and does not only describe a measure."""
    return (verbs.is_gerund(low) or verbs.is_past(low)) and low not in _ADJECTIVES


def some_of(line: Line, phrase: Phrase) -> bool:
    """Whether it speaks of any such: "half of the bans", "the bans I hear about"."""
    parts = line.at(phrase.first - 1) == "of" and line.at(phrase.first - 2) in lexicon.PARTS
    return parts or line.at(phrase.head + 1) in lexicon.PRONOUNS


@lru_cache(maxsize=20_000)
def verbal(low: str) -> bool:
    """Whether a word before a noun is a verb that the noun is the object of."""
    if verbs.is_past(low) or verbs.is_gerund(low) or low in lexicon.ENACT or low in lexicon.VIOLATE:
        return True
    return low in lexicon.UNDO or low in lexicon.WEAK_UNDO or low in lexicon.CLASS

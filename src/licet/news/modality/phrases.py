"""Noun phrases without a parser: where the phrase of a noun begins, and what it is aimed at."""

from __future__ import annotations

from typing import NamedTuple

from licet.news.modality import edges, lexicon, verbs
from licet.news.modality.line import Line

LONGEST = 9
"""Words that may stand before a noun in its phrase."""


_QUOTES = frozenset('"“')
_PARTS = frozenset(
    ("half", "some", "none", "any", "most", "many", "few", "all", "each", "one", "two", "much")
)
_ARTICLES = frozenset(("a", "an", "the", "its", "their", "his", "her", "our", "these", "those", "'s"))
_ADJECTIVES = lexicon.CANDIDATES.keys() | {
    "sweeping", "existing", "targeted", "coordinated", "crippling", "punishing", "overlapping", "limited",
}  # fmt: skip
"""Words of the form of a verb that only describe a measure."""


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
    first = head
    while first > 0 and head - first < LONGEST:
        low = line.low[first - 1]
        if low in _QUOTES and line.quoted[head]:
            first -= 1
            continue
        if low in lexicon.DETERMINERS:
            first -= 1 + (low == "such" and line.at(first - 2) in {"no", "any"})
            break
        stops = low in edges.NOUN or low in lexicon.PREPOSITIONS or low in lexicon.RELATIVE
        owner = low == "'s" and line.at(first - 2) not in lexicon.PRONOUNS
        if stops or (low in lexicon.BE and not owner) or low in lexicon.HAVE or low in lexicon.MODALS:
            break
        if (
            low in lexicon.SAYS
            or low in lexicon.ENACT
            or low in lexicon.FACING
            or low in lexicon.CONDITIONS
            or low in lexicon.UNDO
        ):
            break
        if low in lexicon.CLASS and low not in lexicon.CANDIDATES:
            break
        verbal = verbs.is_gerund(low) or verbs.is_past(low)
        attributive = line.at(first - 2) == "-" or line.at(first - 2) in _ARTICLES
        if verbal and low not in _ADJECTIVES and not attributive:
            break
        first -= 1
    stop = head + 1
    if line.at(stop) in lexicon.TARGETING:
        stop = next(
            (at for at in range(stop + 1, min(len(line.low), stop + 5)) if line.low[at] in edges.NOUN),
            min(len(line.low), stop + 5),
        )
    return Phrase(first, head, stop)


def some_of(line: Line, phrase: Phrase) -> bool:
    """Whether it speaks of any such: "half of the bans", "the bans I hear about"."""
    parts = line.at(phrase.first - 1) == "of" and line.at(phrase.first - 2) in _PARTS
    return parts or line.at(phrase.head + 1) in lexicon.PRONOUNS


def verbal(low: str) -> bool:
    """Whether a word before a noun is a verb that the noun is the object of."""
    if verbs.is_past(low) or verbs.is_gerund(low) or low in lexicon.ENACT or low in lexicon.VIOLATE:
        return True
    return low in lexicon.UNDO or low in lexicon.WEAK_UNDO or low in lexicon.CLASS

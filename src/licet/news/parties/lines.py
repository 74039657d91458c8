"""Lines of a story: where a name cannot run on, and which are all in capitals."""

from __future__ import annotations

import re
from bisect import bisect_left

from licet.news.layout import Layout
from licet.news.listed import listed
from licet.news.parties.lexicon import CAPITAL_FORMS, FORMS, ORGANISATION_WORDS
from licet.news.words import Word

Range = tuple[int, int]
"""Numbers of words, `[first, last)`."""

_TAB = re.compile(r"\t")
_SMALL_LETTER = re.compile(r"[a-z]")
_CAPITALS = re.compile(r"[A-Z]{2}")
_WRAPPED = 45
"""Columns from which a line may be one that was broken only for its length."""
_LONG = 6
"""Letters from which a word in capitals that ends as a verb does is no acronym."""
_FEWEST = 4
"""Words of a line in capitals that is a sentence and no name, where none of them is a small word."""
_SMALL = listed(
    "to is has have had on in if as will would says say said after over for by with from at not that are was"
    " were be it its no than into against hereby may must cannot"
)
NAME_ENDS = FORMS | CAPITAL_FORMS | ORGANISATION_WORDS


def breaks(laid: Layout) -> frozenset[int]:
    """Numbers of the words before which no name goes on: behind a TAB, or in the line below a short one."""
    found = set()
    begun = 0
    starts = laid.starts
    for line in laid.story.text.split("\n"):
        size = len(line)
        if "\t" in line:
            found.update([bisect_left(starts, begun + tab.end()) for tab in _TAB.finditer(line)])
            size -= line.rfind("\t") + 1
        begun += len(line) + 1
        if size < _WRAPPED:
            found.add(bisect_left(starts, begun))
    return frozenset(found)


def shouted(laid: Layout) -> list[Range]:
    """Lines that are sentences in capitals; a name alone on a line is none."""
    found = []
    begun = 0
    for line in laid.story.text.split("\n"):
        if line and not _SMALL_LETTER.search(line) and _CAPITALS.search(line):
            first, last = laid.word_at(begun), laid.word_at(begun + len(line))
            if _is_sentence(laid.lows[first:last]):
                found.append((first, last))
        begun += len(line) + 1
    return found


def _is_sentence(lows: list[str]) -> bool:
    """Whether words in capitals are a sentence: by a small word, else by their number and no legal form."""
    told = [low for low in lows if low[0].isalpha()]
    if len(told) > 1 and not _SMALL.isdisjoint(told):
        return True
    return len(told) >= _FEWEST and NAME_ENDS.isdisjoint(told)


def is_shouting(words: list[Word], first: int, last: int) -> bool:
    """Whether words of a name read by shape are shouted and no name: "IS HEREBY ORDERED"."""
    if not words[first].text.isupper():
        return False
    told = words[first:last]
    if last - first == 1 and len(told[0].text) >= _LONG and told[0].low.endswith(("ed", "ing")):
        return True
    return not _SMALL.isdisjoint([word.low for word in told]) and all(word.text.isupper() for word in told)

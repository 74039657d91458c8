"""The company that a word keeps: which trade, which goods and which persons stand in its clause."""

from __future__ import annotations

from bisect import bisect_left

from licet.news.layout import Sentence
from licet.news.measures import broad_words as words
from licet.news.measures import lexicon
from licet.news.measures.measure import MeasureType
from licet.news.measures.scene import Scene
from licet.news.measures.theme import Theme

M = MeasureType

# Python 3.11 looks a member of an enum up slowly: those asked for most are bound once.
_EXPORT_BAN, _IMPORT_BAN, _SALES_BAN = M.EXPORT_BAN, M.IMPORT_BAN, M.SALES_BAN
_TRAVEL_BAN = M.TRAVEL_BAN
AHEAD = 14
"""Words behind a trigger in which its company stands."""
BEFORE = 13
"""Words before it in which that of a passive stands."""
_TO = frozenset(("to", "them", "abroad"))
_TELLING = words.ENTRY | words.COMPANY.keys()
_ENDS = lexicon.PARTING | lexicon.OPENERS - {"that", "which", "who", "whether"}


class Company:
    """The words around one place, outward to the end of its clause; those of names are empty.

    Args:
        scene: The story.
        sentence: The sentence of the place.
        first: First word of the place.
        last: One past its last word.
    """

    def __init__(self, scene: Scene, sentence: Sentence, first: int, last: int) -> None:
        lows, ends = scene.commons, scene.called_by(_ENDS)
        begin, stop = max(sentence.first, first - BEFORE), min(sentence.last, last + AHEAD)
        next_end = bisect_left(ends, last)
        if next_end < len(ends):
            stop = min(stop, ends[next_end])
        last_end = bisect_left(ends, first) - 1
        if last_end >= 0:
            begin = max(begin, ends[last_end] + 1)
        self.after = lows[last:stop]
        self.before = lows[begin:first][::-1]

    def kind(self, *, both: bool = True) -> MeasureType | None:
        """The kind that the nearest word of trade tells, what follows first; None without one."""
        for side in (self.after, self.before) if both else (self.after,):
            for low in side:
                if low not in _TELLING:
                    continue
                if low in words.ENTRY:
                    return _IMPORT_BAN if self.has(words.CARGO) else _TRAVEL_BAN
                told = words.COMPANY[low]
                return _EXPORT_BAN if told is _SALES_BAN and not _TO.isdisjoint(self.after) else told
        return None

    def has(self, wanted: frozenset[str] | dict[str, MeasureType], reach: int = AHEAD) -> bool:
        """Whether one of some words stands within a number of words on either side."""
        here = wanted.keys() if isinstance(wanted, dict) else wanted
        return not (here.isdisjoint(self.after[:reach]) and here.isdisjoint(self.before[:reach]))

    def elsewhere(self) -> bool:
        """Whether a word right beside tells of another matter: a ban on smoking, a stadium ban."""
        beside = words.NOT_BESIDE
        return not (beside.isdisjoint(self.after[:4]) and beside.isdisjoint(self.before[:3]))

    def stopped(self, theme: Theme) -> MeasureType:
        """What a word such as "ban" stops: told by its company, else by the goods, else by the theme."""
        if "from" in self.after and any(low in words.CARGO for low in self.after[: self.after.index("from")]):
            return _IMPORT_BAN
        told = self.kind()
        if told is not None:
            return told
        if self.has(words.CARGO, 6):
            return _EXPORT_BAN if "to" in self.after[:8] and "from" not in self.after[:8] else _IMPORT_BAN
        return theme.kind

"""The company that a word keeps: which trade, which goods and which persons stand in its clause."""

from __future__ import annotations

from licet.news.layout import Sentence
from licet.news.measures import broad_words as words
from licet.news.measures import lexicon
from licet.news.measures.measure import MeasureType
from licet.news.measures.scene import Scene
from licet.news.measures.theme import Theme

M = MeasureType
AHEAD = 14
"""Words behind a trigger in which its company stands."""
BEFORE = 13
"""Words before it in which that of a passive stands."""
_TO = frozenset(("to", "them", "abroad"))
_ENDS = lexicon.PARTING | lexicon.OPENERS - {"that", "which", "who", "whether"}


class Company:
    """The words around one place.

    Args:
        scene: The story.
        sentence: The sentence of the place.
        first: First word of the place.
        last: One past its last word.
    """

    def __init__(self, scene: Scene, sentence: Sentence, first: int, last: int) -> None:
        self._scene = scene
        self.after = self._lows(range(last, min(sentence.last, last + AHEAD)))
        self.before = self._lows(range(first - 1, max(sentence.first, first - BEFORE) - 1, -1))
        self._party = any(scene.at(place) is not None for place in range(last, min(sentence.last, last + 5)))

    def _lows(self, places: range) -> list[str]:
        """Words from the place outward to the end of its clause; names are left out."""
        found = []
        lows, at = self._scene.laid.lows, self._scene.at
        for place in places:
            low = lows[place]
            if low in _ENDS:
                break
            found.append(low if at(place) is None else "")
        return found

    def kind(self, *, both: bool = True) -> MeasureType | None:
        """The kind that the nearest word of trade tells, what follows first; None without one."""
        for side in (self.after, self.before) if both else (self.after,):
            for low in side:
                if low in words.ENTRY:
                    return M.IMPORT_BAN if self.has(words.CARGO) else M.TRAVEL_BAN
                told = words.COMPANY.get(low)
                if told is M.SALES_BAN and not _TO.isdisjoint(self.after):
                    return M.EXPORT_BAN
                if told is not None:
                    return told
        return None

    def has(self, wanted: frozenset[str] | dict[str, MeasureType], reach: int = AHEAD) -> bool:
        """Whether one of some words stands within a number of words on either side."""
        return any(low in wanted for side in (self.after, self.before) for low in side[:reach])

    def elsewhere(self) -> bool:
        """Whether a word right beside tells of another matter: a ban on smoking, a stadium ban."""
        return any(low in words.NOT_BESIDE for low in (*self.after[:4], *self.before[:3]))

    def stopped(self, theme: Theme) -> MeasureType:
        """What a word such as "ban" stops: told by its company, else by the goods, else by the theme."""
        if "from" in self.after and any(low in words.CARGO for low in self.after[: self.after.index("from")]):
            return M.IMPORT_BAN
        told = self.kind()
        if told is not None:
            return told
        if self.has(words.CARGO, 6):
            return M.EXPORT_BAN if "to" in self.after[:8] and "from" not in self.after[:8] else M.IMPORT_BAN
        return theme.kind

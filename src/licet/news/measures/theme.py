"""What a story is about: whether measures of trade, and which kind of them it speaks of most.

A word such as "ban" tells of a measure in a story about customs and none in one about a football club. Many
sentences do not say what their ban is on, since the story has; so the story as a whole decides whether a word
with little around it is read, and as what.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from licet.news.layout import Layout
from licet.news.measures import theme_words as words
from licet.news.measures.measure import MeasureType
from licet.news.measures.world_words import WORLD

# Python 3.11 looks a member of an enum up slowly: those asked for most are bound once.
_SANCTIONS = MeasureType.SANCTIONS

_LEAST_TOPIC = 2
_LEAST_NEAR = 3
_LEAST_WITHOUT = 5
_OF_KINDS = frozenset(words.KINDS)
_ASKED = words.TOPIC | words.OFFICES | words.TRADES | words.MEASURES | WORLD | _OF_KINDS
_SHORT = 90
"""Words below which a story is of a few sentences."""
_LEAST_WORLD = 4
_ONE_IN = 60
"""Among how many words of a story one of another world stands at least where it is about one."""
_TOLD = 3
"""How many words a measure told plainly counts as."""


class Theme(NamedTuple):
    """What a story is about.

    Attributes:
        on: Whether it is about measures of trade.
        crowded: Whether it is full of words of measures and short of trade: a club, a school, a road.
        silent: Whether none of its words speaks of them: what seems a measure is a ban on dogs.
        kind: The kind that it speaks of most; `sanctions` where it speaks of none more than others.
        weights: How often it speaks of each kind.
        worldly: Whether it has more words of another world (sport, school, housing, the road, the kitchen)
            than of trade and of those who take measures.
    """

    on: bool
    crowded: bool
    silent: bool
    kind: MeasureType
    weights: dict[MeasureType, int]
    worldly: bool = False

    def with_told(self, told: Iterable[MeasureType]) -> Theme:
        """The theme with the kinds that the story tells plainly; one of them makes it a story of measures."""
        weights = dict(self.weights)
        for kind in told:
            weights[kind] = weights.get(kind, 0) + _TOLD
        silent = self.silent and not weights
        return Theme(self.on or bool(weights), self.crowded, silent, _most(weights), weights, self.worldly)

    def speaks_of(self, kind: MeasureType) -> bool:
        """Whether the story has at least two words of a kind."""
        return self.weights.get(kind, 0) > 1


def theme_of(laid: Layout) -> Theme:
    """Tell what a story is about from all its words.

    A story crowded with words of measures, but short of those who take measures and of what they are on, is
    about a club, a school or a road: its theme is off, as is that of one with more words of such worlds.
    """
    here = _ASKED & laid.distinct  # the rest asks for few words, not for those of the story
    topic = here & words.TOPIC
    offices, trades, measures = (len(here & table) for table in (words.OFFICES, words.TRADES, words.MEASURES))
    known = len(topic) + offices + trades
    world = len(here & WORLD)
    worldly = world >= _LEAST_WORLD and world >= known and world * _ONE_IN >= len(laid.places)
    crowded = worldly or 2 * known < measures - 1
    on = len(topic) >= _LEAST_TOPIC or (bool(topic) and offices + trades + measures >= _LEAST_NEAR)
    on = on or (offices > 0 and trades > 0 and measures > 0 and known + measures >= _LEAST_WITHOUT)
    if not on and len(laid.lows) < _SHORT:
        on = _in_brief(len(topic), offices, trades, measures) and world < _LEAST_TOPIC
    on = on and not crowded
    weights: dict[MeasureType, int] = {}
    for low in here & _OF_KINDS if on else ():
        kind = words.KINDS[low]
        weights[kind] = weights.get(kind, 0) + len(laid.places[low])
    silent = crowded or not (on or topic or trades)
    return Theme(on, crowded, silent, _most(weights), weights, worldly)


def _in_brief(topic: int, offices: int, trades: int, measures: int) -> bool:
    """Whether a story of a few sentences has a word of each sort, which a longer one repeats."""
    if topic:
        return offices + trades + measures > 1  # a word of the topic may be one of measures too
    return bool(offices and trades and measures)


def _most(weights: dict[MeasureType, int]) -> MeasureType:
    """The restrictive kind of which a story speaks most."""
    told = {kind: count for kind, count in weights.items() if kind not in words.UNTOLD and not kind.undoes}
    return max(sorted(told), key=lambda kind: told[kind], default=_SANCTIONS)

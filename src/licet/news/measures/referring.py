"""What a noun can refer back to, and which of several measures a reader would take it to mean.

A noun has its own range: a penalty is no tariff, an order no fine, and a decision may be anything, the
lifting of a measure too. Within that range it means what has just been told; else what the story is about,
which its headline and lead tell; a measure told in a relative clause or of an earlier year is by the way.
"""

from __future__ import annotations

from datetime import timedelta
from itertools import islice

from licet.news.layout import Sentence
from licet.news.listed import listed
from licet.news.measures.draft import Draft
from licet.news.measures.families import RESTRICTIVE
from licet.news.measures.frame import Frame, Place
from licet.news.measures.measure import PENALTIES, MeasureType
from licet.news.measures.scene import Scene

M = MeasureType

# Python 3.11 looks a member of an enum up slowly: those asked for most are bound once.
_SANCTIONS = M.SANCTIONS

_BANS = RESTRICTIVE - {M.ASSET_FREEZE, M.LISTING}
_ANY = frozenset(MeasureType)
_RANGES: tuple[tuple[str, frozenset[MeasureType]], ...] = (
    ("decision move step action actions ruling verdict determination announcement", _ANY),
    ("notice notices decree clampdown crackdown undertaking undertakings direction directive", RESTRICTIVE),
    ("order orders", RESTRICTIVE - {M.TRAVEL_BAN}),
    ("measure measures", RESTRICTIVE | {M.TARIFF, M.LICENCE}),
    ("ban bans prohibition prohibitions moratorium stop halt", _BANS),
    ("restriction restrictions curb curbs control controls limits", _BANS | {M.LISTING}),
    ("sanctions", RESTRICTIVE),
    ("sanction punishment penalties", RESTRICTIVE | PENALTIES),
    ("countermeasures", RESTRICTIVE | {M.TARIFF}),
)
_RANGE = {noun: kinds for nouns, kinds in _RANGES for noun in nouns.split()}
"""Kinds of measure for which a noun stands that does not tell the kind itself."""

_PUT_ON_A_LIST = RESTRICTIVE - {M.IMPORT_BAN, M.EMBARGO}
_NAMED = {
    **dict.fromkeys(
        listed("designation designations blacklisting blacklistings listing listings"), _PUT_ON_A_LIST
    ),
    **dict.fromkeys(listed("embargo"), _BANS),
    **dict.fromkeys(listed("tariff tariffs duty duties levy levies surtax rate"), frozenset((M.TARIFF,))),
}
"""Kinds for which a noun that tells a kind may stand where it is known: who is frozen is listed too."""
GENERAL = frozenset(_RANGE)
"""Nouns that do not tell the kind of measure that they speak of."""

GENERIC = listed("decision move step action actions ruling verdict determination announcement")
"""Nouns that stand for any act, so that only their place tells which."""

_RELATIVE = listed("which who whom whose when where while after before since")
_CLAUSES = listed(
    "which who that whom whose when where while after before since and but as because if said ; :"
)
_ABOUT = listed("on against over")
_OBJECT = 7
"""Words behind "on" in which what a measure is on is looked for."""
_UNITS = listed("million billion thousand dollar pound euro % percent cent m bn")
"""Words that end a figure before its noun."""
_OF_WHAT = listed("of on for from against to")
_ARTICLES = listed("a an the its no")
_ONE_MORE = listed(
    "also too additionally separately likewise similarly further furthermore moreover meanwhile"
)
"""Words by which a verb tells one more act beside that told before."""
_BY_THE_WAY = 10
"""Words over which a relative pronoun before a verb is looked for."""
_EARLIER = timedelta(days=60)
"""Age from which what a story tells of is no news in it."""
_LEAD = 4
"""Paragraphs in which a story tells what it is about."""


def stands_for(draft: Draft, kind: MeasureType) -> bool:
    """Whether a noun that tells no kind itself can stand for a measure of one kind."""
    return draft.type is _SANCTIONS and kind in _RANGE.get(draft.noun, frozenset())


def known_as(draft: Draft, kind: MeasureType) -> bool:
    """Whether a lone definite noun may stand for a measure of a kind, whatever kind the theme gives it."""
    lone = draft.nominal and draft.last - draft.first == 1
    return lone and kind in (_RANGE.get(draft.noun) or _NAMED.get(draft.noun, frozenset()))


def is_generic(draft: Draft) -> bool:
    """Whether a noun stands for any act: "the decision", "the move"."""
    return draft.tentative and draft.noun in GENERIC


class Salience:
    """How likely a reader takes a noun to mean a measure.

    Args:
        scene: The story.
    """

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._day = scene.laid.story.dated
        self._goods_of: dict[int, frozenset[str]] = {}
        self._stems_of: dict[int, frozenset[str]] = {}
        self._told_of: dict[Frame, tuple[int, set[str]]] = {}

    def aside(self, place: Place) -> bool:
        """Whether a place tells its measure by the way: in a relative clause."""
        draft = place.draft
        floor = max(draft.sentence.first, draft.first - _BY_THE_WAY)
        return not _RELATIVE.isdisjoint(self._scene.laid.lows[floor : draft.first])

    def of_other_things(self, place: Place, frame: Frame) -> bool:
        """Whether a noun is "on" something that no sentence about a measure names: "the curbs on lettuce"."""
        draft = place.draft
        if not draft.nominal or self._scene.low(draft.last) not in _ABOUT:
            return False
        goods = self._goods_of.get(draft.last)
        if goods is None:
            end = min(self._scene.right(draft.sentence, draft.last + 1), draft.last + _OBJECT)
            goods = self._goods_of[draft.last] = self._stems(draft.last + 1, end)
        if not goods or frame.is_on(place):
            return False
        return goods.isdisjoint(self._about(frame))

    def _about(self, frame: Frame) -> set[str]:
        """The stems of all sentences of a measure; those of new places are added to the ones known."""
        known, stems = self._told_of.get(frame, (0, set()))
        new = len(frame.sentences) - known
        if new:
            stems.update(*(self._told(item) for item in islice(reversed(frame.sentences.values()), new)))
            self._told_of[frame] = known + new, stems
        return stems

    def _told(self, sentence: Sentence) -> frozenset[str]:
        """The stems of a sentence, taken once, since every noun behind asks for those of all measures."""
        known = self._stems_of.get(sentence.first)
        if known is None:
            known = self._stems_of[sentence.first] = self._stems(sentence.first, sentence.last)
        return known

    def _stems(self, first: int, last: int) -> frozenset[str]:
        lows = self._scene.laid.lows[first:last] if first < last else []
        stems = [low.rstrip("s") for low in lows if len(low) > 3 and low.isalpha() and low not in _CLAUSES]
        return frozenset(stems) - {""}

    def by_sum(self, place: Place) -> bool:
        """Whether a sum tells which measure is meant: not what the story goes on to tell of a known one.

        "the $4 million fine" is one of $4 million; "$410,000 of the levy was forgiven" is any.
        """
        draft = place.draft
        if not (draft.nominal and draft.definite):
            return True
        before = [self._scene.low(draft.first - back) for back in (1, 2)]
        return any(low in _UNITS or low[:1].isdigit() for low in before)

    def alone(self, draft: Draft) -> bool:
        """Whether no words tell of what a noun is: "the suspension", not "the removal of others"."""
        behind = self._scene.low(draft.last)
        return (
            draft.last - draft.first == 1
            and behind not in _OF_WHAT
            and self._scene.low(draft.first - 1) == "the"
        )

    def apposed(self, place: Place) -> bool:
        """Whether a noun is set beside what stands before it: "was fined $5 million, a penalty that it"."""
        if not place.draft.nominal:
            return False
        lows, first = self._scene.lows, place.draft.first
        for number in range(first - 1, max(place.draft.sentence.first, first - 5), -1):
            if lows[number] in _ARTICLES and lows[number - 1] == ",":
                return True
        return False

    def added(self, place: Place) -> bool:
        """Whether a place is told as one more: "also froze", "was additionally barred", "Separately, it"."""
        draft = place.draft
        lows, begin, first = self._scene.laid.lows, draft.sentence.first, draft.first
        near = lows[max(begin, first - 3) : first] + lows[begin : min(first, begin + 2)]
        return not _ONE_MORE.isdisjoint(near)

    def earlier(self, frame: Frame) -> bool:
        """Whether a measure was taken long before the story."""
        return self._day is not None and frame.last is not None and frame.last + _EARLIER < self._day

    def lead(self, frames: list[Frame]) -> Frame | None:
        """The measure that a story is about: the first act told in its headline and first paragraphs."""
        found, rank = None, (True, 0)
        for frame in frames:
            for place in frame.places:
                draft = place.draft
                if draft.sentence.paragraph >= _LEAD or draft.background or draft.acted_on or draft.bare:
                    continue
                if found is not None and (False, draft.first) > rank:
                    continue  # told behind one that is not by the way
                told = (self.aside(place) or self.earlier(frame), draft.first)
                if found is None or told < rank:
                    found, rank = frame, told
        return found

    def apart(self, place: Place, frame: Frame) -> bool:
        """Whether a measure stands in one clause with a noun: "the embargo is untouched by the decision"."""
        told = frame.before(place.draft.first)
        if told is None or told.draft.sentence is not place.draft.sentence:
            return False
        return not self._parted(told.draft.last, place.draft.first)

    def _parted(self, first: int, last: int) -> bool:
        return first < last and not _CLAUSES.isdisjoint(self._scene.laid.lows[first:last])

    def near(self, place: Place, frame: Frame) -> bool:
        """Whether a measure has just been told: in the sentence before, or in another clause of this one."""
        told = frame.before(place.draft.first)
        if told is None or (is_generic(place.draft) and (self.aside(told) or self.earlier(frame))):
            return False
        if is_generic(place.draft) and told.draft.nominal and not told.draft.imposers:
            return False
        here, there = place.draft.sentence, told.draft.sentence
        if here is there:
            return self._parted(told.draft.last, place.draft.first)
        return there.last == here.first or there.paragraph == here.paragraph

"""Whether a place of a story can speak of a measure: what both tell must agree, and how both stand.

To be one, kinds must be of one family, targets meet or one tells none, authorities be nested, and neither
year nor amount differ. An act in force is never one with what is only wanted, feared or denied, unless a noun
takes the act as known.
"""

from __future__ import annotations

from licet.model.news import Timex
from licet.news.measures.draft import Draft
from licet.news.measures.families import RESTRICTIVE, kin
from licet.news.measures.frame import AHEAD, DOUBTED, Frame, Place
from licet.news.measures.measure import MeasureType
from licet.news.measures.nesting import Nesting
from licet.news.measures.referring import GENERIC, Salience, is_generic, stands_for
from licet.news.modality.modality import Modality

# Python 3.11 looks a member of an enum up slowly: those asked for most are bound once.
_CLAIMED, _DENIED = Modality.CLAIMED, Modality.DENIED
_SANCTIONS = MeasureType.SANCTIONS

MOST_AHEAD = 2
"""Paragraphs within which a story tells what it has spoken of before it told it."""
PAID = frozenset((MeasureType.FINE, MeasureType.SETTLEMENT, MeasureType.TARIFF))
"""Kinds that cost money."""


class Agreeing:
    """Compares places with measures.

    Args:
        nesting: Which authority is within which.
        salience: Which measure a noun means where it could mean several.
    """

    def __init__(self, nesting: Nesting, salience: Salience) -> None:
        self._nesting = nesting
        self.salience = salience

    def one(self, place: Place, frame: Frame) -> bool:
        """Whether a place that tells a measure tells this one."""
        draft = place.draft
        if frame.undoes or not (self._kin(place, frame) and self.fits(place, frame)):
            return False
        if place.standing.modality is _DENIED and _open(frame) and self._close(place, frame):
            return means(draft, frame)
        if self._is_another(place, frame):
            return False
        targets = place.targets
        if place.background or frame.background:
            return place.background == frame.background or bool(set(targets) & set(frame.targets))
        alike = bool(draft.imposers and frame.imposers) or draft.type is frame.type
        known = bool(targets and frame.targets) or (alike and self._close(place, frame))
        return known and self._same_standing(place, frame)

    def _kin(self, place: Place, frame: Frame) -> bool:
        """Whether kinds are of one family; a headline may tell any restriction for another one."""
        if kin(place.draft.type, frame.type):
            return True
        headline = place.draft.sentence.paragraph == 0 and frame.in_headline
        return headline and {place.draft.type, frame.type} <= RESTRICTIVE

    def _close(self, place: Place, frame: Frame) -> bool:
        """Whether a measure was last told in the same paragraph, or in the one before or behind it."""
        return abs(place.draft.sentence.paragraph - frame.places[-1].draft.sentence.paragraph) <= 1

    def _is_another(self, place: Place, frame: Frame) -> bool:
        """Whether the words introduce one more: "a ban", "also froze", a verb that shares nothing with it."""
        if place.draft.nominal and place.draft.indefinite and not self._retold(place, frame):
            return True
        shared = frame.is_on(place)
        taken_by = bool(place.draft.imposers and frame.imposers)
        if not (place.draft.nominal or shared or taken_by or self._retold(place, frame)):
            return True
        return self.salience.added(place) and not shared

    def _retold(self, place: Place, frame: Frame) -> bool:
        """Whether "a ban" can be the one told before: below the headline, or on the same party or sum."""
        if frame.in_headline:
            return True
        shared = frame.is_on(place)
        return shared or bool(set(place.amounts) & frame.amounts)

    def _same_standing(self, place: Place, frame: Frame) -> bool:
        """Whether nothing that is only wanted, feared or denied is thereby joined with an act in force."""
        draft, modality = place.draft, place.standing.modality
        if draft.step is not None:
            return True
        if modality.effective:
            return frame.effective or not (frame.ahead or frame.doubted)
        if not frame.effective:
            return True
        named = draft.nominal and (draft.definite or draft.acted_on)
        if modality in AHEAD or modality in DOUBTED:
            return named and (place.standing.presupposes or draft.acted_on)
        shared = frame.is_on(place)
        return named or shared or place.draft.sentence.paragraph < 0

    def fits(self, place: Place, frame: Frame) -> bool:
        """Whether nothing that both tell differs: target, imposer, year, amount."""
        if place.targets and frame.targets and not frame.is_on(place):
            return False
        if not self._nesting.agree(place.imposers, frame.imposers):
            return False
        amounts = place.amounts
        if amounts and frame.amounts and not set(amounts) & frame.amounts and self.salience.by_sum(place):
            return False
        if place.times and not all(_same_time(value.value, frame) for value in place.times):
            return False
        return self._refers(place, frame)

    def _refers(self, place: Place, frame: Frame) -> bool:
        """Whether a noun can mean a measure by its place: "the decision" an act, none of its own clause."""
        draft = place.draft
        if draft.nominal and frame.undoes and draft.noun and draft.noun not in GENERIC:
            return False
        if is_generic(draft) and not frame.taken:
            return False
        if self.salience.of_other_things(place, frame):
            return False
        known = draft.nominal and draft.definite and not draft.targets
        return not (known and self.salience.apart(place, frame))

    def not_raised(self, place: Place, frame: Frame) -> bool:
        """Whether a noun may refer to a measure: one to come, or one there is none of, to none in force."""
        modality, known = place.standing.modality, place.standing.presupposes or place.draft.acted_on
        if place.draft.indefinite and not place.draft.definite and not self._retold(place, frame):
            return False
        if frame.latest(place.draft.first) < 0 and not self._soon(place, frame):
            return False
        weak = modality in AHEAD or modality in DOUBTED
        if modality.effective and frame.only_ahead:
            return False
        if frame.nowhere and not weak and not self.salience.near(place, frame):
            return False  # what there is none of is not spoken of afterwards
        weak = weak or (modality is _CLAIMED and not place.draft.nominal)
        known = place.draft.acted_on or (known and modality not in AHEAD)
        if known or not frame.effective or not weak:
            return True
        taken_by = set(place.imposers) & set(frame.imposers)
        shared = frame.is_on(place)
        return shared or (bool(taken_by) and place.standing.presupposes)

    def _soon(self, place: Place, frame: Frame) -> bool:
        """Whether a noun may speak of what the story tells only later: in a headline, or right behind it."""
        begun, here = frame.places[0].draft, place.draft.sentence.paragraph
        if begun.fresh or frame.is_on(place):
            return not begun.fresh
        if begun.indefinite and begun.nominal:  # "the order" is told before "an order" is another one
            return here < 0
        if place.draft.imposers and frame.imposers:
            return True
        return here < 0 or (here <= MOST_AHEAD and begun.sentence.paragraph - here <= MOST_AHEAD)

    def elsewhere(self, place: Place, frame: Frame) -> bool:
        """Whether the story has turned to another company since it last told of a measure on one."""
        draft = place.draft
        if not draft.definite:
            return False
        targets = frame.targets or (frame.affects.targets if frame.affects else [])
        if not targets or not set(targets).isdisjoint(place.targets):
            return False
        if not any(self._nesting.is_company(key) for key in targets):
            return False
        told = frame.before(draft.first)
        if told is not None and told.draft.sentence is draft.sentence:
            return False
        first = draft.sentence.first if told is None else told.draft.sentence.last
        named = self._nesting.companies(first, draft.sentence.last)
        return bool(named) and named.isdisjoint(targets)

    def shared(self, place: Place, frame: Frame) -> bool:
        """Whether the words of both tell the same target, or the same authority and kind."""
        if frame.is_on(place):
            return True
        authority = set(place.imposers) & set(frame.imposers)
        return bool(authority) and place.draft.type is frame.type

    def closeness(self, place: Place, frame: Frame) -> tuple[bool, bool, bool]:
        """Whether a place and a measure share target, authority and kind."""
        imposers = place.imposers
        return (
            frame.is_on(place),
            bool(imposers and frame.imposers) and self._nesting.agree(imposers, frame.imposers),
            place.draft.type is frame.type,
        )

    def one_undoing(self, place: Place, frame: Frame, affected: Frame | None) -> bool:
        """Whether two undoings are one: of the same measure, and told of as far as they share no words.

        Args:
            place: A place that would undo a measure.
            frame: Another undoing.
            affected: What it undoes by all that is known.
        """
        if affected and frame.affects:
            if frame.affects is not affected:
                return False
        elif not self.meets(place, frame):
            return False
        if not self._nesting.agree(place.imposers, frame.imposers):
            return False
        named = frame.is_on(place)
        known = place.draft.nominal and place.draft.definite
        lead = frame.places[0].draft.sentence.paragraph <= 1
        topic = lead and frame.ahead and not frame.effective
        if place.draft.type is not frame.type:
            return (topic or (known and lead)) and self.alike(place, frame)
        return (named or known or lead) and self.alike(place, frame)

    def one_act(self, place: Place, frame: Frame, affected: Frame | None) -> bool:
        """Whether something ties an undoing to one of several: party, measure undone, headline, or a noun."""
        known = set(frame.targets).union(frame.affects.targets if frame.affects else ())
        if (affected is not None and frame.affects is affected) or frame.in_headline:
            return True
        draft = place.draft
        known_kind = draft.nominal and draft.definite and draft.type is frame.type
        return known_kind or not known.isdisjoint(place.targets)

    def alike(self, place: Place, frame: Frame) -> bool:
        """Whether an undoing and what it undoes are on the same party, as far as both tell."""
        targets = place.targets
        known = frame.targets or (frame.affects.targets if frame.affects else [])
        return not (targets and known) or bool(set(targets) & set(known))

    def meets(self, place: Place, frame: Frame) -> bool:
        """Whether the targets of two undoings meet, or one tells none."""
        targets = set(place.targets)
        known = set(frame.targets) | set(frame.affects.targets if frame.affects else [])
        return bool(targets & known) or not targets or not known


def _open(frame: Frame) -> bool:
    """Whether a measure is nowhere told as in force, but claimed, wanted or denied: a denial means it."""
    return not frame.effective and (frame.nowhere or frame.weak)


def same_act(place: Place, frame: Frame) -> bool:
    """Whether an undoing can be told of as one with another: none that took effect with one only wanted."""
    modality = place.standing.modality
    if modality.effective == frame.effective:
        return not frame.effective or place.draft.type is frame.type
    known = place.draft.nominal and place.draft.definite
    shared = known or frame.is_on(place)
    if modality.effective:
        weak = frame.ahead or frame.doubted
    elif not place.draft.nominal:
        weak = place.draft.sentence.paragraph >= 0  # only a headline tells an act more weakly
    else:
        weak = modality in AHEAD or (modality in DOUBTED and not place.standing.presupposes)
    return shared and place.draft.type is frame.type and not weak


def means(draft: Draft, frame: Frame) -> bool:
    """Whether the words of a place can mean a measure of that kind."""
    if draft.nominal and draft.type is _SANCTIONS:
        if draft.last - draft.first > 1:  # "trade restrictions" are no fine
            return kin(draft.type, frame.type) and frame.type not in PAID
        return stands_for(draft, frame.type)
    return kin(draft.type, frame.type)


def _same_time(timex: Timex, frame: Frame) -> bool:
    """Whether two times of one measure can be the same: not of different years."""
    if timex.first is None or timex.last is None or frame.first is None or frame.last is None:
        return True
    return timex.first.year <= frame.last.year and frame.first.year <= timex.last.year

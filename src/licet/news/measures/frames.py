"""Which places of a story speak of the same measure.

Two places are one measure if their kinds are of one family, their targets meet or one tells none, their
imposers are nested (a bureau within its department within its government) or one tells none, and neither the
year nor the amount differs: a penalty of 2017 is not the order of 2018. What would undo a measure is one of
its own, and one that took effect is never joined with one that is only wanted.
"""

from __future__ import annotations

from licet.model.news import Timex
from licet.news.listed import listed
from licet.news.measures.draft import Draft
from licet.news.measures.families import kin, undoing_kin
from licet.news.measures.frame import AHEAD, Frame, Place
from licet.news.measures.measure import MeasureType, SlotName
from licet.news.measures.nesting import Nesting
from licet.news.modality.modality import Modality, Standing

MOST_OPEN = 60
"""Measures among which the one that a place speaks of is looked for."""


MOST_AHEAD = 2
"""Paragraphs within which a story tells what it has spoken of before it told it."""


class Frames:
    """Joins places to measures.

    Args:
        nesting: Which authority is within which.
    """

    def __init__(self, nesting: Nesting) -> None:
        self.found: list[Frame] = []
        self._nesting = nesting
        self._of: dict[Draft, Frame] = {}

    @property
    def _near(self) -> list[Frame]:
        """The measures opened last; the work for a story grows with its length alone."""
        return self.found[-MOST_OPEN:]

    def join(self, places: list[Place]) -> list[Frame]:
        """Join the places of a story, given in its order; what refers to nothing is left out."""
        for place in places:
            if not _refers(place.draft) and not place.draft.undoes and not place.draft.in_kind:
                self._told(place)
        self._refer([place for place in places if not place.draft.undoes and not _bare(place.draft)])
        for place in places:
            if place.draft.undoes and not (place.draft.tentative and place.draft.over is None):
                self._undoing(place)
        for place in places:
            if place.draft not in self._of and not place.draft.in_kind:
                self._late(place)
        for place in places:
            if place.draft.in_kind:
                self._in_kind(place)
        self._drop_licences()
        for frame in self.found:
            frame.places.sort(key=lambda place: place.draft.first)
        self.found.sort(key=lambda frame: frame.places[0].draft.first)
        return self.found

    def _drop_licences(self) -> None:
        """A licence that is only told of as suspended or revoked is no measure beside that."""
        for frame in self.found:
            if frame.affects is not None and _only_acted_on(frame.affects):
                frame.affects = None
        self.found = [frame for frame in self.found if not _only_acted_on(frame)]

    def _refer(self, places: list[Place]) -> None:
        """Nouns that their own phrase ties to a measure; those that are told nowhere else begin one."""
        for place in places:
            draft = place.draft
            if draft.in_kind or draft in self._of:
                continue
            known = draft.acted_on and draft.definite and not draft.bare
            if not self._referring(place) and (known or not draft.tentative):
                self._open(place)

    def _open(self, place: Place) -> Frame:
        frame = Frame(place.draft.type)
        self.found.append(frame)
        self._put(place, frame)
        return frame

    def _put(self, place: Place, frame: Frame) -> None:
        place.elsewhere = self._elsewhere(place, frame)
        frame.add(place)
        self._of[place.draft] = frame

    def _told(self, place: Place) -> None:
        """A place that tells a measure by itself."""
        draft = place.draft
        fits = [] if draft.fresh else [f for f in self._near if self._one(place, f)]
        if fits:
            self._put(place, max(fits, key=lambda f: (self._closeness(place, f), f.latest(draft.first))))
        else:
            self._open(place)

    def _one(self, place: Place, frame: Frame) -> bool:
        """Whether a place that tells a measure tells this one."""
        draft = place.draft
        if frame.undoes or not kin(draft.type, frame.type) or not self._fits(place, frame):
            return False
        targets = place.values(SlotName.TARGET)
        if place.background or frame.places[0].background:
            return place.background == frame.places[0].background or bool(set(targets) & set(frame.targets))
        if not (targets and frame.targets) and not draft.definite:
            if abs(draft.sentence.paragraph - frame.places[-1].draft.sentence.paragraph) > 1:
                return False
            if not (draft.imposers and frame.imposers) and draft.type is not frame.type:
                return False
        return self._same_standing(place, frame)

    def _same_standing(self, place: Place, frame: Frame) -> bool:
        """Whether one is not in force while the other is: to be one, they must at least share their words."""
        draft, modality = place.draft, place.standing.modality
        if draft.step is not None or (draft.nominal and (draft.definite or draft.acted_on)):
            return True
        doubted = (modality in _DOUBTED and frame.effective) or (modality.effective and frame.doubted)
        if doubted and not self._shared(place, frame):
            return False
        to_come = modality in AHEAD and frame.effective
        return not (to_come or (modality.effective and frame.ahead and not frame.effective))

    def _fits(self, place: Place, frame: Frame) -> bool:
        """Whether nothing that both tell differs: target, imposer, year, amount."""
        draft = place.draft
        of_trade = draft.nominal and draft.type is MeasureType.SANCTIONS
        several = draft.last - draft.first > 1
        if of_trade and frame.type in _PAID_ONLY and (several or draft.noun not in _OF_ANY_KIND):
            return False  # "trade restrictions" are no fine
        if draft.nominal and frame.undoes and draft.noun and draft.noun not in _OF_UNDOING:
            return False
        targets = place.values(SlotName.TARGET)
        if targets and frame.targets and not set(targets) & set(frame.targets):
            return False
        if not self._nesting.agree(place.values(SlotName.IMPOSER), frame.imposers):
            return False
        amounts = place.values(SlotName.AMOUNT)
        if amounts and frame.amounts and not set(amounts) & frame.amounts:
            return False
        return all(_same_time(value.value, frame) for value in place.times)

    def _not_raised(self, place: Place, frame: Frame) -> bool:
        """Whether a noun may refer to a measure: one to come, or one there is none of, to none in force."""
        modality, known = place.standing.modality, place.standing.presupposes or place.draft.acted_on
        if frame.latest(place.draft.first) < 0 and not self._soon(place, frame):
            return False
        weak = modality in AHEAD or modality in _DOUBTED
        weak = weak or (modality is Modality.CLAIMED and not place.draft.nominal)
        if known or not frame.effective or not weak:
            return True
        return bool(set(place.values(SlotName.TARGET)) & set(frame.targets))

    def _soon(self, place: Place, frame: Frame) -> bool:
        """Whether a noun may speak of what the story tells only later: in a headline, or right behind it."""
        begun, here = frame.places[0].draft, place.draft.sentence.paragraph
        if begun.fresh or set(place.values(SlotName.TARGET)) & set(frame.targets):
            return not begun.fresh
        return here < 0 or bool(place.draft.imposers) or begun.sentence.paragraph - here <= MOST_AHEAD

    def _elsewhere(self, place: Place, frame: Frame) -> bool:
        """Whether the story has turned to another company since it last told of a measure on one."""
        draft = place.draft
        targets = set(frame.targets or (frame.affects.targets if frame.affects else ()))
        if not draft.definite or set(place.values(SlotName.TARGET)) & targets:
            return False
        if not any(self._nesting.is_company(key) for key in targets):
            return False
        told = frame.before(draft.first)
        if told is not None and told.draft.sentence is draft.sentence:
            return False
        first = draft.sentence.first if told is None else told.draft.sentence.last
        named = self._nesting.companies(first, draft.sentence.last)
        return bool(named) and not targets & named

    def _shared(self, place: Place, frame: Frame) -> bool:
        """Whether the words of both tell the same target, or the same authority and kind."""
        if set(place.values(SlotName.TARGET)) & set(frame.targets):
            return True
        authority = set(place.values(SlotName.IMPOSER)) & set(frame.imposers)
        return bool(authority) and place.draft.type is frame.type

    def _closeness(self, place: Place, frame: Frame) -> tuple[bool, bool, bool]:
        return (
            bool(set(place.values(SlotName.TARGET)) & set(frame.targets)),
            bool(set(place.values(SlotName.IMPOSER)) & set(frame.imposers)),
            place.draft.type is frame.type,
        )

    def _referring(self, place: Place) -> bool:
        """A noun that refers to a measure: the one that fits best, told last before it, else after."""
        draft = place.draft
        if draft.tentative and not (draft.definite or draft.denied):
            return False
        fits = [
            frame
            for frame in self._near
            if not frame.undoes
            and (kin(draft.type, frame.type) or _any_kind(draft))
            and frame.places[0].background == place.background
            and self._fits(place, frame)
            and self._not_raised(place, frame)
        ]
        if not fits:
            return False
        place.rivals = _rivals(place, fits)
        exact = draft.type is not MeasureType.SANCTIONS
        self._put(
            place,
            max(
                fits,
                key=lambda f: (
                    *self._closeness(place, f)[:2],
                    exact and f.type is draft.type,
                    f.latest(draft.first),
                ),
            ),
        )
        return True

    def _undoing(self, place: Place) -> None:
        """A place that would undo a measure: joined with another that would undo the same one."""
        draft = place.draft
        affected = self._of.get(draft.over) if draft.over is not None else None
        affected = affected or self._aimed_at(place)
        for frame in reversed(self._near):
            if not frame.undoes or not undoing_kin(draft.type, frame.type):
                continue
            if not _same_act(place, frame):
                continue
            same = frame.affects is affected if affected and frame.affects else self._meets(place, frame)
            if (
                same
                and self._nesting.agree(place.values(SlotName.IMPOSER), frame.imposers)
                and self._alike(place, frame)
            ):
                self._put(place, frame)
                frame.affects = frame.affects or affected
                return
        frame = self._open(place)
        frame.affects = affected

    def _alike(self, place: Place, frame: Frame) -> bool:
        targets = place.values(SlotName.TARGET)
        known = frame.targets or (frame.affects.targets if frame.affects else [])
        return not (targets and known) or bool(set(targets) & set(known))

    def _meets(self, place: Place, frame: Frame) -> bool:
        """Whether the targets of two undoings meet, or one tells none."""
        targets = set(place.values(SlotName.TARGET))
        known = set(frame.targets) | set(frame.affects.targets if frame.affects else [])
        return bool(targets & known) or not targets or not known

    def _aimed_at(self, place: Place) -> Frame | None:
        """The measure that an undoing without an object is about: one on its target, else the only one."""
        over = place.draft.over
        restrictive = [f for f in self._near if not f.undoes and not f.places[0].background]
        if over is not None:
            restrictive = [f for f in restrictive if kin(over.type, f.type)]
        targets = set(place.values(SlotName.TARGET))
        fits = [
            f
            for f in restrictive
            if (targets & set(f.targets) if targets else f.effective) and f.type not in _PAID_ONLY
        ]
        fits = [f for f in fits if self._nesting.agree(place.values(SlotName.IMPOSER), f.imposers)]
        at = place.draft.first
        return max(fits, key=lambda f: (len(f.places), -abs(f.latest(at) - at))) if fits else None

    def _late(self, place: Place) -> None:
        """What can only be told when all else is: "the decision", "reverse it", "a deal is possible"."""
        draft = place.draft
        if draft.undoes:
            fits = [
                f
                for f in self._near
                if f.undoes
                and undoing_kin(draft.type, f.type)
                and (f.latest(draft.first) >= 0 or draft.over_it)
                and (not f.effective or draft.type is f.type)
                and self._nesting.agree(place.values(SlotName.IMPOSER), f.imposers)
            ]
            if fits:
                self._put(place, max(fits, key=lambda f: f.latest(draft.first)))
            elif draft.over_it and draft.rule == "undoes a measure":
                self._over_it(place)
            return
        if not (draft.definite or draft.denied):
            return
        fits = [
            f
            for f in self._near
            if f.latest(draft.first) >= 0
            and (_any_kind(draft) or kin(draft.type, f.type))
            and self._fits(place, f)
            and self._not_raised(place, f)
        ]
        fits = [f for f in fits if not f.places[0].background and not (f.undoes and draft.acted_on)]
        if fits:
            place.rivals = _rivals(place, fits)
            self._put(place, max(fits, key=lambda f: (not f.only_named, *f.recency(draft.first))))

    def _over_it(self, place: Place) -> None:
        """Read "lift it": of the measure told last."""
        told = [f for f in self._near if not f.undoes and f.latest(place.draft.first) >= 0]
        if told:
            frame = self._open(place)
            frame.affects = max(told, key=lambda f: f.latest(place.draft.first))

    def _in_kind(self, place: Place) -> None:
        """An answer in kind: its own measure, of the kind told last, never told more firmly than that."""
        at = place.draft.first
        told = [f for f in self.found if not f.undoes and f.latest(at) >= 0 and not f.places[0].background]
        if not told:
            return
        model = max(told, key=lambda f: f.latest(at))
        place.draft.type = model.type
        known = next(item for item in reversed(model.places) if item.draft.first < at)
        weak = place.standing.modality in {Modality.UNCLEAR, Modality.REPORTED, Modality.STATED}
        if weak or (place.standing.modality.effective and not model.effective):
            place.standing = Standing(
                known.standing.modality, "in kind, no firmer than what it answers", known.standing.cues
            )
        self._open(place)


_OF_ANY_KIND = listed(
    "decision action actions move step measure measures ruling order orders punishment penalty penalties"
    " sanction crackdown notice decree direction"
) | {""}
"""Nouns that can stand for a fine, a settlement or a tariff too."""

_OF_UNDOING = listed("decision action move step ruling")
"""Nouns that can stand for the lifting or easing of a measure."""

_DOUBTED = frozenset((Modality.DENIED, Modality.HYPOTHETICAL, Modality.OPINION))
_PAID_ONLY = frozenset((MeasureType.FINE, MeasureType.SETTLEMENT, MeasureType.TARIFF))


def _refers(draft: Draft) -> bool:
    """Whether a noun speaks of a measure that is told elsewhere, as far as its own phrase shows."""
    return draft.tentative or (draft.nominal and draft.definite and not draft.targets)


def _rivals(place: Place, fits: list[Frame]) -> bool:
    """Whether a noun could as well speak of a measure that is nowhere in force, told before it."""
    return any(not frame.effective and frame.latest(place.draft.first) >= 0 for frame in fits)


def _same_act(place: Place, frame: Frame) -> bool:
    """Whether an undoing can be told of as one with another: none that took effect with one only wanted."""
    if place.standing.modality.effective == frame.effective:
        return not frame.effective or place.draft.type is frame.type
    known = place.draft.nominal and place.draft.definite
    shared = known or bool(set(place.values(SlotName.TARGET)) & set(frame.targets))
    ahead = frame.ahead if place.standing.modality.effective else place.standing.modality in AHEAD
    return shared and place.draft.type is frame.type and not ahead


def _only_acted_on(frame: Frame) -> bool:
    return frame.type is MeasureType.LICENCE and all(place.draft.undone for place in frame.places)


def _any_kind(draft: Draft) -> bool:
    """Whether a noun such as "decision" can stand for any kind of measure."""
    return draft.tentative and draft.type is MeasureType.SANCTIONS


def _bare(draft: Draft) -> bool:
    """Whether nothing but recency tells what a noun refers to."""
    return not (draft.targets or draft.imposers or draft.acted_on) and _any_kind(draft)


def _same_time(timex: Timex, frame: Frame) -> bool:
    """Whether two times of one measure can be the same: not of different years."""
    if timex.first is None or timex.last is None or frame.first is None or frame.last is None:
        return True
    return timex.first.year <= frame.last.year and frame.first.year <= timex.last.year

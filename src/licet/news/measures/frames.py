"""Which places of a story speak of the same measure.

Two places are one measure if their kinds are of one family, their targets meet or one tells none, their
imposers are nested (a bureau within its department within its government) or one tells none, and neither the
year nor the amount differs: a penalty of 2017 is not the order of 2018. What would undo a measure is one of
its own, and one that took effect is never joined with one that is only wanted.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable

from licet.news.measures.agreeing import PAID, Agreeing, means, same_act
from licet.news.measures.draft import Draft
from licet.news.measures.families import RESTRICTIVE, kin, undoing_kin
from licet.news.measures.frame import SPOKEN, Frame, Place
from licet.news.measures.measure import MeasureType
from licet.news.measures.nesting import Nesting
from licet.news.measures.referring import GENERAL, is_generic, known_as
from licet.news.modality.modality import Modality, Standing

# Python 3.11 looks a member of an enum up slowly: those asked for most are bound once.
_LICENCE, _SANCTIONS = MeasureType.LICENCE, MeasureType.SANCTIONS
_REPORTED, _STATED, _UNCLEAR = Modality.REPORTED, Modality.STATED, Modality.UNCLEAR

MOST_OPEN = 60
"""Measures among which the one that a place speaks of is looked for."""
MOST_OF_IT = 2
"""Undoings told in a story in which "lift it" may be one of them; of more nobody could tell which."""


class Frames:
    """Joins places to measures.

    Args:
        nesting: Which authority is within which.
        agreeing: Compares places with measures.
    """

    def __init__(self, nesting: Nesting, agreeing: Agreeing) -> None:
        self.found: list[Frame] = []
        self._nesting = nesting
        self._agreeing = agreeing
        self._salience = agreeing.salience
        self._of: dict[Draft, Frame] = {}
        self._lead: Frame | None = None

    @property
    def _near(self) -> list[Frame]:
        """The measures opened last; the work for a story grows with its length alone."""
        return self.found[-MOST_OPEN:]

    def join(self, places: list[Place]) -> list[Frame]:
        """Join the places of a story, given in its order; what refers to nothing is left out."""
        undoing = [place for place in places if place.draft.type.undoes]
        others = [place for place in places if not place.draft.type.undoes]
        for place in others:
            if not _refers(place.draft) and not place.draft.in_kind:
                self._told(place)
        self._lead = self._salience.lead(self.found)
        self._refer([place for place in others if not _bare(place.draft)])
        for place in undoing:
            if not (place.draft.tentative and place.draft.over is None):
                self._undoing(place)
        self._lead = self._salience.lead(self.found)
        for place in places:
            if place.draft not in self._of and not place.draft.in_kind:
                self._late(place)
        self._answers([place for place in places if place.draft.in_kind])
        self._drop_licences()
        for frame in self.found:
            if len(frame.places) > 1:
                frame.in_order()
        self.found.sort(key=lambda frame: frame.places[0].draft.first)
        return self.found

    def _drop_licences(self) -> None:
        """A licence that is only told of as suspended or revoked is no measure beside that."""
        for frame in self.found:
            if frame.affects is not None and _only_acted_on(frame.affects):
                frame.affects = None
        self.found = [frame for frame in self.found if not _only_acted_on(frame)]

    def _beside(self, place: Place) -> Frame | None:
        """The measure told in its sentence before a noun that is set beside it."""
        if not self._salience.apposed(place):
            return None
        here, at = place.draft.sentence, place.draft.first
        told = [f for f in self._near if (last := f.before(at)) is not None and last.draft.sentence is here]
        told = [f for f in told if means(place.draft, f) and self._agreeing.fits(place, f)]
        return max(told, key=lambda f: f.latest(at), default=None)

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
        frame = Frame(place.draft.likely or place.draft.type)
        self.found.append(frame)
        self._put(place, frame)
        return frame

    def _put(self, place: Place, frame: Frame) -> None:
        place.elsewhere = self._agreeing.elsewhere(place, frame)
        frame.add(place)
        self._of[place.draft] = frame

    def _told(self, place: Place) -> None:
        """A place that tells a measure by itself."""
        draft = place.draft
        beside = self._beside(place)
        if beside is not None:
            self._put(place, beside)
            return
        fits = [] if draft.fresh else [f for f in self._near if self._agreeing.one(place, f)]
        if fits:
            at = draft.first
            self._put(place, _best(fits, lambda f: (self._agreeing.closeness(place, f), f.latest(at))))
        else:
            self._open(place)

    def _referring(self, place: Place) -> bool:
        """A noun that refers to a measure: the one that fits best, told last before it, else after."""
        draft = place.draft
        if draft.tentative and not (draft.definite or draft.denied):
            return False
        fits = [
            frame
            for frame in self._near
            if not frame.undoes
            and means(draft, frame)
            and frame.background == place.background
            and self._agreeing.fits(place, frame)
            and self._agreeing.not_raised(place, frame)
        ]
        fits = fits or self._single(place) or self._of_wider_kind(place)
        if not fits:
            return False
        place.rivals = _rivals(place, fits)
        exact = draft.type is not _SANCTIONS
        best = _best(
            fits,
            lambda f: (
                *self._agreeing.closeness(place, f)[:2],
                exact and f.type is draft.type,
                self._salient(place, f),
                f.latest(draft.first),
            ),
        )
        self._put(place, self._safer(place, best, fits))
        return True

    def _undoing(self, place: Place) -> None:
        """A place that would undo a measure: joined with another that would undo the same one."""
        draft = place.draft
        told = self._of.get(draft.over) if draft.over is not None else None
        affected = told or self._aimed_at(place)
        told_of = [f for f in self._near if f.undoes]
        fits = [f for f in told_of if undoing_kin(draft.type, f.type) and same_act(place, f)]
        fits = [f for f in fits if self._agreeing.one_undoing(place, f, affected)]
        if len(told_of) > 1:
            fits = [f for f in fits if self._agreeing.one_act(place, f, affected)]
        fits = fits or self._only_undoing(place)
        if fits:
            at = draft.first
            frame = _best(fits, lambda f: (f.type is draft.type, self._salient(place, f), f.latest(at)))
            self._put(place, frame)
            frame.affects = frame.affects or affected
            return
        frame = self._open(place)
        frame.affects = affected

    def _only_undoing(self, place: Place) -> list[Frame]:
        """The only undoing of its kind told before "the suspension", which is told as nothing but known."""
        draft = place.draft
        if not (draft.nominal and draft.definite):
            return []
        told = [f for f in self._near if f.undoes and f.type is draft.type]
        if len(told) != 1 or told[0].latest(draft.first) < 0 or not self._agreeing.alike(place, told[0]):
            return []
        if place.standing.modality not in SPOKEN and (told[0].effective or not self._salience.alone(draft)):
            return []  # what is foretold of one in force could be another one
        return told if self._nesting.agree(place.imposers, told[0].imposers) else []

    def _aimed_at(self, place: Place) -> Frame | None:
        """The measure that an undoing without an object is about: one on its target, else the only one."""
        over = place.draft.over
        restrictive = [f for f in self._near if not f.undoes and not f.background]
        if over is not None:
            restrictive = [f for f in restrictive if kin(over.type, f.type)]
        targets = set(place.targets)
        fits = [
            f
            for f in restrictive
            if (targets & set(f.targets) if targets else f.effective) and f.type not in PAID
        ]
        fits = [f for f in fits if self._nesting.agree(place.imposers, f.imposers)]
        at = place.draft.first
        return max(fits, key=lambda f: (len(f.places), -abs(f.latest(at) - at))) if fits else None

    def _single(self, place: Place) -> list[Frame]:
        """The only restriction told before a noun of general meaning, whatever its kind."""
        if not _any_kind(place.draft) and place.draft.noun not in GENERAL:
            return []
        told = [f for f in self._near if f.type in RESTRICTIVE and f.latest(place.draft.first) >= 0]
        told = [f for f in told if not f.undoes and not f.background]
        fits = len(told) == 1 and self._agreeing.fits(place, told[0])
        return told if fits and self._agreeing.not_raised(place, told[0]) else []

    def _of_wider_kind(self, place: Place) -> list[Frame]:
        """What the story is about, where a known noun fits nothing of its own kind: "the blacklisting"."""
        draft, lead = place.draft, self._lead
        if not draft.definite or lead is None or lead.undoes or not known_as(draft, lead.type):
            return []
        told = lead.latest(draft.first) >= 0 and not lead.background
        fits = told and self._agreeing.fits(place, lead) and self._agreeing.not_raised(place, lead)
        return [lead] if fits else []

    def _safer(self, place: Place, best: Frame, fits: list[Frame]) -> Frame:
        """Of a measure in force and one told after it that is not, the latter, if nothing names the first."""
        at = place.draft.first
        if not best.effective or self._agreeing.shared(place, best):
            return best
        if place.standing.presupposes and self._salient(place, best):
            return best
        later = [f for f in fits if f.only_ahead and f.latest(at) > best.latest(at)]
        return max(later, key=lambda f: f.latest(at), default=best)

    def _salient(self, place: Place, frame: Frame) -> int:
        """How far a measure has just been told, by the same noun, or is the one that the story is about.

        A noun that tells no kind itself means that one before any other, but "the decision" one just told
        that undoes another.
        """
        named = 2 if place.draft.noun in frame.nouns else 0
        if frame is self._lead and place.draft.noun in GENERAL:
            return named + 3
        if self._salience.near(place, frame):
            undone = frame.undoes and is_generic(place.draft) and _in_paragraph(place, frame)
            return named + (4 if undone else 2)
        return named + (frame is self._lead)

    def _late(self, place: Place) -> None:
        """What can only be told when all else is: "the decision", "reverse it", "a deal is possible"."""
        draft = place.draft
        if draft.type.undoes:
            fits = [
                f
                for f in self._near
                if f.undoes
                and undoing_kin(draft.type, f.type)
                and (f.latest(draft.first) >= 0 or draft.over_it)
                and (place.standing.modality.effective == f.effective or same_act(place, f))
                and (not f.effective or draft.type is f.type)
                and self._nesting.agree(place.imposers, f.imposers)
            ]
            if fits and not (draft.over_it and sum(f.undoes for f in self._near) > MOST_OF_IT):
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
            and means(draft, f)
            and self._agreeing.fits(place, f)
            and self._agreeing.not_raised(place, f)
        ]
        fits = [f for f in fits if not f.background and not (f.undoes and draft.acted_on)]
        fits = fits or self._single(place)
        if fits:
            place.rivals = _rivals(place, fits)
            best = _best(fits, lambda f: (not f.only_named, self._salient(place, f), *f.recency(draft.first)))
            self._put(place, self._safer(place, best, fits))

    def _over_it(self, place: Place) -> None:
        """Read "lift it": of the measure told last."""
        told = [f for f in self._near if not f.undoes and f.latest(place.draft.first) >= 0]
        if told:
            frame = self._open(place)
            frame.affects = max(told, key=lambda f: f.latest(place.draft.first))

    def _answers(self, places: list[Place]) -> None:
        """Answers in kind: each is a measure of its own, of the kind told last."""
        told = sorted(
            (place.draft.first, number)
            for number, frame in enumerate(self.found if places else ())
            if _can_be_answered(frame)
            for place in frame.places
        )
        for place in places:
            before = bisect_left(told, (place.draft.first, 0))
            if not before:
                continue
            _, model = told[bisect_left(told, (told[before - 1][0], 0))]
            self._in_kind(place, self.found[model])
            if _can_be_answered(self.found[-1]):
                insort(told, (place.draft.first, len(self.found) - 1))

    def _in_kind(self, place: Place, model: Frame) -> None:
        """Open the measure of an answer in kind, never told more firmly than what it answers."""
        at = place.draft.first
        place.draft.type = model.type
        known = next(item for item in reversed(model.places) if item.draft.first < at)
        weak = place.standing.modality in {_UNCLEAR, _REPORTED, _STATED}
        if not model.effective and (weak or place.standing.modality.effective):
            place.standing = Standing(
                known.standing.modality, "in kind, no firmer than what it answers", known.standing.cues
            )
        self._open(place)


def _can_be_answered(frame: Frame) -> bool:
    """Whether another may do the like of a measure: it is no undoing and more than background."""
    return not (frame.undoes or frame.background)


def _best(fits: list[Frame], rank: Callable[[Frame], tuple[object, ...]]) -> Frame:
    """The measure of the highest rank; most nouns fit one alone, which is not ranked."""
    return fits[0] if len(fits) == 1 else max(fits, key=rank)


def _refers(draft: Draft) -> bool:
    """Whether a noun speaks of a measure that is told elsewhere, as far as its own phrase shows."""
    return draft.tentative or (draft.nominal and draft.definite and not draft.targets)


def _in_paragraph(place: Place, frame: Frame) -> bool:
    told = frame.before(place.draft.first)
    return told is not None and told.draft.sentence.paragraph == place.draft.sentence.paragraph


def _rivals(place: Place, fits: list[Frame]) -> bool:
    """Whether a noun could as well speak of a measure that is nowhere in force, told before it."""
    return any(not frame.effective and frame.latest(place.draft.first) >= 0 for frame in fits)


def _only_acted_on(frame: Frame) -> bool:
    return frame.type is _LICENCE and all(place.draft.undone for place in frame.places)


def _any_kind(draft: Draft) -> bool:
    """Whether a noun such as "decision" can stand for any kind of measure."""
    return draft.tentative and draft.type is _SANCTIONS


def _bare(draft: Draft) -> bool:
    """Whether nothing but recency tells what a noun refers to."""
    return not (draft.targets or draft.imposers or draft.acted_on) and _any_kind(draft)

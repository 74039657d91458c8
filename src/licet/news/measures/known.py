"""How a place that takes its measure as known is shown: as the story tells the measure elsewhere."""

from __future__ import annotations

from licet.news.listed import listed
from licet.news.measures.agreeing import Agreeing, means
from licet.news.measures.draft import Draft
from licet.news.measures.families import undoing_kin
from licet.news.measures.frame import AHEAD, SPOKEN, Frame, Place
from licet.news.measures.referring import is_generic
from licet.news.measures.scene import Scene
from licet.news.modality.modality import Modality, Standing

# Python 3.11 looks a member of an enum up slowly: those asked for most are bound once.
_UNCLEAR = Modality.UNCLEAR

_NOT = listed("not never no none nor neither without nobody nothing cannot n't")
"""Words that deny what stands behind them."""
_MOST_WEIGHED = 60
"""Measures of a story that are weighed against one another; of more nobody could tell which one is meant."""
_LEAD = 1
"""Last paragraph of which a story may tell what it has spoken of before."""


class Known:
    """The measures of one story, and which of them its nouns take as known.

    Args:
        scene: The story.
        agreeing: Compares places with measures.
        frames: All measures of the story.
    """

    def __init__(self, scene: Scene, agreeing: Agreeing, frames: list[Frame]) -> None:
        self.scene = scene
        self._agreeing = agreeing
        self._frames = frames

    def shown(self, place: Place, frame: Frame) -> Standing:
        """The standing of a place: its own, or that of the measure which it takes as existing."""
        standing = place.standing
        if standing.modality.effective or (place.draft.supposed and self._uncertain(place.draft)):
            return standing
        told = frame.told if self._raised(place, frame) else None
        how = "the story tells it as existing"
        if told is None and len(self._frames) > _MOST_WEIGHED:
            return standing
        if told is None:
            told, how = self._by_elimination(place), "all that it could mean is told as existing"
        if told is not None:
            return standing._replace(modality=told.modality, rule=f"{standing.rule}; {how}")
        return standing

    def _uncertain(self, draft: Draft) -> bool:
        """Whether a noun that only the story's theme makes a measure stands behind a word that denies."""
        before = self.scene.laid.lows[draft.sentence.first : draft.first]
        return not draft.acted_on and not _NOT.isdisjoint(before)

    def _raised(self, place: Place, frame: Frame) -> bool:
        """Whether a place takes the measure that it is joined with as existing, and shares enough with it."""
        draft, standing = place.draft, place.standing
        if not (standing.presupposes or self._only_names(place)):
            return False
        shares = _shares(place, frame)
        if standing.rule == "unnamed speaker" and not (draft.acted_on or shares):
            return False  # what unnamed persons tell is claimed
        headed = standing.rule == "headline" and shares  # "US bars Orlo", as the story then tells
        if not (draft.definite or draft.acted_on or draft.step is not None or headed):
            return False
        if place.elsewhere or (place.rivals and not shares):
            return False
        return not frame.undoes or draft.definite or headed

    def _by_elimination(self, place: Place) -> Standing | None:
        """The standing of a definite noun that can mean nothing but measures which are told as existing.

        Whichever of them it means, it then speaks of one that exists.
        """
        draft, standing = place.draft, place.standing
        if not (draft.nominal and draft.definite) or draft.denied or draft.fresh or place.background:
            return None
        if not draft.acted_on and standing.modality not in SPOKEN:
            return None
        if draft.type.undoes and standing.modality in AHEAD and not standing.presupposes:
            return None  # "considers the removal": an undoing that is wanted is not yet told
        meant = [f for f in self._frames if self._can_mean(place, f)]
        if any(_is_weak(f) or self._agreeing.elsewhere(place, f) for f in meant):
            return None
        return next((f.told for f in meant if f.told is not None), None)

    def _can_mean(self, place: Place, frame: Frame) -> bool:
        draft = place.draft
        if draft.type.undoes:
            kind = frame.undoes and undoing_kin(draft.type, frame.type)
        else:
            kind = means(draft, frame) and (not frame.undoes or is_generic(draft))
        if not kind or frame.background or not any(item is not place for item in frame.places):
            return False
        told = frame.latest(draft.first) >= 0 or frame.places[0].draft.sentence.paragraph <= _LEAD
        return told and self._agreeing.fits(place, frame)

    def _only_names(self, place: Place) -> bool:
        """Whether a noun of the story's own voice names a known measure without a word on how it stands."""
        draft = place.draft
        unclear = draft.nominal and draft.definite and place.standing.modality is _UNCLEAR
        unclear = unclear and place.standing.rule != "no authority acts"
        return unclear and self.scene.laid.quote_at(self.scene.words[draft.first].start) is None


def _is_weak(frame: Frame) -> bool:
    """Whether a measure is nowhere told as existing, and told as wanted, feared, claimed or denied."""
    return frame.told is None and frame.weak


def _shares(place: Place, frame: Frame) -> bool:
    """Whether a place names whom the measure is on, or who imposed it.

    Where several measures fit, a bare "the ban" may speak of another one than the story last told of.
    """
    known = set(frame.targets) | set(frame.affects.targets if frame.affects else ())
    authority = set(frame.imposers).intersection(place.imposers)
    return bool(authority or known.intersection(place.targets))

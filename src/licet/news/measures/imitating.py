"""A measure told by its likeness to the one told before: "responded in kind", "Ottawa has yet to do so"."""

from __future__ import annotations

from licet.news.layout import Sentence
from licet.news.listed import listed
from licet.news.measures.banning import act
from licet.news.measures.draft import Draft
from licet.news.measures.measure import MeasureType
from licet.news.measures.scene import Scene
from licet.news.parties.party import PartyKind

# Python 3.11 looks a member of an enum up slowly: those asked for most are bound once.
_SANCTIONS = MeasureType.SANCTIONS
_PLACE = PartyKind.PLACE

_FOLLOWS = listed("follow follows followed")
_SO = listed("so same likewise")
ANSWERS = (
    _FOLLOWS
    | _SO
    | listed(
        "respond responds responded responding answer answers answered retaliate retaliates retaliated reply"
        " replied"
    )
)
"""Words that call the rule."""
_DOES = listed("do does did doing")
_ENDS = listed(". , : ; next within soon later before yet this")
_LIKE = listed("example lead")
_STATES = listed("countries states governments capitals markets allies ministers ministry government agency")
"""Common nouns of those who take measures."""
_FARTHEST = 12
"""Words before "follow" within which whoever may follow is named."""


def in_kind(scene: Scene, sentence: Sentence, number: int) -> Draft | None:
    """Read "responded in kind", "followed suit", "has yet to do so": a measure of the kind just named.

    Args:
        scene: The story.
        sentence: The sentence.
        number: The word that calls the rule.
    """
    low = scene.low(number)
    if low in _FOLLOWS:
        return _follows(scene, sentence, number)
    if low in _SO:
        return _does_so(scene, sentence, number)
    if scene.low(number + 1) != "in" or scene.low(number + 2) != "kind":
        return None
    draft = Draft(number, number + 3, sentence, _SANCTIONS, "in kind", in_kind=True)
    act(scene, sentence, number, draft)
    return draft


def _follows(scene: Scene, sentence: Sentence, number: int) -> Draft | None:
    """Read "Canada followed suit", "Washington is expected to follow next week"; an authority must act."""
    after = scene.low(number + 1)
    end = number + 2 if after == "suit" else number + 1
    timed = after in _ENDS or (after == "as" and scene.low(number + 2) == "early")
    if after == "in":
        timed = scene.words[number + 2 : number + 3] != [] and scene.words[number + 2].is_capital
    named = scene.at(number + 1)
    if named is not None:
        timed = scene.low(named.last) == "'s" and scene.low(named.last + 1) in _LIKE
    if not timed and after != "suit":
        return None
    rule = "in kind" if after == "suit" else "followed"
    draft = Draft(number, end, sentence, _SANCTIONS, rule, in_kind=True)
    act(scene, sentence, number, draft)
    return draft if draft.imposers or (scene.low(number - 1) == "to" and _state(scene, draft)) else None


def _does_so(scene: Scene, sentence: Sentence, number: int) -> Draft | None:
    """Read "has yet to do so", "will do the same", "doing likewise", of one who takes measures."""
    verb = number - 2 if scene.low(number) == "same" and scene.low(number - 1) == "the" else number - 1
    if scene.low(verb) not in _DOES:
        return None
    draft = Draft(verb, number + 1, sentence, _SANCTIONS, "does the same", in_kind=True)
    act(scene, sentence, verb, draft)
    return draft if draft.imposers or _state(scene, draft) else None


def _state(scene: Scene, draft: Draft) -> bool:
    """Whether whoever is named last before a place takes measures: a state, a part of one, a ministry."""
    for place in range(draft.first - 1, max(draft.sentence.first, draft.first - _FARTHEST) - 1, -1):
        named = scene.at(place)
        if named is not None:
            return named.acts or named.kind is _PLACE
        if scene.low(place) in _STATES:
            return True
    return False

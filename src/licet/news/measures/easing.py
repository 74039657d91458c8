"""Leave from a measure told by the way: "are exempt until", "a grace period", "greenlit", "waved through"."""

from __future__ import annotations

from licet.news.layout import Sentence
from licet.news.listed import listed
from licet.news.measures import lexicon
from licet.news.measures.banning import act
from licet.news.measures.draft import Draft
from licet.news.measures.measure import MeasureType
from licet.news.measures.nouns import phrase_end
from licet.news.measures.scene import Phrase, Scene
from licet.news.measures.subjects import subject

M = MeasureType

# Python 3.11 looks a member of an enum up slowly: those asked for most are bound once.
_EXEMPTION, _EXPORT_BAN, _INVESTMENT_BAN = M.EXEMPTION, M.EXPORT_BAN, M.INVESTMENT_BAN
_LICENCE = M.LICENCE
FARTHEST = 12
"""Words before "exempt" or after "greenlit" within which what it is about stands."""

EXEMPT = frozenset(("exempt",))
PERIODS = frozenset(("period", "periods"))
CARVED = frozenset(("carve",))
CLEARS = listed(
    "greenlit greenlight greenlights greenlighted approve approves approved waved waves wave clear"
    " clears cleared"
)
_STAYS = lexicon.BE | listed("remain remains stay stays already")
_OF_GRACE = listed("grace down transition transitional")


def exempt(scene: Scene, sentence: Sentence, number: int) -> Draft | None:
    """Read "cruise ships are exempt until 30 June", "payments for gas stay exempt"; not "tax-exempt"."""
    before = number - 1
    while scene.low(before) in lexicon.ADVERBS:
        before -= 1
    if scene.low(before) not in _STAYS or scene.low(number + 1) in {"status", "organisation", "bonds"}:
        return None
    draft = Draft(number, number + 1, sentence, _EXEMPTION, "exempt")
    whom = subject(scene, sentence, number)
    if whom is not None and whom.bears:
        draft.targets = [whom]
    first = before
    while first > max(sentence.first, before - FARTHEST) and scene.low(first - 1) not in {
        ",",
        ";",
        ".",
        "and",
    }:
        first -= 1
    draft.scope = (first, before) if first < before and not draft.targets else None
    return draft if draft.targets or draft.scope else None


def grace_period(scene: Scene, sentence: Sentence, number: int) -> Draft | None:
    """Read "a grace period until 30 June", "a 90-day period for contracts with Tarn Optics"."""
    if scene.low(number - 1) not in _OF_GRACE:
        return None
    first = number - 1
    if scene.low(first) == "down":
        if scene.low(first - 2) != "wind":
            return None
        first -= 2
    draft = Draft(first, number + 1, sentence, _EXEMPTION, "grace period", nominal=True)
    determiner = next(
        (scene.low(p) for p in range(first - 1, first - 5, -1) if scene.low(p) in lexicon.DETERMINERS), ""
    )
    draft.definite = draft.tentative = determiner in {"the", "this", "that", "its"}
    if scene.low(number + 1) in {"for", "to"}:
        end = scene.right(sentence, number + 2)
        draft.targets = _named(scene, number + 2, end)
        draft.scope = (number + 2, phrase_end(scene, number + 2, end))
    return draft


def carve_out(scene: Scene, sentence: Sentence, number: int) -> Draft | None:
    """Read "a carve-out for medical goods"; the verb is told among those that undo."""
    if scene.low(number + 1) != "-" or scene.low(number + 2) not in {"out", "outs"}:
        return None
    draft = Draft(number, number + 3, sentence, _EXEMPTION, "carve-out", nominal=True)
    draft.definite = draft.tentative = scene.low(number - 1) in {"the", "this", "that"}
    if scene.low(number + 3) == "for":
        end = scene.right(sentence, number + 4)
        draft.targets = _named(scene, number + 4, end)
        draft.scope = (number + 4, phrase_end(scene, number + 4, end))
    return draft if draft.scope or draft.definite else None


_TRADE = lexicon.LICENCES | lexicon.TRADE_NOUNS.keys()


def cleared(scene: Scene, sentence: Sentence, number: int) -> Draft | None:
    """Read "greenlit sales of turbines to Tarn Optics", "waved through exports"; an authority must act."""
    first = number + 1
    if scene.low(number).startswith("wave"):
        if scene.low(first) != "through":
            return None
        first += 1
    end = scene.right(sentence, first)
    near = range(first, min(end, first + 6))
    trade = next((place for place in near if scene.common(place) in _TRADE), None)
    if trade is None or not lexicon.PREPOSITIONS.isdisjoint(scene.lows[first:trade]):
        return None
    kind = lexicon.TRADE_NOUNS.get(scene.low(trade), _EXPORT_BAN)
    if kind is _INVESTMENT_BAN or scene.low(trade) in lexicon.LICENCES:
        return None
    draft = Draft(number, first, sentence, _LICENCE, "cleared")
    act(scene, sentence, number, draft)
    if draft.foreign_agent or not (draft.imposers or draft.official):
        return None
    draft.scope = (trade, phrase_end(scene, trade + 1, end))
    draft.targets = _named(scene, trade + 1, end)
    return draft


def _named(scene: Scene, first: int, end: int) -> list[Phrase]:
    """Parties behind "for" or "to" that leave can be given to."""
    return [
        item
        for place in range(first, min(end, first + FARTHEST))
        if (named := scene.at(place)) is not None and named.first == place and named.bears
        for item in (Phrase(named.first, named.last, named.key, named),)
    ]

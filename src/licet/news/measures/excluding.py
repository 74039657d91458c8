"""Parties shut out, and markets closed: "shut out of every port", "closed its market to timber"."""

from __future__ import annotations

from licet.news.layout import Sentence
from licet.news.listed import listed
from licet.news.measures.aiming import home_of, is_aimed_at
from licet.news.measures.banning import act
from licet.news.measures.draft import Draft
from licet.news.measures.measure import MeasureType, kinds
from licet.news.measures.scene import Scene
from licet.news.measures.subjects import subject

M = MeasureType

SHUTS = listed(
    "shut shuts shutting lock locks locked locking freeze froze frozen keep keeps kept throw threw thrown"
    " squeeze squeezed"
)
"""Verbs that go on with somebody "out of" a market."""

CLOSES = listed("close closes closed closing shut shuts shutting")
"""Verbs that go on with "its market to"."""

_OUT_OF: dict[str, MeasureType] = {
    **kinds("tender tenders contracts procurement auctions bidding networks network", M.PROCUREMENT_BAN),
    **kinds("port ports market markets airspace waters skies system exchanges economy", M.SANCTIONS),
}
_CLOSED: dict[str, MeasureType] = {
    **kinds("market markets border borders crossing crossings gate gates", M.IMPORT_BAN),
    **kinds("airspace skies ports port waters", M.SANCTIONS),
}


_LONGEST_DOOR = 6
"""Words of what is closed: "the Orlan gate", "its airspace and its ports"."""


def shut_out(scene: Scene, sentence: Sentence, number: int) -> Draft | None:
    """Read "was shut out of American ports", "14 tankers shut out of every port", "locked out of tenders"."""
    last = min(sentence.last - 2, number + 7)
    out = next(
        (p for p in range(number + 1, last) if scene.low(p) == "out" and scene.low(p + 1) == "of"), None
    )
    if out is None:
        return None
    where = next((p for p in range(out + 2, min(sentence.last, out + 8)) if scene.common(p) in _OUT_OF), None)
    if where is None:
        return None
    end = number + 1 if out > number + 1 else out + 1
    draft = Draft(number, end, sentence, _OUT_OF[scene.low(where)], "shut out")
    act(scene, sentence, number, draft)
    whom = subject(scene, sentence, number) if draft.passive or out == number + 1 else None
    barred = ([whom] if whom else []) if out == number + 1 else scene.phrases(number + 1, out)
    own = {home_of(scene, item) for item in draft.imposers} - {""}
    draft.targets = [item for item in barred if is_aimed_at(item, scene, own)]
    draft.scope = (out + 2, where + 1)
    if out == number + 1:
        draft.foreign_agent = False
    known = draft.imposers or draft.official or (draft.targets and out == number + 1) or draft.passive
    return draft if known and not draft.foreign_agent else None


def closed(scene: Scene, sentence: Sentence, number: int) -> Draft | None:
    """Read "closed its market to Belarusian timber"; only an authority or a country closes one."""
    if scene.low(number + 1) not in {"its", "their", "the", "all"}:
        return None
    ahead = range(number + 2, min(sentence.last - 1, number + 2 + _LONGEST_DOOR))
    place = next((p for p in ahead if scene.low(p) in {"to", "for"}), number + 1) - 1
    if scene.low(place) not in _CLOSED:
        return None
    draft = Draft(number, number + 1, sentence, _CLOSED[scene.low(place)], "market closed")
    act(scene, sentence, number, draft)
    if draft.foreign_agent or not (draft.imposers or draft.official):
        return None
    end = scene.right(sentence, place + 2)
    draft.targets = [item for item in scene.phrases(place + 2, end) if item.key]
    draft.scope = (place + 2, end)
    return draft

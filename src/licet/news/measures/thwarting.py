"""Words of a ban that keep somebody from a measure: "blocked the order", "barred it from listing Orlo".

Whoever is told so is under no measure by it; nor is the one whom the measure would have hit.
"""

from __future__ import annotations

from licet.news.listed import listed
from licet.news.measures.draft import Draft
from licet.news.measures.noun_words import HEADS
from licet.news.measures.scene import Scene

_KEEPS = listed(
    "bar bars barred barring ban bans banned banning forbid forbids forbade forbidden prohibit prohibits"
    " prohibited stop stops stopped stopping restrain restrains restrained enjoin enjoins enjoined block"
    " blocks blocked blocking halt halts halted halting"
)
_HALTS = ("block", "halt", "stop", "freez", "froze")
_TAKING = listed(
    "imposing impose enforcing enforce freezing freeze listing list adding add barring bar banning ban"
    " sanctioning sanction designating designate blacklisting blacklist levying levy applying apply"
    " implementing implement collecting collect seizing seize detaining detain revoking revoke fining fine"
    " debarring debar prohibiting prohibit restricting restrict"
)
_PAPERS = HEADS.keys() | listed(
    "order orders rule rules decree law regulation directive bill plan plans blacklisting"
)
_FARTHEST = 12
"""Words between such a verb and the act that it keeps somebody from."""
_FARTHEST_PAPER = 5
"""Words between such a verb and the noun of what it stops."""
_ENDS = listed(", . ; : from in at by with on to for of")


def thwarts(scene: Scene, draft: Draft) -> bool:
    """Whether a verb of banning keeps somebody from taking a measure, or stops one that was taken."""
    low = scene.low(draft.first)
    if draft.nominal or draft.type.undoes or (low not in _KEEPS and not low.startswith(_HALTS)):
        return False
    behind = range(draft.first + 1, min(draft.sentence.last, draft.first + _FARTHEST))
    if any(
        scene.low(place) in {"from", "to"}
        and scene.low(place + 1) in _TAKING
        and _of_measure(scene, place + 1)
        for place in behind
    ):
        return True
    return low.startswith(_HALTS) and _paper(scene, draft.first + 1)


def _of_measure(scene: Scene, act: int) -> bool:
    """Whether an act is one upon others, and no "from adding sugar": a measure or a name stands behind it."""
    near = range(act + 1, act + _FARTHEST_PAPER)
    return any(scene.at(place) is not None or scene.low(place) in _PAPERS for place in near)


def _paper(scene: Scene, first: int) -> bool:
    """Whether the object right behind a verb is a measure: "the order", "a rule", "the new tariffs"."""
    for place in range(first, first + _FARTHEST_PAPER):
        low = scene.low(place)
        if low in _ENDS:
            return False
        if low in _PAPERS:
            return scene.low(place + 1) not in {"of", "requests"}
    return False

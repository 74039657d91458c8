"""A licence that is only required: who must have one may not trade without, and nobody has been given any."""

from __future__ import annotations

from licet.news.listed import listed
from licet.news.measures.draft import Draft
from licet.news.measures.measure import MeasureType
from licet.news.measures.scene import Scene

_LICENCE = MeasureType.LICENCE
FARTHEST = 7
"""Words between a verb of needing and the licence that is needed."""
_NEEDS = listed("need needs needed require requires required requiring")
_GETS = listed("obtain get have hold secure seek")
_MUST = listed("must needs need has have had shall")
_REQUIRED = frozenset(("required", "needed", "compulsory", "mandatory", "obligatory"))
_IS = frozenset(("is", "are"))
_ENDS = listed(", . ; : ( ) for of with by from on to under and or but that which who")
"""Words and marks at which the phrase of a licence ends to its left."""
_INWARD = listed("import imports importing importer importers")
_OUTWARD = listed(
    "export exports exporting exporter exporters ship ships shipping shipment shipments abroad"
    " overseas leave leaves leaving"
)


def tell(scene: Scene, found: list[Draft]) -> None:
    """Set the kind of licences that are only required, which by that stand as measures of their own.

    Args:
        scene: The story.
        found: What it speaks of.
    """
    for draft in found:
        if draft.type is _LICENCE and draft.nominal:
            ban = _kind(scene, draft)
            if ban is not None:
                draft.type = ban
                draft.supposed = False


def _kind(scene: Scene, draft: Draft) -> MeasureType | None:
    """The ban that the need of a licence amounts to; None where none is told to be needed."""
    first, last = draft.sentence.first, draft.sentence.last
    lows = scene.laid.lows[first:last]
    outward = not _OUTWARD.isdisjoint(lows)
    if not outward and _INWARD.isdisjoint(lows):
        return None
    asked = _needed(scene, draft) or (
        scene.low(draft.last) in _IS and _REQUIRED & {*lows[draft.last - first :]}
    )
    if not asked:
        return None
    return MeasureType.EXPORT_BAN if outward else MeasureType.IMPORT_BAN


def _needed(scene: Scene, draft: Draft) -> bool:
    """Whether a verb before a licence tells that it is needed: "requires a", "must obtain a"."""
    for place in range(draft.first - 1, max(draft.sentence.first - 1, draft.first - FARTHEST), -1):
        low = scene.low(place)
        if low in _NEEDS:
            return True
        if low in _GETS:
            return any(scene.low(place - back) in _MUST for back in (1, 2, 3))
        if low in _ENDS:
            return False
    return False

"""Kinds of measures that can be told of one and the same."""

from __future__ import annotations

from licet.news.measures.measure import MeasureType

M = MeasureType

RESTRICTIVE = frozenset(
    (
        M.DENIAL_ORDER,
        M.LISTING,
        M.EXPORT_BAN,
        M.IMPORT_BAN,
        M.SALES_BAN,
        M.PROCUREMENT_BAN,
        M.INVESTMENT_BAN,
        M.ASSET_FREEZE,
        M.TRAVEL_BAN,
        M.EMBARGO,
        M.SANCTIONS,
    )
)
"""Kinds for which "sanctions", "penalties" and "the ban" stand too."""

_CLOSE = (
    frozenset((M.DENIAL_ORDER, M.EXPORT_BAN, M.SALES_BAN, M.EMBARGO)),
    frozenset((M.LISTING, M.EXPORT_BAN)),
    frozenset((M.LISTING, M.ASSET_FREEZE)),
    frozenset((M.IMPORT_BAN, M.PROCUREMENT_BAN, M.SALES_BAN)),
    frozenset((M.FINE, M.SETTLEMENT)),
)
_EXACT = (
    *(M.DENIAL_ORDER, M.LISTING, M.ASSET_FREEZE, M.EMBARGO, M.EXPORT_BAN, M.IMPORT_BAN),
    *(M.PROCUREMENT_BAN, M.INVESTMENT_BAN, M.TRAVEL_BAN, M.SALES_BAN, M.FINE, M.SETTLEMENT),
)
_UNDOING_CLOSE = frozenset((M.RELIEF, M.LIFTING, M.SUSPENSION, M.EXEMPTION))


def _are_kin(one: MeasureType, other: MeasureType) -> bool:
    if M.SANCTIONS in {one, other}:
        return (one in RESTRICTIVE and other in RESTRICTIVE) or {one, other} == {M.SANCTIONS, M.FINE}
    return any(one in close and other in close for close in _CLOSE)


def _undo_alike(one: MeasureType, other: MeasureType) -> bool:
    relief = M.RELIEF in {one, other} and one in _UNDOING_CLOSE and other in _UNDOING_CLOSE
    return relief or {one, other} == {M.LIFTING, M.SUSPENSION}


_KIN = {one: frozenset(other for other in M if one is other or _are_kin(one, other)) for one in M}
_UNDOING_KIN = {one: frozenset(other for other in M if one is other or _undo_alike(one, other)) for one in M}
"""All kinds at once: the places of a story ask for them hundreds of times."""
_RANK = {kind: rank for rank, kind in enumerate(_EXACT)}


def kin(one: MeasureType, other: MeasureType) -> bool:
    """Whether two kinds can be told of one measure."""
    return other in _KIN[one]


def undoing_kin(one: MeasureType, other: MeasureType) -> bool:
    """Whether two kinds of undoing can be told of one."""
    return other in _UNDOING_KIN[one]


def exacter(one: MeasureType, other: MeasureType) -> MeasureType:
    """The more exact of two kinds of one measure."""
    last = len(_EXACT)
    mine, theirs = _RANK.get(one, last), _RANK.get(other, last)
    if mine == theirs:
        return one if one is not M.RELIEF else other
    return one if mine < theirs else other

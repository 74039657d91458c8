"""Kinds that the story as a whole tells: what a designation is, from where a sale goes, what is banned.

A designation is a listing where the story tells of a list of export control, a freeze where it tells of a
freeze and of no list, else sanctions; a blacklist of bidders debars. A ban on sales to somebody abroad is one
on exports.
"""

from __future__ import annotations

from licet.news.listed import listed
from licet.news.measures.company import Company
from licet.news.measures.draft import Draft
from licet.news.measures.measure import MeasureType
from licet.news.measures.scene import Scene
from licet.news.measures.theme import Theme

M = MeasureType

# Python 3.11 looks a member of an enum up slowly: those asked for most are bound once.
_ASSET_FREEZE, _EMBARGO = M.ASSET_FREEZE, M.EMBARGO
_EXPORT_BAN, _IMPORT_BAN = M.EXPORT_BAN, M.IMPORT_BAN
_LISTING, _PROCUREMENT_BAN, _SALES_BAN = M.LISTING, M.PROCUREMENT_BAN, M.SALES_BAN
_SANCTIONS_KIND = M.SANCTIONS

_CONTROL = listed("entity unverified unreliable bis commerce mofcom")
_LISTS = listed("list lists register")
_FREEZES = listed("freeze freezes frozen freezing froze")
_SANCTIONS = listed("sanctions sanctioned sanction")
_DESIGNATED = ("designat", "blacklist")
_BANNED = ("ban", "bar", "prohibit", "forbid", "outlaw")
_DESIGNATIONS = frozenset((M.LISTING, M.PROCUREMENT_BAN, M.FINE))
_LEAST = 2
_REACH = 14


def told(scene: Scene, found: list[Draft], theme: Theme) -> None:
    """Set the kinds that only the story as a whole tells."""
    for draft in found:
        kind = draft.type
        if kind is _LISTING:
            low = scene.low(draft.first)
            if draft.listed is None and low.startswith(_DESIGNATED):
                designation = _designation(scene, theme)
                frozen = designation is _ASSET_FREEZE and low.startswith("black")
                draft.type = _SANCTIONS_KIND if frozen else designation
        elif kind is _SALES_BAN:
            draft.type = _EXPORT_BAN if _abroad(scene, draft) else kind
        elif kind is _SANCTIONS_KIND:
            if not draft.nominal and scene.low(draft.first).startswith(_BANNED):
                draft.type = Company(scene, draft.sentence, draft.first, draft.last).stopped(theme)
        elif kind is _EMBARGO and theme.kind is _IMPORT_BAN:
            lone = draft.noun.startswith("embargo") and draft.last - draft.first == 1
            draft.type = _IMPORT_BAN if lone else kind


def _designation(scene: Scene, theme: Theme) -> MeasureType:
    """What a designation is in this story."""
    here = scene.laid.places.keys()
    lists, freezes = not here.isdisjoint(_LISTS), not here.isdisjoint(_FREEZES)
    if lists and not freezes and not here.isdisjoint(_CONTROL):
        return _LISTING
    if _on_bidders(theme):
        return _PROCUREMENT_BAN
    if here.isdisjoint(_SANCTIONS):
        return _LISTING
    return _ASSET_FREEZE if freezes and not lists else _SANCTIONS_KIND


def _on_bidders(theme: Theme) -> bool:
    """Whether the story speaks of tenders more than of any other trade."""
    most = theme.weights.get(_PROCUREMENT_BAN, 0)
    others = (number for kind, number in theme.weights.items() if kind not in _DESIGNATIONS)
    return most >= _LEAST and all(number <= most for number in others)


def _abroad(scene: Scene, draft: Draft) -> bool:
    """Whether what may not be sold would go to a country or to one who is named."""
    for place in range(draft.last, min(draft.sentence.last, draft.last + _REACH)):
        if scene.low(place) == "to":
            named = scene.at(place + 1) or scene.at(place + 2)
            return named is not None and (named.is_target or bool(named.jurisdiction))
    return False

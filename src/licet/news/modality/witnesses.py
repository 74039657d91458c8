"""Whose word is no witness: what a state tells of an act of another state is somebody else's word."""

from __future__ import annotations

from licet.news.listed import listed
from licet.news.modality import lexicon
from licet.news.modality.chain import Chain
from licet.news.modality.cues import Cue
from licet.news.modality.line import Line

MEMBERS = listed(
    "AT BE BG HR CY CZ DE DK EE ES FI FR GR HU IE IT LT LU LV MT NL PL PT RO SE SI SK"
)  # fmt: skip
"""Members of the European Union: they and it speak of each other's acts with knowledge."""

FARTHEST = 16
"""Words before an act within which whoever acts is named."""


def is_foreign(chain: Chain, head: int) -> bool:
    """Whether a state tells of an act of another: "Veland lifted the ban, Norda said"."""
    found, line = chain.found, chain.line
    speaks = line.witnesses[head]
    if not speaks or (Cue.AUTHORITY not in found and Cue.ENACTED not in found):
        return False
    acts = _acting(line, (found.get(Cue.ENACTED) or found.get(Cue.AUTHORITY) or [head])[0])
    return bool(acts) and not _near(speaks, acts)


def _acting(line: Line, verb: int) -> str:
    """The state of whoever acts: of the authority named last before a verb, no preposition before it."""
    for at in range(verb - 1, max(-1, verb - FARTHEST), -1):
        party = line.party_at(at)
        if party is not None and party.authority and party.state:
            before = line.at(at - 1) if line.at(at - 1) != "the" else line.at(at - 2)
            if before not in lexicon.PREPOSITIONS:
                return party.state
    return ""


def _near(one: str, other: str) -> bool:
    """Whether two states are one, or one Union."""
    if one == other or "UN" in {one, other}:
        return True
    return {one, other} <= MEMBERS | {"EU"}

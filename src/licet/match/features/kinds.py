"""What sort of party each side is."""

from __future__ import annotations

from licet.match.effects import KIND_DIFFERS, THING_DIFFERS
from licet.model import PartyKind, Qualifier, Verdict
from licet.text.firms import NameSort

_UNCOMPARED = frozenset({PartyKind.UNKNOWN, PartyKind.ADDRESS})
_THINGS = frozenset({PartyKind.VESSEL, PartyKind.AIRCRAFT})


def compare(ours: PartyKind, theirs: PartyKind) -> Qualifier | None:
    """A person, an organisation, a vessel and an aircraft are not one another.

    Where either side does not say what it is, nothing is compared: BIS and State lists never say.
    """
    if ours is PartyKind.UNKNOWN:
        return None
    if theirs in _UNCOMPARED or ours in _UNCOMPARED:
        told = theirs is PartyKind.ADDRESS or ours is PartyKind.ADDRESS
        reason = "An address is no party." if told else "The list does not say what sort of party this is."
        return Qualifier("kind", Verdict.NOT_COMPARABLE, ours, theirs, 0.0, reason)
    if ours is theirs:
        return Qualifier("kind", Verdict.AGREES, ours, theirs, 0.0, f"Both are of the kind {ours}.")
    reason = f"Kind differs: ours is of the kind {ours}, the listed party of the kind {theirs}."
    effect = THING_DIFFERS if (ours in _THINGS) is not (theirs in _THINGS) else KIND_DIFFERS
    return Qualifier("kind", Verdict.DIFFERS, ours, theirs, effect, reason)


def told(ours: NameSort, theirs: PartyKind) -> Qualifier | None:
    """Return what our name tells of a subject that does not say what it is: a firm's is no person's.

    Args:
        ours: What the name tells.
        theirs: What the listed party is.
    """
    other = theirs is PartyKind.PERSON or (ours is NameSort.FIRM and theirs in _THINGS)
    if ours is NameSort.OPEN or not other:
        return None
    reason = f"Our name is a firm's by its words; the listed party is of the kind {theirs}."
    effect = THING_DIFFERS if theirs in _THINGS else KIND_DIFFERS
    return Qualifier("kind", Verdict.DIFFERS, PartyKind.ORGANISATION, theirs, effect, reason)

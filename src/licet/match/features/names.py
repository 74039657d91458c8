"""What the publisher says of the name that matched."""

from __future__ import annotations

from licet.match.effects import WEAK_ALIAS
from licet.model import Name, Qualifier, Verdict


def compare(ours: str, theirs: Name) -> Qualifier | None:
    """A weak alias is broad or common; the publisher gives it to confirm a match and not to find one.

    A match that rests on a weak alias alone counts a little less (OFAC FAQ 122).
    """
    if not theirs.weak:
        return None
    reason = f"“{theirs.text}” is a weak alias in the publisher's words: it confirms, it does not find."
    return Qualifier("weak_alias", Verdict.AGREES, ours, theirs.text, WEAK_ALIAS, reason)

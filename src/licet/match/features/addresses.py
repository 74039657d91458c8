"""Addresses as bags of words."""

from __future__ import annotations

from licet.match.effects import ADDRESS_AGREES
from licet.model import Address, Qualifier, Verdict
from licet.text.latin import to_latin
from licet.text.normalise import normalise

_SHARE = 0.7
_LEAST_WORDS = 3


def compare(ours: tuple[Address, ...], theirs: tuple[Address, ...]) -> Qualifier | None:
    """Addresses agree when at least three words, and seven in ten of the shorter address, are in both.

    Addresses that differ say nothing: parties move and have several.
    """
    if not ours:
        return None
    mine = ours[0].text
    if not theirs:
        return Qualifier("address", Verdict.MISSING, mine, "", 0.0, "The list gives no address.")
    for our in ours:
        for their in theirs:
            shared, shorter = _overlap(our.text, their.text)
            if shared >= _LEAST_WORDS and shared >= _SHARE * shorter:
                reason = f"Address agrees in {shared} words: “{our.text}” and “{their.text}”."
                return Qualifier("address", Verdict.AGREES, our.text, their.text, ADDRESS_AGREES, reason)
    reason = "No listed address is like ours; parties have several."
    return Qualifier("address", Verdict.NOT_COMPARABLE, mine, theirs[0].text, 0.0, reason)


def _overlap(ours: str, theirs: str) -> tuple[int, int]:
    mine, listed = (set(normalise(to_latin(text).text).split()) for text in (ours, theirs))
    return len(mine & listed), min(len(mine), len(listed))

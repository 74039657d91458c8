"""Numbers and codes that identify a party."""

from __future__ import annotations

from licet.match.effects import SHORT_IDENTIFIER, SURE_IDENTIFIER_LENGTH
from licet.model import Identifier
from licet.text.checksums import normalise_identifier, valid


def compare(
    ours: tuple[Identifier, ...], theirs: tuple[Identifier, ...]
) -> tuple[float, Identifier, Identifier] | None:
    """Two numbers of one register are equal when they are after spaces, punctuation and case are left out.

    A BIC agrees when its first eight characters do. Numbers of two different countries are never equal. An
    equal number with right check digits, or of six characters and more, finds a party without any name; a
    shorter one counts less.

    Returns:
        (score, our identifier, the listed one) of the best pair, or None.
    """
    best: tuple[float, Identifier, Identifier] | None = None
    for our in ours:
        plain = normalise_identifier(our.kind, our.value)
        for their in theirs:
            if not plain or our.kind is not their.kind:
                continue
            if plain != normalise_identifier(their.kind, their.value):
                continue
            if our.country and their.country and our.country != their.country:
                continue
            sure = valid(our.kind, our.value) is True or len(plain) >= SURE_IDENTIFIER_LENGTH
            score = 1.0 if sure else SHORT_IDENTIFIER
            if best is None or score > best[0]:
                best = score, our, their
    return best

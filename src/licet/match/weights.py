"""How much a token says about who a name is: rare words much, legal forms hardly anything."""

from __future__ import annotations

import math

from licet.text.words import WordClass, misspelt_class, word_class

CLASS_FACTOR = {
    WordClass.NAME: 1.0,
    WordClass.GENERIC: 0.65,  # "trading", "bank": told apart only by what stands beside them
    WordClass.PARTICLE: 0.3,  # "al", "bin", "of": present in one document, absent from the next
    WordClass.TITLE: 0.2,  # "dr", "haji": left out at will
    WordClass.LEGAL: 0.15,  # "ltd": registers and customers change them freely
}
SINGLE_LETTER = 0.5
"""An initial stands for a name of which it keeps one letter."""
BACKGROUND = 5000
"""Names taken as known beside the corpus, so that a list of ten names does not make every word common."""
RAREST = 3
"""Rarer than three names is not told apart: one more spelling of a party must not change its weight."""


UNSEEN = 1.0
"""A word that no list has: someone else's name, or a listed one misspelt."""
UNSEEN_COMMON = 0.5
"""A word that no list has and that misspells a word of trade or law: about as rare as those words are."""


def rarity(names: int, names_with_token: int) -> float:
    """Return log(1 + N/df) as a share of its greatest value, so that the rarest word weighs 1."""
    total = max(names, BACKGROUND)
    return math.log1p(total / max(names_with_token, RAREST)) / math.log1p(total / RAREST)


def token_weight(token: str, names: int, names_with_token: int, *, person: bool = False) -> float:
    """Return the weight of a token in a corpus, 0 to 1; an unseen token is as rare as can be.

    Args:
        token: The token.
        names: Names in the corpus.
        names_with_token: Names that hold it, in any of its forms.
        person: It is of a person's name, where an unseen word misspells no word of trade.
    """
    kind = word_class(token)
    factor = SINGLE_LETTER if len(token) == 1 and token.isascii() else CLASS_FACTOR[kind]
    if names_with_token:
        return rarity(names, names_with_token) * factor
    meant = None if person or kind is not WordClass.NAME else misspelt_class(token)
    return UNSEEN_COMMON * CLASS_FACTOR[meant] if meant else UNSEEN * factor


def as_person(token: str, weight: float) -> float:
    """Return the weight of a listed token in a person's name: "Banks" and "Sal" are no trade, no form."""
    kind = word_class(token)
    return weight / CLASS_FACTOR[kind] if kind in {WordClass.GENERIC, WordClass.LEGAL} else weight


def is_telling(token: str) -> bool:
    """Say whether a token can carry a match: no symbol, particle, initial or word of trade."""
    return (len(token) > 1 or not token.isascii()) and word_class(token) is WordClass.NAME

"""How much a token says about who a name is: rare words much, legal forms hardly anything."""

from __future__ import annotations

import math

from licet.text.words import WordClass, word_class

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
UNSEEN_SHORT = 0.2
"""A short word that no list has: an abbreviation, a legal form or a misspelt "Ltd" more often than a name."""
SHORT = 4


def rarity(names: int, names_with_token: int) -> float:
    """Return log(1 + N/df) as a share of its greatest value, so that the rarest word weighs 1."""
    total = max(names, BACKGROUND)
    return math.log1p(total / max(names_with_token, RAREST)) / math.log1p(total / RAREST)


def token_weight(token: str, names: int, names_with_token: int) -> float:
    """Return the weight of a token in a corpus, 0 to 1; an unseen token is as rare as can be."""
    factor = SINGLE_LETTER if len(token) == 1 and token.isascii() else CLASS_FACTOR[word_class(token)]
    if not names_with_token:
        short = len(token) <= SHORT and token.isascii() and token.isalpha()
        return (UNSEEN_SHORT if short else UNSEEN) * factor
    return rarity(names, names_with_token) * factor


def is_telling(token: str) -> bool:
    """Say whether a token can carry a match: no symbol, particle, initial or word of trade."""
    return (len(token) > 1 or not token.isascii()) and word_class(token) is WordClass.NAME

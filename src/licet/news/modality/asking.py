"""Which questions a sentence is worth: the words of all readers of signs, met once with its own."""

from __future__ import annotations

from functools import reduce
from operator import or_

from licet.news.modality import attributed, drafting, ended, lawmaking, nearly, starts, unreal, voices

_TABLES = (
    voices.CALLS,
    unreal.CALLS,
    unreal.QUESTIONS,
    drafting.CALLS,
    attributed.CALLS,
    lawmaking.CALLS,
    nearly.CALLS,
    ended.CALLS,
    starts.CALLS,
    frozenset(("if", "assuming")),
    frozenset((":",)),
)
HEARSAY, UNREAL, QUESTION, DRAFT, SOURCE, STEP, NEARLY, ENDED, START, CONDITION, COLON = (
    1 << number for number in range(len(_TABLES))
)
"""Bits of the questions, each asked only where a word of its table stands."""
_BITS = {
    word: sum(1 << number for number, words in enumerate(_TABLES) if word in words)
    for words in _TABLES
    for word in words
}
_WORDS = frozenset(_BITS)


def asked(words: frozenset[str]) -> int:
    """The bits of all questions that the words of a sentence call for."""
    return reduce(or_, map(_BITS.__getitem__, words & _WORDS), 0)

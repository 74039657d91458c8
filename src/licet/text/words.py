"""Titles, name particles and words of trade: what surrounds the part of a name that tells who it is.

The table `data/words.tsv` is our own.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from licet.text.tables import rows


class WordClass(StrEnum):
    """What a token is, before any comparison."""

    NAME = "name"
    GENERIC = "generic"
    PARTICLE = "particle"
    TITLE = "title"
    LEGAL = "legal"


@cache
def _tables() -> tuple[dict[str, str], dict[str, str], frozenset[str]]:
    """Title spelling to symbol, particle spelling to itself, generic words."""
    titles: dict[str, str] = {}
    particles: dict[str, str] = {}
    generic: set[str] = set()
    for kind, symbol, texts in rows("words.tsv"):
        if kind == "title":
            titles.update((text, symbol) for text in texts)
        elif kind == "particle":
            particles.update((text, text) for text in texts)
        else:
            generic.update(texts)
    return titles, particles, frozenset(generic)


def title_symbol(word: str) -> str:
    """Return the symbol of a title, or an empty string."""
    return _tables()[0].get(word, "")


@cache
def _classes() -> dict[str, WordClass]:
    _, particles, generic = _tables()
    return dict.fromkeys(generic, WordClass.GENERIC) | dict.fromkeys(particles, WordClass.PARTICLE)


def word_class(token: str) -> WordClass:
    """Return the class of a token as `tokens` writes it: symbols carry a mark, words do not."""
    if token[0] == "=":
        return WordClass.LEGAL
    if token[0] == "~":
        return WordClass.TITLE
    return _classes().get(token, WordClass.NAME)

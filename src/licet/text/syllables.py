"""Chinese names that are spelt by another system than Pinyin: Wade-Giles, Cantonese, Hokkien.

`Chiang Tse-min` is `jiang ze min`, `Leung Chun Ying` is `liang zhen ying`. One reading among several, since
those spellings leave out what would tell some syllables apart. The table `data/syllables.tsv` is our own.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from licet.text.tables import rows

LEAST_SYLLABLES, MOST_SYLLABLES = 2, 4
"""A family name and a given name, each of one syllable or two."""


class Syllable(NamedTuple):
    """What a spelling stands for in Wade-Giles and in the south (empty: nothing); whether Pinyin has it."""

    wade: str
    south: str
    is_pinyin: bool


@cache
def syllables() -> dict[str, Syllable]:
    """Return every spelling of the table."""
    wade: dict[str, str] = {}
    south: dict[str, str] = {}
    both: dict[str, str] = {}
    pinyin: set[str] = set()
    for reading, system, spellings in rows("syllables.tsv"):
        if system in {"pinyin", "only"}:
            pinyin.update(spellings)
        else:
            (wade if system == "wade" else south).update(dict.fromkeys(spellings, reading))
        if system == "pinyin":
            both.update((word, word) for word in spellings)
    wade = both | wade
    return {
        word: Syllable(wade.get(word, ""), south.get(word, ""), word in pinyin)
        for word in sorted(wade.keys() | south.keys() | pinyin)
    }


def shares_half(mine: str, other: str) -> bool:
    """Say whether two words are two syllables of Pinyin each, of which one agrees: "Xiaohong", "Xiaoming"."""
    for place in range(1, min(len(mine), len(other))):
        if mine[:place] == other[:place] and _are_pinyin(mine[:place], mine[place:], other[place:]):
            return True
        if mine[-place:] == other[-place:] and _are_pinyin(mine[-place:], mine[:-place], other[:-place]):
            return True
    return False


def _are_pinyin(*words: str) -> bool:
    table = syllables()
    return all(word in table and table[word].is_pinyin for word in words)


def as_pinyin(tokens: Sequence[str]) -> tuple[str, ...]:
    """Return a name as Pinyin spells it; nothing where it is no name of another system as a whole.

    Every token must be a syllable of one system, and one of them none of Pinyin: `Li Peng` stays as it is.

    Args:
        tokens: Of a name in Latin letters.
    """
    if not LEAST_SYLLABLES <= len(tokens) <= MOST_SYLLABLES:
        return ()
    table = syllables()
    found = [table.get(token) for token in tokens]
    known = [syllable for syllable in found if syllable]
    if len(known) < len(tokens) or all(syllable.is_pinyin for syllable in known):
        return ()
    for read in (tuple(item.wade for item in known), tuple(item.south for item in known)):
        if all(read):
            return read if read != tuple(tokens) else ()
    return ()

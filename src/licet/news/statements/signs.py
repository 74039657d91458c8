"""Which rules a word calls, as bits: what its words call is asked once a sentence, and all else left out."""

from __future__ import annotations

from collections.abc import Iterable

ACT = 1
"""A word of saying, thinking, judging, planning: one of `lexicon.ACTS`."""
REFUSAL = 2
"""Without a word that has it, nobody refuses to speak."""
REPORT = 4
"""A word by which somebody tells what another says."""
ATTITUDE = 8
"""A word of what somebody is sure of, or worried about, or claims."""
WORDS_OF = 16
"""A noun of "in the words of"."""
ACCORDING = 32
"""The word "according"."""
BESIDES = REPORT | ATTITUDE | WORDS_OF | ACCORDING
"""Words that tell a statement without a verb of saying."""
CALLS = ACT | REPORT | ATTITUDE
"""Without a quote and any of them, a sentence tells no statement but a refusal."""


def table(rows: Iterable[tuple[int, frozenset[str]]]) -> dict[str, int]:
    """Return the bits of each word.

    Args:
        rows: A bit with the words that have it.
    """
    found: dict[str, int] = {}
    for sign, words in rows:
        for word in words:
            found[word] = found.get(word, 0) | sign
    return found

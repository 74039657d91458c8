"""What bounds the clause of a verb to its left: one table of the words, by which most are never asked."""

from __future__ import annotations

from enum import StrEnum, auto

from licet.news.modality import edges, lexicon


class Bound(StrEnum):
    """What a word to the left of a verb is to the verb's clause."""

    NONE = auto()
    STOP = auto()
    CONDITION = auto()
    RELATIVE = auto()
    THAT = auto()
    UNTRUE = auto()
    FACTIVE = auto()
    SAY = auto()
    JOIN = auto()
    COMMA = auto()
    GOVERNOR = auto()


CLOSING = frozenset(Bound) - {Bound.NONE, Bound.FACTIVE, Bound.JOIN, Bound.COMMA}
"""What ends the clause, so that nothing further to the left belongs to it."""
JOINING = frozenset((Bound.FACTIVE, Bound.JOIN))
"""What the clause begins behind, while what governs it may stand further to the left."""
CROSSED = JOINING | {Bound.COMMA}
"""What no governing verb is looked for beyond."""
HANGING = frozenset((Bound.RELATIVE, Bound.THAT))
"""What ties the clause to a word before it."""

PLAIN = (
    dict.fromkeys(edges.STOPS, Bound.STOP)
    | dict.fromkeys(sorted(lexicon.CONDITIONS), Bound.CONDITION)
    | dict.fromkeys(("and", "but", "nor", "then"), Bound.JOIN)
    | {",": Bound.COMMA}
)
"""Words that bound a clause wherever they stand."""
OPENERS = (
    dict.fromkeys(sorted(lexicon.RELATIVE), Bound.RELATIVE)
    | {"that": Bound.THAT}
    | dict.fromkeys(sorted(lexicon.UNTRUE), Bound.UNTRUE)
    | dict.fromkeys(sorted(lexicon.FACTIVE), Bound.FACTIVE)
)
"""Words that open one clause and may as well open none."""
BOUNDING = frozenset((*PLAIN, *OPENERS, "though", *lexicon.SAYS, *lexicon.CLASS))
"""Words that can bound a clause; no other word is asked."""

"""Where a clause, a phrase or a speaker's name ends: one table, of which each reader takes what it needs."""

from __future__ import annotations

SENTENCE = frozenset((".", "?", "!"))
"""Marks that end a sentence, or would."""

SEMI = frozenset((";", ":"))
DASHES = frozenset(("—", "–"))
BRACKETS = frozenset(("(", ")"))
COMMA = frozenset((",",))
QUOTES = frozenset('"“”')

STOPS = SENTENCE | SEMI | DASHES | BRACKETS
"""Marks at which a clause ends."""

ENDS = STOPS - DASHES
"""The same without dashes, which may set apart what tells more of the clause."""

MARKS = STOPS | COMMA
"""Marks at which a phrase ends."""

SPEAKER = MARKS - BRACKETS
"""Marks at which the name of a speaker ends; what stands in brackets belongs to it."""

AGENT = MARKS | {"that", "which", "who"}
"""Words and marks at which the phrase of who acts ends."""

NOUN = MARKS | QUOTES | {"and", "or", "but", "nor"}
"""Words and marks at which the phrase of a noun ends to its left."""

PREDICATE = (STOPS - BRACKETS) | {"and", "but"}
"""Words and marks behind which no noun before them has its verb; an aside between commas is stepped over."""

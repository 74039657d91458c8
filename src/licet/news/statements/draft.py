"""A statement as numbers of words, before its speaker is known."""

from __future__ import annotations

from dataclasses import dataclass, field

from licet.news.statements.clauses import Range

SHORTEST = 2
"""Words that content must have."""


@dataclass(slots=True)
class Draft:
    """A statement as numbers of words, before its speaker is known."""

    rule: str
    content: list[Range]
    source: Range | None
    cue: Range | None
    addressee: Range | None = None
    no_comment: bool = False
    inside: Draft | None = None
    repeats: list[Range] = field(default_factory=list)

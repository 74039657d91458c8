"""A statement as numbers of words, before its speaker is known."""

from __future__ import annotations

from dataclasses import dataclass, field

from licet.news.statements.clauses import Range

SHORTEST = 2
"""Words that content must have."""


@dataclass(slots=True)
class Draft:
    """A statement as numbers of words, before its speaker is known.

    Attributes:
        rule: Name of the rule that read it.
        content: What is said.
        source: Who says it.
        cue: The word of saying.
        addressee: Whom it is said to.
        no_comment: Whether nothing is said.
        inside: The statement that tells this one.
        repeats: Where the same words are printed again.
        quoted: Share of each piece of content that stands in quotes: 0, 1 or between.
    """

    rule: str
    content: list[Range]
    source: Range | None
    cue: Range | None
    addressee: Range | None = None
    no_comment: bool = False
    inside: Draft | None = None
    repeats: list[Range] = field(default_factory=list)
    quoted: list[float] = field(default_factory=list)

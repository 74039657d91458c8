"""A measure at one place of the story, before it is known which others speak of the same."""

from __future__ import annotations

from dataclasses import dataclass, field

from licet.news.layout import Sentence
from licet.news.measures.measure import MeasureType
from licet.news.measures.scene import Phrase

Range = tuple[int, int]
"""Numbers of words, `[first, last)`."""


@dataclass(slots=True, eq=False)
class Draft:
    """A trigger with what its clause says.

    Attributes:
        first: First word of the trigger.
        last: One past its last word.
        sentence: Its sentence.
        type: What kind of measure it speaks of, and thereby whether it acts on another one.
        rule: Name of the rule that found it.
        nominal: Whether it is a noun.
        definite: Whether it speaks of something known ("the ban", "Commerce's order", "this reversal").
        tentative: Whether it is a measure only where it refers to one that the story tells elsewhere.
        indefinite: Whether it speaks of any ("an agency decision").
        denied: Whether it is told that there is none ("no ban").
        fresh: Whether it is told as another one ("new tariffs").
        passive: Whether it is told without its agent.
        foreign_agent: Whether one acts here who takes no measures.
        noun: The noun that it is told by; empty for a verb.
        bare: Whether it is a noun such as "decision", which speaks of a measure only in its place.
        acted_on: Whether a word acts on it that is told of measures: lifted, eased, extended.
        undone: Whether that word takes it back; to extend leaves it standing.
        step: The noun before an infinitive that takes the act as done ("the step to ban").
        official: Whether one who takes measures acts here, told by a common noun ("the ministry").
        over: What an undoing word acts on, where its words are a trigger themselves.
        over_it: Whether an undoing word acts on "it".
        held: Whether somebody is told to be under it.
        background: Whether it only names a body of rules ("violating sanctions").
        in_kind: Whether it only answers a measure told before.
        imposers: Who takes it.
        targets: Whom it is aimed at.
        addressees: Whom it binds.
        scope: What it covers.
        supposed: Whether only the theme of the story makes it one that may stand by itself.
        likely: The kind it is of if it refers to no measure told elsewhere ("the ban" in a story on customs).
        listed: The list on which somebody is put.
    """

    first: int
    last: int
    sentence: Sentence
    type: MeasureType
    rule: str
    nominal: bool = False
    definite: bool = False
    tentative: bool = False
    indefinite: bool = False
    denied: bool = False
    fresh: bool = False
    passive: bool = False
    foreign_agent: bool = False
    official: bool = False
    noun: str = ""
    bare: bool = False
    acted_on: bool = False
    undone: bool = False
    step: int | None = None
    over: Draft | None = None
    over_it: bool = False
    held: bool = False
    background: bool = False
    in_kind: bool = False
    imposers: list[Phrase] = field(default_factory=list)
    targets: list[Phrase] = field(default_factory=list)
    addressees: list[Phrase] = field(default_factory=list)
    scope: Range | None = None
    likely: MeasureType | None = None
    supposed: bool = False
    listed: Range | None = None

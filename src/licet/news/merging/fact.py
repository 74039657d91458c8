"""What several stories tell together: facts, how far they agree, and how they differ."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from licet.model.news import Span
from licet.news.claims.claim import Claim, ClaimKind
from licet.news.measures.measure import MeasureType
from licet.news.modality.modality import Modality


class Agreement(StrEnum):
    """How far stories agree on a fact."""

    CORROBORATED = "corroborated"
    SINGLE = "single"
    CONFLICT = "conflict"


class Independence(StrEnum):
    """Why agreeing stories count as two, or do not.

    `one_wire`: they are of one outlet or wire service, one text in good part, or one gives the other as where
    its news is from. `one_source`: both rest on one tweet, statement or announcement, which corroborates its
    wording and not what it says.
    """

    OWN_WORDS = "own_words"
    ONE_STORY = "one_story"
    SHARED_WORDING = "shared_wording"
    ONE_WIRE = "one_wire"
    ONE_SOURCE = "one_source"


class DifferenceKind(StrEnum):
    """How two tellings of one fact differ."""

    CONFLICT = "conflict"
    LESS_PRECISE = "less_precise"
    FRAMING = "framing"
    COMPLEMENT = "complement"
    EXTENT = "extent"
    ATTRIBUTE = "attribute"
    WEAKER = "weaker"


@dataclass(frozen=True, slots=True)
class Support:
    """A claim that a fact rests on.

    Attributes:
        story: Key of the story within the timeline, `A`, `B`.
        span: The words in that story.
        claim: Key of the claim in that story's reading.
    """

    story: str
    span: Span
    claim: str


@dataclass(frozen=True, slots=True)
class Difference:
    """Two tellings that differ.

    Attributes:
        kind: How they differ.
        what: Which thing is told differently, in a few plain words.
        sides: The words of each telling.
        rule: Name of the rule that compared them.
    """

    kind: DifferenceKind
    what: str
    sides: tuple[Support, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that one story or several tell.

    Attributes:
        key: Key within the timeline, `f1`, `f2`, in the order of time.
        kind: What it is about.
        title: The fact in a few plain words, from its subject, predicate and value.
        support: The words it rests on, story by story.
        agreement: How far the stories agree.
        independence: Why that is so.
        modality: Its standing; of two, the weaker.
        first: First day of when it happened or holds; None where open or unknown.
        last: Last day; None where open or unknown.
        measure: Key of the merged measure it is about; empty for none.
        parties: Keys of the parties it names, merged over stories.
        differences: Where the tellings differ.
        derived: Whether it was computed and not reported (the end of a ban from its start and its length).
    """

    key: str
    kind: ClaimKind
    title: str
    support: tuple[Support, ...]
    agreement: Agreement
    independence: Independence
    modality: Modality
    first: date | None = None
    last: date | None = None
    measure: str = ""
    parties: tuple[str, ...] = ()
    differences: tuple[Difference, ...] = ()
    derived: bool = False

    @property
    def stories(self) -> tuple[str, ...]:
        """Keys of the stories that tell it, in order."""
        return tuple(sorted({item.story for item in self.support}))


@dataclass(frozen=True, slots=True)
class MergedMeasure:
    """A measure that one story or several speak of.

    Attributes:
        key: Key within the timeline, `M1`, `M2`.
        type: The most exact kind that any story gives; of those that tell it as done, where one does.
        parts: Story key and measure key of each telling.
        imposers: Keys of the authorities, the most exact first.
        targets: Keys of whom it is aimed at.
        modality: The weakest standing that any story gives the measure as a whole.
        affects: Key of the merged measure that this one would undo, suspend, ease or prolong.
    """

    key: str
    type: MeasureType
    parts: tuple[tuple[str, str], ...]
    imposers: tuple[str, ...]
    targets: tuple[str, ...]
    modality: Modality
    affects: str = ""


@dataclass(frozen=True, slots=True)
class Timeline:
    """Several stories as one.

    Attributes:
        stories: Key of each story and its number in the readings given, in order.
        facts: Facts in the order of time; those without a day behind those with one.
        measures: The merged measures.
        parties: Merged key of each party, by story key and key in that story.
        claims: Every claim, by story key; what no fact rests on is told here and never lost.
    """

    stories: tuple[str, ...]
    facts: tuple[Fact, ...]
    measures: tuple[MergedMeasure, ...]
    parties: dict[tuple[str, str], str]
    claims: dict[str, tuple[Claim, ...]]

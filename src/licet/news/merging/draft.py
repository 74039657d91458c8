"""A fact in the making, and how independent the stories are that tell it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from licet.model.news import Span
from licet.news.claims.claim import Claim, ClaimKind
from licet.news.merging.fact import Agreement, Difference, DifferenceKind, Fact, Independence, Support
from licet.news.merging.pool import Telling
from licet.news.merging.sources import Sources
from licet.news.merging.strength import weakest
from licet.news.modality.modality import Modality

_SAID = frozenset((ClaimKind.STATEMENT, ClaimKind.NO_COMMENT))


@dataclass(frozen=True, slots=True)
class Told:
    """A claim as one story tells it.

    Attributes:
        story: The story.
        claim: The claim.
    """

    story: Telling
    claim: Claim

    def supports(self, spans: Iterable[Span] | None = None) -> list[Support]:
        """The words of the claim, or others of the same story, as what a fact rests on."""
        kept = self.claim.support if spans is None else spans
        return [Support(self.story.key, span, self.claim.key) for span in kept]


@dataclass(slots=True)
class Draft:
    """A fact in the making.

    Attributes:
        kind: What it is about.
        title: The fact in plain words.
        told: The claims it rests on, in the order of the stories.
        measure: Key of the merged measure.
        parties: Merged keys of the parties.
        modality: Its standing; the weakest of the claims where none is given.
        days: First and last day; from the claims where none is given.
        spans: The words it rests on where they are others than the claims' own.
        differences: Where the tellings differ.
        one_source: Whether all of them rest on one tweet, statement or announcement.
        derived: Whether it was computed.
    """

    kind: ClaimKind
    title: str
    told: list[Told]
    measure: str = ""
    parties: tuple[str, ...] = ()
    modality: Modality | None = None
    days: tuple[date | None, date | None] | None = None
    spans: list[Support] = field(default_factory=list)
    differences: list[Difference] = field(default_factory=list)
    one_source: bool = False
    derived: bool = False

    def interval(self) -> tuple[date | None, date | None]:
        """First and last day: the narrowest that is told, widened to all that do not meet it.

        A statement of no day was made by the day of the first story that prints it.
        """
        if self.days is not None:
            return self.days
        times = [item.claim.when for item in self.told if item.claim.when is not None]
        known = [item for item in times if item.first is not None or item.last is not None]
        if not known:
            return None, self._printed() if self.kind in _SAID else None
        first = max((item.first for item in known if item.first), default=None)
        last = min((item.last for item in known if item.last), default=None)
        if (first is not None and last is not None and first > last) or self.conflicting:
            first = min((item.first for item in known if item.first), default=None)
            last = max((item.last for item in known if item.last), default=None)
        return first, last

    def _printed(self) -> date | None:
        """The day of the first story that prints it: what is printed was said by then."""
        return min((item.story.dated for item in self.told if item.story.dated), default=None)

    @property
    def conflicting(self) -> bool:
        """Whether the tellings contradict each other."""
        return any(item.kind is DifferenceKind.CONFLICT for item in self.differences)

    @property
    def standing(self) -> Modality:
        """Its standing; of several the weakest."""
        return self.modality or weakest(item.claim.modality for item in self.told)

    def supports(self) -> list[Support]:
        """The words it rests on, each once."""
        found = self.spans or [part for item in self.told for part in item.supports()]
        return list(dict.fromkeys(found))

    def fact(self, sources: Sources, order: dict[str, int]) -> Fact:
        """The finished fact, without key.

        Args:
            sources: Tells how independent stories are.
            order: Number of each story as it was given.
        """
        supports = sorted(
            self.supports(), key=lambda item: (order[item.story], item.span.start, item.span.end)
        )
        stories = _stories(self.told)
        independence = sources.independence(stories, supports, one_source=self.one_source)
        first, last = self.interval()
        return Fact(
            key="",
            kind=self.kind,
            title=self.title,
            support=tuple(supports),
            agreement=self._agreement(stories, independence),
            independence=independence,
            modality=self.standing,
            first=first,
            last=last,
            measure=self.measure,
            parties=self.parties,
            differences=tuple(self.differences),
            derived=self.derived,
        )

    def _agreement(self, stories: Sequence[Telling], independence: Independence) -> Agreement:
        if self.conflicting:
            return Agreement.CONFLICT
        if len(stories) > 1 and independence in (Independence.OWN_WORDS, Independence.ONE_SOURCE):
            return Agreement.CORROBORATED
        return Agreement.SINGLE


def _stories(told: Iterable[Told]) -> list[Telling]:
    return list({item.story.key: item.story for item in told}.values())

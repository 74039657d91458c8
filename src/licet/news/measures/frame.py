"""A measure while the places that speak of it are joined."""

from __future__ import annotations

from bisect import bisect_left, insort
from dataclasses import dataclass, field
from datetime import date
from operator import attrgetter

from licet.model.news import Span, Timex, Value
from licet.news.layout import Sentence
from licet.news.measures.draft import Draft
from licet.news.measures.families import exacter
from licet.news.measures.measure import MeasureType, Slot, SlotName
from licet.news.modality.modality import Modality, Standing

# Python 3.11 looks a member of an enum up slowly: those asked for most are bound once.
_RELIEF = MeasureType.RELIEF
_IMPOSER, _TARGET, _AMOUNT = SlotName.IMPOSER, SlotName.TARGET, SlotName.AMOUNT
_BACKGROUND = Modality.BACKGROUND

SPOKEN = frozenset((Modality.UNCLEAR, Modality.STATED, Modality.REPORTED))
"""Standings of what is only spoken of."""
DOUBTED = frozenset((Modality.DENIED, Modality.HYPOTHETICAL, Modality.OPINION))
"""Standings of what there is none of, or what is only thought of."""
AHEAD = frozenset(
    (
        Modality.PROPOSED,
        Modality.PLEDGED,
        Modality.NEGOTIATING,
        Modality.REQUESTED,
        Modality.DEMANDED,
        Modality.THREATENED,
        Modality.EXPECTED,
        Modality.PREDICTED,
        Modality.HYPOTHETICAL,
    )
)
"""Standings of what has not happened."""
WEAK = AHEAD | DOUBTED | {Modality.CLAIMED, Modality.CLAIMED_INSTRUCTION}
"""Standings of what is wanted, feared, claimed or denied."""


@dataclass(slots=True, eq=False)
class Place:
    """A draft with its slots, its times and its standing.

    Attributes:
        draft: The trigger with what its clause says.
        trigger: The words of the trigger.
        slots: Its slots.
        times: The times that date it.
        standing: What the gate found.
        elsewhere: Whether the story has turned to another company since it told of the measure it refers to.
        rivals: Whether a measure that is nowhere in force fits it as well.
        imposers: Keys of those who take the measure, as its slots tell them.
        targets: Keys of those at whom it is aimed.
        amounts: Normal forms of its amounts.
    """

    draft: Draft
    trigger: Span
    slots: tuple[Slot, ...]
    times: list[Value[Timex]]
    standing: Standing
    elsewhere: bool = False
    rivals: bool = False
    imposers: list[str] = field(init=False, default_factory=list)
    targets: list[str] = field(init=False, default_factory=list)
    amounts: list[str] = field(init=False, default_factory=list)

    def __post_init__(self) -> None:
        """Take the normal forms out of the slots, once for all the measures that it is compared with."""
        for name, _, value, _ in self.slots:
            if not value:
                continue
            if name is _IMPOSER:
                self.imposers.append(value)
            elif name is _TARGET:
                self.targets.append(value)
            elif name is _AMOUNT:
                self.amounts.append(value)

    @property
    def background(self) -> bool:
        """Whether it only names a body of rules."""
        return self.draft.background or self.standing.modality is _BACKGROUND


@dataclass(slots=True, eq=False)
class Frame:
    """A measure with the places that speak of it so far.

    Attributes:
        type: The most exact kind told.
        places: Where it is told.
        imposers: Who takes it.
        targets: Whom it is aimed at.
        amounts: Amounts told of it.
        nouns: The nouns that it is told by.
        first: First day on which it was taken, where told.
        last: Last day of that.
        affects: What it undoes.
        told: The first standing that is effective.
        ahead: Whether any place tells it as one to come.
        weak: Whether any place, but a noun that refers back, tells it as wanted, feared, claimed or denied.
        starts: First word of each place, in order.
        by_word: The place that begins at a word.
        sentences: The sentences of its places, each once, by their first word.
        undoes: Whether it acts on another measure.
        background: Whether it only names a body of rules, as far as its first place tells.
        effective: Whether any place tells it as in force.
        doubts: Whether any place tells that there is none, or only thinks of one.
        nowhere: Whether every place does.
        in_headline: Whether it is told in the headline alone so far.
        taken: Whether any place tells it as an act: by a verb, with who does it, or on a day.
    """

    type: MeasureType
    places: list[Place] = field(default_factory=list)
    imposers: list[str] = field(default_factory=list)
    targets: list[str] = field(default_factory=list)
    amounts: set[str] = field(default_factory=set)
    nouns: set[str] = field(default_factory=set)
    first: date | None = None
    last: date | None = None
    affects: Frame | None = None
    told: Standing | None = None
    ahead: bool = False
    weak: bool = False
    starts: list[int] = field(default_factory=list)
    by_word: dict[int, Place] = field(default_factory=dict)
    sentences: dict[int, Sentence] = field(default_factory=dict)
    undoes: bool = False
    background: bool = False
    effective: bool = False
    doubts: bool = False
    nowhere: bool = True
    in_headline: bool = True
    taken: bool = False

    @property
    def doubted(self) -> bool:
        """Whether it is told as denied or only thought of, and nowhere as in force."""
        return self.doubts and not self.effective

    @property
    def only_ahead(self) -> bool:
        """Whether it is told as one to come, denied or only thought of, and nowhere as in force."""
        return not self.effective and (self.ahead or self.doubts)

    @property
    def only_named(self) -> bool:
        """Whether no place tells of it being taken: it is only named as what was broken or is known."""
        return all(
            place.draft.nominal and place.draft.definite and place.standing.rule == "object of a violation"
            for place in self.places
        )

    def add(self, place: Place) -> None:
        """Take a place in."""
        draft = place.draft
        sentence = draft.sentence
        if not self.places:
            self.undoes, self.background = draft.type.undoes, place.background
        self.places.append(place)
        insort(self.starts, draft.first)
        self.by_word[draft.first] = place
        self.sentences[sentence.first] = sentence
        if draft.noun:
            self.nouns.add(draft.noun)
        self._stand(place)
        if self.type is not draft.type:
            self._specify(draft.type)
        if place.imposers:
            _add_new(self.imposers, place.imposers)
        if place.targets:
            _add_new(self.targets, place.targets)
        if place.amounts and not (self.amounts and draft.nominal and draft.definite):
            self.amounts.update(place.amounts)  # sums told of it as known are others
        for value in place.times:
            if value.value.first and value.value.last and (self.first is None or not draft.nominal):
                self.first, self.last = value.value.first, value.value.last

    def _specify(self, told: MeasureType) -> None:
        """Take in another kind: the more exact of two, and nothing closer than a relief of two undoings."""
        if told.undoes and self.undoes:
            self.type = _RELIEF
        elif not (told.undoes or self.undoes):
            self.type = exacter(self.type, told)

    def _stand(self, place: Place) -> None:
        """Take in how a place tells it."""
        draft, modality = place.draft, place.standing.modality
        if modality.effective and not self.effective and not draft.supposed:
            self.told, self.effective = place.standing, True
        if modality in WEAK:
            self.ahead = self.ahead or modality in AHEAD
            self.weak = self.weak or not (draft.nominal and draft.definite)
        if modality in DOUBTED:
            self.doubts = True
        else:
            self.nowhere = False
        if draft.sentence.paragraph >= 0:
            self.in_headline = False
        if not draft.nominal or draft.imposers or place.times or draft.acted_on:
            self.taken = True

    def in_order(self) -> None:
        """Set its places in the order of the story; the first of them tells what it is."""
        self.places.sort(key=_first)
        first = self.places[0]
        self.undoes, self.background = first.draft.type.undoes, first.background

    def is_on(self, place: Place) -> bool:
        """Whether a place names one at whom it is aimed."""
        mine, theirs = self.targets, place.targets
        return bool(theirs and mine) and not set(theirs).isdisjoint(mine)

    def latest(self, before: int) -> int:
        """The last word of it before a word; -1 where it is first told later."""
        number = bisect_left(self.starts, before)
        return self.starts[number - 1] if number else -1

    def before(self, word: int) -> Place | None:
        """The place that tells of it last before a word."""
        return self.by_word.get(self.latest(word))

    def recency(self, before: int) -> tuple[int, bool]:
        """How late it is told before a word: in which sentence, and whether it undoes another."""
        told = self.before(before)
        return (told.draft.sentence.first if told is not None else -1), self.undoes


def _add_new(known: list[str], told: list[str]) -> None:
    """Take in the keys that are not known yet."""
    for key in told:
        if key not in known:
            known.append(key)


_first = attrgetter("draft.first")

"""A measure while the places that speak of it are joined."""

from __future__ import annotations

from bisect import bisect_left, insort
from dataclasses import dataclass, field
from datetime import date

from licet.model.news import Timex, Value
from licet.news.measures.draft import Draft
from licet.news.measures.families import exacter
from licet.news.measures.measure import UNDOING, MeasureType, Slot, SlotName
from licet.news.modality.modality import Modality, Standing

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
        slots: Its slots.
        times: The times that date it.
        standing: What the gate found.
        elsewhere: Whether the story has turned to another company since it told of the measure it refers to.
        rivals: Whether a measure that is nowhere in force fits it as well.
    """

    draft: Draft
    slots: tuple[Slot, ...]
    times: list[Value[Timex]]
    standing: Standing
    elsewhere: bool = False
    rivals: bool = False

    @property
    def background(self) -> bool:
        """Whether it only names a body of rules."""
        return self.draft.background or self.standing.modality is Modality.BACKGROUND

    def values(self, name: SlotName) -> list[str]:
        """Normal forms of a slot."""
        return [value for told, _, value, _ in self.slots if told is name and value]


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
        starts: First word and sentence of each place, in order.
        by_word: The place that begins at a word.
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
    starts: list[tuple[int, int]] = field(default_factory=list)
    by_word: dict[int, Place] = field(default_factory=dict)

    @property
    def effective(self) -> bool:
        """Whether any place tells it as in force."""
        return self.told is not None

    @property
    def doubted(self) -> bool:
        """Whether it is told as denied or only thought of, and nowhere as in force."""
        return self.told is None and any(place.standing.modality in DOUBTED for place in self.places)

    @property
    def only_ahead(self) -> bool:
        """Whether it is told as one to come, denied or only thought of, and nowhere as in force."""
        return self.told is None and (self.ahead or self.doubted)

    @property
    def in_headline(self) -> bool:
        """Whether it is told in the headline alone so far."""
        return all(place.draft.sentence.paragraph < 0 for place in self.places)

    @property
    def nowhere(self) -> bool:
        """Whether every place tells that there is none, or only thinks of one."""
        return all(place.standing.modality in DOUBTED for place in self.places)

    @property
    def taken(self) -> bool:
        """Whether any place tells it as an act: by a verb, with who does it, or on a day."""
        return any(
            not place.draft.nominal or place.draft.imposers or place.times or place.draft.acted_on
            for place in self.places
        )

    @property
    def only_named(self) -> bool:
        """Whether no place tells of it being taken: it is only named as what was broken or is known."""
        return all(
            place.draft.nominal and place.draft.definite and place.standing.rule == "object of a violation"
            for place in self.places
        )

    @property
    def undoes(self) -> bool:
        """Whether it acts on another measure."""
        return self.places[0].draft.type in UNDOING

    def add(self, place: Place) -> None:
        """Take a place in."""
        self.places.append(place)
        insort(self.starts, (place.draft.first, place.draft.sentence.first))
        self.by_word[place.draft.first] = place
        if place.draft.noun:
            self.nouns.add(place.draft.noun)
        modality = place.standing.modality
        if self.told is None and modality.effective:
            self.told = place.standing
        self.ahead = self.ahead or modality in AHEAD
        refers = place.draft.nominal and place.draft.definite
        self.weak = self.weak or (modality in WEAK and not refers)
        if place.draft.undoes and self.undoes:
            self.type = self.type if self.type is place.draft.type else MeasureType.RELIEF
        elif not place.draft.undoes and not self.undoes:
            self.type = exacter(self.type, place.draft.type)
        for name, known in ((SlotName.IMPOSER, self.imposers), (SlotName.TARGET, self.targets)):
            known.extend(value for value in place.values(name) if value not in known)
        self.amounts.update(place.values(SlotName.AMOUNT))
        for value in place.times:
            if value.value.first and value.value.last and (self.first is None or not place.draft.nominal):
                self.first, self.last = value.value.first, value.value.last

    def latest(self, before: int) -> int:
        """The last word of it before a word; -1 where it is first told later."""
        number = bisect_left(self.starts, (before, 0))
        return self.starts[number - 1][0] if number else -1

    def before(self, word: int) -> Place | None:
        """The place that tells of it last before a word."""
        return self.by_word.get(self.latest(word))

    def recency(self, before: int) -> tuple[int, bool]:
        """How late it is told before a word: in which sentence, and whether it undoes another."""
        number = bisect_left(self.starts, (before, 0))
        return (self.starts[number - 1][1] if number else -1), self.undoes

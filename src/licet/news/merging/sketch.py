"""What a measure of one story is compared by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from licet.model.news import Timex
from licet.news.claims.claim import Claim
from licet.news.claims.of_measures import IMPOSED
from licet.news.measures.measure import PENALTIES, Measure, SlotName
from licet.news.merging.agents import borne, nouns
from licet.news.merging.companies import Companies
from licet.news.merging.goods import goods
from licet.news.merging.nesting import lineage
from licet.news.merging.parties import Key
from licet.news.merging.pool import MOST_COMPARED, Telling
from licet.news.merging.standing import TO_BE, announces, own_standing
from licet.news.modality.modality import Modality
from licet.news.parties.party import Party, PartyKind

_TAKEN = frozenset((IMPOSED, SlotName.DATE.value))
"""Predicates of claims whose time is that of the act."""
_FIRMS = frozenset((PartyKind.ORGANISATION, PartyKind.PERSON))
TERMS = (SlotName.DURATION.value, SlotName.END.value, SlotName.AMOUNT.value)
"""Slots by which what is wanted and what was done are told apart."""


@dataclass(frozen=True, slots=True)
class Sketch:
    """What a measure of one story is compared by, with parties by their merged keys.

    Attributes:
        story: Its story.
        measure: It.
        standing: How the story tells that it stands.
        targets: Whom it is aimed at.
        firms: Those of them that are companies or persons.
        beside: Where no company is told as its target, those named beside it: they may be.
        imposers: Who took it.
        lines: Lineages of those who took it, from the authority to its government; empty where unknown.
        realms: Jurisdictions of those who took it; empty where unknown.
        general: Whether nobody more exact than a government or a person took it.
        times: When it was taken.
        amounts: Figures told of it.
        to_be: Whether it is told as wanted, planned, promised or expected, and not as announced.
        terms: How long it runs, until when and what it costs, as its story tells in its own voice.
        named: Every company that its story is about.
        leading: Whether its story is about it first of all.
        goods: The goods that it is on; empty where no or any goods are told.
        nouns: Where nobody is named who took it, the nouns of those who did.
        borne: Nouns by which those who took it may be told elsewhere.
    """

    story: Telling
    measure: Measure
    standing: Modality
    targets: frozenset[str]
    firms: frozenset[str]
    beside: frozenset[str]
    imposers: frozenset[str]
    lines: frozenset[tuple[str, ...]]
    realms: frozenset[str]
    general: bool
    times: tuple[Timex, ...]
    amounts: tuple[str, ...]
    to_be: bool
    terms: tuple[Claim, ...]
    named: frozenset[str]
    leading: bool
    goods: frozenset[str]
    nouns: frozenset[str]
    borne: frozenset[str]

    @property
    def shape(self) -> tuple[object, ...]:
        """All that it is compared by; tellings of one shape need not be compared twice."""
        who = (self.targets, self.firms, self.beside, self.imposers, self.lines, self.realms, self.general)
        terms = tuple((item.predicate, item.value, item.when) for item in self.terms)
        told = (self.named, self.leading and self.story.dated)
        what = (self.times, self.amounts, self.to_be, terms, self.goods, self.nouns, self.borne, told)
        return (self.measure.type, self.standing, *who, *what)

    @property
    def shared_by(self) -> frozenset[str]:
        """Parties and authorities of which another telling of the measure has one at least."""
        return self.targets.union(self.beside, self.imposers, *self.lines)


def sketch(story: Telling, measure: Measure, parties: dict[Key, str], companies: Companies) -> Sketch:
    """What a measure of a story is compared by.

    Args:
        story: The story.
        measure: One of its measures.
        parties: Merged keys of the parties.
        companies: The companies that the stories name.
    """

    def keys(names: Sequence[str]) -> frozenset[str]:
        return frozenset(parties.get((story.key, name), name) for name in names if name)

    aimed = dict.fromkeys(measure.targets)
    aimed.update((slot.value, None) for item in measure.mentions for slot in item.slot(SlotName.TARGET))
    firms = [name for name in aimed if name in story.parties and story.parties[name].kind in _FIRMS]
    beside = frozenset[str]() if firms else _beside(story, measure, companies)
    slots = list(chain.from_iterable(item.slots for item in measure.mentions))
    imposing = [
        story.parties[name]
        for name in (*measure.imposers, *(slot.value for slot in slots if slot.name is SlotName.IMPOSER))
        if name in story.parties
    ]
    claims = story.claims_of(measure.key)
    own = own_standing(measure, story)
    if not imposing and measure.type in PENALTIES:
        imposing = list(_telling_authorities(story, claims))
    return Sketch(
        story,
        measure,
        own,
        keys(list(aimed)),
        keys(firms),
        beside,
        keys(tuple(party.key for party in imposing)),
        frozenset(filter(None, map(lineage, imposing))),
        frozenset(party.jurisdiction for party in imposing if party.jurisdiction),
        all(party.kind is not PartyKind.AUTHORITY for party in imposing),
        _times(story, claims, done=own.effective),
        tuple(
            dict.fromkeys(
                item.value
                for item in claims
                if item.predicate == SlotName.AMOUNT and item.modality is not Modality.DENIED
            )
        ),
        _is_to_be(own, claims),
        tuple(item for item in claims if item.predicate in TERMS and item.modality is not Modality.DENIED)[
            :MOST_COMPARED
        ],
        companies.of(story),
        measure.key == story.leading,
        goods(measure, claims, story.reading.story.text),
        nouns(measure, story.reading.story.text) if not imposing else frozenset(),
        frozenset(chain.from_iterable(borne(party, lineage(party)) for party in imposing)),
    )


def _is_to_be(standing: Modality, claims: Sequence[Claim]) -> bool:
    if standing is Modality.EXPECTED:
        return not any(announces(item) for item in claims)
    return standing in TO_BE


def _beside(story: Telling, measure: Measure, companies: Companies) -> frozenset[str]:
    """The companies beside a measure; of the leading one and of the only one of its kind all of its story."""
    if story.kinds[measure.type] == 1 or measure.key == story.leading:
        return companies.of(story)
    return companies.beside(story, [item.trigger for item in measure.mentions])


def _times(story: Telling, claims: Sequence[Claim], *, done: bool) -> tuple[Timex, ...]:
    """The times at which a story tells that a measure was taken or announced, each once.

    What is told as done was not done later than its story.
    """
    told = [
        item.when
        for item in claims
        if item.when is not None and (item.predicate in _TAKEN or announces(item)) and item.when.first
    ]
    if done and story.dated:
        told = [time for time in told if time.first is not None and time.first <= story.dated]
    return tuple(dict.fromkeys(told))


def _telling_authorities(story: Telling, claims: Sequence[Claim]) -> Iterator[Party]:
    """The authorities in whose words a story tells of a penalty: "..., the Treasury Department said"."""
    for item in claims:
        if item.statement is not None:
            speaker = story.reading.statements[item.statement].value.speaker.party
            party = story.parties.get(speaker)
            if party is not None and party.kind is PartyKind.AUTHORITY:
                yield party

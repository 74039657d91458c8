"""What a measure of one story is compared by, and whether two stories tell one measure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from licet.model.news import Timex
from licet.news.claims.claim import Claim
from licet.news.claims.of_measures import IMPOSED
from licet.news.measures.measure import PENALTIES, Measure, MeasureType, SlotName
from licet.news.merging import comparing
from licet.news.merging.agents import borne, nouns
from licet.news.merging.comparing import Relation
from licet.news.merging.goods import goods
from licet.news.merging.nesting import is_within, lineage
from licet.news.merging.parties import Key
from licet.news.merging.pool import MOST_COMPARED, Telling
from licet.news.merging.standing import OPEN, TO_BE, announces, own_standing
from licet.news.modality.modality import Modality
from licet.news.parties.party import Party, PartyKind

_FAMILIES = (
    frozenset(
        (
            MeasureType.DENIAL_ORDER,
            MeasureType.EXPORT_BAN,
            MeasureType.IMPORT_BAN,
            MeasureType.SALES_BAN,
            MeasureType.SANCTIONS,
        )
    ),
    frozenset((MeasureType.LISTING, MeasureType.SANCTIONS, MeasureType.EXPORT_BAN)),
    frozenset((MeasureType.SANCTIONS, MeasureType.ASSET_FREEZE, MeasureType.TRAVEL_BAN, MeasureType.EMBARGO)),
    frozenset((MeasureType.PROCUREMENT_BAN, MeasureType.SALES_BAN)),
    PENALTIES,
    frozenset(
        (
            MeasureType.RELIEF,
            MeasureType.LIFTING,
            MeasureType.SUSPENSION,
            MeasureType.EXEMPTION,
            MeasureType.REVOCATION,
        )
    ),
)
"""Kinds that two stories may give to one measure."""
_BANS = frozenset((*_FAMILIES[0], MeasureType.PROCUREMENT_BAN))
"""Kinds that are one measure only where target and day are told and agree."""
_TAKEN = frozenset((IMPOSED, SlotName.DATE.value))
"""Predicates of claims whose time is that of the act."""
_FIRMS = frozenset((PartyKind.ORGANISATION, PartyKind.PERSON))
_TERMS = (SlotName.DURATION.value, SlotName.END.value, SlotName.AMOUNT.value)
"""Slots by which what is wanted and what was done are told apart."""
DRIFT = 31
"""Days by which two stories may differ on when a measure was taken and still mean one."""


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
    goods: frozenset[str]
    nouns: frozenset[str]
    borne: frozenset[str]

    @property
    def shape(self) -> tuple[object, ...]:
        """All that it is compared by; tellings of one shape need not be compared twice."""
        who = (self.targets, self.firms, self.beside, self.imposers, self.lines, self.realms, self.general)
        terms = tuple((item.predicate, item.value, item.when) for item in self.terms)
        what = (self.times, self.amounts, self.to_be, terms, self.goods, self.nouns, self.borne)
        return (self.measure.type, self.standing, *who, *what)

    @property
    def shared_by(self) -> frozenset[str]:
        """Parties and authorities of which another telling of the measure has one at least."""
        return self.targets.union(self.beside, self.imposers, *self.lines)


def sketch(story: Telling, measure: Measure, parties: dict[Key, str]) -> Sketch:
    """What a measure of a story is compared by.

    Args:
        story: The story.
        measure: One of its measures.
        parties: Merged keys of the parties.
    """

    def keys(names: Sequence[str]) -> frozenset[str]:
        return frozenset(parties.get((story.key, name), name) for name in names if name)

    aimed = dict.fromkeys(measure.targets)
    aimed.update((slot.value, None) for item in measure.mentions for slot in item.slot(SlotName.TARGET))
    firms = [name for name in aimed if name in story.parties and story.parties[name].kind in _FIRMS]
    beside = [] if firms else _beside(story, measure)
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
        keys(beside),
        keys(tuple(party.key for party in imposing)),
        frozenset(filter(None, map(lineage, imposing))),
        frozenset(party.jurisdiction for party in imposing if party.jurisdiction),
        all(party.kind is not PartyKind.AUTHORITY or not party.jurisdiction for party in imposing),
        _times(claims),
        tuple(
            dict.fromkeys(
                item.value
                for item in claims
                if item.predicate == SlotName.AMOUNT and item.modality is not Modality.DENIED
            )
        ),
        _is_to_be(own, claims),
        tuple(item for item in claims if item.predicate in _TERMS and item.modality is not Modality.DENIED)[
            :MOST_COMPARED
        ],
        goods(measure, claims, story.reading.story.text),
        nouns(measure, story.reading.story.text) if not imposing else frozenset(),
        frozenset(chain.from_iterable(borne(party, lineage(party)) for party in imposing)),
    )


def _is_to_be(standing: Modality, claims: Sequence[Claim]) -> bool:
    if standing is Modality.EXPECTED:
        return not any(announces(item) for item in claims)
    return standing in TO_BE


def _beside(story: Telling, measure: Measure) -> Sequence[str]:
    """The companies named beside a measure; of the only one of its kind also all that the story names."""
    if story.kinds[measure.type] == 1:
        return story.companies
    return story.companies_beside([item.trigger for item in measure.mentions])


def _times(claims: Sequence[Claim]) -> tuple[Timex, ...]:
    """The times at which a story tells that a measure was taken or announced, each once."""
    told = [
        item.when
        for item in claims
        if item.when is not None and (item.predicate in _TAKEN or announces(item)) and item.when.first
    ]
    return tuple(dict.fromkeys(told))


def _telling_authorities(story: Telling, claims: Sequence[Claim]) -> Iterator[Party]:
    """The authorities in whose words a story tells of a penalty: "..., the Treasury Department said"."""
    for item in claims:
        if item.statement is not None:
            speaker = story.reading.statements[item.statement].value.speaker.party
            party = story.parties.get(speaker)
            if party is not None and party.kind is PartyKind.AUTHORITY:
                yield party


def contradicts(one: Sketch, other: Sketch) -> bool:
    """Whether target, authority, days or amounts of two tellings differ, as far as both tell them."""
    if _others_meant(one, other):
        return True
    if not _authorities(one, other):
        return True
    if one.goods and other.goods and not one.goods & other.goods:
        return True
    if _to_be(one, other) and _other_terms(one, other):
        return True
    days = _days(one, other)
    return days is Relation.CONFLICT or (days is not Relation.SAME and not _sums(one, other))


def _to_be(one: Sketch, other: Sketch) -> bool:
    """Whether one is told as done and the other as wanted, planned or promised."""
    return (one.standing.effective and other.to_be) or (other.standing.effective and one.to_be)


def _other_terms(one: Sketch, other: Sketch) -> bool:
    """Whether length, end or sum of two tellings differ: what is wanted is then not what was done."""
    for name in _TERMS:
        left = [item for item in one.terms if item.predicate == name]
        right = [item for item in other.terms if item.predicate == name]
        pairs = [comparing.filled(name, a, b) for a in left for b in right]
        if pairs and all(found is Relation.CONFLICT for found in pairs):
            return True
    return False


def _others_meant(one: Sketch, other: Sketch) -> bool:
    """Whether the targets differ: other companies, other countries, or a company that is not named beside.

    A story may tell the country of a company that another one names: so it does where day or sum agree.
    """
    if not one.targets or not other.targets or one.targets & other.targets:
        return False
    if bool(one.firms) == bool(other.firms):
        return True
    told_alike = _days(one, other) is Relation.SAME or _same_sum(one, other)
    return not (told_alike or _maybe_shared(one, other))


def _maybe_shared(one: Sketch, other: Sketch) -> frozenset[str]:
    """Companies that one telling is aimed at, and that stand beside the other, which names no target firm."""
    if one.firms and other.firms:
        return frozenset()
    return (one.firms | one.beside) & (other.firms | other.beside)


def _one_stage(one: Sketch, other: Sketch) -> bool:
    """Whether both tell it as done, or neither."""
    left, right = one.standing, other.standing
    return left.effective == right.effective or not {left, right} & OPEN


def agreement(one: Sketch, other: Sketch) -> int:
    """How many things two tellings agree in; 0 where they are of other kinds or share neither party."""
    kinds = (one.measure.type, other.measure.type)
    shared, same_day = one.targets & other.targets, _days(one, other) is Relation.SAME
    taken_by = bool(one.imposers & other.imposers) or _nested(one, other)
    if not _one_kind(kinds, sure=same_day and bool(shared)) or _other_kind(one, other):
        return 0
    told_alike = same_day or _same_sum(one, other)
    maybe = _maybe_shared(one, other) and _one_stage(one, other)
    if not (shared or maybe or one.imposers & other.imposers or (taken_by and told_alike)):
        return 0
    agreed = (kinds[0] is kinds[1]) + 2 * taken_by
    other_stage = (one.standing in OPEN) != (other.standing in OPEN)
    return max(1, 1 + agreed + 3 * bool(shared) + bool(maybe) + 2 * same_day - other_stage)


def _one_kind(kinds: tuple[MeasureType, MeasureType], *, sure: bool) -> bool:
    """Whether two kinds may be given to one measure; some only where target and day agree."""
    if kinds[0] is kinds[1]:
        return True
    both = set(kinds)
    return any(both <= family for family in _FAMILIES) or (sure and both <= _BANS)


def _other_kind(one: Sketch, other: Sketch) -> bool:
    """Whether the kinds differ and nobody is told to have taken one of them: two acts may be told.

    A story that only speaks of a measure, or denies it, may give it any name.
    """
    if one.measure.type is other.measure.type or (one.imposers and other.imposers):
        return False
    if not all(item.standing.effective or item.to_be for item in (one, other)):
        return False
    return not {one.measure.type, other.measure.type} <= PENALTIES


def _authorities(one: Sketch, other: Sketch) -> bool:
    """Whether the authorities agree: the same, one within the other, or one unknown.

    One that is told by its noun alone, "the ministry", is one that bears the noun.
    """
    for told, named in ((one, other), (other, one)):
        if told.nouns and not told.nouns & (named.nouns or named.borne or told.nouns):
            return False
    if not one.imposers or not other.imposers or one.imposers & other.imposers or _nested(one, other):
        return True
    if one.realms and other.realms and not one.realms & other.realms:
        return False
    return one.general or other.general


def _nested(one: Sketch, other: Sketch) -> bool:
    """Whether an authority of one telling is an authority of the other, or within it."""
    return any(is_within(left, right) for left in one.lines for right in other.lines)


def _days(one: Sketch, other: Sketch) -> Relation:
    """Whether the days agree; days further off than a month keep measures apart."""
    if not one.times or not other.times:
        return Relation.UNKNOWN
    pairs = [(a, b) for a in one.times for b in other.times]
    if all(comparing.apart(a, b, DRIFT) for a, b in pairs):
        return Relation.CONFLICT
    return Relation.SAME


def _same_sum(one: Sketch, other: Sketch) -> bool:
    """Whether both tell one sum of a penalty."""
    if one.measure.type not in PENALTIES or other.measure.type not in PENALTIES:
        return False
    return any(comparing.amounts(a, b) is Relation.SAME for a in one.amounts for b in other.amounts)


def _sums(one: Sketch, other: Sketch) -> bool:
    """Whether the amounts agree as far as both tell one; what is frozen nobody has counted alike."""
    frozen = MeasureType.ASSET_FREEZE in {one.measure.type, other.measure.type}
    if frozen or not one.amounts or not other.amounts:
        return True
    return any(comparing.amounts(a, b) is not Relation.CONFLICT for a in one.amounts for b in other.amounts)

"""Whether two stories tell one measure: by kind, target, taker, days and sums, never by likeness of words."""

from __future__ import annotations

from datetime import timedelta

from licet.news.measures.measure import PENALTIES, MeasureType
from licet.news.merging import comparing
from licet.news.merging.comparing import Relation
from licet.news.merging.nesting import is_within
from licet.news.merging.sketch import TERMS, Sketch
from licet.news.merging.standing import OPEN
from licet.news.modality.modality import Modality

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
_FRAGMENTS = _BANS | {MeasureType.ASSET_FREEZE, MeasureType.TRAVEL_BAN, MeasureType.INVESTMENT_BAN}
"""Kinds that "the ban" may be read as where a story says no more of it."""
_MIGHT_BE = frozenset((Modality.HYPOTHETICAL, Modality.PREDICTED, Modality.OPINION))
"""Standings of what nobody has done or is about to do."""
_WEEK = timedelta(days=7)
DRIFT = 31
"""Days by which two stories may differ on when a measure was taken and still mean one."""


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
    if days is Relation.CONFLICT:
        return True
    return days is not Relation.SAME and not _sums(one, other) and not _one_news(one, other)


def _one_news(one: Sketch, other: Sketch) -> bool:
    """Whether stories of one week lead with an act of one authority on one party: a sum may be misprinted."""
    days = (one.story.dated, other.story.dated)
    if days[0] is None or days[1] is None or abs(days[0] - days[1]) > _WEEK:
        return False
    if not (one.leading and other.leading and one.standing.effective and other.standing.effective):
        return False
    taken_by = bool(one.imposers & other.imposers) or _nested(one, other)
    return taken_by and bool(one.targets & other.targets)


def _to_be(one: Sketch, other: Sketch) -> bool:
    """Whether one is told as done and the other as wanted, planned or promised."""
    return (one.standing.effective and other.to_be) or (other.standing.effective and one.to_be)


def _other_terms(one: Sketch, other: Sketch) -> bool:
    """Whether length, end or sum of two tellings differ: what is wanted is then not what was done."""
    for name in TERMS:
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
    if one.firms and other.firms:
        return not _maybe_shared(one, other)
    if not one.firms and not other.firms:
        return True
    told_alike = _days(one, other) is Relation.SAME or _same_sum(one, other)
    return not (told_alike or _maybe_shared(one, other))


def _maybe_shared(one: Sketch, other: Sketch) -> frozenset[str]:
    """Companies that one telling is aimed at, and that stand beside the other, which names no target firm.

    Where both name one, a penalty of one sum may be told of the other's wherever its story names that.
    """
    if one.firms and other.firms:
        return (one.firms & other.named) | (other.firms & one.named) if _same_sum(one, other) else frozenset()
    return (one.firms | one.beside) & (other.firms | other.beside)


def _one_stage(one: Sketch, other: Sketch) -> bool:
    """Whether both tell it as done, or neither, and neither as what might be."""
    left, right = one.standing, other.standing
    if {left, right} & _MIGHT_BE:
        return left is right
    return left.effective == right.effective or not {left, right} & OPEN


def agreement(one: Sketch, other: Sketch) -> int:
    """How many things two tellings agree in; 0 where they are of other kinds or share neither party."""
    kinds = (one.measure.type, other.measure.type)
    shared, same_day = one.targets & other.targets, _days(one, other) is Relation.SAME
    taken_by = bool(one.imposers & other.imposers) or _nested(one, other)
    if not _one_kind(kinds, sure=same_day and bool(shared)) or _other_kind(one, other):
        return 0
    told_alike = same_day or _same_sum(one, other)
    sure_kind = kinds[0] is kinds[1] or same_day or taken_by
    maybe = sure_kind and _maybe_shared(one, other) and _one_stage(one, other)
    same_taker = bool(one.imposers & other.imposers) and (told_alike or not _by_governments_alone(one, other))
    if not (shared or maybe or same_taker or (taken_by and told_alike)):
        return 0
    agreed = (kinds[0] is kinds[1]) + 2 * taken_by
    other_stage = (one.standing in OPEN) != (other.standing in OPEN)
    return max(1, 1 + agreed + 3 * bool(shared) + bool(maybe) + 2 * same_day - other_stage)


def _by_governments_alone(one: Sketch, other: Sketch) -> bool:
    """Whether two tellings that share a government share nothing else: it takes many measures of one kind."""
    return (
        one.general and other.general and not (one.leading and other.leading) and not one.goods & other.goods
    )


def is_fragment(item: Sketch, leading: Sketch) -> bool:
    """Whether a story that speaks of a measure in doubt may mean the act that it leads with.

    It names nobody else on whom it is, no other office, no other goods, day or sum; and it shares the
    authority or is of the same kind.
    """
    if item.standing is not Modality.UNCLEAR or item.targets or item.goods or item.amounts or item.nouns:
        return False
    if item.measure.type is not leading.measure.type:
        if not {item.measure.type, leading.measure.type} <= _FRAGMENTS or not _nested(item, leading):
            return False
    elif item.imposers and not (item.imposers & leading.imposers or _nested(item, leading)):
        return False
    return _days(item, leading) is not Relation.CONFLICT


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

"""Facts about states and parties, and about who gave no comment."""

from __future__ import annotations

from collections.abc import Iterator

from licet.news.claims.claim import ClaimKind
from licet.news.claims.figures import FIGURE
from licet.news.claims.shares import SHARES
from licet.news.merging import comparing, titles
from licet.news.merging.comparing import Relation
from licet.news.merging.draft import Draft, Told
from licet.news.merging.event_facts import grouped
from licet.news.merging.fact import Difference, DifferenceKind
from licet.news.merging.view import View, first_of_each, is_own_voice, support
from licet.news.modality.modality import Modality
from licet.news.parties.party import PartyKind

_ALIKE = 0.5


def state_drafts(view: View) -> Iterator[Draft]:
    """Facts about states that stories tell in their own voice."""
    told = [
        item
        for item in view.told(ClaimKind.STATE)
        if is_own_voice(item.claim)
        and item.claim.modality is Modality.REPORTED
        and item.claim.predicate != FIGURE
    ]

    def same(one: Told, other: Told) -> bool:
        if one.claim.predicate == "older_than":
            return (
                comparing.likeness(comparing.content(one.claim.value), comparing.content(other.claim.value))
                > _ALIKE
            )
        if one.claim.predicate == SHARES:
            return _moved_alike(one.claim.value, other.claim.value)
        return one.story.key != other.story.key or one.claim.value == other.claim.value

    def key(item: Told) -> object:
        return item.claim.predicate, frozenset(
            view.named(item)
        ) if item.claim.predicate != "older_than" else ""

    for items in grouped(told, same, key):
        draft = Draft(ClaimKind.STATE, titles.state(view, items[0]), items, parties=view.named(items[0]))
        firsts = first_of_each(items)
        values = {item.claim.value for item in firsts}
        if len(values) > 1 and items[0].claim.predicate not in ("older_than", SHARES):
            sides = tuple(support(item, item.claim.support[0]) for item in firsts)
            draft.differences.append(
                Difference(DifferenceKind.CONFLICT, "the state", sides, "compare: states")
            )
        yield draft


def _moved_alike(one: str, other: str) -> bool:
    """Whether two moves of a share are one: the same way, and as far; other days have other moves."""
    left, right = one.partition(" "), other.partition(" ")
    near = comparing.amounts(left[2], right[2]) in (Relation.SAME, Relation.LESS_PRECISE)
    return left[0] == right[0] and near


def attribute_drafts(view: View) -> Iterator[Draft]:
    """Facts about what an organisation is; what one apposition tells is one fact."""
    told = [
        item
        for item in view.told(ClaimKind.ATTRIBUTE)
        if item.claim.predicate != "office" and _is_organisation(view, item)
    ]

    def same(one: Told, other: Told) -> bool:
        return one.story.key != other.story.key and _attributes(one, other) in (
            Relation.SAME,
            Relation.LESS_PRECISE,
            Relation.CONFLICT,
        )

    folded: dict[object, list[list[Told]]] = {}
    for items in grouped(told, same, lambda item: (view.party(item), item.claim.predicate)):
        first = items[0]
        stories = tuple(sorted({item.story.key for item in items}))
        place = (first.story.key, first.claim.support[-1].start)
        folded.setdefault((place, stories), []).append(items)
    for groups in folded.values():
        items = [item for group in groups for item in group]
        subject = view.party(items[0])
        draft = Draft(
            ClaimKind.ATTRIBUTE,
            titles.attribute(view, subject, [group[0] for group in groups]),
            items,
            parties=(subject,),
        )
        draft.spans = [part for item in items for part in item.supports(item.claim.support[:1])]
        for group in groups:
            draft.differences.extend(_differ(group))
        yield draft


def _is_organisation(view: View, item: Told) -> bool:
    party = view.read(item, item.claim.subject)
    return party is not None and party.kind is PartyKind.ORGANISATION


def _attributes(one: Told, other: Told) -> Relation:
    """How two tellings of one attribute stand to each other."""
    left, right = one.claim.value, other.claim.value
    if one.claim.predicate in ("employees", "sales"):
        return comparing.amounts(left, right)
    if left == right:
        return Relation.SAME
    alike = comparing.likeness(comparing.content(left), comparing.content(right)) > _ALIKE
    return Relation.LESS_PRECISE if alike else Relation.UNKNOWN


def _differ(items: list[Told]) -> Iterator[Difference]:
    firsts = first_of_each(items)
    for number, item in enumerate(firsts):
        for earlier in firsts[:number]:
            relation = _attributes(earlier, item)
            if relation in (Relation.CONFLICT, Relation.LESS_PRECISE):
                kind = (
                    DifferenceKind.CONFLICT if relation is Relation.CONFLICT else DifferenceKind.LESS_PRECISE
                )
                sides = tuple(support(part, part.claim.support[0]) for part in (earlier, item))
                yield Difference(kind, item.claim.predicate, sides, "compare: attributes")
                return


def silence_drafts(view: View) -> Iterator[Draft]:
    """Facts about who gave no comment: one for all who gave none to the same stories."""
    told = view.told(ClaimKind.NO_COMMENT)
    silent = [item for item in told if item.claim.predicate == "no_comment" and item.claim.subject]
    folded: dict[frozenset[str], list[list[Told]]] = {}
    for items in grouped(silent, lambda *_: True, view.party):
        folded.setdefault(frozenset(item.story.key for item in items), []).append(items)
    for groups in folded.values():
        parties = tuple(dict.fromkeys(view.party(group[0]) for group in groups))
        yield Draft(
            ClaimKind.NO_COMMENT,
            titles.no_comment(view, parties),
            [item for group in groups for item in group],
            parties=parties,
        )
    passed = [item for item in told if item.claim.predicate == "deferred"]
    for items in grouped(passed, lambda *_: True, view.named):
        title = titles.no_comment(view, [view.party(items[0])], view.party(items[0], items[0].claim.value))
        yield Draft(ClaimKind.NO_COMMENT, title, items, parties=view.named(items[0]))

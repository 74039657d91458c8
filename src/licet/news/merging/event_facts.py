"""Facts about events: what a company does, who meets whom, when talks are held."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from licet.model.news import Span
from licet.news.claims.claim import ClaimKind
from licet.news.merging import comparing, titles
from licet.news.merging.comparing import Relation
from licet.news.merging.draft import Draft, Told
from licet.news.merging.fact import Difference, DifferenceKind
from licet.news.merging.fitting import DRIFT
from licet.news.merging.pool import MOST_COMPARED, Groups
from licet.news.merging.view import View, first_of_each, is_own_voice, support
from licet.news.modality.modality import Modality

_AS_FACT = frozenset((Modality.REPORTED, Modality.STATED))
_UNSURE = frozenset((Modality.PREDICTED, Modality.HYPOTHETICAL, Modality.OPINION))


def grouped(
    told: list[Told], same: Callable[[Told, Told], bool], key: Callable[[Told], object]
) -> list[list[Told]]:
    """Claims that tell the same thing, by any chain of likenesses; only those of one key are compared.

    What a story tells in the same terms again is compared as the first time.
    """
    again: dict[tuple[object, ...], list[int]] = {}
    by_key: dict[object, list[int]] = {}
    for number, item in enumerate(told):
        alike = (key(item), _terms(item))
        if alike not in again:
            by_key.setdefault(alike[0], []).append(number)
        again.setdefault(alike, []).append(number)
    groups = Groups(len(told))
    for numbers in by_key.values():
        for place, number in enumerate(numbers):
            for earlier in numbers[max(0, place - MOST_COMPARED) : place]:
                if groups.find(earlier) != groups.find(number) and same(told[earlier], told[number]):
                    groups.join(earlier, number)
    alone = {members[0] for members in groups.members() if len(members) == 1}
    for numbers in again.values():
        if len(numbers) > 1 and (numbers[0] not in alone or same(told[numbers[0]], told[numbers[1]])):
            groups.join_all(numbers)
    return [[told[number] for number in members] for members in groups.members()]


def _terms(item: Told) -> tuple[object, ...]:
    """All that a claim can be compared by, and its story."""
    claim = item.claim
    return (item.story.key, claim.subject, claim.value, claim.when, claim.place, claim.parties, claim.measure)


def event_drafts(view: View) -> Iterator[Draft]:
    """Facts about events told by the stories or by the company itself."""
    told = [item for item in view.told(ClaimKind.EVENT) if item.claim.modality not in _UNSURE]
    deeds = [item for item in told if "_" in item.claim.predicate]
    for items in grouped(deeds, _one_time, lambda item: (item.claim.predicate, view.party(item))):
        yield _deed(view, items)
    meetings = [item for item in told if item.claim.predicate == "meet"]
    for items in grouped(meetings, _one_time, lambda item: frozenset(view.named(item))):
        who, *others = view.named(items[0])
        to_come = items[0].claim.modality is Modality.EXPECTED
        title = titles.meeting(view, who, others, to_come=to_come)
        yield Draft(ClaimKind.EVENT, title, items, parties=view.named(items[0]))
    talks = [item for item in told if item.claim.predicate == "talks"]
    for items in grouped(talks, _same_talks(view), lambda _: ""):
        yield _talks(view, items)


def _one_time(one: Told, other: Told) -> bool:
    """Whether two events are not told of times further off than a month."""
    left, right = one.claim.when, other.claim.when
    return left is None or right is None or not comparing.apart(left, right, DRIFT)


def _deed(view: View, items: list[Told]) -> Draft:
    who = view.party(items[0])
    aspects = sorted(item.claim.value for item in items)
    draft = Draft(
        ClaimKind.EVENT,
        titles.deed(view, who, items[0].claim.predicate, aspects),
        items,
        parties=view.named(items[0]),
        one_source=any(not is_own_voice(item.claim) for item in items),
    )
    told = [item for item in items if not is_own_voice(item.claim)]
    own = [item for item in items if is_own_voice(item.claim)]
    if any(item.claim.value == "done" and item.claim.modality in _AS_FACT for item in own):
        draft.modality = Modality.REPORTED
    for voices in (told, own):
        if _aspects_differ(voices):
            sides = tuple(support(item, item.claim.support[0]) for item in (*told, *own))
            draft.differences.append(
                Difference(
                    DifferenceKind.CONFLICT, "whether it has happened", sides, "compare: tense of an event"
                )
            )
            break
    return draft


def _aspects_differ(items: Iterable[Told]) -> bool:
    """Whether stories that speak in one voice tell an event as done and as still to come.

    An older story that tells it as still to come is no conflict: it was.
    """
    by_story: dict[str, list[Told]] = {}
    for item in items:
        by_story.setdefault(item.story.key, []).append(item)
    stories = [(told[0].story.dated, {item.claim.value for item in told}) for told in by_story.values()]
    for number, (day, aspects) in enumerate(stories):
        for other_day, others in stories[:number]:
            if aspects & others:
                continue
            older = min((day, aspects), (other_day, others), key=lambda pair: pair[0] or date.max)
            if day is None or other_day is None or day == other_day or older[1] != {"to_come"}:
                return True
    return False


def _same_talks(view: View) -> Callable[[Told, Told], bool]:
    def same(one: Told, other: Told) -> bool:
        left, right = one.claim, other.claim
        if left.place and right.place and view.party(one, left.place) != view.party(other, right.place):
            return False
        if left.when is None or right.when is None or comparing.apart(left.when, right.when):
            return False
        return bool(_realms(view, one) & _realms(view, other))

    return same


def _realms(view: View, item: Told) -> frozenset[str]:
    """Who talks, persons and authorities also by their jurisdictions."""
    found: set[str] = set()
    for key in item.claim.parties:
        party = item.story.parties.get(key)
        found.add(view.party(item, key))
        if party is not None and party.jurisdiction:
            found.add(f"country-{party.jurisdiction}")
    return frozenset(found)


def _time_told(item: Told) -> Span:
    """The words that tell when, alternatives and all: "this week or next"."""
    told = item.claim.support[1:] or item.claim.support
    return Span.within(
        item.story.reading.story.text, min(span.start for span in told), max(span.end for span in told)
    )


def _talks(view: View, items: list[Told]) -> Draft:
    named = tuple(dict.fromkeys(key for item in items for key in view.named(item)))
    draft = Draft(
        ClaimKind.EVENT,
        titles.talks(
            view, named, next((view.party(item, item.claim.place) for item in items if item.claim.place), "")
        ),
        items,
        parties=named,
    )
    firsts = first_of_each(items)
    for number, item in enumerate(firsts):
        for earlier in firsts[:number]:
            one, other = earlier.claim.when, item.claim.when
            if one is None or other is None:
                continue
            relation = comparing.times(one, other)
            if relation in (Relation.CONFLICT, Relation.LESS_PRECISE):
                kind = (
                    DifferenceKind.CONFLICT if relation is Relation.CONFLICT else DifferenceKind.LESS_PRECISE
                )
                sides = tuple(support(part, _time_told(part)) for part in (earlier, item))
                draft.differences.append(Difference(kind, "when", sides, "compare: days of an event"))
                return draft
    return draft

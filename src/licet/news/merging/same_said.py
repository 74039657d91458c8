"""Which statements are one: said again in one story, printed by several, or told on another paper's word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from licet.model.news import Span
from licet.news.merging import comparing
from licet.news.merging.pool import MOST_COMPARED, Groups, Telling, words
from licet.news.merging.said import Said
from licet.news.merging.sources import cites, paper
from licet.news.merging.view import View
from licet.news.modality.modality import Modality

_SAME_WORDING = 0.95
_ALIKE = 0.6
_LEAST_RETOLD = 4
"""Words of meaning that two tellings of one statement share at least, quoted in one of them."""
_MOSTLY = 0.6
_MOST_AROUND = 8
"""Words around what somebody said in which a story tells no more than that it was said."""
_LEAST_HELD = 4
"""Words in quotation marks that stand in a longer quotation, from which both are one."""
PLAIN = frozenset((Modality.CLAIMED, Modality.STATED))
"""Standings of a statement that says no more than what it says."""


def grouped(view: View, found: Sequence[Said]) -> Iterator[list[Said]]:
    """Statements that are one, by any chain of likenesses.

    Compared are those of one speaker, what a story tells that somebody told, and what a story has from
    another one: in the words of that paper, or of persons whom neither names.

    Args:
        view: All stories.
        found: Statements that may make facts, story by story.
    """
    groups = Groups(len(found))
    by_speaker: dict[str, list[int]] = {}
    for number, said in enumerate(found):
        by_speaker.setdefault(said.speaker, []).append(number)
    for numbers in by_speaker.values():
        for place, number in enumerate(numbers):
            for earlier in numbers[max(0, place - MOST_COMPARED) : place]:
                if groups.find(earlier) == groups.find(number):
                    continue
                if is_same(found[earlier], found[number]) or _is_one_breath(found[earlier], found[number]):
                    groups.join(earlier, number)
    _join_held(found, groups)
    _join_cited(view, found, groups)
    for members in groups.members():
        yield [found[number] for number in members]


def _join_held(found: Sequence[Said], groups: Groups) -> None:
    """Join what somebody said with that it was told, where little else is: "he says that it will fight"."""
    places = [(said.told.story.key, said.told.claim.support, number) for number, said in enumerate(found)]
    open_ones: list[tuple[str, tuple[Span, ...], int]] = []
    for place in sorted(places, key=lambda place: (place[0], place[1][0].start, -place[1][-1].end)):
        story, support, number = place
        while open_ones and not _is_held(support, story, open_ones[-1]):
            open_ones.pop()
        if open_ones:
            around = len(words(found[open_ones[-1][2]].text)) - len(words(found[number].text))
            if around <= _MOST_AROUND:
                groups.join(open_ones[-1][2], number)
        open_ones.append(place)


def _is_held(support: tuple[Span, ...], story: str, holding: tuple[str, tuple[Span, ...], int]) -> bool:
    """Whether all words of a statement stand within another one of its story."""
    return story == holding[0] and all(
        any(item.start <= span.start and span.end <= item.end for item in holding[1]) for span in support
    )


def _join_cited(view: View, found: Sequence[Said], groups: Groups) -> None:
    """Join what a story has from another one with what that one tells."""
    by_story: dict[str, list[int]] = {}
    for number, said in enumerate(found):
        by_story.setdefault(said.told.story.key, []).append(number)
    for story, other in _citing(view.stories):
        for number in by_story.get(story.key, ())[:MOST_COMPARED]:
            said = found[number]
            if said.speaker and not (said.speaker.startswith("unnamed") or _is_paper(view, said, other)):
                continue
            for number_there in by_story.get(other.key, ())[:MOST_COMPARED]:
                there = found[number_there]
                if _is_had_from(said, there):
                    groups.join(number, number_there)
                    break


def _citing(stories: Sequence[Telling]) -> Iterator[tuple[Telling, Telling]]:
    """Stories that give another one as where their news is from."""
    for story in stories:
        for other in stories:
            if other is not story and cites(story, other):
                yield story, other


def _is_paper(view: View, said: Said, other: Telling) -> bool:
    """Whether a statement is told as that of another story's paper."""
    party = view.read(said.told, said.told.claim.subject)
    return party is not None and party.name.removeprefix("The ").casefold() == paper(other).casefold()


def _is_had_from(one: Said, other: Said) -> bool:
    """Whether a statement tells again what another story has of somebody."""
    if _shares(one, other):
        return True
    ways = {one.told.claim.modality, other.told.claim.modality} - PLAIN
    about_one = bool(one.measure) and one.measure == other.measure and len(one.content & other.content) > 1
    return about_one and len(ways) < 2 and Modality.DENIED not in ways and other.speaker.startswith("unnamed")


def is_same(one: Said, other: Said) -> bool:
    """Whether two stories tell one statement of a speaker.

    What both print in quotation marks must be the same words, as far as the shorter goes; what is told in
    other words must be about one measure with one standing, or nearly the same words.
    """
    if (
        one.told.claim.when
        and other.told.claim.when
        and comparing.apart(one.told.claim.when, other.told.claim.when)
    ):
        return False
    apart = one.told.story.key != other.told.story.key
    if apart and _holds(one, other):
        return True
    if one.is_wording and other.is_wording:
        least = min(one.size, other.size)
        shared = sum(min(count, other.quoted[word]) for word, count in one.quoted.items())
        return shared > _SAME_WORDING * least or (apart and _retold(one, other))
    if one.is_wording or other.is_wording:
        return apart and _retold(one, other)
    ways = {one.told.claim.modality, other.told.claim.modality}
    if apart and one.measure and one.measure == other.measure and len(ways) == 1 and not ways & PLAIN:
        return True
    return comparing.likeness(one.content, other.content) > _ALIKE


def _retold(one: Said, other: Said) -> bool:
    """Whether two stories give what a named speaker said in other words, and share most of the shorter."""
    return not one.speaker.startswith("unnamed") and _shares(one, other)


def _holds(one: Said, other: Said) -> bool:
    """Whether all that is quoted in one stands word for word in what is quoted in the other."""
    if one.speaker.startswith("unnamed") or min(one.size, other.size) < _LEAST_HELD:
        return False
    if f" {one.wording} " in f" {other.wording} ":
        return 2 * one.size >= len(words(one.text))
    return f" {other.wording} " in f" {one.wording} " and 2 * other.size >= len(words(other.text))


def _shares(one: Said, other: Said) -> bool:
    """Whether two tellings share most of the words of meaning of the shorter."""
    shared = one.content & other.content
    return len(shared) >= _LEAST_RETOLD and len(shared) >= _MOSTLY * min(len(one.content), len(other.content))


def _is_one_breath(one: Said, other: Said) -> bool:
    """Whether a speaker says both in one paragraph of a story, and not of two measures or in two ways."""
    if one.told.story is not other.told.story:
        return False
    first, second = sorted((one.told.claim.support, other.told.claim.support))
    text = one.told.story.reading.story.text
    if first[-1].end > second[0].start or "\n" in text[first[-1].end : second[0].start]:
        return False
    ways = {item.told.claim.modality for item in (one, other)} - PLAIN
    return len(ways) < 2 and not (one.measure and other.measure and one.measure != other.measure)

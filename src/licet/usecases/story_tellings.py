"""What a story tells of each of its subjects: read from the story, kept apart from the index of names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from licet.news.layout import layout
from licet.news.parties.party import MentionKind, Party, Role
from licet.news.reading import Reading
from licet.news.signals.wording import shown
from licet.usecases.adverse_media import Telling

LONGEST_SENTENCE = 400
"""Characters of a story's sentence that are shown."""

_NAMING = {MentionKind.NAME, MentionKind.ACRONYM}


def tellings(key: str, reading: Reading) -> tuple[Telling, ...]:
    """Return what a story tells of each of its subjects.

    Args:
        key: Id of the story.
        reading: What was read from it.
    """
    story = reading.story
    subjects = [item.value for item in reading.parties if item.value.role is Role.SUBJECT]
    sentences = [(item.start, item.end) for item in layout(story).sentences] if subjects else []
    triggers = [place.trigger.start for item in reading.measures for place in item.value.mentions]
    told = _Sentences(story.text, sentences, frozenset(_numbers(sentences, triggers)))
    day = story.dated.isoformat() if story.dated else ""
    outlet = shown(story.outlet or story.url)
    return tuple(
        Telling(key, day, outlet, shown(party.name), _aliases(party), told.of(party)) for party in subjects
    )


@dataclass(frozen=True, slots=True)
class _Sentences:
    """The sentences of a story.

    Attributes:
        text: The story.
        spans: Where they stand.
        weighty: Numbers of those that speak of a measure.
    """

    text: str
    spans: list[tuple[int, int]]
    weighty: frozenset[int]

    def of(self, party: Party) -> str:
        """The first sentence that names a party and a measure, else the first that names it."""
        numbers = list(_numbers(self.spans, [item.span.start for item in party.mentions]))
        chosen = next((number for number in numbers if number in self.weighty), next(iter(numbers), None))
        if chosen is None:
            return shown(party.mentions[0].span.text, LONGEST_SENTENCE)
        start, end = self.spans[chosen]
        return shown(self.text[start:end], LONGEST_SENTENCE)


def _numbers(spans: list[tuple[int, int]], places: Iterable[int]) -> Iterator[int]:
    """Numbers of the sentences that hold some places."""
    at = 0
    for place in sorted(places):
        while at < len(spans) and spans[at][1] <= place:
            at += 1
        if at < len(spans) and spans[at][0] <= place:
            yield at


def _aliases(party: Party) -> tuple[tuple[str, bool], ...]:
    found: Mapping[str, bool] = {
        shown(item.span.text): item.kind is MentionKind.ACRONYM
        for item in party.mentions
        if item.kind in _NAMING and item.span.text != party.name
    }
    return tuple(sorted(found.items()))

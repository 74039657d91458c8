"""Adverse media: parties that are the subject of a story, found by name with the matcher's own kernel.

Only subjects: never who speaks, is asked as an expert, employs one, writes, or acts as an authority. What a
story tells is shown beside an answer; it has no score and changes no answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from licet.match import View, screen
from licet.model import MatchPolicy, Name, NameKind, Subject
from licet.news.layout import layout
from licet.news.parties.party import MentionKind, Party, Role
from licet.news.reading import Reading
from licet.news.signals.wording import shown
from licet.news.story import Story
from licet.text.normalise import normalise
from licet.usecases.story_names import names_view

LONGEST_SENTENCE = 400
"""Characters of a story's sentence that are shown."""

_NAMING = {MentionKind.NAME, MentionKind.ACRONYM}


class KeptStory(Protocol):
    """A story of the store, as `licet.usecases.news_kept` gives it."""

    @property
    def id(self) -> str: ...  # noqa: D102  told there
    @property
    def story(self) -> Story: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Telling:
    """One story that has a party as its subject.

    Attributes:
        story: Id of the story.
        day: The day it bears, as ISO text; empty for none.
        outlet: Who published it, or its address.
        name: The party's name as the story gives it.
        aliases: Other names of it in the same story; an acronym is weak.
        sentence: The sentence that tells of it, on one line without control characters.
    """

    story: str
    day: str
    outlet: str
    name: str
    aliases: tuple[tuple[str, bool], ...]
    sentence: str


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


class AdverseMedia:
    """The subjects of some stories, ready to be looked up by name.

    Attributes:
        stories: How many stories it was made of.
        policy: Threshold of the names.
        view: The names, as the kernel wants them; None where no story has a subject.
    """

    def __init__(self, told: Iterable[Sequence[Telling]], threshold: float) -> None:
        """Make the index.

        Args:
            told: What each story tells of its subjects.
            threshold: Score from which a name is that of a subject; the same as for lists.
        """
        self.stories = 0
        self.policy = MatchPolicy(threshold)
        self._told: dict[str, list[Telling]] = {}
        for story in told:
            self.stories += 1
            for item in story:
                self._told.setdefault(normalise(item.name) or item.name, []).append(item)
        self._keys = sorted(self._told)
        self.view: View | None = names_view([self._names(key) for key in self._keys])

    def of(self, subject: Subject) -> tuple[Telling, ...]:
        """Return what the stories tell of whoever bears a name of the subject, the newest first."""
        if self.view is None or not any(name.strip() for name in subject.names):
            return ()
        named = Subject(subject.names)
        return self.told(item.listing.key for item in screen(self.view, named, self.policy).hits)

    def told(self, keys: Iterable[str]) -> tuple[Telling, ...]:
        """Return what is told under keys of the index, each story once, the newest first."""
        found: dict[str, Telling] = {}
        for key in keys:
            for item in self._told[self._keys[int(key)]]:
                found.setdefault(item.story, item)
        newest = sorted(found.values(), key=lambda item: item.story)
        return tuple(sorted(newest, key=lambda item: item.day, reverse=True))

    def _names(self, key: str) -> tuple[Name, ...]:
        names: dict[str, Name] = {}
        for item in self._told[key]:
            names.setdefault(item.name, Name(item.name))
            for alias, weak in item.aliases:
                names.setdefault(alias, Name(alias, NameKind.AKA, weak))
        return tuple(names.values())


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

"""Adverse media: parties that are the subject of a story, found by name with the matcher's own kernel.

Only subjects: never who speaks, is asked as an expert, employs one, writes, or acts as an authority. What a
story tells is shown beside an answer; it has no score and changes no answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from licet.match import View, screen
from licet.model import MatchPolicy, Name, NameKind, Subject
from licet.text.normalise import normalise
from licet.usecases.story_names import names_view


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

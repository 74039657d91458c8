"""What is asked about kept stories beside the lists and the law: the watch, and adverse media."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from licet.errors import LicetError, SettingsError, UsageError
from licet.news.measures.measure import MeasureType
from licet.news.signals.signal import SignalKind
from licet.news.story import Story
from licet.settings import Settings
from licet.usecases.adverse_media import AdverseMedia
from licet.usecases.policy_customers import customers
from licet.usecases.signals import ReadStory, Wanted, Watched, watch
from licet.usecases.signals_law import Law
from licet.usecases.story_sources import Found
from licet.usecases.story_sources import stories as stories_of
from licet.usecases.story_tellings import tellings
from licet.wiring.desk import Desk
from licet.wiring.extractors import reader
from licet.wiring.instants import day_of
from licet.wiring.remembered import Remembered
from licet.wiring.rulebook_corpus import rulebook_corpus

_Choice = TypeVar("_Choice", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Watch:
    """What was watched.

    Attributes:
        found: The signals.
        lost: Why a file of stories, or a row of it, was not read, one for each.
    """

    found: list[Watched]
    lost: tuple[LicetError, ...]


@dataclass(frozen=True, slots=True)
class WatchQuestion:
    """What the command line asks for.

    Attributes:
        sources: Files of stories; none for those that are kept.
        customers: Files of customers.
        follow: Types of measures; those of the setting `news_follow` when empty.
        kinds: Sorts of signals; all when empty.
        since: Only stories of this day or later, as text.
    """

    sources: tuple[str, ...] = ()
    customers: tuple[Path, ...] = ()
    follow: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    since: str | None = None

    def ask(self, desk: Desk) -> Watch:
        """Watch the stories of a desk, at its point on the clocks.

        Raises:
            UsageError: A type, a kind or a day is none, a file is not there, or no file is a story.
            SettingsError: The setting `news_follow` names a type that there is not.
            RulebookError: A private rulebook is wrong.
        """
        wanted = Wanted(
            customers(self.customers) if self.customers else (),
            _followed(self.follow, desk.settings),
            frozenset(_choice(SignalKind, name, "kind of signal") for name in self.kinds),
            day_of(self.since),
            desk.settings.threshold,
        )
        reading_of = reader(desk.settings)
        given = stories_of(self.sources)
        asked = list(_given(given)) if self.sources else _kept(desk)
        if given.lost and not asked:
            raise given.lost[0]
        told = (ReadStory(key, reading_of(story)) for key, story in _until(desk.clocks.valid, asked))
        return Watch(watch(told, wanted, law_of(desk), desk.session()), given.lost)


def stories(desk: Desk) -> Iterator[tuple[str, Story]]:
    """Give the kept stories of a desk at its point on the clocks, with their ids."""
    return _until(desk.clocks.valid, _kept(desk))


def adverse_media(desk: Desk) -> AdverseMedia:
    """Return the subjects of the kept stories, at the desk's point on the clocks.

    What a story tells is remembered beside the corpora, so that it is read once; not so where extractors of
    others are set, whose answers may change.

    Raises:
        UsageError: An extractor that is set cannot be made.
    """
    if desk.settings.news_extractors:
        reading_of = reader(desk.settings)
        read_anew = [tellings(key, reading_of(story)) for key, story in stories(desk)]
        return AdverseMedia(read_anew, desk.settings.threshold)
    with Remembered.beside(desk.places.corpora) as remembered:
        told = [remembered.tellings(key, story) for key, story in stories(desk)]
    return AdverseMedia(told, desk.settings.threshold)


def law_of(desk: Desk) -> Law:
    """Return the law and the parties it names, at the desk's point on the clocks."""
    book = desk.shipments.book
    clocks = desk.clocks
    corpus = rulebook_corpus(book, desk.places.corpora / "rulebook")
    named = corpus.view(clocks) if corpus else None
    return Law(book, named, clocks.valid, clocks.known_utc.date().isoformat())


def _until(last: date, told: Iterable[tuple[str, Story]]) -> Iterator[tuple[str, Story]]:
    """Leave out the stories of days later than the one asked about."""
    return ((key, story) for key, story in told if story.dated is None or story.dated <= last)


def _given(given: Found) -> Iterator[tuple[str, Story]]:
    for found in given.by_source:
        several = Counter(place for place, _story in found)
        number: Counter[str] = Counter()
        for place, story in found:
            number[place] += 1
            yield (place if several[place] == 1 else f"{place}#{number[place]}"), story


def _kept(desk: Desk) -> Iterator[tuple[str, Story]]:
    return ((item.id, item.story) for item in desk.news.stories())


def _followed(names: Iterable[str], settings: Settings) -> frozenset[MeasureType]:
    chosen = tuple(names)
    if chosen:
        return frozenset(_choice(MeasureType, name, "type of measure") for name in chosen)
    origin = settings.origins.get("news_follow", "default")
    for name in settings.news_follow:
        if name not in set(MeasureType):
            reason = f"each must be one of {', '.join(MeasureType)}"
            raise SettingsError("news_follow", name, origin, reason)
    return frozenset(map(MeasureType, settings.news_follow))


def _choice(choices: type[_Choice], name: str, what: str) -> _Choice:
    if name not in set(choices):
        message = f"{name!r} is no {what}; there are {', '.join(choices)}"
        raise UsageError(message)
    return choices(name)

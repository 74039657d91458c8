"""Asking about one subject: all that `licet match` needs, and nothing that takes long to load.

The store itself, its drivers and every other verb are the desk's, which is built on this.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Protocol, Self, runtime_checkable

from licet.errors import StoreError, UsageError
from licet.lists import registry
from licet.lists.overlay import OverlayEntry, default_overlay, read_overlay
from licet.match.corpus import Corpus
from licet.model import AsOf, MatchPolicy, Subject
from licet.settings import Settings
from licet.usecases.coverage import Coverage, CoverageRule, coverage
from licet.usecases.match import Answer, match
from licet.usecases.session import Session
from licet.wiring import catalogue, clock
from licet.wiring.corpora import Corpora, Kept, state_of
from licet.wiring.instants import day_of, instant_of
from licet.wiring.places import EMBEDDED, Places
from licet.wiring.sights import Facts, Sights

if TYPE_CHECKING:  # only for the type checker: shipments load the law, and most questions are about names
    from licet.model.shipment import Shipment
    from licet.usecases.shipment_decision import Decision
    from licet.usecases.shipment_reading import Read
    from licet.wiring.news import NewsDesk, Shelf
    from licet.wiring.shipments import ShipmentDesk

_TRIES = 50
"""How often a session begins anew because another process imported meanwhile: imports end."""


@runtime_checkable
class Described(Protocol):
    """A party as users write it, such as `licet.Organisation`."""

    def subject(self) -> Subject: ...  # noqa: D102  told by the party


class Asking:
    """Questions about one subject, under the clocks set by `as_of`.

    By default these are today, and all that was received.

    Attributes:
        settings: What the user set.
        places: Where the store, archive and corpora are.
        say: Receives lines for a person (progress, notices).
    """

    def __init__(
        self,
        facts: Facts,
        kept: Callable[[], AbstractContextManager[Kept]],
        where: Places,
        settings: Settings,
        say: Callable[[str], None],
    ) -> None:
        self._facts = facts
        self._sights = Sights(facts)
        self.places = where
        self.settings = settings
        self.say = say
        self._valid: date | None = None
        self._known: datetime | None = None
        self._corpora = Corpora(kept, where.corpora, lambda: self.overlay, say)
        # One for all copies of this, made by the first that asks for stories.
        self._shelf: list[Shelf] = []

    def __enter__(self) -> Self:
        """Return the same."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the store."""
        self.close()

    def close(self) -> None:
        """Close the store; nothing can be asked afterwards."""
        self._facts.close()
        if self._shelf:
            self._shelf[0].close()

    @property
    def embedded(self) -> bool:
        """Whether the embedded demonstration lists are used because no store has been made."""
        return self.places.label == EMBEDDED

    def as_of(self, valid: date | str | None, known_by: date | datetime | str | None = None) -> Self:
        """Return the same at another point on the clocks.

        Args:
            valid: The day asked about; None for today.
            known_by: Use only what had been received by the end of this day, or by this instant;
                None for all.

        Raises:
            UsageError: A text is no date.
        """
        other = self._copy()
        other._valid = day_of(valid)  # noqa: SLF001  a copy of this very class
        other._known = instant_of(known_by)  # noqa: SLF001
        return other

    def on(self, day: date) -> Self:
        """Return the same on another day, under the same known clock."""
        other = self._copy()
        other._valid = day  # noqa: SLF001  a copy of this very class
        return other

    def _copy(self) -> Self:
        other = copy.copy(self)
        for verbs in ("lists", "shipments", "news"):
            other.__dict__.pop(verbs, None)
        return other

    @property
    def day(self) -> date | None:
        """The day set by `as_of`; None for today."""
        return self._valid

    @property
    def known_day(self) -> date | None:
        """The day set as known clock by `as_of`, in UTC; None where none was set."""
        return self._known.astimezone(UTC).date() if self._known else None

    @property
    def until(self) -> datetime:
        """The known clock of the question: as set, else the present instant."""
        return self._known or clock.now()

    @property
    def clocks(self) -> AsOf:
        """Both clocks.

        Without a known clock set, it is that of the newest receipt: this gives the same answer as the present
        instant, and the same bytes until something new is received.
        """
        return self._sights.clocks(self._valid or clock.today(), self._known, self.until)

    @cached_property
    def overlay(self) -> tuple[OverlayEntry, ...]:
        """Other names of listed parties: those that ship, then the user's files."""
        own = (entry for path in self.settings.overlay for entry in read_overlay(Path(path)))
        return (*default_overlay(), *own)

    @property
    def corpus(self) -> Corpus:
        """The search corpus of the store's present state: an import is seen by the next question."""
        return self._corpora.current(self._facts.generation())

    def session(self, settings: Settings | None = None) -> Session:
        """Return the frame of a screening: view, policy, coverage.

        Raises:
            UnknownListError: A list asked for does not exist.
            StoreError: Another process kept importing, so that what is searched and what is told to have been
                searched were never of one state.
        """
        settings = settings or self.settings
        policy = MatchPolicy(settings.threshold, settings.limit, settings.lists)
        for _try in range(_TRIES):
            before = self._facts.generation()
            seen = self.coverage(settings)
            if self._facts.generation() != before:
                continue
            # What was received after this line changes nothing: all that is told is of one state.
            corpus = self._corpora.current(before)
            if state_of(corpus) == before:
                return Session(corpus.view(seen.as_of, settings.lists), policy, seen, self.places.label)
        message = f"{self.places.label}: its lists change faster than they can be read. Try again."
        raise StoreError(message)

    def coverage(self, settings: Settings | None = None) -> Coverage:
        """Return what a screening would see and what it would not.

        Raises:
            UnknownListError: A list asked for, or set as mandatory, does not exist: a misspelt id must never
                be a list that nobody misses.
        """
        settings = settings or self.settings
        catalogue.prepare(self.places.corpora)
        for list_id in (*settings.lists, *(settings.mandatory or ())):
            registry.list_spec(list_id)
        rule = CoverageRule(
            settings.lists,
            settings.mandatory,
            None if self.embedded else settings.max_list_age,
            settings.allow_stale,
        )
        # Both are read once: no list may see another instant.
        valid, until = self._valid or clock.today(), self.until
        sight = self._sights.of(valid, self._known, until)
        return coverage(sight.clocks, rule, registry.specs(), sight.editions, sight.spans, until)

    def match(
        self,
        subject: Subject | Described | str,
        *,
        threshold: float | None = None,
        limit: int | None = None,
        lists: tuple[str, ...] | None = None,
    ) -> Answer:
        """Screen one subject and say what was found, why, and what was not seen.

        Args:
            subject: A `Person`, `Organisation`, `Vessel`, `Aircraft`, `Party`, `Subject` or a bare name.
            threshold: Score from which a match is a hit; the setting when None.
            limit: Most hits; the setting when None.
            lists: List ids; the setting when None.
        """
        return match(self.session(self.overridden(threshold, limit, lists)), _subject(subject))

    @cached_property
    def shipments(self) -> ShipmentDesk:
        """What decides shipments: the lists of each day, and the law."""
        # The law takes a while to load, and few questions need it.
        from licet.wiring.shipments import ShipmentDesk

        return ShipmentDesk(self)

    @cached_property
    def news(self) -> NewsDesk:
        """The verbs about news stories: add, fetch, listed, show. They change no answer."""
        # Drivers are loaded for it, and few questions need a story.
        from licet.wiring.news import NewsDesk, Shelf

        if not self._shelf:
            self._shelf.append(Shelf(self.settings))
        return NewsDesk(self, self._shelf[0])

    def shipment(self, question: Shipment | Read | Mapping[str, Any]) -> Decision:
        """Decide a shipment: who is in it, what the law of its day says, what is missing, what was not seen.

        Args:
            question: A `licet.Shipment`, or plain values as `licet shipment check` reads them. Its own day is
                the day asked about; that of `as_of` where it states none.

        Raises:
            ShipmentError: The question is not understood.
            RulebookError: A private rulebook is wrong.
        """
        return self.shipments.check(question, self._valid)

    def overridden(
        self, threshold: float | None, limit: int | None, lists: tuple[str, ...] | None
    ) -> Settings:
        """Return the settings with those values replaced that are not None."""
        own = self.settings
        return replace(
            own,
            threshold=own.threshold if threshold is None else threshold,
            limit=own.limit if limit is None else limit,
            lists=own.lists if lists is None else lists,
        )


def _subject(subject: Subject | Described | str) -> Subject:
    if isinstance(subject, str):
        name = subject.strip()
        if not name:
            message = "a subject needs a name or an identifier"
            raise UsageError(message)
        return Subject((name,))
    return subject if isinstance(subject, Subject) else subject.subject()

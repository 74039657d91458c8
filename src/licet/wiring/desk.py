"""The desk: one object with every verb, over a store, at a point on both clocks."""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Self

from licet.errors import StoreError, UnreadableInputError, UsageError
from licet.lists import registry
from licet.lists.overlay import OverlayEntry, default_overlay, read_overlay
from licet.match.corpus import Corpus
from licet.model import AsOf, Edition, MatchPolicy, Subject, end_of_day
from licet.settings import Settings
from licet.store import Store, open_store
from licet.tables import Mapping as ColumnMapping
from licet.usecases.coverage import Coverage, CoverageRule, Span, confirmed, coverage
from licet.usecases.inputs import Party
from licet.usecases.match import Answer, match
from licet.usecases.screen_types import Progress, RunSummary, ScreenOptions
from licet.usecases.search import FoundListing, search
from licet.usecases.session import Session
from licet.usecases.show import Shown, show
from licet.wiring import clock
from licet.wiring.corpora import Corpora
from licet.wiring.diagnosis import Diagnosis, diagnose
from licet.wiring.embedded import LABEL, NOTICE, embedded_places
from licet.wiring.listdesk import ListDesk
from licet.wiring.places import Places, places
from licet.wiring.screening import default_target, screen_table
from licet.wiring.sources import Source, lay_down

_TRIES = 5
"""How often a session begins anew because another process imported meanwhile."""


def _silent(_text: str) -> None:
    return None


class Desk:
    """Every verb over one store.

    Made by `licet.open`. Reads use the clocks set by `as_of`; by default today, and all that was received.

    Attributes:
        settings: What the user set.
        places: Where the store, archive and corpora are.
        store: The store.
        say: Receives lines for a person (progress, notices).
    """

    def __init__(
        self, store: Store, where: Places, settings: Settings, say: Callable[[str], None] = _silent
    ) -> None:
        self.store = store
        self.places = where
        self.settings = settings
        self.say = say
        self._valid: date | None = None
        self._known: datetime | None = None
        self._corpora = Corpora(store, where.corpora, lambda: self.overlay, say)

    def __enter__(self) -> Self:
        """Return the desk itself."""
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
        """Close the store; the desk cannot be used afterwards."""
        self.store.close()

    @property
    def embedded(self) -> bool:
        """Whether the embedded demonstration lists are used because no store has been made."""
        return self.places.label == LABEL

    @cached_property
    def lists(self) -> ListDesk:
        """The verbs about lists: sync, import, status, versions, diff, history, verify, export."""
        return ListDesk(self)

    def as_of(self, valid: date | str | None, known_by: date | datetime | str | None = None) -> Desk:
        """Return the same desk at another point on the clocks.

        Args:
            valid: The day asked about; None for today.
            known_by: Use only what had been received by the end of this day, or by this instant;
                None for all.

        Raises:
            UsageError: A text is no date.
        """
        other = copy.copy(self)
        other.__dict__.pop("lists", None)
        other._valid = _day(valid)  # noqa: SLF001  a copy of this very class
        other._known = _instant(known_by)  # noqa: SLF001
        return other

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
        valid = self._valid or clock.today()
        if self._known is not None:
            return AsOf(valid, self._known)
        received = [edition.known for edition in self.store.editions() if edition.known <= self.until]
        return AsOf(valid, max(received, default=end_of_day(valid)))

    @cached_property
    def overlay(self) -> tuple[OverlayEntry, ...]:
        """Other names of listed parties: those that ship, then the user's files."""
        own = (entry for path in self.settings.overlay for entry in read_overlay(Path(path)))
        return (*default_overlay(), *own)

    @property
    def corpus(self) -> Corpus:
        """The search corpus of the store's present state: an import is seen by the next question."""
        return self._corpora.current()

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
            before = self.store.generation()
            seen = self.coverage(settings)
            view = self.corpus.view(seen.as_of, settings.lists)
            if self.store.generation() == before:
                return Session(view, policy, seen, self.places.label)
        message = f"{self.places.label}: its lists change faster than they can be read. Try again."
        raise StoreError(message)

    def coverage(self, settings: Settings | None = None) -> Coverage:
        """Return what a screening would see and what it would not.

        Raises:
            UnknownListError: A list asked for, or set as mandatory, does not exist: a misspelt id must never
                be a list that nobody misses.
        """
        settings = settings or self.settings
        for list_id in (*settings.lists, *(settings.mandatory or ())):
            registry.list_spec(list_id)
        rule = CoverageRule(
            settings.lists,
            settings.mandatory,
            None if self.embedded else settings.max_list_age,
            settings.allow_stale,
        )
        ids = self.store.list_ids()
        # Both are read once: the clocks cost a pass over all editions, and no list may see another instant.
        clocks, until = self.clocks, self.until
        editions = {list_id: self.store.edition_at(list_id, clocks) for list_id in ids}
        spans = {
            list_id: self._span(edition, clocks, until)
            for list_id, edition in editions.items()
            if edition is not None
        }
        return coverage(clocks, rule, registry.specs(), editions, spans, until)

    def _span(self, edition: Edition, clocks: AsOf, until: datetime) -> Span:
        later = (
            item.published
            for item in self.store.editions(edition.list_id)
            if item.published > clocks.valid and item.known <= until
        )
        held = confirmed(edition, self.store.fetches(edition.list_id), until)
        return Span(held, min(later, default=None))

    def match(
        self,
        subject: Subject | Party | str,
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

    def screen(
        self,
        source: Source,
        target: str | Path | None = None,
        options: ScreenOptions | None = None,
        on_progress: Callable[[Progress], None] = lambda _done: None,
        *,
        mapping: Mapping[str, str] | None = None,
        id: str = "",  # noqa: A002  the word of the command line and of the tables
    ) -> RunSummary:
        """Screen every row of a table and write it back with `scr_*` columns.

        Args:
            source: A csv, tsv, xlsx, ods, parquet or jsonl file, a DuckDB relation, or mappings.
            target: Where to write; the suffix decides the format. `NAME.screened.SUFFIX` when None, which
                only a file allows.
            options: Columns, layout, resume.
            on_progress: Called after each batch that is safely kept.
            mapping: What columns mean: header to field; the others are detected.
            id: The column with your own key.

        Raises:
            UsageError: The files, columns or options do not fit; nothing was done.
        """
        if not isinstance(source, str | Path):
            if target is None:
                message = "rows that are no file need a target: the name of the file to write"
                raise UsageError(message)
            with TemporaryDirectory(prefix="licet-") as folder:
                laid = lay_down(source, Path(folder))
                return self.screen(laid, target, options, on_progress, mapping=mapping, id=id)
        source = Path(source)
        written = Path(target) if target is not None else default_target(source)
        chosen = options or ScreenOptions()
        if mapping:
            stated = ColumnMapping.parse([f"{column}={field}" for column, field in mapping.items()])
            chosen = replace(chosen, mapping=stated)
        if id:
            chosen = replace(chosen, id_column=id)
        chosen = replace(chosen, limit=chosen.limit or self.settings.limit)
        return screen_table(self.session(), source, written, chosen, on_progress)

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

    def search(self, query: str, *, lists: tuple[str, ...] = (), limit: int = 20) -> list[FoundListing]:
        """Look listed parties up by words; a convenience, never a screening.

        Raises:
            UnknownListError: No such list.
        """
        chosen = lists or self.settings.lists
        for list_id in chosen:
            registry.list_spec(list_id)
        return search(self.store, query, self.clocks, chosen, limit)

    def diagnose(self) -> list[Diagnosis]:
        """Check clock, disk, store, archive, lists and corpus."""
        return diagnose(self)

    def show(self, entity_id: str) -> Shown:
        """Return a listed party as it held under the clocks, with its history.

        Raises:
            UnknownEntityError: No edition ever held this id by then.
        """
        return show(self.store, entity_id, self.clocks)


def scratch_desk(settings: Settings, folder: Path) -> Desk:
    """Open the desk on an empty store in a folder of its own: what a dry run uses where no store exists."""
    where = places(replace(settings, db=str(folder / "scratch.db"), archive=""))
    return Desk(open_store(where.url, where.archive), where, settings)


def open_desk(settings: Settings, say: Callable[[str], None] = _silent, *, create: bool = False) -> Desk:
    """Open the desk on the settings' store, or on the embedded lists where no store has been made.

    Args:
        settings: What the user set.
        say: Receives lines for a person.
        create: Make the store when it does not exist (for commands that write).

    Raises:
        SettingsError: The store's address cannot be used.
        UnreadableInputError: A store was named and is not there: the embedded lists must not answer for it.
        StoreError: The store cannot be opened.
    """
    where = places(settings)
    if not where.exists and not create:
        if settings.db:
            raise UnreadableInputError(
                where.label,
                f"there is no such store (db from {settings.origins.get('db', 'default')})",
                "Check the path, or make it: licet lists sync, or licet lists import FILE --list ID.",
            )
        say(NOTICE)
        where = embedded_places()
    store = open_store(where.url, where.archive, busy_seconds=settings.busy_seconds)
    return Desk(store, where, settings, say)


def _subject(subject: Subject | Party | str) -> Subject:
    if isinstance(subject, str):
        subject = Party(name=[subject])
    return subject.subject() if isinstance(subject, Party) else subject


def _day(value: date | str | None) -> date | None:
    if not isinstance(value, str):
        return value
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        message = f"{value!r} is no day: write YYYY-MM-DD"
        raise UsageError(message) from error


def _instant(value: date | datetime | str | None) -> datetime | None:
    if isinstance(value, str):
        try:
            value = date.fromisoformat(value) if len(value) == 10 else datetime.fromisoformat(value)
        except ValueError as error:
            message = f"{value!r} is no day or instant: write YYYY-MM-DD, or YYYY-MM-DDTHH:MM:SSZ"
            raise UsageError(message) from error
    if isinstance(value, datetime):
        if value.tzinfo is None:
            message = f"{value.isoformat()} names no moment without a zone: add Z or +HH:MM"
            raise UsageError(message)
        return value
    return end_of_day(value) if value is not None else None

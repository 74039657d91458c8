"""The verbs about news stories, as `desk.news`."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Protocol

from licet.errors import UnreadableInputError
from licet.model import Problem
from licet.news.inputs.gathered import Raw
from licet.settings import Settings
from licet.store import Store, open_store
from licet.usecases.news_add import Added, add, examine
from licet.usecases.news_fetch import FetchOptions, fetch_news
from licet.usecases.news_files import must_exist, raws
from licet.usecases.news_kept import KeptStory, kept_stories, origins_of, versions_of
from licet.usecases.news_list import Listed, listed
from licet.usecases.news_show import ShownStory, shown
from licet.usecases.news_types import Visited
from licet.wiring import clock
from licet.wiring.instants import instant_of
from licet.wiring.places import places


class _Clocked(Protocol):
    @property
    def until(self) -> datetime: ...


@dataclass(frozen=True, slots=True)
class KnownBy:
    """The known clock of a desk that has no lists.

    Attributes:
        instant: As set; None for the present.
    """

    instant: datetime | None = None

    @property
    def until(self) -> datetime:
        """The instant by which a story must have been received."""
        return self.instant or clock.now()


@contextmanager
def open_news(settings: Settings, known_by: str | None = None) -> Iterator[NewsDesk]:
    """Open the stories alone.

    Raises:
        SettingsError: The store's address cannot be used.
        UsageError: `known_by` is no day or instant.
    """
    shelf = Shelf(settings)
    try:
        yield NewsDesk(KnownBy(instant_of(known_by)), shelf)
    finally:
        shelf.close()


class NewsDesk:
    """Stories, with every version of each; they are evidence of what was said, and change no answer.

    Reads use what had been received by the known clock of the desk.
    """

    def __init__(self, desk: _Clocked, shelf: Shelf) -> None:
        self._desk = desk
        self._shelf = shelf

    def add(
        self,
        sources: Iterable[Path | Raw],
        report: Callable[[Added], None] = lambda _added: None,
        *,
        outlet: str = "",
        url: str = "",
        known: datetime | None = None,
        dry_run: bool = False,
    ) -> list[Added]:
        """Keep the stories of files, of folders of them, or of bytes.

        Args:
            sources: Files and folders, or bytes with what is known of them.
            report: Told of each input as it is done.
            outlet: Who published them; None of the inputs' own word counts beside it.
            url: Where it was published; for a single story.
            known: Instant of receipt; None for now.
            dry_run: Read, and keep nothing.

        Raises:
            UnreadableInputError: A file that was named does not exist; nothing was kept.
            StoreBusyError: Another process is writing.
        """
        done = []
        for found in _inputs(sources, outlet, url, self._shelf.own):
            if isinstance(found, Problem):
                added = Added(found.where, problems=(found,))
            elif dry_run:
                added = examine(found)
            else:
                added = add(self._shelf.writable(), found, known or clock.now())
            done.append(added)
            report(added)
        return done

    def fetch(
        self,
        urls: Iterable[str],
        options: FetchOptions | None = None,
        report: Callable[[Visited], None] = lambda _visited: None,
    ) -> list[Visited]:
        """Fetch pages, feeds and sitemaps, and the stories that these name; uses the network.

        Raises:
            StoreBusyError: Another process is writing.
        """
        return fetch_news(self._shelf.writable(), urls, clock.now, options or FetchOptions(), report)

    @property
    def made(self) -> bool:
        """Whether there is a store at all, be it empty of stories."""
        return self._shelf.readable() is not None

    def stories(self) -> Iterator[KeptStory]:
        """Give the newest version of each story, ordered by day (those without one first) and id."""
        store = self._shelf.readable()
        if store is not None:
            yield from kept_stories(store, self._desk.until)

    def listed(self, *, party: str = "", since: date | None = None) -> list[Listed]:
        """Return the stories, newest day first.

        Args:
            party: Only those that name this party.
            since: Only those that bear this day or a later one, or no day and were received since.
        """
        return listed(self.stories(), party, since)

    def versions(self, wanted: str) -> list[KeptStory]:
        """Return every version of a story, oldest first.

        Args:
            wanted: Its id, the beginning of one, or an address at which it was seen.

        Raises:
            UnknownStoryError: No story is meant, or several.
        """
        return versions_of(self._required(), wanted, self._desk.until)

    def show(self, wanted: str, version: int | None = None) -> ShownStory:
        """Return a story with all that is known of its versions and of how they came.

        Args:
            wanted: As in `versions`.
            version: Number of the version; None for the newest.

        Raises:
            UnknownStoryError: No story is meant, or several, or it has no such version.
        """
        versions = self.versions(wanted)
        store, until = self._required(), self._desk.until
        return shown(versions, version, lambda item: origins_of(store, item, until))

    def _required(self) -> Store:
        store = self._shelf.readable()
        if store is None:
            reason = "no story has been kept there"
            raise UnreadableInputError(self._shelf.label, reason, "Add one: licet news add FILE.")
        return store


class Shelf:
    """Where stories are kept: the user's own store, also while the embedded lists answer."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._store: Store | None = None

    @property
    def label(self) -> str:
        """The store's address, as it may be shown."""
        return places(self._settings).label

    @property
    def own(self) -> tuple[Path, ...]:
        """The files and folders of the store, which hold no stories to be read."""
        where = places(self._settings)
        name = where.url.removeprefix("sqlite:///")
        files = () if name == where.url else (name, f"{name}-wal", f"{name}-shm")
        return tuple(Path(item).resolve() for item in (*files, where.archive, where.corpora))

    def readable(self) -> Store | None:
        """Return the store; None where none was ever made."""
        return self.writable() if self._store is not None or places(self._settings).exists else None

    def writable(self) -> Store:
        """Return the store, made where there was none."""
        if self._store is None:
            where = places(self._settings)
            self._store = open_store(where.url, where.archive, busy_seconds=self._settings.busy_seconds)
        return self._store

    def close(self) -> None:
        """Close the store; it opens again when it is next asked for."""
        if self._store is not None:
            self._store.close()
            self._store = None


def _inputs(
    sources: Iterable[Path | Raw], outlet: str, url: str, own: Collection[Path]
) -> Iterator[Raw | Problem]:
    every = list(sources)
    must_exist(source for source in every if isinstance(source, Path))
    for source in every:
        if isinstance(source, Raw):
            yield source
        else:
            yield from raws([source], outlet, url, own)

"""The desk: one object with every verb, over a store, at a point on both clocks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import nullcontext
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory

from licet.errors import UnreadableInputError, UsageError
from licet.lists import registry
from licet.settings import Settings
from licet.store import Store, open_store
from licet.tables import Mapping as ColumnMapping
from licet.usecases.screen_types import Progress, RunSummary, ScreenOptions
from licet.usecases.search import FoundListing, search
from licet.usecases.show import Shown, show
from licet.wiring.asking import Asking
from licet.wiring.diagnosis import Diagnosis, diagnose
from licet.wiring.embedded import embedded_places, why_embedded
from licet.wiring.listdesk import ListDesk
from licet.wiring.places import Places, places
from licet.wiring.screening import default_target, screen_table
from licet.wiring.sources import Source, lay_down


def _silent(_text: str) -> None:
    return None


class Desk(Asking):
    """Every verb over one store.

    Made by `licet.open`. Reads use the clocks set by `as_of`; by default today, and all that was received.

    Attributes:
        store: The store.
    """

    def __init__(
        self, store: Store, where: Places, settings: Settings, say: Callable[[str], None] = _silent
    ) -> None:
        super().__init__(store, lambda: nullcontext(store), where, settings, say)
        self.store = store

    @cached_property
    def lists(self) -> ListDesk:
        """The verbs about lists: sync, import, status, versions, diff, history, verify, export."""
        return ListDesk(self)

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
    if not where.exists and not create and settings.db:
        raise UnreadableInputError(
            where.label,
            f"there is no such store (db from {settings.origins.get('db', 'default')})",
            "Check the path, or make it: licet lists sync, or licet lists import FILE --list ID.",
        )
    notice = "" if create else why_embedded(settings)
    if notice:
        say(notice)
        where = embedded_places()
    store = open_store(where.url, where.archive, busy_seconds=settings.busy_seconds)
    return Desk(store, where, settings, say)

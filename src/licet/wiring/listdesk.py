"""The verbs about lists, as `desk.lists`."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Protocol

from licet.errors import UnreadableInputError
from licet.fetch import Limits
from licet.lists import registry
from licet.lists.base import ListSpec, RawEdition
from licet.model import Edition, end_of_day
from licet.settings import Settings
from licet.store import Store
from licet.usecases.lists_diff import ListDiff, diff, find_edition
from licet.usecases.lists_export import export
from licet.usecases.lists_import import Examined, Imported, Receipt, examine, import_edition, import_file
from licet.usecases.lists_status import ListStatus, status
from licet.usecases.lists_sync import SyncOptions, SyncOutcome, address, sync
from licet.usecases.lists_tree import TreeOptions, TreeOutcome, import_tree, stamp_in
from licet.wiring import clock


class _Desk(Protocol):
    @property
    def store(self) -> Store: ...
    @property
    def settings(self) -> Settings: ...
    @property
    def until(self) -> datetime: ...


class ListDesk:
    """Sources and their editions."""

    def __init__(self, desk: _Desk) -> None:
        self._desk = desk

    @property
    def _store(self) -> Store:
        return self._desk.store

    def import_files(
        self,
        files: Sequence[Path],
        list_id: str,
        *,
        published: date | None = None,
        known: date | datetime | None = None,
        accept: str = "",
    ) -> Imported:
        """Import one edition from its file or files.

        Args:
            files: The files as published; `.gz` is decompressed.
            list_id: The list.
            published: Day from which the edition holds; None reads it in the file, else the day of receipt.
            known: Day (its end) or instant of receipt; None for now.
            accept: Reason for accepting it past a gate.

        Raises:
            UnknownListError: No such list.
            UnreadableInputError: A file cannot be read, or is no part of this list.
            RefusedEditionError: A gate objected; the last good edition stays.
        """
        raw, hint = _gathered(files, list_id)
        receipt = Receipt(self._instant(known), published, accept, hint)
        return import_file(self._store, registry.list_spec(list_id), raw, receipt)

    def examine_files(
        self, files: Sequence[Path], list_id: str, *, published: date | None = None
    ) -> Examined:
        """Read an edition and put it before the gates, without keeping anything.

        Raises:
            UnknownListError: No such list.
            UnreadableInputError: A file cannot be read.
        """
        raw, hint = _gathered(files, list_id)
        receipt = Receipt(clock.now(), published, "", hint)
        return examine(self._store, registry.list_spec(list_id), raw, receipt)

    def import_folder(
        self,
        root: Path,
        report: Callable[[TreeOutcome], None] = lambda _outcome: None,
        *,
        only: Sequence[str] = (),
        known_as_published: bool = False,
        accept: str = "",
        dry_run: bool = False,
    ) -> list[TreeOutcome]:
        """Import every edition found below a folder, oldest first; a dry run only examines them."""
        options = TreeOptions(clock.now(), known_as_published, frozenset(only), accept, dry_run)
        return import_tree(self._store, root, options, report)

    def sync(
        self,
        list_ids: Sequence[str] = (),
        options: SyncOptions | None = None,
        report: Callable[[SyncOutcome], None] = lambda _outcome: None,
    ) -> list[SyncOutcome]:
        """Fetch lists from their official addresses; the only verb that uses the network.

        Args:
            list_ids: Lists to fetch; empty for all that have an official address.
            options: Mirror, gates; its limits are those of the settings.
            report: Told of each list as it is done.
        """
        wanted = _to_fetch(list_ids)

        def importer(
            list_id: str, raw: RawEdition, *, published: date | None, known: datetime, accept: str
        ) -> Imported:
            return import_edition(
                self._store, registry.list_spec(list_id), raw, Receipt(known, published, accept)
            )

        settings = self._desk.settings
        limits = Limits(max_bytes=settings.fetch_max_bytes, total_seconds=settings.fetch_total_seconds)
        chosen = replace(options or SyncOptions(), limits=limits)
        return sync(
            wanted, store=self._store, importer=importer, now=clock.now, options=chosen, report=report
        )

    @staticmethod
    def plan(list_ids: Sequence[str] = (), options: SyncOptions | None = None) -> list[tuple[str, str, str]]:
        """Return (list, part, address) of everything that `sync` would fetch; nothing is fetched."""
        chosen = options or SyncOptions()
        planned = (
            (spec.id, part.id, address(spec, part, chosen))
            for spec in _to_fetch(list_ids)
            for part in spec.formats[0].parts
        )
        return [item for item in planned if item[2]]

    def status(self) -> list[ListStatus]:
        """Return each list of the catalogue with its newest edition, age and last trouble."""
        return status(self._store, registry.specs(), self._desk.until)

    def versions(self, list_id: str) -> list[Edition]:
        """Return the editions of a list known by then, by publication day."""
        registry.list_spec(list_id)
        kept = [item for item in self._store.editions(list_id) if item.known <= self._desk.until]
        return sorted(kept, key=lambda item: (item.published, item.known, item.seq))

    def edition(self, list_id: str, wanted: str = "latest") -> Edition:
        """Return one edition by day, `#number`, start of its hash, `latest` or `previous`."""
        return find_edition(self.versions(list_id), list_id, wanted)

    def diff(self, list_id: str, before: str, after: str) -> ListDiff:
        """Compare two editions."""
        return diff(self._store, list_id, self.edition(list_id, before), self.edition(list_id, after))

    def verify(self) -> list[str]:
        """Re-hash everything that is kept; return what is wrong, nothing when all is intact."""
        return self._store.verify()

    def export(self, list_id: str, wanted: str, target: Path, kind: str) -> int:
        """Write an edition (`raw` files or `jsonl` listings); return the number of items written."""
        return export(self._store, self.edition(list_id, wanted), target, kind)

    @staticmethod
    def _instant(known: date | datetime | None) -> datetime:
        if isinstance(known, datetime):
            return known
        return min(end_of_day(known), clock.now()) if known else clock.now()


def _to_fetch(list_ids: Sequence[str]) -> list[ListSpec]:
    wanted = [registry.list_spec(list_id) for list_id in list_ids or registry.list_ids()]
    if list_ids:
        return wanted
    return [spec for spec in wanted if any(part.url for part in spec.formats[0].parts)]


def _gathered(files: Sequence[Path], list_id: str) -> tuple[RawEdition, date | None]:
    """Read the files of one edition; return them with the day that their names suggest."""
    spec = registry.list_spec(list_id)
    parts: dict[str, bytes] = {}
    names: dict[str, str] = {}
    stamps = []
    for path in files:
        content = _read(path)
        name = path.resolve().as_posix().removesuffix(".gz")
        # A file that is not recognised goes to a parser all the same: its gates say what is wrong.
        part = registry.recognise(list_id, name, content[:8192])
        if part is None:
            part = _by_default([part.id for item in spec.formats for part in item.parts], content)
        if part in parts:
            raise UnreadableInputError(
                str(path), f"is a second {part!r} file", "Import one edition at a time."
            )
        parts[part], names[part] = content, path.name.removesuffix(".gz")
        stamps.append(stamp_in("/".join(name.split("/")[-2:])))
    days = {stamp.date() for stamp in stamps if stamp is not None}
    return RawEdition(parts, names), days.pop() if len(days) == 1 else None


def _read(path: Path) -> bytes:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UnreadableInputError(str(path), error.strerror or str(error), "Check the path.") from error
    if not path.name.endswith(".gz"):
        return content
    try:
        return gzip.decompress(content)
    except (OSError, EOFError, zlib.error) as error:
        raise UnreadableInputError(str(path), f"damaged gzip: {error}", "Fetch the file again.") from error


def _by_default(parts: Sequence[str], content: bytes) -> str:
    """Choose the part that an unrecognised file is tried as: XML and JSON by their first letter."""
    first = content.lstrip(b"\xef\xbb\xbf \r\n\t")[:1]
    for part in parts:
        if (first == b"<") == (part == "xml") and (first in {b"{", b"["}) == (part == "json"):
            return part
    return parts[0]

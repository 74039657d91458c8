"""Fetches lists from their official addresses, or a mirror, and imports what is new.

Each list is on its own: one that fails or is refused never stops the others, and its last good edition stays.
A fetch counts as a receipt only when the whole edition is in use afterwards: a part that came beside one that
did not, or an edition that a gate refused, leaves the list as old as it was.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import PurePosixPath
from typing import Protocol
from urllib.parse import urlsplit

from licet.errors import LicetError, RefusedEditionError, StoreError
from licet.fetch import DownloadError, Fetched, Limits, Validators, fetch
from licet.lists.base import ListSpec, PartSpec, RawEdition
from licet.model import AsOf, Edition
from licet.store import FetchEntry, Store
from licet.usecases.lists_import import Imported
from licet.usecases.sync_outcomes import PartOutcome, SyncKind, SyncOutcome

__all__ = ["Importer", "SyncKind", "SyncOptions", "SyncOutcome", "address", "sync"]

GONE = frozenset({404, 410})


@dataclass(frozen=True, slots=True)
class SyncOptions:
    """How lists are fetched.

    Attributes:
        mirror: Base address of a copy in one's own network; `<mirror>/<list id>/<part id>` is fetched,
            not the official address. Empty for the official addresses.
        allow_http: Allow addresses that are not encrypted, for a mirror.
        accept: Reason for accepting editions past a gate; empty for none.
        full: Fetch the bytes even where the publisher says that nothing changed.
        limits: What each download may cost.
    """

    mirror: str = ""
    allow_http: bool = False
    accept: str = ""
    full: bool = False
    limits: Limits = field(default_factory=Limits)


class Importer(Protocol):
    """Imports an edition: `licet.usecases.lists_import.import_edition`, bound to a store."""

    def __call__(
        self, list_id: str, raw: RawEdition, *, published: date | None, known: datetime, accept: str
    ) -> Imported:
        """Import it, or raise RefusedEditionError."""
        ...


def sync(
    lists: Sequence[ListSpec],
    *,
    store: Store,
    importer: Importer,
    now: Callable[[], datetime],
    options: SyncOptions,
    report: Callable[[SyncOutcome], None] = lambda _outcome: None,
) -> list[SyncOutcome]:
    """Fetch the first format of each list, and import what is new.

    Args:
        lists: The lists.
        store: Where editions, bytes and the fetch log are kept.
        importer: Imports an edition.
        now: The clock: the instant of each answer and of each receipt, UTC.
        options: How to fetch.
        report: Told of each list as it is done.

    Returns:
        One outcome per list, in the order given; a list that failed has its reasons there.
    """
    outcomes = []
    for spec in lists:
        try:
            outcome = _Sync(spec, store, importer, now, options).run()
        except Exception as error:  # noqa: BLE001  one list's trouble must not keep the others old
            outcome = SyncOutcome(spec.id, SyncKind.FAILED, (_words(error),))
        outcomes.append(outcome)
        report(outcome)
    return outcomes


def address(spec: ListSpec, part: PartSpec, options: SyncOptions) -> str:
    """Return where a part is fetched from: the mirror, else its official address; empty where it has none."""
    return f"{options.mirror.rstrip('/')}/{spec.id}/{part.id}" if options.mirror else part.url


class _Sync:
    """One list being fetched."""

    def __init__(
        self,
        spec: ListSpec,
        store: Store,
        importer: Importer,
        now: Callable[[], datetime],
        options: SyncOptions,
    ) -> None:
        self._spec = spec
        self._store = store
        self._importer = importer
        self._now = now
        self._options = options
        self._log = store.fetches(spec.id)

    def run(self) -> SyncOutcome:
        """Fetch and import; whatever goes wrong, tell what stays in use."""
        outcome = SyncOutcome(self._spec.id, SyncKind.FAILED, edition=self._in_use())
        try:
            return self._run(outcome)
        except Exception as error:  # noqa: BLE001  one list's trouble must not keep the others old
            return replace(outcome, reasons=(_words(error),))

    def _run(self, outcome: SyncOutcome) -> SyncOutcome:
        """Fetch every part, import when anything is new, and keep the log."""
        wanted = self._spec.formats[0].parts
        parts = [item for part in wanted if (item := self._part(part, outcome.edition))]
        missing = [item for item in parts if item.content is None and not self._may_miss(item)]
        outcome = replace(outcome, parts=tuple(parts))
        if missing:
            outcome = replace(outcome, reasons=tuple(f"{item.part}: {item.entry.detail}" for item in missing))
        else:
            outcome = self._take(outcome)
        try:
            for item in parts:
                self._store.log_fetch(_logged(item, outcome))
        except StoreError as error:
            # Without its entry an unchanged list would not count as fresh, so it must not pass for done.
            unseen = outcome.kind in {SyncKind.SAME, SyncKind.NOT_MODIFIED}
            reasons = (*outcome.reasons, f"the fetch log could not be written: {_words(error)}")
            return replace(outcome, kind=SyncKind.FAILED if unseen else outcome.kind, reasons=reasons)
        return outcome

    def _in_use(self) -> Edition | None:
        instant = self._now()
        return self._store.edition_at(self._spec.id, AsOf(instant.date(), instant))

    def _take(self, outcome: SyncOutcome) -> SyncOutcome:
        """Import the parts, unless they are those of the edition in use."""
        edition = outcome.edition
        here = [item for item in outcome.parts if item.content is not None]
        held = {item.part: item.sha256 for item in edition.files} if edition else {}
        if all(held.get(item.part) == item.entry.sha256 for item in here):
            silent = all(item.entry.outcome == SyncKind.NOT_MODIFIED for item in here)
            return replace(outcome, kind=SyncKind.NOT_MODIFIED if silent else SyncKind.SAME)
        raw = RawEdition(
            {item.part: item.content for item in here if item.content is not None},
            {item.part: _file_name(item.entry.url, item.part) for item in here},
        )
        try:
            imported = self._importer(
                self._spec.id, raw, published=None, known=self._now(), accept=self._options.accept
            )
        except RefusedEditionError as error:
            return replace(outcome, kind=SyncKind.REFUSED, reasons=error.reasons)
        except Exception as error:  # noqa: BLE001  the log must be kept whatever happens
            return replace(outcome, reasons=(_words(error),))
        kind = SyncKind.NEW if imported.new else SyncKind.SAME
        return replace(outcome, kind=kind, imported=imported, edition=imported.edition)

    def _part(self, part: PartSpec, edition: Edition | None) -> PartOutcome | None:
        """Fetch one part; None where an optional part has no address."""
        url = address(self._spec, part, self._options)
        if not url:
            return self._without_address(part) if part.required else None
        last, remark = self._last(url), ""
        try:
            found = self._fetch(url, last)
            content = found.content
            if found.not_modified and last is not None:
                try:
                    content = self._store.archive.get(last.sha256)
                except StoreError as error:
                    # The publisher's bytes are those we cannot read; the archive itself needs a person.
                    remark = f"fetched although unchanged, for the kept bytes are damaged: {_words(error)}"
                    found = self._fetch(url, None)
                    content = found.content
        except DownloadError as error:
            return PartOutcome(part.id, self._failure(url, error), part.required)
        held = {item.part: item.sha256 for item in edition.files} if edition else {}
        if found.not_modified and last is not None:
            entry = self._entry(found, SyncKind.NOT_MODIFIED, last.sha256)
        else:
            # Kept before anyone reads it: most publishers never show yesterday's file again.
            self._store.archive.put(content, like=held.get(part.id))
            kind = SyncKind.SAME if held.get(part.id) == found.sha256 else SyncKind.NEW
            entry = self._entry(found, kind, found.sha256, remark)
        return PartOutcome(part.id, entry, part.required, content)

    def _fetch(self, url: str, last: FetchEntry | None) -> Fetched:
        options = self._options
        return fetch(
            url,
            limits=options.limits,
            previous=Validators(last.etag, last.last_modified, last.final_url) if last else None,
            allowed_hosts=() if options.mirror else self._spec.hosts,
            allow_http=options.allow_http,
        )

    def _last(self, url: str) -> FetchEntry | None:
        """Return the last answer whose bytes we still have, to ask whether they still hold."""
        if self._options.full:
            return None
        for entry in reversed(self._log):
            if entry.url == url and entry.sha256 and (entry.etag or entry.last_modified):
                return entry if self._store.archive.has(entry.sha256) else None
        return None

    def _may_miss(self, item: PartOutcome) -> bool:
        """An optional file that is gone does not stop a list: the import carries the last one we had."""
        return not item.required and item.entry.status in GONE

    def _entry(self, found: Fetched, kind: SyncKind, sha256: str, remark: str = "") -> FetchEntry:
        remarks = [remark] if remark else []
        if found.tries > 1:
            remarks.append(f"after {found.tries} tries")
        if not found.length_stated:
            remarks.append("the server did not state the length")
        return FetchEntry(
            list_id=self._spec.id,
            url=found.url,
            at=self._now(),
            outcome=str(kind),
            final_url=found.final_url,
            status=found.status,
            size=len(found.content),
            sha256=sha256,
            detail="; ".join(remarks),
            etag=found.etag,
            last_modified=found.last_modified,
        )

    def _failure(self, url: str, error: DownloadError) -> FetchEntry:
        return FetchEntry(
            list_id=self._spec.id,
            url=url,
            at=self._now(),
            outcome=str(SyncKind.FAILED),
            final_url=error.final_url,
            status=error.status or None,
            size=error.size,
            detail=f"{url}: {error.reason}",
        )

    def _without_address(self, part: PartSpec) -> PartOutcome:
        detail = (
            "the publisher gives no address that a program can fetch; download it by hand and use "
            f"`licet lists import FILE --list {self._spec.id}`, or name a mirror"
        )
        entry = FetchEntry(self._spec.id, "", self._now(), str(SyncKind.FAILED), detail=detail)
        return PartOutcome(part.id, entry, part.required)


def _logged(item: PartOutcome, outcome: SyncOutcome) -> FetchEntry:
    """Return the log's entry; a part that came in vain must not count as a receipt of the list."""
    if outcome.ok or item.content is None:
        return item.entry
    detail = "; ".join(filter(None, [item.entry.detail, *outcome.reasons]))
    return replace(item.entry, outcome=str(outcome.kind), detail=f"this file came, but: {detail}")


def _file_name(url: str, part: str) -> str:
    return PurePosixPath(urlsplit(url).path).name or part


def _words(error: Exception) -> str:
    if isinstance(error, LicetError | OSError):
        return str(error).removesuffix(".")
    return f"{type(error).__name__}: {error}; this is a fault of the program, please report it"

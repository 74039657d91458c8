"""Imports a folder of archived editions in the order of their publication."""

from __future__ import annotations

import gzip
import io
import re
import tarfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path, PurePosixPath

from licet.errors import RefusedEditionError
from licet.lists import registry
from licet.lists.base import RawEdition
from licet.store import Store
from licet.usecases.lists_import import Examined, Imported, Receipt, examine, import_edition

HEAD = 8192
"""Bytes looked at to tell what a file is."""


@dataclass(frozen=True, slots=True)
class Found:
    """One edition found in a folder.

    Attributes:
        list_id: The list it belongs to.
        folder: Where its files are, for messages.
        parts: Part id to a function that reads the bytes.
        names: Part id to file name.
        stamp: Day in the file or folder name; None where there is none.
    """

    list_id: str
    folder: str
    parts: dict[str, Callable[[], bytes]]
    names: dict[str, str]
    stamp: datetime | None

    def read(self) -> RawEdition:
        """Read the bytes of every part."""
        return RawEdition({part: load() for part, load in self.parts.items()}, dict(self.names))


@dataclass(frozen=True, slots=True)
class TreeOutcome:
    """What became of one edition, or of a file that no list knows."""

    where: str
    list_id: str = ""
    imported: Imported | None = None
    refused: tuple[str, ...] = ()
    skipped: str = ""
    examined: Examined | None = None


@dataclass(frozen=True, slots=True)
class TreeOptions:
    """How a folder is imported.

    Attributes:
        now: Instant of receipt.
        known_as_published: Record each edition as known on its publication day at 23:59 UTC (an archive that
            was kept at the time) instead of now.
        only: List ids to import; empty for all.
        accept: Reason for accepting editions past a gate; empty for none.
        dry_run: Read every edition and put it before the gates, each against what the store holds now, but
            keep nothing.
    """

    now: datetime
    known_as_published: bool = False
    only: frozenset[str] = frozenset()
    accept: str = ""
    dry_run: bool = False


def import_tree(
    store: Store, root: Path, options: TreeOptions, report: Callable[[TreeOutcome], None]
) -> list[TreeOutcome]:
    """Import every edition below a folder, oldest first, and report each as it is done.

    Files ending in .gz are decompressed, .tar.xz and .tar.gz archives are looked into. Parts of one edition
    are the files of one list and format in one folder. A publication day is read in the file, else in the
    file's or folder's name (`2024-05-03`, `20240503`, `2021-08-18T093901Z`).
    """
    outcomes: list[TreeOutcome] = []

    def done(outcome: TreeOutcome) -> None:
        outcomes.append(outcome)
        report(outcome)

    editions, unknown = _group(_files(root))
    wanted = (item for item in editions if not options.only or item.list_id in options.only)
    # The day in the name orders the editions; only where there is none must the file be read for it.
    dated = [(item.stamp or _stated(item) or options.now, item.list_id, item.folder, item) for item in wanted]
    for number, (_when, _list_id, _folder, found) in enumerate(sorted(dated, key=lambda entry: entry[:3])):
        # One instant after the other, so that a refusal is known to come before the edition that followed.
        done(_import_one(store, found, replace(options, now=options.now + timedelta(microseconds=number))))
    for name in unknown:
        done(TreeOutcome(name, skipped="no list of the catalogue knows this file"))
    return outcomes


def _import_one(store: Store, found: Found, options: TreeOptions) -> TreeOutcome:
    raw = found.read()
    hint = found.stamp.date() if found.stamp else None
    known = options.now
    if options.known_as_published:
        published = registry.facts(found.list_id, raw).published or hint
        known = min(datetime.combine(published, time(23, 59), tzinfo=UTC), known) if published else known
    spec = registry.list_spec(found.list_id)
    receipt = Receipt(known, None, options.accept, hint)
    if options.dry_run:
        seen = examine(store, spec, raw, receipt)
        return TreeOutcome(found.folder, found.list_id, refused=seen.reasons, examined=seen)
    try:
        # An archive imported once more proves of no edition that it still holds.
        imported = import_edition(store, spec, raw, receipt)
    except RefusedEditionError as error:
        return TreeOutcome(found.folder, found.list_id, refused=error.reasons)
    return TreeOutcome(found.folder, found.list_id, imported)


def _stated(found: Found) -> datetime | None:
    stated = registry.facts(found.list_id, found.read()).published
    return datetime.combine(stated, time.min, tzinfo=UTC) if stated else None


def _group(files: Iterable[tuple[str, Callable[[], bytes]]]) -> tuple[list[Found], list[str]]:
    editions: dict[tuple[str, str, str], Found] = {}
    unknown = []
    for name, load in files:
        known = registry.recognise_any(name, load()[:HEAD])
        if known is None:
            unknown.append(name)
            continue
        list_id, part = known
        layout = registry.format_of(registry.list_spec(list_id), {part: b""})
        folder = str(PurePosixPath(name).parent)
        group = (list_id, folder, layout.id if layout else "")
        held = editions.get(group)
        if held is not None and part in held.parts:
            # The same part twice in one folder: editions side by side, told apart by their names.
            group = (list_id, folder, name)
            held = None
        if held is None:
            held = editions[group] = Found(list_id, name, {}, {}, stamp_in(name))
        held.parts[part] = load
        held.names[part] = PurePosixPath(name).name
    return list(editions.values()), unknown


_STAMP = re.compile(r"(?<!\d)(\d{4})-?(\d{2})-?(\d{2})(?:T(\d{2})(\d{2})(\d{2})Z)?(?!\d)")


def stamp_in(name: str) -> datetime | None:
    """Return the instant or day in a path, the last one that is a real date; None where there is none."""
    for found in reversed(list(_STAMP.finditer(name))):
        numbers = [int(part) if part else 0 for part in found.groups()]
        try:
            moment = datetime(*numbers[:6], tzinfo=UTC)  # type: ignore[arg-type, misc]
        except ValueError:
            continue
        if date(1990, 1, 1) <= moment.date() <= date(2100, 1, 1):
            return moment
    return None


def _files(root: Path) -> Iterator[tuple[str, Callable[[], bytes]]]:
    if root.is_file():
        yield from _file(root, root.name)
        return
    for path in sorted(item for item in root.rglob("*") if item.is_file()):
        # The folder's own name may hold the day: archive/2024-05-03 given as it is.
        yield from _file(path, f"{root.resolve().name}/{path.relative_to(root).as_posix()}")


def _file(path: Path, name: str) -> Iterator[tuple[str, Callable[[], bytes]]]:
    if name.endswith((".tar.xz", ".tar.gz", ".tgz", ".tar")):
        yield from _members(path, name)
    elif name.endswith(".gz"):
        yield name.removesuffix(".gz"), lambda: _gunzip(path)
    else:
        yield name, path.read_bytes


def _gunzip(path: Path) -> bytes:
    try:
        return gzip.decompress(path.read_bytes())
    except (OSError, EOFError, zlib.error):
        # Damaged compression: hand the bytes on as they are, and let the gates refuse them.
        return path.read_bytes()


def _members(path: Path, name: str) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Yield an archive's members; their bytes are held compressed, for one archive is read front to back."""
    with tarfile.open(path) as archive:
        for member in archive:
            opened = archive.extractfile(member) if member.isfile() else None
            if opened is not None:
                packed = zlib.compress(opened.read(), 1)
                yield f"{name}/{member.name}", _unpack(packed)


def _unpack(packed: bytes) -> Callable[[], bytes]:
    return lambda: io.BytesIO(zlib.decompress(packed)).getvalue()

"""Import official reference tables into a rulebook folder: read strictly, kept with their hash and their day.

A table counts for decisions on its day and later, until a newer issue of it. What is refused leaves the
folder as it was.
"""

from __future__ import annotations

import csv
import gzip
import hashlib
import io
import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from licet.errors import UnreadableInputError
from licet.model.problem import Problem
from licet.usecases import reference_chart, reference_groups, reference_list
from licet.usecases.reference_tables import Parsed, fatal, read_json

_KNOWN = (
    "the Commerce Country Chart (CSV or JSON), the country groups, the control list, the catalogue of "
    "licence exceptions (JSON), the index to the control list (CSV), each as it is or gzipped"
)
_FEWER = 0.95
"""A new issue with less than this share of the rows of the one before it is taken as cut off."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of one file.

    Attributes:
        file: Its name.
        id: The table; empty when the file is none that is known.
        title: What it is.
        dated: Day of the issue.
        rows: Rows of the table.
        sha256: Hash of the file as given.
        outcome: `imported`, `unchanged`, `refused`, or `would import` in a dry run.
        written: Where it was written.
        problems: What was wrong with it.
    """

    file: str
    id: str
    title: str
    dated: date | None
    rows: int
    sha256: str
    outcome: str
    written: Path | None
    problems: tuple[Problem, ...]


def import_reference(
    files: Sequence[Path], folder: Path, *, dated: date | None = None, dry_run: bool = False
) -> tuple[Imported, ...]:
    """Import files, each by itself: one that is refused stops no other.

    Args:
        files: Files of official tables.
        folder: The rulebook folder; tables go into its `tables`.
        dated: Day of the issue, for files that do not tell it.
        dry_run: Read and check alone.

    Raises:
        UnreadableInputError: A file cannot be opened, or is no table that is known.
    """
    return tuple(_import(path, folder / "tables", dated, dry_run=dry_run) for path in files)


def _import(path: Path, folder: Path, dated: date | None, *, dry_run: bool) -> Imported:
    try:
        given = path.read_bytes()
    except OSError as error:
        raise UnreadableInputError(str(path), error.strerror or str(error), "Check the path.") from None
    return keep(read_table(given, path), (path.name, given), folder, dated, dry_run=dry_run)


def keep(
    read: Parsed, source: tuple[str, bytes], folder: Path, dated: date | None, *, dry_run: bool
) -> Imported:
    """Check a table that was read against its folder, and write it there unless it is refused.

    Args:
        read: The table.
        source: Name and bytes of the file as given.
        folder: The folder of tables.
        dated: Day of the issue, for a file that does not tell it.
        dry_run: Check alone.
    """
    name, given = source
    parsed = _checked(read, folder, dated)
    digest = hashlib.sha256(given).hexdigest()
    made = Imported(
        name,
        parsed.id,
        parsed.title,
        parsed.dated,
        len(parsed.content),
        digest,
        "refused" if parsed.refused else "would import" if dry_run else "imported",
        None,
        parsed.problems,
    )
    if parsed.refused:
        return made
    target = folder / f"{parsed.id}.{parsed.dated}.json"
    whole = _bytes(parsed, name, digest)
    if target.is_file() and target.read_bytes() == whole:
        return replace(made, outcome="unchanged", written=target)
    if dry_run:
        return made
    folder.mkdir(parents=True, exist_ok=True)
    part = target.with_suffix(".part")
    part.write_bytes(whole)
    part.replace(target)
    return replace(made, written=target)


def read_table(given: bytes, path: Path) -> Parsed:
    """Read one file of an official table, whatever it is.

    Raises:
        UnreadableInputError: It is no table that is known.
    """
    name = path.name.removesuffix(".gz")
    raw = given
    if given[:2] == b"\x1f\x8b":
        try:
            raw = gzip.decompress(given)
        except (OSError, EOFError, zlib.error) as error:
            reason = f"the gzip file is damaged or cut off: {error}"
            raise UnreadableInputError(str(path), reason, "Fetch it again.") from None
    if raw.lstrip()[:1] == b"{":
        return _json(raw, path)
    header = next(csv.reader(io.StringIO(raw[:500].decode("utf-8-sig", "replace"))), [])
    if reference_chart.is_csv(header):
        return reference_chart.from_csv(raw, name)
    if reference_groups.is_index(header):
        return reference_groups.index(raw, name)
    raise UnreadableInputError(str(path), "no reference table that is known", f"Known are {_KNOWN}.")


def _json(raw: bytes, path: Path) -> Parsed:
    plain = read_json(raw)
    if isinstance(plain, Problem):
        raise UnreadableInputError(str(path), plain.message, "Fetch it again.")
    for is_it, read in (
        (reference_chart.is_json, reference_chart.from_json),
        (reference_groups.is_groups, reference_groups.country_groups),
        (reference_list.is_json, reference_list.from_json),
        (reference_groups.is_catalogue, reference_groups.catalogue),
    ):
        if is_it(plain):
            try:
                return read(raw)
            except (KeyError, TypeError, AttributeError) as error:
                reason = f"its form is not the one that is known ({type(error).__name__}: {error})"
                raise UnreadableInputError(str(path), reason, "Is it the official file?") from None
    raise UnreadableInputError(str(path), "no reference table that is known", f"Known are {_KNOWN}.")


def _checked(parsed: Parsed, folder: Path, dated: date | None) -> Parsed:
    """Add what only the folder and the user can tell: the day, and the issue before it."""
    problems = list(parsed.problems)
    if parsed.dated and dated and parsed.dated != dated:
        problems.append(fatal("day", "file", f"the file is of {parsed.dated}, not of {dated}"))
    day = parsed.dated or dated
    if day is None:
        problems.append(fatal("day", "file", "neither file nor name tells the day of the issue: --dated DAY"))
    before = _before(folder, parsed.id, day) if day else None
    if before is not None and len(parsed.content) < before["rows"] * _FEWER:
        message = f"{len(parsed.content)} rows, and the issue of {before['dated']} has {before['rows']}"
        problems.append(fatal("fewer_rows", "file", f"{message}: the file is cut"))
    return replace(parsed, dated=day, problems=tuple(problems))


def _before(folder: Path, key: str, day: date) -> Mapping[str, Any] | None:
    """Return the newest issue of a table in the folder that is older than a day."""
    days = sorted(path.name[len(key) + 1 : -5] for path in folder.glob(f"{key}.????-??-??.json"))
    older = [item for item in days if item < str(day)]
    if not older:
        return None
    found: Mapping[str, Any] = json.loads((folder / f"{key}.{older[-1]}.json").read_text(encoding="utf-8"))
    return found


def _bytes(parsed: Parsed, name: str, digest: str) -> bytes:
    """Return the table as its file: the same source gives the same bytes."""
    whole = {
        "id": parsed.id,
        "dated": str(parsed.dated),
        "title": parsed.title,
        "cite": list(parsed.cite),
        "source": {"file": name, "sha256": digest},
        "rows": len(parsed.content),
        "content": {key: parsed.content[key] for key in sorted(parsed.content)},
    }
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode("utf-8")

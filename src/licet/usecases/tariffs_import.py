"""Import the official table of tariff codes under section 301 into a rulebook folder."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from licet.errors import UnreadableInputError
from licet.model.rulebook import Rulebook
from licet.usecases.reference_import import Imported, keep
from licet.usecases.reference_tables import Parsed, fatal
from licet.usecases.tariff_table import csv_cells, is_whole_csv, parse, sheet_cells

_LISTS = "us.tariff.section301.list"


@dataclass(frozen=True, slots=True)
class TariffOptions:
    """How to import.

    Attributes:
        dated: Day of the table, for a file that does not tell it.
        rows: How many codes the publisher says it has; None when not known.
        dry_run: Read and check alone.
    """

    dated: date | None = None
    rows: int | None = None
    dry_run: bool = False


def import_tariffs(path: Path, folder: Path, book: Rulebook, options: TariffOptions) -> Imported:
    """Import one file: a whole table is written with its hash and its day; one that is cut off is refused.

    Args:
        path: The USITC table, as .xlsx or .csv, or gzipped.
        folder: The rulebook folder; the table goes into its `tables`.
        book: The law, which tells the headings that a whole table has.
        options: How to import.

    Raises:
        UnreadableInputError: The file cannot be read as what its suffix says, or its end is missing.
    """
    try:
        given = path.read_bytes()
    except OSError as error:
        raise UnreadableInputError(str(path), error.strerror or str(error), "Check the path.") from None
    parsed = _parsed(path, given, needed_headings(book))
    if options.rows is not None and len(parsed.content) != options.rows:
        message = f"{len(parsed.content)} codes were read, and the publisher has {options.rows}"
        parsed = replace(parsed, problems=(*parsed.problems, fatal("rows", "file", message)))
    return keep(parsed, (path.name, given), folder / "tables", options.dated, dry_run=options.dry_run)


def needed_headings(book: Rulebook) -> tuple[tuple[str, date], ...]:
    """Return the headings of the lists that were ever collected, each with its first day."""
    found: list[tuple[str, date]] = []
    for key in sorted(book.values):
        if not key.startswith(_LISTS):
            continue
        collected = [item for item in book.values[key].dated if item.value["rate"] and item.interval.first]
        if collected:
            first = min(item.interval.first for item in collected if item.interval.first)
            found += [(heading, first) for heading in collected[0].value["headings"]]
    return tuple(found)


def _parsed(path: Path, given: bytes, needed: Sequence[tuple[str, date]]) -> Parsed:
    name = path.name.removesuffix(".gz")
    if name.endswith((".xlsx", ".ods", ".xlsm")) and name == path.name:
        return parse(sheet_cells(path), name, needed)
    if not name.endswith(".csv"):
        raise UnreadableInputError(
            str(path), "it is no table of tariff codes", "Give the USITC table as .xlsx, .csv or .csv.gz."
        )
    raw = _unzipped(path, given)
    parsed = parse(csv_cells(raw), name, needed)
    if not is_whole_csv(raw):
        cut = fatal("cut", "file", "the last line has no end: the file is cut off")
        parsed = replace(parsed, problems=(*parsed.problems, cut))
    return parsed


def _unzipped(path: Path, given: bytes) -> bytes:
    if given[:2] != b"\x1f\x8b":
        return given
    try:
        return gzip.decompress(given)
    except (OSError, EOFError, zlib.error) as error:
        reason = f"the gzip file is damaged or cut off: {error}"
        raise UnreadableInputError(str(path), reason, "Fetch it again.") from None

"""Look into a workbook's archive before a driver opens it: what would exhaust the memory is refused."""

from __future__ import annotations

import html
import re
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from licet.errors import UnreadableInputError
from licet.tables.extent import Extent, ods_extents, xlsx_extent

_MOST_BYTES = 2 << 30
_BOMB_BYTES, _BOMB_RATIO = 200 << 20, 200
_MOST_CELLS = 100_000_000
_MANY_CELLS, _SPARSE = 10_000_000, 10
_BLOCK = 1 << 20
_BROKEN = (zipfile.BadZipFile, zlib.error, OSError, EOFError, RuntimeError, ValueError, KeyError)
_READ_BY_DRIVERS = (".xml", ".rels", ".bin")
_SHEET = re.compile(r"<(?:\w+:)?sheet\s([^>]*)>")
_LINK = re.compile(r"<(?:\w+:)?Relationship\s([^>]*)>")
_ATTRIBUTE = re.compile(r"(?:\w+:)?(\w+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")


def measure(path: Path) -> Mapping[str, Extent]:
    """Check the archive of a workbook and return how far each of its sheets stretches, by name.

    Workbooks that are no zip archive (xls) and binary sheets (xlsb) are not measured.

    Raises:
        UnreadableInputError: Unpacked it would be too large, or the archive is broken.
    """
    if not zipfile.is_zipfile(path):
        return {}
    try:
        with zipfile.ZipFile(path) as book:
            _check_sizes(path, book)
            return _extents(book)
    except _BROKEN as error:
        raise UnreadableInputError(
            str(path),
            f"the archive of the workbook is broken ({error})",
            "Open it in a spreadsheet program and save it again.",
        ) from error


def check_extent(path: Path, sheet: str, extent: Extent) -> None:
    """Check that a sheet can be laid out in memory.

    Raises:
        UnreadableInputError: Its filled cells stretch over far more cells than there are.
    """
    sparse = extent.area > _MANY_CELLS and extent.area > _SPARSE * extent.cells
    if sparse or extent.area > _MOST_CELLS:
        raise UnreadableInputError(
            str(path),
            f"sheet {sheet!r} has {extent.cells} filled cells, spread over {extent.rows} rows and "
            f"{extent.right - extent.left + 1} columns ({extent.area} cells), too many to lay out",
            "Delete the stray cells beyond the table (in a spreadsheet program, Ctrl+End goes to the last), "
            "or save the table as csv.",
        )


def _check_sizes(path: Path, book: zipfile.ZipFile) -> None:
    """The sizes in the directory may lie: what drivers read is unpacked once, which checks them."""
    unpacked = sum(item.file_size for item in book.infolist())
    packed = max(1, sum(item.compress_size for item in book.infolist()))
    if unpacked > _MOST_BYTES or (unpacked > _BOMB_BYTES and unpacked > _BOMB_RATIO * packed):
        raise UnreadableInputError(
            str(path),
            f"the workbook unpacks from {packed} to {unpacked} bytes, too many to open",
            "If it is a real table, save it as csv or parquet.",
        )
    for item in book.infolist():
        if item.filename.endswith(_READ_BY_DRIVERS):
            with book.open(item) as stream:
                while stream.read(_BLOCK):
                    pass


def _extents(book: zipfile.ZipFile) -> dict[str, Extent]:
    names = set(book.namelist())
    if "content.xml" in names:
        with book.open("content.xml") as stream:
            return {html.unescape(name): found for name, found in ods_extents(stream).items()}
    found: dict[str, Extent] = {}
    for name, member in _sheets(book).items():
        if member in names and member.endswith(".xml"):
            with book.open(member) as stream:
                found[name] = xlsx_extent(stream)
    return found


def _sheets(book: zipfile.ZipFile) -> dict[str, str]:
    """Return the archive member of each sheet of an xlsx workbook."""
    start = PurePosixPath(_workbook(book))
    if start.suffix != ".xml":
        return {}
    links = _links(book, str(start.parent / "_rels" / f"{start.name}.rels"))
    found: dict[str, str] = {}
    for text in _SHEET.findall(book.read(str(start)).decode("utf-8", "replace")):
        sheet = _attributes(text)
        target = links.get(sheet.get("id", ""), "")
        found[sheet.get("name", "")] = target[1:] if target.startswith("/") else str(start.parent / target)
    return found


def _workbook(book: zipfile.ZipFile) -> str:
    """Return the member that lists the sheets; its name is a convention, the package says which it is."""
    names = book.namelist()
    for target in _links(book, "_rels/.rels").values():
        if target.rpartition("/")[2].startswith("workbook.") and target.lstrip("/") in names:
            return target.lstrip("/")
    return "xl/workbook.xml"


def _links(book: zipfile.ZipFile, member: str) -> dict[str, str]:
    """Return the target of each relationship by its id."""
    found = (_attributes(text) for text in _LINK.findall(book.read(member).decode("utf-8", "replace")))
    return {link.get("Id", ""): link.get("Target", "") for link in found}


def _attributes(text: str) -> dict[str, str]:
    return {name: html.unescape(double or single) for name, double, single in _ATTRIBUTE.findall(text)}

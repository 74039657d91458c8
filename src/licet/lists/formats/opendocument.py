"""Safe reading of an OpenDocument spreadsheet: its first table as comma-separated text."""

from __future__ import annotations

import csv
import io
import re
import zipfile
import zlib

from licet.lists.formats.markup import Element, attributes, children, local_name, read_elements
from licet.model import Problem, Severity

_MOST_BYTES = 256 * 1024 * 1024
_MOST_COLUMNS = 256
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    KeyError,
    ValueError,
    OSError,
    EOFError,
    RuntimeError,
    NotImplementedError,
)


def first_table(content: bytes, where: str) -> str | Problem:
    """Return the first table as CSV text, blank rows left out, or the FATAL problem that prevents it.

    Args:
        content: The bytes of the .ods file.
        where: Its name, for problems.
    """
    inner = _member(content, "content.xml")
    if inner is None:
        return Problem(
            "not_this_list", where, "the file is no OpenDocument spreadsheet", severity=Severity.FATAL
        )
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    table: Element | None = None
    for row in read_elements(inner, f"{where}:content.xml", ("table-row",), root="document-content"):
        if isinstance(row, Problem):
            return row
        table = row.getparent() if table is None else table
        if row.getparent() is not table:
            break
        cells = _cells(row)
        if any(cells):
            writer.writerow(cells)
    return text.getvalue()


def _member(content: bytes, name: str) -> bytes | None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            # the size that the archive declares; zipfile reads no more than that
            return archive.read(name) if archive.getinfo(name).file_size <= _MOST_BYTES else None
    except _BROKEN:
        return None


def _cells(row: Element) -> list[str]:
    found: list[str] = []
    for cell in row:
        if local_name(cell) not in {"table-cell", "covered-table-cell"}:
            continue
        text = "\n".join("".join(map(str, line.itertext())) for line in children(cell, "p")).strip()
        repeated = attributes(cell).get("number-columns-repeated", "1")
        times = int(repeated) if re.fullmatch(r"\d{1,6}", repeated, re.ASCII) else 1
        found.extend([text] * min(times, _MOST_COLUMNS))
    while found and not found[-1]:
        found.pop()
    return found[:_MOST_COLUMNS]

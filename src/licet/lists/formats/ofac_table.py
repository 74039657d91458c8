"""The comma-separated tables of OFAC: no header, `-0- ` for null, CRLF, a final 0x1A.

Copies in the wild have lost the CRLF, the 0x1A or the last blank of a final null; those are whole. A file
whose last record breaks off earlier has lost what came after it too, so it is no edition.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from licet.lists.formats.delimited import check_content, decode, read_records
from licet.model import Problem, Severity

Fields: TypeAlias = tuple[str, ...]

NULL = "-0-"
_BROKEN_NULLS = ("-", "-0")
_ENDS_IN_NULL = re.compile(r",-(?:0-? ?)?\Z")
_DAMAGED = frozenset({"bad_width", "bad_quoting", "nul_byte"})


@dataclass(slots=True)
class Table:
    """One file.

    Attributes:
        rows: Line number and fields of each record of the right width, as published.
        problems: What could not be read; FATAL when nothing of the file may be used.
    """

    rows: list[tuple[int, Fields]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def count(self) -> int:
        """Source rows, those that could not be read included."""
        return len(self.rows) + sum(problem.rows for problem in self.problems)


def value(text: str) -> str:
    """Return a field without surrounding space; "" for null."""
    body = text.strip()
    return "" if body == NULL else body


def read_rows(content: bytes, where: str, width: int) -> Table:
    """Read a whole table of `width` columns. Never raises; damage is in `Table.problems`."""
    if refused := check_content(content, where):
        return Table([], [refused])
    text, problems = decode(content, where)
    text = text.rstrip("\x1a\0")
    if "\n" not in text and "\r" in text:
        text = text.replace("\r", "\n")  # "records separated by carriage returns (ASCII 13)": dat_spec.txt
    table = _fast(text, width) or _slow(text, where, width)
    table.problems[:0] = problems
    _check_end(table, text, where)
    return table


def _fast(text: str, width: int) -> Table | None:
    """Read an undamaged file in one go: about ten times as fast as row by row; None when it is damaged."""
    if "\0" in text:
        return None
    reader = csv.reader(text.replace("\r\n", "\n").split("\n"), strict=True)
    try:
        records = list(reader)
    except csv.Error:
        return None
    if len(records) != reader.line_num or any(record and len(record) != width for record in records):
        return None
    return Table([(line, tuple(record)) for line, record in enumerate(records, start=1) if record])


def _slow(text: str, where: str, width: int) -> Table:
    table = Table()
    for record in read_records(text, where, width=width):
        if isinstance(record, Problem):
            table.problems.append(record)
        else:
            table.rows.append((record.line, tuple(record.fields)))
    return table


def _check_end(table: Table, text: str, where: str) -> None:
    """Say so when the last record breaks off: what followed it is lost.

    A copy that ends inside the final null (`,-0`) has a whole last record; that is only noted.
    """
    cut_field = bool(text) and not text.endswith(("\n", "\r", '"')) and not _ENDS_IN_NULL.search(text)
    whole = text.rstrip("\r\n")
    last = f"{where}:{whole.count(chr(10)) + 1}"
    record = whole.rpartition("\n")[2][:500]
    if table.problems and table.problems[-1].where == last and table.problems[-1].code in _DAMAGED:
        message = "the last row of the file breaks off"
        table.problems[-1] = replace(table.problems[-1], code="truncated_row", message=message)
        message = "the last row of the file breaks off, so rows after it are lost; fetch the file again"
        table.problems.append(Problem("truncated", where, message, record, Severity.FATAL))
    elif cut_field:
        message = "the last field of the file breaks off, so rows after it are lost; fetch the file again"
        table.problems.append(Problem("truncated", where, message, record, Severity.FATAL))
    elif table.rows and table.rows[-1][1][-1] in _BROKEN_NULLS and whole.endswith(_BROKEN_NULLS):
        line, fields = table.rows[-1]
        table.rows[-1] = (line, (*fields[:-1], NULL))
        message = "the file ends inside the null of its last field; read as null"
        table.problems.append(Problem("broken_null", last, message, record, Severity.NOTE))

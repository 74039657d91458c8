"""Strict reading of delimited text: every record becomes a row or a problem that keeps its text.

```python
text, problems = decode(content, where)          # utf-8 (with or without mark), else cp1252
for row in read_table(text, where, Columns(required=("Unique ID",), optional=("Title",))):
    ...                                          # Row or Problem
for record in read_records(text, where, Form(delimiter="@"), width=12):
    ...                                          # Record or Problem, for files without a header
```

Rows are counted so that nothing is lost: one for each `Row` or `Record`, `Problem.rows` for each problem.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from licet.lists.formats.last_row import LastRow, Record
from licet.model import Problem, Severity

# Remarks may be long, and the file is in memory anyway: the csv module's limit of 128 KiB must not bite.
csv.field_size_limit(2**31 - 1)

_RECORD = 500
_RETRY_LINES = 200_000
_TRAILER = b"\x1a\r\n"


@dataclass(frozen=True, slots=True)
class Form:
    """How fields are separated.

    Attributes:
        delimiter: One character.
        quoted: Fields may be in double quotes, a doubled quote standing for one.
    """

    delimiter: str = ","
    quoted: bool = True

    @property
    def quoting(self) -> Literal[0, 3]:
        """What the csv module calls it."""
        return csv.QUOTE_MINIMAL if self.quoted else csv.QUOTE_NONE


@dataclass(frozen=True, slots=True)
class Columns:
    """Columns of a table with a header, by the names that the parser uses.

    Attributes:
        required: Without one of these the file is not readable: FATAL `missing_column`.
        optional: Known, and absent in some editions; read as empty there.
        aliases: Other spellings that publishers used, to the name that the parser uses.
    """

    required: tuple[str, ...]
    optional: tuple[str, ...] = ()
    aliases: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Row:
    """One record of a table with a header.

    Attributes:
        line: Line of the file on which it begins, from 1.
        cells: Column name to value, surrounding space removed; optional columns that are absent read as "".
        raw: The fields as published.
    """

    line: int
    cells: dict[str, str]
    raw: list[str]

    def __getitem__(self, column: str) -> str:
        """Return the value in a column named in `Columns`."""
        return self.cells.get(column, "")


def is_html(head: bytes) -> bool:
    """Tell whether bytes begin as a web page does: an error page saved under the name of a list."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return start.startswith((b"<!doctype html", b"<html", b"<head", b"<body"))


def check_content(content: bytes, where: str) -> Problem | None:
    """Return the FATAL problem of a file that holds nothing (`empty`) or a web page (`not_this_list`)."""
    if not content.strip(b" \t\r\n\x1a\x00\xef\xbb\xbf"):
        return Problem("empty", where, "the file is empty", severity=Severity.FATAL)
    if is_html(content[:1024]):
        text = content[:_RECORD].decode("utf-8", "replace")
        return Problem("not_this_list", where, "the file is a web page", text, Severity.FATAL)
    return None


def decode(content: bytes, where: str, *, expected: str = "utf-8") -> tuple[str, list[Problem]]:
    """Return the text of a file, without a final 0x1A, and what was odd about its encoding.

    A line that is not UTF-8 is read as cp1252, that line alone: one bad byte must not spoil the others.

    Args:
        content: The bytes.
        where: Name of the file, for problems.
        expected: `cp1252` where the publisher is known to write it: then no problem is made of it.
    """
    if content[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        text = content.decode("utf-16", "replace").rstrip("\x1a")
        return text, [_note("encoding", where, "UTF-16 where UTF-8 was expected")]
    if content[-8:].rstrip(b"\r\n").endswith(b"\x1a"):
        content = content.rstrip(_TRAILER) + b"\n"
    try:
        return content.decode("utf-8-sig"), []
    except UnicodeDecodeError:
        return _decode_lines(content.removeprefix(b"\xef\xbb\xbf"), where, expected)


def _decode_lines(content: bytes, where: str, expected: str) -> tuple[str, list[Problem]]:
    lines: list[str] = []
    odd: list[int] = []
    for number, line in enumerate(content.split(b"\n"), start=1):
        try:
            lines.append(line.decode("utf-8"))
        except UnicodeDecodeError:
            lines.append(line.decode("cp1252", "replace"))
            odd.append(number)
    text = "\n".join(lines)
    problems = []
    if expected != "cp1252":
        first = f"{where}:{odd[0]}"
        problems.append(_note("encoding", first, f"{len(odd)} lines are not UTF-8; read as cp1252"))
    if "�" in text:
        problems.append(
            _note("undecodable", where, "some bytes mean nothing in UTF-8 or cp1252; kept as U+FFFD")
        )
    return text, problems


def read_records(
    text: str, where: str, form: Form | None = None, *, width: int = 0, first_line: int = 1
) -> Iterator[Record | Problem]:
    """Read records one by one; blank lines are no records.

    A record that cannot be read is a ROW problem (`bad_quoting`, `bad_width`, `nul_byte`) with its text, and
    reading goes on with the line after its first: one stray quote does not swallow the rows that follow.
    A record with a quote in the wrong place that still has the right width is read, with a NOTE.

    Args:
        text: Decoded text.
        where: Name of the file, for problems.
        form: Comma and quotes if left out.
        width: Number of fields that a record must have; 0 takes any.
        first_line: Number of the first line of `text` within the file.
    """
    form = form or Form()
    lines = list(io.StringIO(text, newline=""))
    at, spent = 0, 0
    while at < len(lines):
        # no slice: a file with a stray quote on every line must not take quadratic time
        reader = csv.reader(
            map(lines.__getitem__, range(at, len(lines))),
            delimiter=form.delimiter,
            quoting=form.quoting,
            strict=True,
        )
        begin = at
        while True:
            start = begin + reader.line_num
            try:
                fields = next(reader, None)
            except csv.Error as error:
                fields, reason = [], str(error)
            else:
                reason = ""
            if fields is None:
                return
            end = begin + reader.line_num
            line = first_line + start
            if (
                not reason
                and (not width or len(fields) == width)
                and not any("\0" in item for item in fields)
            ):
                if fields:
                    yield Record(line, fields)
                continue
            if not reason and not fields:
                continue
            spent += end - start
            stop = start + 1 if spent < _RETRY_LINES else end
            yield from _damaged(lines[start:stop], f"{where}:{line}", form, width)
            if stop < end:
                at = stop
                break


def _damaged(lines: list[str], where: str, form: Form, width: int) -> Iterator[Record | Problem]:
    """Read what can be read of a record that failed: one line of it, or all where retries are used up."""
    text = "".join(lines)
    if "\0" in text:
        yield _row("nul_byte", where, "the row holds NUL bytes", text, len(lines))
        return
    try:
        fields: list[str] = next(csv.reader(lines, delimiter=form.delimiter, quoting=form.quoting), [])
    except csv.Error as error:  # not known to happen without `strict`
        yield _row("bad_quoting", where, f"the row cannot be read: {error}", text, len(lines))
        return
    closed = text.count('"') % 2 == 0 or not form.quoted
    if closed and len(lines) == 1 and width and len(fields) == width:
        yield _note(
            "bad_quoting", where, "a quote stands in the wrong place; the row was read all the same", text
        )
        yield Record(int(where.rpartition(":")[2]), fields)
    elif closed and width:
        yield _row("bad_width", where, f"the row has {len(fields)} fields, not {width}", text, len(lines))
    else:
        yield _row(
            "bad_quoting", where, "the row has a quote that does not end, or ends too soon", text, len(lines)
        )


def read_table(
    text: str, where: str, columns: Columns, form: Form | None = None, *, first_line: int = 1
) -> Iterator[Row | Problem]:
    """Read a table whose first record is the header; columns are found by name, in any order and case.

    A required column that is absent is FATAL (`missing_column`) and ends the reading; a column that `columns`
    does not name is a FIELD problem (`unknown_column`), its values kept in `Row.raw` and in `Row.cells` under
    its own name. A file whose last row breaks off is FATAL (`truncated`), at the end: see `LastRow`.
    """
    first = next(read_records(text, where, form, first_line=first_line), None)
    if not isinstance(first, Record):
        yield first or Problem("empty", where, "the file has no header", severity=Severity.FATAL)
        return
    names, problems = _header(first.fields, f"{where}:{first.line}", columns)
    yield from problems
    if any(problem.severity is Severity.FATAL for problem in problems):
        return
    header_seen = False
    end = LastRow(text)
    for record in read_records(text, where, form, width=len(names), first_line=first_line):
        end.see(record)
        if isinstance(record, Problem):
            yield record
        elif header_seen:
            values = record.fields
            yield Row(record.line, dict(zip(names, map(str.strip, values), strict=True)), values)
        else:
            header_seen = True
    if end.breaks_off():
        yield end.problem(where)


def _header(fields: list[str], where: str, columns: Columns) -> tuple[list[str], list[Problem]]:
    known = {_fold(name): name for name in (*columns.required, *columns.optional)}
    known |= {_fold(other): name for other, name in columns.aliases.items()}
    names: list[str] = []
    problems: list[Problem] = []
    for text in fields:
        name = known.get(_fold(text), text.strip())
        if _fold(text) not in known:
            message = f"the column {name!r} is not known; its values were not used"
            problems.append(Problem("unknown_column", where, message, name))
        elif name in names:
            message = f"the column {name!r} occurs twice; the first counts"
            problems.append(Problem("duplicate_column", where, message, name))
        names.append(_unused(name, names))
    for name in columns.required:
        if name not in names:
            record = ",".join(fields)[:_RECORD]
            message = f"the column {name!r} is missing"
            problems.append(Problem("missing_column", where, message, record, Severity.FATAL))
    return names, problems


def _unused(name: str, names: list[str]) -> str:
    candidate, number = name, 2
    while candidate in names:
        candidate, number = f"{name} ({number})", number + 1
    return candidate


def _fold(name: str) -> str:
    return " ".join(name.split()).casefold()


def _note(code: str, where: str, message: str, record: str = "") -> Problem:
    return Problem(code, where, message, record[:_RECORD], Severity.NOTE)


def _row(code: str, where: str, message: str, record: str, rows: int) -> Problem:
    return Problem(code, where, message, record.rstrip("\r\n")[:_RECORD], Severity.ROW, rows)

"""The Commerce Country Chart, as the JSON of the eCFR and as the CSV of BIS."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from licet.model.problem import Problem
from licet.rules.chart import TABLE
from licet.usecases.reference_tables import (
    Parsed,
    code_of,
    day_in,
    fatal,
    issue_of,
    note,
    read_json,
    unknown_keys,
)

COLUMNS = ("CB 1", "CB 2", "CB 3", "NP 1", "NP 2", "NS 1", "NS 2", "MT 1", "RS 1", "RS 2", "FC 1",
           "CC 1", "CC 2", "CC 3", "AT 1", "AT 2")  # fmt: skip
_PART_746 = frozenset({"CU", "IR", "KP", "SY"})
_TITLE = "Commerce Country Chart"
_CITE = ("15 CFR 738, Supp. 1",)
_FEWEST = 180
_LAST = "ZW"
_KEYS = frozenset(
    {
        "$comment", "citation", "source", "ecfrIssueDate", "retrievedAt", "procedure", "notes", "columns",
        "columnLabels", "countryCount", "countries", "embargoed", "footnotes", "aliases",
        "territoryInheritance", "territoryInheritanceNote", "allDestinationsEntries", "oddities",
    }
)  # fmt: skip
_NUMBERS = re.compile(r"(?<=\S)((?:\s+\d{1,2})+)$")


def is_json(plain: Mapping[str, Any]) -> bool:
    """Tell whether a JSON object is the chart."""
    return "countries" in plain and "columns" in plain


def is_csv(first: Sequence[str]) -> bool:
    """Tell whether the first row of a CSV is that of the chart."""
    return first[:2] == ["Countries", "CB 1"]


def from_json(raw: bytes) -> Parsed:
    """Read the chart of the eCFR."""
    plain = read_json(raw)
    if isinstance(plain, Problem):
        return Parsed(TABLE, None, _TITLE, _CITE, {}, (plain,))
    problems = unknown_keys(plain, _KEYS, "file")
    if tuple(plain["columns"]) != COLUMNS:
        problems.append(fatal("columns", "columns", "the columns of the chart are not those that are known"))
    if plain.get("countryCount") != len(plain["countries"]):
        message = f"{len(plain['countries'])} rows, though the file says {plain.get('countryCount')}"
        problems.append(fatal("count", "countries", message))
    rows: list[_Row] = []
    for name, row in plain["countries"].items():
        rows.append((name, tuple(row["marks"]), tuple(row["footnotes"])))
    rows += [(name, (), tuple(row.get("footnotes", ()))) for name, row in plain.get("embargoed", {}).items()]
    content = dict(_content(rows, problems))
    return Parsed(TABLE, issue_of(plain), _TITLE, _CITE, content, tuple(problems))


def from_csv(raw: bytes, name: str) -> Parsed:
    """Read the chart that the site of BIS exports; the day stands in the name of the file alone."""
    problems: list[Problem] = []
    try:
        lines = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""), strict=True))
    except (UnicodeDecodeError, csv.Error) as error:
        return Parsed(TABLE, None, _TITLE, _CITE, {}, (fatal("not_csv", "file", f"no CSV: {error}"),))
    header = lines[0] if lines else []
    if tuple(header[1:17]) != COLUMNS:
        problems.append(fatal("columns", "line 1", "the columns of the chart are not those that are known"))
    rows = []
    for line, cells in _joined(lines[1:], len(header), problems):
        found = _NUMBERS.search(cells[0])
        bare = cells[0][: found.start()] if found else cells[0]
        marks = tuple(
            column for column, cell in zip(COLUMNS, cells[1:17], strict=True) if cell.strip() == "X"
        )
        strange = {cell.strip() for cell in cells[1:17]} - {"", "X"}
        if strange:
            problems.append(fatal("mark", f"line {line}", f"{cells[0]}: marks that are not X: {strange}"))
        rows.append((bare, marks, tuple(int(item) for item in found[1].split()) if found else ()))
    content = dict(_content(rows, problems))
    return Parsed(TABLE, day_in(name), _TITLE, _CITE, content, tuple(problems))


_Row = tuple[str, tuple[str, ...], tuple[int, ...]]


def _joined(lines: list[list[str]], width: int, problems: list[Problem]) -> Iterator[tuple[int, list[str]]]:
    """Yield whole rows: a line break inside a name had cut one row in two."""
    head: list[str] = []
    for number, cells in enumerate(lines, 2):
        if not cells:
            continue
        if len(cells) == width and not head:
            yield number, cells
        elif len(cells) == width and cells[0] == "" and len(head) == 1:
            where = f"line {number}"
            problems.append(note("broken_row", where, f"{head[0]}: a line break had cut the row", head[0]))
            yield number, [head[0], *cells[1:]]
            head = []
        elif len(cells) == 1 and not head:
            head = cells
        else:
            message = f"a row of {len(cells)} fields instead of {width}"
            problems.append(fatal("cut_row", f"line {number}", message))
            head = []
    if head:
        problems.append(fatal("cut_row", "last line", f"{head[0]}: the row is cut off"))


def _content(rows: Sequence[_Row], problems: list[Problem]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield each country once; a second, blank row of one is a reference to the first."""
    found: dict[str, _Row] = {}
    for row in rows:
        code = code_of(row[0])
        if not code:
            problems.append(fatal("country", row[0], f"{row[0]!r} is no country that is known"))
        elif code in found and found[code][1] and not row[1]:
            problems.append(note("blank_row", row[0], f"a second row of {code} is blank: left out"))
        elif code in found and row[1] and found[code][1] not in {(), row[1]}:
            problems.append(fatal("two_rows", row[0], f"two rows of {code} differ"))
        else:
            found[code] = row
    _complete(found, problems)
    for code in sorted(found):
        name, marks, notes = found[code]
        if not marks and code not in _PART_746:
            if code != "US":
                problems.append(
                    fatal("blank_row", name, f"the row of {name} is blank, and part 746 does not govern it")
                )
            continue
        columns = [column.replace(" ", "") for column in COLUMNS if column in marks]
        if len(columns) != len(marks):
            problems.append(fatal("mark", name, f"{name}: marks in columns that are not known"))
        yield code, {"x": columns, "part_746": code in _PART_746 and not marks, "footnotes": list(notes)}


def _complete(found: Mapping[str, _Row], problems: list[Problem]) -> None:
    if len(found) < _FEWEST or _LAST not in found or not found.keys() >= _PART_746:
        message = f"{len(found)} destinations: the chart has about 200, the last is Zimbabwe; the file is cut"
        problems.append(fatal("truncated", "file", message))

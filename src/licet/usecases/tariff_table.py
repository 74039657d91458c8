"""The official table of tariff codes under section 301, as the USITC publishes it: spreadsheet or CSV.

The spreadsheet has some lines of text, then a column of codes and one of chapter 99 headings, with the column
titles again on each page; first the codes of 8 digits in order, to the last chapter, then those of 10 digits.
Its program has turned codes such as 1901.10.05 into dates; they are turned back.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook

from licet.errors import UnreadableInputError
from licet.model.problem import Problem
from licet.tables.workbook import check_extent, measure
from licet.usecases.reference_tables import Parsed, day_in, fatal, note

TABLE = "us.tariff.section301.codes"
_CODE = re.compile(r"\d{4}\.\d{2}\.\d{2}(\d{2})?", re.ASCII)
_HEADING = re.compile(r"9903\.\d{2}\.\d{2}", re.ASCII)
_UPDATED = re.compile(r"Last Updated ([A-Z][a-z]+) (\d{1,2}), (\d{4})")
_TITLES = ("Harmonized Tariff Schedule", "hts")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
_LAST_CHAPTER = "97"
Cells = Sequence[object]


def sheet_cells(path: Path) -> Iterator[Cells]:
    """Yield the rows of the first sheet of a workbook.

    Raises:
        UnreadableInputError: It is no workbook, or is cut off or damaged.
    """
    extents = measure(path)
    try:
        book = CalamineWorkbook.from_path(path)
        name = book.sheet_names[0]
        if name in extents:
            check_extent(path, name, extents[name])
        yield from book.get_sheet_by_name(name).to_python()
    except (CalamineError, OSError, IndexError) as error:
        reason = f"no workbook, or damaged: {error}"
        raise UnreadableInputError(str(path), reason, "Fetch it again.") from None


def csv_cells(raw: bytes) -> Iterator[Cells]:
    """Yield the rows of a CSV file."""
    yield from csv.reader(io.StringIO(raw.decode("utf-8-sig", "replace"), newline=""))


def is_whole_csv(raw: bytes) -> bool:
    """Tell whether a text ends with a line: a download that was cut ends inside one."""
    return raw.endswith((b"\n", b"\r"))


def parse(rows: Iterable[Cells], name: str, needed: Sequence[tuple[str, date]]) -> Parsed:
    """Read the rows of the table strictly: each is a title, a note at the top, or a code with its heading.

    Args:
        rows: The rows, from the first.
        name: Name of the file; it may tell the day.
        needed: Headings that a whole table has, each from its first day on.
    """
    reading = _Reading()
    for number, row in enumerate(rows, 1):
        reading.row(number, row)
    dated = reading.dated or day_in(name)
    problems = [*reading.problems, *reading.whole(dated, needed)]
    return Parsed(
        TABLE,
        dated,
        "Tariff codes under section 301 duties on China",
        ("HTSUS chapter 99, subchapter III, U.S. note 20",),
        reading.codes,
        tuple(problems),
    )


class _Reading:
    """What was read so far."""

    def __init__(self) -> None:
        self.codes: dict[str, str] = {}
        self.dated: date | None = None
        self.problems: list[Problem] = []
        self.turned_back = 0
        self._begun = False
        self._last = ""

    def row(self, number: int, row: Cells) -> None:
        """Read one row."""
        first = _text(row[0]) if row else ""
        second = _text(row[1]) if len(row) > 1 else ""
        if first.startswith(_TITLES):
            self._begun = True
        elif not self._begun:
            self.dated = self.dated or _updated(first)
        elif _CODE.fullmatch(first) and _HEADING.fullmatch(second):
            self.turned_back += isinstance(row[0], date)
            self._code(f"row {number}", first, second)
        elif first[:1].isalpha() and not second:
            self.problems.append(note("text", f"row {number}", "a line of text between the codes", first))
        elif first or second:
            message = "neither a title nor a code with its heading"
            self.problems.append(fatal("row", f"row {number}", f"{message}: {first!r}, {second!r}"))

    def _code(self, where: str, text: str, heading: str) -> None:
        code = text.replace(".", "")
        if len(code) == len(self._last) and code <= self._last:
            self.problems.append(fatal("order", where, f"{text} does not follow in the order of codes"))
        if len(code) < len(self._last):
            self.problems.append(fatal("order", where, f"{text} has 8 digits, behind those of 10"))
        self._last = code
        if self.codes.setdefault(code, heading) != heading:
            self.problems.append(fatal("twice", where, f"{text} has two headings"))

    def whole(self, dated: date | None, needed: Sequence[tuple[str, date]]) -> Iterator[Problem]:
        """Yield what shows that the table is cut off, and what was turned back."""
        if not self.codes:
            yield fatal("empty", "file", "no code was read: it is not the table of section 301 codes")
            return
        reached = max(code[:2] for code in self.codes if len(code) == 8) if self.codes else ""
        if reached < _LAST_CHAPTER:
            yield fatal(
                "cut", "file", f"it ends at chapter {reached} of {_LAST_CHAPTER}: the file is cut off"
            )
        present = set(self.codes.values())
        absent = [heading for heading, since in needed if heading not in present and dated and since <= dated]
        if absent:
            yield fatal("cut", "file", f"no code of heading {', '.join(absent)}: the file is cut off")
        if self.turned_back:
            told = f"{self.turned_back} codes stood there as dates, such as 1901-10-05 for 1901.10.05"
            yield note("date_cells", "file", told)


def _text(cell: object) -> str:
    if isinstance(cell, date):
        return f"{cell.year:04}.{cell.month:02}.{cell.day:02}"
    return str(cell).strip()


def _updated(text: str) -> date | None:
    found = _UPDATED.search(text)
    if not found or found[1] not in _MONTHS:
        return None
    return date(int(found[3]), _MONTHS.index(found[1]) + 1, int(found[2]))

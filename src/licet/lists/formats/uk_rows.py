"""What the two UK lists share: a table below a line of its own, one row for each name and address.

Name 6 is a person's surname or the whole name of an organisation or ship; Name 1 to Name 5 come before it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from licet.lists.formats.delimited import Columns, Row, check_content, decode, read_table
from licet.lists.formats.findings import Findings
from licet.lists.formats.merging import merge
from licet.lists.formats.wording import (
    country,
    day_month_year,
    iso_day,
    joined,
    named_month,
    one_line,
    split_numbered,
)
from licet.model import (
    Address,
    Identifier,
    IdentifierKind,
    Listing,
    NameKind,
    PartialDate,
    PartyKind,
    Problem,
    Severity,
)

NAME_COLUMNS = ("Name 6", "Name 1", "Name 2", "Name 3", "Name 4", "Name 5")
_NUMBER = re.compile(r"(?<![A-Za-z0-9/-])(?:[A-Z]{1,4}[ -]?)?\d[\dA-Z/-]{4,}(?![A-Za-z0-9/])", re.ASCII)
_DATE_LIKE = re.compile(r"\d{1,2}[/-]\d{1,2}[/-]\d{2,4}|\d{4}-\d{2}-\d{2}", re.ASCII)
_ASIDE = re.compile(r"\(([^()]{3,60})\)")
_UN_REFERENCE = re.compile(
    r"\bUN\s*Ref(?:erence)?(?:\s*no)?[).:\s]*([A-Z]{1,2}[ie]?(?:\.[A-Za-z0-9]+)+)", re.IGNORECASE
)
_KINDS = {
    "individual": PartyKind.PERSON,
    "entity": PartyKind.ORGANISATION,
    "ship": PartyKind.VESSEL,
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """How one of the lists is laid out.

    Attributes:
        list_id: The list.
        mark: What its first line begins with.
        columns: Its columns.
        key: The column that says which rows are one party.
        encoding: What the publisher writes, `utf-8` or `cp1252`.
    """

    list_id: str
    mark: str
    columns: Columns
    key: str
    encoding: str = "utf-8"


def first_line(head: bytes) -> str:
    """Return the first line of a file, without a byte order mark, quotes and trailing commas."""
    line = head.lstrip(b"\xef\xbb\xbf").split(b"\n", 1)[0]
    return line.decode("utf-8", "replace").strip(' ,"\r')


def header_line(head: bytes) -> set[str]:
    """Return the column names in the second line of a file."""
    lines = head.split(b"\n", 2)
    return (
        {name.strip(' "\r') for name in lines[1].decode("utf-8", "replace").split(",")}
        if len(lines) > 1
        else set()
    )


def sheet_rows(content: bytes, where: str, sheet: Sheet) -> Iterator[Row | Problem]:
    """Yield the rows below the header in the second line."""
    if refused := check_content(content, where):
        yield refused
        return
    text, problems = decode(content, where, expected=sheet.encoding)
    yield from problems
    line, _, rest = text.partition("\n")
    if not line.strip(' "').startswith(sheet.mark):
        message = f"the first line does not begin with {sheet.mark!r}"
        yield Problem("not_this_list", where, message, line[:500], Severity.FATAL)
        return
    yield from read_table(rest, where, sheet.columns, first_line=2)


def count_rows(content: bytes, where: str, sheet: Sheet) -> int:
    """Return the number of rows below the header, readable or not."""
    found = sheet_rows(content, where, sheet)
    return sum(item.rows if isinstance(item, Problem) else 1 for item in found)


def parties(
    content: bytes, where: str, sheet: Sheet, read: Callable[[Row, Findings], Listing]
) -> Iterator[Listing | Problem]:
    """Yield one listing for each key, in order of first appearance, its rows put together.

    Args:
        content: The bytes of the file.
        where: Its name.
        sheet: How it is laid out.
        read: Makes the listing that one row alone would be.
    """
    groups: dict[str, list[Listing]] = {}
    for row in sheet_rows(content, where, sheet):
        if isinstance(row, Problem):
            yield row
            continue
        key = row[sheet.key]
        findings = Findings(f"{where}:{row.line}")
        if key:
            groups.setdefault(key, []).append(read(row, findings))
        else:
            findings.row("missing_key", f"the row has no {sheet.key}", ",".join(row.raw))
        yield from findings.problems
    for key, rows in groups.items():
        listing = merge(rows)
        findings = Findings(f"{where}:{key}")
        if not listing.names:
            findings.value("no_name", "Name 6", "no row of the party holds a name", key)
        elif all(name.kind is not NameKind.PRIMARY for name in listing.names):
            findings.note(
                "no_primary_name", "no row of the party holds a primary name; the first one is shown"
            )
        yield from findings.problems
        yield listing


def whole_name(row: Row) -> str:
    """Return Name 1 to Name 5, then Name 6, on one line."""
    return " ".join(filter(None, (one_line(row[column]) for column in (*NAME_COLUMNS[1:], NAME_COLUMNS[0]))))


def party_kind(text: str, findings: Findings, column: str) -> PartyKind:
    """Read `Individual`, `Entity` or `Ship`."""
    kind = _KINDS.get(text.strip().casefold(), PartyKind.UNKNOWN)
    if kind is PartyKind.UNKNOWN:
        findings.value("unknown_kind", column, "the type of party is not known", text)
    return kind


def birth_dates(text: str, findings: Findings, column: str) -> tuple[PartialDate, ...]:
    """Read `28/09/1955`, `00/00/1980`, `dd/mm/1961` or several of them."""
    found = []
    for part in split_numbered(text):
        read = day_month_year(part) or named_month(part) or _iso_or_year(part)
        if read:
            found.append(read)
        else:
            findings.value("bad_date", column, "the birth date is not a date", part)
    return tuple(found)


def _iso_or_year(text: str) -> PartialDate | None:
    exact = iso_day(text)
    if exact:
        return PartialDate(exact, exact)
    return PartialDate.year(int(text)) if re.fullmatch(r"[12]\d{3}", text, re.ASCII) else None


def known_countries(text: str, findings: Findings, column: str) -> tuple[str, ...]:
    """Return the codes of `(1) Iran (2) Iraq` and the like; what is not understood is a problem."""
    codes = []
    for part in split_numbered(text):
        code = country(part)
        if code:
            codes.append(code)
        else:
            findings.value("unknown_country", column, "the country is not known", part)
    return tuple(codes)


def address(lines: Iterable[str], post: str, land: str, findings: Findings) -> tuple[Address, ...]:
    """Return the address of a row; none where the row has none."""
    street = joined(*lines)
    text = joined(street, post, land)
    if not text:
        return ()
    code = country(land) if land else ""
    if land and not code:
        findings.value("unknown_country", "Country", "the country of the address is not known", land)
    return (Address(text, street=street, postal_code=one_line(post), country=code),)


def numbers(kind: IdentifierKind, text: str, details: str = "") -> Iterator[Identifier]:
    """Yield the identifiers in a cell of free text, such as `(1) 1990/345751 (Libyan) (2) 345741 (Libyan)`.

    What looks like a number is the value and the words around it the note; where nothing does, the words
    are the value. `details` is a second cell that describes the first.
    """
    for part in split_numbered(text):
        shown = one_line(part)
        found = [item for item in _NUMBER.findall(shown) if not _DATE_LIKE.search(item)]
        lands = (country(item) for item in _ASIDE.findall(f"{shown} {details}"))
        land = next(filter(None, lands), "")
        for value in found or [shown]:
            note = joined(shown if value != shown else "", details)
            yield Identifier(kind, value, land, note)


def un_references(text: str) -> tuple[Identifier, ...]:
    """Return the references in `UN Ref QDe.004. Emir for ...`."""
    return tuple(Identifier(IdentifierKind.UN_REFERENCE, found) for found in _UN_REFERENCE.findall(text))


def day(text: str, findings: Findings, column: str) -> date | None:
    """Read a day; what is not one is a problem."""
    read = day_month_year(text) or named_month(text) or _iso_or_year(text) if text else None
    if read and read.first == read.last:
        return read.first
    if text:
        findings.value("bad_date", column, "the date is not a day", text)
    return None

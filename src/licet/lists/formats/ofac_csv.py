"""OFAC's CSV publication: a main table, addresses, aliases and the rest of long remarks, joined by ent_num.

Columns (dat_spec.txt): main 12, addresses 6, aliases 5, comments 2.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TypeAlias

from licet.lists.base import Facts, RawEdition
from licet.lists.formats.ofac_address import csv_address
from licet.lists.formats.ofac_content import check_columns
from licet.lists.formats.ofac_party import Party
from licet.lists.formats.ofac_remarks import read_country, read_segment, segments_of
from licet.lists.formats.ofac_table import Fields, Table, read_rows, value
from licet.model import Listing, Name, NameKind, PartyKind, Problem, Severity

Results: TypeAlias = tuple[Listing, tuple[Problem, ...]]

WIDTHS = {"main": 12, "add": 6, "alt": 5, "comments": 2}
_KINDS = {
    "": PartyKind.ORGANISATION,
    "individual": PartyKind.PERSON,
    "vessel": PartyKind.VESSEL,
    "aircraft": PartyKind.AIRCRAFT,
}
_ALIASES = {"aka": NameKind.AKA, "fka": NameKind.FKA, "nka": NameKind.NKA}
_REMARKS_WIDTH = 1000
"""Remarks are cut at this many characters and go on in the comments file."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Which list the tables belong to.

    Attributes:
        list_id: Its id.
        main: Part id of the main table.
    """

    list_id: str
    main: str


def facts(raw: RawEdition, layout: Layout) -> Facts:
    """Count the rows of the main table; the CSV files state neither day nor count."""
    content = raw.parts.get(layout.main)
    return Facts(rows=0 if content is None else read_rows(content, layout.main, WIDTHS["main"]).count)


def parse(raw: RawEdition, layout: Layout) -> Iterator[Listing | Problem]:
    """Yield problems of the files, then each row of the main table as a listing, its problems after it."""
    content = raw.parts.get(layout.main)
    if content is None:
        message = f"the main table ({layout.main}) is missing"
        yield Problem("missing_part", layout.main, message, severity=Severity.FATAL)
        return
    where = raw.where(layout.main)
    main = read_rows(content, where, WIDTHS["main"])
    yield from main.problems
    fatal = any(problem.severity is Severity.FATAL for problem in main.problems)
    if not fatal:
        yield from _end_mark(content, where)
        yield from check_columns(main.rows, "main", where)
    if not main.rows:
        if not fatal:
            message = "no row of the file has the columns of this list"
            text = content[:500].decode("utf-8", "replace")
            yield Problem("not_this_list", where, message, text, Severity.FATAL)
        return
    keys = {fields[0].strip() for _, fields in main.rows}
    joined: dict[str, dict[str, list[Fields]]] = {}
    for part in ("add", "alt", "comments"):
        rows, problems = _side_table(raw, part, keys)
        joined[part] = rows
        yield from problems
    yield from _rows(main, joined, where, layout)


def _end_mark(content: bytes, where: str) -> Iterator[Problem]:
    """Judge a table without 0x1A at its end.

    Copies that lost it lost the CRLF of OFAC's own files as well (2019-01-04, 2022-01-31; all of 308 kept
    versions have both). Where CRLF is still there, the file was cut.
    """
    if content.rstrip(b"\r\n").endswith(b"\x1a"):
        return
    if 2 * content.count(b"\r\n") > content.count(b"\n"):
        message = (
            "the file has OFAC's line ends (CRLF) but not its end mark (0x1A): it was cut between two rows; "
            "fetch it again"
        )
        yield Problem("truncated", where, message, severity=Severity.FATAL)
        return
    message = "the file lacks the end mark 0x1A; a cut between two rows would not show"
    yield Problem("no_end_mark", where, message, severity=Severity.NOTE)


def _side_table(raw: RawEdition, part: str, keys: set[str]) -> tuple[dict[str, list[Fields]], list[Problem]]:
    """Read addresses, aliases or comments by ent_num; rows of no party are problems, not source rows."""
    content = raw.parts.get(part)
    if content is None:
        message = f"the file {part} did not come with this edition; what it holds is not in the listings"
        return {}, [Problem("missing_part", part, message, severity=Severity.NOTE)]
    where = raw.where(part)
    table = read_rows(content, where, WIDTHS[part])
    problems = [replace(problem, rows=0) for problem in table.problems]
    if not any(item.severity is Severity.FATAL for item in problems):
        problems += check_columns(table.rows, part, where)
        if part != "comments":  # those of 2014-05-27 have CRLF and never had the mark
            problems += [item for item in _end_mark(content, where) if item.severity is Severity.FATAL]
    rows: dict[str, list[Fields]] = {}
    for line, fields in table.rows:
        key = fields[0].strip()
        if key in keys:
            rows.setdefault(key, []).append(fields)
        else:
            message = f"the row belongs to the uid {key!r}, which the main table does not have"
            problems.append(Problem("orphan_row", f"{where}:{line}", message, _text(fields), Severity.ROW))
    return rows, problems


def _rows(
    main: Table, joined: dict[str, dict[str, list[Fields]]], where: str, layout: Layout
) -> Iterator[Listing | Problem]:
    seen: dict[str, list[Fields]] = {}
    copies = Counter(fields for _, fields in main.rows)
    adds, alts, comments = joined["add"], joined["alt"], joined["comments"]
    for line, fields in main.rows:
        key, place = fields[0].strip(), f"{where}:{line}"
        if not (key.isascii() and key.isdigit()) or not value(fields[1]):
            code, what = ("no_name", "name") if key.isdigit() else ("bad_key", "number in its first column")
            yield Problem(code, place, f"the row has no {what}", _text(fields), Severity.ROW, 1)
            continue
        earlier = seen.setdefault(key, [])
        if fields in earlier:
            message = f"the uid {key} comes again with the same content; both rows are one listing"
            yield Problem("duplicate_key", place, message, _text(fields), Severity.NOTE)
            continue
        earlier.append(fields)
        sides = (tuple(rows.get(key, ())) for rows in (adds, alts, comments))
        listing, problems = _listing(layout.list_id, fields, *sides)
        if copies[fields] > 1:
            listing = replace(listing, rows=copies[fields])
        if len(earlier) > 1:
            listing = replace(listing, key=f"{key}-{len(earlier)}")
            message = f"the uid {key} comes again with other content; kept as {listing.key}"
            yield Problem("duplicate_key", place, message, _text(fields))
        yield listing
        for problem in problems:
            yield replace(problem, where=f"{where}, {problem.where}")


def _text(fields: Fields) -> str:
    return ",".join(fields)[:500]


@lru_cache(maxsize=1 << 16)
def _listing(
    list_id: str,
    row: Fields,
    adds: tuple[Fields, ...],
    alts: tuple[Fields, ...],
    comments: tuple[Fields, ...],
) -> Results:
    """Read one party. Kept by content: from one edition to the next, over 99 of 100 rows are the same."""
    key, name, kind, programmes, title, call_sign, vessel_type, tonnage, gross, flag, owner, remarks = (
        value(item) for item in row
    )
    party = Party(key, _KINDS.get(kind.lower(), PartyKind.UNKNOWN))
    if party.kind is PartyKind.UNKNOWN:
        party.problem("unknown_type", f"the type {kind!r} is not known", kind)
    party.names[Name(name)] = None
    for fields in alts:
        _alias(party, fields)
    party.vessel(
        call_sign=call_sign, vessel_type=vessel_type, tonnage=tonnage, gross_tonnage=gross, owner=owner
    )
    if flag:
        party.add(read_country("flag", flag), flag)
    titles = tuple(part.strip() for part in title.split("; ")) if title else ()
    whole = value(row[11] + "".join(fields[1] for fields in comments)) if comments else remarks
    _remarks(party, whole, titles, cut=not comments and len(row[11]) >= _REMARKS_WIDTH)
    for fields in adds:
        _address(party, fields)
    listing = party.listing(list_id, programmes=_programmes(programmes), titles=titles, remarks=whole)
    return listing, tuple(party.problems)


def _programmes(cell: str) -> tuple[str, ...]:
    """Split `A] [B`: several programmes in one cell, the outer brackets left off."""
    return tuple(dict.fromkeys(part.strip(" []") for part in cell.split("] [") if part.strip(" []")))


def _remarks(party: Party, whole: str, titles: tuple[str, ...], *, cut: bool) -> None:
    segments = segments_of(whole)
    if cut and not whole.endswith("."):
        message = "the remarks break off at 1,000 characters and the comments file has no more of them"
        party.problem("remarks_cut", message, segments.pop() if segments else whole)
    for segment in segments:
        if segment not in titles:  # titles come again at the end of the remarks
            party.add(read_segment(segment, person=party.kind is PartyKind.PERSON), segment)


def _alias(party: Party, fields: Fields) -> None:
    kind, name, remark = value(fields[2]).lower(), value(fields[3]), value(fields[4])
    if not name:
        party.problem("no_name", "an alias without a name", ",".join(fields))
        return
    if kind not in _ALIASES:
        party.problem("unknown_alias_type", f"the type of alias {kind!r} is not known", ",".join(fields))
    party.names[Name(name, _ALIASES.get(kind, NameKind.AKA))] = None
    party.detail("alias_remarks", remark)


def _address(party: Party, fields: Fields) -> None:
    street, place, country, remark = (value(item) for item in fields[2:6])
    party.address(csv_address(street, place, country), country)
    party.detail("address_remarks", remark)

"""US Denied Persons List: `dpl.txt` of 9 or 12 columns, and the CSV of the site; one listing a row.

Key: hash of name, street address, effective date and postal code, for the list has no numbers. A blank
expiry is an order without end. The file does not say when it was published: `Last_Update` is of the row.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from licet.lists.base import Facts, RawEdition
from licet.lists.formats.bis_denials import (
    CSV_COLUMNS,
    TABS,
    TEXT_COLUMNS,
    denial_of_csv,
    denial_of_text,
    nameless,
    to_listing,
)
from licet.lists.formats.delimited import Row, is_html
from licet.lists.formats.us_tables import KeyRing, count_rows, has_header, open_table
from licet.model import Listing, Problem

LIST_ID = "us_bis_dpl"
TEXT, CSV = "txt", "csv"


def recognise(name: str, head: bytes) -> str | None:
    """Tell the part by its columns, whatever the file is called."""
    del name
    if is_html(head):
        return None
    text = head.decode("utf-8", "replace")
    if has_header(text, TEXT_COLUMNS, TABS):
        return TEXT
    return CSV if has_header(text, CSV_COLUMNS) else None


def facts(raw: RawEdition) -> Facts:
    """Count the rows; the file states no day of publication and no number of records."""
    return Facts(rows=count_rows(_rows(raw)))


def parse(raw: RawEdition) -> Iterator[Listing | Problem]:
    """Read one edition."""
    keys = KeyRing()
    part = _part(raw)
    where = raw.where(part)
    for row in _rows(raw):
        if isinstance(row, Problem):
            yield row
            continue
        denial = denial_of_csv(row) if part == CSV else denial_of_text(row)
        if not denial.name:
            yield nameless(row, where)
            continue
        place = f"{where}:{row.line}"
        listing, problems = to_listing(denial, LIST_ID, place)
        key, duplicate = keys.take(listing.key, place)
        yield replace(listing, key=key) if duplicate else listing
        if duplicate:
            yield duplicate
        yield from problems


def _part(raw: RawEdition) -> str:
    return CSV if CSV in raw.parts else TEXT


def _rows(raw: RawEdition) -> Iterator[Row | Problem]:
    if _part(raw) == CSV:
        return open_table(raw, CSV, CSV_COLUMNS)
    return open_table(raw, TEXT, TEXT_COLUMNS, TABS)

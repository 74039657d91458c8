"""What the search page of the FCDO exports: an OpenDocument sheet of 8 columns, one row for each party.

It holds no aliases, birth dates, addresses or numbers: enough to say that a party was listed on a day, and
less to find it by. The surname comes first in a person's name. The sheet itself states no day; the file
name does (`FCDO_SL_Mon_Aug 11 2025.ods`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from licet.lists.base import Facts, RawEdition
from licet.lists.formats import uk_rows
from licet.lists.formats.delimited import Columns, Row, check_content, read_table
from licet.lists.formats.findings import Findings
from licet.lists.formats.merging import merge, unique
from licet.lists.formats.opendocument import first_table
from licet.lists.formats.wording import exact_day, one_line, pairs
from licet.model import Listing, Name, Problem

PART = "ods"
_LIST = "uk_fcdo"
_COLUMNS = Columns(
    required=("Unique ID", "Name", "Regime Name", "Type", "Date Designated"),
    optional=("OFSI Group ID", "Designation source", "Sanctions Imposed"),
)
_FILE_NAME = re.compile(r"(?:FCDO_SL|UK.?Sanctions.?List)[^/]*\.ods", re.IGNORECASE)
_DAY = re.compile(r"([A-Z][a-z]{2})[ _](\d{1,2})[ _](\d{4})\.ods", re.ASCII)


def recognise(name: str, head: bytes) -> bool:
    """Tell whether a file is such an export: a zip archive by content, the rest by its name."""
    return head.startswith(b"PK\x03\x04") and _FILE_NAME.search(name) is not None


def facts(raw: RawEdition) -> Facts:
    """Return the day in the file name and the number of rows."""
    rows = sum(item.rows if isinstance(item, Problem) else 1 for item in _rows(raw))
    return Facts(published=_day(raw.where(PART)), rows=rows)


def _day(name: str) -> date | None:
    found = _DAY.search(name)
    return exact_day(f"{found[2]} {found[1]} {found[3]}") if found else None


def parse(raw: RawEdition) -> Iterator[Listing | Problem]:
    """Yield one listing for each Unique ID."""
    groups: dict[str, list[Listing]] = {}
    for row in _rows(raw):
        if isinstance(row, Problem):
            yield row
            continue
        findings = Findings(f"{raw.where(PART)}:{row.line}")
        if row["Unique ID"]:
            groups.setdefault(row["Unique ID"], []).append(_listing(row, findings))
        else:
            findings.row("missing_key", "the row has no Unique ID", ",".join(row.raw))
        yield from findings.problems
    yield from map(merge, groups.values())


def _rows(raw: RawEdition) -> Iterator[Row | Problem]:
    content, where = raw.parts[PART], raw.where(PART)
    table = check_content(content, where) or first_table(content, where)
    if isinstance(table, Problem):
        yield table
    else:
        yield from read_table(table, where, _COLUMNS)


def _listing(row: Row, findings: Findings) -> Listing:
    name = one_line(row["Name"])
    if not name:
        findings.value("no_name", "Name", "the row holds no name", row["Unique ID"])
    return Listing(
        list_id=_LIST,
        key=row["Unique ID"],
        kind=uk_rows.party_kind(row["Type"], findings, "Type"),
        names=(Name(name),) if name else (),
        programmes=(row["Regime Name"],) if row["Regime Name"] else (),
        start=uk_rows.day(row["Date Designated"], findings, "Date Designated"),
        details=pairs(
            {
                "designation_source": row["Designation source"],
                "ofsi_group_id": row["OFSI Group ID"],
                # between bars, as in the CSV: a comma for a bar is no change
                "sanctions_imposed": "|".join(unique(row["Sanctions Imposed"].split(", "))),
            }
        ),
    )

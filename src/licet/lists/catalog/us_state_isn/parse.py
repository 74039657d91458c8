"""US nonproliferation sanctions, CSV in three layouts (7 columns of 2014, 31 of 2015, 9 since 2016-12).

Key: hash of name, programme, notice and effective date, for the list has no numbers: a party sanctioned
under two laws has two rows. State's "lifted, waived or expired" is the end where it is one day.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from licet.lists.base import Facts, RawEdition
from licet.lists.formats.delimited import Columns, Row, is_html
from licet.lists.formats.us_addresses import from_parts
from licet.lists.formats.us_dates import day_of, read_day
from licet.lists.formats.us_names import names_of, split_list
from licet.lists.formats.us_tables import KeyRing, count_rows, has_header, open_table, row_key
from licet.model import Address, Listing, PartyKind, Problem, Severity
from licet.text.countries import country_code

LIST_ID = "us_state_isn"
CSV = "csv"

_LIFTED = "Date Lifted/Waived/Expired"
_USED = ("Source List", "Address", "City", "State/Province", "Postal Code", _LIFTED, "Title")
_ALSO_USED = ("Remarks/Notes", "Alternate Name", "Alternative Names")
_IGNORED = ("Web Link",)
"""The page of the whole list, the same in each row."""
_EMPTY = (
    "Entity Number",
    "SDN Type",
    "Standard Order",
    "License Requirement",
    "License Policy",
    "Call Sign",
    "Vessel Type",
    "Gross Tonnage",
    "Gross Register Tonnage",
    "Vessel Flag",
    "Vessel Owner",
    "Address Number",
    "Address Remarks",
    "Alternate Number",
    "Alternate Type",
    "Alternate Remarks",
)
"""Columns of the feed that State never filled; a value there is kept in the details and reported."""
COLUMNS = Columns(
    required=("Programs", "Name", "Country", "Federal Register Notice", "Effective Date"),
    optional=(*_USED, *_ALSO_USED, *_IGNORED, *_EMPTY),
    aliases={"FR Notice": "Federal Register Notice"},
)


def recognise(name: str, head: bytes) -> str | None:
    """Tell the file by its columns and, in the feed's layout, by the list that its rows name."""
    del name
    text = head.decode("utf-8", "replace")
    if is_html(head) or not has_header(text, COLUMNS):
        return None
    header, _, rows = text.lstrip("\ufeff\r\n ").partition("\n")
    if "Federal Register Notice" not in header and "FR Notice" not in header:
        return None
    if header.startswith("Source List") and rows and not rows.startswith("ISN"):
        return None  # the same feed carried the Entity List and others
    return CSV


def facts(raw: RawEdition) -> Facts:
    """Count the rows; the file states no day of publication and no number of records."""
    return Facts(rows=count_rows(open_table(raw, CSV, COLUMNS)))


def parse(raw: RawEdition) -> Iterator[Listing | Problem]:
    """Read one edition."""
    keys = KeyRing()
    where = raw.where(CSV)
    for row in open_table(raw, CSV, COLUMNS):
        if isinstance(row, Problem):
            yield row
            continue
        place = f"{where}:{row.line}"
        if row["Source List"] not in {"", "ISN"}:
            yield _refused("not_this_list", place, "the row is of another list", row)
        elif not row["Name"]:
            yield _refused("no_name", place, "the row has no name", row)
        else:
            yield from _listing(row, place, keys)


def _refused(code: str, place: str, message: str, row: Row) -> Problem:
    return Problem(code, place, message, ",".join(row.raw)[:500], Severity.ROW, rows=1)


def _listing(row: Row, place: str, keys: KeyRing) -> Iterator[Listing | Problem]:
    problems: list[Problem] = []
    kept: list[tuple[str, str]] = []
    start = _day(row["Effective Date"], f"{place}: Effective Date", problems)
    end = _day(row[_LIFTED], f"{place}: {_LIFTED}", problems)
    if row["Effective Date"] and start is None:
        kept.append(("effective_date", row["Effective Date"]))
    if row[_LIFTED] and end is None:
        kept.append(("lifted", row[_LIFTED]))
    for column in _EMPTY:
        if row[column]:
            kept.append((column.lower().replace(" ", "_"), row[column]))
            problems.append(
                Problem("unused_value", f"{place}: {column}", "the column is used for once", row[column])
            )
    notice = " ".join(row["Federal Register Notice"].split())
    written = day_of(row["Effective Date"])[0]
    effective = written.isoformat() if written else row["Effective Date"]
    key, duplicate = keys.take(row_key(row["Name"], row["Programs"], notice, effective), place)
    yield Listing(
        list_id=LIST_ID,
        key=key,
        kind=PartyKind.UNKNOWN,  # State does not say
        names=names_of(row["Name"], _aliases(row)),
        addresses=_addresses(row, place, problems),
        programmes=split_list(row["Programs"]),
        start=start,
        end=end,
        citations=(notice,) if notice else (),
        remarks=row["Remarks/Notes"],
        titles=split_list(row["Title"]),
        details=tuple(sorted(kept)),
    )
    if duplicate:
        yield duplicate
    yield from problems


def _day(text: str, place: str, problems: list[Problem]) -> date | None:
    value, found = read_day("" if text.upper() == "N/A" else text, place)
    problems.extend(found)
    return value


def _aliases(row: Row) -> tuple[str, ...]:
    """Split aliases: by semicolons in the feed, by commas in the file of 2016-12.

    "Q.C. Chen, Jr." would be taken apart; State's file holds no such alias.
    """
    commas = row["Alternative Names"]
    split = split_list(commas) if ";" in commas else tuple(part.strip() for part in commas.split(","))
    return (*split_list(row["Alternate Name"]), *(part for part in split if part))


def _addresses(row: Row, place: str, problems: list[Problem]) -> tuple[Address, ...]:
    country = row["Country"]
    code = country_code(country)
    if country and not code:
        message = f"{country!r} is no country that is known"
        problems.append(Problem("unknown_country", f"{place}: Country", message, country[:500]))
    parts = (row["Address"], row["City"], row["State/Province"], row["Postal Code"], country)
    address = from_parts(parts, code)
    return (address,) if address else ()

"""BIS Denied Persons List rows: the tab-delimited `dpl.txt` and the CSV of the site, as listings.

The text file has 9 columns until 2014 and 12 later. The CSV has name and address in one cell, and its
columns have been renamed more than once.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from licet.lists.formats.delimited import Columns, Form, Row
from licet.lists.formats.us_addresses import US_STATES, country_first, from_parts
from licet.lists.formats.us_citations import citations
from licet.lists.formats.us_dates import read_day
from licet.lists.formats.us_names import names_of
from licet.lists.formats.us_tables import row_key
from licet.model import Address, Listing, PartyKind, Problem, Severity
from licet.text.countries import country_code

TABS = Form(delimiter="\t")
TEXT_COLUMNS = Columns(
    required=(
        "Name",
        "Street_Address",
        "City",
        "State",
        "Country",
        "Postal_Code",
        "Effective_Date",
        "Expiration_Date",
        "Standard_Order",
    ),
    optional=("Last_Update", "Action", "FR_Citation"),  # not before 2014-05
)
CSV_COLUMNS = Columns(
    required=("name_and_address", "effective_date", "expiration_date", "type_of_denial", "citations"),
    optional=("last_update", "action"),
    aliases={
        "Name and Address": "name_and_address",
        "Effective Date": "effective_date",
        "beginning_date": "effective_date",
        "Beginning Date": "effective_date",
        "Expiration Date": "expiration_date",
        "ending_date": "expiration_date",
        "Ending Date": "expiration_date",
        "Type of Denial": "type_of_denial",
        "appropriate_federal_register_citations": "citations",
        "Appropriate Federal Register Citations": "citations",
        "Last Update": "last_update",
    },
)
_ORDERS = {"Y": "yes", "N": "no", "": "unsaid", "STANDARD": "yes", "NON-STANDARD": "no"}
_SUFFIX = re.compile(
    r"(?:INC|LTD|LLC|L\.L\.C|CO|CORP|LIMITED|S\.?A|GMBH|LP|PLC|B\.?V|JR|SR|III?)\b\.?,?\s*\)?\.?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Denial:
    """One row of either file, as text but for the address."""

    name: str
    street: str
    postal: str
    address: Address | None
    effective: str
    expires: str
    order: str
    last_update: str = ""
    action: str = ""
    notice: str = ""
    country_note: str = ""


def denial_of_text(row: Row) -> Denial:
    """Read a row of `dpl.txt`. A blank country means the US where the state is one of the US."""
    country, state = row["Country"], row["State"]
    code, note = country_code(country), ""
    if not country and any(row[column] for column in ("Street_Address", "City", "State", "Postal_Code")):
        code = "US" if state.upper() in US_STATES else ""
        note = "blank; read as US" if code else "blank; not read: the state is none of the US"
    elif not code and country.upper() in US_STATES:  # the columns of one row have slipped
        code, note = "US", "a state stands in its place; read as US"
    parts = (row["Street_Address"], row["City"], state, row["Postal_Code"], country)
    return Denial(
        row["Name"],
        row["Street_Address"],
        row["Postal_Code"],
        from_parts(parts, code),
        row["Effective_Date"],
        row["Expiration_Date"],
        row["Standard_Order"],
        row["Last_Update"],
        row["Action"],
        row["FR_Citation"],
        note,
    )


def denial_of_csv(row: Row) -> Denial:
    """Read a row of the site's CSV; the name ends at the first comma that does not belong to it."""
    name, address = split_name(row["name_and_address"])
    return Denial(
        name,
        address,
        "",
        country_first(address) if address else None,
        row["effective_date"],
        row["expiration_date"],
        row["type_of_denial"],
        row["last_update"],
        row["action"],
        row["citations"],
    )


def split_name(text: str) -> tuple[str, str]:
    """Split `name, address`: a comma inside brackets or before `INC.` and the like is part of the name."""
    depth = 0
    for at, letter in enumerate(text):
        depth += (letter == "(") - (letter == ")")
        rest = text[at + 1 :].lstrip()
        if letter == "," and depth <= 0 and not _is_suffix(rest):
            return text[:at].strip(), rest.strip()
    return text.strip(), ""


def _is_suffix(rest: str) -> bool:
    return _SUFFIX.fullmatch(rest.split(",", 1)[0].strip()) is not None


def to_listing(denial: Denial, list_id: str, place: str) -> tuple[Listing, list[Problem]]:
    """Build the listing of a row, keyed by a hash of name, street address, effective date and postal code."""
    problems: list[Problem] = []
    kept: list[tuple[str, str]] = []

    def day(column: str, text: str) -> date | None:
        value, found = read_day(text, f"{place}: {column}")
        problems.extend(found)
        if found and column != "last_update":  # which the details hold as it stands
            kept.append((f"{column}_unread", text.strip()))
        return value

    start = day("effective_date", denial.effective)
    end = day("expiration_date", denial.expires)
    day("last_update", denial.last_update)
    order = _ORDERS.get(denial.order.upper())
    if order is None:
        kept.append(("standard_order_unread", denial.order))
        message = f"{denial.order!r} does not say whether the order has the standard terms"
        problems.append(Problem("unknown_standard_order", f"{place}: standard_order", message, denial.order))
    found, unread = citations(denial.notice)
    for piece in unread:
        message = f"{piece!r} is no Federal Register citation that is understood; kept as it is"
        problems.append(Problem("unread_citation", f"{place}: citation", message, denial.notice[:500]))
    problems.extend(_country_problems(denial, place))
    details = [
        *kept,
        ("standard_order", order or "unsaid"),
        ("last_update", denial.last_update),
        ("action", denial.action),
        ("country_note", denial.country_note),
    ]
    effective = start.isoformat() if start else denial.effective
    listing = Listing(
        list_id=list_id,
        key=row_key(denial.name, denial.street, effective, denial.postal),
        kind=PartyKind.UNKNOWN,  # BIS does not say whether a denied person is a natural one
        names=names_of(denial.name),
        addresses=(denial.address,) if denial.address else (),
        start=start,
        end=end,
        citations=found,
        details=tuple(sorted((name, value) for name, value in details if value)),
    )
    return listing, problems


def _country_problems(denial: Denial, place: str) -> list[Problem]:
    address = denial.address
    if address is None or address.country:
        return []
    code = "blank_country" if denial.country_note else "unknown_country"
    message = "the country could not be read"
    return [Problem(code, f"{place}: country", message, address.text[:500])]


def nameless(row: Row, where: str) -> Problem:
    """Return the problem of a row without a name: there is nobody to list."""
    record = "\t".join(row.raw)[:500]
    return Problem("no_name", f"{where}:{row.line}", "the row has no name", record, Severity.ROW, rows=1)

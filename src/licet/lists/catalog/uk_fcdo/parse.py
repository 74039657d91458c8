"""UK-Sanctions-List.csv: `Report Date: dd-Mon-yyyy`, a header of 58 columns, rows by name and address.

Rows with one Unique ID are one party.

Statements of reasons hold HTML character references. Birth dates may read `dd/mm/1961`. Some parties have
no row with a primary name. Sanctions Imposed repeats itself between `|`.

What the search page of the FCDO exports is another file with less in it: `search_export`.
"""

from __future__ import annotations

import html
from collections.abc import Iterator

from licet.lists.base import Facts, RawEdition
from licet.lists.catalog.uk_fcdo import search_export
from licet.lists.catalog.uk_fcdo.columns import COLUMNS
from licet.lists.formats import uk_rows
from licet.lists.formats.delimited import Row
from licet.lists.formats.findings import Findings
from licet.lists.formats.merging import unique
from licet.lists.formats.wording import exact_day, gender, joined, one_line, pairs, split_numbered
from licet.model import Identifier, IdentifierKind, Link, Listing, Name, NameKind, Problem

_PART = "csv"
_MARK = "Report Date:"
_SHEET = uk_rows.Sheet("uk_fcdo", _MARK, COLUMNS, key="Unique ID")
_ALIASES = {
    "primary name": NameKind.PRIMARY,
    "primary name variation": NameKind.AKA,
    "alias": NameKind.AKA,
    "aka": NameKind.AKA,
    "fka": NameKind.FKA,
}
_WEAK = {
    "": False,
    "good quality": False,
    "good quality a.k.a": False,
    "low quality": True,
    "low quality a.k.a": True,
}
_STREETS = tuple(f"Address Line {number}" for number in range(1, 7))
_LINKS = {
    "Parent company": "parent",
    "Subsidiaries": "subsidiary",
    "Current owner/operator (s)": "owner_or_operator",
    "Previous owner/operator (s)": "previous_owner_or_operator",
}
_CONTACTS = {"Phone number": "phone", "Website": "web", "Email address": "email"}
_DETAILS = {
    "Last Updated": "last_updated",
    "OFSI Group ID": "ofsi_group_id",
    "Designation source": "designation_source",
    "Nationality(/ies)": "nationality",
    "Type of entity": "type_of_entity",
    "Type of ship": "type_of_ship",
    "Tonnage of ship": "tonnage_of_ship",
    "Length of ship": "length_of_ship",
    "Year Built": "year_built",
    "Current believed flag of ship": "flag",
    "Previous flags": "previous_flags",
}


def recognise(name: str, head: bytes) -> str | None:
    """Return `csv` for a file with a report date and a Unique ID, `ods` for a search export."""
    if search_export.recognise(name, head):
        return search_export.PART
    told = uk_rows.first_line(head).startswith(_MARK)
    return _PART if told and {"Name 6", "Unique ID"} <= uk_rows.header_line(head) else None


def facts(raw: RawEdition) -> Facts:
    """Return the report date and the number of rows."""
    if search_export.PART in raw.parts:
        return search_export.facts(raw)
    content = raw.parts.get(_PART, b"")
    stamp = uk_rows.first_line(content).removeprefix(_MARK)
    return Facts(
        published=exact_day(stamp.strip()), rows=uk_rows.count_rows(content, raw.where(_PART), _SHEET)
    )


def parse(raw: RawEdition) -> Iterator[Listing | Problem]:
    """Yield one listing for each Unique ID."""
    if search_export.PART in raw.parts:
        return search_export.parse(raw)
    return uk_rows.parties(raw.parts.get(_PART, b""), raw.where(_PART), _SHEET, _listing)


def _listing(row: Row, findings: Findings) -> Listing:
    places = (row["Town of birth"], row["Country of birth"])
    return Listing(
        list_id=_SHEET.list_id,
        key=row["Unique ID"],
        kind=uk_rows.party_kind(row["Designation Type"], findings, "Designation Type"),
        names=_names(row, findings),
        birth_dates=uk_rows.birth_dates(row["D.O.B"], findings, "D.O.B"),
        birth_places=(joined(*places),) if any(places) else (),
        countries=unique(
            code
            for column in ("Nationality(/ies)", "Current believed flag of ship")
            for code in uk_rows.known_countries(row[column], findings, column)
        ),
        addresses=uk_rows.address(
            [row[column] for column in _STREETS], row["Address Postal Code"], row["Address Country"], findings
        ),
        identifiers=unique(_identifiers(row)),
        programmes=(row["Regime Name"],) if row["Regime Name"] else (),
        start=uk_rows.day(row["Date Designated"], findings, "Date Designated"),
        remarks="\n".join(
            unique(filter(None, (_plain(row["Other Information"]), _plain(row["UK Statement of Reasons"]))))
        ),
        genders=_genders(row, findings),
        titles=tuple(filter(None, (row["Title"], *split_numbered(row["Position"])))),
        links=tuple(
            Link(kind, name) for column, kind in _LINKS.items() for name in split_numbered(row[column])
        ),
        contacts=tuple(
            f"{kind}:{value}" for column, kind in _CONTACTS.items() for value in split_numbered(row[column])
        ),
        details=_details(row),
    )


def _plain(text: str) -> str:
    # some statements are escaped twice
    return html.unescape(html.unescape(text)).strip()


def _details(row: Row) -> tuple[tuple[str, str], ...]:
    imposed = unique(filter(None, map(str.strip, row["Sanctions Imposed"].split("|"))))
    return pairs(
        {"sanctions_imposed": "|".join(imposed)} | {name: row[column] for column, name in _DETAILS.items()}
    )


def _genders(row: Row, findings: Findings) -> tuple[str, ...]:
    text = row["Gender"]
    if text and not gender(text):
        findings.value("unknown_gender", "Gender", "the gender is neither male nor female", text)
    return (gender(text),) if gender(text) else ()


def _identifiers(row: Row) -> Iterator[Identifier]:
    for value in split_numbered(row["UN Reference Number"]):
        yield Identifier(IdentifierKind.UN_REFERENCE, value)
    passports, passport_notes = row["Passport number"], one_line(row["Passport additional information"])
    yield from uk_rows.numbers(IdentifierKind.PASSPORT, passports, passport_notes)
    national, notes = (
        row["National Identifier number"],
        one_line(row["National Identifier additional information"]),
    )
    yield from uk_rows.numbers(IdentifierKind.NATIONAL_ID, national, notes)
    yield from uk_rows.numbers(IdentifierKind.REGISTRATION, row["Business registration number (s)"])
    for value in split_numbered(row["IMO number"]):
        yield Identifier(IdentifierKind.IMO, value)
    for value in split_numbered(row["Hull identification number (HIN)"]):
        yield Identifier(IdentifierKind.OTHER, value, note="hull identification number")


def _names(row: Row, findings: Findings) -> tuple[Name, ...]:
    sort, strength = row["Name type"].casefold(), row["Alias strength"].casefold().rstrip(".")
    if sort not in _ALIASES:
        findings.value("unknown_alias_type", "Name type", "the type of name is not known", row["Name type"])
    if strength not in _WEAK:
        findings.value(
            "unknown_quality", "Alias strength", "the strength is not known", row["Alias strength"]
        )
    kind, weak = _ALIASES.get(sort, NameKind.AKA), _WEAK.get(strength, False)
    other = one_line(row["Name non-latin script"])
    found = [Name(uk_rows.whole_name(row), kind, weak)]
    if other:
        language = row["Non-latin script language"] or row["Non-latin script type"]
        found.append(Name(other, kind, weak, language))
    return tuple(name for name in found if name.text)

"""OFSI ConList.csv: `Last Updated,dd/mm/yyyy`, then a header of 29 (2016 to 2020) or 36 columns (2022).

One row for each combination of name, birth date and address; rows with one Group ID are one party.
Alias Type is `Prime Alias`, `AKA` or `FKA`. Birth dates have 00 for parts that are not known.
"""

from __future__ import annotations

from collections.abc import Iterator

from licet.lists.base import Facts, RawEdition
from licet.lists.formats import uk_rows
from licet.lists.formats.delimited import Columns, Row
from licet.lists.formats.findings import Findings
from licet.lists.formats.wording import exact_day, joined, one_line, pairs, split_numbered
from licet.model import IdentifierKind, Listing, Name, NameKind, Problem

_PART = "csv"
_MARK = "Last Updated"
_SHEET = uk_rows.Sheet(
    list_id="uk_ofsi",
    mark=_MARK,
    columns=Columns(
        required=(
            *uk_rows.NAME_COLUMNS,
            *("Title", "DOB", "Nationality", "Position", "Other Information"),
            *("Group Type", "Alias Type", "Regime", "Listed On", "Group ID"),
        ),
        optional=(
            *(
                "Town of Birth",
                "Country of Birth",
                "Passport Number",
                "Passport Details",
                "NI Number",
                "NI Details",
            ),
            *("Address 1", "Address 2", "Address 3", "Address 4", "Address 5", "Address 6", "Post/Zip Code"),
            *("Country", "Last Updated", "Alias Quality", "UK Sanctions List Date Designated"),
            *("Name Non-Latin Script", "Non-Latin Script Type", "Non-Latin Script Language"),
        ),
        aliases={
            "National Identification Number": "NI Number",
            "National Identification Details": "NI Details",
        },
    ),
    key="Group ID",
    encoding="cp1252",
)
_ALIASES = {
    "prime alias": NameKind.PRIMARY,
    "primary name": NameKind.PRIMARY,
    "primary name variation": NameKind.AKA,
    "aka": NameKind.AKA,
    "alias": NameKind.AKA,
    "fka": NameKind.FKA,
}
_QUALITIES = {"": False, "good quality": False, "good": False, "low quality": True, "low": True}
_STREETS = ("Address 1", "Address 2", "Address 3", "Address 4", "Address 5", "Address 6")


def recognise(name: str, head: bytes) -> str | None:  # noqa: ARG001  the content tells, whatever the name
    """Return `csv` for a file whose first line says when it was updated and whose header has a Group ID."""
    told = uk_rows.first_line(head).startswith(_MARK)
    return _PART if told and {"Name 6", "Group ID"} <= uk_rows.header_line(head) else None


def facts(raw: RawEdition) -> Facts:
    """Return the day in the first line and the number of rows."""
    content = raw.parts.get(_PART, b"")
    stamp = uk_rows.first_line(content).removeprefix(_MARK).strip(' ,"')
    return Facts(published=exact_day(stamp), rows=uk_rows.count_rows(content, raw.where(_PART), _SHEET))


def parse(raw: RawEdition) -> Iterator[Listing | Problem]:
    """Yield one listing for each Group ID."""
    return uk_rows.parties(raw.parts.get(_PART, b""), raw.where(_PART), _SHEET, _listing)


def _listing(row: Row, findings: Findings) -> Listing:
    passports = row["Passport Number"] or row["Passport Details"]
    national = row["NI Number"] or row["NI Details"]
    places = (row["Town of Birth"], row["Country of Birth"])
    return Listing(
        list_id=_SHEET.list_id,
        key=row["Group ID"],
        kind=uk_rows.party_kind(row["Group Type"], findings, "Group Type"),
        names=_names(row, findings),
        birth_dates=uk_rows.birth_dates(row["DOB"], findings, "DOB"),
        birth_places=(joined(*places),) if any(places) else (),
        countries=uk_rows.known_countries(row["Nationality"], findings, "Nationality"),
        addresses=uk_rows.address(
            [row[column] for column in _STREETS], row["Post/Zip Code"], row["Country"], findings
        ),
        identifiers=(
            *uk_rows.numbers(
                IdentifierKind.PASSPORT, passports, _second(row, "Passport Number", "Passport Details")
            ),
            *uk_rows.numbers(IdentifierKind.NATIONAL_ID, national, _second(row, "NI Number", "NI Details")),
            *uk_rows.un_references(row["Other Information"]),
        ),
        programmes=(row["Regime"],) if row["Regime"] else (),
        start=uk_rows.day(row["Listed On"], findings, "Listed On"),
        remarks=row["Other Information"],
        titles=tuple(filter(None, (row["Title"], *split_numbered(row["Position"])))),
        details=pairs(
            {
                "last_updated": row["Last Updated"],
                "nationality": row["Nationality"],
                "uk_sanctions_list_date_designated": row["UK Sanctions List Date Designated"],
            }
        ),
    )


def _second(row: Row, number: str, details: str) -> str:
    return one_line(row[details]) if row[number] else ""


def _names(row: Row, findings: Findings) -> tuple[Name, ...]:
    sort, quality = row["Alias Type"].casefold(), row["Alias Quality"].casefold()
    if sort not in _ALIASES:
        findings.value(
            "unknown_alias_type", "Alias Type", "the type of alias is not known", row["Alias Type"]
        )
    if quality not in _QUALITIES:
        findings.value("unknown_quality", "Alias Quality", "the quality of the alias is not known", quality)
    kind, weak = _ALIASES.get(sort, NameKind.AKA), _QUALITIES.get(quality, False)
    other = one_line(row["Name Non-Latin Script"])
    found = [Name(uk_rows.whole_name(row), kind, weak)]
    if other:
        language = row["Non-Latin Script Language"] or row["Non-Latin Script Type"]
        found.append(Name(other, kind, weak, language))
    return tuple(name for name in found if name.text)

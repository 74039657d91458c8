"""One row of the Consolidated Screening List, whichever file it came in, as a listing.

Both the CSV row and the JSON object become a `CslRecord`; `to_listing` does the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from licet.lists.formats.csl_ids import IdContent
from licet.lists.formats.us_citations import citations
from licet.lists.formats.us_dates import birth_date, read_day
from licet.lists.formats.us_names import is_address, names_of
from licet.lists.formats.us_tables import row_key
from licet.model import Address, Identifier, IdentifierKind, Link, Listing, PartialDate, PartyKind, Problem
from licet.text.bis_licence import UNSAID, WIDEST, licence_policies, licence_requirement
from licet.text.countries import country_code

SOURCES = frozenset(
    {"SDN", "EL", "DTC", "DPL", "SSI", "ISN", "UVL", "PLC", "FSE", "561", "MEU", "CMIC", "CAP", "MBS"}
)
"""Codes of the lists that the CSL joins; the long names carry them in brackets."""

_BRACKET = re.compile(r"\(([^()]+)\)")
_KINDS = {
    "individual": PartyKind.PERSON,
    "entity": PartyKind.ORGANISATION,
    "vessel": PartyKind.VESSEL,
    "aircraft": PartyKind.AIRCRAFT,
    "": PartyKind.UNKNOWN,
}
_LINKED = re.compile(r"Linked To:\s*(.+?)(?=;\s*Linked To:|\)\s*(?:[;.]|$)|$)")
_ORDER = {"Y": "yes", "N": "no", "": "unsaid"}


@dataclass(frozen=True, slots=True)
class CslRecord:
    """The fields of a row as text; lists where the publisher joins values."""

    source: str
    name: str
    publisher_id: str = ""
    entity_number: str = ""
    type: str = ""
    programmes: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    addresses: tuple[Address, ...] = ()
    notice: str = ""
    start: str = ""
    end: str = ""
    standard_order: str = ""
    licence_requirement: str = ""
    licence_policy: str = ""
    call_sign: str = ""
    vessel_type: str = ""
    gross_tonnage: str = ""
    gross_registered_tonnage: str = ""
    vessel_flag: str = ""
    vessel_owner: str = ""
    remarks: str = ""
    aliases: tuple[str, ...] = ()
    citizenships: tuple[str, ...] = ()
    birth_dates: tuple[str, ...] = ()
    nationalities: tuple[str, ...] = ()
    birth_places: tuple[str, ...] = ()
    ids: IdContent = field(default_factory=IdContent)


def source_code(source: str) -> str:
    """Return the code of a source list, from `SDN` or `Non-SDN ... (NS-MBS List) - Treasury Department`.

    Empty when the list is not known.
    """
    if source in SOURCES:
        return source
    for words in _BRACKET.findall(source):
        code = str(words).removeprefix("NS-").removesuffix(" List").strip()
        if code in SOURCES:
            return code
    return ""


def record_key(record: CslRecord) -> str:
    """Return the key: source code and the publisher's id, else OFAC's number, else a hash of the row.

    OFAC's uid is both `_id` and `entity_number`, but one party on two lists has it twice: hence the code.
    """
    code = source_code(record.source) or "unknown"
    number = record.publisher_id or record.entity_number
    if not number:
        number = row_key(code, record.name, *(item.text for item in record.addresses), record.start)
    return f"{code}-{number}"


def to_listing(record: CslRecord, list_id: str, key: str) -> tuple[Listing, tuple[Problem, ...]]:
    """Build the listing of a record, and what was wrong with its fields."""
    notes = _Notes(key)
    code = source_code(record.source)
    if not code:
        notes.add("unknown_source", "source", "the source list is not known", record.source)
    start = notes.day("start_date", record.start)
    end = notes.day("end_date", record.end)
    details = _details(record, code, notes)
    birth_dates = _birth_dates(record.birth_dates, notes)
    countries = _countries(record, notes)
    details += tuple(notes.unread)
    listing = Listing(
        list_id=list_id,
        key=key,
        kind=_kind(record, notes),
        names=names_of(record.name, record.aliases),
        birth_dates=birth_dates,
        birth_places=record.birth_places,
        countries=countries,
        addresses=record.addresses,
        identifiers=_call_sign(record) + record.ids.identifiers,
        programmes=record.programmes,
        start=start,
        end=end,
        citations=_citations(record, code, notes),
        remarks=record.remarks,
        genders=record.ids.genders,
        titles=record.titles,
        links=_links(record),
        contacts=record.ids.contacts,
        details=tuple(sorted({name: value for name, value in details if value}.items())),
    )
    for kind in record.ids.unknown_types:
        notes.add("unknown_id_type", "ids", f"the identifier type {kind!r} is not known; kept as other", kind)
    return listing, tuple(notes.problems)


class _Notes:
    """Collects the FIELD problems of one record."""

    def __init__(self, key: str) -> None:
        self.key = key
        self.problems: list[Problem] = []
        self.unread: list[tuple[str, str]] = []
        """Values kept verbatim in the details because they were not understood."""

    def add(self, code: str, column: str, message: str, record: str) -> None:
        self.problems.append(Problem(code, f"{self.key}: {column}", message, record[:500]))

    def day(self, column: str, text: str) -> date | None:
        value, problems = read_day(text, f"{self.key}: {column}")
        self.problems += problems
        if problems:
            self.unread.append((column, text.strip()))
        return value


def _kind(record: CslRecord, notes: _Notes) -> PartyKind:
    if is_address(record.name):
        return PartyKind.ADDRESS
    kind = _KINDS.get(record.type.lower())
    if kind is None:
        notes.add("unknown_type", "type", f"the type {record.type!r} is not known", record.type)
        return PartyKind.UNKNOWN
    return kind


def _details(record: CslRecord, code: str, notes: _Notes) -> tuple[tuple[str, str], ...]:
    plain = (
        ("source", code or record.source),
        ("entity_number", record.entity_number),
        ("licence_requirement", record.licence_requirement),
        ("licence_policy", record.licence_policy),
        ("vessel_type", record.vessel_type),
        ("vessel_flag", record.vessel_flag),
        ("gross_tonnage", record.gross_tonnage),
        ("gross_registered_tonnage", record.gross_registered_tonnage),
    )
    return plain + _licence(record, code, notes) + _standard_order(record, code, notes) + record.ids.details


def _licence(record: CslRecord, code: str, notes: _Notes) -> tuple[tuple[str, str], ...]:
    found: dict[str, str] = {}
    if text := record.licence_requirement:
        requirement = licence_requirement(text)
        found |= requirement.details()
        if not requirement.understood:
            message = "the licence requirement belongs to no known family: take it at its widest and read it"
            notes.add("unknown_licence_requirement", "license_requirement", message, text)
        elif UNSAID in requirement.fdp_footnotes:
            message = "734.9(e) is cited without the footnote that says which of its rules applies"
            notes.add("fdp_footnote_unsaid", "license_requirement", message, text)
    elif code == "EL":
        found["item_scope"] = WIDEST
        message = "the row gives no licence requirement: take it at its widest and read the notice"
        notes.add("unknown_licence_requirement", "license_requirement", message, "")
    if text := record.licence_policy:
        policies = licence_policies(text)
        found["policy_terms"] = "; ".join(policies) or WIDEST
        if not policies:
            message = "the licence policy belongs to no known family: take it at its strictest and read it"
            notes.add("unknown_licence_policy", "license_policy", message, text)
    return tuple(found.items())


def _standard_order(record: CslRecord, code: str, notes: _Notes) -> tuple[tuple[str, str], ...]:
    text = record.standard_order.strip().upper()
    if code != "DPL" and not text:
        return ()
    if text not in _ORDER:
        notes.add("unknown_standard_order", "standard_order", f"{text!r} is neither Y nor N", text)
    return (("standard_order", _ORDER.get(text, "unsaid")),)


def _birth_dates(texts: Iterable[str], notes: _Notes) -> tuple[PartialDate, ...]:
    found = []
    for text in texts:
        value = birth_date(text)
        if value is None:
            notes.add("bad_birth_date", "dates_of_birth", f"{text!r} is no date that is understood", text)
            notes.unread.append(("birth_dates_unread", text))
        else:
            found.append(value)
    return tuple(dict.fromkeys(found))


def _countries(record: CslRecord, notes: _Notes) -> tuple[str, ...]:
    found = []
    for text in (*record.nationalities, *record.citizenships):
        code = country_code(text)
        if code:
            found.append(code)
        else:
            notes.add("unknown_country", "nationalities", f"{text!r} is no country that is known", text)
            notes.unread.append(("countries_unread", text))
    if flag := country_code(record.vessel_flag):
        found.append(flag)
    return tuple(dict.fromkeys((*found, *record.ids.countries)))


def _citations(record: CslRecord, code: str, notes: _Notes) -> tuple[str, ...]:
    text = " ".join(record.notice.split())
    if not text or code == "ISN":  # State cites "Vol. 81, No. 128, 07/05/16": kept as it is
        return (text,) if text else ()
    found, unread = citations(text)
    for piece in unread:
        message = f"{piece!r} is no Federal Register citation that is understood; kept as it is"
        notes.add("unread_citation", "federal_register_notice", message, text)
    return found


def _call_sign(record: CslRecord) -> tuple[Identifier, ...]:
    return (Identifier(IdentifierKind.CALL_SIGN, record.call_sign),) if record.call_sign else ()


def _links(record: CslRecord) -> tuple[Link, ...]:
    owner = (Link("owner", record.vessel_owner),) if record.vessel_owner else ()
    linked = tuple(Link("linked_to", _closed(name.strip())) for name in _LINKED.findall(record.remarks))
    return tuple(dict.fromkeys((*owner, *linked, *record.ids.links)))


def _closed(name: str) -> str:
    """Give back the bracket that the search for the end of `(Linked To: BANK (B); Linked To: ...)` took."""
    return f"{name})" if name.count("(") > name.count(")") else name

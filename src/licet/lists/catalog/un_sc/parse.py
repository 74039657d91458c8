"""UN Security Council consolidated list, XML: `INDIVIDUALS/INDIVIDUAL` and `ENTITIES/ENTITY`.

An entity's name is in FIRST_NAME. The key is REFERENCE_NUMBER without surrounding space (some editions
have one, others do not). DATAID is no key: it changed for seven entries between 2022 and 2025 whose
reference stayed. Copies re-wrap and re-indent their text, so values are read as one line, remarks excepted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from licet.lists.base import Facts, RawEdition
from licet.lists.catalog.un_sc.fields import (
    ALIAS,
    ENTRY,
    addresses,
    birth_dates,
    birth_places,
    identifiers,
    names,
)
from licet.lists.formats.findings import Findings
from licet.lists.formats.markup import (
    Element,
    Root,
    children,
    local_name,
    read_elements,
    root_of,
    text_of,
    unexpected,
)
from licet.lists.formats.merging import merge, unique
from licet.lists.formats.wording import country, gender, iso_day, one_line, pairs
from licet.model import Identifier, IdentifierKind, Listing, PartyKind, Problem

_LIST = "un_sc"
_PART = "xml"
_ROOT = "CONSOLIDATED_LIST"
_TOP = Root(_ROOT, frozenset({"INDIVIDUALS", "ENTITIES"}), frozenset({"dateGenerated"}))
_KINDS = {"INDIVIDUAL": PartyKind.PERSON, "ENTITY": PartyKind.ORGANISATION}
_ENTRY_TAG = re.compile(rb"<(?:\w+:)?(?:INDIVIDUAL|ENTITY)[\s/>]")


def recognise(name: str, head: bytes) -> str | None:  # noqa: ARG001  the content tells, whatever the name
    """Return `xml` for a file whose root element is CONSOLIDATED_LIST."""
    return _PART if root_of(head)[0] == _ROOT else None


def facts(raw: RawEdition) -> Facts:
    """Return the day of `dateGenerated` and the number of entries."""
    content = raw.parts.get(_PART, b"")
    stamp = root_of(content)[1].get("dateGenerated", "")
    return Facts(published=iso_day(stamp), rows=len(_ENTRY_TAG.findall(content)))


def parse(raw: RawEdition) -> Iterator[Listing | Problem]:
    """Yield a listing for every entry; entries that share a reference are one listing."""
    where = raw.where(_PART)
    listings: dict[str, list[Listing]] = {}
    for entry in read_elements(raw.parts.get(_PART, b""), where, tuple(_KINDS), root=_TOP):
        if isinstance(entry, Problem):
            yield from _told(listings, where)
            listings = {}
            yield entry
            continue
        findings = Findings(where)
        listing = _listing(entry, findings)
        yield from findings.problems
        if listing:
            listings.setdefault(listing.key, []).append(listing)
    yield from _told(listings, where)


def _told(listings: dict[str, list[Listing]], where: str) -> Iterator[Listing | Problem]:
    for key, same in listings.items():
        if len(same) > 1:
            findings = Findings(f"{where}:{key}")
            findings.note(
                "duplicate_key", f"{len(same)} entries share the reference {key}; they are one listing"
            )
            yield from findings.problems
        yield merge(same)


def _listing(entry: Element, findings: Findings) -> Listing | None:
    key = one_line(text_of(entry, "REFERENCE_NUMBER"))
    if not key:
        findings.row("missing_key", "the entry has no REFERENCE_NUMBER", " ".join(map(str, entry.itertext())))
        return None
    findings.where = f"{findings.where}:{key}"
    findings.problems.extend(unexpected(entry, findings.where, names=ENTRY))
    found = names(entry, findings)
    if not found:
        findings.value("no_name", "FIRST_NAME", "the entry has no name", key)
    start = text_of(entry, "LISTED_ON")
    if start and not iso_day(start):
        findings.value("bad_date", "LISTED_ON", "the day of listing is not a day", start)
    return Listing(
        list_id=_LIST,
        key=key,
        kind=_KINDS[local_name(entry)],
        names=found,
        birth_dates=birth_dates(entry, findings),
        birth_places=birth_places(entry),
        countries=_countries(entry, findings),
        addresses=addresses(entry, findings),
        identifiers=(Identifier(IdentifierKind.UN_REFERENCE, key), *identifiers(entry, findings)),
        programmes=unique(one_line(item) for item in (text_of(entry, "UN_LIST_TYPE"),) if item),
        start=iso_day(start),
        remarks=text_of(entry, "COMMENTS1"),
        genders=_genders(entry, findings),
        titles=unique((*_values(entry, "TITLE"), *_values(entry, "DESIGNATION"))),
        details=_details(entry),
    )


def _values(entry: Element, name: str) -> list[str]:
    texts = [
        one_line(value.text or "") for group in children(entry, name) for value in children(group, "VALUE")
    ]
    return [text for text in texts if text]


def _countries(entry: Element, findings: Findings) -> tuple[str, ...]:
    codes = []
    for text in _values(entry, "NATIONALITY"):
        code = country(text)
        if not code:
            findings.value("unknown_country", "NATIONALITY", "the nationality is not a known country", text)
        codes.append(code)
    return unique(code for code in codes if code)


def _genders(entry: Element, findings: Findings) -> tuple[str, ...]:
    text = text_of(entry, "GENDER")
    if text and not gender(text) and text.casefold() != "unknown":
        findings.value("unknown_gender", "GENDER", "the gender is neither male nor female", text)
    return (gender(text),) if gender(text) else ()


def _details(entry: Element) -> tuple[tuple[str, str], ...]:
    notes = [
        f"{one_line(text_of(item, 'ALIAS_NAME'))}: {one_line(text_of(item, 'NOTE'))}"
        for tag in ALIAS
        for item in children(entry, tag)
        if text_of(item, "NOTE")
    ]
    born = [one_line(text_of(item, "NOTE")) for item in children(entry, "INDIVIDUAL_DATE_OF_BIRTH")]
    return pairs(
        {
            "alias_notes": " | ".join(notes),
            "birth_date_notes": " | ".join(text for text in born if text),
            "data_id": text_of(entry, "DATAID"),
            "last_updated": ", ".join(_values(entry, "LAST_DAY_UPDATED")),
            "nationalities": ", ".join(text for text in _values(entry, "NATIONALITY") if not country(text)),
            "submitted_by": one_line(text_of(entry, "SUBMITTED_BY")),
            "submitted_on": text_of(entry, "SUBMITTED_ON"),
            "version": text_of(entry, "VERSIONNUM"),
        }
    )

"""EU Financial Sanctions Files, XML 1.1: `sanctionEntity` elements that say everything in attributes.

The key is `euReferenceNumber`. It is not unique within a file: a party listed under two programmes is two
elements with one reference and one `logicalId` (21 of 2,269 on 2021-03-02, 3 of 4,811 on 2024-05-13); they
become one listing.

The start is `designationDate`. Older entries have none, and their `entryIntoForceDate` is that of the latest
amendment, often many years after the party was listed: it is kept under details and never taken as the start.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from licet.lists.base import Facts, RawEdition
from licet.lists.catalog.eu_fsf.fields import (
    Entry,
    addresses,
    birth_dates,
    birth_places,
    countries,
    identifiers,
    names,
)
from licet.lists.formats.findings import Findings
from licet.lists.formats.markup import Root, read_elements, root_of
from licet.lists.formats.merging import merge, unique
from licet.lists.formats.wording import gender, iso_day, one_line, pairs
from licet.model import Identifier, IdentifierKind, Listing, PartyKind, Problem

_LIST = "eu_fsf"
_PART = "xml"
_ROOT = "export"
_TOP = Root(_ROOT, frozenset({"sanctionEntity"}), frozenset({"generationDate", "globalFileId"}))
_NAMESPACE = b"fsd/export"
_KINDS = {"person": PartyKind.PERSON, "enterprise": PartyKind.ORGANISATION}
_ENTITY_TAG = re.compile(rb"<(?:\w+:)?sanctionEntity[\s/>]")


def recognise(name: str, head: bytes) -> str | None:  # noqa: ARG001  the content tells, whatever the name
    """Return `xml` for the 1.1 format: root `export` in the FSD's namespace. Older formats are not read."""
    return _PART if _NAMESPACE in head[:2048] and root_of(head)[0] == _ROOT else None


def facts(raw: RawEdition) -> Facts:
    """Return the day of `generationDate` and the number of entities."""
    content = raw.parts.get(_PART, b"")
    stamp = root_of(content)[1].get("generationDate", "")
    return Facts(published=iso_day(stamp), rows=len(_ENTITY_TAG.findall(content)))


def parse(raw: RawEdition) -> Iterator[Listing | Problem]:
    """Yield one listing for every reference number, in order of first appearance."""
    where = raw.where(_PART)
    listings: dict[str, list[Listing]] = {}
    for element in read_elements(raw.parts.get(_PART, b""), where, ("sanctionEntity",), root=_TOP):
        if isinstance(element, Problem):
            yield from map(merge, listings.values())
            listings = {}
            yield element
            continue
        findings = Findings(where)
        listing = _listing(Entry(element), findings)
        yield from findings.problems
        if listing:
            listings.setdefault(listing.key, []).append(listing)
    yield from map(merge, listings.values())


def _listing(entry: Entry, findings: Findings) -> Listing | None:
    head = entry.attributes
    key = head.get("euReferenceNumber") or head.get("logicalId", "")
    if not key:
        findings.row("missing_key", "the entity has neither euReferenceNumber nor logicalId", str(head))
        return None
    findings.where = f"{findings.where}:{key}"
    entry.check(findings)
    found = names(entry, findings)
    if not found:
        findings.value("no_name", "nameAlias", "the entity has no name", key)
    united_nations = head.get("unitedNationId", "")
    numbers = identifiers(entry, findings)
    references = [Identifier(IdentifierKind.EU_REFERENCE, key)]
    if united_nations:
        references.append(Identifier(IdentifierKind.UN_REFERENCE, united_nations))
    aliases = entry.of("nameAlias")
    return Listing(
        list_id=_LIST,
        key=key,
        kind=_kind(entry, numbers, findings),
        names=found,
        birth_dates=birth_dates(entry, findings),
        birth_places=birth_places(entry),
        countries=countries(entry, findings),
        addresses=addresses(entry),
        identifiers=unique((*references, *numbers)),
        programmes=unique(item["programme"] for item, _ in entry.of("regulation") if item.get("programme")),
        start=_day(head, "designationDate", findings),
        end=_day(head, "delistingDate", findings),
        citations=unique(
            item["numberTitle"] for item, _ in entry.of("regulation") if item.get("numberTitle")
        ),
        remarks="\n".join(unique(text for text in entry.remarks if text)),
        genders=unique(sex for item, _ in aliases if (sex := gender(item.get("gender", "")))),
        titles=unique(
            one_line(item[name]) for item, _ in aliases for name in ("title", "function") if item.get(name)
        ),
        contacts=entry.contacts,
        details=_details(entry),
    )


def _kind(entry: Entry, numbers: tuple[Identifier, ...], findings: Findings) -> PartyKind:
    """Return the kind; a ship is an `enterprise` here, told apart by its own IMO number."""
    codes = [item.get("code", "") for item, _ in entry.of("subjectType")]
    kind = _KINDS.get(codes[0] if codes else "", PartyKind.UNKNOWN)
    if kind is PartyKind.UNKNOWN:
        findings.value("unknown_kind", "subjectType", "the subject type is not known", ", ".join(codes))
    if kind is PartyKind.ORGANISATION and any(item.kind is IdentifierKind.IMO for item in numbers):
        return PartyKind.VESSEL
    return kind


def _day(head: dict[str, str], name: str, findings: Findings) -> date | None:
    text = head.get(name, "")
    day = iso_day(text)
    if text and not day:
        findings.value("bad_date", name, "the date is not a day", text)
    return day


def _details(entry: Entry) -> tuple[tuple[str, str], ...]:
    regulations = entry.of("regulation")
    values = {
        "designation_details": one_line(entry.attributes.get("designationDetails", "")),
        "logical_id": entry.attributes.get("logicalId", ""),
        "name_remarks": " | ".join(
            f"{one_line(item.get('wholeName', ''))}: {remark}".removeprefix(": ")
            for item, remark in entry.of("nameAlias")
            if remark
        ),
        "birth_remarks": " | ".join(unique(remark for _, remark in entry.of("birthdate") if remark)),
        "citizenship_remarks": " | ".join(unique(remark for _, remark in entry.of("citizenship") if remark)),
        "publication_url": " | ".join(unique(url for url in entry.urls if url)),
    }
    for field, name in _REGULATION.items():
        values[field] = " | ".join(unique(item[name] for item, _ in regulations if item.get(name)))
    return pairs(values)


_REGULATION = {
    "entry_into_force": "entryIntoForceDate",
    "publication_date": "publicationDate",
    "regulation_type": "regulationType",
    "organisation_type": "organisationType",
}

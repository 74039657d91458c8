"""OFAC's simple XML publication (SDN.XML, CONSOLIDATED.XML): one `sdnEntry` for each party.

The namespace changed in 2024 from tempuri.org to sanctionslistservice.ofac.treas.gov, so elements go by local
name. `publshInformation` is spelled so. Every element is used, ignored by name, or reported.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from lxml import etree

from licet.lists.base import Facts, RawEdition
from licet.lists.formats.markup import Element, Root, local_name, read_elements, unexpected
from licet.lists.formats.ofac_address import xml_address
from licet.lists.formats.ofac_dates import read_date, read_us_day
from licet.lists.formats.ofac_identifiers import identifier_text
from licet.lists.formats.ofac_labels import Bucket
from licet.lists.formats.ofac_party import Finding, Party
from licet.lists.formats.ofac_remarks import (
    read_country,
    read_segment,
    segments_of,
    unknown_label,
)
from licet.model import Listing, Name, NameKind, PartyKind, Problem, Severity

ROOT = "sdnList"
_ROOT = Root(ROOT, frozenset({"publshInformation", "sdnEntry"}))
_KINDS = {
    "Entity": PartyKind.ORGANISATION,
    "Individual": PartyKind.PERSON,
    "Vessel": PartyKind.VESSEL,
    "Aircraft": PartyKind.AIRCRAFT,
}
_ALIASES = {"a.k.a.": NameKind.AKA, "f.k.a.": NameKind.FKA, "n.k.a.": NameKind.NKA}
_WEAK = {"strong": False, "weak": True}

# uid of a part and mainEntry are ignored on purpose: all values of a field are alternatives.
_PART = frozenset({"uid", "mainEntry"})
_CHILDREN: Mapping[str, frozenset[str]] = {
    "sdnEntry": frozenset(
        {
            "uid",
            "firstName",
            "lastName",
            "title",
            "sdnType",
            "remarks",
            "programList",
            "idList",
            "akaList",
            "addressList",
            "nationalityList",
            "citizenshipList",
            "dateOfBirthList",
            "placeOfBirthList",
            "vesselInfo",
        }
    ),
    "programList": frozenset({"program"}),
    "idList": frozenset({"id"}),
    "id": _PART | {"idType", "idNumber", "idCountry", "issueDate", "expirationDate"},
    "akaList": frozenset({"aka"}),
    "aka": _PART | {"type", "category", "lastName", "firstName"},
    "addressList": frozenset({"address"}),
    "address": _PART
    | {"address1", "address2", "address3", "city", "stateOrProvince", "postalCode", "country"},
    "nationalityList": frozenset({"nationality"}),
    "nationality": _PART | {"country"},
    "citizenshipList": frozenset({"citizenship"}),
    "citizenship": _PART | {"country"},
    "dateOfBirthList": frozenset({"dateOfBirthItem"}),
    "dateOfBirthItem": _PART | {"dateOfBirth"},
    "placeOfBirthList": frozenset({"placeOfBirthItem"}),
    "placeOfBirthItem": _PART | {"placeOfBirth"},
    "vesselInfo": frozenset(
        {"callSign", "vesselType", "vesselFlag", "vesselOwner", "tonnage", "grossRegisteredTonnage"}
    ),
}
_NONE: frozenset[str] = frozenset()
_REPEATED = frozenset(
    {
        "program",
        "id",
        "aka",
        "address",
        "nationality",
        "citizenship",
        "dateOfBirthItem",
        "placeOfBirthItem",
    }
)
_LINKS = re.compile(r"(?P<prose>.*?)\s*\((?P<links>Linked To: .*)\)\.?", re.DOTALL)
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)

_DECLARED = re.compile(rb"<(?:\w+:)?Record_Count>\s*(\d+)\s*<")
_PUBLISHED = re.compile(rb"<(?:\w+:)?Publish_Date>\s*([\d/]+)\s*<")
_ENTRY = re.compile(rb"<(?:\w+:)?sdnEntry[\s>/]")


def facts(content: bytes) -> Facts:
    """Return the publication day and the count that the file states, and the entries that it holds."""
    head = content[:4096]
    published, declared = _PUBLISHED.search(head), _DECLARED.search(head)
    return Facts(
        published=read_us_day(published[1].decode()) if published else None,
        declared=int(declared[1]) if declared else None,
        rows=sum(1 for _ in _ENTRY.finditer(content)),
    )


def parse(raw: RawEdition, list_id: str) -> Iterator[Listing | Problem]:
    """Yield each entry as a listing, its problems after it; FATAL problems come at the end."""
    content, where = raw.parts["xml"], raw.where("xml")
    stated = facts(content)
    rows, broken, seen = 0, False, dict[str, int]()
    for entry in read_elements(content, where, _ROOT.sections, root=_ROOT):
        if isinstance(entry, Problem):
            broken = broken or entry.severity is Severity.FATAL
            yield entry
        elif local_name(entry) == "publshInformation":
            yield from unexpected(entry, where, names={"Publish_Date", "Record_Count"})
        else:
            rows += 1
            yield from _entry(entry, where, list_id, seen)
    if broken:
        return
    if stated.published is None:
        yield Problem("no_publication_day", where, "the file does not state a day of publication")
    if stated.declared != rows:
        said = "no number of records" if stated.declared is None else f"{stated.declared} records"
        message = f"the file declares {said} and holds {rows}"
        yield Problem("record_count", where, message, severity=Severity.FATAL)


def _entry(entry: Element, where: str, list_id: str, seen: dict[str, int]) -> Iterator[Listing | Problem]:
    place = f"{where}:{entry.sourceline}"
    found = _listing(list_id, etree.tostring(entry, with_tail=False))
    if isinstance(found, Problem):
        yield replace(found, where=place)
        return
    listing, problems = found
    uid = listing.key
    seen[uid] = seen.get(uid, 0) + 1
    if seen[uid] > 1:
        listing = replace(listing, key=f"{uid}-{seen[uid]}")
        message = f"the uid {uid} comes again; kept as {listing.key}"
        yield Problem("duplicate_key", place, message, listing.caption)
    yield listing
    for problem in problems:
        yield replace(problem, where=f"{where}, {problem.where}")


@lru_cache(maxsize=1 << 16)
def _listing(list_id: str, source: bytes) -> tuple[Listing, tuple[Problem, ...]] | Problem:
    """Read one entry. Kept by content: from one edition to the next, over 99 of 100 entries are the same."""
    entry = etree.fromstring(source, _PARSER)
    party = Party("", PartyKind.UNKNOWN)
    own = _fields(party, entry)
    party.key, name = own.get("uid", ""), _name(own)
    if not party.key or not name:
        text = " ".join(" ".join(map(str, entry.itertext())).split())[:500]
        code, what = ("no_name", "name") if party.key else ("bad_key", "uid")
        return Problem(code, "", f"the entry has no {what}", text, Severity.ROW, 1)
    kind = own.get("sdnType", "")
    party.kind = _KINDS.get(kind, PartyKind.UNKNOWN)
    if party.kind is PartyKind.UNKNOWN:
        party.problem("unknown_type", f"the type {kind!r} is not known", kind)
    party.names[Name(name)] = None
    title, remarks = own.get("title", ""), own.get("remarks", "")
    titles = tuple(part.strip() for part in title.split("; ")) if title else ()
    programmes: dict[str, None] = {}
    for part in sorted(
        entry, key=lambda part: local_name(part) != "vesselInfo"
    ):  # call sign first, as in CSV
        if len(part):
            _part(party, part, programmes)
    # strong aliases first, as the CSV has them: its alias table holds no weak ones
    party.names = dict.fromkeys(sorted(party.names, key=lambda name: name.weak))
    _remarks(party, remarks, titles)
    listing = party.listing(list_id, programmes=tuple(programmes), titles=titles, remarks=remarks)
    problems = (
        problem if problem.where else replace(problem, where=party.where) for problem in party.problems
    )
    return listing, tuple(problems)


def _part(party: Party, part: Element, programmes: dict[str, None]) -> None:
    name = local_name(part)
    fields = _fields(party, part)
    if name == "vesselInfo":
        _vessel(party, fields)
        return
    reader = _READERS.get(name)
    for item in part:  # a list of anything else is reported by _fields
        if name == "programList":
            programmes[(item.text or "").strip()] = None
        elif reader:
            reader(party, _fields(party, item))


def _fields(party: Party, element: Element) -> dict[str, str]:
    """Return texts of the children by local name, once it is checked that all are known and come once."""
    fields: dict[str, str] = {}
    known = _CHILDREN.get(local_name(element), _NONE)
    odd = bool(element.keys())
    for child in element:
        tag = str(child.tag)  # comments are gone; this loop is where the time goes
        name = tag[tag.rfind("}") + 1 :]
        if name not in known:
            odd = True
        elif name in fields and name not in _REPEATED:
            text = f"{name}: {child.text}"
            party.problem("repeated_element", f"{name} comes twice in {local_name(element)}", text)
        else:
            fields[name] = (child.text or "").strip()
    if odd:
        party.problems.extend(unexpected(element, "", names=known))
    return fields


def _name(fields: Mapping[str, str]) -> str:
    """Return `LAST, First` as the CSV has it; a name in one piece as it is."""
    last, first = fields.get("lastName", ""), fields.get("firstName", "")
    return f"{last}, {first}" if last and first else last or first


def _remarks(party: Party, remarks: str, titles: tuple[str, ...]) -> None:
    """Read the remarks: prose, then the links in parentheses. Names of links keep their own full stop."""
    found = _LINKS.fullmatch(remarks)
    prose, links = (found["prose"], found["links"]) if found else (remarks, "")
    segments = [*(segments_of(prose) if prose else ()), *(links.split("; ") if links else ())]
    for segment in segments:
        if segment not in titles:
            party.add(read_segment(segment, person=party.kind is PartyKind.PERSON), segment)


def _alias(party: Party, fields: Mapping[str, str]) -> None:
    name, kind, category = _name(fields), fields.get("type", ""), fields.get("category", "")
    if not name:
        party.problem("no_name", "an alias without a name", str(dict(fields)))
        return
    if kind not in _ALIASES:
        party.problem("unknown_alias_type", f"the type of alias {kind!r} is not known", name)
    if category not in _WEAK:
        party.problem("unknown_alias_category", f"the category of alias {category!r} is not known", name)
    party.names[Name(name, _ALIASES.get(kind, NameKind.AKA), _WEAK.get(category, False))] = None


def _identifier(party: Party, fields: Mapping[str, str]) -> None:
    words, number = fields.get("idType", ""), fields.get("idNumber", "")
    dates = fields.get("issueDate", ""), fields.get("expirationDate", "")
    text = identifier_text(number, fields.get("idCountry", ""), *dates)
    segment = f"{words} {text}".strip()
    person = party.kind is PartyKind.PERSON
    finding = read_segment(segment, person=person)
    if finding.bucket is Bucket.PROSE and not finding.problem:
        finding = unknown_label(words, text, person=person)
    if finding.bucket is Bucket.PROSE:  # unlike the CSV, the XML has it nowhere else
        party.detail("identifiers_not_understood", segment)
    party.add(finding, segment)


def _address(party: Party, fields: Mapping[str, str]) -> None:
    lines = [fields.get(f"address{number}", "") for number in (1, 2, 3)]
    place = fields.get("city", ""), fields.get("stateOrProvince", ""), fields.get("postalCode", "")
    country = fields.get("country", "")
    party.address(xml_address(lines, *place, country), country)


def _country(what: str) -> Callable[[Party, Mapping[str, str]], None]:
    def read(party: Party, fields: Mapping[str, str]) -> None:
        if text := fields.get("country", ""):
            party.add(read_country(what, text), text)

    return read


def _birth_date(party: Party, fields: Mapping[str, str]) -> None:
    text = fields.get("dateOfBirth", "")
    found = read_date(text)
    if found:
        party.birth_dates[found] = None
    else:
        party.detail("birth_date", text)
        party.problem("bad_date", f"date of birth: {text!r} was not understood; it is in the details", text)


def _birth_place(party: Party, fields: Mapping[str, str]) -> None:
    if text := fields.get("placeOfBirth", ""):
        party.add(Finding(Bucket.BIRTH_PLACE, text), text)


def _vessel(party: Party, fields: Mapping[str, str]) -> None:
    party.vessel(
        call_sign=fields.get("callSign", ""),
        vessel_type=fields.get("vesselType", ""),
        tonnage=fields.get("tonnage", ""),
        gross_tonnage=fields.get("grossRegisteredTonnage", ""),
        owner=fields.get("vesselOwner", ""),
    )
    if flag := fields.get("vesselFlag", ""):
        party.add(read_country("flag", flag), flag)


_READERS: Mapping[str, Callable[[Party, Mapping[str, str]], None]] = {
    "idList": _identifier,
    "akaList": _alias,
    "addressList": _address,
    "nationalityList": _country("nationality"),
    "citizenshipList": _country("citizenship"),
    "dateOfBirthList": _birth_date,
    "placeOfBirthList": _birth_place,
}

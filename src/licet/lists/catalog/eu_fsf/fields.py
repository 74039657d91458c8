"""The parts of an EU `sanctionEntity`: names, birth, addresses, identifications."""

from __future__ import annotations

import re
from functools import cache
from typing import TypeAlias

from stdnum import imo

from licet.lists.formats.findings import Findings
from licet.lists.formats.markup import Element, attributes, local_name, unexpected
from licet.lists.formats.merging import merge_names, unique
from licet.lists.formats.wording import iso_day, joined, one_line
from licet.model import Address, Identifier, IdentifierKind, Name, NameKind, PartialDate
from licet.text.countries import country_code

Part: TypeAlias = tuple[dict[str, str], str]
"""Attributes of a child element, and its remark on one line."""

_COUNTRY = ("countryIso2Code", "countryDescription", "country", "regulationLanguage", "logicalId")
_KNOWN: dict[str, frozenset[str]] = {
    "sanctionEntity": frozenset(
        (
            "designationDate",
            "designationDetails",
            "delistingDate",
            "unitedNationId",
            "euReferenceNumber",
            "logicalId",
        )
    ),
    "remark": frozenset(),
    "regulation": frozenset(
        (
            *("regulationType", "organisationType", "publicationDate", "entryIntoForceDate"),
            *("numberTitle", "programme", "logicalId"),
        )
    ),
    "subjectType": frozenset(("code", "classificationCode")),
    "nameAlias": frozenset(
        (
            *("firstName", "middleName", "lastName", "wholeName", "function", "gender", "title"),
            *("nameLanguage", "strong", "regulationLanguage", "logicalId"),
        )
    ),
    "citizenship": frozenset((*_COUNTRY, "region", "acquisitionDate", "disenfranchisementDate")),
    "birthdate": frozenset(
        (
            *(*_COUNTRY, "circa", "calendarType", "city", "zipCode", "birthdate", "dayOfMonth"),
            *("monthOfYear", "year", "yearRangeFrom", "yearRangeTo", "region", "place"),
        )
    ),
    "address": frozenset(
        (*_COUNTRY, "city", "street", "poBox", "zipCode", "region", "place", "asAtListingTime")
    ),
    "identification": frozenset(
        (
            *(*_COUNTRY, "diplomatic", "knownExpired", "knownFalse", "reportedLost", "revokedByIssuer"),
            *("issueDate", "issuedBy", "latinNumber", "nameOnDocument", "number", "validFrom", "validTo"),
            *("region", "identificationTypeCode", "identificationTypeDescription", "identificationType"),
        )
    ),
}
# which regulation a name or address came with is said for the entity as a whole: not kept per part
_GRANDCHILDREN = frozenset(
    ("regulationSummary", "remark", "publicationUrl", "contactInfo", "additionalInformation", "corrigendum")
)
_IDENTIFIERS = {
    "passport": IdentifierKind.PASSPORT,
    "id": IdentifierKind.NATIONAL_ID,
    "ssn": IdentifierKind.NATIONAL_ID,
    "fiscalcode": IdentifierKind.TAX_ID,
    "regnumber": IdentifierKind.REGISTRATION,
    "tradelic": IdentifierKind.REGISTRATION,
    "swiftbic": IdentifierKind.BIC,
    "imo": IdentifierKind.IMO,
    "drivinglicence": IdentifierKind.LICENCE,
    "other": IdentifierKind.OTHER,
    "travelcardid": IdentifierKind.OTHER,
    "birthcert": IdentifierKind.OTHER,
    "nationcert": IdentifierKind.OTHER,
    "electionid": IdentifierKind.OTHER,
    "residentperm": IdentifierKind.OTHER,
}
_FLAGS = {
    "diplomatic": "diplomatic",
    "knownExpired": "known to be expired",
    "knownFalse": "known to be false",
    "reportedLost": "reported lost",
    "revokedByIssuer": "revoked by issuer",
}
_WEAK = re.compile(r"\blow?\s+qual", re.IGNORECASE)
_FORMER = re.compile(
    r"formerly known as|former name|maiden name|(?:formerly|previously) (?:known|listed)", re.IGNORECASE
)
_YEAR = re.compile(r"[1-9]\d{3}", re.ASCII)
_MONTH = re.compile(r"0?[1-9]|1[0-2]", re.ASCII)
_IRANIAN_YEARS = 621


class Entry:
    """One `sanctionEntity`, its children by name.

    Attributes:
        attributes: Its own attributes.
        parts: Name of a child to those children.
        remarks: The entity's own remarks.
        urls: Publication addresses of its regulations.
        contacts: Contacts of its addresses, as `kind:value`.
    """

    def __init__(self, element: Element) -> None:
        self.attributes = attributes(element)
        self.parts: dict[str, list[Part]] = {}
        self.remarks: list[str] = []
        self.urls: list[str] = []
        self.contacts: tuple[str, ...] = ()
        self._element = element
        self._strange = False
        contacts: list[str] = []
        for child in element:
            name = local_name(child)
            if name == "remark":
                self.remarks.append((child.text or "").strip())
                continue
            remarks = []
            for inner in child:
                match local_name(inner):
                    case "regulationSummary":
                        pass
                    case "remark":
                        remarks.append(one_line(inner.text or ""))
                    case "publicationUrl":
                        self.urls.append((inner.text or "").strip())
                    case "contactInfo":
                        contacts.append(_contact(attributes(inner)))
                    case other:
                        self._strange = self._strange or other not in _GRANDCHILDREN
            self.parts.setdefault(name, []).append((attributes(child), "; ".join(filter(None, remarks))))
        self.contacts = unique(text for text in contacts if text)

    def of(self, name: str) -> list[Part]:
        """Return the children with a name."""
        return self.parts.get(name, [])

    def check(self, findings: Findings) -> None:
        """Report elements and attributes that no one expects."""
        known = _KNOWN["sanctionEntity"]
        findings.problems.extend(
            unexpected(self._element, findings.where, names=_KNOWN, attribute_names=known)
        )
        strange = self._strange or any(
            not item.keys() <= _KNOWN.get(name, known)
            for name, parts in self.parts.items()
            for item, _ in parts
        )
        for child in self._element if strange else ():
            known = _KNOWN.get(local_name(child), frozenset())
            findings.problems.extend(
                unexpected(child, findings.where, names=_GRANDCHILDREN, attribute_names=known)
            )


def _contact(item: dict[str, str]) -> str:
    value = one_line(item.get("value", ""))
    return f"{item.get('key', '').casefold()}:{value}" if value else ""


def names(entry: Entry, findings: Findings) -> tuple[Name, ...]:
    """Return the names.

    The file marks none as primary. The first that is neither weak nor former is taken, one in English or of
    no stated language before those in others.
    """
    found: list[Name] = []
    for item, remark in entry.of("nameAlias"):
        text = one_line(item.get("wholeName", ""))
        text = text or " ".join(filter(None, (one_line(item.get(part, "")) for part in _NAME_PARTS)))
        if not text:
            findings.note("empty_name", "a nameAlias holds no name", str(item))
            continue
        strong = item.get("strong", "true")
        if strong not in {"true", "false"}:
            findings.value(
                "unknown_quality",
                "strong",
                "the quality of the name is not known; read as strong",
                f"{strong} {text}",
            )
        weak = strong == "false" or bool(_WEAK.search(remark))
        former = len(remark) <= 80 and bool(_FORMER.search(remark))
        kind = NameKind.FKA if former else NameKind.AKA
        found.append(Name(text, kind, weak, item.get("nameLanguage", "").casefold()))
    good = [name for name in found if name.kind is NameKind.AKA and not name.weak] or found
    chosen = next((name for name in good if name.language in {"", "en"}), good[0] if good else None)
    return merge_names(
        Name(name.text, NameKind.PRIMARY, name.weak, name.language) if name is chosen else name
        for name in found
    )


_NAME_PARTS = ("firstName", "middleName", "lastName")


def birth_dates(entry: Entry, findings: Findings) -> tuple[PartialDate, ...]:
    """Return the birth dates; an element without any date says a birth place only."""
    found: list[PartialDate] = []
    for item, remark in entry.of("birthdate"):
        read = _birth_date(item, remark)
        if read:
            found.append(read)
        elif given := {name: item[name] for name in _DATES if item.get(name)}:
            findings.value("bad_date", "birthdate", "the birth date is not a date", f"{given} {remark}")
    return unique(found)


_DATES = ("birthdate", "year", "monthOfYear", "dayOfMonth", "yearRangeFrom", "yearRangeTo")


def _birth_date(item: dict[str, str], remark: str) -> PartialDate | None:
    circa = item.get("circa") == "true"
    day = iso_day(item.get("birthdate", ""))
    if day:
        return PartialDate(day, day, circa)
    years = [
        int(item[name]) for name in ("yearRangeFrom", "yearRangeTo") if _YEAR.fullmatch(item.get(name, ""))
    ]
    year = int(item["year"]) if _YEAR.fullmatch(item.get("year", "")) else 0
    if item.get("calendarType", "GREGORIAN") != "GREGORIAN":
        return _iranian_year(year, remark, circa=circa)
    if years:
        return PartialDate.years(min(years), max(years), circa=circa)
    month = item.get("monthOfYear", "")
    if year and _MONTH.fullmatch(month):
        return PartialDate.month(year, int(month), circa=circa)
    return PartialDate.year(year, circa=circa) if year else None


def _iranian_year(year: int, remark: str, *, circa: bool) -> PartialDate | None:
    """Read a year of the Iranian solar calendar, which begins in March; other calendars are not converted."""
    if not 1200 <= year <= 1500 or "iranian" not in remark.casefold():
        return None
    read = PartialDate.years(year + _IRANIAN_YEARS, year + _IRANIAN_YEARS + 1, circa=circa)
    return PartialDate(read.first, read.last, circa, f"{year} ({remark})")


def birth_places(entry: Entry) -> tuple[str, ...]:
    """Return the places of birth, each on one line."""
    places = (
        joined(*(item.get(part, "") for part in _PLACE), _country(item)) for item, _ in entry.of("birthdate")
    )
    return unique(text for text in places if text)


_PLACE = ("place", "city", "zipCode", "region")


def addresses(entry: Entry) -> tuple[Address, ...]:
    """Return the addresses; an element that holds contacts only is none."""
    found: list[Address] = []
    for item, remark in entry.of("address"):
        street = joined(item.get("street", ""), item.get("poBox", ""))
        region = joined(item.get("place", ""), item.get("region", ""))
        city, post = one_line(item.get("city", "")), one_line(item.get("zipCode", ""))
        text = joined(street, city, post, region, _country(item))
        aside = "; ".join(
            filter(None, ("at the time of listing" if item.get("asAtListingTime") == "true" else "", remark))
        )
        if text or remark:
            whole = f"{text} ({aside})" if text and aside else text or aside
            found.append(Address(whole, street, city, region, post, _code(item)))
    return unique(found)


def _country(item: dict[str, str]) -> str:
    return item.get("countryDescription", "") if item.get("countryIso2Code", "00") not in {"", "00"} else ""


def _code(item: dict[str, str]) -> str:
    code = item.get("countryIso2Code", "")
    return code if _is_country(code) else ""


@cache
def _is_country(code: str) -> bool:
    return len(code) == 2 and country_code(code) == code  # "00" is the EU's way to say unknown


def countries(entry: Entry, findings: Findings) -> tuple[str, ...]:
    """Return the citizenships; a code that is no country's, here or in any other part, is a problem."""
    for name in ("citizenship", "birthdate", "address", "identification"):
        for item, _ in entry.of(name):
            code = item.get("countryIso2Code", "")
            if code not in {"", "00"} and not _is_country(code):
                text = f"{code} {item.get('countryDescription', '')}"
                findings.value("unknown_country", name, "the code is no country's; it was not used", text)
    return unique(code for item, _ in entry.of("citizenship") if (code := _code(item)))


def identifiers(entry: Entry, findings: Findings) -> tuple[Identifier, ...]:
    """Return the identifications, each with what the file says against it."""
    found: list[Identifier] = []
    for item, remark in entry.of("identification"):
        code = item.get("identificationTypeCode", "")
        value = one_line(item.get("number") or item.get("latinNumber", ""))
        if code not in _IDENTIFIERS:
            findings.value(
                "unknown_identifier",
                "identification",
                "the type of the document is not known",
                f"{code} {value}",
            )
        if not value:
            continue
        kind = _IDENTIFIERS.get(code, IdentifierKind.OTHER)
        if kind is IdentifierKind.IMO and not _is_ship(value):
            kind = IdentifierKind.IMO_COMPANY
        found.append(Identifier(kind, value, _code(item), _note(item, remark)))
    return unique(found)


def _is_ship(value: str) -> bool:
    # companies have IMO numbers too, from 0, 5 and 6 upward; the file puts both under one code
    number = re.sub(r"\D", "", value)
    return number[:1] in {"1", "7", "8", "9"} and imo.is_valid(number)


def _note(item: dict[str, str], remark: str) -> str:
    parts = [item.get("identificationTypeDescription", ""), remark]
    parts += [words for flag, words in _FLAGS.items() if item.get(flag) == "true"]
    labels = {
        "issueDate": "issued",
        "issuedBy": "issued by",
        "validFrom": "valid from",
        "validTo": "valid to",
    }
    parts += [f"{words} {item[name]}" for name, words in labels.items() if item.get(name)]
    return "; ".join(
        filter(None, map(one_line, (*parts, item.get("nameOnDocument", ""), item.get("region", ""))))
    )

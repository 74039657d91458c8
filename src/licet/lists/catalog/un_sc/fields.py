"""The repeated groups of a UN entry: names, birth, addresses, documents."""

from __future__ import annotations

import re
from collections.abc import Iterator

from licet.lists.formats.findings import Findings
from licet.lists.formats.markup import Element, children, text_of, unexpected
from licet.lists.formats.merging import merge_names, unique
from licet.lists.formats.wording import country, iso_day, joined, month_number, named_month, one_line
from licet.model import Address, Identifier, IdentifierKind, Name, NameKind, PartialDate

NAME_PARTS = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")
ALIAS = ("INDIVIDUAL_ALIAS", "ENTITY_ALIAS")
_ADDRESS = ("INDIVIDUAL_ADDRESS", "ENTITY_ADDRESS")
ENTRY = frozenset(
    {
        *NAME_PARTS,
        *ALIAS,
        *_ADDRESS,
        *("DATAID", "VERSIONNUM", "UN_LIST_TYPE", "REFERENCE_NUMBER", "LISTED_ON", "GENDER", "COMMENTS1"),
        *("NAME_ORIGINAL_SCRIPT", "TITLE", "DESIGNATION", "NATIONALITY", "LAST_DAY_UPDATED"),
        *("INDIVIDUAL_DATE_OF_BIRTH", "INDIVIDUAL_PLACE_OF_BIRTH", "INDIVIDUAL_DOCUMENT"),
        *("SUBMITTED_BY", "SUBMITTED_ON"),
        # always "UN List", or empty: nothing to keep
        *("LIST_TYPE", "SORT_KEY", "SORT_KEY_LAST_MOD"),
    }
)
_ALIAS_PARTS = {"QUALITY", "ALIAS_NAME", "DATE_OF_BIRTH", "CITY_OF_BIRTH", "COUNTRY_OF_BIRTH", "NOTE"}
_BIRTH_PARTS = {"TYPE_OF_DATE", "DATE", "YEAR", "FROM_YEAR", "TO_YEAR", "NOTE"}
_PLACE_PARTS = {"STREET", "CITY", "STATE_PROVINCE", "COUNTRY", "ZIP_CODE", "NOTE"}
_DOCUMENT_PARTS = {
    *("TYPE_OF_DOCUMENT", "TYPE_OF_DOCUMENT2", "NUMBER", "NOTE"),
    *("ISSUING_COUNTRY", "COUNTRY_OF_ISSUE", "CITY_OF_ISSUE", "DATE_OF_ISSUE"),
}
_QUALITIES = {
    "": NameKind.AKA,
    "good": NameKind.AKA,
    "low": NameKind.AKA,
    "a.k.a.": NameKind.AKA,
    "f.k.a.": NameKind.FKA,
}
_DATE_TYPES = {"", "EXACT", "APPROXIMATELY", "BETWEEN"}
_PASSPORT = re.compile(r"passe?port|pasaporte", re.IGNORECASE)
_IDENTITY = re.compile(r"identi|tazkira|\bID\b|national number", re.IGNORECASE)


def names(entry: Element, findings: Findings) -> tuple[Name, ...]:
    """Return the name, the name in its own script and the aliases."""
    whole = " ".join(part for part in (one_line(text_of(entry, name)) for name in NAME_PARTS) if part)
    own = one_line(text_of(entry, "NAME_ORIGINAL_SCRIPT"))
    found = [Name(text) for text in (whole, own) if text]
    for tag in ALIAS:
        for alias in children(entry, tag):
            findings.problems.extend(unexpected(alias, findings.where, names=_ALIAS_PARTS))
            found.extend(_alias(alias, tag, findings))
    return merge_names(found)


def _alias(alias: Element, tag: str, findings: Findings) -> Iterator[Name]:
    text = one_line(text_of(alias, "ALIAS_NAME"))
    quality = text_of(alias, "QUALITY").casefold()
    if quality not in _QUALITIES:
        findings.value("unknown_quality", tag, "the quality of the alias is not known; read as good", quality)
    if not text:
        return
    former = "listed as" in text_of(alias, "NOTE")  # "formerly listed as", "previously listed as"
    kind = NameKind.FKA if former else _QUALITIES.get(quality, NameKind.AKA)
    for part in text.split(";"):
        if part.strip():
            yield Name(part.strip(), kind, weak=quality == "low")


def birth_dates(entry: Element, findings: Findings) -> tuple[PartialDate, ...]:
    """Return the birth dates, those given under an alias last."""
    found: list[PartialDate] = []
    for item in children(entry, "INDIVIDUAL_DATE_OF_BIRTH"):
        findings.problems.extend(unexpected(item, findings.where, names=_BIRTH_PARTS))
        values = {name: one_line(text_of(item, name)) for name in _BIRTH_PARTS}
        read = _birth_date(values)
        if values["TYPE_OF_DATE"] not in _DATE_TYPES:
            findings.value(
                "unknown_date_type",
                "INDIVIDUAL_DATE_OF_BIRTH",
                "the type of date is not known",
                values["TYPE_OF_DATE"],
            )
        given = joined(*(values[name] for name in sorted(_BIRTH_PARTS - {"TYPE_OF_DATE"})))
        if read:
            found.append(read)
        elif given:
            findings.value("bad_date", "INDIVIDUAL_DATE_OF_BIRTH", "the birth date is not a date", given)
    for alias in children(entry, "INDIVIDUAL_ALIAS"):
        text = one_line(text_of(alias, "DATE_OF_BIRTH"))
        read = _plain_date(text)
        if read:
            found.append(read)
        elif text:
            findings.value("bad_date", "INDIVIDUAL_ALIAS", "the birth date is not a date", text)
    return unique(found)


def _birth_date(values: dict[str, str]) -> PartialDate | None:
    note = values["NOTE"]
    circa = values["TYPE_OF_DATE"] == "APPROXIMATELY" or note.casefold().startswith("approx")
    years = [int(text) for text in (values["FROM_YEAR"], values["TO_YEAR"]) if _is_year(text)]
    month = month_number(note) if len(note) <= 10 else 0
    if values["DATE"]:
        read = _plain_date(values["DATE"])
    elif years:
        read = PartialDate.years(min(years), max(years))
    elif _is_year(values["YEAR"]):
        year = int(values["YEAR"])
        read = PartialDate.month(year, month) if month else PartialDate.year(year)
    else:
        read = named_month(note)
    return PartialDate(read.first, read.last, circa) if read else None


def _plain_date(text: str) -> PartialDate | None:
    day = iso_day(text)
    if day:
        return PartialDate(day, day)
    return PartialDate.year(int(text)) if _is_year(text) else named_month(text)


def _is_year(text: str) -> bool:
    return len(text) == 4 and text.isascii() and text.isdigit() and text != "0000"


def birth_places(entry: Element) -> tuple[str, ...]:
    """Return the places of birth, each on one line."""
    found = [_place(item) for item in children(entry, "INDIVIDUAL_PLACE_OF_BIRTH")]
    found += [
        joined(text_of(alias, "CITY_OF_BIRTH"), text_of(alias, "COUNTRY_OF_BIRTH"))
        for alias in children(entry, "INDIVIDUAL_ALIAS")
    ]
    return unique(text for text in found if text)


def addresses(entry: Element, findings: Findings) -> tuple[Address, ...]:
    """Return the addresses; the note of an address is part of its text."""
    found: list[Address] = []
    for tag in _ADDRESS:
        for item in children(entry, tag):
            findings.problems.extend(unexpected(item, findings.where, names=_PLACE_PARTS))
            text = _place(item)
            named = one_line(text_of(item, "COUNTRY"))
            if named and not country(named):
                findings.value("unknown_country", tag, "the country of the address is not known", named)
            if text:
                found.append(
                    Address(
                        text,
                        street=one_line(text_of(item, "STREET")),
                        city=one_line(text_of(item, "CITY")),
                        region=one_line(text_of(item, "STATE_PROVINCE")),
                        postal_code=one_line(text_of(item, "ZIP_CODE")),
                        country=country(named) if named else "",
                    )
                )
    return unique(found)


def _place(item: Element) -> str:
    parts = (text_of(item, name) for name in ("STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE", "COUNTRY"))
    text, note = joined(*parts), one_line(text_of(item, "NOTE"))
    return f"{text} ({note})" if text and note else text or note


def identifiers(entry: Element, findings: Findings) -> tuple[Identifier, ...]:
    """Return the documents; where the number stands in a note, the note is the value."""
    found: list[Identifier] = []
    for item in children(entry, "INDIVIDUAL_DOCUMENT"):
        findings.problems.extend(unexpected(item, findings.where, names=_DOCUMENT_PARTS))
        values = {name: one_line(text_of(item, name)) for name in _DOCUMENT_PARTS}
        sort, second = values["TYPE_OF_DOCUMENT"], values["TYPE_OF_DOCUMENT2"]
        note = values["NOTE"]
        value = values["NUMBER"] or note or (second if any(map(str.isdigit, second)) else "")
        if not value:
            continue
        shown = (
            second if second != value else "",
            f"issued {values['DATE_OF_ISSUE']}" if values["DATE_OF_ISSUE"] else "",
            values["CITY_OF_ISSUE"],
            note if note != value else "",
        )
        issuer = values["ISSUING_COUNTRY"] or values["COUNTRY_OF_ISSUE"]
        found.append(
            Identifier(
                _kind(second) or _kind(sort) or IdentifierKind.OTHER, value, country(issuer), joined(*shown)
            )
        )
        if not sort and not second:
            findings.value("unknown_document", "INDIVIDUAL_DOCUMENT", "the document has no type", value)
        elif sort and not _kind(sort):  # TYPE_OF_DOCUMENT2 is free text, of any language
            findings.value(
                "unknown_document", "INDIVIDUAL_DOCUMENT", "the type is not known; kept as it is", sort
            )
    return unique(found)


def _kind(text: str) -> IdentifierKind | None:
    if _PASSPORT.search(text):
        return IdentifierKind.PASSPORT
    return IdentifierKind.NATIONAL_ID if _IDENTITY.search(text) else None

"""The JSON of the Consolidated Screening List: the download and the answer of the search API.

Both hold objects under `results`. Lists may be null, values may be absent, and nonproliferation rows give a
`country` instead of addresses.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from licet.lists.formats.csl_ids import IdContent, IdItem, interpret
from licet.lists.formats.csl_record import CslRecord
from licet.lists.formats.delimited import check_content, decode
from licet.lists.formats.us_addresses import from_parts, one_line
from licet.lists.formats.us_dates import day_of
from licet.model import Address, Problem, Severity
from licet.text.countries import country_code

_UNSTORABLE = re.compile("[\\x00\ud800-\udfff]")

KNOWN_KEYS = frozenset(
    {
        "id",
        "_id",
        "source",
        "entity_number",
        "type",
        "programs",
        "name",
        "title",
        "addresses",
        "country",
        "federal_register_notice",
        "start_date",
        "end_date",
        "standard_order",
        "license_requirement",
        "license_policy",
        "call_sign",
        "vessel_type",
        "gross_tonnage",
        "gross_registered_tonnage",
        "vessel_flag",
        "vessel_owner",
        "remarks",
        "source_list_url",
        "source_information_url",
        "alt_names",
        "citizenships",
        "dates_of_birth",
        "nationalities",
        "places_of_birth",
        "ids",
    }
)
"""Keys of an object; the two URLs are known and not used: they tell of the source list, not of the party."""


TOP_KEYS = frozenset(
    {"results", "sources_used", "sources", "search_performed_at", "total", "offset", "size", "took", "count"}
)
"""Keys beside `results`: when, from what and how much; the API's paging among them."""

_INNER_KEYS = {
    "addresses": frozenset({"address", "city", "state", "postal_code", "country"}),
    "ids": frozenset({"type", "number", "country", "issue_date", "expiration_date"}),
}


def unknown_keys(item: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield path and value of every key of a result, and of its addresses and ids, that is not known."""
    for key in item.keys() - KNOWN_KEYS:
        yield key, item[key]
    for key, known in _INNER_KEYS.items():
        entries = item.get(key)
        for entry in entries if isinstance(entries, list) else ():
            if isinstance(entry, dict):
                yield from ((f"{key}[].{inner}", entry[inner]) for inner in entry.keys() - known)


def load(content: bytes, where: str) -> tuple[list[Any], dict[str, Any], list[Problem]]:
    """Return the objects, the keys that wrap them, and what was wrong with the file (FATAL: no objects)."""
    if fatal := check_content(content, where):
        return [], {}, [fatal]
    text, problems = decode(content, where)
    try:
        wrapper = json.loads(text)
    except (ValueError, RecursionError) as error:
        message = f"the JSON is not well-formed: {error}"
        return [], {}, [Problem("not_well_formed", where, message, text[:500], Severity.FATAL)]
    results = wrapper.get("results") if isinstance(wrapper, dict) else None
    if not isinstance(results, list):
        message = "the JSON has no list of results"
        return [], {}, [Problem("not_this_list", where, message, text[:500], Severity.FATAL)]
    known = [item for item in results if isinstance(item, dict) and "source" in item and "name" in item]
    if results and not known:
        message = "the results are not those of the Consolidated Screening List"
        return [], {}, [Problem("not_this_list", where, message, text[:500], Severity.FATAL)]
    return results, wrapper, problems


def published(wrapper: Mapping[str, Any]) -> date | None:
    """Return the day of the answer, or else the latest day on which one of its sources was updated."""
    performed, _ = day_of(text_of(wrapper.get("search_performed_at")))
    sources = wrapper.get("sources_used")
    stamps = [
        day_of(text_of(item.get("source_last_updated")))[0]
        for item in (sources if isinstance(sources, list) else ())
        if isinstance(item, dict)
    ]
    return performed or max((stamp for stamp in stamps if stamp), default=None)


def record_of_object(item: Mapping[str, Any]) -> CslRecord:
    """Turn an object into a record; absent and null values are empty."""

    def text(key: str) -> str:
        return text_of(item.get(key))

    return CslRecord(
        source=text("source"),
        name=text("name"),
        publisher_id=text("id") or text("_id"),
        entity_number=text("entity_number"),
        type=text("type"),
        programmes=_texts(item.get("programs")),
        titles=_texts(item.get("title")),
        addresses=_addresses(item),
        notice=text("federal_register_notice"),
        start=text("start_date"),
        end=text("end_date"),
        standard_order=text("standard_order"),
        licence_requirement=text("license_requirement"),
        licence_policy=text("license_policy"),
        call_sign=text("call_sign"),
        vessel_type=text("vessel_type"),
        gross_tonnage=text("gross_tonnage"),
        gross_registered_tonnage=text("gross_registered_tonnage"),
        vessel_flag=text("vessel_flag"),
        vessel_owner=text("vessel_owner"),
        remarks=text("remarks"),
        aliases=_texts(item.get("alt_names")),
        citizenships=_texts(item.get("citizenships")),
        birth_dates=_texts(item.get("dates_of_birth")),
        nationalities=_texts(item.get("nationalities")),
        birth_places=_texts(item.get("places_of_birth")),
        ids=_ids(item.get("ids")),
    )


def text_of(value: object) -> str:
    """Return a value as text; null is empty. What no database and no UTF-8 file can hold becomes U+FFFD."""
    if value is None:
        return ""
    text = value.strip() if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return _UNSTORABLE.sub("\ufffd", text)


def _texts(value: object) -> tuple[str, ...]:
    items = value if isinstance(value, list) else [value]
    return tuple(text for item in items if (text := text_of(item)))


def _addresses(item: Mapping[str, Any]) -> tuple[Address, ...]:
    given = item.get("addresses")
    found = [_address(entry) for entry in (given if isinstance(given, list) else [given])]
    country = text_of(item.get("country"))
    if not any(found) and country:
        found = [one_line(country)]
    return tuple(address for address in found if address)


def _address(entry: object) -> Address | None:
    if not isinstance(entry, dict):
        text = text_of(entry)
        return one_line(text) if text else None
    street, city, region, postal, country = (
        text_of(entry.get(key)) for key in ("address", "city", "state", "postal_code", "country")
    )
    return from_parts((street, city, region, postal, country), country_code(country))


def _ids(value: object) -> IdContent:
    items = []
    for entry in value if isinstance(value, list) else ():
        if not isinstance(entry, dict):
            items.append(IdItem("", text_of(entry)))
            continue
        expiry, issue = text_of(entry.get("expiration_date")), text_of(entry.get("issue_date"))
        dates = [f"expires {expiry}" if expiry else "", f"issued {issue}" if issue else ""]
        items.append(
            IdItem(
                text_of(entry.get("type")),
                text_of(entry.get("number")),
                country_code(text_of(entry.get("country"))),
                "; ".join(part for part in dates if part),
            )
        )
    return interpret(tuple(items))

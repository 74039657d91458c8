"""US Consolidated Screening List, CSV and JSON: one listing a row.

Key: code of the source list and the publisher's `_id`; where there is none OFAC's number, else a hash of
source, name, addresses and start date. Rows are remembered as they stand, so that the next day's edition
costs little more than its changes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from operator import itemgetter
from typing import Any

from licet.lists.base import Facts, RawEdition
from licet.lists.formats.csl_csv import COLUMNS, record_of_row
from licet.lists.formats.csl_json import TOP_KEYS, load, published, record_of_object, unknown_keys
from licet.lists.formats.csl_record import CslRecord, record_key, to_listing
from licet.lists.formats.delimited import is_html
from licet.lists.formats.us_tables import KeyRing, count_rows, has_header, open_table
from licet.model import Listing, Problem, Severity

LIST_ID = "us_csl"
CSV, JSON = "csv", "json"

_REMEMBERED = 40_000
"""A whole edition of 2026 (25,921 rows) and what changed since."""

_Built = tuple[Listing, tuple[Problem, ...]]


def recognise(name: str, head: bytes) -> str | None:
    """Tell the part from the first bytes; the name is not needed."""
    del name
    text = head.decode("utf-8", "replace").lstrip("\ufeff \r\n")
    if is_html(head):
        return None
    if text.startswith("{"):
        wrapped = '"results"' in text or '"sources_used"' in text or '"search_performed_at"' in text
        ours = (
            '"search_performed_at"' in text or '"source_list_url"' in text or '"source_last_updated"' in text
        )
        return JSON if wrapped and ours else None
    return CSV if has_header(text, COLUMNS) and "source" in text.split("\n", 1)[0] else None


def facts(raw: RawEdition) -> Facts:
    """Count the rows; only the JSON says when it was made and how many there should be."""
    if JSON not in raw.parts:
        return Facts(rows=count_rows(open_table(raw, CSV, COLUMNS)))
    results, wrapper, _ = load(raw.parts[JSON], raw.where(JSON))
    total = wrapper.get("total")
    declared = total if isinstance(total, int) and not isinstance(total, bool) else None
    return Facts(published(wrapper), declared, len(results))


def parse(raw: RawEdition) -> Iterator[Listing | Problem]:
    """Read one edition, CSV or JSON."""
    keys = KeyRing()
    where = raw.where(JSON if JSON in raw.parts else CSV)
    for item in _json(raw) if JSON in raw.parts else _csv(raw):
        if isinstance(item, Problem):
            yield item
            continue
        listing, problems = item
        key, duplicate = keys.take(listing.key, where)
        if duplicate:
            yield duplicate
            listing = replace(listing, key=key)
        yield listing
        yield from problems


def _csv(raw: RawEdition) -> Iterator[_Built | Problem]:
    for row in open_table(raw, CSV, COLUMNS):
        if isinstance(row, Problem):
            yield row
        elif not row["name"]:
            yield _nameless(f"{raw.where(CSV)}:{row.line}", row.raw)
        else:
            yield _from_row(tuple(row.cells), tuple(row.cells.values()))


def _json(raw: RawEdition) -> Iterator[_Built | Problem]:
    where = raw.where(JSON)
    results, wrapper, problems = load(raw.parts[JSON], where)
    yield from problems
    for key in sorted(wrapper.keys() - TOP_KEYS):
        yield _unknown_key(key, wrapper[key], where)
    reported: set[str] = set()
    for number, item in enumerate(results, start=1):
        place = f"{where}: result {number}"
        if not isinstance(item, dict):
            message = "the result is no object"
            yield Problem("bad_record", place, message, json.dumps(item)[:500], Severity.ROW, rows=1)
            continue
        try:
            text = json.dumps(item, sort_keys=True)
        except RecursionError:
            yield Problem("bad_record", place, "the result is nested too deeply", "", Severity.ROW, rows=1)
            continue
        yield from _unknown_keys(item, place, reported)
        if not isinstance(item.get("name"), str) or not item["name"].strip():
            yield _nameless(place, [text])
        else:
            yield _from_object(text)


def _unknown_keys(item: Mapping[str, Any], place: str, reported: set[str]) -> Iterator[Problem]:
    for key, value in sorted(unknown_keys(item), key=itemgetter(0)):
        if key not in reported:
            reported.add(key)
            yield _unknown_key(key, value, place)


def _unknown_key(key: str, value: object, place: str) -> Problem:
    message = f"the key {key!r} is not known; its values were not used"
    return Problem("unknown_column", place, message, f"{key}: {json.dumps(value)[:400]}"[:500])


def _nameless(place: str, fields: Iterable[str]) -> Problem:
    record = ",".join(fields)[:500]
    return Problem("no_name", place, "the row has no name", record, Severity.ROW, rows=1)


@lru_cache(maxsize=_REMEMBERED)
def _from_row(names: tuple[str, ...], values: tuple[str, ...]) -> _Built:
    return _build(record_of_row(dict(zip(names, values, strict=True))))


@lru_cache(maxsize=_REMEMBERED)
def _from_object(text: str) -> _Built:
    return _build(record_of_object(json.loads(text)))


def _build(record: CslRecord) -> _Built:
    return to_listing(record, LIST_ID, record_key(record))

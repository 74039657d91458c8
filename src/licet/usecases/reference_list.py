"""The Commerce Control List: the reasons for control of each entry, with their column or place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from licet.model.problem import Problem
from licet.rules.controls import TABLE
from licet.usecases.reference_tables import Parsed, fatal, issue_of, note, read_json, unknown_keys
from licet.usecases.reference_words import place_of, scope_of

_TITLE = "Commerce Control List"
_CITE = ("15 CFR 774, Supp. 1",)
_KEYS = frozenset(
    {
        "$comment", "citation", "source", "ecfrIssueDate", "retrievedAt", "deepCategories",
        "deepCategoryNote", "entryCount", "entries",
    }
)  # fmt: skip
_FIELDS = frozenset(
    {
        "eccn", "category", "productGroup", "heading", "reasonForControl", "countryChart",
        "licenceExceptionFlags", "staSpecialConditions", "relatedControls", "items", "topLevelParagraphs",
    }
)  # fmt: skip
_ENTRY = re.compile(r"\d[A-E]\d{3}")
_REASON = re.compile(r"[A-Z]{2}")
_OTHER_AGENCY = re.compile(r"subject to the (?:ITAR|.{0,40}licensing authority)", re.IGNORECASE)
_FEWEST = 500


def is_json(plain: Mapping[str, Any]) -> bool:
    """Tell whether a JSON object is the control list."""
    return "entries" in plain and "entryCount" in plain


def from_json(raw: bytes) -> Parsed:
    """Read the control list.

    What stands in words that are not known becomes `words` or `unread`: the exporter is asked, nothing is
    taken as free. An entry whose reasons have no line of their own keeps them as `unread`.
    """
    plain = read_json(raw)
    if isinstance(plain, Problem):
        return Parsed(TABLE, None, _TITLE, _CITE, {}, (plain,))
    problems = unknown_keys(plain, _KEYS, "file")
    entries = plain["entries"]
    if plain["entryCount"] != len(entries):
        message = f"{len(entries)} entries, though the file says {plain['entryCount']}"
        problems.append(fatal("count", "entries", message))
    content: dict[str, Mapping[str, Any]] = {}
    for entry in entries:
        eccn = entry["eccn"]
        if not _ENTRY.fullmatch(eccn) or eccn in content:
            problems.append(fatal("eccn", eccn, f"{eccn!r} is no ECCN, or comes twice"))
        problems += unknown_keys(entry, _FIELDS, eccn)
        content[eccn] = _entry(entry, problems)
    if len(content) < _FEWEST or {eccn[0] for eccn in content} != set("0123456789"):
        problems.append(fatal("truncated", "entries", f"{len(content)} entries: the list is cut"))
    return Parsed(TABLE, issue_of(plain), _TITLE, _CITE, content, tuple(problems))


def _entry(entry: Mapping[str, Any], problems: list[Problem]) -> Mapping[str, Any]:
    eccn, heading = entry["eccn"], entry["heading"]
    controls = [made for row in entry["countryChart"] for made in _controls(eccn, row)]
    elsewhere = bool(_OTHER_AGENCY.search(heading)) and not controls
    told = {item["reason"] for item in controls}
    stated = _REASON.findall(entry["reasonForControl"] or "")
    for reason in dict.fromkeys(stated):
        if reason not in told:
            problems.append(
                note("no_line", eccn, f"{reason} has no line of its own: to be read in the entry")
            )
            controls.append(_unread(reason, f"{reason}: {heading}"))
    if not controls and not elsewhere:
        problems.append(note("no_reason", eccn, "the entry names no reason: to be read"))
        controls.append(_unread("entry", heading))
    flags = {symbol: " ".join(str(text).split()) for symbol, text in entry["licenceExceptionFlags"].items()}
    return {"heading": heading, "controls": controls, "elsewhere": elsewhere, "exceptions": flags}


def _controls(eccn: str, row: Mapping[str, str]) -> Iterator[Mapping[str, Any]]:
    text = " ".join(row["control"].split())
    reason, scope, paragraphs = scope_of(eccn, text)
    for place in place_of(" ".join(row["countryChart"].split()), reason):
        yield {
            "reason": place.reason or reason,
            "column": place.column,
            "reach": place.reach,
            "countries": list(place.countries),
            "scope": scope,
            "paragraphs": list(paragraphs),
            "text": text if place.column else f"{text}: {place.text}",
        }


def _unread(reason: str, text: str) -> Mapping[str, Any]:
    return {
        "reason": reason,
        "column": "",
        "reach": "unread",
        "countries": [],
        "scope": "entire",
        "paragraphs": [],
        "text": text,
    }

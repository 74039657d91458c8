"""Country groups and licence exceptions of part 740, and the index to the control list."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from licet.model.problem import Problem
from licet.rules import exceptions, groups
from licet.rules.controls import INDEX
from licet.usecases.reference_tables import (
    Parsed,
    code_of,
    day_in,
    fatal,
    issue_of,
    note,
    read_json,
    unknown_keys,
)

_GROUPS = ("A:1", "A:2", "A:3", "A:4", "A:5", "A:6", "B", "D:1", "D:2", "D:3", "D:4", "D:5", "E:1", "E:2")
_BASE = frozenset({"$comment", "citation", "source", "ecfrIssueDate", "retrievedAt"})
_INDEX_HEADER = ["Description", "ECCN1", "ECCN2", "ECCN3", "ECCN4", "ECCN5"]
_ECCN = re.compile(r"(\d[A-E]\d{3})\.?([0-9a-z.]*)")
_STEPS = re.compile(r"[a-z]+|\d+")
_FEWEST_INDEXED = 1000


def is_groups(plain: Mapping[str, Any]) -> bool:
    """Tell whether a JSON object is the country groups."""
    return "groups" in plain and "byCountry" in plain


def is_catalogue(plain: Mapping[str, Any]) -> bool:
    """Tell whether a JSON object is the catalogue of licence exceptions."""
    return "exceptions" in plain


def is_index(first: Sequence[str]) -> bool:
    """Tell whether the first row of a CSV is that of the index to the control list."""
    return list(first) == _INDEX_HEADER


def country_groups(raw: bytes) -> Parsed:
    """Read the country groups; the same facts by country must agree with them."""
    title, cite = "Country groups", ("15 CFR 740, Supp. 1",)
    plain = read_json(raw)
    if isinstance(plain, Problem):
        return Parsed(groups.TABLE, None, title, cite, {}, (plain,))
    problems = unknown_keys(plain, _BASE | {"notes", "aliases", "labels", "groups", "byCountry"}, "file")
    if tuple(sorted(plain["groups"])) != _GROUPS:
        problems.append(fatal("groups", "groups", "the groups are not those of the supplement"))
    content: dict[str, list[str]] = {}
    for group, names in plain["groups"].items():
        codes = [code_of(name) for name in names]
        for name, code in zip(names, codes, strict=True):
            if not code:
                problems.append(fatal("country", group, f"{name!r} is no country that is known"))
        if not names or len(set(codes)) != len(codes):
            problems.append(fatal("members", group, "no members, or one twice"))
        content[group] = sorted(codes)
    for group, name in _by_country(plain["byCountry"]):
        if code_of(name) not in content.get(group, ()):
            problems.append(fatal("disagree", group, f"{name} is in {group} by country and not by group"))
    return Parsed(groups.TABLE, issue_of(plain), title, cite, content, tuple(problems))


def _by_country(plain: Mapping[str, Mapping[str, Sequence[str]]]) -> Iterator[tuple[str, str]]:
    for letter in plain.values():
        for name, found in letter.items():
            yield from ((group, name) for group in found)


def catalogue(raw: bytes) -> Parsed:
    """Read the catalogue of licence exceptions."""
    title, cite = "Licence exceptions of part 740", ("15 CFR part 740",)
    plain = read_json(raw)
    if isinstance(plain, Problem):
        return Parsed(exceptions.TABLE, None, title, cite, {}, (plain,))
    problems = unknown_keys(plain, _BASE | {"count", "exceptions"}, "file")
    if plain.get("count") != len(plain["exceptions"]):
        message = f"{len(plain['exceptions'])} exceptions, though the file says {plain.get('count')}"
        problems.append(fatal("count", "exceptions", message))
    content: dict[str, Mapping[str, str]] = {}
    for entry in plain["exceptions"]:
        for symbol in entry["symbols"]:
            if symbol in content or not re.fullmatch(r"[A-Z]{3}", symbol):
                problems.append(fatal("symbol", entry["section"], f"{symbol!r} is no symbol, or comes twice"))
            content[symbol] = {"section": f"15 CFR {entry['sectionNumber']}", "title": entry["title"]}
    return Parsed(exceptions.TABLE, issue_of(plain), title, cite, content, tuple(problems))


def index(raw: bytes, name: str) -> Parsed:
    """Read the alphabetical index to the control list: what each ECCN is called. It tells no reasons."""
    title, cite = "Index to the control list", ("15 CFR 774, Supp. 1",)
    problems: list[Problem] = []
    try:
        lines = list(csv.reader(io.StringIO(_text(raw), newline=""), strict=True))
    except (UnicodeDecodeError, csv.Error) as error:
        return Parsed(INDEX, None, title, cite, {}, (fatal("not_csv", "file", f"no CSV: {error}"),))
    content: dict[str, list[str]] = {}
    for number, cells in enumerate(lines[1:], 2):
        if len(cells) != len(_INDEX_HEADER):
            problems.append(fatal("cut_row", f"line {number}", f"{len(cells)} fields instead of six"))
            continue
        for cell in cells[1:]:
            eccn = _tidy(cell)
            if cell.strip() and not eccn:
                problems.append(
                    note("eccn", f"line {number}", f"{cell!r} is no ECCN: left out", ",".join(cells))
                )
            elif eccn:
                content.setdefault(eccn, []).append(cells[0].strip())
    if len(lines) < _FEWEST_INDEXED:
        problems.append(fatal("truncated", "file", f"{len(lines)} lines: the file is cut"))
    return Parsed(INDEX, day_in(name), title, cite, content, tuple(problems))


def _text(raw: bytes) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252")  # the index of 2015 is a spreadsheet's export


def _tidy(text: str) -> str:
    """Return `1C351d1` as `1C351.d.1`; empty for no ECCN."""
    found = _ECCN.fullmatch("".join(text.split()))
    return ".".join([found[1], *_STEPS.findall(found[2])]) if found else ""

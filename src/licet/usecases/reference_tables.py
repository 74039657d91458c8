"""Official reference tables as they are published: what one file gives, with everything that was wrong."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from licet.model.problem import Problem, Severity
from licet.text.countries import country_code

_MISSPELT = {"Seycheles": "SC", "Cote d'lvoire": "CI", "Surinam": "SR"}
"""Names that the publishers themselves misspell or no longer use."""
_ISO_DAY = re.compile(r"(\d{4})[-_](\d{2})[-_](\d{2})")
_US_DAY = re.compile(r"(?<!\d)(\d{1,2})[-_](\d{1,2})[-_](\d{4})")


@dataclass(frozen=True, slots=True)
class Parsed:
    """One table read from one file.

    Attributes:
        id: Id of the table in the rulebook.
        dated: Day of the issue; None where the file does not say.
        title: What it is.
        cite: Where it stands in the law.
        content: The table itself.
        problems: What was wrong; a FATAL one refuses the file.
    """

    id: str
    dated: date | None
    title: str
    cite: tuple[str, ...]
    content: Mapping[str, Any]
    problems: tuple[Problem, ...]

    @property
    def refused(self) -> bool:
        """Whether the file is not usable."""
        return any(item.severity is Severity.FATAL for item in self.problems)


def fatal(code: str, where: str, message: str) -> Problem:
    """Return a problem that refuses the file."""
    return Problem(code, where, message, severity=Severity.FATAL)


def note(code: str, where: str, message: str, record: str = "") -> Problem:
    """Return a problem that lost nothing."""
    return Problem(code, where, message, record[:500], Severity.NOTE)


def code_of(name: str) -> str:
    """Return the ISO 3166 alpha-2 code of a country as these tables write it; empty when unknown."""
    tidy = " ".join(name.split())
    # One publisher writes two blanks for a comma: `Korea  North`.
    return _MISSPELT.get(tidy) or country_code(tidy) or country_code(name.strip().replace("  ", ", "))


def day_in(text: str) -> date | None:
    """Return the first day in a text or file name, such as `2026-07-23` or `11_12_2025`."""
    for pattern, order in ((_ISO_DAY, (1, 2, 3)), (_US_DAY, (3, 1, 2))):
        for found in pattern.finditer(text):
            try:
                return date(*(int(found[place]) for place in order))
            except ValueError:
                continue
    return None


def read_json(raw: bytes) -> Mapping[str, Any] | Problem:
    """Return a JSON object, or why the bytes are none: a cut file does not parse."""
    try:
        found = json.loads(raw.decode("utf-8-sig"))
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        return fatal("not_json", "file", f"no JSON, or cut off: {error}")
    if not isinstance(found, dict):
        return fatal("not_json", "file", "the JSON is no object")
    return found


def issue_of(plain: Mapping[str, Any]) -> date | None:
    """Return the issue that a JSON file names as its own."""
    return day_in(str(plain.get("ecfrIssueDate", "")))


def unknown_keys(plain: Mapping[str, Any], known: frozenset[str], where: str) -> list[Problem]:
    """Return a problem for each field that is not known: a changed format must not pass unseen."""
    return [note("unknown_field", where, f"unknown field {key}") for key in sorted(plain.keys() - known)]

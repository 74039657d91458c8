"""Which chapter 99 heading the official table gives for a tariff code of 8 or 10 digits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from licet.model.rulebook import Rulebook

TABLE = "us.tariff.section301.codes"
"""Id of the imported table: `content` maps a code of 8 or 10 digits to its heading."""


@dataclass(frozen=True, slots=True)
class Lookup:
    """What the table says about a code.

    Attributes:
        heading: The heading; empty when the code is on no list, or cannot be told.
        known: The table answers for this code.
        why: Why it does not, in words.
        fact: What would settle it: `hts`, or `import` for a table that is not loaded.
        told: Which table was used.
        later: The table is dated after the day asked about.
    """

    heading: str
    known: bool
    why: str = ""
    fact: str = ""
    told: str = ""
    later: bool = False


def digits(hts: str) -> str:
    """Return a code without dots and blanks."""
    return "".join(sign for sign in hts if sign.isdigit())


def issue(book: Rulebook, day: date) -> Mapping[str, Any] | None:
    """Return the issue of the table for a day: the newest dated by it, else the earliest later one.

    A table of 2020 names the lists of 2018 with the codes of its own day; the answer says which was used.
    """
    issues = book.tables.get(TABLE, ())
    return book.table(TABLE, day) or (issues[0] if issues else None)


def look_up(book: Rulebook, hts: str, day: date) -> Lookup:
    """Return the heading of a code; a line of 10 digits goes before that of its first 8."""
    table = issue(book, day)
    if table is None:
        return Lookup("", known=False, why="the table of codes is not loaded", fact="import")
    source = table["source"]
    told = f"table of {table['dated']} ({source['file']}, sha256 {source['sha256'][:12]})"
    later = table["dated"] > day
    code = digits(hts)
    if len(code) not in {8, 10}:
        why = f"a code of 8 or 10 digits is needed, not {code!r}" if code else "no tariff code is stated"
        return Lookup("", known=False, why=why, fact="hts", told=told, later=later)
    content: Mapping[str, str] = table["content"]
    heading = content.get(code) or content.get(code[:8])
    if heading:
        return Lookup(heading, known=True, told=told, later=later)
    if len(code) == 8 and code in book.derived(_split_codes):
        why = f"the list names only some lines of 10 digits under {code}"
        return Lookup("", known=False, why=why, fact="hts", told=told, later=later)
    return Lookup("", known=True, told=told, later=later)


def _split_codes(book: Rulebook) -> frozenset[str]:
    """Return the codes of 8 digits of which a table lists lines of 10 digits."""
    issues = book.tables.get(TABLE, ())
    return frozenset(code[:8] for table in issues for code in table["content"] if len(code) == 10)

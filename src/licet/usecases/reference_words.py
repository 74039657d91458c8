"""The words of the control list: which paragraphs a reason reaches, and where it needs a licence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from licet.text.countries import country_code

_CONTROL = re.compile(r"([A-Z]{2}) appl(?:ies|y) (?:to )?(.*)", re.DOTALL)
_ENTIRE = re.compile(r"(?:the )?entire entry\.?(?: [A-Z]{2} applies to entire entry\.?)?", re.IGNORECASE)
_EXCEPT = re.compile(r"(?:the )?entire entry,? except:?(?: for)? (.*)", re.IGNORECASE | re.DOTALL)
_LEAD = re.compile(
    r"(?:(?:items|commodities|equipment) )?"
    r"(?:(?:controlled|specified) (?:by|under|in) |in )?"
    r"(?:paragraphs? )?"
)
_SPLIT = re.compile(r"\s*,\s*(?:and\s+|or\s+)?|\s+(?:and|or)\s+")
_PARAGRAPH = re.compile(r"(?:ECCN )?(?:(\d[A-E]\d{3})\.\s?|\.\s?)?([a-z](?:\.\s?[0-9a-z]+)*)")
_COLUMN = re.compile(r"(?:\b([A-Z]{2}) )?Column (\d)", re.IGNORECASE)
_TO = re.compile(r"(?:re)?export to ([A-Z][\w ]+?)(?: or transfer| and transfer|,|\.| for )")
_ALL_EXCEPT = re.compile(r"ALL destinations, except ([A-Z]\w+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a reason needs a licence, as a line of an entry says.

    Attributes:
        column: Column of the Country Chart, such as `NS2`.
        reach: `column`, `everywhere`, `everywhere_but`, `countries`, `macau_or_d5`, `advanced_computing` or
            `unread`.
        countries: ISO 3166 alpha-2.
        reason: Where the line names another reason than its control.
        text: The words.
    """

    column: str = ""
    reach: str = "column"
    countries: tuple[str, ...] = ()
    reason: str = ""
    text: str = ""


def scope_of(eccn: str, text: str) -> tuple[str, str, tuple[str, ...]]:
    """Return the reason of a line, how it reaches (`entire`, `except`, `paragraphs`, `words`), and which."""
    found = _CONTROL.fullmatch(text)
    if not found:
        entire = bool(re.search(r"appl(?:ies|y) to (?:the )?entire entry\.?$", text))
        return "entry", "entire" if entire else "words", ()
    reason, rest = found[1], found[2].strip()
    if _ENTIRE.fullmatch(rest):
        return reason, "entire", ()
    left_out = _EXCEPT.fullmatch(rest)
    named = _paragraphs(eccn, left_out[1] if left_out else rest)
    if named:
        return reason, "except" if left_out else "paragraphs", named
    return reason, "words", ()


def _paragraphs(eccn: str, text: str) -> tuple[str, ...]:
    """Return the paragraphs that a text names and nothing else; empty when other words stand there."""
    bare = text.strip().rstrip(".").removesuffix(" of this entry")
    bare = bare[_LEAD.match(bare).end() :] if _LEAD.match(bare) else bare  # type: ignore[union-attr]
    found: list[str] = []
    for part in _SPLIT.split(bare):
        ends = [_one(eccn, end) for end in part.split(" to ")]
        if not all(ends) or len(ends) > 2:
            return ()
        found += ends if len(ends) == 1 else _range(*ends)
        if len(ends) > 1 and not _range(*ends):
            return ()
    return tuple(found)


def _one(eccn: str, text: str) -> str:
    found = _PARAGRAPH.fullmatch(text.strip())
    if not found or found[1] not in {None, eccn}:
        return ""
    return found[2].replace(" ", "")


def _range(first: str, last: str) -> list[str]:
    """Return `a.1` to `a.3` as three, `g` to `j` as four; empty for no plain range."""
    head, _dot, low = first.rpartition(".")
    other, _dot, high = last.rpartition(".")
    if head != other:
        return []
    before = f"{head}." if head else ""
    if low.isdigit() and high.isdigit():
        return [f"{before}{number}" for number in range(int(low), int(high) + 1)]
    if len(low) == len(high) == 1:
        return [f"{before}{chr(code)}" for code in range(ord(low), ord(high) + 1)]
    return []


def place_of(text: str, reason: str) -> Iterator[Place]:
    """Yield where a line needs a licence; words that are not known give `unread`, never nothing."""
    columns = _COLUMN.findall(text)
    if columns:
        for named, number in columns:
            own = named.upper() or reason
            yield Place(f"{own}{number}", reason=own, text=text)
        return
    yield _words(text)


_KNOWN: tuple[tuple[str, Place], ...] = (
    ("worldwide control", Place(reach="everywhere")),
    ("to or within any destination worldwide", Place(reach="everywhere")),
    (
        "to or within the united arab emirates or destinations specified in country groups d:1, d:4, and d:5",
        Place(reach="advanced_computing"),
    ),
    ("to or within macau or a destination specified in country group d:5", Place(reach="macau_or_d5")),
    ("china, russia, or venezuela", Place(reach="countries", countries=("CN", "RU", "VE"))),
    ("china, russia or venezuela", Place(reach="countries", countries=("CN", "RU", "VE"))),
    ("see § 746.8 for specific license requirements", Place(reach="countries", countries=("BY", "RU"))),
    ("a license is required for all destinations, as specified in § 742.13", Place(reach="everywhere")),
)
"""Beginnings of the words that are known."""


def _words(text: str) -> Place:
    low = text.casefold()
    spared = _ALL_EXCEPT.search(text)
    if spared and country_code(spared[1]):
        return Place(reach="everywhere_but", countries=(country_code(spared[1]),), text=text)
    known = next((place for begin, place in _KNOWN if low.startswith(begin)), None)
    if known is not None:
        return replace(known, text=text)
    countries = _countries(text)
    return Place(reach="countries" if countries else "unread", countries=countries, text=text)


def _countries(text: str) -> tuple[str, ...]:
    """Return the countries of "a license is required ... for export or reexport to Iraq or Pakistan"."""
    if "to North Korea for anti-terrorism reasons" in text:
        return ("KP",)
    found = _TO.search(text)
    if not found:
        return ()
    codes = [country_code(name) for name in found[1].split(" or ")]
    return tuple(sorted(codes)) if all(codes) else ()

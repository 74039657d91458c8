"""Single values of a shipment: days, moments, exact numbers, facts, countries, words of a closed set."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal, InvalidOperation
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from licet.model import PartialDate
from licet.text.countries import country_code
from licet.usecases.shipment_text import DIGITS, Plain, Raw

_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d{1,2})?")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?)\s*(\S*)")
_OFFSET = re.compile(r"([+-])(\d{2}):?(\d{2})")
_FACTS = {"true": True, "yes": True, "false": False, "no": False}
_UNSTATED = frozenset({"", "~", "null", "Null", "NULL"})
_FIXED = {
    "EST": -5,
    "EDT": -4,
    "PST": -8,
    "PDT": -7,
    "GMT": 0,
    "UTC": 0,
    "Z": 0,
    "CET": 1,
    "CEST": 2,
    "JST": 9,
    "HKT": 8,
}
_CONTROLS = frozenset({*range(0x20), *range(0x7F, 0xA0)} - {9, 10, 11, 12, 13, 0x85})
_LONGEST = 10_000
_LONGEST_NAME = 1_000
_PLACES = {"ET": "America/New_York", "PT": "America/Los_Angeles"}


class ValueProblem(ValueError):  # noqa: N818  told as a problem with its path; never leaves the reader
    """A value that a field cannot have; the message says what it can."""


def unstated(value: Raw) -> bool:
    """Tell whether a value says nothing: null, or an empty word of YAML."""
    return value is None or (type(value) is Plain and value in _UNSTATED)


def text(value: Raw) -> str:
    """Return a text; a whole number counts as its digits."""
    if type(value) is str and len(value) <= _LONGEST and value.isprintable():
        return value.strip()
    if isinstance(value, bool) or not isinstance(value, str | int):
        message = f"must be a text, not {shown(value)}"
        raise ValueProblem(message)
    found = str(value).strip()
    if len(found) > _LONGEST:
        message = f"has {len(found):,} characters; a text has at most {_LONGEST:,}"
        raise ValueProblem(message)
    return found if found.isprintable() else _printable(found)


def name(value: Raw) -> str:
    """Return a text that is screened as a name, an address or a number.

    What is longer than any name is refused: time to compare grows with its square, and a name drowned in
    text is not found.
    """
    found = text(value)
    if len(found) > _LONGEST_NAME:
        message = f"has {len(found):,} characters; a name has at most {_LONGEST_NAME:,}: state it alone"
        raise ValueProblem(message)
    return found


def _printable(found: str) -> str:
    if any(0xD800 <= ord(letter) <= 0xDFFF for letter in found):
        message = "holds half a character (a lone surrogate)"
        raise ValueProblem(message)
    if "\x00" in found:
        message = "holds a NUL character"
        raise ValueProblem(message)
    if bad := next((letter for letter in found if ord(letter) in _CONTROLS), ""):
        message = f"holds a control character (U+{ord(bad):04X}): take it out"
        raise ValueProblem(message)
    return found


def number(value: Raw, *, percent: bool) -> Decimal:
    """Return an exact number, not below 0; for a percentage at most 100, with or without its sign."""
    found = value
    if isinstance(value, str):
        bare = value.strip()
        bare = bare.removesuffix("%").rstrip() if percent else bare
        if len(bare) > DIGITS or not _NUMBER.fullmatch(bare):
            message = f"must be a number such as 30 or 12.5, not {shown(value)}"
            raise ValueProblem(message)
        found = bare
    elif isinstance(value, bool) or not isinstance(value, int | Decimal):
        message = f"must be a number, not {shown(value)}"
        raise ValueProblem(message)
    try:
        exact = Decimal(found)
    except InvalidOperation as error:
        message = f"must be a number, not {shown(value)}"
        raise ValueProblem(message) from error
    if exact < 0 or (percent and exact > 100):
        message = f"must be {'between 0 and 100 per cent' if percent else 'at least 0'}, not {exact}"
        raise ValueProblem(message)
    return exact


def whole(value: Raw) -> int:
    """Return a whole number, not below 0."""
    found = number(value, percent=False)
    if found != found.to_integral_value():
        message = f"must be a whole number, not {found}"
        raise ValueProblem(message)
    return int(found)


def fact(value: Raw) -> bool | None:
    """Return a fact; `unknown` is not stated."""
    if isinstance(value, bool):
        return value
    word = value.strip().lower() if isinstance(value, str) else ""
    if word == "unknown":
        return None
    if word in _FACTS:
        return _FACTS[word]
    message = f"must be true, false or unknown, not {shown(value)}"
    raise ValueProblem(message)


def day(value: Raw) -> date:
    """Return a day, written YYYY-MM-DD."""
    written = value.strip() if isinstance(value, str) else ""
    if not _DAY.fullmatch(written):
        message = f"must be a day written YYYY-MM-DD, not {shown(value)}"
        raise ValueProblem(message)
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        message = f"{written} is no day of the calendar"
        raise ValueProblem(message) from error


def moment(value: Raw) -> datetime:
    """Return a moment with its zone: `2019-05-16T16:30-04:00`, `2019-05-16 16:30 ET`."""
    found = _MOMENT.fullmatch(value.strip()) if isinstance(value, str) else None
    if not found:
        message = (
            f"must be a moment such as 2019-05-16T16:30-04:00 or 2019-05-16 16:30 ET, not {shown(value)}"
        )
        raise ValueProblem(message)
    try:
        local = datetime.fromisoformat(f"{found[1]}T{found[2]}")
    except ValueError as error:
        message = f"{value} is no moment of the calendar"
        raise ValueProblem(message) from error
    if not found[3]:
        message = f"{value} names no moment without a zone: add -04:00, Z or ET"
        raise ValueProblem(message)
    return fixed(local.replace(tzinfo=_zone(found[3])))


def fixed(instant: datetime) -> datetime:
    """Return a moment with its offset from UTC alone: the same moment is then written one way."""
    offset = instant.utcoffset()
    return instant.replace(tzinfo=timezone(offset) if offset else UTC)


def is_moment(value: Raw) -> bool:
    """Tell whether a value is meant as a moment rather than as a day."""
    return isinstance(value, str) and ":" in value


def partial(value: Raw) -> PartialDate:
    """Return a date of any precision: `1971`, `1971-04`, `1971-04-30`, `1961/1963`."""
    try:
        return PartialDate.from_iso(text(value))
    except ValueError as error:
        raise ValueProblem(str(error)) from error


def country(value: Raw) -> str:
    """Return the ISO 3166 alpha-2 code of a country, by its name or code."""
    written = text(value)
    code = country_code(written)
    if written and not code:
        message = f"{written!r} is no country that is known: use a name in English or an ISO 3166 code"
        raise ValueProblem(message)
    return code


def word(written: str) -> str:
    """Return a word as the closed sets write theirs: lower case, joined by underscores."""
    return re.sub(r"[\s_-]+", "_", written.strip().lower())


def one_of(written: str, allowed: Iterable[str], what: str) -> str:
    """Return a word of a closed set."""
    found = word(written)
    known = tuple(allowed)
    if found in known:
        return found
    message = f"{written!r} is no {what}{nearest(found, known)}; there are {', '.join(known)}"
    raise ValueProblem(message)


def nearest(written: str, known: Iterable[str]) -> str:
    """Return a suggestion in words, or nothing."""
    close = difflib.get_close_matches(written, list(known), n=2, cutoff=0.6)
    return f" (did you mean {' or '.join(close)}?)" if close else ""


def shown(value: Raw) -> str:
    """Return a value for a message, cut to a length that can be read."""
    if isinstance(value, dict):
        return "an object"
    if isinstance(value, list):
        return "a list"
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return str(value).lower()
    told = repr(str(value)) if isinstance(value, str) else str(value)
    return told if len(told) <= 60 else f"{told[:60]}..."


def _zone(written: str) -> timezone | ZoneInfo:
    offset = _OFFSET.fullmatch(written)
    if offset:
        hours, minutes = int(offset[2]), int(offset[3])
        if hours > 14 or minutes > 59:
            message = f"{written} is no offset from UTC"
            raise ValueProblem(message)
        apart = timedelta(hours=hours, minutes=minutes)
        return timezone(-apart if offset[1] == "-" else apart)
    name = written.upper()
    if name in _FIXED:
        return timezone(timedelta(hours=_FIXED[name]))
    try:
        return ZoneInfo(_PLACES.get(name, written))
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        message = f"{written!r} is no zone that is known: write an offset such as -04:00, or Z, ET, EST, EDT"
        raise ValueProblem(message) from error

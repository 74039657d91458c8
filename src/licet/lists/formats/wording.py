"""How publishers write inside a field: numbered alternatives, dates with gaps, countries with asides."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from licet.model import PartialDate
from licet.text.countries import country_code

_FIRST_MARK = re.compile(r"\s*\(?(?:1|a|i)\)", re.IGNORECASE)
_MARK = re.compile(
    r"(?:(?<=[\s.,;:)\]-])|^)\(?(?:\d{1,2}|[a-h]|i{1,3}|iv|vi{0,3})\)(?:\s*-\s*(?=\(?\d))?", re.IGNORECASE
)
_DAY_MONTH_YEAR = re.compile(r"([0-9d]{1,2})[/.-]([0-9m]{1,2})[/.-]([0-9]{4})", re.IGNORECASE)
_DAY_NAME_YEAR = re.compile(r"(?:(\d{1,2})[- ]+)?([A-Z][a-z]{2,8})\.?[- ]+(\d{4})")
_ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[-+T].*|Z)?", re.DOTALL)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SENTENCE = re.compile(r"\.? (?:previously|formerly|as (?:of|at) [A-Z][a-z]+ \d{4}).*", re.IGNORECASE)
_HEDGE = re.compile(r"^(?:possibly|probably|believed to be|currently|also|\W)+\s*", re.IGNORECASE)
_WORDS = re.compile(r"\b(?:citizenship|citizen|nationality|national|passport)\b.*$|[\s.;,]+$", re.IGNORECASE)
_GENDERS = {"m": "male", "male": "male", "f": "female", "female": "female"}


def one_line(text: str) -> str:
    """Return the text with every run of white space as one space: copies of a file re-wrap their lines."""
    return " ".join(text.split())


def split_numbered(text: str) -> tuple[str, ...]:
    """Return the alternatives of `(1) Iran (2) Iraq`, `1) .. 2) ..` or `a) .. b) ..`; else the text itself.

    A field is only split when it begins with its first mark. Marks with nothing after them, as in
    `(1)-(2) Indonesia`, share what follows.
    """
    text = text.strip()
    if not _FIRST_MARK.match(text):
        return (text,) if text else ()
    parts = (part.strip(" ,;-") for part in _MARK.split(text))
    return tuple(dict.fromkeys(part for part in parts if part))


def day_month_year(text: str) -> PartialDate | None:
    """Read `28/09/1955`, `00/00/1980`, `10/00/1983`, `dd/mm/1961`; None when it is none of these.

    A part that is 00 or letters is not known. `10/00/1983` has a day and no month: only the year counts.
    """
    found = _DAY_MONTH_YEAR.fullmatch(text.strip())
    if not found:
        return None
    day, month = (int(part) if part.isdigit() else 0 for part in found.groups()[:2])
    return _partial(int(found[3]), month, day)


def named_month(text: str) -> PartialDate | None:
    """Read `Nov. 1973`, `August 1961`, `08-Oct-2026` or `3 May 2007`; None when it is none of these."""
    found = _DAY_NAME_YEAR.fullmatch(one_line(text))
    month = month_number(found[2]) if found else 0
    if not found or not month:
        return None
    return _partial(int(found[3]), month, int(found[1] or 0))


def month_number(text: str) -> int:
    """Return 1 to 12 for an English month's name or its first letters (`Sep.`); 0 for anything else."""
    start = text.strip(" .").casefold()[:3]
    return _MONTHS.index(start) + 1 if start in _MONTHS else 0


def iso_day(text: str) -> date | None:
    """Read `2012-12-31`, with or without a time or zone after it; None when it is no such day."""
    found = _ISO_DAY.fullmatch(text.strip())
    try:
        return date(int(found[1]), int(found[2]), int(found[3])) if found else None
    except ValueError:
        return None


def exact_day(text: str) -> date | None:
    """Read `31/07/2024` or `08-Oct-2026`; None when it is no such day or not known to the day."""
    read = day_month_year(text) or named_month(text)
    return read.first if read and read.first == read.last else None


@lru_cache(maxsize=20_000)
def country(text: str) -> str:
    """Return the ISO 3166 alpha-2 code of a country or demonym, with or without an aside; "" when unknown.

    Understands a hedge before (`Possibly Ethiopian`), a noun after (`Iranian citizenship`), and what is
    said of another time (`Cabo Verde. Previously Cape Verde.`).
    """
    bare = _SENTENCE.sub("", one_line(text))
    return country_code(bare) or country_code(_WORDS.sub("", _HEDGE.sub("", bare)))


def gender(text: str) -> str:
    """Return `male` or `female`; "" for anything else."""
    return _GENDERS.get(text.strip().casefold(), "")


def joined(*parts: str) -> str:
    """Return the parts that are not empty, joined by commas, each as one line."""
    return ", ".join(line for line in map(one_line, parts) if line)


def pairs(values: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Return the details of a listing: sorted, without empty values."""
    return tuple(sorted((key, value) for key, value in values.items() if value))


def _partial(year: int, month: int, day: int) -> PartialDate | None:
    try:
        if month and day:
            return PartialDate.day(year, month, day)
        return PartialDate.month(year, month) if month else PartialDate.year(year)
    except ValueError:
        return None

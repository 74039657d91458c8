"""Read a birth date as users write it; where two readings are possible, keep both."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata

from licet.model import PartialDate

_EARLIEST, _LATEST = 1800, 2100
_FILLERS = {"0001-01-01", "1111-11-11", "1899-12-30", "1899-12-31", "1900-01-01", "9999-12-31", "0000-00-00"}
"""Days that programs put where no date is known; as birth dates they would contradict every listing."""
_NONE = {"", "-", "--", "?", "n/a", "na", "nan", "none", "null", "unknown"}
_CIRCA = re.compile(r"^(?:circa|approximately|approx\.?|about|around|vers|um|ca?\.?\s|~)\s*", re.IGNORECASE)
_YEARS = re.compile(r"(?:between\s+)?(\d{4})\s*(?:-|–|/|to|and)\s*(\d{4})", re.IGNORECASE)
_ISO = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?:[T ]\d{2}:\d{2}.*)?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_HAN = re.compile(r"(\d{4})\s*年(?:\s*(\d{1,2})\s*月(?:\s*(\d{1,2})\s*[日号])?)?")
_TWO_FIRST = re.compile(r"(\d{1,2})([-/. ])(\d{1,2})\2(\d{4})(?: \d{2}:\d{2}.*)?")
_MONTH_YEAR = re.compile(r"(\d{1,2})[-/.](\d{4})")
_WORDS = re.compile(r"[^\W\d_]+|\d+")
_MONTHS = {
    word: number
    for number, words in enumerate(
        (
            "jan january januar janvier enero ene",
            "feb february februar fevrier febrero fev",
            "mar march marz maerz mars marzo",
            "apr april avril abril avr abr",
            "may mai mayo",
            "jun june juni juin junio",
            "jul july juli juillet julio",
            "aug august aout agosto ago",
            "sep sept september septembre septiembre setiembre",
            "oct october oktober octobre octubre okt",
            "nov november novembre noviembre",
            "dec december dezember decembre diciembre dez dic",
        ),
        1,
    )
    for word in words.split()
}
_FILLING_WORDS = {"de", "del", "of", "th", "st", "nd", "rd", "er", "the"}


def read_birth_date(value: object) -> tuple[PartialDate | None, str]:
    """Return the date that a cell states and a note (empty when there is nothing to say).

    Days, months, years, ranges of years and "circa" are read, with month names in English, German, French and
    Spanish. With dots (`04.05.1970`) the day is first, as everywhere with dots. With slashes or hyphens
    both orders are in use: where both give a day, the result is the interval from one to the other and the
    note says so. A filler such as 1900-01-01 is not used. What cannot be read is no date and a note.
    """
    if value is None or isinstance(value, bool):
        return None, ""
    if isinstance(value, dt.date):
        return _checked(PartialDate.day(value.year, value.month, value.day), value.isoformat()[:10])
    text = str(value).strip()
    if text.casefold() in _NONE:
        return None, ""
    found, note = _read(text)
    if found is None:
        return None, note or f"birth date {text!r} not understood, not used"
    checked, refusal = _checked(found, text)
    return checked, refusal or note


def _checked(found: PartialDate, text: str) -> tuple[PartialDate | None, str]:
    if found.first == found.last and found.first.isoformat() in _FILLERS:
        return None, f"birth date {text!r} looks like a filler, not used"
    if not _EARLIEST <= found.first.year <= found.last.year <= _LATEST:
        return None, f"birth date {text!r} is out of range, not used"
    return found, ""


def _read(text: str) -> tuple[PartialDate | None, str]:
    plain = _CIRCA.sub("", text)
    circa = plain != text
    if plain.split(" ", 1)[0].split("T", 1)[0] in _FILLERS:
        return None, f"birth date {text!r} looks like a filler, not used"
    try:
        return _by_pattern(plain, text, circa=circa) or (_with_month_name(plain, circa=circa), "")
    except ValueError:
        return None, f"birth date {text!r} is no day of the calendar, not used"


def _by_pattern(plain: str, text: str, *, circa: bool) -> tuple[PartialDate, str] | None:
    for pattern in (_ISO, _COMPACT, _HAN):
        found = pattern.fullmatch(plain)
        if found:
            return _build(found.groups(), circa=circa), ""
    if years := _YEARS.fullmatch(plain):
        return PartialDate.years(int(years[1]), int(years[2]), circa=circa), ""
    if month_year := _MONTH_YEAR.fullmatch(plain):
        return PartialDate.month(int(month_year[2]), int(month_year[1]), circa=circa), ""
    pair = _TWO_FIRST.fullmatch(plain)
    return _two_first(pair, text, circa=circa) if pair else None


def _build(parts: tuple[str | None, ...], *, circa: bool) -> PartialDate:
    year, month, day = (int(part) if part else 0 for part in parts)
    if day:
        return PartialDate.day(year, month, day, circa=circa)
    return PartialDate.month(year, month, circa=circa) if month else PartialDate.year(year, circa=circa)


def _two_first(pair: re.Match[str], text: str, *, circa: bool) -> tuple[PartialDate, str]:
    first, second, year = int(pair[1]), int(pair[3]), int(pair[4])
    if pair[2] == "." or first > 12 or first == second:
        return PartialDate.day(year, second, first, circa=circa), ""
    if second > 12:
        return PartialDate.day(year, first, second, circa=circa), ""
    days = sorted((dt.date(year, second, first), dt.date(year, first, second)))
    note = f"birth date {text!r} may be {days[0]} or {days[1]}; the days between are all compared"
    return PartialDate(days[0], days[1], circa, text), note


def _with_month_name(text: str, *, circa: bool) -> PartialDate | None:
    words = [word for word in _WORDS.findall(_bare(text)) if word not in _FILLING_WORDS]
    months = [_MONTHS[word] for word in words if word in _MONTHS]
    numbers = [word for word in words if word.isdecimal()]
    years = [int(word) for word in numbers if len(word) == 4]
    days = [int(word) for word in numbers if len(word) <= 2]
    if len(months) != 1 or len(years) != 1 or len(days) > 1 or len(words) != 2 + len(days):
        return None
    if days:
        return PartialDate.day(years[0], months[0], days[0], circa=circa)
    return PartialDate.month(years[0], months[0], circa=circa)


def _bare(text: str) -> str:
    """Lower case without accents."""
    split = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in split if not unicodedata.combining(letter))

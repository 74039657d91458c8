"""Whether a destination is where a rule of the rulebook says, and which text of a rule a day has."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from licet.model.rulebook import Dated, Rulebook
from licet.rules.groups import governing, in_group
from licet.rules.ternary import some

_REMEMBERED = 20_000
_NAMES = ("groups", "countries", "regions", "anywhere")


def names_places(where: Mapping[str, Any]) -> bool:
    """Tell whether a rule names places at all; one that does not holds everywhere."""
    return any(name in where for name in _NAMES)


def is_within(book: Rulebook, where: Mapping[str, Any], place: tuple[str, str], day: date) -> bool | None:
    """Tell whether a place is one that a rule names; None where the country or its groups are not known.

    Args:
        book: The rulebook.
        where: With `groups`, `countries` (ISO 3166 alpha-2), `regions` or `anywhere`.
        place: Country and region.
        day: The day asked about.
    """
    if where.get("anywhere"):
        return True
    country, region = place
    if region and region in where.get("regions", ()):
        return True
    if not country:
        return None
    countries = where.get("countries", ())
    if country in countries or governing(book, country, day).country in countries:
        return True
    return some(_member(book, country, group, day) for group in where.get("groups", ()))


def _member(book: Rulebook, country: str, group: str, day: date) -> bool | None:
    """Return the same as `in_group`, remembered: a batch asks the same of a few countries and days."""
    seen = book.derived(_memory)
    key = (country, group, day)
    if key not in seen:
        if len(seen) >= _REMEMBERED:
            seen.clear()
        seen[key] = in_group(book, country, group, day)
    return seen[key]


def _memory(_book: Rulebook) -> dict[tuple[str, str, date], bool | None]:
    return {}


def place_fact(destination: str) -> str:
    """Return what is missing where it is not known whether a destination is within a group."""
    return f"rulebook: country groups of {destination} on this day" if destination else "destination"


def text_for(book: Rulebook, key: str, day: date) -> tuple[Dated | None, bool]:
    """Return the text of a rule for a day, and whether it is the text of that day.

    Where the rulebook does not hold the text of the day, the earliest later text is returned with False: it
    may have read otherwise, so nothing but a question can be built on it.

    Raises:
        KeyError: No value has this id.
    """
    seen = book.derived(_texts)
    if (key, day) not in seen:
        if len(seen) >= _REMEMBERED:
            seen.clear()
        seen[key, day] = _text_for(book, key, day)
    return seen[key, day]


def _texts(_book: Rulebook) -> dict[tuple[str, date], tuple[Dated | None, bool]]:
    return {}


def _text_for(book: Rulebook, key: str, day: date) -> tuple[Dated | None, bool]:
    value = book.values[key]
    held = value.on(day)
    if held is not None:
        return held, True
    later = [item for item in value.dated if item.interval.first is not None and item.interval.first > day]
    return (min(later, key=lambda item: item.interval.first or day) if later else None), False

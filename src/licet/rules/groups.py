"""Country groups by date (15 CFR part 740, Supp. 1), and whose row a destination follows (15 CFR 738.3(b)).

Hong Kong has no row of its own since 23 December 2020 (85 FR 83788): China's row and groups govern it, while
it stays Hong Kong as the country of an address. Macau has its own row and is not in D:5: rules that say
"Macau or D:5" name both. What the rulebook does not hold on a day is unknown, never "not a member".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from licet.model.law import Confidence
from licet.model.rulebook import Rulebook
from licet.rules.ternary import some

TABLE = "us.ear.country_groups"
"""Id of the imported table: `content` maps a group to its members, ISO 3166 alpha-2."""


@dataclass(frozen=True, slots=True)
class Governed:
    """Whose row and groups a destination follows.

    Attributes:
        country: ISO 3166 alpha-2 of the row.
        cite: Why it is not the destination's own; empty when it is.
    """

    country: str
    cite: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Membership:
    """Whether a destination is in a group on a day.

    Attributes:
        state: True, False, or None where what is loaded does not say.
        cite: Where it stands.
        source: Which values or table said so, in words.
        confidence: How well that is supported.
    """

    state: bool | None
    cite: tuple[str, ...]
    source: str
    confidence: Confidence = Confidence.HIGH


def governing(book: Rulebook, country: str, day: date) -> Governed:
    """Return whose row and groups a destination follows on a day."""
    value = book.values.get(f"us.ear.territory.{country}")
    held = value.on(day) if value else None
    if held is None:
        return Governed(country)
    return Governed(str(held.value), held.cite)


def in_group(book: Rulebook, country: str, group: str, day: date) -> bool | None:
    """Tell whether a destination is in a group, such as `D:5`, on a day; None where nothing says so."""
    return membership(book, country, group, day).state


def macau_or_d5(book: Rulebook, country: str, day: date) -> bool | None:
    """Tell whether a destination is Macau or in D:5, as many rules on chips say."""
    return some((country == "MO", in_group(book, country, "D:5", day)))


def membership(book: Rulebook, country: str, group: str, day: date) -> Membership:
    """Tell whether a destination is in a group on a day, and by what.

    The newest imported issue of the groups dated on or before the day decides, unless the rulebook itself
    holds something about this country that began after that issue.
    """
    governed = governing(book, country, day)
    value = book.values.get(f"us.ear.country_group.{group}")
    held = value.on(day) if value else None
    table = book.table(TABLE, day)
    began = held.interval.first if held else None
    stated = _stated(held.value, governed.country) if held else None
    if table is not None and not (stated is not None and began and began > table["dated"]):
        members = table["content"].get(group)
        cite = (*table["cite"], *governed.cite)
        if members is not None:
            return Membership(governed.country in members, cite, told(table))
    if held is None or stated is None:
        return Membership(
            None, ("15 CFR 740, Supp. 1", *governed.cite), "nothing that is loaded for this day"
        )
    return Membership(stated, (*held.cite, *governed.cite), "rulebook", held.confidence)


def told(table: Mapping[str, Any]) -> str:
    """Return which imported table it is, as an answer tells it."""
    source = table["source"]
    return f"{table['title']} of {table['dated']} ({source['file']}, sha256 {source['sha256'][:12]})"


def _stated(value: Mapping[str, Any], country: str) -> bool | None:
    if country in value["members"]:
        return True
    if country in value.get("open", ()) or not value["complete"]:
        return None
    return False

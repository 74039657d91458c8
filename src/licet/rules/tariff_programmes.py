"""Programmes of extra duties: which concern an item that enters, whether they name it, and at what rate."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from licet.model.rulebook import Dated, Rulebook
from licet.model.shipment import Item
from licet.rules.case import Case
from licet.rules.tariff_codes import Lookup, digits, look_up

_PREFIX = re.compile(r"^(section )?(301[ -]+)?(list )?")
_PREFIXES = ("us.tariff.", "cn.tariff.")
EXCLUSIONS = "us.tariff.section301.exclusions"


@dataclass(frozen=True, slots=True)
class Entry:
    """One item that enters a country, with what a programme says on the day.

    Attributes:
        case: The case.
        path: Such as `items[0]`.
        item: The item.
        into: Country of entry.
        stated: Lists that the user states, in small letters; None where nothing is stated.
    """

    case: Case
    path: str
    item: Item
    into: str
    stated: frozenset[str] | None


@dataclass(frozen=True, slots=True)
class Programme:
    """A programme with what holds on the day.

    Attributes:
        key: Id of the value in the rulebook.
        dated: What holds.
    """

    key: str
    dated: Dated

    @property
    def value(self) -> Mapping[str, Any]:
        """What holds, as the rulebook writes it."""
        value: Mapping[str, Any] = self.dated.value
        return value


def programmes(entry: Entry) -> Iterator[Programme]:
    """Yield the programmes of the country of entry that concern the origin on the day."""
    for key in entry.case.book.derived(_keys):
        dated = entry.case.book.value(key, entry.case.day)
        if dated is None:
            listed = entry.case.book.values[key].dated[0].value.get("list", "")
            if entry.stated and listed and listed.lower() in entry.stated:
                dated = Dated(
                    {"programme": key, "into": entry.into, "by": "unknown", "rate": None},
                    entry.case.book.values[key].dated[0].interval,
                    entry.case.book.values[key].dated[0].cite,
                )
            else:
                continue
        value = dated.value
        origins = value.get("origins")
        of_origin = entry.item.origin in origins if origins else entry.item.origin != entry.into
        if value["into"] == entry.into and of_origin:
            yield Programme(key, dated)


def _keys(book: Rulebook) -> tuple[str, ...]:
    return tuple(key for key in sorted(book.values) if key.startswith(_PREFIXES) and key != EXCLUSIONS)


def stated_lists(item: Item) -> frozenset[str] | None:
    """Return the lists that the user states; `list 3` and `301-3` are 3."""
    if not item.tariff_list.strip():
        return None
    parts = (" ".join(part.lower().split()) for part in item.tariff_list.split(","))
    return frozenset(_PREFIX.sub("", part) for part in parts if part)


def unknown_lists(entry: Entry) -> tuple[str, ...]:
    """Return the stated lists that no programme has: a misspelt list must not be silence."""
    known = entry.case.book.derived(_lists)
    return tuple(sorted((entry.stated or frozenset()) - known))


def _lists(book: Rulebook) -> frozenset[str]:
    values = [item.value for key in _keys(book) for item in book.values[key].dated]
    names = {str(value["list"]).lower() for value in values if "list" in value}
    return frozenset({"none", *names, *(one for value in values for one in value.get("headings", ()))})


def is_listed(entry: Entry, programme: Programme) -> tuple[bool | None, Lookup | None]:
    """Tell whether a programme names the good; None where that is not known."""
    value = programme.value
    listed = str(value.get("list", "")).lower()
    if value["by"] == "unknown":
        return None, None
    if listed and entry.stated is not None:
        return not entry.stated.isdisjoint({listed, *value.get("headings", ())}), None
    if value["by"] == "codes" and value["rate"]:
        lookup = look_up(entry.case.book, entry.item.hts, entry.case.day)
        return (lookup.heading in value["headings"] if lookup.known else None), lookup
    return _by_law(entry, value), None


def _by_law(entry: Entry, value: Mapping[str, Any]) -> bool | None:
    if value["by"] == "products":
        return _is_product(entry, value)
    if value["by"] == "not_loaded" and value["rate"] is None:
        return None if entry.stated is None else False
    return value["by"] in {"all", "announced"}


def _is_product(entry: Entry, value: Mapping[str, Any]) -> bool | None:
    product = entry.item.product.strip().lower().replace(" ", "_")
    if product in value["products"]:
        return True
    code = digits(entry.item.hts)
    if any(code.startswith(prefix) for prefix in value.get("codes", ())):
        return True
    if not value["rate"]:
        return False
    return None if value.get("open_list") and entry.stated is None else False


def in_transition(entry: Entry, value: Mapping[str, Any]) -> bool:
    """Tell whether the day of export would matter, and is not stated."""
    before: date = value["transition"]["entered_before"]
    return entry.case.day < before and entry.case.shipment.export_day is None


def rate_of(entry: Entry, value: Mapping[str, Any]) -> tuple[Decimal | None, str]:
    """Return the rate of the day, with the reason where it is not the ordinary one."""
    if value["rate"] is None:
        return None, ""
    shift, exported = value.get("transition"), entry.case.shipment.export_day
    if shift and exported and exported < shift["exported_before"]:
        if entry.case.day < shift["entered_before"]:
            why = f"exported on {exported}, before {shift['exported_before']}, and entered in time"
            return Decimal(shift["rate"]), why
        return Decimal(value["rate"]), f"entered on or after {shift['entered_before']}"
    return Decimal(value["rate"]), ""


def begins(book: Rulebook, key: str, day: date) -> date | None:
    """Return the first later day on which a programme is collected."""
    firsts = [item.interval.first for item in book.values[key].dated if item.value["rate"]]
    return min((first for first in firsts if first and first > day), default=None)

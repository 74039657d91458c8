"""How each field of a shipment is read, chosen once from its type and place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from functools import cache, lru_cache, partial
from typing import Any

from licet.model import PartialDate
from licet.model.shipment import Activity, Role
from licet.usecases import shipment_values as values
from licet.usecases import shipment_words as words
from licet.usecases.shipment_forms import FieldForm, form, is_form
from licet.usecases.shipment_text import Raw
from licet.usecases.shipment_values import ValueProblem, shown

_SCREENED = frozenset({"name", "names", "maker", "addresses", "subsidiary_of", "controlled_by"})


@dataclass(frozen=True, slots=True)
class Slot:
    """A field and how one value of it is read.

    Attributes:
        field: The field.
        read: Reads one value, or raises `ValueProblem`; None where it holds a dataclass.
    """

    field: FieldForm
    read: Callable[[Raw], Any] | None


@cache
def slots(of: type) -> Mapping[str, Slot]:
    """Return the fields of a dataclass by name, in order, each with its reader."""
    return {
        name: Slot(
            field, None if is_form(field.type) and field.type is not PartialDate else _reader(of, field)
        )
        for name, field in form(of).fields.items()
    }


@cache
def required(of: type) -> tuple[FieldForm, ...]:
    """Return the fields without which a dataclass cannot be made."""
    return tuple(field for field in form(of).fields.values() if field.required)


def _reader(of: type, field: FieldForm) -> Callable[[Raw], Any]:
    place = (of.__name__, field.name)
    if field.type is str:
        return _text_reader(place)
    if field.type is Decimal:
        return partial(values.number, percent="percent" in field.name)
    if field.type is Activity:
        return partial(_member, Activity, words.ACTIVITIES, "activity")
    if field.type is Role:
        return partial(_member, Role, words.ROLES, "role")
    return _day if place == ("Shipment", "day") else _READERS[field.type]


def _member(of: type[StrEnum], other: Mapping[str, str], what: str, value: Raw) -> StrEnum:
    found = of._value2member_map_.get(value) if type(value) is str else None
    if isinstance(found, of):
        return found
    written = values.text(value)
    return of(values.one_of(other.get(values.word(written), written), of, what))


def _day(value: Raw) -> date:
    return values.moment(value) if values.is_moment(value) else values.day(value)


_READERS: Mapping[type, Callable[[Raw], Any]] = {
    bool: values.fact,
    int: values.whole,
    date: values.day,
    datetime: values.moment,
    PartialDate: values.partial,
}


def _text_reader(place: tuple[str, str]) -> Callable[[Raw], str]:
    if place == ("Shipment", "destination"):
        return _destination
    if place in words.COUNTRIES:
        return _country
    if place in words.CHOICES:
        return partial(_choice, place)
    if place == ("Shipment", "region"):
        return _region
    if place[1] == "identifiers":
        return _identifier
    return values.name if place[1] in _SCREENED else values.text


def _destination(value: Raw) -> str:
    region = isinstance(value, str) and value.strip().lower() in words.REGIONS
    return str(value).strip() if region else _country(value)


def _country(value: Raw) -> str:
    return _known_country(str(value)) if isinstance(value, str) else values.country(value)


@lru_cache(maxsize=4096)
def _known_country(written: str) -> str:
    return values.country(written)


def _choice(place: tuple[str, str], value: Raw) -> str:
    found = values.text(value)
    if not found:
        return found
    spelt = words.SPELLINGS.get(values.word(found), found)
    return values.one_of(spelt, words.CHOICES[place], place[1].replace("_", " "))


def _identifier(value: Raw) -> str:
    found = values.name(value)
    kind, colon, number = found.partition(":")
    if not colon or not number.strip():
        message = f"must be KIND:VALUE, not {shown(found)}; kinds are {', '.join(words.IDENTIFIERS)}"
        raise ValueProblem(message)
    return f"{values.one_of(kind, words.IDENTIFIERS, 'kind of identifier')}:{number.strip()}"


def _region(value: Raw) -> str:
    found = values.text(value)
    return words.REGIONS.get(found.lower(), found)

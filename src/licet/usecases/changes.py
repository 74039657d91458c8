"""Tells a material change of a listed party from a cosmetic one.

Material is what can change an answer or a reviewer's mind: names, identifiers, birth dates, countries,
programmes, effective dates, kind, and what the measure requires. All else (spelling of an address, a remark,
the order of aliases, letter case) is cosmetic.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from licet.model import Listing

MEASURE_DETAILS = ("licence_requirement", "licence_policy", "standard_order", "sanctions_imposed")
"""Details that say what the measure requires (domain handbook, section 2.4)."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field that differs; the values are shown as sorted texts.

    Attributes:
        field: Name of the field.
        gone: Values that only the earlier content has.
        come: Values that only the later content has.
        material: Whether the difference is material.
    """

    field: str
    gone: tuple[str, ...]
    come: tuple[str, ...]
    material: bool


def field_changes(before: Listing, after: Listing) -> tuple[FieldChange, ...]:
    """Return every field that differs, the material ones first, in a fixed order."""
    changes = [
        change
        for field, values, material in _FIELDS
        if (change := _compare(field, values(before), values(after), material=material))
    ]
    return tuple(changes)


def is_material(before: Listing, after: Listing) -> bool:
    """Tell whether any material field differs."""
    return any(
        material and _folded(values(before)) != _folded(values(after)) for _field, values, material in _FIELDS
    )


def _compare(
    field: str, before: Iterable[str], after: Iterable[str], *, material: bool
) -> FieldChange | None:
    old, new = _folded(before), _folded(after)
    if old == new and not material:
        return None
    if old == new:
        exact_old, exact_new = set(before), set(after)
        if exact_old == exact_new:
            return None
        return FieldChange(
            field, tuple(sorted(exact_old - exact_new)), tuple(sorted(exact_new - exact_old)), material=False
        )
    gone = tuple(sorted(old[fold] for fold in old.keys() - new.keys()))
    come = tuple(sorted(new[fold] for fold in new.keys() - old.keys()))
    return FieldChange(field, gone, come, material)


def _folded(values: Iterable[str]) -> _Folded:
    return _Folded({" ".join(value.split()).casefold(): value for value in values if value})


class _Folded(dict[str, str]):
    """Values by their folded form; equal when the folded forms are."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, dict) and self.keys() == other.keys()

    def __ne__(self, other: object) -> bool:
        return not self == other

    __hash__ = None


def _names(listing: Listing) -> list[str]:
    return [f"{item.text} (weak)" if item.weak else item.text for item in listing.names]


def _identifiers(listing: Listing) -> list[str]:
    return [f"{item.kind}: {item.value} {item.country}".strip() for item in listing.identifiers]


def _birth_dates(listing: Listing) -> list[str]:
    return [item.iso for item in listing.birth_dates]


def _countries(listing: Listing) -> list[str]:
    return [*listing.countries, *(f"address in {item.country}" for item in listing.addresses if item.country)]


def _effective(listing: Listing) -> list[str]:
    start = f"from {listing.start.isoformat()}" if listing.start else ""
    end = f"until {listing.end.isoformat()}" if listing.end else ""
    return [start, end]


def _measure(listing: Listing) -> list[str]:
    return [f"{field}: {value}" for field, value in listing.details if field in MEASURE_DETAILS]


def _details(listing: Listing) -> list[str]:
    return [f"{field}: {value}" for field, value in listing.details if field not in MEASURE_DETAILS]


_FIELDS: tuple[tuple[str, Callable[[Listing], list[str]], bool], ...] = (
    ("kind", lambda item: [str(item.kind)], True),
    ("names", _names, True),
    ("identifiers", _identifiers, True),
    ("birth_dates", _birth_dates, True),
    ("countries", _countries, True),
    ("programmes", lambda item: list(item.programmes), True),
    ("effective", _effective, True),
    ("measure", _measure, True),
    ("addresses", lambda item: [address.text for address in item.addresses], False),
    ("birth_places", lambda item: list(item.birth_places), False),
    ("genders", lambda item: list(item.genders), False),
    ("titles", lambda item: list(item.titles), False),
    ("links", lambda item: [f"{link.kind}: {link.name}" for link in item.links], False),
    ("contacts", lambda item: list(item.contacts), False),
    ("citations", lambda item: list(item.citations), False),
    ("details", _details, False),
    ("remarks", lambda item: [item.remarks], False),
)

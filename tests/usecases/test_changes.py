"""Material and cosmetic changes of a listed party."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from licet.model import Address, Identifier, IdentifierKind, Listing, Name, PartialDate, PartyKind
from licet.usecases.changes import field_changes, is_material

BASE = Listing(
    list_id="us_bis_dpl",
    key="1",
    kind=PartyKind.PERSON,
    names=(Name("Ana Example"), Name("A. Example", weak=True)),
    birth_dates=(PartialDate.year(1961),),
    countries=("IR",),
    addresses=(Address("1 Main Street, Tehran", country="IR"),),
    identifiers=(Identifier(IdentifierKind.PASSPORT, "A123", "IR"),),
    programmes=("IRAN",),
    start=date(2018, 4, 15),
    end=date(2025, 3, 13),
    details=(("licence_policy", "Presumption of denial"), ("vessel_type", "")),
    remarks="Held office until 2016.",
)

MATERIAL = {
    "another name": replace(BASE, names=(*BASE.names, Name("Anna Example"))),
    "a name no longer weak": replace(BASE, names=(Name("Ana Example"), Name("A. Example"))),
    "another birth year": replace(BASE, birth_dates=(PartialDate.year(1962),)),
    "another country": replace(BASE, countries=("IR", "SY")),
    "an address in another country": replace(BASE, addresses=(Address("Moscow", country="RU"),)),
    "another passport": replace(BASE, identifiers=()),
    "another programme": replace(BASE, programmes=("IRAN", "SDGT")),
    "another end date": replace(BASE, end=date(2026, 3, 13)),
    "another licence policy": replace(BASE, details=(("licence_policy", "Policy of denial"),)),
    "another kind": replace(BASE, kind=PartyKind.UNKNOWN),
}
COSMETIC = {
    "another remark": replace(BASE, remarks="Held office."),
    "names in another order": replace(BASE, names=tuple(reversed(BASE.names))),
    "letter case and spaces": replace(BASE, names=(Name("ANA  EXAMPLE"), Name("A. Example", weak=True))),
    "another street": replace(BASE, addresses=(Address("2 Main Street, Tehran", country="IR"),)),
    "another title": replace(BASE, titles=("Colonel",)),
    "another detail": replace(BASE, details=(*BASE.details[:1], ("vessel_type", "Tanker"))),
}


@pytest.mark.parametrize("after", MATERIAL.values(), ids=MATERIAL)
def test_what_can_change_an_answer_is_material(after: Listing) -> None:
    """Names, identifiers, dates, countries, programmes, effective dates, and what the measure requires."""
    assert is_material(BASE, after)
    assert any(change.material for change in field_changes(BASE, after))


@pytest.mark.parametrize("after", COSMETIC.values(), ids=COSMETIC)
def test_everything_else_is_cosmetic(after: Listing) -> None:
    """A reworded remark or a reordered alias changes nothing that is decided."""
    assert not is_material(BASE, after)
    assert not any(change.material for change in field_changes(BASE, after))


def test_a_change_tells_what_went_and_what_came() -> None:
    """A reviewer sees both sides of the one field that differs."""
    (change,) = field_changes(BASE, replace(BASE, birth_dates=(PartialDate.years(1961, 1963),)))
    assert (change.field, change.gone, change.come) == ("birth_dates", ("1961",), ("1961/1963",))


def test_equal_listings_have_no_changes() -> None:
    """Nothing is reported of a listing that stayed the same."""
    assert field_changes(BASE, replace(BASE)) == ()

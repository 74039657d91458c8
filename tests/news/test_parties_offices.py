"""Offices of state that no catalogue knows are told by the shape of their names."""

from __future__ import annotations

import pytest

from licet.news.parties.party import Party, PartyKind, Role
from licet.news.reading import read
from licet.news.story import read_story


def party(text: str, name: str) -> Party:
    reading = read(read_story(f"date 2024-05-02\n\n{text}"))
    return next(value.value for value in reading.parties if name in value.value.mentions[0].span.text)


@pytest.mark.parametrize(
    "name",
    [
        "Ghana Roads Authority",
        "Lagos Port Authority",
        "Bureau of Mines",
        "Public Procurement Regulatory Board",
        "Southern Trade Court",
        "World Bank",
        "Asian Development Bank",
    ],
)
def test_an_office_of_state_is_an_authority_and_no_subject(name: str) -> None:
    found = party(f"The {name} debarred Orlan Works in May.", name)
    assert found.kind is PartyKind.AUTHORITY
    assert found.role is Role.AUTHORITY


@pytest.mark.parametrize(
    "name", ["Kestrel Service", "Orlan Works", "Tarn Agency Ltd", "Velmora Board Games", "Northlake Bank"]
)
def test_a_company_with_a_word_of_offices_in_its_name_stays_a_subject(name: str) -> None:
    assert party(f"The Treasury Department fined {name} in May.", name).kind is PartyKind.ORGANISATION

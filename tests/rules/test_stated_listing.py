"""A party that the user states to be listed, and that no record was matched to, is put to a person."""

from __future__ import annotations

from typing import Any

import pytest
from tests.rules.building import EMPTY, LAW, case, decided, party

from licet.rules.registry import kind

CODES = (
    ("denial_order", "DPL", "us_bis_dpl"),
    ("entity_listing", "EL", "us_csl"),
    ("unverified", "UVL", "us_csl"),
    ("military_end_user", "MEU", "us_csl"),
    ("debarred", "DTC", "us_ddtc_aeca"),
    ("nonproliferation", "ISN", "us_state_isn"),
)


def asked(*codes: str, role: str = "maker") -> dict[str, Any]:
    """Return a shipment with a party of which the user states lists."""
    one = {"role": role, "name": "Quiet Meadow Labs", "country": "IN", "listed_as": list(codes)}
    return {"activity": "export", "destination": "IN", "day": "2024-06-01", "parties": [one]}


@pytest.mark.parametrize(("name", "code", "list_id"), CODES)
def test_a_stated_listing_without_a_record_is_asked_about(name: str, code: str, list_id: str) -> None:
    """Once a record is matched, the record speaks; another list's code is none of the kind's business."""
    found = decided(kind(name), case(asked(code), EMPTY))
    assert [(item.code, item.decides) for item in found.questions] == [("stated_listing", True)]
    row = party(list_id, "1", "Quiet Meadow Labs", country="IN", source=code)
    matched = decided(kind(name), case(asked(code), EMPTY, (row,)))
    assert matched.asks("stated_listing") == ()
    assert decided(kind(name), case(asked("SDN"), EMPTY)).questions == ()


@pytest.mark.parametrize(
    ("name", "code", "outcomes"),
    [
        ("entity_listing", "EL", ["licence_required"]),
        ("unverified", "UVL", ["conditional"]),
        ("military_end_user", "MEU", ["licence_required"]),
        ("denial_order", "DPL", []),
    ],
)
def test_what_follows_from_a_stated_listing_is_told_beside_the_question(
    name: str, code: str, outcomes: list[str]
) -> None:
    """The list at its widest for who takes the items; a denial order differs too much to be taken unread."""
    items = [{"eccn": "3A991", "origin": "US", "supplement_2_meu": True}]
    found = decided(kind(name), case({**asked(code, role="end_user"), "items": items}, LAW))
    assert found.outcomes == outcomes
    assert [item.code for item in found.questions] == ["stated_listing"]
    elsewhere = decided(kind(name), case({**asked(code, role="bank"), "items": items}, LAW))
    assert elsewhere.findings == ()

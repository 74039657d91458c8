"""A licence that the user holds covers what it names; an exception that a finding shuts out does not."""

from __future__ import annotations

from typing import Any

import pytest
from tests.rules.building import LAW, case, party

from licet.rules.engine import rule
from licet.rules.kinds import entity_listing

ALL = "For all items subject to the EAR. (See §744.11 of the EAR)"
GOV = f"{ALL} This license requirement may be overcome by License Exception GOV under § 740.11(b)(2) and (e)."
ASK: dict[str, Any] = {
    "activity": "export",
    "actor": {"country": "US"},
    "items": [{"eccn": "EAR99", "origin": "US"}],
    "destination": "CN",
    "day": "2024-06-01",
    "parties": [{"role": "end_user", "name": "Quiet River Photonics", "country": "CN"}],
}


@pytest.mark.parametrize(
    ("requirement", "held", "outcome"),
    [
        (ALL, "BIS licence D123456", "authorised"),
        (ALL, "licence exception TMP", "licence_required"),
        (ALL, "License Exception GOV", "licence_required"),
        (GOV, "License Exception GOV", "authorised"),
        (GOV, "licence exception TMP", "licence_required"),
    ],
)
def test_what_the_user_holds_covers_only_what_the_entry_leaves_open(
    requirement: str, held: str, outcome: str
) -> None:
    """744.11(a): no exception for a listed party unless its entry says so; a licence is another thing."""
    row = party(
        "us_csl", "EL-1", "Quiet River Photonics", country="CN", source="EL",
        licence_requirement=requirement, licence_policy="Presumption of denial",
    )  # fmt: skip
    claimed = [{"name": held, "agency": "BIS", "covers": ["entity_listing"]}]
    ruling = rule(case({**ASK, "authorisations": claimed}, LAW, (row,)), (entity_listing.KIND,))
    assert str(ruling.outcome) == outcome

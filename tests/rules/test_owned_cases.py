"""Shipments made by chance: every answer about owners is whole, cited, and the same when asked again."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

import pytest
from tests.rules.building import case, party
from tests.rules.law import book

from licet.model.law import Outcome
from licet.rules.case import Case
from licet.rules.engine import rule
from licet.rules.kinds import affiliates, foreign_freezes, ofac_744_8, ofac_blocking, ofac_lesser

KINDS = (affiliates.KIND, ofac_744_8.KIND, ofac_blocking.KIND, ofac_lesser.KIND, foreign_freezes.KIND)
DIRECTIVES = {
    "executive_order_13662_directive_determination": "Subject to Directive 1; Subject to Directive 4"
}
SECTORAL = replace(
    party("us_csl", "SSI-1", "Kestrel Sibir Neft", country="RU"),
    details=tuple(sorted({"source": "SSI", **DIRECTIVES}.items())),
)
ROWS = (
    party("us_ofac_sdn", "1", "Northern Harbour Bank", country="RU", programmes=("RUSSIA-EO14024",)),
    party("us_csl", "EL-1", "Shenzhen Kestrel Photonics", country="CN", source="EL"),
    SECTORAL,
    party("eu_fsf", "E1", "Northern Harbour Bank", country="RU", programmes=("UKR",)),
    party("uk_fcdo", "U1", "Volkov Timofey", programmes=("Russia",), sanctions_imposed="Asset freeze"),
)
NAMES = (*(row.caption for row in ROWS), "Alpha", "Beta", "Gamma", "")
DAYS = ("2010-01-01", "2018-05-14", "2020-12-31", "2024-03-25", "2024-07-15", "2025-10-15", "2026-11-10")
ABROAD = {"country": "DE", "us_person": False, "us_person_involved": False, "uk_person": False}
ACTORS: tuple[dict[str, Any], ...] = ({"country": "US"}, {"country": "GB"}, {}, ABROAD)


def owner(chance: random.Random, depth: int = 0) -> dict[str, Any]:
    made: dict[str, Any] = {"name": chance.choice(NAMES)}
    if chance.random() < 0.5:
        made["percent"] = chance.choice(["0", "25", "49.99", "50", "60", "100"])
    elif chance.random() < 0.4:
        made |= {"percent_low": chance.choice(["0", "20"]), "percent_high": chance.choice(["30", "70"])}
    if chance.random() < 0.2:
        made |= {"until": chance.choice(DAYS), "sold_in_us": chance.choice([True, False, None])}
    if chance.random() < 0.2:
        made["controls"] = chance.choice([True, False])
    if chance.random() < 0.2:
        made["key"] = chance.choice("12")
    if chance.random() < 0.1:
        made["listed_as"] = [chance.choice(["SDN", "EL", "UK", "SSI", "", "SDN [NPWMD]"])]
    if depth < 3 and chance.random() < 0.5:
        made["owners"] = [owner(chance, depth + 1) for _ in range(chance.randint(1, 3))]
    return made


def made_by_chance(seed: int) -> Case:
    chance = random.Random(seed)  # noqa: S311  the same cases every time, nothing secret
    parties: list[dict[str, Any]] = []
    for _ in range(chance.randint(1, 3)):
        role = chance.choice(["end_user", "bank", "signatory", "purchaser", "issuer", "other", "maker"])
        one: dict[str, Any] = {
            "role": role,
            "name": chance.choice(NAMES),
            "country": chance.choice(["", "AE", "US", "RU"]),
        }
        one["owners"] = [owner(chance) for _ in range(chance.randint(0, 3))]
        one["subsidiary_of"] = chance.sample(NAMES, chance.randint(0, 1))
        one["controlled_by"] = chance.sample(NAMES, chance.randint(0, 1))
        parties.append(one)
    plain = {
        "activity": chance.choice(["export", "finance", "securities", "import", "service"]),
        "actor": chance.choice(ACTORS),
        "day": chance.choice(DAYS),
        "items": chance.choice([[], [{"eccn": "EAR99", "origin": "US"}]]),
        "debt_days": chance.choice([None, 20, 200]),
        "parties": parties,
    }
    return case(plain, book(), listings=ROWS, subject=chance.choice([True, False, None]))


@pytest.mark.parametrize("seed", range(120))
def test_every_answer_is_whole_and_the_same_when_asked_again(seed: int) -> None:
    """Every question names its fact, everything is cited, and a finding that blocks makes the outcome."""
    made = made_by_chance(seed)
    ruling = rule(made, KINDS)
    assert ruling == rule(replace(made), KINDS)
    assert all(item.citations and item.sentence for item in ruling.flags)
    assert all(item.citations and item.sentence and item.fact for item in ruling.questions)
    blocked = any(item.outcome is Outcome.BLOCKED for item in ruling.findings)
    assert (ruling.outcome is Outcome.BLOCKED) is blocked

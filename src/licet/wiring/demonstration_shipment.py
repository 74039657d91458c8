"""The shipment that `licet demo` decides: the same goods to the same buyer, on two days."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from licet.wiring.desk import Desk

DAYS = ("2018-05-14", "2018-07-14")
TWEET = "zte.tweet.2018-05-13"
"""In the rulebook, the President's word of the day before that the order would be done away with."""
_QUESTION = {
    "activity": "export",
    "actor": {"country": "US"},
    "items": [{"eccn": "EAR99", "origin": "US"}],
    "destination": "CN",
    "parties": [{"role": "end_user", "name": "ZTE Corporation", "country": "CN"}],
}


@dataclass(frozen=True, slots=True)
class DemonstratedShipment:
    """What was decided.

    Attributes:
        decisions: The decisions on `DAYS`, as JSON values.
        command: The command that does the same by hand.
    """

    decisions: tuple[dict[str, Any], ...]
    command: str


def decide(desk: Desk, folder: Path) -> DemonstratedShipment:
    """Decide the shipment on each day, and write the questions into a folder."""
    source = folder / "shipments.jsonl"
    questions = [{"reference": f"chips on {day}", **_QUESTION, "day": day} for day in DAYS]
    text = "".join(f"{json.dumps(question)}\n" for question in questions)
    source.write_text(text, encoding="utf-8", newline="\n")
    decisions = tuple(desk.shipments.check(question).to_dict() for question in questions)
    return DemonstratedShipment(decisions, f"licet shipment check {source} --format table")

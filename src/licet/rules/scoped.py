"""What a list with a narrow scope says about an act: the answer of one of its measures, and how it rests."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from licet.model.law import Confidence
from licet.model.shipment import Activity, Shipment

FINANCE = frozenset({Activity.FINANCE, Activity.SECURITIES})
_WRITTEN = re.compile(r"\d{1,2} [A-Z][a-z]{2} \d{4}")


@dataclass(frozen=True, slots=True)
class Scoped:
    """Whether a measure bites on the act.

    Attributes:
        scope: The scope in words.
        reason: Why it does or does not, or what is asked: one sentence.
        cite: Where it stands.
        bites: True, False, or None while a fact is missing.
        fact: The missing fact.
        confidence: How well that is supported.
        last: Last day of what is still allowed, such as divestment.
        allowed: The act is what is still allowed until that day.
    """

    scope: str
    reason: str
    cite: tuple[str, ...]
    bites: bool | None = False
    fact: str = ""
    confidence: Confidence = Confidence.HIGH
    last: date | None = None
    allowed: bool = False


def day_of(details: Mapping[str, str], *keys: str) -> date | None:
    """Return a day that a row states, as `02 Aug 2021` or in ISO form, from the first field that has one."""
    for key in keys:
        text = details.get(key, "").split(";")[0].strip()
        if _WRITTEN.fullmatch(text):
            return datetime.strptime(text, "%d %b %Y").date()  # noqa: DTZ007  a day has no zone
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
            return date.fromisoformat(text)
    return None


def instrument(shipment: Shipment) -> str:
    """Return what a dealing in money is about: `debt`, `equity`, or empty while that is not stated.

    A maturity makes it debt, in trade too: credit terms are debt.
    """
    if shipment.security in {"debt", "equity"}:
        return shipment.security
    return "debt" if shipment.debt_days is not None else ""


def about_money(shipment: Shipment) -> bool:
    """Tell whether the act is, or has, a dealing in debt or securities."""
    return shipment.activity in FINANCE or bool(instrument(shipment))

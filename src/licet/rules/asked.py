"""What is asked about one item, and the three answers to "is it subject to the EAR?"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from licet.model.rulebook import Rulebook
from licet.model.shipment import Item, Shipment
from licet.rules.case import Jurisdiction


@dataclass(frozen=True, slots=True)
class FromHits:
    """What the hits of a case say that matters here.

    Attributes:
        footnotes: Entity List footnotes (`1`, `3`, `4`, `5`) that a party bears: True where it is that party,
            None where it may be.
    """

    footnotes: Mapping[str, bool | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Asked:
    """One item of a shipment on a day, with the law and what the hits say.

    Attributes:
        shipment: The question.
        item: The item.
        path: Such as `items[0]`.
        day: The day asked about.
        book: The rulebook.
        hits: What the hits say that matters here.
    """

    shipment: Shipment
    item: Item
    path: str
    day: date
    book: Rulebook
    hits: FromHits

    @property
    def place(self) -> tuple[str, str]:
        """Country and region of destination."""
        return self.shipment.destination, self.shipment.region


def subject(reasons: tuple[str, ...], citations: tuple[str, ...], by: str) -> Jurisdiction:
    """Return that an item is subject to the EAR."""
    return Jurisdiction(True, reasons, citations, (), by)  # noqa: FBT003  the state is what the type is about


def not_subject(reasons: tuple[str, ...], citations: tuple[str, ...], by: str = "foreign") -> Jurisdiction:
    """Return that an item is not subject to the EAR."""
    return Jurisdiction(False, reasons, citations, (), by)  # noqa: FBT003  the same


def unknown(reasons: tuple[str, ...], citations: tuple[str, ...], missing: tuple[str, ...]) -> Jurisdiction:
    """Return that it hangs on facts that are not stated."""
    return Jurisdiction(None, reasons, citations, missing)

"""Whom a procurement, funding, channel or equipment ban binds, and which products it is about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from licet.model.rulebook import Measure
from licet.model.shipment import Activity, Item, Role
from licet.rules.case import Case, PartyHit
from licet.rules.life import Standing

_MAKERS = frozenset({Role.MAKER, Role.SUPPLIER, Role.DESIGNER, Role.OTHER})
_ACTORS = (
    "federal_contractor",
    "executive_agency",
    "grantee",
    "universal_service_recipient",
    "military_exchange",
)
_CHANNELS = frozenset({"military_exchange", "retail", "wholesale", "online"})
_FUNDS = frozenset({"universal_service", "federal_grant", "federal_contract", "own"})
_ALIKE = {"smartphone": "phone", "handset": "phone", "mobile_phone": "phone", "unmanned_aircraft": "drone"}


@dataclass(frozen=True, slots=True)
class Ban:
    """A measure that stands on the day, for somebody named or for a category of products.

    Attributes:
        case: The case.
        measure: The ban.
        stand: Where it stands.
        hit: Whom it names; None for a category of products.
    """

    case: Case
    measure: Measure
    stand: Standing
    hit: PartyHit | None

    @property
    def terms(self) -> Mapping[str, Any]:
        """The terms of the ban."""
        return self.measure.terms

    @property
    def cites(self) -> tuple[str, ...]:
        """The citations of the document that made it so, and of the measure."""
        event = self.stand.event
        found = self.case.book.cites(event) if event else ()
        return (*found, *self.measure.cite)


def items_of(ban: Ban) -> Iterator[tuple[int, Item]]:
    """Yield the items that a ban may concern: those of the maker that was found, or all of a supplier."""
    path = ban.hit.involved.path if ban.hit else ""
    for index, item in enumerate(ban.case.shipment.items):
        if path.startswith("items[") and not path.startswith(f"items[{index}]"):
            continue
        if ban.terms.get("made_abroad") and item.origin == "US":
            continue
        yield index, item


def supplies(hit: PartyHit, activity: Activity) -> bool:
    """Tell whether somebody is there as who makes or supplies, rather than as a buyer."""
    involved = hit.involved
    return involved.path.endswith(".maker") or involved.role in _MAKERS or activity is Activity.USE


def is_bound(ban: Ban) -> bool | None:
    """Tell whether the act is one that the ban binds; None where that is not stated."""
    shipment, bound = ban.case.shipment, ban.terms["bound"]
    stated: bool | None = getattr(shipment.actor, bound["actor"]) if "actor" in bound else None
    if bound["by"] == "actor":
        return stated
    if bound["by"] == "act":
        return bound["act"] in shipment.acts
    if bound["by"] == "channel":
        return _word(shipment.channel, (bound["channel"],), _CHANNELS, stated)
    if bound["by"] == "funds":
        return _word(shipment.funds, bound["funds"], _FUNDS, False if stated is False else None)
    return False


def _word(
    given: str,
    bound: Sequence[str],
    known: frozenset[str],
    unsaid: bool | None,  # noqa: FBT001  a fact
) -> bool | None:
    """Tell whether a word is one that a ban names; a word that nobody knows is no answer."""
    if not given.strip():
        return unsaid
    code = _code(given)
    return code in bound if code in known or code in bound else None


def _code(text: str) -> str:
    return text.strip().lower().replace(" ", "_").replace("-", "_")


def silence_decides(ban: Ban, *, bound: bool | None) -> bool:
    """Silence decides only where a purchase says nothing at all about who buys and with whose money."""
    if bound:
        return True
    shipment = ban.case.shipment
    by, word = ban.terms["bound"]["by"], {"funds": shipment.funds, "channel": shipment.channel}
    if word.get(by):  # a word was given, and it is none that is known
        return True
    stated = shipment.funds or any(getattr(shipment.actor, name) is not None for name in _ACTORS)
    recipient = "actor" in ban.terms["bound"] and getattr(shipment.actor, ban.terms["bound"]["actor"])
    return bool(recipient) or (shipment.activity is Activity.PROCURE and not stated)


def fact_of(ban: Ban) -> str:
    """Return the path of the fact that says whether the act is bound."""
    bound = ban.terms["bound"]
    return {"funds": "funds", "channel": "channel"}.get(bound["by"], f"actor.{bound.get('actor', '')}")


def is_product(terms: Mapping[str, Any], item: Item) -> bool | None:
    """Tell whether an item is a product that the ban is about; None where nobody says."""
    if "products" not in terms:
        return True
    product = _code(item.product)
    product = _ALIKE.get(product, product)
    if product in terms["products"]:
        return True
    if product and not terms.get("products_open"):
        return False
    words = {_ALIKE.get(word, word) for word in item.description.lower().replace(",", " ").split()}
    if not product and not words.isdisjoint(terms["products"]):
        return True
    return None

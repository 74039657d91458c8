"""The foreign direct product rules (15 CFR 734.9), paragraph by paragraph, with both prongs and by date.

Product: was the item made with the technology, software or plant of US origin that the paragraph names? Only
the user can state that. Reach: does it go where, to whom, or for what the paragraph says? Both must hold.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from licet.model.law import Confidence
from licet.model.rulebook import Dated, Rulebook
from licet.model.shipment import Item, Shipment
from licet.rules.controls import controls_of
from licet.rules.eccn import fits, is_listed, tidy
from licet.rules.ternary import every, some
from licet.rules.where import is_within, names_places, place_fact, text_for

PARAGRAPHS = tuple(f"us.ear.fdp.{key}" for key in ("b", "c", "d", "e1", "e2", "e3", *"fghijkl"))
SAVINGS = "us.ear.fdp.savings"
NONE = "none"
_MADE_WITH = frozenset({"us_technology", "us_software", "us_plant"})


@dataclass(frozen=True, slots=True)
class Product:
    """One paragraph applied to one item.

    Attributes:
        paragraph: Such as `734.9(e)(1)`.
        state: The item is caught; None when facts are missing or the text of the day is not known.
        reason: A sentence.
        citations: Where it stands.
        missing: Paths of the facts that would decide it.
        saved: A savings clause lets it go until this day.
        unhinted: An EAR99 item of which neither prong is stated: no US technology, software or plant, and no
            place in the supplement that the paragraph names.
    """

    paragraph: str
    state: bool | None
    reason: str
    citations: tuple[str, ...]
    missing: tuple[str, ...] = ()
    saved: date | None = None
    unhinted: bool = False


@dataclass(frozen=True, slots=True)
class Made:
    """An item of a shipment on a day, with what was found about the parties.

    Attributes:
        shipment: The question.
        item: The item.
        path: Such as `items[0]`.
        day: The day asked about.
        footnotes: Entity List footnotes that a party bears: True for sure, None where it may be the party.
    """

    shipment: Shipment
    item: Item
    path: str
    day: date
    footnotes: Mapping[str, bool | None]


def paragraphs(made: Made, book: Rulebook) -> tuple[Product, ...]:
    """Return every paragraph that catches an item or may; those that certainly do not are left out."""
    if NONE in made.item.direct_product:
        return ()
    found = (_apply(key, made, book) for key in PARAGRAPHS)
    return tuple(item for item in found if item is not None)


def _apply(key: str, made: Made, book: Rulebook) -> Product | None:
    text, exact = text_for(book, key, made.day)
    if text is None or text.value.get("absent"):
        return None
    rule = text.value
    kind = _kind(rule, made, book)
    product = None if kind is False else _made_with(rule, made.item)
    if kind is False or product is False:
        return None
    reach = _reach(rule["reach"], made, book)
    if reach is False:
        return None
    state = every((kind, reach, product))
    missing = []
    if kind is None:
        missing.append(f"{made.path}.{'eccn' if not made.item.eccn else 'reasons'}")
    if product is None:
        missing.append(f"{made.path}.direct_product")
    if reach is None:
        missing.append(_what_reaches(rule["reach"], made))
    reason = _sentence(rule, text, (exact, state), made)
    if state and (not exact or text.confidence is Confidence.LOW):
        state = None
    if state and rule.get("spared"):
        state = None
        reason += " Countries of Supp. 3 to part 746 are spared, and are not loaded: check the origin."
        missing.append("rulebook: countries of Supp. 3 to part 746")
    unhinted = kind is None and product is None and is_listed(made.item.eccn) is False
    found = Product(rule["paragraph"], state, reason, text.cite, tuple(missing), unhinted=unhinted)
    return _saved(found, made, book)


def _saved(product: Product, made: Made, book: Rulebook) -> Product | None:
    """Apply a savings clause: it asks when production began."""
    clause = book.value(SAVINGS, made.day)
    if clause is None or clause.value["paragraph"] != product.paragraph or product.state is False:
        return product
    began, limit, last = (
        made.item.production_began,
        clause.value["production_began_before"],
        clause.value["last_day"],
    )
    cites = (*product.citations, *clause.cite)
    if began is None:
        reason = (
            f"{product.reason} If production began before {limit}, a savings clause lets it go until {last}."
        )
        missing = (*product.missing, f"{made.path}.production_began")
        return Product(product.paragraph, None, reason, cites, missing)
    if began >= limit:
        return product
    reason = (
        f"{product.reason} Production began on {began}, before {limit}: it may go until {last} "
        f"({'; '.join(clause.cite)})."
    )
    return Product(product.paragraph, product.state, reason, cites, product.missing, last)


def _kind(rule: Mapping[str, Any], made: Made, book: Rulebook) -> bool | None:
    """Tell whether an item is of the kind of a paragraph."""
    item = made.item
    facts: list[bool | None] = []
    if "reason" in rule:
        facts.append(_controlled_for(rule["reason"], made, book))
    if rule.get("ccl"):
        facts.append(is_listed(item.eccn))
    if "eccns" in rule:
        facts.append(fits(item.eccn, rule["eccns"]))
    if rule.get("supplement_7") and some(facts) is not True:
        facts.append(item.supplement_7)
    return some(facts)


def _controlled_for(reason: str, made: Made, book: Rulebook) -> bool | None:
    """Tell whether an item is controlled for a reason; None where its reasons are not known."""
    listed = is_listed(made.item.eccn)
    if not listed:
        return listed
    found = controls_of(book, tidy(made.item.eccn), made.item.reasons, made.day)
    if not found.known:
        return None
    of_reason = [item.applies for item in found.controls if item.reason == reason]
    return some((*of_reason, None if found.unread else False))


def _made_with(rule: Mapping[str, Any], item: Item) -> bool | None:
    """Tell whether an item was made with what a paragraph names, as far as the user states it.

    A named paragraph settles that paragraph. US technology, software or plant without any paragraph is taken
    as of the kind that each paragraph names: stricter, and the answer says so.
    """
    stated = {text.lower().removeprefix("734.9") for text in item.direct_product}
    if rule["paragraph"].removeprefix("734.9") in stated:
        return True
    with_circuit = item.contains_us_ic if rule.get("us_ic") else False
    if with_circuit:
        return True
    named = {text for text in stated if text.startswith("(")}
    ways = stated & ({"us_plant"} if rule.get("plant_only") else _MADE_WITH)
    if ways and not named:
        return True
    return False if stated and not named and not ways and with_circuit is False else None


def _reach(where: Mapping[str, Any], made: Made, book: Rulebook) -> bool | None:
    """Tell whether an item goes where, to whom or for what a paragraph says."""
    place = (made.shipment.destination, made.shipment.region)
    facts: list[bool | None] = []
    if names_places(where):
        facts.append(is_within(book, where, place, made.day))
    if "footnote" in where:
        borne = made.footnotes.get(where["footnote"], False)
        # The rule reaches what goes into the entity's products as well: of what is that a part?
        facts.append(None if borne is False and made.item.part_of else borne)
    if "use" in where:
        end_use = made.shipment.end_use
        used = end_use is not None and where["use"] in end_use.uses
        spec = {"groups": where.get("use_groups", ()), "countries": where.get("use_countries", ())}
        facts.append(every((used, is_within(book, spec, place, made.day))))
    return some(facts)


def _what_reaches(where: Mapping[str, Any], made: Made) -> str:
    if "footnote" in where:
        return "parties"
    return place_fact(made.shipment.destination)


def _sentence(rule: Mapping[str, Any], text: Dated, known: tuple[bool, bool | None], made: Made) -> str:
    exact, state = known
    verb = "is" if state else "may be"
    said = f"Under {rule['paragraph']} it {verb} a foreign direct product: {rule['about']}."
    if state and not any(one.startswith(("(", "734.9")) for one in made.item.direct_product):
        said += (
            " The US technology, software or plant is taken as of the kind that the paragraph names: verify."
        )
    if not exact:
        first = text.interval.first
        said += f" This is the text of {first}; the text of {made.day} is not in the rulebook."
    elif text.review:
        said += f" Open point: {text.review}"
    return said

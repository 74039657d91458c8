"""Whether an item is subject to the EAR: the tests of 15 CFR 734.3 in their order, three-valued.

In the United States; of US origin; foreign-made with controlled US content above the threshold of the
destination (734.4); direct product (734.9). Published information and what another agency controls is not.
Staying under the threshold is not the end: the direct product rules are asked as well. Nothing is assumed
from silence: what is missing is named by its path.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from licet.model.rulebook import Rulebook
from licet.model.shipment import Activity, Shipment
from licet.rules.asked import Asked, FromHits, not_subject, subject, unknown
from licet.rules.case import Case, Jurisdiction
from licet.rules.direct_product import NONE, Made, Product, paragraphs
from licet.rules.footnotes import from_hits
from licet.rules.threshold import de_minimis

SCOPE = "us.ear.scope"
_PRODUCTS = "15 CFR 734.9"
_OUT_OF_US = frozenset({Activity.EXPORT, Activity.DEEMED_EXPORT})


def jurisdictions(
    shipment: Shipment, day: date, book: Rulebook, hits: FromHits | None = None
) -> tuple[Jurisdiction, ...]:
    """Return for each item whether it is subject to the EAR, and why.

    Args:
        shipment: The question.
        day: The day asked about.
        book: The rulebook.
        hits: What the hits say that matters here (`from_hits`); nothing when None.
    """
    known = hits or FromHits()
    return tuple(
        _decide(Asked(shipment, item, f"items[{index}]", day, book, known))
        for index, item in enumerate(shipment.items)
    )


def of_case(case: Case) -> tuple[Jurisdiction, ...]:
    """Return the same for a case, with what its hits say."""
    return jurisdictions(case.shipment, case.day, case.book, from_hits(case))


def _decide(asked: Asked) -> Jurisdiction:
    item = asked.item
    scope: Mapping[str, str] = asked.book.values[SCOPE].dated[0].value
    if item.itar:
        cite = f"15 CFR {scope['other_agency']}"
        reason = (
            f"It is a defence article: the State Department controls it under the ITAR ({cite}; 22 CFR 121)."
        )
        return not_subject((reason,), (cite, "22 CFR 121"), "other_agency")
    if item.published:
        return _published(asked, f"15 CFR {scope['published']}")
    in_us = _in_us(asked)
    if in_us:
        cite = f"15 CFR {scope['in_us']}"
        return subject((f"{in_us} ({cite}).",), (cite,), "in_us")
    cite = f"15 CFR {scope['us_origin']}"
    if item.origin == "US":
        return subject((f"It is of US origin, wherever it is ({cite}).",), (cite,), "us_origin")
    if not item.origin:
        reason = f"Its origin is not stated; of US origin it would be subject to the EAR ({cite})."
        return unknown((reason,), (cite,), (f"{asked.path}.origin",))
    return _foreign(asked)


def _published(asked: Asked, cite: str) -> Jurisdiction:
    if asked.item.encryption:
        reason = (
            f"It is published ({cite}), but for encryption source code that holds only after a notice to "
            "the agencies: state whether it was given."
        )
        return unknown((reason,), (cite,), (f"{asked.path}.encryption",))
    reason = (
        f"It is published information or software, or comes of fundamental research or a patent ({cite})."
    )
    return not_subject((reason,), (cite,), "published")


def _in_us(asked: Asked) -> str:
    """Return why an item is in the US, or nothing.

    An export is a move out of the US: when somebody in the US exports, the item leaves from there unless
    another place is stated. Who states the US content of a foreign item asks about one made and sent abroad.
    """
    shipment, item = asked.shipment, asked.item
    if item.in_us is not None:
        return "It is in the United States or moves through it" if item.in_us else ""
    if "US" in shipment.route:
        return "It moves through the United States"
    leaves = shipment.origin_country == "US" and shipment.destination != "US"
    if leaves and shipment.activity is not Activity.IMPORT:
        return "It leaves from the United States"
    content = item.us_content or item.us_content_percent is not None or item.direct_product
    exported = shipment.activity in _OUT_OF_US and shipment.actor.country == "US"
    if exported and not shipment.origin_country and not content:
        return "It is exported by somebody in the United States, and no other place of departure is stated"
    return ""


def _foreign(asked: Asked) -> Jurisdiction:
    """Apply the threshold and the direct product rules to a foreign-made item."""
    content = de_minimis(asked)
    if content.subject:
        return content
    made = Made(asked.shipment, asked.item, asked.path, asked.day, asked.hits.footnotes)
    products = paragraphs(made, asked.book)
    caught = tuple(item for item in products if item.state and item.saved is None)
    if caught:
        cites = _cited(content, caught)
        return subject((*content.reasons, *_told(caught)), cites, "direct_product")
    reasons, cites = (*content.reasons, *_told(products)), _cited(content, products)
    if any(item.state is None for item in products) or (products and content.subject is None):
        missing = (*content.missing, *(name for item in products for name in item.missing))
        open_ = unknown(reasons, cites, tuple(dict.fromkeys(missing)))
        unhinted = content.subject is False and all(item.unhinted for item in products)
        return replace(open_, subject=False, by="foreign") if unhinted else open_
    if products:
        return not_subject(reasons, cites, "savings")
    stated = NONE in asked.item.direct_product
    told = "It is no foreign direct product, as stated" if stated else "No direct product rule reaches it"
    reasons, cites = (*content.reasons, f"{told} ({_PRODUCTS})."), (*content.citations, _PRODUCTS)
    if content.subject is None:
        return unknown(reasons, cites, content.missing)
    return not_subject(reasons, cites)


def _told(products: tuple[Product, ...]) -> tuple[str, ...]:
    return tuple(f"{item.reason} ({'; '.join(item.citations)})" for item in products)


def _cited(content: Jurisdiction, products: tuple[Product, ...]) -> tuple[str, ...]:
    cites = (*content.citations, *(cite for item in products for cite in item.citations))
    return tuple(dict.fromkeys(cites))

"""What an Entity List entry asks for, as typed fields, and whether it reaches an item.

Entries are not uniform (handbook 2.4 and Appendix A): each has its own items, policy, footnotes, exceptions
and carve-outs. A string of no known family is taken at its widest and is to be read by a person.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from typing import Any

from licet.model import Listing
from licet.model.shipment import Item, Shipment
from licet.rules.licence_policy import FOOD_AND_MEDICINE, ReviewPolicy, review_policy
from licet.rules.listed import Entry
from licet.text.bis_licence import UNSAID, LicenceRequirement, licence_requirement


class ItemScope(StrEnum):
    """The items for which an entry asks for a licence."""

    ALL = "all items subject to the EAR"
    CCL_AND_SUPPLEMENT_7 = "items on the CCL, and EAR99 items listed in Supplement No. 7 to part 746"
    SUPPLEMENT_2 = "items listed in Supplement No. 2 to part 744"
    CLASSIFIED = "items classified neither EAR99 nor under an ECCN that ends in 999"
    OIL_PROJECTS = "all items subject to the EAR, when used in projects specified in 746.8(a)(4)"
    UNREAD = "a scope that is not understood: taken as all items subject to the EAR"


class CarveOut(StrEnum):
    """What an entry leaves out."""

    DRONE_TECHNOLOGY = "EAR99 technology to operate, maintain or repair a drone, released by its operator"
    STANDARDS = "technology that is EAR99 or controlled for anti-terrorism only, released to a standards body"
    OFAC_LICENCE = "items of transactions that OFAC authorises by a named general licence"
    FOOD = (
        "food and medicine designated EAR99, and in some entries phones and computers of 5A992.c and 5D992.c"
    )
    FUELS = "fuels under listed tariff codes"
    OTHER = "as the entry says"


@dataclass(frozen=True, slots=True)
class Reach:
    """Whether an entry reaches an item.

    Attributes:
        caught: True, False, or None while a fact is missing.
        reason: One sentence.
        fact: The missing fact, below the item's path (`.eccn`) or from the shipment's root.
        condition: What has to be verified for the item to be left out.
    """

    caught: bool | None
    reason: str
    fact: str = ""
    condition: str = ""


@dataclass(frozen=True, slots=True)
class EntityScope:
    """One entry of the Entity List (or of the Military End User List), taken apart.

    Attributes:
        requirement: The licence requirement as it stands.
        item_scope: For which items.
        fdp_footnotes: Footnotes that apply, `1` to `5`; `unsaid` where 734.9(e) is cited without one.
        de_minimis_override: The section that takes de minimis away, such as `734.4(a)(9)`.
        gov_exception: The part of License Exception GOV that may overcome the requirement.
        worldwide_clause: It follows the entity wherever located.
        carve_out: What is left out, in the entry's words.
        leaves_out: The same as a type; None where nothing is.
        policy: The policy of review.
        sections: Sections of the EAR cited.
        understood: Both strings belong to known families.
    """

    requirement: str
    item_scope: ItemScope
    policy: ReviewPolicy
    fdp_footnotes: tuple[str, ...] = ()
    de_minimis_override: str = ""
    gov_exception: str = ""
    worldwide_clause: bool = False
    carve_out: str = ""
    leaves_out: CarveOut | None = None
    sections: tuple[str, ...] = ()
    understood: bool = True

    def reaches(self, item: Item, shipment: Shipment) -> Reach:
        """Tell whether the entry asks for a licence for an item that is subject to the EAR."""
        within = _within(self.item_scope, item, shipment)
        if within.caught is False or self.leaves_out is None:
            return within
        return _left_out(self, item, shipment) or within


@lru_cache(maxsize=2048)
def entity_scope(requirement: str, policy: str = "") -> EntityScope:
    """Take the two columns of an entry apart."""
    found = licence_requirement(requirement)
    review = review_policy(policy)
    return EntityScope(
        requirement,
        _item_scope(found),
        review,
        found.fdp_footnotes,
        found.de_minimis_override,
        found.gov_exception,
        found.worldwide_clause,
        found.carve_out,
        _carve_out(found.carve_out),
        found.sections,
        found.understood and review.understood,
    )


def scope_of(entry: Entry) -> EntityScope:
    """Return the scope of an entry: of the measure where the rulebook holds it, else of its best row."""
    if entry.measure is not None:
        return scope_of_terms(entry.measure.terms)
    return scope_of_listing(entry.best.match.listing)


def scope_of_listing(listing: Listing) -> EntityScope:
    """Return the scope of a row of a list."""
    details = dict(listing.details)
    return entity_scope(details.get("licence_requirement", ""), details.get("licence_policy", ""))


def scope_of_terms(terms: Mapping[str, Any]) -> EntityScope:
    """Return the scope of a measure of the rulebook.

    Its terms hold the same two strings, `requirement` and `policy`, and may state `footnotes` apart.
    """
    found = entity_scope(str(terms.get("requirement", "")), str(terms.get("policy", "")))
    stated = tuple(str(item) for item in terms.get("footnotes", ()))
    if not stated:
        return found
    return replace(found, fdp_footnotes=tuple(sorted({*found.fdp_footnotes, *stated} - {UNSAID})))


_FAMILIES = (
    ("746.8(a)(4)", ItemScope.OIL_PROJECTS),
    ("Supp. 7", ItemScope.CCL_AND_SUPPLEMENT_7),
    ("Supp. 2", ItemScope.SUPPLEMENT_2),
    ("ends in 999", ItemScope.CLASSIFIED),
    (ItemScope.ALL.value, ItemScope.ALL),
)


def _item_scope(found: LicenceRequirement) -> ItemScope:
    if not found.understood:
        return ItemScope.UNREAD
    return next(scope for mark, scope in _FAMILIES if mark in found.item_scope)


_OUT = (
    (CarveOut.DRONE_TECHNOLOGY, re.compile(r"unmanned aerial vehicle", re.IGNORECASE)),
    (CarveOut.STANDARDS, re.compile(r"standards organization", re.IGNORECASE)),
    (CarveOut.OFAC_LICENCE, re.compile(r"general license no", re.IGNORECASE)),
    (CarveOut.FOOD, re.compile(r"food or medicine designated as EAR99", re.IGNORECASE)),
    (CarveOut.FUELS, re.compile(r"harmonized system", re.IGNORECASE)),
)


def _carve_out(text: str) -> CarveOut | None:
    if not text:
        return None
    return next((kind for kind, mark in _OUT if mark.search(text)), CarveOut.OTHER)


def _within(scope: ItemScope, item: Item, shipment: Shipment) -> Reach:
    """Tell whether an item is among those of the scope."""
    if scope is ItemScope.CCL_AND_SUPPLEMENT_7:
        return _ccl_or_listed(item)
    if scope is ItemScope.CLASSIFIED:
        classified = item.eccn.upper() != "EAR99" and item.eccn[2:5] != "999" if item.eccn else None
        return _answer(
            classified, ("Its classification is covered.", "Its classification is not covered."), ".eccn"
        )
    if scope is ItemScope.SUPPLEMENT_2:
        return _answer(
            item.supplement_2_meu,
            ("The item is listed in Supplement No. 2 to part 744.", "The item is not listed there."),
            ".supplement_2_meu",
        )
    if scope is ItemScope.OIL_PROJECTS:
        use = shipment.end_use
        stated = "oil_project" in use.uses if use and use.uses else None
        told = ("The item is for such a project.", "The stated end use is none of these projects.")
        return _answer(stated, told, "end_use.uses")
    return Reach(caught=True, reason="Every item subject to the EAR is covered, EAR99 too.")


def _ccl_or_listed(item: Item) -> Reach:
    if not item.eccn:
        return Reach(
            caught=None,
            reason="Whether the item is on the Commerce Control List is not stated.",
            fact=".eccn",
        )
    if item.eccn.upper() != "EAR99":
        return Reach(caught=True, reason="The item is on the Commerce Control List.")
    told = (
        "The EAR99 item is listed in Supplement No. 7 to part 746.",
        "The EAR99 item is not listed there.",
    )
    return _answer(item.supplement_7, told, ".supplement_7")


def _answer(fact: bool | None, told: tuple[str, str], path: str) -> Reach:  # noqa: FBT001  three-valued
    if fact is None:
        return Reach(caught=None, reason="That is not stated.", fact=path)
    return Reach(caught=fact, reason=told[0] if fact else told[1])


_DRONE_ACT = "drone_repair_technology_by_operator"
_STANDARDS_ACT = "standards_release"
_CODES = re.compile(r"\b\d{4,10}\b")


def _left_out(scope: EntityScope, item: Item, shipment: Shipment) -> Reach | None:
    """Tell whether a carve-out takes the item out; None where it does not touch it."""
    kind = scope.leaves_out
    is_technology = item.kind == "technology"
    if kind is CarveOut.DRONE_TECHNOLOGY and is_technology and item.eccn.upper() == "EAR99":
        return _by_act(shipment, _DRONE_ACT, "the technology is released by the operator of the drone")
    if kind is CarveOut.STANDARDS and is_technology and _is_light(item):
        return _by_act(shipment, _STANDARDS_ACT, "it is released to members of a standards organisation")
    if kind is CarveOut.FOOD:
        return _food(scope, item, shipment)
    if kind is CarveOut.OFAC_LICENCE:
        number = re.search(r"General Licen[sc]e No\. (\w+)", scope.carve_out, re.IGNORECASE)
        held = [one for one in shipment.authorisations if number and _names(one.name, number[1])]
        return _out(f"OFAC's general licence {held[0].name} covers the transaction") if held else None
    if kind is CarveOut.FUELS and item.hts:
        codes = _CODES.findall(scope.carve_out)
        digits = item.hts.replace(".", "")
        return (
            _out(f"tariff code {item.hts} is among those listed") if digits.startswith(tuple(codes)) else None
        )
    return None


def _food(scope: EntityScope, item: Item, shipment: Shipment) -> Reach | None:
    eccn = item.eccn.lower()
    if eccn == "ear99" and item.product.lower() in FOOD_AND_MEDICINE:
        return _out("it is food or medicine designated EAR99")
    if eccn.startswith(("5a992.c", "5d992.c")) and eccn[:7] in scope.carve_out.lower():
        if shipment.parties and all(one.end_user_type == "civil" for one in shipment.parties):
            return _out("no party is a government end user or a state-owned enterprise, as stated")
        return Reach(caught=True, reason="Left out only where no user is government or state-owned.")
    return None


def _is_light(item: Item) -> bool:
    """Whether technology is EAR99, or controlled for anti-terrorism reasons only."""
    return item.eccn.upper() == "EAR99" or (
        bool(item.reasons) and all(reason.startswith("AT") for reason in item.reasons)
    )


def _by_act(shipment: Shipment, act: str, condition: str) -> Reach:
    if act in shipment.acts:
        return _out(condition)
    return Reach(
        caught=True,
        reason=f"The entry leaves this technology out only if {condition}; that is not stated (acts: {act}).",
    )


def _out(condition: str) -> Reach:
    return Reach(caught=False, reason=f"The entry leaves it out: {condition}.", condition=condition)


def _names(held: str, number: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(number)}(?!\w)", held, re.IGNORECASE) is not None

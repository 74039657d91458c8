"""In which way an act touches a listed party: the four roles, other parts, buying, a sale inside the US.

The Entity List, the Unverified List and the Military End User List bite when the listed party is purchaser,
intermediate consignee, ultimate consignee or end user of what is exported, reexported or transferred
(15 CFR 744.11, 744.15, 744.16, 744.21; roles of 748.5(c)-(f)). There is no ban on buying from a listed
party, nor on selling commodities to it inside the United States while they stay (BIS FAQ).
"""

from __future__ import annotations

from enum import StrEnum

from licet.model.shipment import TRANSACTION_ROLES, Activity, Role, Shipment
from licet.rules.acts import INWARD, OUTWARD
from licet.rules.case import Involved

_AT_HOME = frozenset({Activity.TRANSFER, Activity.RETAIL_SALE})
_RECEIVING = TRANSACTION_ROLES | {Role.CUSTOMER}
# A forwarder who takes delivery on the way is the intermediate consignee (748.5(d)): which it is, is asked.
_MAY_CONSIGN = frozenset({Role.OTHER, Role.FORWARDER})
_NO_PART = frozenset({Role.MAKER, Role.DESIGNER, Role.ISSUER})


class Touch(StrEnum):
    """How an act touches a listed party."""

    PARTY = "party"
    """It is a party to the transaction: the requirement bites."""
    ROLE_UNSTATED = "role_unstated"
    OTHER_ROLE = "other_role"
    """It has another part in a transaction: a red flag."""
    BOUGHT_FROM = "bought_from"
    """It is the seller: no ban, a red flag for goods subject to the EAR."""
    INSIDE_US = "inside_us"
    """A commodity sold to it inside the United States, where it stays."""
    OTHER_ACT = "other_act"
    """Services, finance and the like: the list speaks of items alone; a red flag."""
    NONE = "none"
    """It only made or designed the thing, or the act has no item: nothing follows."""


def touch(shipment: Shipment, involved: Involved) -> Touch:
    """Return how the act touches a party of the case."""
    activity, role = shipment.activity, involved.role
    if role in _NO_PART or activity in {Activity.SECURITIES, Activity.USE}:
        return Touch.NONE
    if activity in INWARD:
        return Touch.OTHER_ACT if role in _RECEIVING else Touch.BOUGHT_FROM
    if activity in _AT_HOME and shipment.destination == "US":
        return Touch.INSIDE_US if role in _RECEIVING else Touch.OTHER_ROLE
    if activity not in OUTWARD:
        return Touch.OTHER_ACT
    if role in _RECEIVING:
        return Touch.PARTY
    return Touch.ROLE_UNSTATED if role in _MAY_CONSIGN and involved.path != "actor" else Touch.OTHER_ROLE

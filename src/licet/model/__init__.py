"""Frozen values, standard library only."""

from licet.model.asof import AsOf, end_of_day
from licet.model.codec import canonical, fingerprint, from_dict, to_dict
from licet.model.dates import PartialDate
from licet.model.listing import (
    Address,
    Identifier,
    IdentifierKind,
    Link,
    Listing,
    Name,
    NameKind,
    PartyKind,
)
from licet.model.problem import Problem, Severity

__all__ = [
    "Address",
    "AsOf",
    "Identifier",
    "IdentifierKind",
    "Link",
    "Listing",
    "Name",
    "NameKind",
    "PartialDate",
    "PartyKind",
    "Problem",
    "Severity",
    "canonical",
    "end_of_day",
    "fingerprint",
    "from_dict",
    "to_dict",
]

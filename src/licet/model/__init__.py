"""Frozen values, standard library only."""

from licet.model.asof import AsOf, end_of_day
from licet.model.codec import canonical, fingerprint, from_dict, to_dict
from licet.model.dates import PartialDate
from licet.model.edition import Edition, EditionFile, ListingVersion
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
from licet.model.match import (
    Account,
    Channel,
    Match,
    MatchPolicy,
    PairKind,
    Qualifier,
    Screened,
    Step,
    TokenPair,
    Verdict,
)
from licet.model.problem import Problem, Severity
from licet.model.subject import Subject

__all__ = [
    "Account",
    "Address",
    "AsOf",
    "Channel",
    "Edition",
    "EditionFile",
    "Identifier",
    "IdentifierKind",
    "Link",
    "Listing",
    "ListingVersion",
    "Match",
    "MatchPolicy",
    "Name",
    "NameKind",
    "PairKind",
    "PartialDate",
    "PartyKind",
    "Problem",
    "Qualifier",
    "Screened",
    "Severity",
    "Step",
    "Subject",
    "TokenPair",
    "Verdict",
    "canonical",
    "end_of_day",
    "fingerprint",
    "from_dict",
    "to_dict",
]

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
    Channel,
    Match,
    MatchPolicy,
    Qualifier,
    Screened,
    Verdict,
)
from licet.model.problem import Problem, Severity
from licet.model.reasons import Account, LateReasons, PairKind, Reasons, Step, TokenPair
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
    "LateReasons",
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
    "Reasons",
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

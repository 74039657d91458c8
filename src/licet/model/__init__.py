"""Frozen values, standard library only; each is loaded when it is first used."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # only for the type checker and editors: who reads a story need not load the listings
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

_HOMES = {
    name: home
    for home, names in {
        "licet.model.asof": "AsOf end_of_day",
        "licet.model.codec": "canonical fingerprint from_dict to_dict",
        "licet.model.dates": "PartialDate",
        "licet.model.edition": "Edition EditionFile ListingVersion",
        "licet.model.listing": "Address Identifier IdentifierKind Link Listing Name NameKind PartyKind",
        "licet.model.match": "Channel Match MatchPolicy Qualifier Screened Verdict",
        "licet.model.problem": "Problem Severity",
        "licet.model.reasons": "Account LateReasons PairKind Reasons Step TokenPair",
        "licet.model.subject": "Subject",
    }.items()
    for name in names.split()
}

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


def __getattr__(name: str) -> Any:  # noqa: ANN401  any value of the model
    """Load a value from its home when it is first asked for."""
    home = _HOMES.get(name)
    if home is None:
        message = f"module 'licet.model' has no attribute {name!r}"
        raise AttributeError(message)
    found = getattr(importlib.import_module(home), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    """Name what the package offers."""
    return sorted(__all__)

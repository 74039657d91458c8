"""How sure it is that a party of the case is the listed one, from the match and its qualifiers.

A name alone is no identity (handbook 3.2 row 10, trap 26): an identifier, or the whole name and a second
attribute, make `same`; the whole name that nothing contradicts makes `presumed`; all else is `possible`.
"""

from __future__ import annotations

from licet.model import Channel, Match, Verdict
from licet.model.law import Evidence, Identity
from licet.model.reasons import PairKind

_SECOND = frozenset({"birth_date", "country", "address", "identifier"})
_WHOLE = frozenset({PairKind.EQUAL, PairKind.SYMBOL, PairKind.JOINED})
_NEARLY = 0.97
"""Score of the names from which a spelling is the same name: a lost dot or doubled letter, no other word."""


def identity(match: Match) -> tuple[Identity, str]:
    """Return how sure it is, and which attributes agree or differ, in words."""
    agree = [item for item in match.qualifiers if item.verdict is Verdict.AGREES and item.feature in _SECOND]
    differ = [item for item in match.qualifiers if item.verdict is Verdict.DIFFERS]
    told = [f"{item.feature.replace('_', ' ')} agrees ({item.ours})" for item in agree]
    told += [
        f"{item.feature.replace('_', ' ')} differs ({item.ours} against {item.theirs})" for item in differ
    ]
    if match.channel is Channel.IDENTIFIER:
        return Identity.SAME, "; ".join(["an identifier agrees", *told])
    whole = is_whole_name(match)
    lead = "the whole name agrees" if whole else "the name is alike"
    basis = "; ".join([lead, *told])
    if not whole or differ:
        return Identity.POSSIBLE, basis
    weak = match.matched_name is not None and match.matched_name.weak
    if agree:
        return Identity.SAME, basis
    if weak:
        return Identity.POSSIBLE, f"{basis}; the listed alias is marked weak"
    return Identity.PRESUMED, f"{basis}; no second attribute was compared"


def is_whole_name(match: Match) -> bool:
    """Tell whether both names say the same: every word has its counterpart, in some accepted spelling."""
    if match.channel is not Channel.NAME:
        return match.channel is Channel.ADDRESS
    if match.left_ours or match.left_theirs:
        return False
    account = match.account
    if account is not None and account.evidence >= _NEARLY:
        return True
    return bool(match.pairs) and all(pair.kind in _WHOLE for pair in match.pairs)


def evidence(match: Match, engine: str) -> Evidence:
    """Return a match as the record behind a finding."""
    sure, basis = identity(match)
    edition = match.edition
    return Evidence(
        list_id=match.listing.list_id,
        record=match.listing.entity_id,
        edition=edition.name,
        sha256=edition.sha256,
        received=edition.known,
        our_name=match.our_name,
        matched_name=match.matched_name.text if match.matched_name else match.listing.caption,
        score=match.score,
        method=f"{engine} {match.channel}",
        identity=sure,
        identity_basis=basis,
    )

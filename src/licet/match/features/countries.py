"""Countries of nationality, incorporation, flag and address."""

from __future__ import annotations

from licet.match.effects import COUNTRY_AGREES, COUNTRY_DIFFERS
from licet.model import Listing, Qualifier, Verdict
from licet.text.countries import country_name


def compare(ours: tuple[str, ...], listing: Listing) -> Qualifier | None:
    """Countries agree when one of ours is a country of the listed party or of one of its addresses.

    They differ when the list gives countries of the party and none of ours is among them or among its
    addresses. Addresses alone never count against a match: a party may live anywhere.
    """
    if not ours:
        return None
    stated = tuple(listing.countries)
    places = tuple(dict.fromkeys(item.country for item in listing.addresses if item.country))
    mine, listed = _shown(ours), _shown(stated or places)
    shared = sorted(set(ours) & {*stated, *places})
    if shared:
        reason = f"Country agrees: {_shown(tuple(shared))}."
        return Qualifier("country", Verdict.AGREES, mine, listed, COUNTRY_AGREES, reason)
    if stated:
        reason = f"Country differs: {mine} against {listed}."
        return Qualifier("country", Verdict.DIFFERS, mine, listed, COUNTRY_DIFFERS, reason)
    if places:
        reason = f"The list gives only addresses, in {listed}; a party may live elsewhere."
        return Qualifier("country", Verdict.NOT_COMPARABLE, mine, listed, 0.0, reason)
    return Qualifier("country", Verdict.MISSING, mine, "", 0.0, "The list gives no country.")


def _shown(codes: tuple[str, ...]) -> str:
    return ", ".join(country_name(code) for code in codes)

"""Addresses part by part."""

from __future__ import annotations

from dataclasses import dataclass

from licet.match.effects import ADDRESS_AGREES, PLACE_DIFFERS, STREETS_ALIKE
from licet.model import Address, Qualifier, Verdict
from licet.text.addresses import AddressParts, address_parts

_ONE_COUNTRY = ({"CN", "HK", "MO"}, {"UA", "RU"}, {"RS", "XK"}, {"CN", "TW"})
"""Countries that lists and customers write for one another: Hong Kong rows stand under China, Crimea under
either."""

_ONE_CITY = frozenset({"HK", "MO", "SG", "MC", "GI"})
"""There districts are named or left out at will."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """How two addresses agree.

    Attributes:
        words: What agrees, in words: `house number 33`, `street hungto`.
        same: They have street and house number, postal code and house number, or a box in common.
        elsewhere: But each names places that the other does not.
    """

    words: tuple[str, ...]
    same: bool
    elsewhere: bool = False


def compare(ours: tuple[Address, ...], theirs: tuple[Address, ...]) -> Qualifier | None:
    """Addresses agree in house number and street, in house number and postal code, or in the box.

    Rooms and floors are left out. One street and number in two cities or countries is no agreement, nor are a
    city and a country alone. Addresses that differ say nothing: parties move and have several.
    """
    if not ours:
        return None
    mine = ours[0].text
    if not theirs:
        return Qualifier("address", Verdict.MISSING, mine, "", 0.0, "The list gives no address.")
    near: tuple[str, ...] = ()
    for our in ours:
        for their in theirs:
            found = agreement(our, their)
            if found.same and not found.elsewhere:
                reason = f"Address agrees ({', '.join(found.words)}): “{our.text}” and “{their.text}”."
                return Qualifier("address", Verdict.AGREES, our.text, their.text, ADDRESS_AGREES, reason)
            near = max(near, found.words, key=len)
    told = f" No more than {', '.join(near)} agrees." if near else ""
    reason = f"No listed address is ours; parties have several.{told}"
    return Qualifier("address", Verdict.NOT_COMPARABLE, mine, theirs[0].text, 0.0, reason)


def agreement(ours: Address, theirs: Address) -> Agreement:
    """Compare two addresses part by part."""
    mine, listed = address_parts(ours.text), address_parts(theirs.text)
    if not _one_country(_countries(ours, mine), _countries(theirs, listed)):
        return Agreement((), same=False)
    street = next((a for a in sorted(mine.streets) if any(_alike(a, b) for b in listed.streets)), "")
    number = _number(mine, listed)
    postal = sorted(mine.postal & listed.postal)
    box = sorted(mine.boxes & listed.boxes)
    places = sorted(mine.places & listed.places)
    words = [f"{what} {text}" for what, text in (("house number", number), ("street", street)) if text]
    words += [f"postal code {text.upper()}" for text in postal] + [f"P.O. box {text}" for text in box]
    words += [f"place {' '.join(places)}"] if places else []
    countries = _countries(ours, mine) | _countries(theirs, listed)
    elsewhere = bool(mine.places and listed.places) and not places and not postal
    elsewhere = elsewhere and countries.isdisjoint(_ONE_CITY)
    same = bool(number and (street or postal)) or bool(box)
    if not mine.numbers and not mine.boxes and not listed.numbers:
        # An address without numbers is the same where it is worded the same ("Old Free Zone, Latakia port").
        same = bool(mine.places | mine.streets) and (mine.places, mine.streets) == (
            listed.places,
            listed.streets,
        )
        same = same and len(mine.places | mine.streets) > 2
    return Agreement(tuple(words), same=same, elsewhere=elsewhere)


def where(ours: tuple[Address, ...], text: str, theirs: Address) -> tuple[Qualifier, ...] | None:
    """Say whether an address that shares words with a listed one is that address.

    The same street and number with other places named beside it may be in another city: it is set aside.

    Returns:
        What speaks against it; None where it is another address.
    """
    found = [agreement(item, theirs) for item in ours if item.text == text]
    same = [item for item in found if item.same]
    if not same:
        return None
    if any(not item.elsewhere for item in same):
        agreed = ", ".join(next(item.words for item in same if not item.elsewhere))
        reason = f"The {agreed} agree."
        return (Qualifier("place", Verdict.AGREES, text, theirs.text, 0.0, reason),)
    reason = f"Other places are named: “{text}” and “{theirs.text}”."
    return (Qualifier("place", Verdict.DIFFERS, text, theirs.text, PLACE_DIFFERS, reason),)


def _number(mine: AddressParts, listed: AddressParts) -> str:
    """Return the house number that both have, alone or within a range; empty where there is none."""
    shared = sorted(mine.numbers & listed.numbers)
    if shared:
        return shared[0]
    for numbers, ranges in ((mine.numbers, listed.ranges), (listed.numbers, mine.ranges)):
        for number in sorted(numbers):
            if number.isdigit() and any(_within(int(number), *ends) for ends in ranges):
                return number
    return ""


def _within(number: int, low: int, high: int) -> bool:
    """Say whether a house is in a range: between ends that are both even or both odd, on their side only."""
    one_side = low % 2 == high % 2
    return low <= number <= high and (not one_side or number % 2 == low % 2)


def _alike(ours: str, theirs: str) -> bool:
    from rapidfuzz.distance import OSA  # noqa: PLC0415  few subjects have an address

    return ours == theirs or OSA.normalized_similarity(ours, theirs) >= STREETS_ALIKE


def _countries(address: Address, parts: AddressParts) -> frozenset[str]:
    return parts.countries | ({address.country} if address.country else frozenset())


def _one_country(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Say whether two addresses may be in one country; one that names none may be in any."""
    if not ours or not theirs or ours & theirs:
        return True
    return any(ours & group and theirs & group for group in _ONE_COUNTRY)

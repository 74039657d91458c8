"""Numbers that a record states only in its words: of ships in remarks, of aircraft as their name.

OFSI filed ships under entities, with "(IMO number: 7303803)" in front of its remarks; the UN and the EU give
the IMO numbers of shipping companies in prose; OFAC names an aircraft by its tail number and does not repeat
it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from licet.model import Identifier, IdentifierKind, Listing, PartyKind, Problem
from licet.text.checksums import normalise_identifier, valid

_IMO = re.compile(
    r"\bIMO\)?(?: company)?(?: (?:number|no\.?))?[:#]? {0,3}(\d{7})\b", re.IGNORECASE | re.ASCII
)
_MMSI = re.compile(r"\bMMSI(?: (?:number|no\.?))?[:#]? {0,3}(\d{9})\b", re.IGNORECASE | re.ASCII)
_OWN_NUMBER = re.compile(r"\(?IMO(?: number)?:", re.IGNORECASE)
_SERIAL = re.compile(r"MSN (\w+)")
_REGISTER = "Vessel Registration Identification"
_PROSE = frozenset({"un_sc", "eu_fsf", "uk_ofsi", "uk_fcdo"})
"""Lists whose remarks are prose; those of OFAC are labelled values that its parser reads."""
_FROM_REMARKS, _FROM_NAME = "stated in the remarks", "stated as the name"


def with_stated_numbers(items: Iterator[Listing | Problem]) -> Iterator[Listing | Problem]:
    """Pass everything on; listings with the numbers that their words state added to their identifiers.

    A number is taken from remarks only when they state no other of its sort, and when its check digits fit; a
    party is then a ship when the remarks begin with its own IMO number.
    """
    for item in items:
        yield _completed(item) if isinstance(item, Listing) else item


def _completed(listing: Listing) -> Listing:
    kind = listing.kind
    known = tuple(_as_imo(item, kind) for item in listing.identifiers)
    more: list[Identifier] = []
    if kind is PartyKind.AIRCRAFT:
        more.extend(_of_names(listing))
    elif (
        listing.list_id in _PROSE
        and kind is not PartyKind.PERSON
        and ("IMO" in listing.remarks or "MMSI" in listing.remarks)
    ):
        more.extend(_of_remarks(listing))
        owns = _OWN_NUMBER.match(listing.remarks) and any(item.kind is IdentifierKind.IMO for item in more)
        kind = PartyKind.VESSEL if owns else kind
    held = {(item.kind, normalise_identifier(item.kind, item.value)) for item in known}
    more = [item for item in more if (item.kind, normalise_identifier(item.kind, item.value)) not in held]
    if not more and known == listing.identifiers:
        return listing
    return replace(listing, kind=kind, identifiers=(*known, *dict.fromkeys(more)))


def _as_imo(item: Identifier, kind: PartyKind) -> Identifier:
    """Read a ship's number that lacks the letters IMO, and a company's that is labelled as a ship's."""
    if item.kind is IdentifierKind.IMO and kind is PartyKind.ORGANISATION:
        company = not valid(item.kind, item.value) and valid(IdentifierKind.IMO_COMPANY, item.value)
        return replace(item, kind=IdentifierKind.IMO_COMPANY) if company else item
    bare = item.kind is IdentifierKind.OTHER and item.note == _REGISTER and not item.country
    digits = item.value.removeprefix("IMO").strip()
    if bare and len(digits) == 7 and digits.isdecimal() and valid(IdentifierKind.IMO, digits):
        return Identifier(IdentifierKind.IMO, digits)
    return item


def _of_names(listing: Listing) -> Iterator[Identifier]:
    for name in listing.names:
        serial = _SERIAL.fullmatch(name.text)
        if serial:
            yield Identifier(IdentifierKind.AIRCRAFT_SERIAL, serial[1], "", _FROM_NAME)
        elif valid(IdentifierKind.TAIL_NUMBER, name.text):
            yield Identifier(IdentifierKind.TAIL_NUMBER, name.text, "", _FROM_NAME)


def _of_remarks(listing: Listing) -> Iterator[Identifier]:
    numbers = set(_IMO.findall(listing.remarks))
    if len(numbers) == 1:
        (number,) = numbers
        own = listing.kind is PartyKind.VESSEL or _OWN_NUMBER.match(listing.remarks)
        kind = IdentifierKind.IMO if own else IdentifierKind.IMO_COMPANY
        if valid(kind, number):
            yield Identifier(kind, number, "", _FROM_REMARKS)
    stations = set(_MMSI.findall(listing.remarks))
    if len(stations) == 1:
        (station,) = stations
        if valid(IdentifierKind.MMSI, station):
            yield Identifier(IdentifierKind.MMSI, station, "", _FROM_REMARKS)

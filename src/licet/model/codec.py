"""Listings to canonical JSON and back: the bytes that are hashed, stored and compared."""

from __future__ import annotations

import hashlib
import json
import re
from datetime import date
from typing import Any

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

# Looked up by value: calling an enumeration takes ten times as long, and a store has hundreds of thousands.
_PARTY_KINDS = {str(item): item for item in PartyKind}
_NAME_KINDS = {str(item): item for item in NameKind}
_IDENTIFIER_KINDS = {str(item): item for item in IdentifierKind}


def to_dict(listing: Listing) -> dict[str, Any]:
    """Return the content of a listing as plain JSON values; empty fields are left out."""
    content: dict[str, Any] = {
        "list_id": listing.list_id,
        "key": listing.key,
        "kind": str(listing.kind),
        "names": [_sparse(_name(name)) for name in listing.names],
        "birth_dates": [_date_dict(item) for item in listing.birth_dates],
        "birth_places": list(listing.birth_places),
        "countries": list(listing.countries),
        "addresses": [
            _sparse({field: getattr(item, field) for field in _ADDRESS}) for item in listing.addresses
        ],
        "identifiers": [
            _sparse({"kind": str(item.kind), "value": item.value, "country": item.country, "note": item.note})
            for item in listing.identifiers
        ],
        "programmes": list(listing.programmes),
        "start": listing.start.isoformat() if listing.start else None,
        "end": listing.end.isoformat() if listing.end else None,
        "citations": list(listing.citations),
        "remarks": listing.remarks,
        "genders": list(listing.genders),
        "titles": list(listing.titles),
        "links": [{"kind": item.kind, "name": item.name} for item in listing.links],
        "contacts": list(listing.contacts),
        "details": dict(listing.details),
    }
    return _sparse(content)


def from_dict(content: dict[str, Any]) -> Listing:
    """Rebuild a listing from `to_dict`; `rows` is 1, for it is no part of the content."""
    return Listing(
        list_id=content["list_id"],
        key=content["key"],
        kind=_PARTY_KINDS[content["kind"]],
        names=tuple(
            Name(
                item["text"],
                _NAME_KINDS[item.get("kind", "primary")],
                item.get("weak", False),
                item.get("language", ""),
                item.get("source", ""),
            )
            for item in content.get("names", ())
        ),
        birth_dates=tuple(_date_from(item) for item in content.get("birth_dates", ())),
        birth_places=tuple(content.get("birth_places", ())),
        countries=tuple(content.get("countries", ())),
        addresses=tuple(Address(**item) for item in content.get("addresses", ())),
        identifiers=tuple(
            Identifier(
                _IDENTIFIER_KINDS[item["kind"]], item["value"], item.get("country", ""), item.get("note", "")
            )
            for item in content.get("identifiers", ())
        ),
        programmes=tuple(content.get("programmes", ())),
        start=date.fromisoformat(content["start"]) if content.get("start") else None,
        end=date.fromisoformat(content["end"]) if content.get("end") else None,
        citations=tuple(content.get("citations", ())),
        remarks=content.get("remarks", ""),
        genders=tuple(content.get("genders", ())),
        titles=tuple(content.get("titles", ())),
        links=tuple(Link(item["kind"], item["name"]) for item in content.get("links", ())),
        contacts=tuple(content.get("contacts", ())),
        details=tuple(sorted(content.get("details", {}).items())),
    )


def from_canonical(content: bytes) -> Listing:
    """Rebuild a listing from its canonical JSON, which it keeps: `canonical` gives the same bytes back."""
    listing = from_dict(json.loads(content.decode()))
    object.__setattr__(listing, "memo", content)
    return listing


def canonical(listing: Listing) -> bytes:
    """Return the content as canonical JSON: sorted keys, no spaces, UTF-8. Equal content, equal bytes.

    Half of a surrogate pair, which is no character and has no UTF-8, becomes U+FFFD.
    """
    if not listing.memo:
        text = json.dumps(to_dict(listing), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        object.__setattr__(listing, "memo", _utf8(text))
    return listing.memo


def _utf8(text: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError:
        return _HALF.sub("\ufffd", text).encode()


def fingerprint(listing: Listing) -> str:
    """Return the SHA-256 of the canonical content, in hexadecimal."""
    return hashlib.sha256(canonical(listing)).hexdigest()


_HALF = re.compile("[\ud800-\udfff]")
_ADDRESS = ("text", "street", "city", "region", "postal_code", "country")


def _sparse(content: dict[str, Any]) -> dict[str, Any]:
    return {field: value for field, value in content.items() if value not in ("", None, [], {}, False)}


def _name(name: Name) -> dict[str, Any]:
    return {
        "text": name.text,
        "kind": str(name.kind),
        "weak": name.weak,
        "language": name.language,
        "source": name.source,
    }


def _date_dict(item: PartialDate) -> dict[str, str]:
    return {"iso": item.iso, "text": item.text} if item.text else {"iso": item.iso}


def _date_from(item: dict[str, str]) -> PartialDate:
    read = PartialDate.from_iso(item["iso"])
    return PartialDate(read.first, read.last, read.circa, item.get("text", ""))

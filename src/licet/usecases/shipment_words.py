"""Words that users write for the fields, roles and activities of a shipment, and the ones that licet uses.

Nothing here guesses: a word stands for one thing or is refused with what is allowed.
"""

from __future__ import annotations

from collections.abc import Mapping

from licet.model import IdentifierKind, PartyKind

FIELDS: Mapping[str, Mapping[str, str]] = {
    "Shipment": {
        "as_of": "day",
        "date": "day",
        "item": "items",
        "goods": "items",
        "party": "parties",
        "destination_country": "destination",
        "country_of_destination": "destination",
        "from": "origin_country",
        "transit": "route",
        "exporter": "actor",
        "enduse": "end_use",
        "red_flag": "red_flags",
        "licences": "authorisations",
        "licenses": "authorisations",
        "authorizations": "authorisations",
        "moment": "instant",
        "time": "instant",
        "ref": "reference",
        "id": "reference",
    },
    "Actor": {"is_us_person": "us_person"},
    "Item": {
        "country_of_origin": "origin",
        "made_in": "origin",
        "hs": "hts",
        "hts_code": "hts",
        "hs_code": "hts",
        "name": "description",
        "manufacturer": "maker",
        "us_content_pct": "us_content_percent",
        "us_percent": "us_content_percent",
        "export_control_classification_number": "eccn",
    },
    "Content": {"name": "description"},
    "ShipmentParty": {
        "aliases": "names",
        "alias": "names",
        "address": "addresses",
        "identifier": "identifiers",
        "owner": "owners",
        "parents": "subsidiary_of",
        "parent": "subsidiary_of",
        "id": "key",
        "ref": "key",
    },
    "Owner": {
        "share": "percent",
        "percentage": "percent",
        "owner": "owners",
        "identifier": "identifiers",
        "id": "key",
    },
    "EndUse": {"use": "uses", "codes": "uses"},
    "Held": {"number": "name", "from": "since", "to": "until"},
}
"""Other words for fields, by the type that has them."""

ROLES: Mapping[str, str] = {
    "buyer": "purchaser",
    "consignee": "ultimate_consignee",
    "final_consignee": "ultimate_consignee",
    "intermediate": "intermediate_consignee",
    "enduser": "end_user",
    "user": "end_user",
    "seller": "supplier",
    "vendor": "supplier",
    "freight_forwarder": "forwarder",
    "forwarding_agent": "forwarder",
    "shipping_line": "carrier",
    "airline": "carrier",
    "ship": "vessel",
    "financial_institution": "bank",
    "shareholder": "owner",
    "client": "customer",
    "manufacturer": "maker",
    "producer": "maker",
}
"""Other words for roles."""

ACTIVITIES: Mapping[str, str] = {
    "exporting": "export",
    "re_export": "reexport",
    "in_country_transfer": "transfer",
    "transfer_in_country": "transfer",
    "deemed_reexport": "deemed_export",
    "services": "service",
    "repair": "service",
    "maintenance": "service",
    "installation": "service",
    "financing": "finance",
    "payment": "finance",
    "brokering": "broker",
    "importing": "import",
    "procurement": "procure",
    "resale": "retail_sale",
    "retail": "retail_sale",
    "buy": "purchase",
    "purchasing": "purchase",
    "security": "securities",
}
"""Other words for activities."""

REGIONS: Mapping[str, str] = {
    "crimea": "Crimea",
    "sevastopol": "Crimea",
    "donetsk": "Donetsk",
    "donetsk people's republic": "Donetsk",
    "dnr": "Donetsk",
    "luhansk": "Luhansk",
    "lugansk": "Luhansk",
    "luhansk people's republic": "Luhansk",
    "lnr": "Luhansk",
}
"""Regions of Ukraine with rules of their own, by the words that users write."""

COUNTRIES = frozenset(
    {
        ("Actor", "country"),
        ("Content", "origin"),
        ("Item", "origin"),
        ("Owner", "country"),
        ("Shipment", "destination"),
        ("Shipment", "origin_country"),
        ("Shipment", "route"),
        ("ShipmentParty", "country"),
        ("ShipmentParty", "headquarters"),
        ("ShipmentParty", "located"),
    }
)
"""Fields that hold ISO 3166 codes; a test compares them with the docstrings."""

_SORTS = tuple(str(kind) for kind in PartyKind if kind not in {PartyKind.ADDRESS, PartyKind.UNKNOWN})
_MATTER = ("commodity", "software", "technology")
CHOICES: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("ShipmentParty", "kind"): _SORTS,
    ("Owner", "kind"): ("person", "organisation"),
    ("Item", "kind"): _MATTER,
    ("Content", "kind"): _MATTER,
    ("ShipmentParty", "end_user_type"): (
        "civil",
        "government",
        "military",
        "military_intelligence",
        "intelligence",
    ),
}
"""Fields of text with a closed set of words; a test compares them with the docstrings."""

SPELLINGS: Mapping[str, str] = {
    "organization": "organisation",
    "company": "organisation",
    "entity": "organisation",
    "individual": "person",
    "ship": "vessel",
    "airplane": "aircraft",
    "goods": "commodity",
    "hardware": "commodity",
}
"""Other words for the choices."""

IDENTIFIERS = tuple(str(kind) for kind in IdentifierKind)
"""Kinds of identifiers: `kind:value`, or a key of the party itself."""

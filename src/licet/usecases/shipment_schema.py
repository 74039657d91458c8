"""The JSON Schema (2020-12) of a shipment, made from the dataclasses and their docstrings."""

from __future__ import annotations

import json
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from licet.model import PartialDate
from licet.model.shipment import Shipment
from licet.usecases import shipment_words as words
from licet.usecases.shipment_forms import FieldForm, form, is_form, member_texts

_DAY = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
_MOMENT = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}.*[^0-9]"
_DECIMAL = r"^[0-9]+(\.[0-9]+)?$"


def schema() -> dict[str, Any]:
    """Return the schema of one shipment as it is written in full.

    The reader also takes short ways and other words (`consignee`, `as_of`, country names, one item without a
    list); what it makes of them, the `question` of every decision, is always valid by this schema.
    """
    defs: dict[str, Any] = {}
    whole = _object(Shipment, defs)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A shipment: an act, by an actor, with items, for parties in roles, on a day",
        "description": (
            "What is left out is not stated, and nothing is assumed from silence. Figures are exact: "
            'a number, or a text such as "12.5".'
        ),
        **whole,
        "$defs": dict(sorted(defs.items())),
    }


def schema_text() -> str:
    """Return the schema as the file that is published."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def _object(of: type, defs: dict[str, Any]) -> dict[str, Any]:
    shape = form(of)
    return {
        "description": shape.text,
        "type": "object",
        "properties": {name: _field(of, field, defs) for name, field in shape.fields.items()},
        "required": [name for name, field in shape.fields.items() if field.required],
        "additionalProperties": False,
    }


def _field(of: type, field: FieldForm, defs: dict[str, Any]) -> dict[str, Any]:
    one = _one(of, field, defs)
    said = {"description": field.text.replace("`", "")} if field.text else {}
    if field.many:
        return {**said, "type": "array", "items": one}
    return {**said, **one}


_PARTIAL = {"type": "string", "examples": ["1971", "1971-04", "1971-04-30", "1961/1963"]}


def _one(of: type, field: FieldForm, defs: dict[str, Any]) -> dict[str, Any]:
    if is_form(field.type) and field.type is not PartialDate:
        name = field.type.__name__
        if name not in defs:
            defs[name] = {}  # an owner has owners: its place is taken before it is described
            defs[name] = _object(field.type, defs)
        return {"$ref": f"#/$defs/{name}"}
    return _scalar(of, field)


def _scalar(of: type, field: FieldForm) -> dict[str, Any]:
    if issubclass(field.type, StrEnum):
        return _choice(field.type)
    if field.type is str:
        return _text((of.__name__, field.name))
    if field.type is Decimal:
        top = {"maximum": 100} if "percent" in field.name else {}
        return {"anyOf": [{"type": "number", "minimum": 0, **top}, {"type": "string", "pattern": _DECIMAL}]}
    if (of, field.name) == (Shipment, "day"):
        return {"type": "string", "anyOf": [{"pattern": _DAY}, {"pattern": _MOMENT}]}
    kinds: dict[type, dict[str, Any]] = {
        PartialDate: _PARTIAL,
        bool: {"type": "boolean"},
        int: {"type": "integer", "minimum": 0},
        date: {"type": "string", "pattern": _DAY},
        datetime: {"type": "string", "pattern": _MOMENT},
    }
    return kinds[field.type]


def _choice(of: type[StrEnum]) -> dict[str, Any]:
    said = member_texts(of)
    return {
        "oneOf": [
            {"const": str(member), **({"description": said[member.name]} if member.name in said else {})}
            for member in of
        ]
    }


def _text(place: tuple[str, str]) -> dict[str, Any]:
    if place in words.CHOICES:
        return {"enum": list(words.CHOICES[place])}
    if place in words.COUNTRIES:
        return {"type": "string", "pattern": "^[A-Z]{2}$"}
    if place[1] == "identifiers":
        return {"type": "string", "pattern": f"^({'|'.join(words.IDENTIFIERS)}):.+$"}
    return {"type": "string"}

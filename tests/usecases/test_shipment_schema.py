"""The published schema of a shipment is the reader's own, and is up to date."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from tests.documents import ROOT
from tests.usecases.test_shipment_reading import LEAST, one

from licet.usecases.shipment_reading import plain_shipment
from licet.usecases.shipment_schema import schema, schema_text


def faults(value: Any, rule: dict[str, Any], path: str = "$") -> list[str]:  # noqa: ANN401  any JSON value
    """Check a value by the few words of JSON Schema that our schema uses; any other word is a fault."""
    found: list[str] = []
    for word, what in rule.items():
        if word in {"description", "title", "$schema", "$defs", "examples"}:
            continue
        if word == "$ref":
            found += faults(value, schema()["$defs"][what.rpartition("/")[2]], path)
        elif word in {"anyOf", "oneOf"}:
            fit = sum(not faults(value, item, path) for item in what)
            found += [] if fit == 1 or (fit and word == "anyOf") else [f"{path}: {word}"]
        elif word == "properties":
            known = value if isinstance(value, dict) else {}
            found += [
                f for key in known if key in what for f in faults(known[key], what[key], f"{path}.{key}")
            ]
        elif word == "items":
            found += [f for item in value for f in faults(item, what, f"{path}[]")]
        elif not _keeps(value, word, what, rule):
            found.append(f"{path}: {word}")
    return found


def _keeps(value: Any, word: str, what: Any, rule: dict[str, Any]) -> bool:  # noqa: ANN401  the same
    types: dict[str, tuple[type, ...]] = {
        "object": (dict,),
        "array": (list,),
        "string": (str,),
        "boolean": (bool,),
        "integer": (int,),
        "number": (int, float, Decimal),
    }
    keeps: dict[str, Callable[[], bool]] = {
        "type": lambda: isinstance(value, types[what]),
        "const": lambda: value == what,
        "enum": lambda: value in what,
        "pattern": lambda: isinstance(value, str) and re.search(what, value) is not None,
        "minimum": lambda: not isinstance(value, str) and value >= what,
        "maximum": lambda: not isinstance(value, str) and value <= what,
        "required": lambda: isinstance(value, dict) and set(what) <= set(value),
        "additionalProperties": lambda: isinstance(value, dict) and set(value) <= set(rule["properties"]),
    }
    return keeps[word]()


def test_the_published_file_is_up_to_date() -> None:
    """Made with: licet shipment schema > docs/reference/shipment.schema.json."""
    published = ROOT / "docs" / "reference" / "shipment.schema.json"
    assert published.read_text(encoding="utf-8") == schema_text()


def test_the_least_shipment_is_valid() -> None:
    """And what the reader makes of short ways is."""
    assert faults(LEAST, schema()) == []
    short = "activity: deemed-export\nas_of: 2019-05-16 16:30 ET\nactor: Norway\nend_use: military\n"
    short += "item: {origin: Japan, us_content: 30%}\n"
    short += "party: {role: consignee, name: A, imo: 9187629, owner: {name: B, share: 50.5}}\n"
    assert faults(plain_shipment(one(short)), schema()) == []


@pytest.mark.parametrize(
    "more",
    [
        {"activity": "exprot"},
        {"day": "14.05.2018"},
        {"day": "2018-05-14T10:00"},
        {"destinaton": "CN"},
        {"destination": "China"},
        {"items": [{"us_content_percent": 130}]},
        {"parties": [{"kind": "ghost"}]},
        {"parties": [{"owners": [{"owners": [{"percent": "much"}]}]}]},
    ],
)
def test_what_the_reader_refuses_or_rewrites_is_not_valid(more: dict[str, Any]) -> None:
    """The schema is no looser than the normal form."""
    assert faults(json.loads(json.dumps({**LEAST, **more})), schema())


def test_every_field_is_described() -> None:
    """By the docstring of its dataclass."""
    for rule in (schema(), *schema()["$defs"].values()):
        assert [name for name, field in rule["properties"].items() if not field.get("description")] == []

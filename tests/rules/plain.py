"""A shipment from plain mappings, field by field after the types of `licet.model.shipment`."""

from __future__ import annotations

import types
import typing
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, Union

from licet.model.shipment import Shipment


def shipment_of(plain: Mapping[str, Any]) -> Shipment:
    """Return the shipment that a mapping states.

    Raises:
        ValueError: A field is not known: a misspelt fact must never be silence.
    """
    made = _read(Shipment, plain, "shipment")
    assert isinstance(made, Shipment)
    return made


@cache
def _types(kind: type) -> dict[str, Any]:
    return typing.get_type_hints(kind)


def _read(kind: Any, value: Any, path: str) -> Any:  # noqa: ANN401  whatever the field holds
    origin = typing.get_origin(kind)
    if origin in {Union, types.UnionType}:
        if value is None:
            return None
        return _read(next(item for item in typing.get_args(kind) if item is not type(None)), value, path)
    if origin is tuple:
        inner = typing.get_args(kind)[0]
        return tuple(_read(inner, item, f"{path}[{place}]") for place, item in enumerate(value))
    if is_dataclass(kind):
        assert isinstance(kind, type)
        return _record(kind, value, path)
    return _scalar(kind, value)


def _record(kind: type, value: Mapping[str, Any], path: str) -> Any:  # noqa: ANN401  an instance of `kind`
    known = {item.name for item in fields(kind)}
    if strange := sorted(value.keys() - known):
        message = f"{path}: no such field: {', '.join(strange)}"
        raise ValueError(message)
    hints = _types(kind)
    return kind(**{name: _read(hints[name], value[name], f"{path}.{name}") for name in value})


def _scalar(kind: Any, value: Any) -> Any:  # noqa: ANN401  whatever the field holds
    if kind is Decimal:
        return Decimal(str(value))
    if kind is date and isinstance(value, str):
        return date.fromisoformat(value)
    if kind is datetime and isinstance(value, str):
        return datetime.fromisoformat(value)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(value)
    return value

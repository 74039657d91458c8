"""Dataclasses of the model to plain JSON values and back, by their types: what decision records hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from licet.model.reasons import LateReasons, Reasons

Plain = Any
"""A JSON value."""


def encode(value: object) -> Plain:  # noqa: PLR0911  one for each sort of value
    """Return a value as plain JSON values; `decode` gives an equal one back."""
    if isinstance(value, LateReasons):
        value = value.made
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):  # a moment is one too
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, tuple | list):
        return [encode(item) for item in value]
    if isinstance(value, Mapping):
        return {key: encode(item) for key, item in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return {item.name: encode(getattr(value, item.name)) for item in fields(value) if item.init}
    return value


def decode(kind: Any, value: Plain) -> Any:  # noqa: ANN401, PLR0911  an instance of the kind, of any sort
    """Return what `encode` was given.

    Args:
        kind: Its type, as an annotation.
        value: What `encode` returned.

    Raises:
        ValueError, TypeError, KeyError: It is no value of this type.
    """
    if get_origin(kind) in {UnionType, Union}:
        if value is None:
            return None
        kind = next(item for item in get_args(kind) if item is not type(None))
    if get_origin(kind) is tuple:
        return _tuple(get_args(kind), value)
    if get_origin(kind) is not None:
        return value
    if kind is datetime:
        return datetime.fromisoformat(value)
    if kind is date:
        return date.fromisoformat(value)
    if kind is Decimal:
        return Decimal(value)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(value)
    if is_dataclass(kind):
        return _instance(kind, value)
    return value


def _tuple(kinds: tuple[Any, ...], value: Plain) -> tuple[Any, ...]:
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        return tuple(decode(kinds[0], item) for item in value)
    return tuple(decode(kind, item) for kind, item in zip(kinds, value, strict=True))


def _instance(kind: Any, value: Plain) -> Any:  # noqa: ANN401  an instance of the kind
    hints = _hints(kind)
    return kind(**{name: decode(hints[name], item) for name, item in value.items()})


@cache
def _hints(kind: type) -> Mapping[str, Any]:
    return get_type_hints(kind, localns={"Reasons": Reasons})

"""Findings, flags, questions and all that belongs to them, as plain JSON values in a fixed order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any


def plain(value: Any) -> Any:  # noqa: ANN401, PLR0911  a value of any sort, as any JSON value
    """Return a value of the law as plain JSON values.

    Days as ISO text, figures as exact text, the dates of a document as an object, scores to four places.
    """
    kind: type = type(value)
    if kind is str or kind is int or kind is bool or value is None:
        return value
    if kind is tuple:
        return [plain(item) for item in value]
    if kind is float:
        return round(value, 4)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):  # a moment is one too
        return value.isoformat()
    if isinstance(value, Decimal):
        return f"{value:f}"
    found = {}
    for name, read in _readers(kind):
        item = getattr(value, name)
        found[name] = item if type(item) is str else read(item)
    return found


@cache
def _readers(kind: type) -> tuple[tuple[str, Callable[[Any], Any]], ...]:
    return tuple((item.name, _dates if item.name == "dates" else plain) for item in fields(kind))


def _dates(pairs: tuple[tuple[str, str], ...]) -> dict[str, str]:
    return dict(pairs)

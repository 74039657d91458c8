"""One entry of the rulebook with everything it says, by its id."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from difflib import get_close_matches
from typing import Any

from licet.errors import UnknownRuleError
from licet.model.law import Interval
from licet.model.rulebook import Place, Rulebook


def shown(book: Rulebook, key: str) -> dict[str, Any]:
    """Return every entry with an id, by section, as plain JSON values.

    Raises:
        UnknownRuleError: There is none.
    """
    sections: dict[str, Mapping[str, Any]] = {
        "document": book.documents,
        "party": book.parties,
        "measure": book.measures,
        "value": book.values,
        "signal": {item.id: item for item in book.signals},
        "table": book.tables,
    }
    found = {name: plain_value(section[key]) for name, section in sections.items() if key in section}
    if not found:
        every = sorted({item for section in sections.values() for item in section})
        raise UnknownRuleError(key, get_close_matches(key, every, n=5, cutoff=0.5))
    if "table" in found:
        for issue in found["table"]:
            issue.pop("content")
    replaced = dict(book.replaced)
    places = [replaced[name] for name in (f"{section}s.{key}" for section in found) if name in replaced]
    if places:
        found["replaced_by"] = plain_value(places)
    return found


def plain_value(value: object) -> Any:  # noqa: ANN401  any JSON value
    """Return a value of the rulebook as plain JSON: numbers exact as text, places as file:line."""
    if is_dataclass(value) and not isinstance(value, type):
        return _fields(value)
    if isinstance(value, Mapping):
        return {str(key): plain_value(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain_value(item) for item in value]
    if isinstance(value, date | datetime):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal | str) else value


def _fields(value: Any) -> Any:  # noqa: ANN401  a dataclass in, any JSON value out
    if isinstance(value, Place):
        return f"{value.file}:{value.line}"
    told = {item.name: plain_value(getattr(value, item.name)) for item in fields(value)}
    if isinstance(value, Interval):
        return told
    return {name: item for name, item in told.items() if item not in (None, "", [], {})}

"""Official tables as a rulebook folder holds them: `tables/*.json`, one edition of one table a file.

```json
{"id": "us.ear.country_chart", "dated": "2026-07-23", "title": "...", "cite": ["..."],
 "source": {"file": "...", "sha256": "..."}, "rows": 1, "content": {"CN": ["NS1"]}}
```

An importing command writes them and has checked the content; here only the frame is checked.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

_FRAME: Mapping[str, type | tuple[type, ...]] = {
    "id": str,
    "dated": str,
    "title": str,
    "cite": list,
    "source": dict,
    "rows": int,
    "content": (dict, list),
}


class BrokenTableError(ValueError):
    """A table file that cannot be used."""

    def __init__(self, line: int, reason: str) -> None:
        self.line = line
        self.reason = reason
        super().__init__(f"{line}: {reason}")


def read_table(text: str) -> dict[str, Any]:
    """Return a table: its frame with `dated` as a day, and its content.

    Raises:
        BrokenTableError: It is no JSON, or its frame is not as it should be.
    """
    try:
        found = json.loads(text, parse_float=Decimal, parse_constant=_no_number, object_pairs_hook=_once)
    except json.JSONDecodeError as error:
        raise BrokenTableError(error.lineno, f"no JSON: {error.msg}") from None
    except (ValueError, RecursionError) as error:
        raise BrokenTableError(1, f"no table: {error}") from None
    if not isinstance(found, dict):
        raise BrokenTableError(1, "a table must be an object")
    for key in sorted(_FRAME.keys() | found.keys()):
        if key not in _FRAME:
            raise BrokenTableError(1, f"unknown field {key} (known: {', '.join(sorted(_FRAME))})")
        if key not in found:
            raise BrokenTableError(1, f"{key} is missing")
        if not isinstance(found[key], _FRAME[key]):
            raise BrokenTableError(1, f"{key} has the wrong type")
    return _checked(found)


def _checked(found: dict[str, Any]) -> dict[str, Any]:
    if found["rows"] != len(found["content"]):
        raise BrokenTableError(1, f"{found['rows']} rows are stated and {len(found['content'])} are there")
    if not found["cite"] or not all(isinstance(item, str) and item for item in found["cite"]):
        raise BrokenTableError(1, "cite must be a list of citations, at least one")
    if not found["source"].get("sha256"):
        raise BrokenTableError(1, "source.sha256 is missing")
    try:
        found["dated"] = date.fromisoformat(found["dated"])
    except ValueError:
        raise BrokenTableError(1, f"dated: {found['dated']!r} is no day (YYYY-MM-DD)") from None
    found["cite"] = tuple(found["cite"])
    return found


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        keys = [key for key, _value in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        message = f"{twice} is written twice"
        raise ValueError(message)
    return found


def _no_number(text: str) -> None:
    message = f"{text} is no number"
    raise ValueError(message)

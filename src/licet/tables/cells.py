"""One cell as text, as a JSON value, or as a cell that no spreadsheet takes for a formula."""

from __future__ import annotations

import datetime as dt
import json
import re
from decimal import Decimal

# OWASP, "CSV Injection": characters that make a spreadsheet read a text cell as a formula. The wide forms
# are read the same way where the locale is Japanese or Chinese.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_NUMBER = re.compile(r"[+-]?\d+(?:[.,']\d+)*(?:[eE][+-]?\d+)?%?")


def is_formula_like(text: str) -> bool:
    """Say whether a spreadsheet might run the text: it begins like a formula and is not a plain number.

    `-5` and `+3.2` are numbers; `=1+1`, `-1+cmd()` and `+49 30 123` are not.
    """
    return text.startswith(_FORMULA) and not _NUMBER.fullmatch(text)


def defused(text: str) -> str:
    """Return text for a csv cell: with `'` before it when a spreadsheet might run it (OWASP)."""
    return f"'{text}" if is_formula_like(text) else text


def as_text(value: object) -> str:  # noqa: PLR0911  one line for each type reads best
    """Return a cell as text: ISO dates, `true`/`false`, JSON for nested values, "" for None."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dt.datetime):
        return value.isoformat(sep=" ")
    if isinstance(value, (dt.date, dt.time)):
        return value.isoformat()
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, (dict, list, tuple)):
        return json.dumps(value, ensure_ascii=False, default=as_json)
    return value.hex() if isinstance(value, bytes) else str(value)


def as_json(value: object) -> object:
    """Return what `json` shall write for a value it does not know: a number or text, without loss."""
    if isinstance(value, Decimal):
        number = float(value)
        if Decimal(repr(number)) == value:
            return number
    return as_text(value)

"""Other names of listed parties, each with its source, laid over the official lists.

A publisher gives the names it chose: the order of 15 April 2018 names "Zhongxing Telecommunications Equipment
Corporation", a customer file says "ZTE" or "中兴通讯". The overlay adds such names without touching what the
list says: an added name carries its source, and an official row is never changed or removed by it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from licet.errors import UnreadableInputError

_REQUIRED: dict[str, type] = {"lists": list, "party": str, "adds": str, "source": str}
_OPTIONAL: dict[str, type] = {"language": str, "review": bool}
_DEFAULT = "licet/lists/overlay.toml"
_REMEDY = "Each [[name]] needs lists, party, adds and source, and may have language and review."


@dataclass(frozen=True, slots=True)
class OverlayEntry:
    """One other name of one listed party.

    Attributes:
        lists: Ids of the lists whose listings it applies to.
        party: Primary name of the listing, as published; who applies the entry sets case and spacing aside.
        adds: The other name.
        language: BCP 47 tag; empty when it has none.
        source: Citation, with the words relied on.
        review: No official text supports it: a person should confirm it before relying on it.
    """

    lists: tuple[str, ...]
    party: str
    adds: str
    language: str
    source: str
    review: bool


@cache
def default_overlay() -> tuple[OverlayEntry, ...]:
    """Return the overlay that comes with the program."""
    text = resources.files(__package__).joinpath("overlay.toml").read_text(encoding="utf-8")
    return overlay_from(text, _DEFAULT)


def read_overlay(path: Path) -> tuple[OverlayEntry, ...]:
    """Read a user's overlay file strictly.

    Raises:
        UnreadableInputError: The file cannot be opened or `overlay_from` refuses its content.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableInputError(str(path), f"cannot be read as UTF-8 text ({error})", _REMEDY) from error
    return overlay_from(text, str(path))


def overlay_from(text: str, path: str) -> tuple[OverlayEntry, ...]:
    """Read the content of an overlay file strictly.

    Args:
        text: The content, TOML.
        path: What the file is called, for messages.

    Raises:
        UnreadableInputError: The text is no TOML, or a key is missing, unknown, empty or of a wrong type.
    """
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UnreadableInputError(path, f"not readable as TOML ({error})", _REMEDY) from error
    names = content.get("name", [])
    if set(content) - {"name"} or not isinstance(names, list):
        raise UnreadableInputError(path, "holds something other than [[name]] tables", _REMEDY)
    return tuple(_entry(row, f"{path}, name {number}") for number, row in enumerate(names, start=1))


def _entry(row: Any, where: str) -> OverlayEntry:  # noqa: ANN401  whatever TOML held
    if not isinstance(row, dict):
        raise UnreadableInputError(where, "is no table", _REMEDY)
    _check(row, where)
    return OverlayEntry(
        lists=tuple(row["lists"]),
        party=row["party"],
        adds=row["adds"],
        language=row.get("language", ""),
        source=row["source"],
        review=row.get("review", False),
    )


def _check(row: Mapping[str, Any], where: str) -> None:
    missing = sorted(set(_REQUIRED) - set(row))
    unknown = sorted(set(row) - set(_REQUIRED) - set(_OPTIONAL))
    if missing or unknown:
        raise UnreadableInputError(where, f"missing keys {missing}, unknown keys {unknown}", _REMEDY)
    for key, value in row.items():
        if not isinstance(value, {**_REQUIRED, **_OPTIONAL}[key]):
            raise UnreadableInputError(where, f"{key} has a value of a wrong type", _REMEDY)
    if not row["lists"] or not all(isinstance(item, str) and item for item in row["lists"]):
        raise UnreadableInputError(where, "lists must hold list ids", _REMEDY)
    empty = [key for key in ("party", "adds", "source") if not row[key].strip()]
    if empty:
        raise UnreadableInputError(where, f"empty keys {empty}", _REMEDY)

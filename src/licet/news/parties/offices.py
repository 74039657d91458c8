"""Offices that many states have under one name, such as a foreign ministry."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Office:
    """One row of `offices.toml`.

    Attributes:
        id: End of the key of the party.
        name: Name to show, with `{country}` for the state.
        forms: What news stories call it.
        ids: Keys of those that the catalogue of authorities has, by jurisdiction.
        only: Jurisdictions that have it; empty for any.
        article: Whether "the" must stand before its name.
        lone: Whether it is named although nothing tells whose it is.
    """

    id: str
    name: str
    forms: tuple[str, ...]
    ids: Mapping[str, str]
    only: frozenset[str]
    article: bool
    lone: bool

    def is_of(self, code: str) -> bool:
        """Whether a jurisdiction may have it."""
        return code in self.only if self.only else code not in {"EU", "UN"}

    @property
    def noun(self) -> str:
        """The common noun that stands for it later on: the last word of its first form."""
        words = self.forms[0].casefold().split()
        return "ministry" if "ministry" in words else words[-1]


@cache
def offices() -> dict[str, Office]:
    """Return the offices by id."""
    text = files("licet.news.parties").joinpath("offices.toml").read_text(encoding="utf-8")
    return {
        row["id"]: Office(
            row["id"],
            row["name"],
            tuple(row["forms"]),
            row.get("ids", {}),
            frozenset(row.get("only", ())),
            row.get("article", False),
            row.get("lone", False),
        )
        for row in tomllib.loads(text)["office"]
    }

"""Offices that many states have under one name, such as a foreign ministry."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from licet.text.tables import lines, spellings


class Office(NamedTuple):
    """One row of `offices.tsv`.

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
    return {
        key: Office(
            key,
            name,
            tuple(forms.split("|")),
            dict(pair.split("=") for pair in spellings(ids)),
            frozenset(spellings(only)),
            "article" in marks,
            "lone" in marks,
        )
        for key, name, forms, ids, only, marks in lines("licet.news.parties", "offices.tsv")
    }

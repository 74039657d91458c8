"""A listed name as the generators take it: its words, and what else they may know of its party."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from random import Random
from typing import TypeAlias

from licet.model import Listing, PartyKind

PARTICLES = frozenset(
    [
        "al",
        "el",
        "ul",
        "an",
        "ad",
        "as",
        "ash",
        "bin",
        "ben",
        "ibn",
        "bint",
        "abu",
        "abd",
        "de",
        "del",
        "della",
        "di",
        "da",
        "do",
        "dos",
        "das",
        "du",
        "des",
        "la",
        "le",
        "van",
        "von",
        "der",
        "den",
        "ter",
        "ten",
        "of",
        "the",
        "and",
        "und",
        "et",
        "y",
        "e",
        "zu",
        "st",
    ]
)
"""Words that join the parts of a name: no family changes them but those of particles."""
LONG = 4
"""Letters from which a word is misspelt by the generators: at two or three letters one edit makes another
name ("Li", "Lu"), and nobody could say that both are the same party."""


@dataclass(frozen=True)
class Listed:
    """One listed name.

    Attributes:
        text: The name as published.
        kind: Kind of the party.
        countries: ISO 3166 alpha-2 of the party.
        genders: Of a person, where the list says.
        others: The other names of the party, as published.
    """

    text: str
    kind: PartyKind
    countries: tuple[str, ...] = ()
    genders: tuple[str, ...] = ()
    others: tuple[str, ...] = ()

    @classmethod
    def of(cls, listing: Listing, place: int = 0) -> Listed:
        """Return one name of a listing."""
        texts = tuple(name.text for name in listing.names)
        return cls(
            texts[place],
            listing.kind,
            listing.countries,
            listing.genders,
            texts[:place] + texts[place + 1 :],
        )

    @property
    def person(self) -> bool:
        """Whether it is the name of a person."""
        return self.kind is PartyKind.PERSON

    @property
    def company(self) -> bool:
        """Whether it is the name of a company or another body."""
        return self.kind is PartyKind.ORGANISATION

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words in the order in which a customer writes them: "Last, First" becomes "First Last"."""
        last, comma, first = self.text.partition(",")
        turned = f"{first} {last}" if comma and self.person and "," not in first else self.text
        return tuple(word.strip(",;") for word in turned.split() if word.strip(",;"))

    @cached_property
    def long(self) -> tuple[int, ...]:
        """Places of the words that may be misspelt: letters only, `LONG` or more."""
        return tuple(
            place
            for place, word in enumerate(self.words)
            if len(word) >= LONG and word.isalpha() and word.isascii() and word.lower() not in PARTICLES
        )

    @cached_property
    def latin(self) -> bool:
        """Whether every letter is Latin."""
        return all(ord(letter) < 0x250 for letter in self.text if letter.isalpha())

    def with_word(self, place: int, word: str) -> str:
        """Return the name with one word changed."""
        return " ".join((*self.words[:place], word, *self.words[place + 1 :]))

    def without(self, place: int) -> str:
        """Return the name with one word left out."""
        return " ".join((*self.words[:place], *self.words[place + 1 :]))

    @property
    def plain(self) -> str:
        """The name in the order in which a customer writes it."""
        return " ".join(self.words)


Family: TypeAlias = Callable[[Listed, Random], str | None]
"""Writes a listed name another way; None where the way does not apply to it."""


def like(word: str, model: str) -> str:
    """Return a word in the case of another one: "IVAN", "Ivan" or "ivan"."""
    if model.isupper() and len(model) > 1:
        return word.upper()
    return word.capitalize() if model[:1].isupper() else word.lower()


def letters(text: str) -> str:
    """Return a text's letters and digits in lower case: what tells whether a family changed anything."""
    return "".join(letter for letter in text.casefold() if letter.isalnum())

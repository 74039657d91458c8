"""Whether a name tells by itself that no person bears it: "Smith Trading Ltd", "Institute of Metals".

For parties of which nobody says what they are. A name without such a sign is open: it may be a person's.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum
from functools import cache

from licet.text.given_names import common_names, others
from licet.text.tables import rows
from licet.text.tokens import NameForm
from licet.text.words import GENERATIONS, WordClass, word_class


class NameSort(IntEnum):
    """What a name tells of its bearer; the greater, the more."""

    OPEN = 0
    """Nothing: a person, a firm or a ship may bear it."""
    NO_PERSON = 1
    """A word of business: ships are named so too ("Nova Energy")."""
    FIRM = 2
    """A legal form that no person and no ship has in its name, or any behind words of no person."""


SHIP = "~SHIP"
_NO_TITLES_OF_PERSONS = GENERATIONS | {SHIP, "~GENERAL", "~ENG", "~DEGREE"}
"""Titles that firms and ships have too ("General", numbers of ships and plants)."""


def sort_of(forms: Iterable[NameForm]) -> NameSort:
    """Return what a name tells of its bearer, by the reading that tells most.

    Args:
        forms: The readings of one name, as `name_forms` gives them.
    """
    return max(map(_sort_of, forms), default=NameSort.OPEN)


def _sort_of(form: NameForm) -> NameSort:
    legal = [place for place, token in enumerate(form.tokens) if token[0] == "="]
    if any(not sure_words().isdisjoint(form.words[place].split(" ")) for place in legal):
        return NameSort.NO_PERSON if SHIP in form.tokens else NameSort.FIRM
    if any(token[0] == "~" and token not in _NO_TITLES_OF_PERSONS for token in form.tokens):
        return NameSort.OPEN
    business = not business_words().isdisjoint(form.words)
    last = len(form.tokens) - 1
    if legal == [last] and (business or _is_strange(form.tokens[:last])):
        return NameSort.FIRM
    return NameSort.NO_PERSON if business else NameSort.OPEN


def _is_strange(tokens: tuple[str, ...]) -> bool:
    """Say whether words are no names of persons that we know, nor initials: "Siemens", not "Manuel"."""
    known = (common_names(), others())
    return all(
        len(token) > 1
        and token.isascii()
        and word_class(token) in {WordClass.NAME, WordClass.GENERIC}
        and not any(token in names for names in known)
        for token in tokens
    )


@cache
def business_words() -> frozenset[str]:
    """Return words that stand in no name of a person."""
    return frozenset(word for kind, _, texts in rows("words.tsv") if kind == "business" for word in texts)


@cache
def sure_words() -> frozenset[str]:
    """Return the words of legal forms that no person and no ship is called by."""
    return frozenset(word for kind, _, texts in rows("words.tsv") if kind == "form" for word in texts)

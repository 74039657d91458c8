"""Every family of changes under its name and group, and the derivation of one query."""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from dataclasses import dataclass
from random import Random

from licet.match.perturb import characters, order, organisations, persons, scripts, spelling
from licet.match.perturb.listed import Family, Listed

GROUPS: Mapping[str, tuple[Family, ...]] = {
    "spelling": (
        spelling.typo,
        spelling.typo_first,
        spelling.transposed,
        spelling.typo_every_token,
        spelling.dropped_letter,
        spelling.doubled,
        spelling.ocr,
    ),
    "order and spaces": (
        order.swapped_tokens,
        order.reversed_order,
        order.last_name_first,
        order.joined,
        order.split,
        order.hyphenated,
        order.no_marks,
    ),
    "parts of names": (
        persons.dropped_middle,
        persons.initial,
        persons.first_initial,
        persons.nickname,
        persons.particle_dropped,
        persons.particle_joined,
        persons.title_added,
    ),
    "companies": (
        organisations.legal_form_dropped,
        organisations.legal_form_changed,
        organisations.legal_form_added,
        organisations.abbreviation,
        organisations.trading_as,
        organisations.number_word,
    ),
    "scripts": (
        scripts.slavic_spelling,
        scripts.arabic_spelling,
        scripts.chinese_spelling,
        scripts.native_script,
    ),
    "characters": (
        characters.homoglyph,
        characters.full_width,
        characters.zero_width,
        characters.accents_added,
        characters.accents_dropped,
        characters.upper_case,
    ),
}
"""Families by the sort of change."""
FAMILIES: Mapping[str, Family] = {item.__name__: item for group in GROUPS.values() for item in group}
"""Every family by its name."""


@dataclass(frozen=True, slots=True)
class FamilyFacts:
    """What a family is called, the group it belongs to, and what it does, in one or two sentences."""

    name: str
    group: str
    does: str


def family_facts() -> tuple[FamilyFacts, ...]:
    """Return the facts of every family, in order."""
    return tuple(
        FamilyFacts(item.__name__, group, " ".join((inspect.getdoc(item) or "").split()))
        for group, items in GROUPS.items()
        for item in items
    )


def perturbed(name: Listed, family: str, seed: str) -> str | None:
    """Write a listed name another way; None where the family does not apply to it.

    The same name, family and seed give the same text, whatever else is derived.

    Args:
        name: The listed name.
        family: A name of `FAMILIES`.
        seed: Any text.
    """
    random = Random(f"{seed}/{family}/{name.text}")  # noqa: S311  a reproducible choice, no secret
    found = FAMILIES[family](name, random)
    return found if found and found.strip() and found != name.text else None

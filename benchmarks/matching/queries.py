"""What is asked: listed names written another way, with the answer known, and customers that are on no list.

The other ways are the families of `licet.match.perturb` that concern spelling, order and spaces, and parts of
persons' and companies' names; those of scripts and look-alike characters are left out, for the peers do not
read them. Names in Latin letters only, for the same reason.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from benchmarks.names.real import NameList, is_latin

from licet.match.perturb import GROUPS, Listed, perturbed
from licet.model import PartyKind

ASKED_GROUPS = ("spelling", "order and spaces", "parts of names", "companies")
LEAST_LETTERS = 6
"""Shorter names are not asked: one edit makes another name of them."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Queries.

    Attributes:
        texts: Names.
        kinds: For each what it is.
        parties: For each the party that it is, by number; empty for customers.
    """

    texts: list[str]
    kinds: list[PartyKind]
    parties: list[int]

    def __len__(self) -> int:
        """Return how many."""
        return len(self.texts)

    def part(self, start: int, count: int) -> Asked:
        """Return some of them, from the beginning again after the last."""
        at = [place % len(self) for place in range(start, start + min(count, len(self)))]
        parties = [self.parties[place] for place in at] if self.parties else []
        return Asked([self.texts[place] for place in at], [self.kinds[place] for place in at], parties)


def true_queries(listed: NameList, count: int, seed: int) -> Asked:
    """Return listed names written another way, each of a party drawn at random."""
    chosen = np.random.default_rng((seed, 1))
    families = [family.__name__ for group in ASKED_GROUPS for family in GROUPS[group]]
    found = Asked([], [], [])
    while len(found) < count:
        place = int(chosen.integers(len(listed.texts)))
        party = int(listed.party[place])
        text, kind = listed.texts[place], listed.kinds[party]
        family = families[int(chosen.integers(len(families)))]
        if len(text) < LEAST_LETTERS or not is_latin(text):
            continue
        query = perturbed(Listed(text, kind), family, str(seed))
        if query:
            found.texts.append(query)
            found.kinds.append(kind)
            found.parties.append(party)
    return found


def customers(drawn: Sequence[tuple[str, PartyKind]]) -> Asked:
    """Return customers as queries."""
    return Asked([text for text, _kind in drawn], [kind for _text, kind in drawn], [])


def mixed(one: Asked, other: Asked, seed: int) -> Asked:
    """Return both in random order; the answers are left out."""
    order = np.random.default_rng((seed, 2)).permutation(len(one) + len(other)).tolist()
    texts, kinds = one.texts + other.texts, one.kinds + other.kinds
    return Asked([texts[place] for place in order], [kinds[place] for place in order], [])

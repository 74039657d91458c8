"""Companies of a denied family that the order itself does not name.

Related persons must be named (15 CFR 766.23), and affiliates are legally distinct; but acting for the denied
one, or as its front or shell, is a violation, and what is passed on to it is forbidden. So a company of the
same family, known to the rulebook or bearing the family's short name as a word, is put to a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from licet.model.law import Evidence, Question
from licet.model.rulebook import Measure, NamedParty, Rulebook, State
from licet.rules.case import Case, Involved
from licet.rules.life import standing
from licet.rules.sources import citations_of

_WORD = re.compile(r"\w+")
_SHORTEST = 3
"""Letters that a short name must have to tell a family by."""


@dataclass(frozen=True, slots=True)
class _Family:
    """An order with those it names.

    Attributes:
        measure: The order.
        families: Ids of their families.
        words: Short names of one word that they bear.
    """

    measure: Measure
    families: frozenset[str]
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Families:
    """The orders of a rulebook.

    Attributes:
        orders: Each order whose parties belong to a family.
        words: The short names of all of them.
    """

    orders: tuple[_Family, ...]
    words: frozenset[str]


def affiliates(case: Case, rule: str, citations: tuple[str, ...]) -> Iterator[Question]:
    """Yield a question for each party of a denied family that an order in force does not name."""
    denied = case.book.derived(_denied_families)
    if not denied.orders or case.subject_to_ear is False:
        return
    named = {(hit.involved.path, measure.id) for hit, measure in case.measures_of("denial_order")}
    done = set(named)
    for one, family, evidence in _members(case, denied):
        key = (one.path, family.measure.id)
        stands = standing(family.measure, case.moment)
        if key in done or stands.state is not State.IN_FORCE:
            continue
        done.add(key)
        yield Question(
            "related_person",
            one.path,
            f"{one.name} seems to belong to the family of a denied person, and the order does not name it "
            f"({family.measure.title}). Make sure that it does not act for the denied person and passes "
            "nothing on to it: passing on is forbidden.",
            rule,
            (*citations_of(case.book, family.measure, stands.event), "15 CFR 766.23", *citations),
            party=one.path,
            evidence=evidence,
        )


def _members(case: Case, denied: _Families) -> Iterator[tuple[Involved, _Family, Evidence | None]]:
    for hit, party in case.named_hits():
        for family in denied.orders:
            if party.family in family.families and not hit.involved.is_owner:
                yield hit.involved, family, hit.evidence
    for one in case.involved:
        words = denied.words.intersection(_WORD.findall(one.name.upper()))
        for family in denied.orders if words and one.path.startswith("parties[") else ():
            if not words.isdisjoint(family.words) and not one.is_owner:
                yield one, family, None


def _denied_families(book: Rulebook) -> _Families:
    found = []
    for measure in book.of_kind("denial_order"):
        named = [book.parties[key] for key in measure.parties if key in book.parties]
        families = frozenset(one.family for one in named if one.family)
        if families and not measure.authorises:
            found.append(_Family(measure, families, frozenset(_short_names(named))))
    return _Families(tuple(found), frozenset().union(*(family.words for family in found)))


def _short_names(named: list[NamedParty]) -> Iterator[str]:
    for one in named:
        for name in one.names[1:]:
            if name.text.isalnum() and name.text.isupper() and len(name.text) >= _SHORTEST:
                yield name.text

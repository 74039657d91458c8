"""The questions of a policy test: listed names written another way, and customers who are not listed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from licet.match.perturb import GROUPS, Listed, clean_names, perturbed
from licet.model import Listing, PartyKind, Subject
from licet.store import Store
from licet.usecases.session import Session

AS_LISTED = "as_listed"
"""The family of names as the list writes them: what is missed here is no matter of spelling."""
UNCHANGED = "unchanged"
CLEAN_PERSONS, CLEAN_OTHERS = "clean persons", "clean organisations and others"


@dataclass(frozen=True, slots=True)
class Question:
    """One query with its known answer.

    Attributes:
        subject: What is screened.
        group: Group of families; for clean queries the sort of customer.
        family: How the name was changed; empty for a clean query.
        wanted: Entity id of the party that must be found; empty when nobody must be.
        listed: The name from which the query was made; empty for a clean one.
    """

    subject: Subject
    group: str
    family: str = ""
    wanted: str = ""
    listed: str = ""


def listed_parties(store: Store, session: Session, seed: int) -> list[Listing]:
    """Return the parties that count on the day, in an order that only the seed decides.

    A party keeps its place when others come or go: the order is that of hashes of the seed and its id.
    """
    as_of = session.coverage.as_of
    found = [
        listing
        for list_id in session.view.lists
        for listing in store.listings(list_id, as_of)
        if listing.names and listing.kind is not PartyKind.ADDRESS and _counts(listing, as_of.valid)
    ]
    return sorted(found, key=lambda listing: _place(seed, listing.entity_id))


def listed_questions(parties: Sequence[Listing], number: int, seed: int) -> Iterator[Question]:
    """Yield up to `number` questions for each family, from the first parties to which it applies.

    The first name of a party is used unless the list calls it weak: weak aliases only confirm.
    """
    named = [(listing, Listed.of(listing)) for listing in parties if not listing.names[0].weak]
    for listing, name in named[:number]:
        yield _question(listing, name, name.text, UNCHANGED, AS_LISTED)
    for group, families in GROUPS.items():
        for family in families:
            made = (
                _question(listing, name, text, group, family.__name__)
                for listing, name in named
                if (text := perturbed(name, family.__name__, f"{seed}/{listing.entity_id}"))
            )
            yield from _first(made, number)


def clean_questions(customers: Iterable[Subject], number: int, seed: int) -> list[Question]:
    """Return some customers as questions that should find nobody; built-in ones if there are none."""
    given = list(customers)
    if not given:
        given = [Subject((text,), kind) for kind, text in clean_names(number, seed)]
    chosen = sorted(given, key=lambda subject: _place(seed, *subject.names))[:number]
    return [
        Question(subject, CLEAN_PERSONS if subject.kind is PartyKind.PERSON else CLEAN_OTHERS)
        for subject in chosen
    ]


def _question(listing: Listing, name: Listed, text: str, group: str, family: str) -> Question:
    return Question(Subject((text,), listing.kind), group, family, listing.entity_id, name.text)


def _first(questions: Iterator[Question], number: int) -> Iterator[Question]:
    yield from islice(questions, number)


def _counts(listing: Listing, day: date) -> bool:
    return (listing.start is None or listing.start <= day) and (listing.end is None or day <= listing.end)


def _place(seed: int, *texts: str) -> str:
    return hashlib.sha256("\0".join((str(seed), *texts)).encode()).hexdigest()

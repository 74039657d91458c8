"""Builds small editions: what a test of the store has to say, and nothing else."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from licet.model import EditionFile, Listing, Name, PartyKind, Problem
from licet.store import AddResult, Store

LIST = "xx_test"


def day(number: int) -> date:
    """Return a day of January 2020."""
    return date(2020, 1, number)


def instant(number: int, hour: int = 12) -> datetime:
    """Return an instant in February 2020, UTC."""
    return datetime(2020, 2, number, hour, tzinfo=UTC)


def party(key: str, name: str, list_id: str = LIST) -> Listing:
    """Return a listed person."""
    return Listing(list_id, key, PartyKind.PERSON, (Name(name),))


def differs_in_letters(old: Listing, new: Listing) -> bool:
    """Call a change material unless only the case of the name changed."""
    return old.caption.casefold() != new.caption.casefold()


@dataclass(frozen=True, slots=True)
class Draft:
    """An edition to be: names by key, on two clocks."""

    published: date
    known: datetime
    names: Mapping[str, str]
    problems: Sequence[Problem] = ()
    list_id: str = LIST
    file: str = ""

    def listings(self) -> list[Listing]:
        """Return the parties."""
        return [party(key, name, self.list_id) for key, name in self.names.items()]


def add(store: Store, draft: Draft) -> AddResult:
    """Keep an edition whose only file is told by its names, or by `draft.file`."""
    raw = (draft.file or json.dumps(sorted(draft.names.items()))).encode()
    sha256 = store.archive.put(raw)
    return store.add_edition(
        draft.list_id,
        published=draft.published,
        known=draft.known,
        format="csv",
        files=[EditionFile("main", "main.csv", sha256, len(raw))],
        listings=draft.listings(),
        problems=draft.problems,
        rows=len(draft.names) + sum(item.rows for item in draft.problems),
        classify=differs_in_letters,
    )


def names_in(store: Store, seq: int, list_id: str = LIST) -> dict[str, str]:
    """Return the names of an edition by key."""
    return {item.key: item.caption for item in store.listings_in(list_id, seq)}

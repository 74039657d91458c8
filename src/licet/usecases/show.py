"""One listed party under the clocks, and everything the lists ever said of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from licet.errors import UnknownEntityError
from licet.model import AsOf, Edition, Listing
from licet.store import Store
from licet.usecases.changes import FieldChange, field_changes


@dataclass(frozen=True, slots=True)
class Chapter:
    """One content of a listed party, and how long it stood.

    Attributes:
        listing: The content.
        from_edition: First edition that held it.
        to_edition: First edition that no longer did; None while the newest one does.
        changes: What it changed of the chapter before.
    """

    listing: Listing
    from_edition: Edition
    to_edition: Edition | None
    changes: tuple[FieldChange, ...] = ()

    @property
    def until(self) -> date | None:
        """Publication day of the edition that no longer held it."""
        return self.to_edition.published if self.to_edition else None


@dataclass(frozen=True, slots=True)
class Shown:
    """A listed party.

    Attributes:
        entity_id: Its id.
        listing: Its content under the clocks; None when no edition of the day holds it.
        edition: The edition that answers for the day; None where the list has none.
        history: Every content known by then, in order of arrival.
    """

    entity_id: str
    listing: Listing | None
    edition: Edition | None
    history: tuple[Chapter, ...]


def show(store: Store, entity_id: str, as_of: AsOf) -> Shown:
    """Return a listed party under the clocks, with its history as known by then.

    Raises:
        UnknownEntityError: No edition known by then ever held this id.
    """
    list_id, _, key = entity_id.partition(":")
    chapters = history(store, list_id, key, as_of)
    if not chapters:
        raise UnknownEntityError(entity_id)
    held = store.listing(list_id, key, as_of)
    edition = store.edition_at(list_id, as_of)
    return Shown(entity_id, held[0] if held else None, edition, chapters)


def history(store: Store, list_id: str, key: str, as_of: AsOf) -> tuple[Chapter, ...]:
    """Return every content of a listed party that was known by then, in order of arrival."""
    editions = {item.seq: item for item in store.editions(list_id) if item.known <= as_of.known}
    chapters: list[Chapter] = []
    for version in sorted(store.history(list_id, key), key=lambda item: item.first_seq):
        first = editions.get(version.first_seq)
        if first is None:
            continue
        last = editions.get(version.last_seq) if version.last_seq is not None else None
        changes = field_changes(chapters[-1].listing, version.listing) if chapters else ()
        chapters.append(Chapter(version.listing, first, last, changes))
    return tuple(chapters)

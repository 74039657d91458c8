"""What changed between two editions of a list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from licet.errors import UsageError
from licet.model import Edition, Listing
from licet.store import Store
from licet.usecases.changes import FieldChange, field_changes


class ChangeKind(StrEnum):
    """What became of one listed party."""

    ADDED = "added"
    REMOVED = "removed"
    MATERIAL = "material"
    COSMETIC = "cosmetic"


@dataclass(frozen=True, slots=True)
class Change:
    """One listed party that differs between two editions."""

    kind: ChangeKind
    entity_id: str
    caption: str
    fields: tuple[FieldChange, ...] = ()


@dataclass(frozen=True, slots=True)
class ListDiff:
    """The difference of two editions.

    Attributes:
        before: The earlier edition.
        after: The later edition.
        changes: By kind, then by entity id.
    """

    before: Edition
    after: Edition
    changes: tuple[Change, ...]

    def material(self) -> tuple[Change, ...]:
        """Return additions, removals and material changes."""
        return tuple(change for change in self.changes if change.kind is not ChangeKind.COSMETIC)

    @property
    def counts(self) -> dict[str, int]:
        """Number of changes of each kind."""
        found = Counter(change.kind for change in self.changes)
        return {str(kind): found[kind] for kind in ChangeKind}


def diff(store: Store, list_id: str, before: Edition, after: Edition) -> ListDiff:
    """Compare two editions of one list; the cost is that of what differs."""
    changes = [_change(old, new) for _key, old, new in store.diff(list_id, before.seq, after.seq)]
    kept = [change for change in changes if change is not None]
    order = list(ChangeKind)
    return ListDiff(
        before, after, tuple(sorted(kept, key=lambda item: (order.index(item.kind), item.entity_id)))
    )


def _change(old: Listing | None, new: Listing | None) -> Change | None:
    if old is None or new is None:
        only = new or old
        if only is None:
            return None
        return Change(ChangeKind.ADDED if old is None else ChangeKind.REMOVED, only.entity_id, only.caption)
    fields = field_changes(old, new)
    material = any(item.material for item in fields)
    return Change(
        ChangeKind.MATERIAL if material else ChangeKind.COSMETIC, new.entity_id, new.caption, fields
    )


def find_edition(editions: Sequence[Edition], list_id: str, wanted: str) -> Edition:
    """Find an edition by publication day, sequence number, start of its hash, or `latest` / `previous`.

    Raises:
        UsageError: No edition, or more than one, is meant.
    """
    by_day = sorted(editions, key=lambda item: (item.published, item.known, item.seq))
    if not by_day:
        message = f"{list_id} has no edition yet. Import one: licet lists import FILE --list {list_id}"
        raise UsageError(message)
    if wanted == "latest":
        return by_day[-1]
    if wanted == "previous" and len(by_day) == 1:
        message = f"{list_id} has only the edition {by_day[0].name}: there is no previous one."
        raise UsageError(message)
    if wanted == "previous":
        return by_day[-2]
    if wanted.startswith("#") and wanted[1:].isdigit():
        found = [item for item in by_day if item.seq == int(wanted[1:])]
    elif (day := _day(wanted)) is not None:
        # Several editions on one day: the last of them is the one that held at its end.
        found = [item for item in by_day if item.published == day][-1:]
        found = found or [item for item in by_day if item.published <= day][-1:]
    else:
        found = [item for item in by_day if item.sha256.startswith(wanted.lower())]
    if len(found) == 1:
        return found[0]
    have = f"{by_day[0].published} to {by_day[-1].published}" if len(by_day) > 1 else str(by_day[0].published)
    message = (
        f"{list_id} has {len(found) or 'no'} edition that {wanted!r} names (it has {len(by_day)}: {have}). "
        "Use a day (YYYY-MM-DD), #NUMBER, the start of a hash, latest or previous; see licet lists versions."
    )
    raise UsageError(message)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None

"""Every list of the catalogue: what is in use, how old it is, what went wrong last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from licet.lists.base import ListSpec
from licet.model import Edition
from licet.store import Store


@dataclass(frozen=True, slots=True)
class ListStatus:
    """One list.

    Attributes:
        spec: What the list is.
        editions: Number of editions kept.
        newest: The edition with the latest publication day; None where there is none.
        received: Instant of the last receipt; None for never.
        trouble: Last refusal or failed fetch since the last receipt; empty for none.
    """

    spec: ListSpec
    editions: int
    newest: Edition | None
    received: datetime | None
    trouble: str

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain JSON values."""
        newest = self.newest
        return {
            "list": self.spec.id,
            "title": self.spec.title,
            "mandatory": self.spec.mandatory,
            "editions": self.editions,
            "published": newest.published.isoformat() if newest else None,
            "listings": newest.listings if newest else 0,
            "problems": newest.problems if newest else 0,
            "sha256": newest.sha256 if newest else None,
            "received": self.received.isoformat() if self.received else None,
            "trouble": self.trouble,
        }


def status(store: Store, specs: Sequence[ListSpec], until: datetime) -> list[ListStatus]:
    """Return the state of each list as known by an instant."""
    return [_status(store, spec, until) for spec in specs]


def _status(store: Store, spec: ListSpec, until: datetime) -> ListStatus:
    kept = [item for item in store.editions(spec.id) if item.known <= until]
    newest = max(kept, key=lambda item: (item.published, item.known, item.seq), default=None)
    received = store.last_receipt(spec.id, until)
    trouble = ""
    for refusal in store.refusals(spec.id):
        if refusal.at <= until and (received is None or refusal.at >= received):
            trouble = f"refused {refusal.at:%Y-%m-%d %H:%M}: {'; '.join(refusal.reasons)}"
    for entry in store.fetches(spec.id):
        if entry.outcome == "failed" and entry.at <= until and (received is None or entry.at >= received):
            trouble = f"fetch failed {entry.at:%Y-%m-%d %H:%M}: {entry.detail}"
    return ListStatus(spec, len(kept), newest, received, trouble)

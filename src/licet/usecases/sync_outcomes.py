"""What became of lists that were fetched, each on its own."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from licet.model import Edition
from licet.store import FetchEntry
from licet.usecases.lists_import import Imported


class SyncKind(StrEnum):
    """What became of one list, and of one part."""

    NEW = "new"
    """A new edition is in use."""
    SAME = "same"
    """The bytes came, and are those of the edition in use."""
    NOT_MODIFIED = "not_modified"
    """The publisher says that nothing changed."""
    REFUSED = "refused"
    """A gate refused the edition; the last good one stays."""
    FAILED = "failed"
    """It could not be fetched or imported; the last good edition stays."""


@dataclass(frozen=True, slots=True)
class PartOutcome:
    """What became of one file.

    Attributes:
        part: Part id.
        entry: The attempt as the fetch log keeps it.
        required: The edition cannot be without it.
        content: The bytes, fetched or from the archive; None where there are none.
    """

    part: str
    entry: FetchEntry
    required: bool
    content: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class SyncOutcome:
    """What became of one list.

    Attributes:
        list_id: The list.
        kind: What became of it.
        reasons: Why it failed or was refused, one sentence each; empty when all went well.
        edition: The edition in use now; None where none was found.
        imported: What the import gave, where one was made.
        parts: Every file that was asked for.
    """

    list_id: str
    kind: SyncKind
    reasons: tuple[str, ...] = ()
    edition: Edition | None = None
    imported: Imported | None = None
    parts: tuple[PartOutcome, ...] = ()

    @property
    def ok(self) -> bool:
        """The publisher's current edition is in use."""
        return self.kind not in {SyncKind.REFUSED, SyncKind.FAILED}

    @property
    def detail(self) -> str:
        """Why it failed and what stays in use, as one text; empty when all went well."""
        if self.ok:
            return "; ".join(self.reasons)
        edition = self.edition
        stays = f"the edition {edition.name} stays in use" if edition else "no edition of it was found"
        return f"{'; '.join(self.reasons)}; {stays}"

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain JSON values."""
        edition, new = self.edition, self.kind is SyncKind.NEW
        return {
            "list": self.list_id,
            "outcome": str(self.kind),
            "edition": edition.name if edition else None,
            "published": edition.published.isoformat() if edition else None,
            "listings": edition.listings if edition else None,
            "added": edition.added if edition and new else 0,
            "removed": edition.removed if edition and new else 0,
            "material": edition.changed if edition and new else 0,
            "bytes": sum(item.entry.size for item in self.parts),
            "accepted": edition.accepted if edition and new else "",
            "detail": self.detail,
        }

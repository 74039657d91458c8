"""Writes an edition out: the very bytes that were published, or its listings as JSON lines."""

from __future__ import annotations

from pathlib import Path

from licet.errors import UsageError
from licet.model import Edition, canonical
from licet.store import Store

KINDS = ("raw", "jsonl")


def export(store: Store, edition: Edition, target: Path, kind: str) -> int:
    """Write an edition and return the number of files or listings written.

    Args:
        store: The store.
        edition: What to write.
        target: A folder for `raw`, a file for `jsonl`.
        kind: `raw` or `jsonl`.

    Raises:
        UsageError: The kind is none of these.
        TamperedError: Kept bytes no longer match their hash.
    """
    if kind == "raw":
        target.mkdir(parents=True, exist_ok=True)
        for item in edition.files:
            # A published name could hold a path; only its last part names a file here.
            (target / Path(item.name).name).write_bytes(store.archive.get(item.sha256))
        return len(edition.files)
    if kind == "jsonl":
        lines = [canonical(listing) for listing in store.listings_in(edition.list_id, edition.seq)]
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(b"".join(line + b"\n" for line in lines))
        return len(lines)
    message = f"cannot export as {kind!r}: choose one of {', '.join(KINDS)}"
    raise UsageError(message)

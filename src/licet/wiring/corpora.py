"""Search corpora: one file per state of the store and overlay, made when first needed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path

from licet.lists.overlay import OverlayEntry
from licet.match import ENGINE, OverlayName
from licet.match.corpus import Corpus, build
from licet.store import Store

KEEP = 3
"""Corpora kept: processes that still read an older one keep their mapping even after it is unlinked."""


def corpus_for(
    store: Store, folder: Path, overlay: Sequence[OverlayEntry], say: Callable[[str], None]
) -> Corpus:
    """Open the corpus of the store's present state, building it first where it is missing."""
    token = _token(store.generation(), overlay)
    path = folder / f"{token[:24]}.corpus"
    if not path.is_file():
        folder.mkdir(parents=True, exist_ok=True)
        say("preparing the search corpus (once per change of the lists) ...")
        names = [
            OverlayName(entry.lists, entry.party, entry.adds, entry.language, entry.source)
            for entry in overlay
        ]
        build(path, (version for version, _sha in store.versions()), store.editions(), names, token)
        _prune(folder)
    return Corpus.open(path)


def _token(generation: str, overlay: Sequence[OverlayEntry]) -> str:
    digest = hashlib.sha256(f"{ENGINE}\n{generation}\n".encode())
    for entry in overlay:
        digest.update(repr(entry).encode())
    return digest.hexdigest()


def _prune(folder: Path) -> None:
    old = sorted(folder.glob("*.corpus"), key=lambda path: path.stat().st_mtime_ns, reverse=True)[KEEP:]
    for path in old:
        path.unlink(missing_ok=True)

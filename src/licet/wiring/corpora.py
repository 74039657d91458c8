"""Search corpora: one file per state of the store and overlay, made when first needed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path

from licet.errors import StoreError
from licet.lists.overlay import OverlayEntry
from licet.match import ENGINE, OverlayName
from licet.match.corpus import Corpus, build
from licet.store import Store

KEEP = 3
"""Corpora kept: processes that still read an older one keep their mapping even after it is unlinked."""


class Corpora:
    """Gives the corpus of a store's present state, and keeps it open until that state changes."""

    def __init__(
        self,
        store: Store,
        folder: Path,
        overlay: Callable[[], Sequence[OverlayEntry]],
        say: Callable[[str], None],
    ) -> None:
        self._store = store
        self._folder = folder
        self._overlay = overlay
        self._say = say
        self._open: tuple[str, Corpus] | None = None

    def current(self) -> Corpus:
        """Open the corpus of the store's present state, building it first where it is missing."""
        generation = self._store.generation()
        if self._open is None or self._open[0] != generation:
            self._open = generation, self._prepared(generation)
        return self._open[1]

    def _prepared(self, generation: str) -> Corpus:
        overlay = self._overlay()
        token = _token(generation, overlay)
        path = self._folder / f"{token[:24]}.corpus"
        found = self._sound(path) if path.is_file() else None
        if found is not None:
            return found
        self._folder.mkdir(parents=True, exist_ok=True)
        self._say("preparing the search corpus (once per change of the lists) ...")
        names = [
            OverlayName(entry.lists, entry.party, entry.adds, entry.language, entry.source)
            for entry in overlay
        ]
        store = self._store
        build(path, (version for version, _sha in store.versions()), store.editions(), names, token)
        if store.generation() != generation:
            # Another process imported meanwhile: what was built is neither the old state nor the new one.
            path.unlink(missing_ok=True)
            return self._prepared(store.generation())
        _prune(self._folder)
        return Corpus.open(path)

    def _sound(self, path: Path) -> Corpus | None:
        """Open a corpus with every byte checked: a damaged one would lose names without a word."""
        try:
            corpus = Corpus.open(path)
            corpus.verify()
        except StoreError as error:
            self._say(f"building it anew: {error}")
            return None
        return corpus


def _token(generation: str, overlay: Sequence[OverlayEntry]) -> str:
    digest = hashlib.sha256(f"{ENGINE}\n{generation}\n".encode())
    for entry in overlay:
        digest.update(repr(entry).encode())
    return digest.hexdigest()


def _prune(folder: Path) -> None:
    old = sorted(folder.glob("*.corpus"), key=lambda path: path.stat().st_mtime_ns, reverse=True)[KEEP:]
    for path in old:
        path.unlink(missing_ok=True)

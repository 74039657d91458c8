"""Search corpora: one file per state of the store and overlay, made when first needed."""

from __future__ import annotations

import fcntl
import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Protocol

from licet.errors import StoreError
from licet.lists.overlay import OverlayEntry
from licet.match import policy_hash
from licet.match.corpus import Corpus
from licet.match.overlay import OverlayName
from licet.model import Edition, ListingVersion, MatchPolicy

KEEP = 3
"""Corpora kept: processes that still read an older one keep their mapping even after it is unlinked."""


class Kept(Protocol):
    """What a corpus is made of; the store."""

    def generation(self) -> str: ...  # noqa: D102  told by the store
    def editions(self) -> list[Edition]: ...  # noqa: D102
    def versions(self) -> Iterator[tuple[ListingVersion, str]]: ...  # noqa: D102


class Corpora:
    """Gives the corpus of a state of the store, and keeps it open until another state is asked for."""

    def __init__(
        self,
        kept: Callable[[], AbstractContextManager[Kept]],
        folder: Path,
        overlay: Callable[[], Sequence[OverlayEntry]],
        say: Callable[[str], None],
    ) -> None:
        self._kept = kept
        self._folder = folder
        self._overlay = overlay
        self._say = say
        self._open: tuple[str, Corpus] | None = None

    def current(self, generation: str) -> Corpus:
        """Open the corpus of the store's present state, building it first where it is missing.

        What was asked before goes on with the corpus that it has: a new one is built beside it, by one
        process while others that want the same one wait, and moved into place whole.

        Args:
            generation: The store's token of that state. Where the store has moved on meanwhile, the corpus is
                that of a later state: who must know compares the tokens afterwards.
        """
        held = self._open
        if held is None or held[0] != generation:
            held = self._open = generation, self._prepared(generation)
        return held[1]

    def _prepared(self, generation: str) -> Corpus:
        overlay = self._overlay()
        base = _base(overlay)
        found = self._sound(base, generation)
        if found is not None:
            return found
        self._folder.mkdir(parents=True, exist_ok=True)
        with _alone(self._folder), self._kept() as store:
            while True:
                # Another process may have built it while we waited for our turn.
                generation = store.generation()
                found = self._sound(base, generation)
                if found is not None:
                    return found
                self._say("preparing the search corpus (once per change of the lists) ...")
                self._build(store, overlay, _path(self._folder, base, generation))
                # Else an import came between: what was built is neither the old state nor the new one.
                if store.generation() == generation:
                    _prune(self._folder)
                else:
                    _path(self._folder, base, generation).unlink(missing_ok=True)

    def _build(self, store: Kept, overlay: Sequence[OverlayEntry], path: Path) -> None:
        # Building loads numpy; asking does not.
        from licet.match.corpus import build

        names = [
            OverlayName(entry.lists, entry.party, entry.adds, entry.language, entry.source)
            for entry in overlay
        ]
        build(path, (version for version, _sha in store.versions()), store.editions(), names, path.stem)

    def _sound(self, base: str, generation: str) -> Corpus | None:
        """Open a corpus with every byte checked: a damaged one would lose names without a word."""
        path = _path(self._folder, base, generation)
        if not path.is_file():
            return None
        try:
            corpus = Corpus.open(path)
            corpus.verify()
        except StoreError as error:
            self._say(f"building it anew: {error}")
            path.unlink(missing_ok=True)
            return None
        return corpus


def _base(overlay: Sequence[OverlayEntry]) -> str:
    """Stand for all that a corpus depends on beside the lists: engine, weights, tables, overlay."""
    digest = hashlib.sha256(policy_hash(MatchPolicy()).encode())
    for entry in overlay:
        digest.update(repr(entry).encode())
    return digest.hexdigest()


def _path(folder: Path, base: str, generation: str) -> Path:
    return folder / f"{hashlib.sha256(f'{base} {generation}'.encode()).hexdigest()[:24]}.corpus"


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Hold the folder's lock: of several processes and threads that miss a corpus, one builds it."""
    with (folder / ".lock").open("ab") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _prune(folder: Path) -> None:
    old = sorted(folder.glob("*.corpus"), key=lambda path: path.stat().st_mtime_ns, reverse=True)[KEEP:]
    for path in old:
        path.unlink(missing_ok=True)

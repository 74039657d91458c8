"""Search corpora: one file per state of the store and overlay, made when first needed."""

from __future__ import annotations

import fcntl
import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import Protocol

from licet.errors import StoreError
from licet.lists.overlay import OverlayEntry
from licet.match import policy_hash
from licet.match.corpus import Corpus
from licet.match.kept import KeptVersion, NotKeptError
from licet.match.overlay import OverlayName
from licet.model import Edition, ListingVersion, MatchPolicy
from licet.store import HeldVersion, generation_of

KEEP = 3
"""Corpora kept: processes that still read an older one keep their mapping even after it is unlinked."""


class Kept(Protocol):
    """What a corpus is made of; the store."""

    def heads(self) -> dict[str, tuple[int, str]]: ...  # noqa: D102  told by the store
    def chain(self, list_id: str, seq: int) -> str: ...  # noqa: D102
    def editions(self) -> list[Edition]: ...  # noqa: D102
    def versions_after(self, seen: Mapping[str, int]) -> Iterator[ListingVersion | HeldVersion]: ...  # noqa: D102


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
                that of a later state: `state_of` tells.
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
                heads = store.heads()
                found = self._sound(base, generation_of(heads))
                if found is not None:
                    return found
                self._say("preparing the search corpus (once per change of the lists) ...")
                path = _path(self._folder, base, generation_of(heads))
                self._build(store, overlay, path, json.dumps({"base": base, "heads": heads}, sort_keys=True))
                if store.heads() == heads:
                    _prune(self._folder)
                else:
                    # An import came between: what was built is neither the old state nor the new one.
                    path.unlink(missing_ok=True)

    def _build(self, store: Kept, overlay: Sequence[OverlayEntry], path: Path, state: str) -> None:
        # Building loads more than asking does.
        from licet.match.growing import build

        names = [
            OverlayName(entry.lists, entry.party, entry.adds, entry.language, entry.source)
            for entry in overlay
        ]
        older, seen = self._older(store, json.loads(state)["base"])
        try:
            build(path, _numbered(store.versions_after(seen)), store.editions(), names, state, older)
        except NotKeptError:
            build(path, _numbered(store.versions_after({})), store.editions(), names, state)

    def _older(self, store: Kept, base: str) -> tuple[Corpus | None, dict[str, int]]:
        """Find the newest corpus of the store's own past, and the editions that it has seen.

        It must come from the same engine, tables and overlay, and each list's past up to its newest edition
        must be the store's: the chain of hashes says so.
        """
        for path in _newest_first(self._folder):
            try:
                corpus = Corpus.open(path)
                corpus.check_rest()
                state = json.loads(corpus.generation)
            except (StoreError, ValueError):
                continue
            heads = state["heads"]
            if state["base"] == base and all(
                store.chain(key, seq) == chain for key, (seq, chain) in heads.items()
            ):
                return corpus, {key: seq for key, (seq, _chain) in heads.items()}
        return None, {}

    def _sound(self, base: str, generation: str) -> Corpus | None:
        """Open a corpus with every byte checked: a damaged one would lose names without a word.

        By the fast checksum, at each start; `licet doctor` compares the SHA-256.
        """
        path = _path(self._folder, base, generation)
        if not path.is_file():
            return None
        try:
            corpus = Corpus.open(path)
            corpus.check_rest()
        except StoreError as error:
            self._say(f"building it anew: {error}")
            path.unlink(missing_ok=True)
            return None
        return corpus


def state_of(corpus: Corpus) -> str:
    """Return the store's token of the state that a corpus was made of."""
    return generation_of(json.loads(corpus.generation)["heads"])


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


def _numbered(versions: Iterator[ListingVersion | HeldVersion]) -> Iterator[ListingVersion | KeptVersion]:
    """Give what an older corpus holds its number there: both are in the same order."""
    place = 0
    for item in versions:
        if isinstance(item, HeldVersion):
            yield KeptVersion(place, item.list_id, item.key, item.first_seq, item.last_seq)
            place += 1
        else:
            yield item


def _newest_first(folder: Path) -> list[Path]:
    found = []
    for path in folder.glob("*.corpus"):
        # A process of another store's overlay may have pruned it meanwhile.
        with suppress(FileNotFoundError):
            found.append((path.stat().st_mtime_ns, path))
    return [path for _age, path in sorted(found, reverse=True)]


def _prune(folder: Path) -> None:
    for path in _newest_first(folder)[KEEP:]:
        path.unlink(missing_ok=True)

"""The corpus: every listed name of every edition, on disk, mapped into memory, swapped whole."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from licet.match.building import Builder
from licet.match.contents import Contents
from licet.match.kept import KeptVersion
from licet.match.layout import MappedFile, write
from licet.match.overlay import OverlayName
from licet.match.view import View, resolve
from licet.model import AsOf, Edition, ListingVersion

_KEPT_VIEWS = 16


def build(
    path: Path,
    versions: Iterable[ListingVersion | KeptVersion],
    editions: Sequence[Edition],
    overlay: Sequence[OverlayName],
    generation: str,
    older: Corpus | None = None,
) -> None:
    """Write a corpus file in one step; readers of the file that was there keep what they have.

    The bytes depend on the arguments only; an older corpus changes how long it takes, and nothing else.

    Args:
        path: Where it will be.
        versions: Every version of every listing, of all lists, by list, key and first edition.
        editions: Every edition of these lists.
        overlay: Names that the lists do not give.
        generation: Token of the state it was built from; `Corpus.generation` gives it back.
        older: A corpus of fewer editions of the same history, built with the same overlay by the same engine.
            All its versions then come as `KeptVersion`, in its order, with the new ones between them.

    Raises:
        NotKeptError: The older corpus is of another history.
    """
    with _uncollected():
        builder = Builder(overlay, older.contents if older else None)
        for version in versions:
            if isinstance(version, KeptVersion):
                builder.keep(version)
            else:
                builder.add(version)
        meta, sections, unchecked = builder.arrays(editions)
    write(path, {**meta, "generation": generation}, sections, unchecked)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Hold the cycle collector: it would walk millions of live objects, again and again, to free none."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


class Corpus:
    """An open corpus file. Immutable; safe to read from several threads.

    Attributes:
        contents: Its arrays.
    """

    def __init__(self, contents: Contents) -> None:
        self.contents = contents
        self._views: dict[tuple[AsOf, tuple[str, ...]], View] = {}

    @classmethod
    def open(cls, path: Path) -> Corpus:
        """Map a corpus file.

        Raises:
            StoreError: It is absent, cut, damaged, or of another layout.
        """
        return cls(Contents(MappedFile(path)))

    @property
    def generation(self) -> str:
        """The token given to `build`."""
        return str(self.contents.file.meta["generation"])

    @property
    def names(self) -> int:
        """Name rows, over all versions."""
        return int(self.contents.file.meta["names"])

    @property
    def lists(self) -> tuple[str, ...]:
        """Ids of the lists that it holds."""
        return self.contents.lists

    def verify(self) -> None:
        """Compare every byte of the file with its checksum.

        Raises:
            StoreError: A byte differs.
        """
        self.contents.file.verify()

    def view(self, as_of: AsOf, lists: tuple[str, ...] = ()) -> View:
        """Return what counts under two clocks.

        Args:
            as_of: The day asked about, and what we had received by when.
            lists: List ids; empty means all.
        """
        chosen = tuple(sorted(set(lists))) or tuple(sorted(self.lists))
        found = self._views.get((as_of, chosen))
        if found is None:
            found = resolve(self.contents, as_of, chosen)
            if len(self._views) >= _KEPT_VIEWS:
                self._views.pop(next(iter(self._views)), None)
            self._views[as_of, chosen] = found
        return found

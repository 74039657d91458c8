"""The corpus: every listed name of every edition, on disk, mapped into memory, swapped whole."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from licet.match.building import Builder
from licet.match.contents import Contents
from licet.match.layout import MappedFile, write
from licet.match.overlay import OverlayName
from licet.match.view import View, resolve
from licet.model import AsOf, Edition, ListingVersion

_KEPT_VIEWS = 16


def build(
    path: Path,
    versions: Iterable[ListingVersion],
    editions: Sequence[Edition],
    overlay: Sequence[OverlayName],
    generation: str,
) -> None:
    """Write a corpus file in one step; readers of the file that was there keep what they have.

    The bytes depend on the arguments only.

    Args:
        path: Where it will be.
        versions: Every version of every listing, of all lists.
        editions: Every edition of these lists.
        overlay: Names that the lists do not give.
        generation: Token of the state it was built from; `Corpus.generation` gives it back.
    """
    with _uncollected():
        builder = Builder(overlay)
        for version in versions:
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
    """An open corpus file. Immutable; safe to read from several threads."""

    def __init__(self, contents: Contents) -> None:
        self._contents = contents
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
        return str(self._contents.file.meta["generation"])

    @property
    def names(self) -> int:
        """Name rows, over all versions."""
        return int(self._contents.file.meta["names"])

    @property
    def lists(self) -> tuple[str, ...]:
        """Ids of the lists that it holds."""
        return self._contents.lists

    def verify(self) -> None:
        """Compare every byte of the file with its checksum.

        Raises:
            StoreError: A byte differs.
        """
        self._contents.file.verify()

    def view(self, as_of: AsOf, lists: tuple[str, ...] = ()) -> View:
        """Return what counts under two clocks.

        Args:
            as_of: The day asked about, and what we had received by when.
            lists: List ids; empty means all.
        """
        chosen = tuple(sorted(set(lists))) or tuple(sorted(self.lists))
        found = self._views.get((as_of, chosen))
        if found is None:
            found = resolve(self._contents, as_of, chosen)
            if len(self._views) >= _KEPT_VIEWS:
                self._views.pop(next(iter(self._views)), None)
            self._views[as_of, chosen] = found
        return found

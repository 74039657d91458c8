"""The corpus: every listed name of every edition, on disk, mapped into memory, swapped whole."""

from __future__ import annotations

from pathlib import Path

from licet.match.contents import Contents
from licet.match.layout import MappedFile
from licet.match.view import View, resolve
from licet.model import AsOf

_KEPT_VIEWS = 16


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

    def check_rest(self) -> None:
        """Compare what opening the file did not read, the listings, with its fast checksum.

        Raises:
            StoreError: It differs.
        """
        self.contents.file.check_rest()

    def verify(self) -> None:
        """Compare every byte of the file with its SHA-256, which also finds what was changed on purpose.

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

"""The listings themselves: canonical JSON in compressed blocks; an answer opens those that it shows."""

from __future__ import annotations

import threading
from collections import OrderedDict

import zstandard

from licet.match.layout import MappedFile

BLOCK = 16
"""Bodies to a block: versions of one listing stand together and say nearly the same."""
_KEPT = 64


class Bodies:
    """The bodies of an open corpus, by version. Safe to read from several threads."""

    def __init__(self, file: MappedFile) -> None:
        self._file = file
        self._start = file.numbers("body_start")
        self._block_start = file.numbers("block_start")
        self._blocks = file.content("body_blocks")
        self._kept: OrderedDict[int, bytes] = OrderedDict()
        self._lock = threading.Lock()
        self._own = threading.local()  # making a decompressor costs more than most blocks

    def __len__(self) -> int:
        """Number of versions."""
        return len(self._start) - 1

    def __getitem__(self, version: int) -> bytes:
        """Return the canonical JSON of a version.

        Raises:
            StoreError: The block that holds it is damaged.
        """
        number = version // BLOCK
        before = self._start[number * BLOCK]
        block = self._block(number)
        return block[self._start[version] - before : self._start[version + 1] - before]

    def _decompressor(self) -> zstandard.ZstdDecompressor:
        """Return this thread's: one serves one thread at a time."""
        made: zstandard.ZstdDecompressor | None = getattr(self._own, "made", None)
        if made is None:
            made = self._own.made = zstandard.ZstdDecompressor()
        return made

    def _block(self, number: int) -> bytes:
        with self._lock:
            kept = self._kept.get(number)
            if kept is not None:
                self._kept.move_to_end(number)
                return kept
        packed = self._blocks[self._block_start[number] : self._block_start[number + 1]]
        try:
            block = self._decompressor().decompress(packed)
        except zstandard.ZstdError as error:
            raise self._file.damaged("has a damaged listing") from error
        with self._lock:
            self._kept[number] = block
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return block

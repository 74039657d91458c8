"""The listings themselves: canonical JSON in compressed blocks; an answer opens those that it shows."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import zstandard

from licet.match.layout import MappedFile

BLOCK = 16
"""Bodies to a block: versions of one listing stand together and say nearly the same."""
_LEVEL = 6
_KEPT = 64


def pack(bodies: Sequence[bytes]) -> dict[str, npt.NDArray[Any]]:
    """Return the sections of a corpus that hold these bodies."""
    # One compressor for all, with a checksum for each block: opening a corpus does not read them.
    compressor = zstandard.ZstdCompressor(level=_LEVEL, write_checksum=True)
    blocks = [
        compressor.compress(b"".join(bodies[first : first + BLOCK])) for first in range(0, len(bodies), BLOCK)
    ]
    return {
        "body_start": _starts([len(item) for item in bodies]),
        "block_start": _starts([len(item) for item in blocks]),
        "body_blocks": np.frombuffer(b"".join(blocks), np.uint8),
    }


def _starts(lengths: Sequence[int]) -> npt.NDArray[np.int64]:
    return np.concatenate((np.zeros(1, np.int64), np.cumsum(lengths, dtype=np.int64)))


class Bodies:
    """The bodies of an open corpus, by version. Safe to read from several threads."""

    def __init__(self, file: MappedFile) -> None:
        self._file = file
        self._start = file.array("body_start")
        self._block_start = file.array("block_start")
        self._blocks = file.array("body_blocks")
        self._kept: OrderedDict[int, bytes] = OrderedDict()
        self._lock = threading.Lock()

    def __len__(self) -> int:
        """Number of versions."""
        return len(self._start) - 1

    def __getitem__(self, version: int) -> bytes:
        """Return the canonical JSON of a version.

        Raises:
            StoreError: The block that holds it is damaged.
        """
        number = version // BLOCK
        before = int(self._start[number * BLOCK])
        block = self._block(number)
        return block[int(self._start[version]) - before : int(self._start[version + 1]) - before]

    def _block(self, number: int) -> bytes:
        with self._lock:
            kept = self._kept.get(number)
            if kept is not None:
                self._kept.move_to_end(number)
                return kept
        packed = self._blocks[self._block_start[number] : self._block_start[number + 1]]
        try:
            block = zstandard.ZstdDecompressor().decompress(packed.tobytes())
        except zstandard.ZstdError as error:
            raise self._file.damaged("has a damaged listing") from error
        with self._lock:
            self._kept[number] = block
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return block

"""The corpus on disk: a header, a directory, and little-endian arrays that are mapped, never read.

| Bytes | What |
| --- | --- |
| 0-7 | `LICETCRP` |
| 8-11 | layout version, unsigned |
| 12-15 | length of the directory |
| 16-23 | length of the file |
| 24-55 | SHA-256 of the directory |
| 56-87 | SHA-256 of all that follows the directory |
| 88-95 | fast checksum of the sections that are checked when the file is opened: the first `checked` bytes |
| 96- | the directory, JSON: `meta`, `checked`, and `sections` (name to type, offset, count) |
| then | the sections, each at a multiple of 64 |

The file is written beside its place and moved there in one step: a reader sees the old one or the new one.
"""

from __future__ import annotations

import hashlib
import json
import mmap
import os
import struct
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from licet.errors import StoreError
from licet.match._kernel import checksum

MAGIC = b"LICETCRP"
LAYOUT = 2
_HEADER = struct.Struct("<8sIIQ32s32sQ")
_ALIGN = 64

Array = npt.NDArray[Any]


def write(
    path: Path, meta: Mapping[str, Any], sections: Mapping[str, Array], unchecked: Mapping[str, Array]
) -> None:
    """Write a corpus file in one step.

    Args:
        path: Where it will be.
        meta: Small JSON values kept in the directory.
        sections: Arrays; they are stored little-endian in the order given.
        unchecked: Arrays behind them, which opening the file does not read: they carry their own checksums.
    """
    entries: dict[str, tuple[str, int, int]] = {}
    blocks: list[bytes] = []
    checked = _lay(sections, entries, blocks, 0)
    length = _lay(unchecked, entries, blocks, checked)
    body = b"".join(blocks)
    content = {"meta": meta, "checked": checked, "sections": entries}
    directory = json.dumps(content, ensure_ascii=True, sort_keys=True).encode()
    directory += b" " * (-(_HEADER.size + len(directory)) % _ALIGN)
    header = _HEADER.pack(
        MAGIC,
        LAYOUT,
        len(directory),
        _HEADER.size + len(directory) + length,
        hashlib.sha256(directory).digest(),
        hashlib.sha256(body).digest(),
        checksum(memoryview(body)[:checked]),
    )
    temporary = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with temporary.open("wb") as file:
            file.write(header + directory)
            file.write(body)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def _lay(
    sections: Mapping[str, Array], entries: dict[str, tuple[str, int, int]], blocks: list[bytes], offset: int
) -> int:
    """Add sections to the directory and to the blocks; return where the next one begins."""
    for name, array in sections.items():
        little = np.ascontiguousarray(array, dtype=array.dtype.newbyteorder("<"))
        content = little.tobytes()
        padding = b"\0" * (-len(content) % _ALIGN)
        entries[name] = (little.dtype.str, offset, len(little))
        blocks.extend((content, padding))
        offset += len(content) + len(padding)
    return offset


class MappedFile:
    """A corpus file mapped into memory. Arrays are views of the file; nothing is copied.

    Attributes:
        path: The file.
        meta: What the directory says beside the sections.
    """

    def __init__(self, path: Path) -> None:
        """Map a file and check its header, length and directory.

        Raises:
            StoreError: It is absent, cut, damaged, or of another layout.
        """
        self.path = path
        try:
            with path.open("rb") as file:
                self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except (OSError, ValueError) as error:
            raise _damaged(path, f"cannot be mapped ({error})") from error
        self._start, directory, self._digest = self._check()
        self.meta: Mapping[str, Any] = directory["meta"]
        self._sections: Mapping[str, tuple[str, int, int]] = directory["sections"]

    def _check(self) -> tuple[int, dict[str, Any], bytes]:
        if len(self._map) < _HEADER.size:
            raise _damaged(self.path, "is shorter than its header")
        magic, version, length, total, digest, body, fast = _HEADER.unpack_from(self._map, 0)
        if magic != MAGIC:
            raise _damaged(self.path, "is no corpus file")
        if version != LAYOUT:
            raise _damaged(self.path, f"has layout {version}, this program reads layout {LAYOUT}")
        if total != len(self._map):
            raise _damaged(self.path, f"has {len(self._map)} bytes where {total} were written")
        start = _HEADER.size + length
        content = self._map[_HEADER.size : start]
        if hashlib.sha256(content).digest() != digest:
            raise _damaged(self.path, "has a damaged directory")
        directory = json.loads(content)
        if checksum(memoryview(self._map)[start : start + directory["checked"]]) != fast:
            raise _damaged(self.path, "has damaged content")
        return start, directory, body

    def array(self, name: str) -> Array:
        """Return a section as a read-only array."""
        kind, offset, count = self._sections[name]
        return np.frombuffer(self._map, dtype=np.dtype(kind), count=count, offset=self._start + offset)

    def content(self, name: str) -> memoryview:
        """Return a section of bytes, not copied."""
        _, offset, count = self._sections[name]
        return memoryview(self._map)[self._start + offset : self._start + offset + count]

    def damaged(self, reason: str) -> StoreError:
        """Return the error for content that cannot be right; the reason begins with a verb."""
        return _damaged(self.path, reason)

    def verify(self) -> None:
        """Compare every byte with the checksum.

        Raises:
            StoreError: A byte differs.
        """
        body = hashlib.sha256()
        for place in range(self._start, len(self._map), 1 << 20):
            body.update(self._map[place : place + (1 << 20)])
        if body.digest() != self._digest:
            raise _damaged(self.path, "has damaged content")


def _damaged(path: Path, reason: str) -> StoreError:
    return StoreError(
        f"{path} {reason}. It is built from the stored lists and can be rebuilt: "
        "delete it and run the command again."
    )

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
| 96- | the directory, JSON: `meta`, `sections` (name to type, offset, count), `checked`, `rest` |
| then | the sections, each at a multiple of 64 |

`rest` is the fast checksum of what lies behind the checked bytes. The file is written beside its place and
moved there in one step: a reader sees the old one or the new one.
"""

from __future__ import annotations

import hashlib
import json
import mmap
import struct
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from licet.errors import StoreError
from licet.match._kernel import checksum

MAGIC = b"LICETCRP"
LAYOUT = 4
HEADER = struct.Struct("<8sIIQ32s32sQ")
ALIGN = 64

_FORMATS: Mapping[str, Literal["B", "i", "q", "Q"]] = {"|u1": "B", "<i4": "i", "<i8": "q", "<u8": "Q"}
"""How Python reads the types of the directory; the kernel refuses machines of another byte order."""


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
        self._checked = self._start + int(directory["checked"])
        self._rest = int(directory["rest"])

    def _check(self) -> tuple[int, dict[str, Any], bytes]:
        if len(self._map) < HEADER.size:
            raise _damaged(self.path, "is shorter than its header")
        magic, version, length, total, digest, body, fast = HEADER.unpack_from(self._map, 0)
        if magic != MAGIC:
            raise _damaged(self.path, "is no corpus file")
        if version != LAYOUT:
            raise _damaged(self.path, f"has layout {version}, this program reads layout {LAYOUT}")
        if total != len(self._map):
            raise _damaged(self.path, f"has {len(self._map)} bytes where {total} were written")
        start = HEADER.size + length
        content = self._map[HEADER.size : start]
        if hashlib.sha256(content).digest() != digest:
            raise _damaged(self.path, "has a damaged directory")
        directory = json.loads(content)
        if checksum(memoryview(self._map)[start : start + directory["checked"]]) != fast:
            raise _damaged(self.path, "has damaged content")
        return start, directory, body

    def numbers(self, name: str) -> memoryview:
        """Return a section as read-only numbers, not copied; NumPy takes it as an array."""
        return self.content(name).cast(_FORMATS[self._sections[name][0]])

    def content(self, name: str) -> memoryview:
        """Return the bytes of a section, not copied."""
        kind, offset, count = self._sections[name]
        first = self._start + offset
        return memoryview(self._map)[first : first + count * int(kind[2:])]

    def damaged(self, reason: str) -> StoreError:
        """Return the error for content that cannot be right; the reason begins with a verb."""
        return _damaged(self.path, reason)

    def check_rest(self) -> None:
        """Compare what opening the file did not read with its fast checksum.

        Raises:
            StoreError: It differs.
        """
        if checksum(memoryview(self._map)[self._checked :]) != self._rest:
            raise _damaged(self.path, "has damaged content")

    def verify(self) -> None:
        """Compare every byte with the SHA-256.

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

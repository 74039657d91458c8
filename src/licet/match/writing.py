"""Writes a corpus file; `layout` says how it is laid down, and reads it."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from licet.match._kernel import checksum
from licet.match.layout import ALIGN, HEADER, LAYOUT, MAGIC

Array: TypeAlias = npt.NDArray[Any]


def write(
    path: Path, meta: Mapping[str, Any], sections: Mapping[str, Array], unchecked: Mapping[str, Array]
) -> None:
    """Write a corpus file in one step.

    Args:
        path: Where it will be.
        meta: Small JSON values kept in the directory.
        sections: Arrays; they are stored little-endian in the order given.
        unchecked: Arrays behind them, which opening the file does not read.
    """
    entries: dict[str, tuple[str, int, int]] = {}
    blocks: list[bytes] = []
    checked = _lay(sections, entries, blocks, 0)
    length = _lay(unchecked, entries, blocks, checked)
    body = b"".join(blocks)
    rest = checksum(memoryview(body)[checked:])
    content = {"meta": meta, "checked": checked, "rest": rest, "sections": entries}
    directory = json.dumps(content, ensure_ascii=True, sort_keys=True).encode()
    directory += b" " * (-(HEADER.size + len(directory)) % ALIGN)
    header = HEADER.pack(
        MAGIC,
        LAYOUT,
        len(directory),
        HEADER.size + len(directory) + length,
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
        padding = b"\0" * (-len(content) % ALIGN)
        entries[name] = (little.dtype.str, offset, len(little))
        blocks.extend((content, padding))
        offset += len(content) + len(padding)
    return offset

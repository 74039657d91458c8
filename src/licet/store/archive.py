"""The archive: every published file, byte for byte, under its SHA-256. Nothing is rewritten or deleted.

A file is kept compressed at `root/ab/cdef...`. Yesterday's edition differs from today's in a few rows, so
today's is kept as what differs from yesterday's where that pays: Zstandard with the other file as its
dictionary. Chains of such differences are bounded; then one starts again from the file that began the chain.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import re
import secrets
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import zstandard

from licet.errors import StoreError, TamperedError

# Magic with format version, depth of the chain below, SHA-256 of the base (zeros: whole), size unpacked.
_HEADER = struct.Struct(">5sB32sQ")
_MAGIC = b"LCTA\x01"
_WHOLE = bytes(32)
_SHA256 = re.compile(r"[0-9a-f]{64}")
_MAX_DEPTH = 32
_MAX_WINDOW_LOG = 27
_LEVEL = 9


@dataclass(frozen=True, slots=True)
class Kept:
    """How one content is kept: depth of its chain, hash of its base (empty: whole), size of the content."""

    depth: int
    base: str
    size: int


class Archive:
    """Bytes by SHA-256, in a folder."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def has(self, sha256: str) -> bool:
        """Tell whether the content is kept."""
        return self._path(sha256).exists()

    def size(self, sha256: str) -> int:
        """Return the size of the content in bytes. Raises StoreError when it is not kept."""
        return self.kept(sha256).size

    def get(self, sha256: str) -> bytes:
        """Return the content.

        Raises:
            TamperedError: What is kept no longer has that hash.
            StoreError: It is not kept.
        """
        chain = [sha256]
        while (base := self.kept(chain[-1]).base) and len(chain) <= _MAX_DEPTH + 1:
            chain.append(base)
        data = b""
        for item in reversed(chain):
            data = self.unpack(item, data)
        found = hashlib.sha256(data).hexdigest()
        if found != sha256:
            raise TamperedError(str(self._path(sha256)), sha256, found)
        return data

    def put(self, data: bytes, *, like: str | None = None) -> str:
        """Keep a content and return its SHA-256; do nothing when it is kept already.

        Args:
            data: The bytes.
            like: SHA-256 of a kept content that resembles it, such as the previous edition's same part.

        Raises:
            StoreError: The archive cannot be written.
        """
        sha256 = hashlib.sha256(data).hexdigest()
        if not self.has(sha256):
            packed = self._as_difference(data, like) if like and like != sha256 and self.has(like) else None
            try:
                self._write(sha256, packed or self._as_whole(data))
            except OSError as error:
                message = f"{self.root}: the archive cannot be written: {error.strerror}. Nothing was kept."
                raise StoreError(message) from error
        return sha256

    def kept(self, sha256: str) -> Kept:
        """Tell how a content is kept, without reading it. Raises StoreError when it is not."""
        path = self._path(sha256)
        try:
            with path.open("rb") as file:
                head = file.read(_HEADER.size)
        except OSError as error:
            message = (
                f"{path}: a kept file is missing or unreadable: {error.strerror}. Restore it from a backup."
            )
            raise StoreError(message) from error
        if len(head) < _HEADER.size or not head.startswith(_MAGIC):
            raise TamperedError(str(path), sha256, "no archive header")
        _magic, depth, base, size = _HEADER.unpack(head)
        return Kept(depth, "" if base == _WHOLE else base.hex(), size)

    def unpack(self, sha256: str, base: bytes) -> bytes:
        """Decompress one kept file against the content of its base, without checking the hash.

        Raises:
            TamperedError: It does not decompress.
        """
        kept, path = self.kept(sha256), self._path(sha256)
        primer = _dictionary(base) if kept.base else None
        unpack = zstandard.ZstdDecompressor(dict_data=primer, max_window_size=1 << _MAX_WINDOW_LOG)
        try:
            return unpack.decompress(path.read_bytes()[_HEADER.size :])
        except zstandard.ZstdError as error:
            raise TamperedError(str(path), sha256, f"nothing readable ({error})") from error

    def contents(self) -> Iterator[str]:
        """Give the hash of every kept content, sorted."""
        for folder in sorted(self.root.glob("[0-9a-f][0-9a-f]")):
            yield from sorted(f"{folder.name}{path.name}" for path in folder.iterdir())

    def _path(self, sha256: str) -> Path:
        if not _SHA256.fullmatch(sha256):
            message = f"{sha256!r} is not a SHA-256"
            raise StoreError(message)
        return self.root / sha256[:2] / sha256[2:]

    def _as_whole(self, data: bytes) -> bytes:
        packed = zstandard.ZstdCompressor(level=_LEVEL).compress(data)
        return _HEADER.pack(_MAGIC, 0, _WHOLE, len(data)) + packed

    def _as_difference(self, data: bytes, like: str) -> bytes | None:
        kept = self.kept(like)
        if kept.depth >= _MAX_DEPTH:
            while kept.base:
                like, kept = kept.base, self.kept(kept.base)
        base = self.get(like)
        if (len(base) + len(data)) >> _MAX_WINDOW_LOG or not data:
            return None
        packed = zstandard.ZstdCompressor(
            dict_data=_dictionary(base), compression_params=_parameters(len(base), len(data))
        ).compress(data)
        # A twentieth is good without asking; else it must halve what the whole would take.
        if len(packed) * 20 > len(data) and len(packed) * 2 > len(self._as_whole(data)):
            return None
        return _HEADER.pack(_MAGIC, kept.depth + 1, bytes.fromhex(like), len(data)) + packed

    def _write(self, sha256: str, packed: bytes) -> None:
        path = self._path(sha256)
        incoming = self.root / "incoming"
        incoming.mkdir(parents=True, exist_ok=True)
        path.parent.mkdir(exist_ok=True)
        temporary = incoming / f"{sha256}.{secrets.token_hex(4)}"
        with temporary.open("xb") as file:
            file.write(packed)
            file.flush()
            os.fchmod(file.fileno(), 0o444)
            os.fsync(file.fileno())
        with _locked(self.root):
            # Looked at again under the lock: two writers could else make each file the other's base.
            if path.exists():
                temporary.unlink()
                return
            temporary.replace(path)
            for folder in (path.parent, self.root):
                _sync_folder(folder)


def _dictionary(base: bytes) -> zstandard.ZstdCompressionDict:
    return zstandard.ZstdCompressionDict(base, dict_type=zstandard.DICT_TYPE_RAWCONTENT)


def _parameters(base: int, data: int) -> zstandard.ZstdCompressionParameters:
    """Let the compressor see the whole base, and remember every place in it.

    Tables sized for the base matter more than long-distance matching: on 64 MB with 300 edits they leave
    22 kB where the level's own tables leave 5.3 MB.
    """
    window = min(max((base + data).bit_length(), 17), _MAX_WINDOW_LOG)
    table = min(max(base.bit_length(), 17), 24)
    return zstandard.ZstdCompressionParameters.from_level(
        _LEVEL, window_log=window, hash_log=table, chain_log=table
    )


@contextmanager
def _locked(root: Path) -> Iterator[None]:
    with (root / "lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

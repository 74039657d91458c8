"""Turns listings into the arrays of a corpus: each name is analysed once, here, and never again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt
import zstandard

from licet.match import _kernel, native, rows
from licet.match.bodies import BLOCK
from licet.match.contents import VERSION_FIELDS, Contents
from licet.match.editions import edition_to_json, micros
from licet.match.hashing import hash64, identifier_text
from licet.match.kept import KeptVersion, NotKeptError
from licet.match.overlay import Overlay, OverlayName
from licet.model import Edition, ListingVersion, PartyKind, canonical

Arrays = dict[str, npt.NDArray[Any]]
NO_SEQ = 2**31 - 1
"""Stands for "still there" in `last_seq`, and for "no end" in `end`."""
KINDS = tuple(PartyKind)
_LEVEL = 6
"""Of compression."""


class Builder:
    """Collects versions, then gives the arrays.

    What an older corpus of the same history, tables and overlay has analysed is taken over from it, to the
    same bytes as if everything had been added.
    """

    def __init__(self, overlay: Sequence[OverlayName], older: Contents | None = None) -> None:
        self._older = older
        self._places: list[int] = []
        self._kept_rows = [] if older is None else older.version_rows()
        self._overlay = Overlay(tuple(overlay))
        self._lists: dict[str, int] = {}
        self._keys: dict[tuple[str, str], int] = {}
        self._bodies: list[bytes] = []
        self._versions: list[tuple[int, ...]] = []
        self._tables = native.tables()
        self._index = _kernel.Builder(native.model(self._tables))
        self._identifiers: list[tuple[int, int]] = []

    def add(self, version: ListingVersion) -> None:
        """Take one version of one listing."""
        listing = version.listing
        place = len(self._versions)
        self._bodies.append(canonical(listing))
        self._versions.append(
            (
                self._lists.setdefault(listing.list_id, len(self._lists)),
                self._keys.setdefault((listing.list_id, listing.key), len(self._keys)),
                version.first_seq,
                NO_SEQ if version.last_seq is None else version.last_seq,
                version.key_first_seq,
                _day(listing.start, 0),
                _day(listing.end, NO_SEQ),
                KINDS.index(listing.kind),
            )
        )
        initials = native.FORM_INITIALS if listing.kind in rows.INITIALS else 0
        if listing.kind is PartyKind.UNKNOWN:
            initials |= native.FORM_OPEN
        for code, text in rows.listed_names(listing):
            self._index.add_name(text, initials, place, code)
        for code, tokens in rows.listed_addresses(listing):
            self._index.add_form(tokens, initials, place, code)
        for item in self._overlay.places(listing):
            self._index.add_name(self._overlay.names[item].adds, initials, place, rows.overlay_code(item))
        self._identifiers.extend(
            (hash64(identifier_text(item.kind, item.value)), place) for item in listing.identifiers
        )

    def keep(self, version: KeptVersion) -> None:
        """Take one version as the older corpus has it; versions of it come in its order.

        Raises:
            NotKeptError: It has no such version.
        """
        place = len(self._places)
        if self._older is None or version.place != place or place >= len(self._kept_rows):
            raise NotKeptError
        number, _, first, _, *others = self._kept_rows[version.place]
        if self._older.lists[number] != version.list_id or first != version.first_seq:
            raise NotKeptError
        self._bodies.append(self._older.bodies[version.place])
        self._places.append(len(self._versions))
        self._versions.append(
            (
                self._lists.setdefault(version.list_id, len(self._lists)),
                self._keys.setdefault((version.list_id, version.key), len(self._keys)),
                first,
                NO_SEQ if version.last_seq is None else version.last_seq,
                *others,
            )
        )

    def arrays(self, editions: Sequence[Edition]) -> tuple[dict[str, Any], Arrays, Arrays]:
        """Return (meta, sections, sections that are not checked at once) of the file."""
        if self._older is not None:
            self._take_over(self._older)
        for item in editions:
            self._lists.setdefault(item.list_id, len(self._lists))
        meta = {
            "lists": list(self._lists),
            "overlay": [
                [list(item.lists), item.name, item.adds, item.language, item.source]
                for item in self._overlay.names
            ],
            "names": self._index.rows,
        }
        found: Arrays = {}
        found |= self._edition_arrays(editions)
        found |= self._version_arrays()
        found["tables"] = np.frombuffer(self._tables, np.uint8)
        index = self._index.finish()
        found["index"] = np.frombuffer(index, np.uint8)
        letters, forms = _kernel.Index(index, native.model(self._tables)).acronyms()
        found |= {"acronym_letters": letters, "acronym_form": forms}
        found |= self._identifier_arrays()
        return meta, found, _pack(self._bodies)

    def _take_over(self, older: Contents) -> None:
        """Take the names of the kept versions; all of the older corpus must be kept, each in its place."""
        if len(self._places) != len(self._kept_rows):
            raise NotKeptError
        self._index.load(older.index, self._places)

    def _identifier_arrays(self) -> Arrays:
        hashes = np.array([item[0] for item in self._identifiers], np.uint64)
        versions = np.array([item[1] for item in self._identifiers], np.int32)
        if self._older is not None:
            places = np.array(self._places, np.int32)
            hashes = np.concatenate((np.asarray(self._older.identifier_hash), hashes))
            versions = np.concatenate((places[np.asarray(self._older.identifier_version)], versions))
        order = np.lexsort((versions, hashes))
        hashes, versions = hashes[order], versions[order]
        first = np.ones(len(order), np.bool_)
        first[1:] = (hashes[1:] != hashes[:-1]) | (versions[1:] != versions[:-1])
        return {"identifier_hash": hashes[first], "identifier_version": versions[first]}

    def _edition_arrays(self, editions: Sequence[Edition]) -> Arrays:
        ordered = sorted(editions, key=lambda item: (self._lists[item.list_id], item.seq))
        start, heap = _heap([edition_to_json(item) for item in ordered])
        return {
            "edition_list": np.array([self._lists[item.list_id] for item in ordered], np.int32),
            "edition_seq": np.array([item.seq for item in ordered], np.int32),
            "edition_published": np.array([item.published.toordinal() for item in ordered], np.int32),
            "edition_known": np.array([micros(item.known) for item in ordered], np.int64),
            "edition_start": start,
            "edition_heap": heap,
        }

    def _version_arrays(self) -> Arrays:
        table = np.array(self._versions, dtype=np.int32).reshape(-1, len(VERSION_FIELDS))
        return {f"version_{field}": table[:, column] for column, field in enumerate(VERSION_FIELDS)}


def _starts(items: Sequence[bytes]) -> npt.NDArray[np.int64]:
    lengths = np.array([len(item) for item in items], np.int64)
    return np.concatenate((np.zeros(1, np.int64), np.cumsum(lengths, dtype=np.int64)))


def _heap(items: Sequence[bytes]) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.uint8]]:
    return _starts(items), np.frombuffer(b"".join(items), np.uint8)


def _pack(bodies: Sequence[bytes]) -> Arrays:
    """Return the sections that hold the listings; `Bodies` reads them."""
    # One compressor for all, with a checksum for each block: opening a corpus does not read them.
    compressor = zstandard.ZstdCompressor(level=_LEVEL, write_checksum=True)
    blocks = [
        compressor.compress(b"".join(bodies[first : first + BLOCK])) for first in range(0, len(bodies), BLOCK)
    ]
    block_start, content = _heap(blocks)
    return {"body_start": _starts(bodies), "block_start": block_start, "body_blocks": content}


def _day(value: date | None, missing: int) -> int:
    return value.toordinal() if value else missing

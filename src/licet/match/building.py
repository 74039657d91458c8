"""Turns listings into the arrays of a corpus: each name is analysed once, here, and never again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from hashlib import blake2b
from typing import Any

import numpy as np
import numpy.typing as npt

from licet.match import rows
from licet.match.deletes import delete_hashes
from licet.match.editions import edition_to_json, micros
from licet.match.overlay import Overlay, OverlayName
from licet.match.similarity import MOST_JOINED, can_join, edit_limit, is_editable, sound_keys
from licet.match.weights import token_weight
from licet.model import Edition, ListingVersion, PartyKind, canonical
from licet.text.checksums import normalise_identifier
from licet.text.tokens import NameForm, name_forms
from licet.text.words import written_otherwise

Arrays = dict[str, npt.NDArray[Any]]
NO_SEQ = 2**31 - 1
"""Stands for "still there" in `last_seq`, and for "no end" in `end`."""
FORM_INITIALS, FORM_TRANSLITERATED = 1, 2
KINDS = tuple(PartyKind)


def hash64(text: str) -> int:
    """Return the hash under which words are looked up, the same on every machine."""
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "little")


def identifier_text(kind: str, value: str) -> str:
    """Return the text that is hashed for an identifier; vessel and owner numbers of the IMO never meet."""
    return f"{kind}\0{normalise_identifier(kind, value)}"


class Builder:
    """Collects versions, then gives the arrays."""

    def __init__(self, overlay: Sequence[OverlayName]) -> None:
        self._overlay = Overlay(tuple(overlay))
        self._lists: dict[str, int] = {}
        self._keys: dict[tuple[str, str], int] = {}
        self._bodies: list[bytes] = []
        self._versions: list[tuple[int, ...]] = []
        self._forms: dict[tuple[tuple[str, ...], int], int] = {}
        self._rows: list[tuple[int, int, int]] = []
        self._identifiers: list[tuple[int, int]] = []
        self._analysed: dict[str, tuple[NameForm, ...]] = {}

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
        initials = FORM_INITIALS if listing.kind in rows.INITIALS else 0
        for code, form in rows.listed_rows(listing, self._forms_of):
            self._row(form, initials, place, code)
        for item in self._overlay.places(listing):
            for form in self._forms_of(self._overlay.names[item].adds):
                self._row(form, initials, place, rows.overlay_code(item))
        self._identifiers.extend(
            (hash64(identifier_text(item.kind, item.value)), place) for item in listing.identifiers
        )

    def _forms_of(self, text: str) -> tuple[NameForm, ...]:
        """Analyse a text once, however many versions bear it."""
        found = self._analysed.get(text)
        if found is None:
            found = self._analysed[text] = name_forms(text)
        return found

    def _row(self, form: NameForm, initials: int, version: int, code: int) -> None:
        flags = initials | (FORM_TRANSLITERATED if form.transliterated else 0)
        number = self._forms.setdefault((form.tokens, flags), len(self._forms))
        self._rows.append((number, version, code))

    def arrays(self, editions: Sequence[Edition]) -> tuple[dict[str, Any], Arrays]:
        """Return (meta, sections) of the file."""
        for item in editions:
            self._lists.setdefault(item.list_id, len(self._lists))
        meta = {
            "lists": list(self._lists),
            "overlay": [
                [list(item.lists), item.name, item.adds, item.language, item.source]
                for item in self._overlay.names
            ],
            "names": len(self._rows),
        }
        found: Arrays = {}
        found |= self._edition_arrays(editions)
        found |= self._version_arrays()
        found |= self._form_arrays()
        pairs = np.array(sorted(set(self._identifiers)), dtype=np.uint64).reshape(-1, 2)
        found["identifier_hash"], found["identifier_version"] = pairs[:, 0], pairs[:, 1].astype(np.int32)
        return meta, found

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
        fields = ("list", "key", "first", "last", "key_first", "starts", "ends", "kind")
        table = np.array(self._versions, dtype=np.int32).reshape(-1, len(fields))
        found: Arrays = {f"version_{field}": table[:, column] for column, field in enumerate(fields)}
        found["body_start"], found["body_heap"] = _heap(self._bodies)
        return found

    def _form_arrays(self) -> Arrays:
        forms = list(self._forms)
        counts = Counter(token for tokens, _ in forms for token in set(tokens))
        words = sorted(counts)
        numbers = {word: number for number, word in enumerate(words)}
        weights = np.array(
            [token_weight(word, len(forms), _names_with(word, counts)) for word in words], np.float64
        )
        lengths = [len(tokens) for tokens, _ in forms]
        flat = np.array([numbers[token] for tokens, _ in forms for token in tokens], np.int32)
        owner = np.repeat(np.arange(len(forms), dtype=np.int64), lengths)
        posted = np.unique(flat.astype(np.int64) << 32 | owner)
        table = np.array(sorted(self._rows), dtype=np.int64).reshape(-1, 3)
        start, heap = _heap([word.encode() for word in words])
        found: Arrays = {
            "form_start": _starts(np.array(lengths, np.int64)),
            "form_token": flat,
            "form_flags": np.array([flags for _, flags in forms], np.uint8),
            "form_weight": np.bincount(owner, weights=weights[flat], minlength=len(forms)),
            "row_start": _starts(np.bincount(table[:, 0], minlength=len(forms))),
            "row_version": table[:, 1].astype(np.int32),
            "row_code": table[:, 2].astype(np.int32),
            "word_start": start,
            "word_heap": heap,
            "word_weight": weights,
            "post_start": _starts(np.bincount(posted >> 32, minlength=len(words))),
            "post_form": (posted & 0xFFFFFFFF).astype(np.uint32),
        }
        found |= _sorted_table("word", [hash64(word) for word in words], range(len(words)), np.uint64)
        found |= _join_arrays([tokens for tokens, _ in forms], numbers, weights)
        return found | _spelling_arrays(words)


def _names_with(word: str, counts: Counter[str]) -> int:
    """Return how many names hold a word in any of its forms: "intl" is no rarer than "international"."""
    return counts[word] + sum(counts[other] for other in written_otherwise(word))


def _join_arrays(
    forms: Sequence[tuple[str, ...]], numbers: dict[str, int], weights: npt.NDArray[np.float64]
) -> Arrays:
    """Neighbouring words of listed names written as one."""
    forms_of: dict[tuple[str, ...], list[int]] = {}
    for number, tokens in enumerate(forms):
        for size in range(2, MOST_JOINED + 1):
            for at in range(len(tokens) - size + 1):
                forms_of.setdefault(tokens[at : at + size], []).append(number)
    joined = [(parts, places) for parts, places in forms_of.items() if can_join(parts)]
    counts = [len(places) for _, places in joined]
    sums = [sum(float(weights[numbers[part]]) for part in parts) for parts, _ in joined]
    weight = np.repeat(np.array(sums, np.float64), counts)
    hashes = np.repeat(np.array([hash64("".join(parts)) for parts, _ in joined], np.uint64), counts)
    owners = np.array([number for _, places in joined for number in places], np.uint32)
    order = np.lexsort((weight, owners, hashes))
    found: Arrays = {
        "join_hash": hashes[order],
        "join_form": owners[order],
        "join_weight": weight[order],
    }
    differs = np.ones(len(order), np.bool_)
    if len(order):
        differs[1:] = np.any([values[1:] != values[:-1] for values in found.values()], axis=0)
    return {name: values[differs] for name, values in found.items()}


def _spelling_arrays(words: Sequence[str]) -> Arrays:
    """Where words of like spelling and like sound are looked up."""
    editable = [number for number, word in enumerate(words) if is_editable(word)]
    chosen = [words[number] for number in editable]
    hashes, places = delete_hashes(chosen, [edit_limit(len(word)) for word in chosen])
    sounds = [(hash64(key), number) for number, word in enumerate(words) for key in sound_keys(word)]
    found: Arrays = {
        "delete_hash": hashes,
        "delete_word": np.array(editable, np.uint32)[places.astype(np.int64)],
    }
    return found | _sorted_table(
        "sound", [item[0] for item in sounds], [item[1] for item in sounds], np.uint64
    )


def _sorted_table(
    name: str, hashes: Iterable[int], values: Iterable[int], kind: type[np.uint64 | np.uint32]
) -> Arrays:
    keys = np.array(list(hashes), dtype=kind)
    order = np.argsort(keys, kind="stable")
    numbers = np.array(list(values), np.uint32)
    return {f"{name}_hash": keys[order], f"{name}_number": numbers[order]}


def _starts(lengths: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    return np.concatenate((np.zeros(1, np.int64), np.cumsum(lengths, dtype=np.int64)))


def _heap(items: Sequence[bytes]) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.uint8]]:
    lengths = np.array([len(item) for item in items], np.int64)
    return _starts(lengths), np.frombuffer(b"".join(items), np.uint8)


def _day(value: date | None, missing: int) -> int:
    return value.toordinal() if value else missing

"""What a bulk screening has done so far, on disk: a kill at any instant loses at most the batch at hand."""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from licet.errors import UsageError
from licet.usecases.screen_columns import Chunk, RowResult

_CHUNK = re.compile(r"rows-(\d{12})-(\d{6})\.jsonl")
_FORMAT = 2


def work_folder(target: Path) -> Path:
    """Return the folder beside the output that holds its checkpoint."""
    return target.with_name(target.name + ".partial")


def digest(value: object) -> str:
    """Return the SHA-256 of JSON values, independent of the order of keys."""
    text = json.dumps(value, sort_keys=True, ensure_ascii=False, default=str)
    return hashlib.sha256(text.encode()).hexdigest()


class Checkpoint:
    """The work folder of one run. Use as a context manager: it is locked while open.

    `meta.json` says what the run depends on; `rows-START-COUNT.jsonl` hold results, each file written whole,
    forced to disk and then given its name, so a file that has its name is complete. Rows of one plain result,
    which most rows have, are counted and not written out.

    Attributes:
        folder: The work folder.
        start: Input rows that are done.
        facts: The run facts of the process that began the run.
    """

    def __init__(self, target: Path, pins: Mapping[str, str], facts: Mapping[str, Any]) -> None:
        """Prepare the checkpoint; `open` does the work.

        Args:
            target: The output.
            pins: What the results depend on, in words, each with its hash.
            facts: Run facts, for the output; the first process decides.
        """
        self.folder = work_folder(target)
        self.start = 0
        self.facts = dict(facts)
        self._pins = dict(pins)
        self._lock = -1
        self._meta = self.folder / "meta.json"

    def open(self, *, resume: bool, restart: bool) -> None:
        """Begin, go on, or refuse.

        Raises:
            UsageError: There is a checkpoint and nobody said what to do with it; what it depends on changed;
                or another process works on it.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        self._lock = os.open(self.folder / "lock", os.O_RDWR | os.O_CREAT, 0o644)
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            message = f"{self.folder}: another process is working on this output. Wait until it is done."
            raise UsageError(message) from error
        if restart:
            self._empty()
        if not self._meta.is_file():
            self._empty()
            self._save(self._meta, json.dumps(self._content(), ensure_ascii=False, indent=1))
            return
        if not resume:
            message = (
                f"{self.folder} holds a run that was cut short. "
                "Go on with --resume, or drop it and begin anew with --restart."
            )
            raise UsageError(message)
        self._go_on()

    def add(self, chunk: Chunk) -> None:
        """Keep the results of the next rows; they are on disk when this returns."""
        name = f"rows-{self.start:012d}-{chunk.rows:06d}.jsonl"
        lines = (f"{place}\t{item.to_json()}\n" for place, item in chunk.special)
        self._save(self.folder / name, "".join(lines))
        self.start += chunk.rows

    def special(self) -> Iterator[tuple[int, RowResult]]:
        """Give the results that are not the plain one, each with the number of its row, from 0."""
        for path, start, _ in self._chunks():
            with path.open(encoding="utf-8", newline="\n") as file:
                for line in file:
                    place, _, text = line.partition("\t")
                    yield start + int(place), RowResult.from_json(text)

    def remove(self) -> None:
        """Drop the work folder; last rows first, so that a kill meanwhile leaves a valid checkpoint."""
        self._empty()
        (self.folder / "lock").unlink(missing_ok=True)
        self.folder.rmdir()

    def __enter__(self) -> Self:
        """Return the checkpoint."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let go of the lock."""
        if self._lock >= 0:
            os.close(self._lock)
            self._lock = -1

    def _content(self) -> dict[str, Any]:
        return {"format": _FORMAT, "pins": self._pins, "facts": self.facts}

    def _go_on(self) -> None:
        try:
            found = json.loads(self._meta.read_text(encoding="utf-8"))
            pins, facts = dict(found["pins"]), dict(found["facts"])
        except (ValueError, KeyError, TypeError) as error:
            message = f"{self._meta} is damaged ({error}). Begin anew with --restart."
            raise UsageError(message) from error
        changed = [what for what, sha in self._pins.items() if pins.get(what) != sha]
        if changed or found.get("format") != _FORMAT:
            what = " and ".join(changed) or "the format of the checkpoint"
            message = (
                f"{self.folder}: cannot go on, {what} changed since the run was cut short. "
                "Rows before and after would answer different questions. Begin anew with --restart."
            )
            raise UsageError(message)
        self.facts = facts
        kept = {path for path, _, _ in self._chunks()}
        for path in self.folder.glob("rows-*"):
            if path not in kept:
                path.unlink()
        self.start = sum(count for _, _, count in self._chunks())

    def _chunks(self) -> list[tuple[Path, int, int]]:
        """Files of results that follow one another from the first row without a gap."""
        found = []
        for path in self.folder.iterdir():
            name = _CHUNK.fullmatch(path.name)
            if name:
                found.append((path, int(name[1]), int(name[2])))
        chain: list[tuple[Path, int, int]] = []
        expected = 0
        for item in sorted(found, key=lambda item: item[1]):
            if item[1] != expected:
                break
            chain.append(item)
            expected += item[2]
        return chain

    def _save(self, path: Path, text: str) -> None:
        draft = path.with_name(path.name + ".draft")
        with draft.open("w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
        folder = os.open(self.folder, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)

    def _empty(self) -> None:
        kept = {self._meta, self.folder / "lock"}
        for path in sorted(self.folder.iterdir(), reverse=True):
            if path not in kept:
                path.unlink()
        self._meta.unlink(missing_ok=True)

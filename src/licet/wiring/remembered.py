"""What kept stories tell of their subjects, remembered on disk, so that no story is read twice for it.

A reading depends on the story and on the reader alone: the file bears a hash of the reader, and each line one
of its story. What is damaged or missing is read anew.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

from licet import model, news, text
from licet.news.reading import read
from licet.news.story import Story
from licet.usecases import story_tellings
from licet.usecases.adverse_media import Telling
from licet.usecases.story_tellings import tellings

_MADE_OF = frozenset((".py", ".toml", ".tsv"))
_KEEP = 2
"""Files kept: another version of licet may still use an older one."""


class Remembered:
    """Tellings by story."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._known = _load(path)
        self._used: dict[str, Any] = {}

    @classmethod
    @contextmanager
    def beside(cls, folder: Path) -> Iterator[Remembered]:
        """Open what is remembered beside the corpora, and keep what was asked for when done.

        Where the folder cannot be written, nothing is kept.
        """
        path = folder / "news" / f"{_reader()}.jsonl"
        opened = cls(path)
        yield opened
        with suppress(OSError):
            opened.save()

    def tellings(self, key: str, story: Story) -> tuple[Telling, ...]:
        """Return what a story tells of its subjects, reading it where that is not known."""
        digest = _digest(key, story)
        found = self._known.get(digest)
        if found is None:
            found = tellings(key, read(story))
        self._used[digest] = found
        return found

    def save(self) -> None:
        """Write what was asked for, where some of it is new. Raises OSError where that cannot be."""
        if self._used.keys() <= self._known.keys():
            return
        self._path.parent.mkdir(parents=True, exist_ok=True)
        draft = self._path.with_suffix(".part")
        with draft.open("w", encoding="utf-8", newline="\n") as file:
            for digest, told in {**self._known, **self._used}.items():
                row = [digest, [asdict(item) for item in told]]
                file.write(json.dumps(row, separators=(",", ":")) + "\n")
        draft.replace(self._path)
        aged = sorted((path.stat().st_mtime_ns, path) for path in self._path.parent.glob("*.jsonl"))
        for _, path in aged[:-_KEEP]:
            path.unlink(missing_ok=True)


def _load(path: Path) -> dict[str, tuple[Telling, ...]]:
    found: dict[str, tuple[Telling, ...]] = {}
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return found
    for line in lines:
        with suppress(ValueError, TypeError, KeyError, RecursionError):
            digest, rows = json.loads(line)
            found[digest] = tuple(
                Telling(**{**row, "aliases": tuple((name, weak) for name, weak in row["aliases"])})
                for row in rows
            )
    return found


def _digest(key: str, story: Story) -> str:
    day = story.dated.isoformat() if story.dated else ""
    told = json.dumps([key, story.text, day, story.outlet, story.url])
    return hashlib.sha256(told.encode("ascii")).hexdigest()


@cache
def _reader() -> str:
    """Hash of the files that make a reading: another reader remembers nothing of this one."""
    digest = hashlib.sha256()
    for path in files():
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:24]


def files() -> list[Path]:
    """Return the files that make a reading: its tables of words, and what tells of it."""
    folders = (Path(next(iter(package.__path__))) for package in (news, text, model))
    below = [path for folder in folders for path in sorted(folder.rglob("*"))]
    return [Path(story_tellings.__file__), *(path for path in below if path.suffix in _MADE_OF)]

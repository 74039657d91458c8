"""What the `list.yml` files say, kept beside the corpora: reading YAML takes longer than a question does."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

from licet.lists import registry

NAME = "catalogue.json"


@cache
def prepare(folder: Path) -> None:
    """Have the registry use the copy in a folder; make it where none is that fits.

    A copy belongs to the very bytes of the files, and is checked as they are. Without the folder, or where
    nothing can be written, the files are read each time.
    """
    if not folder.is_dir():
        return
    path = folder / NAME
    # A copy that is damaged, or of another version of the program, is made anew.
    with suppress(OSError, ValueError, TypeError, KeyError, AttributeError):
        registry.take(_checked(json.loads(path.read_bytes())))
        return
    said = registry.contents()
    registry.take(said)
    beside = path.with_suffix(f".{os.getpid()}")
    with suppress(OSError):
        beside.write_text(json.dumps({"of": _source(), "sha256": _digest(said), "lists": said}), "utf-8")
        beside.replace(path)


def _checked(kept: Mapping[str, Any]) -> Mapping[str, Mapping[str, Any]]:
    said: Mapping[str, Mapping[str, Any]] = kept["lists"]
    if kept["of"] != _source() or kept["sha256"] != _digest(said):
        message = "of other files, or damaged"
        raise ValueError(message)
    return said


def _source() -> str:
    """Stand for the files: their names and bytes."""
    digest = hashlib.sha256()
    for list_id, content in registry.catalogue().items():
        digest.update(f"{list_id} {len(content)} ".encode() + content)
    return digest.hexdigest()


def _digest(said: Mapping[str, Mapping[str, Any]]) -> str:
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()

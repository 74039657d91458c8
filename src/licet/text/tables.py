"""Reads the package's own word tables: tab-separated, `#` for comments, spellings joined by `|`."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files


def rows(name: str) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Yield (first column, second column, spellings) of a table in `licet/text/data`."""
    text = files("licet.text").joinpath(f"data/{name}").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            first, second, spellings = line.split("\t")
            yield first, second, tuple(spellings.split("|"))

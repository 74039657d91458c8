"""Rows that are no file yet: mappings and DuckDB relations, laid down for the bulk screening."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol, TypeAlias, runtime_checkable

from licet.errors import UsageError


@runtime_checkable
class Relation(Protocol):
    """A DuckDB relation; a data frame becomes one by `duckdb.from_df` or `duckdb.from_arrow`."""

    @property
    def columns(self) -> Sequence[str]:
        """Names of the columns."""

    def fetchall(self) -> Sequence[Sequence[Any]]:
        """Give every row."""


Source: TypeAlias = str | Path | Relation | Iterable[Mapping[str, Any]]
"""What `Desk.screen` takes: a file, a DuckDB relation, or mappings of column to value."""


def lay_down(source: Relation | Iterable[Mapping[str, Any]], folder: Path) -> Path:
    """Write rows as JSON lines into a folder and return the file.

    Raises:
        UsageError: A row is no mapping.
    """
    path = folder / "rows.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for row in _rows(source):
            values = {name: _plain(value) for name, value in row.items()}
            file.write(json.dumps(values, ensure_ascii=False, default=str) + "\n")
    return path


def _rows(source: Relation | Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    if isinstance(source, Relation):
        columns = list(source.columns)
        # A relation keeps no result between calls: it is asked once, for all.
        yield from (dict(zip(columns, row, strict=True)) for row in source.fetchall())
        return
    for number, row in enumerate(source, 1):
        if not isinstance(row, Mapping):
            message = f"row {number} is a {type(row).__name__}, no mapping of column to value"
            raise UsageError(message)
        yield row


def _plain(value: object) -> object:
    """An empty number of a data frame is nothing, not the text NaN."""
    return None if isinstance(value, float) and math.isnan(value) else value

"""Reads the package's own word tables: tab-separated, `#` for comments, spellings joined by `|`."""

from __future__ import annotations

from collections.abc import Iterator
from pkgutil import get_data  # importlib.resources would load archives and temporary files for as much


def rows(name: str) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Yield (first column, second column, spellings) of a table in `licet/text/data`."""
    for first, second, spelt in lines("licet.text", f"data/{name}"):
        yield first, second, tuple(spelt.split("|"))


def lines(package: str, name: str) -> Iterator[list[str]]:
    """Yield the cells of each line of a table.

    Args:
        package: The package that it ships in.
        name: Its path below that package.

    Raises:
        FileNotFoundError: The package has no such file.
    """
    for line in (get_data(package, name) or b"").decode().splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def spellings(cell: str) -> list[str]:
    """Return what a cell lists, nothing for an empty one."""
    return cell.split("|") if cell else []

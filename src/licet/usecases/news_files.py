"""Finds the files that a user names as stories."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from licet.errors import UnreadableInputError
from licet.model import Problem, Severity
from licet.news.inputs.gathered import MIB, MOST_BYTES, Raw

ADVICE = "Give files of text, HTML, feeds, sitemaps, JSON Lines or mail, or folders of them."


def raws(
    paths: Iterable[Path], outlet: str = "", url: str = "", own: Collection[Path] = ()
) -> Iterator[Raw | Problem]:
    """Give the content of each file; of a folder each file below it, in the order of their names.

    What is there and cannot be read is a problem and stops no other. Hidden files are passed over.

    Args:
        paths: Files and folders.
        outlet: Who published them.
        url: Where a single one was published.
        own: Files and folders of the store itself, which are passed over.

    Raises:
        UnreadableInputError: A path that was named does not exist; told before any other is read.
    """
    named = list(paths)
    must_exist(named)
    for path in named:
        if not path.is_dir():
            yield _raw(path, path.name, outlet, url)
            continue
        problems: list[Problem] = []
        below = _below(path, own, problems)
        yield from problems
        if not below and not problems:
            yield _problem(path, "There is no file in this folder.")
        for found in below:
            yield _raw(found, found.relative_to(path).as_posix(), outlet, url)


def must_exist(paths: Iterable[Path]) -> None:
    """Refuse a path that is not there.

    Raises:
        UnreadableInputError: It is not there.
    """
    for path in paths:
        try:
            path.stat()
        except OSError as error:
            raise UnreadableInputError(str(path), _reason(error), ADVICE) from error


def _below(folder: Path, own: Collection[Path], problems: list[Problem]) -> list[Path]:
    """Return the files below a folder; a folder that cannot be opened is a problem."""

    def lost(error: OSError) -> None:
        problems.append(_problem(error.filename, f"The folder cannot be read: {_reason(error)}."))

    files = (Path(where, name) for where, _folders, names in os.walk(folder, onerror=lost) for name in names)
    return sorted(
        path
        for path in files
        if (path.is_file() or path.is_symlink())
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
        and not any(path.resolve().is_relative_to(item) for item in own)
    )


def _raw(path: Path, name: str, outlet: str, url: str) -> Raw | Problem:
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)  # no more of what has no end
    except OSError as error:
        return _problem(path, f"It cannot be read: {_reason(error)}.")
    if len(content) > MOST_BYTES:
        return _problem(path, f"It is larger than the limit of {MOST_BYTES // MIB} MiB. Split it.")
    return Raw(content, name, url=url, outlet=outlet)


def _problem(path: Path | str, message: str) -> Problem:
    return Problem("unreadable", str(path), message, severity=Severity.FATAL)


def _reason(error: OSError) -> str:
    return error.strerror or str(error)

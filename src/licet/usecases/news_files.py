"""Finds the files that a user names as stories."""

from __future__ import annotations

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

    A file in a folder that cannot be read is a problem and stops no other. Hidden files are passed over.

    Args:
        paths: Files and folders.
        outlet: Who published them.
        url: Where a single one was published.
        own: Files and folders of the store itself, which are passed over.

    Raises:
        UnreadableInputError: A path that was named does not exist or cannot be read.
    """
    for path in paths:
        if path.is_dir():
            for found in _below(path, own):
                try:
                    yield _raw(found, found.relative_to(path).as_posix(), outlet, url)
                except UnreadableInputError as error:
                    yield Problem("unreadable", str(found), str(error), severity=Severity.FATAL)
        else:
            yield _raw(path, path.name, outlet, url)


def _below(folder: Path, own: Collection[Path]) -> list[Path]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return sorted(
        path
        for path in files
        if not any(part.startswith(".") for part in path.relative_to(folder).parts)
        and not any(path.resolve().is_relative_to(item) for item in own)
    )


def _raw(path: Path, name: str, outlet: str, url: str) -> Raw:
    try:
        if path.stat().st_size > MOST_BYTES:
            reason = f"it has {path.stat().st_size:,} bytes, and at most {MOST_BYTES // MIB} MiB are read"
            raise UnreadableInputError(str(path), reason, "Split it.")
        return Raw(path.read_bytes(), name, url=url, outlet=outlet)
    except OSError as error:
        raise UnreadableInputError(str(path), error.strerror or str(error), ADVICE) from error

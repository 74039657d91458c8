"""Builds a corpus file, or grows it from an older one."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from licet.match.building import Builder
from licet.match.corpus import Corpus
from licet.match.kept import KeptVersion
from licet.match.overlay import OverlayName
from licet.match.writing import write
from licet.model import Edition, ListingVersion


def build(
    path: Path,
    versions: Iterable[ListingVersion | KeptVersion],
    editions: Sequence[Edition],
    overlay: Sequence[OverlayName],
    generation: str,
    older: Corpus | None = None,
) -> None:
    """Write a corpus file in one step; readers of the file that was there keep what they have.

    The bytes depend on the arguments only; an older corpus changes how long it takes, and nothing else.

    Args:
        path: Where it will be.
        versions: Every version of every listing, of all lists, by list, key and first edition.
        editions: Every edition of these lists.
        overlay: Names that the lists do not give.
        generation: Token of the state it was built from; `Corpus.generation` gives it back.
        older: A corpus of fewer editions of the same history, built with the same overlay by the same engine.
            All its versions then come as `KeptVersion`, in its order, with the new ones between them.

    Raises:
        NotKeptError: The older corpus is of another history.
    """
    with _uncollected():
        builder = Builder(overlay, older.contents if older else None)
        for version in versions:
            if isinstance(version, KeptVersion):
                builder.keep(version)
            else:
                builder.add(version)
        meta, sections, unchecked = builder.arrays(editions)
    write(path, {**meta, "generation": generation}, sections, unchecked)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Hold the cycle collector: it would walk millions of live objects, again and again, to free none."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()

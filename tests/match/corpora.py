"""Small corpora for tests: invented rows, and rows that restate facts of the ZTE denial order of 2018."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from pathlib import Path

from licet.match import Corpus, OverlayName, View, build
from licet.model import (
    AsOf,
    Edition,
    EditionFile,
    Listing,
    ListingVersion,
    Name,
    NameKind,
    PartyKind,
)

BEFORE = date(2018, 1, 1)
LATE = datetime(2030, 1, 1, tzinfo=UTC)
TODAY = AsOf(date(2026, 1, 1), LATE)
ZTE = "ZHONGXING TELECOMMUNICATIONS EQUIPMENT CORPORATION"
ORDER = "83 FR 17644"
OVERLAY = (
    OverlayName(("dpl",), ZTE, "ZTE Corporation", "en", ORDER),
    OverlayName(("dpl",), ZTE, "中兴通讯", "zh-Hans", ORDER),
)


def party(
    key: str,
    *names: str | Name,
    kind: PartyKind = PartyKind.UNKNOWN,
    list_id: str = "dpl",
    start: date | None = None,
    end: date | None = None,
) -> Listing:
    """Return a listing; the first name is the primary one."""
    made = tuple(
        item if isinstance(item, Name) else Name(item, NameKind.AKA if place else NameKind.PRIMARY)
        for place, item in enumerate(names)
    )
    return Listing(list_id, key, kind, made, start=start, end=end)


def edition(seq: int, published: date, known: datetime | None = None, list_id: str = "dpl") -> Edition:
    """Return an edition received at noon of its day unless said otherwise."""
    received = known or datetime.combine(published, time(12), tzinfo=UTC)
    file = EditionFile("main", "dpl.txt", f"{seq:064x}", 1)
    return Edition(list_id, seq, published, received, "txt", (file,), 1, 1, 0)


def corpus_of(
    versions: Sequence[ListingVersion | Listing],
    editions: Sequence[Edition] = (),
    overlay: Sequence[OverlayName] = OVERLAY,
) -> Corpus:
    """Build and open a corpus; a bare listing is in the first edition and stays."""
    made = [
        item if isinstance(item, ListingVersion) else ListingVersion(item, 1, None, 1) for item in versions
    ]
    lists = sorted({item.listing.list_id for item in made})
    kept = list(editions) or [edition(1, BEFORE, list_id=list_id) for list_id in lists]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "corpus.bin"
        build(path, made, kept, overlay, "generation-1")
        return Corpus.open(path)


def view_of(*parties: Listing) -> View:
    """Return a view in which all of these count."""
    return corpus_of(parties).view(TODAY)

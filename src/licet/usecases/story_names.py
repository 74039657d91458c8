"""Names taken from stories as a small corpus of the matcher: compared as listed names are."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from licet.match import View
from licet.match.corpus import Corpus
from licet.model import AsOf, Edition, EditionFile, Listing, ListingVersion, Name, PartyKind

NEWS_LIST = "news"
"""Stands where the id of a list stands; no list of the catalogue is called so."""

_DAY = date(1970, 1, 1)
_CLOCKS = AsOf(_DAY, datetime(1970, 1, 1, tzinfo=UTC))


def names_view(names: Sequence[Sequence[Name]]) -> View | None:
    """Return names as the matcher wants them; a match has the number of its party as key.

    What a story calls a person may be a company: the kind of a party read by shape excludes nothing.

    Args:
        names: The names of each party; None is returned where there is no party.
    """
    # Building loads what few commands need.
    from licet.match.growing import build  # noqa: PLC0415

    if not names:
        return None
    listings = [
        Listing(NEWS_LIST, str(number), PartyKind.UNKNOWN, tuple(own)) for number, own in enumerate(names)
    ]
    ordered = sorted(listings, key=lambda item: item.key)
    source = EditionFile("news", "news", "0" * 64, 0)
    count = len(listings)
    edition = Edition(NEWS_LIST, 1, _DAY, _CLOCKS.known, "news", (source,), count, count, 0)
    with TemporaryDirectory(prefix="licet-") as folder:
        path = Path(folder) / "news.corpus"
        # The file stays mapped after its folder is gone.
        build(path, [ListingVersion(item, 1, None, 1) for item in ordered], [edition], (), "news")
        return Corpus.open(path).view(_CLOCKS)

"""The parties that the rulebook names, as a small search corpus beside those of the lists."""

from __future__ import annotations

import hashlib
import tempfile
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path

from licet.errors import StoreError
from licet.match import policy_hash
from licet.match.corpus import Corpus
from licet.model import Edition, EditionFile, Listing, ListingVersion, MatchPolicy, canonical
from licet.model.rulebook import NamedParty, Rulebook
from licet.rules.case import RULEBOOK_LIST

_ALWAYS = date(1900, 1, 1)
"""Named parties count on every day: whether a measure holds on it is for the law to say."""
_KEEP = 3


def rulebook_corpus(book: Rulebook, folder: Path) -> Corpus | None:
    """Open the corpus of the rulebook's parties, building it when it is new; None where it names none.

    Args:
        book: The law.
        folder: Where corpora are kept; where it cannot be written, a temporary folder serves.
    """
    listings = [_listing(book.parties[key]) for key in sorted(book.parties)]
    if not listings:
        return None
    digest = hashlib.sha256(policy_hash(MatchPolicy()).encode())
    for listing in listings:
        digest.update(canonical(listing))
    name = f"{digest.hexdigest()[:24]}.corpus"
    found = _sound(folder / name)
    if found is not None:
        return found
    try:
        return _built(listings, digest.hexdigest(), folder, name)
    except OSError:
        with tempfile.TemporaryDirectory(prefix="licet-") as aside:
            # The file stays mapped after its folder is gone.
            return _built(listings, digest.hexdigest(), Path(aside), name)


def _built(listings: list[Listing], digest: str, folder: Path, name: str) -> Corpus:
    from licet.match.growing import build

    folder.mkdir(parents=True, exist_ok=True)
    source = EditionFile("rulebook", "rulebook", digest, 0)
    edition = Edition(
        RULEBOOK_LIST,
        1,
        _ALWAYS,
        datetime(1970, 1, 1, tzinfo=UTC),
        "rulebook",
        (source,),
        len(listings),
        len(listings),
        0,
    )
    versions = [ListingVersion(listing, 1, None, 1) for listing in listings]
    with tempfile.TemporaryDirectory(prefix=".building-", dir=folder) as aside:
        made = Path(aside) / name
        build(made, versions, [edition], (), digest)
        made.replace(folder / name)
    _prune(folder)
    return Corpus.open(folder / name)


def _sound(path: Path) -> Corpus | None:
    if not path.is_file():
        return None
    try:
        corpus = Corpus.open(path)
        corpus.check_rest()
    except StoreError:
        path.unlink(missing_ok=True)
        return None
    return corpus


def _prune(folder: Path) -> None:
    aged = []
    for path in folder.glob("*.corpus"):
        with suppress(FileNotFoundError):
            aged.append((path.stat().st_mtime_ns, path))
    for _age, path in sorted(aged, reverse=True)[_KEEP:]:
        path.unlink(missing_ok=True)


def _listing(party: NamedParty) -> Listing:
    return Listing(
        RULEBOOK_LIST,
        party.id,
        party.kind,
        party.names,
        countries=party.countries,
        addresses=party.addresses,
        identifiers=party.identifiers,
    )

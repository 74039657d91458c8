"""A corpus built from an older one is, byte for byte, the one built from nothing."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.match.corpora import OVERLAY, edition

from licet.match import Corpus, build
from licet.match.kept import KeptVersion, NotKeptError
from licet.model import (
    Address,
    Edition,
    Identifier,
    IdentifierKind,
    Listing,
    ListingVersion,
    Name,
    NameKind,
    PartyKind,
)

WORDS = (
    "Orlov",
    "Meridian",
    "Trading",
    "Co., Ltd.",
    "Ivan",
    "Иванов",
    "中兴通讯",
    "de la",
    "Bank",
    "3rd",
    "O'Hara",
)
LISTS = ("aa_one", "bb_two")


@dataclass
class History:
    """Editions of two lists, made by chance; the versions that a store would keep of them."""

    chance: random.Random
    editions: list[Edition] = field(default_factory=list)
    held: dict[tuple[str, str], Listing] = field(default_factory=dict)
    versions: list[tuple[Listing, int, int | None]] = field(default_factory=list)

    def listing(self, list_id: str, key: str) -> Listing:
        """Invent the content of a key."""
        chance = self.chance
        texts = [" ".join(chance.choices(WORDS, k=chance.randint(1, 3))) for _ in range(chance.randint(1, 3))]
        names = tuple(
            Name(text, NameKind.AKA if place else NameKind.PRIMARY) for place, text in enumerate(texts)
        )
        number = Identifier(IdentifierKind.PASSPORT, f"P{chance.randint(1000, 1010)}")
        return Listing(
            list_id,
            key,
            chance.choice(list(PartyKind)),
            names,
            identifiers=(number,) * chance.randint(0, 2),
            addresses=(Address("12 Harbour Street, Valletta", country="mt"),) * chance.randint(0, 1),
            start=chance.choice([None, date(2020, 1, 5)]),
        )

    def advance(self) -> None:
        """Receive one more edition of a list: parties come, go, come back and change."""
        list_id = self.chance.choice(LISTS)
        seq = 1 + sum(item.list_id == list_id for item in self.editions)
        self.editions.append(edition(seq, date(2020, 1, 1) + timedelta(seq), list_id=list_id))
        for key in map(str, range(12)):
            before = self.held.get((list_id, key))
            after = before
            fate = self.chance.random()
            if fate < 0.15:
                after = None
            elif fate < 0.4 or before is None:
                after = self.listing(list_id, key)
            if after == before:
                continue
            if before is not None:
                place = next(
                    i for i, (_, _, end) in enumerate(self.versions) if self._is(i, before) and end is None
                )
                self.versions[place] = (*self.versions[place][:2], seq)
                del self.held[list_id, key]
            if after is not None:
                self.versions.append((after, seq, None))
                self.held[list_id, key] = after

    def _is(self, place: int, listing: Listing) -> bool:
        return self.versions[place][0] is listing

    def ordered(self) -> list[ListingVersion]:
        """Return the versions as the store gives them."""
        rows = sorted(self.versions, key=lambda item: (item[0].list_id, item[0].key, item[1]))
        since: dict[tuple[str, str], int] = {}
        return [
            ListingVersion(one, first, last, since.setdefault((one.list_id, one.key), first))
            for one, first, last in rows
        ]


def taken_over(
    versions: Sequence[ListingVersion], before: Sequence[ListingVersion]
) -> list[ListingVersion | KeptVersion]:
    """Name by number what the older corpus has."""
    places = {
        (item.listing.list_id, item.listing.key, item.first_seq): place for place, item in enumerate(before)
    }
    found: list[ListingVersion | KeptVersion] = []
    for item in versions:
        one = item.listing
        place = places.get((one.list_id, one.key, item.first_seq))
        kept = (
            None if place is None else KeptVersion(place, one.list_id, one.key, item.first_seq, item.last_seq)
        )
        found.append(kept or item)
    return found


@pytest.mark.parametrize("seed", range(12))
def test_taking_over_gives_the_bytes_of_a_whole_build(tmp_path: Path, seed: int) -> None:
    """Through a history of some thirty editions, each corpus built from the one before."""
    history = History(random.Random(seed))  # noqa: S311  invented lists
    older: Corpus | None = None
    before: list[ListingVersion] = []
    for step in range(10):
        for _ in range(history.chance.randint(1, 5)):
            history.advance()
        versions = history.ordered()
        whole, grown = tmp_path / f"whole-{step}", tmp_path / f"grown-{step}"
        build(whole, versions, history.editions, OVERLAY, "state")
        build(grown, taken_over(versions, before), history.editions, OVERLAY, "state", older)
        assert grown.read_bytes() == whole.read_bytes()
        older, before = Corpus.open(grown), versions
    assert len(before) > 50


def test_a_corpus_of_another_history_is_not_taken_over(tmp_path: Path) -> None:
    """Neither one that lacks a version or has more, nor one in which it came with another edition."""
    history = History(random.Random(1))  # noqa: S311  invented lists
    history.advance()
    versions = history.ordered()
    build(tmp_path / "older", versions, history.editions, OVERLAY, "state")
    older = Corpus.open(tmp_path / "older")
    kept = [item for item in taken_over(versions, versions) if isinstance(item, KeptVersion)]
    one = kept[0]
    beyond = KeptVersion(len(kept), one.list_id, one.key, one.first_seq, None)
    shifted = KeptVersion(0, one.list_id, one.key, one.first_seq + 1, None)
    foreign = KeptVersion(0, "cc_three", one.key, one.first_seq, None)
    for wrong in ([*kept, beyond], kept[:-1], [shifted, *kept[1:]], [foreign, *kept[1:]]):
        with pytest.raises(NotKeptError):
            build(tmp_path / "new", wrong, history.editions, OVERLAY, "state", older)
    with pytest.raises(NotKeptError):
        build(tmp_path / "new", kept, history.editions, OVERLAY, "state")

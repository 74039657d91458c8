"""Whoever has read a store before reads only what came since, and is told what ended."""

from __future__ import annotations

import random

import pytest
from tests.store.building import Draft, add, day, instant

from licet.model import ListingVersion
from licet.store import HeldVersion, Store, generation_of


def without_contents(item: ListingVersion | HeldVersion) -> HeldVersion:
    """Return what is told of a version that was seen before."""
    if isinstance(item, HeldVersion):
        return item
    return HeldVersion(item.listing.list_id, item.listing.key, item.first_seq, item.last_seq)


@pytest.mark.parametrize("seed", range(3))
def test_contents_that_were_seen_are_told_without_their_text(store: Store, seed: int) -> None:
    """All else is as `versions` gives it, in the same order, whatever was seen."""
    chance = random.Random(seed)  # noqa: S311  invented lists
    for number in range(10):
        list_id = chance.choice(["aa_one", "bb_two"])
        names = {str(key): f"Party {chance.randint(0, 5)}" for key in range(chance.randint(1, 6))}
        add(store, Draft(day(number + 1), instant(number + 1), names, list_id=list_id))
    versions = [version for version, _sha256 in store.versions()]
    assert list(store.versions_after({})) == versions
    heads = store.heads()
    for _try in range(5):
        seen = {
            list_id: chance.randint(0, seq)
            for list_id, (seq, _chain) in heads.items()
            if chance.random() < 0.8
        }
        expected = [
            without_contents(item) if item.first_seq <= seen.get(item.listing.list_id, 0) else item
            for item in versions
        ]
        assert list(store.versions_after(seen)) == expected


def test_heads_and_chains_stand_for_all_of_the_past(store: Store) -> None:
    """And the token of the whole state is made of them."""
    assert store.heads() == {}
    assert store.chain("aa_one", 1) == ""
    first = add(store, Draft(day(1), instant(1), {"1": "Anna"}, list_id="aa_one"))
    (seq, chain) = store.heads()["aa_one"]
    assert (seq, chain) == (first.edition.seq, store.chain("aa_one", 1))
    add(store, Draft(day(2), instant(2), {"1": "Anna", "2": "Boris"}, list_id="aa_one"))
    assert store.heads()["aa_one"] == (2, store.chain("aa_one", 2))
    assert store.chain("aa_one", 1) == chain != store.chain("aa_one", 2)
    assert store.generation() == generation_of(store.heads())

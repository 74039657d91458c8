"""What is remembered of the store is what a fresh look at it would give."""

from __future__ import annotations

import random
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from tests.store.building import Draft, add, day, instant

from licet.store import FetchEntry, Store, open_store
from licet.wiring.sights import Sights

LISTS = ("aa_one", "bb_two")


def _change(store: Store, chance: random.Random) -> None:
    """Add an edition, or an answer of a publisher, on any day of the month: also after the question's."""
    list_id = chance.choice(LISTS)
    at = instant(chance.randint(1, 28), chance.randint(0, 23)) + timedelta(
        microseconds=chance.randint(0, 999)
    )
    if chance.random() < 0.5:
        add(store, Draft(day(chance.randint(1, 28)), at, {"1": f"Party {at}"}, list_id=list_id))
        return
    editions = store.editions(list_id)
    sha256 = chance.choice(editions).files[0].sha256 if editions else ""
    store.log_fetch(FetchEntry(list_id, "https://list.example/", at, "not_modified", sha256=sha256))


@pytest.mark.parametrize("seed", range(4))
def test_after_any_change_and_at_any_time_the_sight_is_that_of_a_fresh_look(
    tmp_path: Path, seed: int
) -> None:
    """Whatever was asked before; the known clock set or not."""
    chance = random.Random(seed)  # noqa: S311  invented lists
    with open_store(f"sqlite:///{tmp_path / 'store.db'}", tmp_path / "archive") as store:
        held = Sights(store)
        for _ in range(12):
            _change(store, chance)
            for _ in range(6):
                valid, until = day(chance.randint(1, 28)), instant(chance.randint(1, 28))
                known: datetime | None = until if chance.random() < 0.3 else None
                assert held.of(valid, known, until) == Sights(store).of(valid, known, until)


def test_the_store_is_read_again_only_when_it_changed(tmp_path: Path) -> None:
    """The very same sight is given while nothing is new, whatever time it is."""
    with open_store(f"sqlite:///{tmp_path / 'store.db'}", tmp_path / "archive") as store:
        add(store, Draft(day(1), instant(2), {"1": "Party"}, list_id="aa_one"))
        sights = Sights(store)
        first = sights.of(day(5), None, instant(6))
        assert sights.of(day(5), None, instant(7)) is first
        sha256 = store.editions("aa_one")[0].files[0].sha256
        store.log_fetch(
            FetchEntry("aa_one", "https://list.example/", instant(8), "not_modified", sha256=sha256)
        )
        later = sights.of(day(5), None, instant(9))
        assert later.spans["aa_one"].held_until == instant(8)
        assert first.spans["aa_one"].held_until < instant(8)

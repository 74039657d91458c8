"""What held on a day, and what was known of it by an instant."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest
from tests.store.building import LIST, Draft, add, day, instant, names_in, party

from licet.errors import StoreError
from licet.model import AsOf
from licet.store import Store


def answering(store: Store, valid: date, known: datetime) -> int | None:
    """Return the sequence number of the edition that answers."""
    found = store.edition_at(LIST, AsOf(valid, known))
    return found.seq if found else None


def test_an_edition_holds_from_its_publication_day_until_the_next(store: Store) -> None:
    add(store, Draft(day(1), instant(1), {"1": "Anna"}))
    add(store, Draft(day(10), instant(2), {"1": "Anna", "2": "Boris"}))
    late = instant(20)
    assert answering(store, date(2019, 12, 31), late) is None
    assert [answering(store, day(number), late) for number in (1, 9, 10, 31)] == [1, 1, 2, 2]
    assert [item.key for item in store.listings(LIST, AsOf(day(9), late))] == ["1"]
    assert list(store.listings(LIST, AsOf(date(2019, 12, 31), late))) == []


def test_an_edition_is_unknown_before_its_receipt(store: Store) -> None:
    add(store, Draft(day(1), instant(1), {"1": "Anna"}))
    add(store, Draft(day(10), instant(5), {"2": "Boris"}))
    just_before = instant(5) - timedelta(microseconds=1)
    assert answering(store, day(31), just_before) == 1
    assert answering(store, day(31), instant(5)) == 2
    assert answering(store, day(31), instant(1) - timedelta(seconds=1)) is None


def test_an_old_edition_imported_later_answers_for_its_own_days_only(store: Store) -> None:
    add(store, Draft(day(1), instant(1), {"1": "Anna"}))
    add(store, Draft(day(20), instant(2), {"1": "Anna", "3": "Clara"}))
    add(store, Draft(day(10), instant(3), {"1": "Anna", "2": "Boris"}))
    now = instant(20)
    assert [answering(store, day(number), now) for number in (1, 9, 10, 19, 20, 31)] == [1, 1, 3, 3, 2, 2]
    # As known before the late import, the first edition still answers for its days.
    assert answering(store, day(15), instant(2)) == 1
    assert [sorted(names_in(store, seq)) for seq in (1, 2, 3)] == [["1"], ["1", "3"], ["1", "2"]]


def test_a_correction_of_the_same_day_answers_once_it_is_known(store: Store) -> None:
    add(store, Draft(day(5), instant(1), {"1": "Ana"}))
    add(store, Draft(day(5), instant(3), {"1": "Anna"}))
    before = store.listing(LIST, "1", AsOf(day(5), instant(2)))
    after = store.listing(LIST, "1", AsOf(day(5), instant(3)))
    assert before is not None
    assert after is not None
    assert (before[0].caption, before[1].seq) == ("Ana", 1)
    assert (after[0].caption, after[1].seq) == ("Anna", 2)
    assert store.listing(LIST, "9", AsOf(day(5), instant(3))) is None
    assert store.listing(LIST, "1", AsOf(day(4), instant(3))) is None


def test_history_tells_a_party_that_left_and_came_back(store: Store) -> None:
    add(store, Draft(day(1), instant(1), {"1": "Anna"}))
    add(store, Draft(day(2), instant(2), {}))
    add(store, Draft(day(3), instant(3), {"1": "Anna"}))
    add(store, Draft(day(4), instant(4), {"1": "Anna B"}))
    told = [(item.listing.caption, item.first_seq, item.last_seq) for item in store.history(LIST, "1")]
    assert told == [("Anna", 1, 2), ("Anna", 3, 4), ("Anna B", 4, None)]
    assert {item.key_first_seq for item in store.history(LIST, "1")} == {1}
    hashes = [sha256 for _version, sha256 in store.versions(LIST)]
    assert hashes[0] == hashes[1] != hashes[2]
    assert store.verify() == []


def test_instants_mean_the_same_whatever_their_zone(store: Store) -> None:
    abroad = timezone(timedelta(hours=9))
    kept = add(store, Draft(day(1), instant(2, 0).astimezone(abroad), {"1": "Anna"})).edition
    assert kept == store.edition(LIST, 1)
    assert kept.known == instant(2, 0)
    assert str(kept.known.tzinfo) == "UTC"
    assert answering(store, day(1), instant(2, 0).astimezone(abroad)) == 1


def test_an_instant_without_a_zone_is_refused(store: Store) -> None:
    with pytest.raises(StoreError, match="no time zone"):
        add(store, Draft(day(1), instant(1).replace(tzinfo=None), {"1": "Anna"}))
    assert store.editions() == []


def test_a_listing_of_another_list_is_refused_and_nothing_is_kept(store: Store) -> None:
    with pytest.raises(StoreError, match="yy_other was given as part of xx_test"):
        store.add_edition(
            LIST,
            published=day(1),
            known=instant(1),
            format="csv",
            files=[],
            listings=[party("1", "Anna"), party("2", "Boris", "yy_other")],
            problems=[],
            rows=2,
            classify=lambda _old, _new: True,
        )
    assert store.editions() == []

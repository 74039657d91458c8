"""What was fetched, what was refused, and when a list last answered."""

from __future__ import annotations

from tests.store.building import LIST, Draft, add, day, instant

from licet.store import FetchEntry, Refusal, Store

URL = "https://list.example/main.csv"


def test_a_fetch_is_recorded_whole(store: Store) -> None:
    whole = FetchEntry(
        LIST, URL, instant(1), "new", f"{URL}?a=1", 200, 3 << 32, "ab" * 32, "fine", '"tag"', "Mon"
    )
    failed = FetchEntry(LIST, URL, instant(2), "failed", detail="no answer")
    store.log_fetch(failed)
    store.log_fetch(whole)
    store.log_fetch(FetchEntry("yy_other", URL, instant(1), "new"))
    assert store.fetches(LIST) == [whole, failed]


def test_a_refusal_is_recorded_whole(store: Store) -> None:
    files = [("sdn.csv", "ab" * 32), ("alt.csv", "cd" * 32)]
    store.record_refusal(LIST, at=instant(1), files=files, reasons=["0 rows", "half is gone – é"])
    assert store.refusals(LIST) == [Refusal(LIST, instant(1), tuple(files), ("0 rows", "half is gone – é"))]
    assert store.refusals("yy_other") == []
    assert store.list_ids() == []


def test_the_last_receipt_is_the_last_time_the_publisher_was_understood(store: Store) -> None:
    assert store.last_receipt(LIST, instant(28)) is None
    add(store, Draft(day(1), instant(2), {"1": "Anna"}))
    assert store.last_receipt(LIST, instant(1)) is None
    assert store.last_receipt(LIST, instant(2)) == instant(2)
    for number, outcome in enumerate(("same", "not_modified", "failed", "refused"), 3):
        store.log_fetch(FetchEntry(LIST, URL, instant(number), outcome))
    assert [store.last_receipt(LIST, instant(number)) for number in (2, 3, 4, 5, 28)] == [
        instant(2),
        instant(3),
        instant(4),
        instant(4),
        instant(4),
    ]
    add(store, Draft(day(2), instant(9), {"1": "Boris"}))
    assert store.last_receipt(LIST, instant(28)) == instant(9)

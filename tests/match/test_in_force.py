"""When a listing counts: the unbroken runs of editions that hold it."""

from __future__ import annotations

from itertools import groupby

from hypothesis import given
from hypothesis import strategies as st

from licet.match.contents import InOrder
from licet.match.in_force import held_runs

SPANS = st.lists(st.tuples(st.integers(0, 14), st.integers(0, 15)), max_size=4)


def _one_by_one(seqs: list[int], spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Look at each edition by itself."""
    held = [any(first <= seq < last for first, last in spans) for seq in seqs]
    runs = [(has, [at for at, _ in run]) for has, run in groupby(enumerate(held), lambda item: item[1])]
    return [(places[0], places[-1] + 1) for has, places in runs if has]


@given(st.lists(st.integers(0, 14), unique=True), SPANS)
def test_runs_are_those_found_by_looking_at_each_edition(
    seqs: list[int], spans: list[tuple[int, int]]
) -> None:
    """In the order in which editions were received, and in any other."""
    for order in (seqs, sorted(seqs)):
        editions = InOrder.of(list(range(len(order))), order)
        assert editions.ascending == (order == sorted(order))
        assert held_runs(editions, spans) == _one_by_one(order, spans)


def test_a_listing_taken_off_and_put_back_has_two_runs() -> None:
    """Two versions that follow one another are one run."""
    editions = InOrder.of([4, 5, 6, 7, 8], [1, 2, 3, 5, 6])
    assert held_runs(editions, [(1, 2), (2, 3), (5, 7)]) == [(0, 2), (3, 5)]

"""What a result is pinned by."""

from __future__ import annotations

from importlib.resources import files

from licet.match import engine, policy_hash
from licet.model import MatchPolicy


def test_every_word_table_is_part_of_the_policy_hash() -> None:
    """A corpus built with other tables is never asked, and a result tells which tables gave it."""
    tables = {
        item.name for item in files("licet.text").joinpath("data").iterdir() if item.name.endswith(".tsv")
    }
    assert set(engine._TABLES) == tables


def test_the_order_of_lists_does_not_change_the_policy() -> None:
    """It is a set."""
    assert policy_hash(MatchPolicy(lists=("a", "b"))) == policy_hash(MatchPolicy(lists=("b", "a")))
    assert policy_hash(MatchPolicy(lists=("a",))) != policy_hash(MatchPolicy())

"""Every golden case of every list; see `golden.py` for how to add one."""

from __future__ import annotations

import pytest
from tests.lists.golden import Case, discover

CASES = discover()


@pytest.mark.parametrize("case", CASES, ids=[case.id for case in CASES])
def test_the_parser_gives_what_the_golden_file_says(case: Case) -> None:
    """Listings and problems, in order, each field."""
    assert case.out.is_file(), f"{case.out.name} is missing: see the docstring of golden.py"
    assert case.actual() == case.expected()


@pytest.mark.parametrize("case", CASES, ids=[case.id for case in CASES])
def test_every_source_row_is_a_listing_or_a_problem(case: Case) -> None:
    """Nothing is dropped without a word."""
    assert case.unaccounted() == 0


def test_no_expected_output_is_without_an_input() -> None:
    """An orphaned `.out.jsonl` would look like a test and check nothing."""
    used = {case.out for case in CASES}
    present = {path for case in CASES for path in case.out.parent.glob("*.out.jsonl")}
    assert present <= used

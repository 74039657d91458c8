"""Every case of this folder, asked of the whole program on the embedded lists and the rulebook that ships."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.cases.asking import open_shipments
from tests.cases.reading import Asked, cases, merged, missed, shown_elsewhere

_FOLDER = Path(__file__).parent
_CASES = cases(_FOLDER)
_Ask = Callable[[dict[str, Any]], dict[str, Any]]


@pytest.fixture(scope="module")
def ask() -> Iterator[_Ask]:
    """The program as a new user has it: no store, the embedded lists."""
    with open_shipments() as desk:
        yield desk


@pytest.mark.parametrize("asked", _CASES, ids=[f"{item.id}@{item.day}" for item in _CASES])
def test_the_case_is_answered_as_the_law_says(asked: Asked, ask: _Ask) -> None:
    """Outcome, findings, flags, questions and signals are those that the case expects."""
    answer = ask(merged(asked))
    assert not missed(asked.expect, answer), f"{asked.says}\n{answer}"


def test_what_no_question_can_show_is_shown_by_a_test_that_there_is() -> None:
    """Cases about files and stores name the test; a name that is not there shows nothing."""
    shown = shown_elsewhere(_FOLDER)
    missing = {
        key: place
        for key, place in shown.items()
        for file, _, name in (place.partition("::"),)
        if f"def {name}(" not in (_FOLDER.parents[1] / file).read_text(encoding="utf-8")
    }
    assert shown
    assert missing == {}


def test_every_case_has_an_expectation() -> None:
    """A case that expects nothing could not fail."""
    assert [item.id for item in _CASES if not any(item.expect.values())] == []


def test_every_id_is_used_once() -> None:
    """Two cases of one name would hide one another in reports."""
    seen = [(item.id, item.day) for item in _CASES]
    assert len(seen) == len(set(seen))

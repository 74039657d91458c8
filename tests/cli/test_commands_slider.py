"""`licet match --slider` and `--compare ofac` on the embedded lists."""

from __future__ import annotations

from typing import Any

import pytest
from tests.command import licet

import licet as library
from licet.errors import UsageError
from licet.usecases.slider import BANDS, meaning

NAME = "Zhongxing Telecomunications Equipment"
QUESTION = ("match", NAME, "--as-of", "2018-05-14")


def steps() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = licet(*QUESTION, "--slider", "-f", "json").json["slider"]
    return found


def test_each_step_has_as_many_hits_as_a_question_at_that_threshold() -> None:
    """The counts are those of real questions, and the parties too."""
    shown: list[str] = []
    for step in steps():
        hits = licet(*QUESTION, "--threshold", step["threshold"], "-f", "json").json["hits"]
        shown += [item["entity_id"] for item in step["appear"]]
        assert len(hits) == step["hits"]
        assert [hit["entity_id"] for hit in hits] == shown
    assert shown


def test_steps_go_down_and_one_of_them_is_the_policy_s() -> None:
    """From the strictest on; a threshold between two steps is a step of its own."""
    found = steps()
    assert [step["threshold"] for step in found] == sorted(
        (step["threshold"] for step in found), reverse=True
    )
    assert [step["threshold"] for step in found if step["policy"]] == [0.8]
    other = licet(*QUESTION, "--slider", "--threshold", 0.83, "-f", "json").json["slider"]
    assert [step["threshold"] for step in other if step["policy"]] == [0.83]


def test_the_terminal_shows_counts_parties_and_what_scores_mean() -> None:
    """At 0.80 a number of hits, and who appears there."""
    done = licet(*QUESTION, "--slider", "-f", "table")
    assert "at 0.80: " in done.out
    assert "<- policy" in done.out
    assert f"from here on also: {BANDS[1][1]}" in done.out
    assert done.out.count("  + ") >= 1


def test_without_the_option_there_is_no_slider() -> None:
    """It costs a second screening."""
    assert "slider" not in licet(*QUESTION, "-f", "json").json


@pytest.mark.parametrize(
    ("score", "words"), [(1.0, BANDS[0][1]), (0.98, BANDS[0][1]), (0.9, BANDS[1][1]), (0.1, BANDS[-1][1])]
)
def test_a_score_has_a_meaning_in_words(score: float, words: str) -> None:
    """Each band begins at its value."""
    assert meaning(score) == words


def test_the_official_page_s_score_stands_beside_each_hit() -> None:
    """In JSON, CSV and on the terminal; the hits are the same with and without it."""
    plain = licet(*QUESTION, "-f", "json").json["hits"]
    compared = licet(*QUESTION, "--compare", "ofac", "-f", "json").json["hits"]
    assert [{key: value for key, value in hit.items() if key != "ofac"} for hit in compared] == plain
    assert all(0 <= hit["ofac"] <= 100 for hit in compared)
    assert compared[0]["ofac"] >= 90
    assert f"(ofac {compared[0]['ofac']})" in licet(*QUESTION, "--compare", "ofac", "-f", "table").out
    header, row, *_ = licet(*QUESTION, "--compare", "ofac", "-f", "csv").out.splitlines()
    assert header.endswith(",ofac")
    assert row.endswith(f",{compared[0]['ofac']}")


def test_python_has_both_too() -> None:
    """An answer gives its slider and another scoring beside its hits."""
    with library.open() as desk:
        answer = desk.as_of("2018-05-14").match(NAME)
        assert [step.hits for step in answer.slider() if step.policy] == [len(answer.hits)]
        assert "ofac" in answer.compare("ofac").to_dict()["hits"][0]
        with pytest.raises(UsageError, match="there is 'ofac'"):
            answer.compare("another")

"""How well parties and statements are read: the two real stories, and our own, half of them not tuned on."""

from __future__ import annotations

import json
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from tests.news import annotated, scored, scoring
from tests.shared import SHARED

from licet.news.reading import read
from licet.news.story import read_story

TWO = {"A": "000_f64fde2f822e4293.txt", "B": "002_e33b025f3716da0e.txt"}
needs_stories = pytest.mark.skipif(
    not (SHARED / "stories").is_dir(), reason="the two real stories (../shared/stories) are absent"
)


def figure(report: str, name: str) -> float:
    """F of one line of the scorer's report."""
    line = next(line for line in report.splitlines() if line.startswith(f"{name} "))
    return float(line.partition("'F': ")[2].partition(",")[0])


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> str:
    predicted = {
        letter: scoring.document(read(read_story((SHARED / "stories" / name).read_bytes())))
        for letter, name in TWO.items()
    }
    path: Path = tmp_path_factory.mktemp("news") / "predicted.json"
    path.write_text(json.dumps(predicted), encoding="utf-8")
    command = [sys.executable, str(SHARED / "tools" / "score_stories.py"), str(path)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@needs_stories
@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("mention_span", 98),
        ("mention_link_pairwise", 97),
        ("statement+speaker@0.3", 95),
        ("statement+speaker@0.8", 95),
    ],
)
def test_the_two_stories_reach_their_targets(report: str, name: str, target: float) -> None:
    assert figure(report, name) >= target


@needs_stories
def test_every_unnamed_speaker_of_the_two_stories_is_flagged(report: str) -> None:
    line = next(line for line in report.splitlines() if line.startswith("anonymous_flag@0.3 "))
    right, _, wanted = line.split()[1].partition("/")
    assert right == wanted
    assert int(wanted) > 0


@cache
def score(half: str) -> scored.Score:
    """Our readers on one half of our stories."""
    found = scored.Score()
    for name in annotated.names(half):
        gold = annotated.story(name)
        scored.add_story(found, gold, scoring.document(read(read_story(gold.text))))
    return found


@pytest.mark.parametrize("half", annotated.HALVES)
@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("quoted", 87),
        ("quoted+speaker", 80),
        ("statement", 62),
        ("timex_strict", 85),
        ("timex_relaxed", 92),
        ("timex_value", 82),
        ("amount_value", 85),
    ],
)
def test_our_stories_reach_the_targets(half: str, name: str, target: float) -> None:
    count = score(half).counts[name]
    assert count.gold > 0
    assert count.f1 >= target


@pytest.mark.parametrize("half", annotated.HALVES)
def test_what_is_read_as_a_statement_is_one(half: str) -> None:
    assert score(half).counts["statement"].precision >= 85

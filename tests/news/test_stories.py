"""How well parties and statements are read: the two real stories, and our own, half of them not tuned on."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from tests.news import scored, scoring
from tests.shared import SHARED

from licet.news.layout import layout
from licet.news.parties.reading import parties
from licet.news.statements.reading import statements
from licet.news.story import read_story

TWO = {"A": "000_f64fde2f822e4293.txt", "B": "002_e33b025f3716da0e.txt"}
needs_stories = pytest.mark.skipif(
    not (SHARED / "stories").is_dir(), reason="the two real stories (../shared/stories) are absent"
)


def names(half: str) -> list[str]:
    found = sorted(f"{half}/{path.stem}" for path in (scored.STORIES / half).glob("*.txt"))
    assert found
    return found


def figure(report: str, name: str) -> float:
    """F of one line of the scorer's report."""
    line = next(line for line in report.splitlines() if line.startswith(f"{name} "))
    return float(line.partition("'F': ")[2].partition(",")[0])


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> str:
    predicted: dict[str, dict[str, list[scoring.Row]]] = {}
    for letter, name in TWO.items():
        laid = layout(read_story((SHARED / "stories" / name).read_bytes()))
        found = parties(laid)
        said = statements(laid, found)
        predicted[letter] = {"mentions": scoring.mentions(found), "statements": scoring.statements(said)}
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


@pytest.mark.parametrize("half", ["tuned", "unseen"])
def test_quoted_statements_of_our_stories_reach_their_targets(half: str) -> None:
    tally = scored.score(names(half), quoted=True)
    assert tally.gold >= 15
    assert tally.f1(tally.right) >= 87
    assert tally.f1(tally.spoken) >= 80


@pytest.mark.parametrize("half", ["tuned", "unseen"])
def test_all_statements_of_our_stories_reach_their_targets(half: str) -> None:
    tally = scored.score(names(half), quoted=False)
    assert tally.right >= 0.85 * tally.read
    assert tally.f1(tally.right) >= 62


@pytest.mark.parametrize("half", ["tuned", "unseen"])
def test_the_named_parties_of_our_stories_are_found_and_linked(half: str) -> None:
    missed = [form for name in names(half) for form in scored.parties_missed(name)]
    wanted = sum(len(forms) for name in names(half) for forms in scored.annotated(name)[2].values())
    assert len(missed) <= 0.08 * wanted

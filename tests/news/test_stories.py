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

from licet.news.measures.measure import MeasureType
from licet.news.modality.modality import Modality
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


@pytest.mark.parametrize(
    ("name", "tuned", "unseen"),
    [
        ("quoted", 87, 87),
        ("quoted+speaker", 80, 80),
        ("statement", 62, 62),
        ("timex_strict", 85, 85),
        ("timex_relaxed", 92, 92),
        ("timex_value", 82, 82),
        ("amount_value", 85, 85),
    ],
)
def test_our_stories_are_read_as_well_as_ever(name: str, tuned: float, unseen: float) -> None:
    assert score("tuned").f1(name) >= tuned
    assert score("unseen").f1(name) >= unseen


@pytest.mark.parametrize(
    ("name", "least"),
    [
        ("quoted", 87),
        ("quoted+speaker", 80),
        ("statement", 85),
        ("timex_strict", 92),
        ("timex_relaxed", 95),
        ("timex_value", 90),
        ("amount_value", 92),
    ],
)
def test_general_news_is_read_as_well_as_ever(name: str, least: float) -> None:
    for half in annotated.GENERAL:
        assert score(half).f1(name) >= least


def test_no_measure_is_read_in_general_news() -> None:
    assert [score(half).unfounded for half in annotated.GENERAL] == [0, 0]


@pytest.mark.parametrize("half", annotated.HALVES)
def test_what_is_read_as_a_statement_is_one(half: str) -> None:
    assert score(half).counts["statement"].precision >= 85


@pytest.mark.parametrize("half", annotated.HALVES)
def test_nothing_that_is_only_pledged_threatened_claimed_or_denied_is_read_as_in_force(half: str) -> None:
    found = score(half)
    assert found.counts["measure_trigger"].f1 >= (85 if half == "tuned" else 72)
    assert found.false_effective == 0


def test_half_of_our_stories_are_kept_apart_and_every_cluster_has_a_conflict() -> None:
    for half in annotated.HALVES:
        assert len(annotated.names(half)) >= 18
        for cluster in annotated.clusters(half):
            assert len(cluster.stories) >= 3
            agreements = {fact.agreement for fact in cluster.facts}
            assert agreements >= {"single", "conflict"}
            for fact in cluster.facts:
                assert fact.docs == {letter for letter, _ in fact.support}
        assert len(annotated.clusters(half)) >= 2
    assert len(annotated.names("unseen")) >= len(annotated.names("tuned"))


@pytest.mark.parametrize("name", [name for half in annotated.EVERY for name in annotated.names(half)])
def test_every_annotation_uses_the_terms_of_the_readers(name: str) -> None:
    gold = annotated.story(name)
    assert gold.text.startswith("date ")
    assert gold.times[0].value == gold.text[5:15]
    assert {item.modality for item in gold.triggers} <= {str(item) for item in Modality}
    assert {item.type for item in gold.triggers} <= {str(item) for item in MeasureType}


def test_general_news_is_in_two_halves_of_one_size_and_tells_of_no_measure() -> None:
    tuned, unseen = (annotated.names(half) for half in annotated.GENERAL)
    assert len(tuned) == len(unseen) >= 8
    for gold in map(annotated.story, (*tuned, *unseen)):
        assert not gold.triggers
        assert len([item for item in gold.said if item.scored]) >= 10
        assert len(gold.times) >= 15


def test_words_that_a_story_does_not_have_are_refused() -> None:
    assert annotated.place("a ban, a ban", "ban", 2).start == 9
    with pytest.raises(ValueError, match="does not stand 3 times"):
        annotated.place("a ban, a ban", "ban", 3)

"""The score of our stories: an annotation scores 100 against itself; it counts as the other scorer does."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from tests.news import annotated, scored
from tests.shared import SHARED

from licet.model.news import Span
from licet.news.merging.merge import merge
from licet.news.reading import read
from licet.news.story import read_story
from licet.reports import news_scoring

NAMES = [name for half in annotated.EVERY for name in annotated.names(half)]
needs_stories = pytest.mark.skipif(
    not (SHARED / "stories").is_dir(), reason="the two real stories (../shared/stories) are absent"
)


def at(span: Span) -> dict[str, Any]:
    return {"start": span.start, "end": span.end}


def pair(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span else None


def as_read(gold: annotated.Annotated) -> scored.Document:
    """The annotation, in the form of a reading that found all of it and nothing else."""
    return {
        "mentions": [
            at(item.span) | {"party": item.party} for item in gold.mentions if item.kind in annotated.NAMING
        ],
        "timex": [at(item.span) | {"value": item.value} for item in gold.times],
        "amounts": [at(item.span) | {"value": float(item.value)} for item in gold.amounts],
        "statements": [
            {
                "content": [pair(span) for span in item.content],
                "source": pair(item.source),
                "anonymous": item.speaker == "anonymous",
            }
            for item in gold.said
            if item.scored
        ],
        "measures": [
            at(item.span) | {"type": item.type, "modality": item.modality, "measure": item.measure}
            for item in gold.triggers
        ],
    }


@pytest.mark.parametrize("name", NAMES)
def test_an_annotation_scores_100_against_itself(name: str) -> None:
    gold = annotated.story(name)
    score = scored.Score()
    scored.add_story(score, gold, as_read(gold))
    assert all(count.right == count.read == count.gold for count in score.counts.values())
    assert (score.false_effective, score.unmarked_effective, score.mixed, score.unfounded) == (0, 0, 0, 0)


def test_nothing_read_scores_nothing() -> None:
    score = scored.Score()
    for name in NAMES:
        scored.add_story(score, annotated.story(name), {})
    assert all(count.right == count.read == 0 for count in score.counts.values())
    assert all(score.f1(name) == 0 for name in score.counts)


def test_a_threat_read_as_in_force_is_counted_and_so_is_the_measure_that_holds_it() -> None:
    gold = annotated.story("tuned/threatened")
    rows = as_read(gold)
    for row in rows["measures"]:
        row["modality"] = "in_force"
    score = scored.Score()
    scored.add_story(score, gold, rows)
    assert score.false_effective == len(gold.triggers) > 0
    assert score.mixed == 1


def test_a_measure_read_where_none_is_told_is_counted() -> None:
    gold = annotated.story("tuned/false-friends")
    score = scored.Score()
    row = {"start": 20, "end": 24, "type": "fine", "modality": "in_force", "measure": "m1"}
    scored.add_story(score, gold, {"measures": [row]})
    assert (score.unmarked_effective, score.unfounded) == (1, 1)
    assert score.counts["measure_trigger"].precision == 0


@pytest.mark.parametrize("cluster", [c for half in annotated.HALVES for c in annotated.clusters(half)])
def test_the_facts_of_a_cluster_score_100_against_themselves(cluster: annotated.Cluster) -> None:
    rows = [
        {
            "docs": sorted(fact.docs),
            "support": [[letter, span.start, span.end] for letter, span in fact.support],
            "agreement": fact.agreement,
            "modality": fact.modality,
        }
        for fact in cluster.facts
    ]
    score = scored.Score()
    scored.add_facts(score, cluster, rows)
    assert score.f1("fact") == 100
    assert score.f1("fact_conflict") == 100
    assert score.facts_effective == 0


def real(letter: str, gold: dict[str, Any], text: str) -> annotated.Annotated:
    """One of the two real stories, with its annotation."""

    def here(place: dict[str, Any]) -> Span:
        return Span.within(text, place["start"], place["end"])

    scorable = {True: "yes", "span": "vague", "hard": "vague", False: "vague"}
    return annotated.Annotated(
        letter,
        text,
        "",
        "",
        tuple(
            annotated.Mention(here(row), party["id"], row["kind"])
            for party in gold["parties"]
            for row in party["mentions"]
            if row["doc"] == letter
        ),
        tuple(
            annotated.Time(here(row), row["type"], row["value"], scorable[row["scorable"]])
            for row in gold["timex"]
            if row["doc"] == letter
        ),
        tuple(
            annotated.Money(here(row["number_span"]), Decimal(str(row["value"])), "", "exact")
            for row in gold["amounts"]
            if row.get("number_span") and row["number_span"]["doc"] == letter
        ),
        tuple(
            annotated.Said(
                row["type"],
                row["speaker_kind"],
                tuple(here(place) for place in row["content"]),
                here(row["source"]) if row.get("source") else None,
                None,
                row.get("scorable") == "hard",
            )
            for row in gold["statements"]
            if row["doc"] == letter
        ),
        tuple(
            annotated.Trigger(here(row["trigger"]), measure["id"], measure["type"], row["modality"])
            for measure in gold["measures"]
            for row in measure["mentions"]
            if row["doc"] == letter
        ),
    )


@needs_stories
def test_the_two_real_stories_score_as_under_their_own_scorer(tmp_path: Path) -> None:
    gold = json.loads((SHARED / "stories" / "gold.json").read_text(encoding="utf-8"))
    texts = {row["id"]: (SHARED / "stories" / row["file"]).read_bytes().decode() for row in gold["documents"]}
    readings = [read(read_story(text)) for text in texts.values()]
    rows = news_scoring.build(readings, merge(readings))
    for letter in texts:  # a worse reading than ours, so that not every figure is 100
        for name in ("mentions", "timex", "statements", "measures"):
            del rows[letter][name][::4]
        for row in rows[letter]["measures"][::3]:
            row["modality"] = "in_force"
    path = tmp_path / "read.json"
    path.write_text(json.dumps(rows), encoding="utf-8")
    command = [sys.executable, str(SHARED / "tools" / "score_stories.py"), str(path)]
    report = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    theirs = dict(line.split(" ", 1) for line in report.splitlines())
    ours = scored.Score()
    for letter, text in texts.items():
        scored.add_story(ours, real(letter, gold, text), rows[letter])
    same = {
        "mention_span": "mention_span",
        "timex_strict": "timex_strict",
        "timex_relaxed": "timex_relaxed",
        "timex_value": "timex_value",
        "amount_value": "amount_value",
        "statement": "statement@0.3",
        "statement+speaker": "statement+speaker@0.3",
        "measure_trigger": "measure_trigger",
        "measure_effective_class": "measure_effective_class",
    }
    for name, their_name in same.items():
        told = ast.literal_eval(theirs[their_name])
        count = ours.counts[name]
        assert (told["gold"], told["pred"]) == (count.gold, count.read), name
        assert told["F"] == pytest.approx(count.f1, abs=0.06), name
    assert int(theirs["FALSE_EFFECTIVE"]) == ours.false_effective > 0

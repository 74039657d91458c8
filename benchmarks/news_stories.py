"""How well stories are read: both halves of our own, of trade and of general news, and the two real ones.

    python -m benchmarks.news_stories                 F1, micro-averaged over the stories of a half
    python -m benchmarks.news_stories --full          precision and recall too
    python -m benchmarks.news_stories --misses tuned  what is missed, story by story; of the tuned halves only

Our stories are in tests/news/stories (its README has the conventions); of the unseen halves only totals are
told. General news tells of no measure and has no parties annotated. The two real stories are scored by
../shared/tools/score_stories.py where that is present. Merged facts are counted over the clusters of each
half. The aims are those of the specification of the news reader.
"""

from __future__ import annotations

import argparse
import ast
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.news import annotated, differences, scored
from tests.shared import SHARED

from licet.news.merging.merge import merge
from licet.news.reading import Reading, read
from licet.news.story import read_story
from licet.reports import news_scoring

Figures = dict[str, tuple[float, float, float]]
"""Precision, recall and F1 in percent by name."""
REAL = ("000_f64fde2f822e4293.txt", "002_e33b025f3716da0e.txt")
THEIR_NAMES = {"statement": "statement@0.3", "statement+speaker": "statement+speaker@0.3"}
AIMS = {
    "mention_span": (None, 98),
    "mention_link_pairwise": (None, 97),
    "timex_strict": (85, 100),
    "timex_relaxed": (92, 100),
    "timex_value": (82, 100),
    "amount_value": (85, 100),
    "quoted": (87, None),
    "quoted+speaker": (80, None),
    "statement": (62, None),
    "statement+speaker": (None, 95),
    "measure_trigger": (None, 90),
    "measure_coref_pairwise": (None, 90),
    "fact": (None, 90),
}
"""What is aimed at on unseen news and on the two real stories, F1 in percent."""


def main() -> None:
    """Print the figures."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("--full", action="store_true", help="precision and recall too")
    options.add_argument(
        "--misses", choices=["tuned", "general/tuned"], help="print what is missed in this half"
    )
    chosen = options.parse_args()
    if chosen.misses:
        print("\n".join(misses(chosen.misses)))
        return
    halves = [half_score(half) for half in annotated.EVERY]
    real, false = real_figures() if (SHARED / "stories").is_dir() else ({}, None)
    print("\n".join(table(halves, real, false, full=chosen.full)))
    for half in annotated.HALVES:
        clusters = annotated.clusters(half)
        facts = sum(len(cluster.facts) for cluster in clusters)
        print(f"{half}: {len(annotated.names(half))} stories, {len(clusters)} clusters with {facts} facts")
    for half in annotated.GENERAL:
        print(f"{half}: {len(annotated.names(half))} stories that tell of no measure")


def table(halves: list[scored.Score], real: Figures, false: int | None, *, full: bool) -> Iterator[str]:
    """Lines of figures: each half, the two real stories, and what is aimed at."""
    yield f"{'':26}{'':20}{'of general news':>20}"
    heads = ("tuned", "unseen", "tuned", "unseen", "real two")
    yield f"{'':26}{''.join(f'{head:>10}' for head in heads)}   aims: unseen, real"
    columns = [_figures(score) for score in halves]
    for name in columns[0]:
        cells = [*(column.get(name) for column in columns), real.get(THEIR_NAMES.get(name, name))]
        aims = ", ".join("-" if aim is None else str(aim) for aim in AIMS.get(name, (None, None)))
        yield f"{name:26}{_cells(cells, 2)}   {aims}"
        if full:
            yield f"  {'precision':24}{_cells(cells, 0)}"
            yield f"  {'recall':24}{_cells(cells, 1)}"
    told = [*(score.false_effective for score in halves), "" if false is None else false]
    yield f"{'false effective':26}{''.join(f'{number:>10}' for number in told)}   0, 0"
    for name, counted in (
        ("  of whole measures", [score.mixed for score in halves]),
        ("  of merged facts", [score.facts_effective for score in halves]),
        ("effective, not annotated", [score.unmarked_effective for score in halves]),
        ("read where none is told", [score.unfounded for score in halves]),
    ):
        yield f"{name:26}{''.join(f'{number:>10}' for number in counted)}"


def _cells(cells: list[tuple[float, float, float] | None], place: int) -> str:
    return "".join(f"{cell[place]:10.1f}" if cell else f"{'':10}" for cell in cells)


def half_score(half: str) -> scored.Score:
    """Score one half: its stories one by one, and the merged facts of its clusters."""
    score = scored.Score()
    for name in annotated.names(half):
        gold = annotated.story(name)
        scored.add_story(score, gold, document(gold))
    for cluster in annotated.clusters(half):
        scored.add_facts(score, cluster, merged(cluster))
    return score


def merged(cluster: annotated.Cluster) -> list[scored.Row]:
    """The facts that the stories of a cluster tell together, in the form that is compared."""
    readings = [read(read_story(story.text, story.outlet)) for story in cluster.stories.values()]
    return news_scoring.facts(merge(readings))


def document(story: annotated.Annotated) -> scored.Document:
    """What is read of one story, in the form that is compared."""
    reading = read(read_story(story.text, story.outlet))
    found: scored.Document = news_scoring.build([reading], merge([reading]))["A"]
    return found


def real_figures() -> tuple[Figures, int]:
    """The two real stories under the scorer that came with them, and how many pledges were taken for acts."""
    readings: list[Reading] = [read(read_story((SHARED / "stories" / name).read_bytes())) for name in REAL]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "read.json")
        path.write_text(json.dumps(news_scoring.build(readings, merge(readings))), encoding="utf-8")
        command = [sys.executable, str(SHARED / "tools" / "score_stories.py"), str(path)]
        report = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    figures: Figures = {}
    false = 0
    for line in report.splitlines():
        name, _, told = line.partition(" ")
        if told.startswith("{"):
            row = ast.literal_eval(told)
            figures[name] = (row["P"], row["R"], row["F"])
        elif name == "FALSE_EFFECTIVE":
            false = int(told)
    return figures, false


def misses(half: str) -> Iterator[str]:
    """What is missed and what is read wrongly, story by story."""
    for name in annotated.names(half):
        gold = annotated.story(name)
        yield f"== {name}"
        yield from (f"  {line}" for line in differences.of_story(gold, document(gold)))
    for cluster in annotated.clusters(half):
        yield f"== {cluster.name}"
        yield from (f"  {line}" for line in differences.of_cluster(cluster, merged(cluster)))


def _figures(score: scored.Score) -> Figures:
    """Figures of what is annotated at all: general news has neither parties nor measures."""
    return {
        name: (count.precision, count.recall, count.f1) for name, count in score.counts.items() if count.gold
    }


if __name__ == "__main__":
    main()

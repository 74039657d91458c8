"""How well acts are told from pledges, threats, demands and refusals, beside a plain lexicon.

`python benchmarks/news_modality.py [--show]` reads the sentences of the PLOVER gold standard in `../shared`:
AGREE, THREATEN, DEMAND and REJECT are no acts, every other class is one. They are split by the SHA-256 of
their ids: one half was tuned on (`--show` prints its misses), of the other only totals were seen.
Each sentence is read twice: as it stands, and with the marked words of its event given, as the readers
of measures and claims give them. The peer is a list of some 150 words (the forms of 30 verbs, modals,
negations): a sentence with one of them is taken for no act. The gate's reader takes for an act only what is
told in a word or idiom known for one (`modality/acts.py`, `modality/idioms`). Some refusals of the set are
told by the words of an act; they count against all readers.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import re
from collections import Counter
from pathlib import Path
from typing import Any

from benchmarks.modality.sentences import standing_of_event

from licet.model.news import Span
from licet.news.layout import Layout, layout
from licet.news.listed import listed
from licet.news.modality.modality import Modality
from licet.news.story import read_story

SHARED = Path(os.environ.get("LICET_SHARED", Path(__file__).resolve().parents[2] / "shared"))
NO_ACTS = frozenset(("AGREE", "THREATEN", "DEMAND", "REJECT"))
READERS = ("gate, sentence alone", "gate, event words given", "plain lexicon")
_MARKED = re.compile(r"EVT: ([^()]*)\)")
_STEM = re.compile(
    r"(?:agree|offer|promis|pledg|vow|threaten|warn|demand|urg|call|ask|insist|request|appeal|refus|reject"
    r"|den|declin|oppos|plan|propos|intend|consider|expect|seek|want|hop|press|willing|ready|prepared)"
    r"(?:e|es|ed|s|ing|y|ies|ied)?"
)
_MODAL = listed("will would may might could should must can not never no")


def main() -> None:
    """Print the figures."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--show", action="store_true", help="print the misses of the tuned half")
    show = options.parse_args().show
    rows = json.loads((SHARED / "data/news/plover_gsr_half.json").read_text("utf-8"))
    rows = [row for row in rows if row["event"] != "DOCUMENT"]
    for half, name in ((0, "tuned"), (1, "unseen")):
        chosen = [row for row in rows if hashlib.sha256(row["id"].encode()).digest()[0] % 2 == half]
        counts = {reader: Counter[tuple[bool, bool]]() for reader in READERS}
        for row in chosen:
            act = row["event"] not in NO_ACTS
            for reader, told in zip(READERS, answers(row), strict=True):
                counts[reader][act, told] += 1
                if show and half == 0 and told != act and reader != READERS[2]:
                    print(f"  {reader}: {row['event']} read as {'an act' if told else 'none'}: {row['text']}")
        print(f"{name} half, {len(chosen)} sentences")
        for reader in READERS:
            print(f"  {reader:24} {figures(counts[reader])}")


def answers(row: dict[str, Any]) -> tuple[bool, bool, bool]:
    """Whether each reader takes a sentence for an act."""
    laid = layout(read_story(f"date 2000-01-01\n{row['text'].strip()}"))
    sentence = laid.sentences[0]
    alone = standing_of_event(laid, sentence).modality
    given = standing_of_event(laid, sentence, marked(laid, row["textInfo"]["markup"])).modality
    lows = [word.low for word in laid.words[sentence.first : sentence.last]]
    known = any(low in _MODAL or _STEM.fullmatch(low) for low in lows)
    return alone is Modality.REPORTED, given is Modality.REPORTED, not known


def marked(laid: Layout, markup: str) -> tuple[Span, ...]:
    """The words marked as the event, found in the sentence in their order."""
    spans = []
    place = laid.sentences[0].start
    for words in _MARKED.findall(markup):
        at = laid.story.text.find(words.strip(), place)
        if at >= 0 and words.strip():
            place = at + len(words.strip())
            spans.append(laid.story.span(at, place))
    return tuple(spans)


def figures(counts: Counter[tuple[bool, bool]]) -> str:
    """The confusion of act and no act, and what follows from it."""
    right, total = counts[True, True] + counts[False, False], counts.total()
    no_acts = counts[False, True] + counts[False, False]
    wrong = 100 * counts[False, True] / no_acts
    return (
        f"right {100 * right / total:5.1f} %, no-acts taken for acts {wrong:4.1f} %"
        f" ({counts[False, True]} of {no_acts});"
        f" acts read {counts[True, True]}, lost {counts[True, False]}"
    )


if __name__ == "__main__":
    main()

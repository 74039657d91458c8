"""Whole sentences: what was done is told apart from what is pledged, threatened, demanded or refused."""

from __future__ import annotations

import hashlib
import json
import re
from typing import Any

import pytest
from benchmarks.modality.sentences import standing_of_event
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.news.gated import listed
from tests.shared import DATA, needs_shared

from licet.model.news import Span
from licet.news.layout import Layout, layout
from licet.news.modality.modality import EFFECTIVE, Modality
from licet.news.story import read_story

NO_ACTS = frozenset(("AGREE", "THREATEN", "DEMAND", "REJECT"))


def laid_out(text: str) -> Layout:
    return layout(read_story(f"date 2000-01-01\n{text}"))


def read(text: str) -> Modality:
    laid = laid_out(text)
    return standing_of_event(laid, laid.sentences[0]).modality


@pytest.mark.parametrize("text", listed("done.txt") + listed("told_done.txt"))
def test_what_was_done_is_reported(text: str) -> None:
    assert read(text) is Modality.REPORTED


@pytest.mark.parametrize("text", listed("no_acts.txt") + listed("told_no_acts.txt"))
def test_what_is_pledged_threatened_demanded_or_refused_is_no_act(text: str) -> None:
    assert read(text) is not Modality.REPORTED


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Veland threatened to shell the port.", Modality.THREATENED),
        ("Veland demanded the return of its ships.", Modality.DEMANDED),
        ("Veland asked Norda to return the ships.", Modality.REQUESTED),
        ("Veland offered Norda a truce.", Modality.PLEDGED),
        ("Veland refused to meet the envoy.", Modality.DENIED),
        ("Veland will meet the envoy.", Modality.EXPECTED),
        ("Veland may meet the envoy.", Modality.HYPOTHETICAL),
        ("Veland is considering a truce.", Modality.PROPOSED),
        ("Rain", Modality.UNCLEAR),
    ],
)
def test_what_is_no_act_is_told_by_its_kind(text: str, modality: Modality) -> None:
    assert read(text) is modality


def test_the_words_of_an_event_may_be_given() -> None:
    """Of two events of one sentence the given one is read."""
    laid = laid_out("Rebels seized a village after the council had refused to meet them.")
    at = laid.story.text.index("refused")
    given = standing_of_event(laid, laid.sentences[0], (laid.story.span(at, at + 7),))
    assert given.modality is Modality.DENIED
    assert [span.text for span in given.cues] == ["refused"]
    assert standing_of_event(laid, laid.sentences[0]).modality is Modality.REPORTED


@given(st.text(min_size=1, max_size=200))
@settings(max_examples=150, deadline=None)
def test_any_sentence_gets_a_standing_that_is_never_effective(text: str) -> None:
    laid = laid_out(text)
    for sentence in laid.sentences:
        found = standing_of_event(laid, sentence)
        assert found.modality not in EFFECTIVE
        for span in found.cues:
            span.check(laid.story.text)


def marked(laid: Layout, markup: str) -> tuple[Span, ...]:
    """The words marked as the event, found in the sentence in their order."""
    spans = []
    place = laid.sentences[0].start
    for words in re.findall(r"EVT: ([^()]*)\)", markup):
        at = laid.story.text.find(words.strip(), place)
        if at >= 0 and words.strip():
            place = at + len(words.strip())
            spans.append(laid.story.span(at, place))
    return tuple(spans)


def told(row: dict[str, Any], *, event: bool) -> bool:
    """Whether a labelled sentence is read as an act."""
    laid = laid_out(row["text"].strip())
    words = marked(laid, row["textInfo"]["markup"]) if event else ()
    return standing_of_event(laid, laid.sentences[0], words).modality is Modality.REPORTED


@needs_shared
@pytest.mark.parametrize("half", [0, 1])
def test_labelled_sentences_are_read_rightly_and_hardly_a_non_act_is_taken_for_an_act(half: int) -> None:
    """Half 1 was never looked at. No non-act is taken for an act when the words of its event are given."""
    rows = json.loads((DATA / "news" / "plover_gsr_half.json").read_text(encoding="utf-8"))
    rows = [row for row in rows if row["event"] != "DOCUMENT"]
    rows = [row for row in rows if hashlib.sha256(row["id"].encode()).digest()[0] % 2 == half]
    assert len(rows) > 70
    for event, most in ((True, 0), (False, 2)):
        acts = [told(row, event=event) for row in rows]
        wanted = [row["event"] not in NO_ACTS for row in rows]
        right = sum(act == want for act, want in zip(acts, wanted, strict=True))
        assert right >= 0.85 * len(rows)
        assert sum(act and not want for act, want in zip(acts, wanted, strict=True)) <= most

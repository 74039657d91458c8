"""The gate: what a story tells as done by an authority is told apart from all that is only said."""

from __future__ import annotations

import json
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.news.gated import NOUN, UNDOING, UNDONE, gate, listed, standing
from tests.shared import SHARED

from licet.model.news import Span
from licet.news.layout import layout
from licet.news.modality import lexicon
from licet.news.modality.gate import Gate
from licet.news.modality.modality import EFFECTIVE, Modality, Standing
from licet.news.modality.sight import Trait
from licet.news.modality.table import ROWS
from licet.news.parties.reading import parties
from licet.news.statements.reading import statements
from licet.news.story import read_story


@pytest.mark.parametrize(
    "marked", listed("acts.txt") + listed("acts_grammar.txt") + listed("acts_reserved.txt")
)
def test_what_a_story_tells_as_done_by_an_authority_is_effective(marked: str) -> None:
    assert standing(marked).modality in EFFECTIVE


@pytest.mark.parametrize(
    "marked", listed("noun_acts.txt") + listed("noun_acts_grammar.txt") + listed("noun_acts_reserved.txt")
)
def test_a_noun_that_takes_an_act_as_done_is_effective(marked: str) -> None:
    assert standing(marked, NOUN).modality in EFFECTIVE


@pytest.mark.parametrize(
    "marked", listed("never.txt") + listed("never_grammar.txt") + listed("never_reserved.txt")
)
def test_what_is_not_told_as_done_is_never_effective(marked: str) -> None:
    assert standing(marked).modality not in EFFECTIVE


@pytest.mark.parametrize("marked", listed("never_nouns.txt") + listed("never_nouns_grammar.txt"))
def test_a_noun_of_what_is_not_told_as_done_is_never_effective(marked: str) -> None:
    assert standing(marked, NOUN).modality not in EFFECTIVE


@pytest.mark.parametrize("marked", listed("never_nouns_reserved.txt"))
def test_a_measure_that_is_held_up_made_up_over_or_to_come_is_neither_in_force_nor_taken_as_there(
    marked: str,
) -> None:
    found = standing(marked, NOUN)
    assert (found.modality.effective, found.presupposes) == (False, False)


@pytest.mark.parametrize("marked", listed("undoings_reserved.txt"))
def test_a_measure_that_is_told_as_lifted_or_put_off_by_an_authority_is_so(marked: str) -> None:
    assert standing(marked, UNDOING).modality in EFFECTIVE


@pytest.mark.parametrize("marked", listed("never_undoings_reserved.txt"))
def test_what_was_only_to_come_is_not_lifted_when_it_is_dropped_or_put_off(marked: str) -> None:
    assert standing(marked, UNDOING).modality not in EFFECTIVE


ABOVE = [
    "If {}, prices will rise.",
    "Unless {}, prices will fall.",
    "It is unclear whether {}.",
    "Imagine that {}.",
    "It is not the case that {}.",
    "Critics doubt that {}.",
    '"{}," said Ada Ek.',
    "“{},” Ada Ek said.",
    "“{}",
    "A person familiar with the matter said {}.",
    "A person familiar with the matter said that {}.",
    "{}, a person familiar with the matter said.",
    "{}, according to two people briefed on it.",
    "{}, sources said.",
    "Officials who asked not to be named said {}.",
    "Reportedly, {}.",
    "Rumours say that {}.",
    "Orlo said {}.",
    "Orlo's chief claims that {}.",
    "The minister denied that {}.",
    "Orlo fears that {}.",
    "Is it true that {}?",
    "Orlo would close if {}.",
    "Orlo acts as though {}.",
    "Nobody believes that {}.",
    "Critics demanded that {}.",
    "According to the newspaper, {}.",
    "Traders bet that {}.",
    "It is false that {}.",
]


@pytest.mark.parametrize("frame", ABOVE)
@pytest.mark.parametrize("marked", listed("acts.txt"))
def test_a_clause_put_under_doubt_is_never_effective(marked: str, frame: str) -> None:
    clause = marked[0].lower() + marked[1:] if marked.startswith(("The ", "A ", "In ", "On ")) else marked
    assert standing(frame.format(clause.rstrip("."))).modality not in EFFECTIVE


def begun(marked: str) -> str:
    """A sentence as it stands behind other words: its first word small, if it is no name."""
    first = marked.split(maxsplit=1)[0].lower()
    small = first in lexicon.DETERMINERS | lexicon.PREPOSITIONS | lexicon.ADVERBS
    return marked[0].lower() + marked[1:] if small else marked


BRIEF = [
    marked
    for marked in listed("acts_grammar.txt")
    if not any(word in marked for word in (" that ", " but ", " it [", "August 2023"))
]
"""Acts without a clause of their own on a noun, which is taken as known whatever stands above."""


@pytest.mark.parametrize("frame", ABOVE)
def test_a_clause_of_any_grammar_put_under_doubt_is_never_effective(frame: str) -> None:
    texts = [frame.format(begun(marked).rstrip(".")) for marked in BRIEF]
    assert [text for text in texts if standing(text).modality in EFFECTIVE] == []


WITHIN = [
    "not",
    "never",
    "would have",
    "might have",
    "could have",
    "will have",
    "should have",
    "may have",
    "almost",
]


@pytest.mark.parametrize("word", WITHIN)
@pytest.mark.parametrize("marked", listed("acts.txt"))
def test_a_verb_with_a_modal_or_a_negation_is_never_effective(marked: str, word: str) -> None:
    assert standing(marked.replace("[", f"{word} [", 1)).modality not in EFFECTIVE


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_whatever_stands_around_a_quote_nothing_in_it_is_effective(data: st.DataObject) -> None:
    """Text before and after is taken from sentences that are effective by themselves."""
    texts = [line.replace("[", "").replace("]", "") for line in listed("acts.txt")]
    before = data.draw(st.sampled_from(["", *texts]))
    after = data.draw(st.sampled_from(["", "he said.", *texts]))
    inside = data.draw(st.sampled_from(listed("acts.txt")))
    left, right = data.draw(st.sampled_from([('"', '"'), ("“", "”"), ("“", "")]))
    marked = f"{before} {left}{inside}{right} {after}".strip()
    assert standing(marked).modality not in EFFECTIVE
    assert standing(marked, NOUN).modality not in EFFECTIVE


@given(st.text(max_size=300), st.integers(0, 300), st.integers(1, 20), st.booleans())
@settings(max_examples=200, deadline=None)
def test_any_text_gets_one_standing_with_words_of_the_story(
    text: str, at: int, length: int, nominal: bool
) -> None:
    story = read_story(f"date 2024-03-01\n{text}")
    if at + length > len(story.text):
        return
    laid = layout(story)
    named = parties(laid)
    reader = Gate(laid, named, statements(laid, named))
    found = reader.standing(story.span(at, at + length), Trait(nominal=nominal))
    assert found.rule in {row.name for row in ROWS}
    for span in found.cues:
        span.check(story.text)


def test_what_somebody_takes_as_existing_is_told_apart_from_what_is_told_as_done() -> None:
    """The place itself is not effective, but speaks of a measure that may be told elsewhere."""
    found = standing('"A rollback of the ministry\'s [ban] is near," said Ada Ek.', NOUN)
    assert (found.modality, found.presupposes) == (Modality.CLAIMED, True)
    assert standing('"The optics of the [decision] are bad," said Ada Ek.', NOUN).presupposes
    assert standing("Orlo asked the court to look at the [ban] again.", NOUN).presupposes
    assert standing("Orlo was fined $3 million, a [penalty] that still rankles.", NOUN).presupposes
    assert not standing("Orlo fears ruin, a [penalty] that still rankles.", NOUN).presupposes
    assert standing("The [ban] will hurt Orlo.", NOUN).presupposes
    assert not standing("The [ban] will take effect in May.", NOUN).presupposes
    assert standing("Orlo wants the [order] struck down.", NOUN).presupposes
    assert standing("Orlo said it was studying the [restrictions].", NOUN).presupposes
    assert not standing("The ministry is studying a [ban].", NOUN).presupposes
    assert not standing("Japan will apply its own version of the [controls].", NOUN).presupposes
    assert not standing("Orlo asked for the [ban].", NOUN).presupposes
    assert not standing("The proposed [ban] was on nobody's mind.", NOUN).presupposes
    assert not standing("The minister pledged [relief].", UNDONE).presupposes
    assert not standing("The ministry proposed a [ban].", NOUN).presupposes


@pytest.mark.parametrize(
    ("marked", "modality"),
    [
        ("Orlo [halted] its sales in May.", Modality.REPORTED),
        ("Orlo said it had [halted] its sales.", Modality.STATED),
        ("A person familiar with the matter said Orlo had [halted] its sales.", Modality.CLAIMED),
        ("Orlo said it would [halt] its sales.", Modality.PLEDGED),
        ("Orlo has not [halted] its sales.", Modality.DENIED),
        ("Orlo may [halt] its sales.", Modality.HYPOTHETICAL),
        ("The ministry [halted] sales.", Modality.REPORTED),
    ],
)
def test_an_event_that_is_no_measure_is_reported_and_never_effective(marked: str, modality: Modality) -> None:
    reader, start, end, text = gate(marked)
    assert reader.event(Span.within(text, start, end)).modality is modality


def test_a_sentence_beyond_any_prose_is_left_in_doubt() -> None:
    """A line of a megabyte is cut into sentences of this kind; none of them costs more than a look."""
    near = "The ministry " + "and its agency " * 10 + "[barred] Orlo."
    far = "The ministry " + "and its agency " * 60 + "[barred] Orlo."
    assert standing(near).modality in EFFECTIVE
    assert standing(far) == Standing(Modality.UNCLEAR, "doubt")


@pytest.mark.skipif(not (SHARED / "stories").is_dir(), reason="the two real stories (../shared) are absent")
def test_no_trigger_of_the_two_real_stories_is_effective_that_a_careful_reader_found_not_to_be() -> None:
    """Whatever the caller says of a trigger, noun or verb, none of the 25 places is effective."""
    gold = json.loads((SHARED / "stories" / "gold.json").read_text(encoding="utf-8"))
    readers = {}
    for row in gold["documents"]:
        story = read_story((SHARED / "stories" / row["file"]).read_bytes())
        laid = layout(story)
        named = parties(laid)
        readers[row["id"]] = Gate(laid, named, statements(laid, named)), story
    told: Counter[tuple[bool, bool]] = Counter()
    for measure in gold["measures"]:
        undoing = measure["type"] in {"relief", "tariff_relief"}
        for place in measure["mentions"]:
            reader, story = readers[place["doc"]]
            trigger = story.span(place["trigger"]["start"], place["trigger"]["end"])
            wanted = place["modality"] in {"in_force", "ordered", "settled"}
            for nominal in (None, True, False):
                found = reader.standing(trigger, Trait(nominal=nominal, undoing=undoing))
                told[wanted, found.modality.effective] += nominal is None
                assert wanted or not found.modality.effective
    assert told[False, False] == 25
    assert told[True, True] >= 7

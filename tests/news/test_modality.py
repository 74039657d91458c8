"""The gate: what a story tells as done by an authority is told apart from all that is only said."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.shared import SHARED

from licet.model.news import Span
from licet.news.layout import layout
from licet.news.modality import lexicon
from licet.news.modality.cues import Cue
from licet.news.modality.gate import Gate
from licet.news.modality.modality import EFFECTIVE, Modality, Standing
from licet.news.modality.sight import Trait
from licet.news.modality.table import ROWS, Row, decide
from licet.news.parties.reading import parties
from licet.news.statements.reading import statements
from licet.news.story import read_story

LINES = Path(__file__).parent / "modality"
PLAIN, NOUN, UNDOING = Trait(), Trait(nominal=True), Trait(undoing=True)
UNDONE = Trait(nominal=True, undoing=True)


def gate(marked: str) -> tuple[Gate, int, int, str]:
    """A gate for one sentence, and where its trigger stands, which is in square brackets."""
    start, end = marked.index("["), marked.index("]") - 1
    plain = marked.replace("[", "", 1).replace("]", "", 1)
    story = read_story(f"date 2024-03-01\n{plain}")
    laid = layout(story)
    named = parties(laid)
    before = len(story.text) - len(plain)
    return Gate(laid, named, statements(laid, named)), before + start, before + end, story.text


def standing(marked: str, trait: Trait = PLAIN) -> Standing:
    reader, start, end, text = gate(marked)
    return reader.standing(Span.within(text, start, end), trait)


def listed(name: str) -> list[str]:
    """The sentences of one file, a sentence a line."""
    return (LINES / name).read_text(encoding="utf-8").splitlines()


NEAR: dict[str, tuple[str, Trait]] = {
    "instruction in a quote or report": ("The ministry [instructed] shops to stop selling phones.", Trait()),
    "order to undo": ("The ministry ordered shops to [cease] sales.", Trait()),
    "denied by a speaker": ("The ministry confirmed that it had [barred] Orlo.", Trait()),
    "demanded as the price of something": (
        "Both sides hope for a deal with the ministry [lifting] it.",
        UNDOING,
    ),
    "refused, failed, stopped short": ("The ministry hesitated and [barred] Orlo.", Trait()),
    "imagined": ("After a war game, the ministry [barred] Orlo.", Trait()),
    "taken back or never in effect": (
        "The ministry deleted a firm from its list and [barred] Orlo.",
        Trait(),
    ),
    "presented, voted on, held up, dropped": ("Norda presented the prize while the [ban] stood.", NOUN),
    "over": ("The former minister's [ban] on Orlo cost jobs.", NOUN),
    "negated": ("The ministry has now [barred] Orlo.", Trait()),
    "said to be unclear": ("The ministry made clear that it had [barred] Orlo.", Trait()),
    "deal that is foreseen": ("A [truce] was signed.", NOUN),
    "deal that is possible": ("Talks about a [truce] went on.", NOUN),
    "condition": ("When the ministry [barred] Orlo, prices rose.", Trait()),
    "question": ("The ministry [barred] Orlo.", Trait()),
    "threatened": ("The ministry [barred] Orlo after a threat.", Trait()),
    "demanded": ("The ministry, after a demand, [barred] Orlo.", Trait()),
    "requested": ("The ministry [lifted] the ban after a request.", UNDOING),
    "negotiating": ("After talks, the ministry [relaxed] the ban.", UNDOING),
    "pledged": ("After a pledge, the ministry [lifted] the ban.", UNDOING),
    "proposed, planned, tried": ("After a plan failed, the ministry [barred] Orlo.", Trait()),
    "accused": ("The ministry [fined] Orlo after an accusation.", Trait()),
    "hearsay": ("The ministry has formally [barred] Orlo.", Trait()),
    "expected or announced": ("To nobody's surprise, the ministry [barred] Orlo.", Trait()),
    "believed or predicted": ("Traders fled after the ministry [barred] Orlo.", Trait()),
    "said that it would": ("The minister said he had [helped] Orlo.", UNDOING),
    "must or should": ("The ministry rightly [barred] Orlo.", Trait()),
    "future": ("The ministry [barred] Orlo on July 1.", Trait()),
    "may, could, would": ("In May the ministry [barred] Orlo.", Trait()),
    "quote": ('"Orlo is sound," said Ada Ek, but the ministry [barred] it.', Trait()),
    "unnamed speaker": ("The ministry said the agency had [barred] Orlo.", Trait()),
    "answer in kind": ("Veland imposed a tariff, and the ministry [barred] sales.", Trait()),
    "what is kept or violated": ("The ministry imposed [sanctions] on Orlo.", NOUN),
    "settlement taken as known": ("Orlo hopes for a [settlement] with the ministry.", NOUN),
    "settled": ("Orlo said it had [settled] charges in May.", Trait()),
    "cause taken as known": ("Orlo closed because of a rumoured [ban].", NOUN),
    "object of an undoing": ("The minister wants to lift the mood after a [ban].", NOUN),
    "object of a violation": ("Orlo broke a [ban] on sales.", NOUN),
    "somebody else's word": ("The ministry said it had [barred] Orlo.", Trait()),
    "no authority acts": ("The ministry [barred] its staff from the plant.", Trait()),
    "made effective": ("Orlo imposed a [ban] on its staff.", NOUN),
    "settlement reached": ("Orlo said it had reached a [settlement].", NOUN),
    "ordered, told in the passive": ("The ministry was [ordered] by Orlo to stop selling phones.", Trait()),
    "ordered": ("Orlo [ordered] shops to stop selling phones.", Trait()),
    "act of an authority": ("Lawyers for the ministry [barred] Orlo.", Trait()),
    "official act told in the passive": ("Orlo is [barred] from buying chips.", Trait()),
    "state told in the present": ("Orlo is being [barred] from buying chips.", Trait()),
    "headline": ("Commerce Department to [bar] Orlo", Trait()),
    "doubt": ("The ministry imposed the [ban].", NOUN),
}
"""For each row, a sentence that differs little from its example and that the row must not decide."""


def trait_of(row: Row) -> Trait:
    """What the caller knows of the trigger of a row's example."""
    nominal = True if Cue.NOMINAL in row.needs or row.name == "doubt" else None
    undoing = row.modality in {Modality.PLEDGED, Modality.NEGOTIATING, Modality.REQUESTED}
    return Trait(nominal=nominal, undoing=undoing or row.name == "order to undo")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_each_row_decides_its_example(row: Row) -> None:
    found = standing(row.example, trait_of(row))
    assert (found.rule, found.modality) == (row.name, row.modality)
    assert row.name == "doubt" or found.cues


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_each_row_leaves_its_near_miss_alone(row: Row) -> None:
    marked, trait = NEAR[row.name]
    assert standing(marked, trait).rule != row.name


def test_the_rows_have_names_of_their_own_and_say_what_they_look_at() -> None:
    names = [row.name for row in ROWS]
    assert len(set(names)) == len(names)
    assert set(NEAR) == set(names)
    assert all(row.looks_at and "[" in row.example for row in ROWS)


def test_no_effective_row_stands_above_a_row_of_doubt_that_is_not_about_who_acts() -> None:
    """Signs of a pledge, plan, condition, negation, quote or unnamed speaker outweigh signs of an act."""
    first = next(number for number, row in enumerate(ROWS) if row.modality.effective)
    later = {row.name for row in ROWS[first:] if not row.modality.effective}
    assert later == {"somebody else's word", "no authority acts", "doubt"}


@given(st.sets(st.sampled_from(sorted(Cue))))
def test_every_set_of_signs_gets_the_first_row_that_fires(signs: set[Cue]) -> None:
    found = dict.fromkeys(signs)
    firing = [row for row in ROWS if row.fires(found)]
    assert decide(found) is firing[0]
    assert firing[-1] is ROWS[-1]


DOUBTS = {
    Cue.QUOTED,
    Cue.UNNAMED,
    Cue.RUMOUR,
    Cue.QUESTION,
    Cue.IF,
    Cue.NOT,
    Cue.DENIAL,
    Cue.WILL,
    Cue.WOULD,
    Cue.MAY,
    Cue.MUST,
    Cue.PLEDGE,
    Cue.PROPOSE,
    Cue.NEGOTIATE,
    Cue.REQUEST,
    Cue.DEMAND,
    Cue.THREAT,
    Cue.EXPECT,
    Cue.PREDICT,
    Cue.ACCUSE,
    Cue.REFUSE,
    Cue.ECHO,
    Cue.UNREAL,
    Cue.RETRACTED,
    Cue.HELD_UP,
    Cue.OVER,
}


@given(st.sets(st.sampled_from(sorted(Cue))), st.sampled_from(sorted(DOUBTS - {Cue.WOULD})))
def test_one_sign_of_doubt_outweighs_all_signs_of_an_act(signs: set[Cue], doubt: Cue) -> None:
    assert not decide(dict.fromkeys(signs | {doubt})).modality.effective


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

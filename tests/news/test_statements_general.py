"""Statements as general news tells them: plans, questions, studies, verbs joined, names set apart."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.news.test_statements import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Ek asked the board why it had not met.", [("Ann Ek", "why it had not met")]),
        ("Ann Ek wondered whether it had met.", [("Ann Ek", "whether it had met")]),
        ("Ann Ek asked for a vote.", []),
        ("Ann Ek pointed out that it had met.", [("Ann Ek", "it had met")]),
        ("Ann Ek pointed at the board.", []),
        ("The city plans to close the pool in May.", [("The city", "to close the pool in May")]),
        ("She wants the army to drive the buses.", [("She", "the army to drive the buses")]),
        ("The council dropped plans to close the pool.", []),
        ("Ann Ek agreed that it was late.", [("Ann Ek", "it was late")]),
        ("Ann Ek agreed to a price.", []),
        (
            "A state review published in May found that crews had been cut.",
            [("A state review published in May", "crews had been cut")],
        ),
        ("The police found that the door was open.", []),
        ("Ann Ek confessed to having stayed too long.", [("Ann Ek", "having stayed too long")]),
        (
            "A boy with a dog asked a guard whether it was late.",
            [("A boy with a dog", "whether it was late")],
        ),
        ("A boy told his mother there was no bus.", [("A boy", "there was no bus")]),
        ("The rest, officers suspect, was melted.", [("officers", "The rest | was melted")]),
        (
            "Crime rose by a third, data tabled in the Commons showed.",
            [("data tabled in the Commons", "Crime rose by a third")],
        ),
    ],
)
def test_plans_questions_and_studies_tell_statements(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ann Ek vowed to retake the bridge and accused Norway of arming the rebels.",
            [("Ann Ek", "to retake the bridge"), ("Ann Ek", "arming the rebels")],
        ),
        (
            "Ann Ek ruled out a vote but assured the House that it would meet.",
            [("Ann Ek", "it would meet")],
        ),
        ("She took over in May and has said repeatedly that she will stay.", [("She", "she will stay")]),
        ("Ann Ek called for a break-up, arguing that it had failed.", [("Ann Ek", "it had failed")]),
        (
            '"One mark decides it," said Ann Ek, alleging that pages were lost.',
            [("Ann Ek", '"One mark decides it,"'), ("Ann Ek", "pages were lost")],
        ),
        (
            "One of them, noting that the talks had failed, said it would try again.",
            [("One of them", "the talks had failed"), ("One of them", "it would try again")],
        ),
        (
            "Ann Ek accused Norway of “turning his head” after a third bid was refused.",
            [("Ann Ek", "“turning his head”")],
        ),
    ],
)
def test_one_speaker_says_several_things_in_a_sentence(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Ek is confident that voters will agree.", [("Ann Ek", "voters will agree")]),
        ("Ann Ek was not certain that it was late.", [("Ann Ek", "it was late")]),
        ("Ann Ek expressed concern that it was late.", [("Ann Ek", "it was late")]),
        ("Ann Ek made it clear that she would not run.", [("Ann Ek", "she would not run")]),
        ("Ann Ek made clear that she would not run.", [("Ann Ek", "she would not run")]),
        ("The judge rejected Ann Ek's claim that it was late.", [("Ann Ek", "it was late")]),
        ("Ann Ek repeated her claim that it was late.", [("Ann Ek", "it was late")]),
        ("Ann Ek's claim that it was late drew fire.", []),
        ("The claim that it was late drew fire.", []),
        ("The price is certain to rise.", []),
        ("Ann Ek expressed her thanks.", []),
        ("Ann Ek made a table.", []),
    ],
)
def test_what_somebody_is_sure_of_or_worried_about_is_read(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ann Ek accused Lund of lying and said she would sue.",
            [("Ann Ek", "lying"), ("Ann Ek", "she would sue")],
        ),
        ("It is clear, she said, that the time has come.", [("she", "It is clear | that the time has come")]),
        ("Ann Ek testified before Congress in May that it was late.", [("Ann Ek", "it was late")]),
        (
            "Ann Ek said in May that the sum, first reported by Per Lund, was wrong.",
            [("Ann Ek", "the sum, first reported by Per Lund, was wrong")],
        ),
        (
            "The agency said it had a complaint from shrimpers who say that nets were fouled.",
            [
                ("The agency", "it had a complaint from shrimpers who say that nets were fouled"),
                ("shrimpers", "nets were fouled"),
            ],
        ),
        (
            "Critics argue the plan is late, while supporters insist it will pay.",
            [("Critics", "the plan is late"), ("supporters", "it will pay")],
        ),
        (
            "A poll released in May showed Ann Ek leading by 4 points.",
            [("A poll released in May", "Ann Ek leading by 4 points")],
        ),
        ("A poll released in May showed a tie.", []),
        ("Ann Ek admitted the error, telling reporters she was late.", [("Ann Ek", "she was late")]),
        (
            "Ann Ek has refused to show her papers, saying that it was late.",
            [("Ann Ek", "to show her papers"), ("Ann Ek", "it was late")],
        ),
    ],
)
def test_what_stands_around_a_verb_of_saying_is_told_from_it(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Ann Ek, 51, who sold her herd, said that it was late.", "Ann Ek, 51, who sold her herd,"),
        ("Ann Ek, 51, a bus driver, said that it was late.", "Ann Ek, 51, a bus driver,"),
        ("In Oslo, a spokesman, Per Lund, said that it was late.", "a spokesman, Per Lund,"),
    ],
)
def test_a_name_is_found_across_what_commas_set_apart(text: str, source: str) -> None:
    assert told(text) == [(source, "it was late")]


WORDS = """
Ann Ek said told claim that who , , . “ ” ‘ ’ is confident asked why the poll showed ahead of by says and but
accused of May a day after reported made it clear pointed out to plans his 's belief ( ) : ; One director at
Alpha Corp. according to
"""


@given(st.lists(st.sampled_from(WORDS.split()), min_size=3, max_size=45))
@settings(max_examples=200, deadline=None)
def test_words_of_saying_are_read_in_any_order(words: list[str]) -> None:
    text = " ".join(words)
    pieces = [piece for _, content in told(text) for piece in content.split(" | ")]
    assert all(piece in text for piece in pieces)

"""What is running text, where sentences end and what is quoted; and that no text does harm."""

from __future__ import annotations

from functools import partial
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.news.work import lines_run

from licet.news.layout import Layout, layout
from licet.news.masks import MaskKind
from licet.news.story import Story, read_story

NEWS = st.text(
    alphabet=st.one_of(
        st.sampled_from("\"“”«»'’‘.,;:!?()[]-—\n\r \t\u202e\u2066\ufeffAaBbTthe"),
        st.characters(codec="utf-8"),
    ),
    max_size=400,
)


def sentences(text: str) -> list[str]:
    laid = layout(Story(text))
    return [text[item.start : item.end] for item in laid.sentences]


def quoted(text: str) -> list[str]:
    return [text[item.start : item.end] for item in layout(Story(text)).quotes]


def test_the_text_may_follow_the_date_on_its_line() -> None:
    story = read_story(" date 2018-05-14 GENEVA (Reuters) - Talks went on.\n\nThey failed.")
    assert story.dated is not None
    assert story.dated.isoformat() == "2018-05-14"
    assert sentences(story.text) == ["Talks went on.", "They failed."]


def test_a_day_that_does_not_exist_is_told_and_not_guessed() -> None:
    story = read_story(b"date 2018-02-31\nTalks went on.")
    assert story.dated is None
    assert [problem.code for problem in story.problems] == ["bad_date"]


def test_broken_bytes_are_read_and_told() -> None:
    story = read_story("The firm’s “order”".encode("cp1252"))
    assert story.text == "The firm’s “order”"
    assert [problem.code for problem in story.problems] == ["bad_encoding"]


def test_headline_byline_section_and_promotion_are_no_running_text() -> None:
    text = (
        "date 2024-02-03\nRegulator lifts ban on Norvane\n\nBy Ada Quill and Tom Reyes\n\n"
        "The ban is gone.\n\n[READ: how it began]\n\nRead more: ten charts\n\n"
        "Reporting by Jo Ek.\n\nA Section on 02/03/2024"
    )
    laid = layout(Story(text))
    assert [text[item.start : item.end] for item in laid.sentences] == ["The ban is gone."]
    assert [mask.kind for mask in laid.masks] == [
        MaskKind.DATE_LINE,
        MaskKind.HEADLINE,
        MaskKind.BYLINE,
        MaskKind.PROMOTION,
        MaskKind.PROMOTION,
        MaskKind.BYLINE,
        MaskKind.SECTION,
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Rep. J. Ek met Ek Corp. on May 2. It fell.",
            ["Rep. J. Ek met Ek Corp. on May 2.", "It fell."],
        ),
        ("He left the U.S. The firm stayed.", ["He left the U.S.", "The firm stayed."]),
        ("It paid $1.19 billion to the Treasury.", ["It paid $1.19 billion to the Treasury."]),
        ('"One. Two," she said. "Three."', ['"One. Two," she said.', '"Three."']),
        ('He said it was "over." Then he left.', ['He said it was "over."', "Then he left."]),
    ],
)
def test_sentences_know_quotes_abbreviations_and_initials(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_a_block_wrapped_at_a_column_is_one_paragraph() -> None:
    text = "The ministry said that it would look again at the order which bars\nthe yard from buying parts."
    assert len(layout(Story(text)).paragraphs) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"Yes," he said. "No."', ['"Yes,"', '"No."']),
        ("“Yes,” he said.", ["“Yes,”"]),
        ("«Yes», he said.", ["«Yes»"]),
        ("'It won't do,' he said of his sons' plan.", ["'It won't do,'"]),
        ("“One.\n\n“Two,” he said.", ["“One.", "“Two,”"]),
        ('He called it "odd and left. Nobody knew why.', ['"odd and left.']),
    ],
)
def test_quotes_are_found_whatever_their_marks(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def check(laid: Layout) -> None:
    """Everything found lies in order inside the text."""
    text = laid.story.text
    for words in laid.words:
        assert text[words.start : words.end] == words.text
    for former, latter in pairwise(laid.sentences):
        assert former.end <= latter.start
    for earlier, later in pairwise(laid.quotes):
        assert earlier.end <= later.start
    for sentence in laid.sentences:
        start, end = laid.paragraphs[sentence.paragraph]
        assert start <= sentence.start < sentence.end <= end


@given(NEWS)
@settings(max_examples=300, deadline=None)
@example('"\n"\n"')
@example("date 2018-05-14")
@example("‘a" * 50)
def test_any_text_is_laid_out_in_order(text: str) -> None:
    check(layout(read_story(text)))


@given(st.binary(max_size=300))
@settings(max_examples=200, deadline=None)
def test_any_bytes_are_read(raw: bytes) -> None:
    check(layout(read_story(raw)))


def test_bidi_controls_stay_where_they_are() -> None:
    text = "The \u202efirm\u202c said so."
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    "unit", ["word ", '"', "“a ", "'a ", "A. ", "By A", "a\n", "(Reuters) - ", "U.S. The "]
)
def test_work_grows_with_the_text_and_not_with_its_square(unit: str) -> None:
    once, twice = (lines_run(partial(layout, Story(unit * count))) for count in (400, 800))
    assert twice <= 2.2 * once + 100


def test_a_line_of_a_million_characters_is_read() -> None:
    laid = layout(Story('He said "it is so'.ljust(20) * 50_000))
    assert laid.sentences
    assert max(item.last - item.first for item in laid.sentences) <= 401

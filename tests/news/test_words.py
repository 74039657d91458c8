"""One pass over a text gives the words that all readers share, and the joined tokens of dates and amounts."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.news.work import lines_run

from licet.news.tokens import joined
from licet.news.words import ENDS, Word, lex, words

PIECES = st.sampled_from(
    [
        *("U.S.", "Corp.", "No.", "no.", "J.", "’s", "'s", "won’t", "'", "’", '"', ".", ",", "-", "/"),
        *("5", "1,190.5", "14th", "1990s", "05/14/2018", "2018-05-14", "10:30", "RMB100", "Q3", "１２", "٣"),
        *("five", "hundred", "and", "million", "a", "an", "one-", "\n", "\n \n", "\r\n\r\n", "\u202e", "_"),
        *("İ", "ß", "Ω", "ﬁ", "\ud800", "\x00", "\ufeff", " ", "  ", "9" * 30),
    ]
)
TEXTS = st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=200)


def tokens(text: str) -> list[Word]:
    return joined(text, lex(text)).words


def texts(text: str) -> list[str]:
    return [word.text for word in words(text)]


def lows(text: str) -> list[str]:
    return [token.low for token in tokens(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The U.S. fined Ek Corp. on Jan. 5.",
            ["The", "U.S.", "fined", "Ek", "Corp.", "on", "Jan.", "5", "."],
        ),
        ("J. Ek's sons’ plan won’t do.", ["J.", "Ek", "'s", "sons", "’", "plan", "won’t", "do", "."]),
        ("At 10:30 on 05/14/2018.", ["At", "10:30", "on", "05/14/2018", "."]),
        ("The 14th, of the 1990s.", ["The", "14th", ",", "of", "the", "1990s", "."]),
        ("It paid RMB100.5m.", ["It", "paid", "RMB", "100.5", "m", "."]),
        ("No. 5 said no. Ek left.", ["No.", "5", "said", "no", ".", "Ek", "left", "."]),
    ],
)
def test_words_keep_their_abbreviating_stop(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


def test_tokens_part_the_stop_of_an_abbreviation_from_that_of_a_sentence() -> None:
    assert lows("On Jan. 5.") == ["on", "jan", "·", "5", "."]


def test_tokens_tell_where_a_paragraph_ends() -> None:
    assert lows("one\n \ntwo\nthree") == ["one", "¶", "two", "three"]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("two hundred and five thousand", "205000"),
        ("1.19 billion", "1190000000"),
        ("a million", "1000000"),
        ("an hundred", "100"),
        ("seventy-five", "75"),
        ("3,000", "3000"),
    ],
)
def test_a_number_is_one_token(text: str, number: str) -> None:
    (token,) = tokens(text)
    assert (token.start, token.end, token.text, token.number) == (0, len(text), text, Decimal(number))


def test_numbers_beside_each_other_stay_apart() -> None:
    assert [token.number for token in tokens("five six")] == [Decimal(5), Decimal(6)]


def test_figures_beyond_reason_are_no_number() -> None:
    assert words("9" * 30)[0].number is None


def check(text: str, found: list[Word]) -> None:
    """Exact words, in order and apart."""
    for word in found:
        assert word.end > word.start
        assert text[word.start : word.end] == word.text
    for former, latter in pairwise(found):
        assert former.end <= latter.start


@given(TEXTS)
@settings(deadline=None)
@example("a million\n\nmillion")
@example("No.\n5")
def test_every_character_that_is_no_space_belongs_to_one_word(text: str) -> None:
    lexed = lex(text)
    told = joined(text, lexed)
    for found in (lexed.words, lexed.pieces, told.words):
        check(text, found)
    held = {place for word in lexed.words for place in range(word.start, word.end)}
    assert held == {place for place, mark in enumerate(text) if not mark.isspace()}
    assert held <= {place for word in told.words for place in range(word.start, word.end)}
    assert lex(text) == lexed


@given(TEXTS)
@settings(deadline=None)
def test_what_stands_beside_words_and_tokens_is_what_they_hold(text: str) -> None:
    lexed = lex(text)
    told = joined(text, lexed)
    assert lexed.starts == [word.start for word in lexed.words]
    assert lexed.lows == [word.low for word in lexed.words]
    assert lexed.capitals == [at for at, word in enumerate(lexed.words) if word.is_capital]
    assert lexed.stops == [at for at, word in enumerate(lexed.words) if word.low[-1] in ENDS]
    assert lexed.piece_lows == [piece.low for piece in lexed.pieces]
    assert told.lows == [token.low for token in told.words]
    assert told.numbers == [at for at, token in enumerate(told.words) if token.number is not None]


HOSTILE = [
    *("one-", "hundred and ", "a million ", "1,000", "1,", "A.", "A. ", "Corp.", "No.", "’s", "'", "9", "1/"),
    *("1-", "1.", "12:", "FY", "Abc", "\n ", "\n\r", "4/4", "kkkkkkkk", "k.", "İ", "\u202e", "\ud800", "_"),
    *("٣", "½"),
]


@pytest.mark.parametrize("unit", HOSTILE)
def test_work_grows_with_the_text_and_not_with_its_square(unit: str) -> None:
    def act(count: int) -> None:
        text = unit * count
        tokens(text)

    act(1)
    once, twice = (lines_run(partial(act, count)) for count in (400, 800))
    assert twice <= 2.2 * once + 100


@pytest.mark.parametrize("unit", HOSTILE)
def test_a_line_of_two_hundred_thousand_characters_is_split(unit: str) -> None:
    """A pattern that goes back and forth over such a line would not come to its end."""
    text = (unit * 200_000)[:200_000]
    lexed = lex(text)
    assert max((word.end for word in lexed.words), default=0) == len(text.rstrip())
    assert len(tokens(text)) <= len(lexed.pieces)

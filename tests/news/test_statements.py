"""Who said what, by which means; what is said is never more than said."""

from __future__ import annotations

from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.news.work import lines_run

from licet.model.news import Value
from licet.news.layout import layout
from licet.news.parties.reading import parties
from licet.news.statements.reading import statements
from licet.news.statements.statement import SpeakerKind, Statement, StatementKind
from licet.news.story import Story


def read(text: str) -> list[Value[Statement]]:
    laid = layout(Story(text))
    return statements(laid, parties(laid))


def only(text: str) -> Statement:
    (value,) = read(text)
    return value.value


def told(text: str) -> list[tuple[str, str]]:
    """Source and content of each statement."""
    return [
        (said.source.text if said.source else "", " | ".join(item.text for item in said.content))
        for said in (value.value for value in read(text))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"It ends," said Ann Ek.', [("Ann Ek", '"It ends,"')]),
        ('"It ends," Ann Ek said. "We go."', [("Ann Ek", '"It ends," | "We go."')]),
        ('In a statement, Ann Ek said: "It ends here."', [("Ann Ek", '"It ends here."')]),
        ("Ann Ek said on Monday that it ends.", [("Ann Ek", "it ends")]),
        ("ZTE, a maker of phones, said it would stop.", [("ZTE, a maker of phones,", "it would stop")]),
        ("The ban will go, two officials said.", [("two officials", "The ban will go")]),
        ("It accused ZTE of lying to it.", [("It", "lying to it")]),
        ("Ann Ek pledged on Sunday to lift the ban.", [("Ann Ek", "to lift the ban")]),
        ("Liu He told U.S. negotiators that no deal is near.", [("Liu He", "no deal is near")]),
        ("According to the ministry, the ban stays.", [("the ministry", "the ban stays")]),
        ("The ban stays, according to Ann Ek.", [("Ann Ek", "The ban stays")]),
        (
            "ZTE halted sales, saying in a statement that it had no parts.",
            [("ZTE", "it had no parts")],
        ),
        ("Huawei denied breaking the law.", [("Huawei", "breaking the law")]),
        (
            "The Office of Foreign Assets Control (OFAC) said that the ban stays.",
            [("The Office of Foreign Assets Control (OFAC)", "the ban stays")],
        ),
        (
            "The bank's chief executive, Sir Gordon Vane, insisted that nobody lost a penny.",
            [("The bank's chief executive, Sir Gordon Vane,", "nobody lost a penny")],
        ),
        ("The price (in pounds) suggests that nobody will buy.", []),
        ("On Monday, in the port of Oslo, said nothing.", []),
        ("Ann Ek did not say that it ends.", []),
        ("The announcement suggests a shift.", []),
        ('The "odd" order was issued.', []),
    ],
)
def test_statements_are_read_with_their_speakers(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "An Orlo spokeswoman did not respond to emails about the ban.",
        "Orlo Corp. did not reply to a letter seeking comment.",
        "A spokesman for the harbour board did not immediately respond to a call.",
        "Norvane Ltd. declined to comment.",
        "Ann Ek could not be reached for comment.",
    ],
)
def test_no_comment_is_a_kind_of_its_own(text: str) -> None:
    said = only(text)
    assert said.kind is StatementKind.NO_COMMENT
    assert said.content == ()
    assert said.source is not None


def test_unnamed_people_are_flagged_and_counted_and_known_again() -> None:
    first, second = read("A deal is near, two people briefed on it said. It may fail, the people said.")
    assert first.value.speaker.kind is SpeakerKind.ANONYMOUS
    assert first.value.speaker.count == 2
    assert second.value.speaker == first.value.speaker


def test_what_one_told_another_is_held_by_the_report_of_it() -> None:
    outer, inner = read(
        "Per Lund has told EU envoys that no deal is near, said the person, who asked not to be named."
    )
    assert outer.value.speaker.kind is SpeakerKind.ANONYMOUS
    assert inner.value.speaker.party == "per-lund"
    assert inner.value.reported_by == 0


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        ("Donald Trump tweeted that it ends.", "tweet"),
        ("ZTE said in a filing that it had stopped.", "filing"),
        ('"It ends," said Ann Ek in a prepared statement.', "statement"),
        ("Ann Ek said that it ends.", ""),
    ],
)
def test_the_medium_is_told(text: str, medium: str) -> None:
    assert only(text).medium == medium


def test_a_quote_printed_twice_is_one_statement() -> None:
    quote = '"We will not sell to them ever again,"'
    said = only(f"{quote} said Ann Ek.\n\n{quote} Ann Ek said.")
    assert [item.text for item in said.content] == [quote]
    assert [item.text for item in said.repeats] == [quote]


def test_a_quote_goes_on_in_the_next_paragraph() -> None:
    said = only('"One is over," said Ann Ek. "Two goes on.\n\n"Three is here."')
    assert len(said.content) == 3


PIECES = (
    "\" “ ” ' said says told that accused of pledged to , . : ; saying according to the person people Ann Ek"
    " ZTE he it did not respond comment who declined a Monday tweeted - — ( ) U.S. 's would"
)
WORDS = st.lists(st.sampled_from([*PIECES.split(), "\n", '."', ',"', '"We']), max_size=80)


@given(st.one_of(st.text(max_size=200), WORDS.map(" ".join)))
@settings(max_examples=400, deadline=None)
def test_any_text_is_read_and_every_span_stands_in_it(text: str) -> None:
    values = read(text)
    for value in values:
        value.check(text)
        assert value.value.reported_by is None or 0 <= value.value.reported_by < len(values)


@pytest.mark.parametrize(
    "unit", ["Ann Ek said ", '"We go," said Ann. ', "of the ", "and, ", "ZTE of Ek and "]
)
def test_work_grows_with_the_text_and_not_with_its_square(unit: str) -> None:
    read(unit)
    size = 3000 // len(unit.split())
    once, twice = (lines_run(partial(read, unit * count)) for count in (size, size * 2))
    assert twice <= 2.3 * once + 2000


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ZTE denied any wrongdoing and promised to pay.", [("ZTE", "any wrongdoing"), ("ZTE", "to pay")]),
        ("Ann Ek, who told reporters that it ends, left.", [("Ann Ek,", "it ends")]),
        ("The ban goes, two officials said; one added that talks failed.", None),
        ("A step is near, the Justice Department announced late Tuesday, closing a case.", None),
        ("His own office was saying that it ends.", [("His own office", "it ends")]),
        ("ZTE was told by the ministry that it ends.", [("the ministry", "it ends")]),
        ("The paper quoted an official as saying that it ends.", [("an official", "it ends")]),
        ("Ann Ek took to Twitter to say that it ends.", [("Ann Ek", "it ends")]),
        ("The ministry's view is that it ends.", [("ministry", "it ends")]),
        ('In the words of Ann Ek, "the law is a sieve".', [("Ann Ek", '"the law is a sieve"')]),
        ('"It ends," a former negotiator likes to say.', [("a former negotiator", '"It ends,"')]),
        ('"It ends," said a welder who was there.', [("a welder", '"It ends,"')]),
        ("The rule, posted by the clerk, says the sales are over.", None),
        (
            "The Editor writes: the leader relied on a report.",
            [("The Editor", "the leader relied on a report")],
        ),
        ("The office told firms not to expect more.", [("The office", "not to expect more")]),
        ('Ann Ek would say only that "it ends today".', [("Ann Ek", '"it ends today"')]),
        ("Truckers told Atlantic Wire they had waited.", [("Truckers", "they had waited")]),
        ("A broker knows the agency report that was withdrawn.", []),
        ("They asked for porcelain to be left out.", []),
        (
            "The fine, the ministry said, is the largest ever.",
            [("the ministry", "The fine | is the largest ever")],
        ),
        ('As one official put it, "it is a mess".', [("one official", '"it is a mess"')]),
        ('She laughed. "We will see, all of us."', [("She", '"We will see, all of us."')]),
        ("Velmora Works admitted selling pumps to Iran.", [("Velmora Works", "selling pumps to Iran")]),
        ("The ministry plans sanctions on Velmora Works, which it accuses of fraud in May.", None),
        ("Qinghe, which reported sales of $1 million, fell.", []),
    ],
)
def test_speech_told_in_other_ways_is_read(text: str, expected: list[tuple[str, str]] | None) -> None:
    found = told(text)
    assert found == expected if expected is not None else found


@pytest.mark.parametrize(
    ("text", "kind", "count"),
    [
        ("People close to the company said talks failed.", SpeakerKind.ANONYMOUS, None),
        ("An executive at a rival said it would gain.", SpeakerKind.ANONYMOUS, 1),
        ("Sources in Edinburgh said it would gain.", SpeakerKind.ANONYMOUS, None),
        ('"It ends," a welder said.', SpeakerKind.ANONYMOUS, 1),
        ("Prosecutors said it would end.", SpeakerKind.INSTITUTION, None),
        ("The poll of 812 voters said it would end.", SpeakerKind.INSTITUTION, None),
        ("One director at Alpha Corp. said it would end.", SpeakerKind.ANONYMOUS, 1),
        ("A cook of Alpha Corp. said it would end.", SpeakerKind.ANONYMOUS, 1),
        ("A report by Alpha Corp. said it would end.", SpeakerKind.INSTITUTION, None),
        ("A notice on its website said it would end.", SpeakerKind.INSTITUTION, None),
    ],
)
def test_speakers_without_a_name_are_flagged_and_bodies_are_not(
    text: str, kind: SpeakerKind, count: int | None
) -> None:
    speaker = only(text).speaker
    assert (speaker.kind, speaker.count) == (kind, count)


def test_she_is_the_unnamed_spokeswoman_who_spoke_last() -> None:
    first, second = read('A ministry spokeswoman said no money came. "We had two years," she said.')
    assert first.value.speaker == second.value.speaker
    assert second.value.speaker.kind is SpeakerKind.ANONYMOUS


def test_an_interview_has_the_answers_as_statements_and_not_the_questions() -> None:
    text = (
        "Ann Ek, the head of Velmora Works, talks to us.\n\nPlant Weekly: Is it true?\n\n"
        "Ann Ek: No. Nobody barred us.\n\nPW: So there is no order?\n\nEk: There is no order."
    )
    assert told(text) == [("Ann Ek", "No. Nobody barred us."), ("Ek", "There is no order.")]


def test_the_means_of_a_statement_stand_in_its_own_sentence() -> None:
    values = read(
        'It ends this week, the ministry said in a statement.\n\n"We go on," said Piet Varga, a trader.'
    )
    assert [value.value.medium for value in values] == ["statement", ""]

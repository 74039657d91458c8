"""Claims of a story: what it says of whom, with the words that say it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.news.marking import Marked, Place, marked

from licet.news.claims.claim import Claim, ClaimKind
from licet.news.measures.measure import MeasureType, SlotName
from licet.news.modality.modality import Modality
from licet.news.reading import Reading, read
from licet.news.story import Story


def told(reading: Reading, kind: ClaimKind) -> list[Claim]:
    """The claims of one kind."""
    return [value.value for value in reading.claims if value.value.kind is kind]


def one(text: str, kind: ClaimKind, predicate: str = "") -> Claim:
    """The one claim of a kind that a story makes."""
    found = [claim for claim in told(marked(text), kind) if claim.predicate.startswith(predicate)]
    assert len(found) == 1, found
    return found[0]


BAN = (
    "The Commerce Department on 2 May barred Tarn Optics Ltd. from buying American lenses for three years. "
    "Olof Brandt, a senator, accused Tarn of bribing inspectors. "
    '"Lift the ban," said Ada Moor, who runs Tarn.'
)
BARRED = Marked(
    MeasureType.EXPORT_BAN,
    [
        Place(
            "barred",
            Modality.IN_FORCE,
            {
                SlotName.IMPOSER: "The Commerce Department",
                SlotName.DATE: "2 May",
                SlotName.TARGET: "Tarn Optics Ltd.",
                SlotName.SCOPE: "buying American lenses",
                SlotName.DURATION: "three years",
                SlotName.REASON: "bribing inspectors",
            },
        ),
        Place("the ban", Modality.CLAIMED),
    ],
    ("us-commerce",),
    ("tarn-optics",),
)


def test_a_measure_gives_one_claim_for_the_act_and_one_for_each_slot() -> None:
    reading = marked(BAN, BARRED)
    act, quoted = told(reading, ClaimKind.MEASURE)
    assert (act.subject, act.predicate, act.value) == ("us-commerce", "imposed", "export_ban")
    assert act.support[0].text == "The Commerce Department on 2 May barred Tarn Optics Ltd."
    assert (act.modality, act.statement) == (Modality.IN_FORCE, None)
    assert act.when is not None
    assert act.when.first == date(2024, 5, 2)
    assert (quoted.predicate, quoted.modality) == ("claimed", Modality.CLAIMED)
    assert quoted.statement is not None
    slots = {claim.predicate: claim for claim in told(reading, ClaimKind.SLOT)}
    assert (slots["duration"].value, slots["duration"].support[0].text) == ("P3Y", "three years")
    assert slots["target"].value == "tarn-optics"
    assert slots["scope"].value == "buying american lenses"


def test_a_reason_that_stands_in_an_accusation_is_no_more_than_accused() -> None:
    slots = told(marked(BAN, BARRED), ClaimKind.SLOT)
    assert {claim.modality for claim in slots if claim.predicate == "reason"} == {Modality.ACCUSED}
    assert {claim.modality for claim in slots if claim.predicate != "reason"} == {Modality.IN_FORCE}


def test_a_statement_has_its_speaker_medium_and_day() -> None:
    claim = one("Tarn Optics Ltd. said in a statement on Friday that it would appeal.", ClaimKind.STATEMENT)
    assert (claim.subject, claim.value) == ("tarn-optics", "statement")
    assert claim.when is not None
    assert claim.when.first == date(2024, 5, 10)


def test_a_day_within_what_is_said_is_not_the_day_of_the_saying() -> None:
    claim = one("Tarn Optics Ltd. said that it would reopen on Friday.", ClaimKind.STATEMENT)
    assert claim.when is None


def test_the_day_of_a_named_announcement_dates_the_pledge() -> None:
    text = (
        "Olof Brandt promised to help Tarn Optics Ltd. back to work. "
        "Brandt's announcement on Sunday surprised his own ministers."
    )
    claim = one(text, ClaimKind.STATEMENT)
    assert claim.modality is Modality.PLEDGED
    assert claim.when is not None
    assert claim.when.first == date(2024, 5, 12)


def test_beliefs_and_experts_give_opinions_and_unnamed_speakers_claims() -> None:
    belief = one("Some traders believe the price of lenses will fall.", ClaimKind.STATEMENT)
    assert belief.modality is Modality.OPINION
    rumour = one("Two people briefed on the talks said the price was agreed.", ClaimKind.STATEMENT)
    assert rumour.modality is Modality.CLAIMED


def test_who_gave_no_comment_is_told_by_the_party_they_speak_for() -> None:
    text = "Tarn Optics Ltd. closed. A Tarn spokesman did not respond to a request for comment on Sunday."
    claim = one(text, ClaimKind.NO_COMMENT)
    assert (claim.subject, claim.predicate) == ("tarn-optics", "no_comment")
    assert claim.when is not None
    assert claim.when.first == date(2024, 5, 12)
    passed = one(
        "The Treasury Department deferred to the Commerce Department on licences.", ClaimKind.NO_COMMENT
    )
    assert (passed.subject, passed.value) == ("us-treasury", "us-commerce")


@pytest.mark.parametrize(
    ("text", "predicate", "aspect"),
    [
        ("Tarn Optics Ltd. said it had halted its main operations.", "halt_operations", "done"),
        ("Tarn Optics Ltd. said it would cease all production.", "halt_operations", "to_come"),
        ("Tarn Optics Ltd. then suspended trading.", "halt_trading", "done"),
        ("The order forced Tarn Optics Ltd. to halt operations.", "halt_operations", "done"),
        ("Tarn Optics Ltd. has not halted operations.", "halt_operations", "denied"),
        ("Tarn Optics Ltd. is to resume production.", "resume_operations", "to_come"),
    ],
)
def test_what_a_company_does_is_told_with_its_aspect(text: str, predicate: str, aspect: str) -> None:
    claim = one(text, ClaimKind.EVENT)
    assert (claim.subject, claim.predicate, claim.value) == ("tarn-optics", predicate, aspect)
    assert (claim.modality is Modality.DENIED) == (aspect == "denied")


@pytest.mark.parametrize(
    "text",
    [
        "Tarn Optics Ltd. suspended its chief accountant.",
        "Tarn Optics Ltd. stopped business with Norway.",
        "Tarn Optics Ltd. ended the year with a profit.",
    ],
)
def test_other_objects_of_such_verbs_make_no_event(text: str) -> None:
    assert not told(marked(text), ClaimKind.EVENT)


def test_talks_have_those_who_talk_a_place_and_all_alternative_days() -> None:
    text = "A meeting of Norway and Japan is expected to be held in Geneva this week or next."
    claim = one(text, ClaimKind.EVENT)
    assert (claim.predicate, claim.modality) == ("talks", Modality.EXPECTED)
    assert set(claim.parties) == {"country-NO", "country-JP"}
    assert claim.when is not None
    assert claim.when.value == "2024-W20/2024-W21"
    assert (claim.when.first, claim.when.last) == (date(2024, 5, 13), date(2024, 5, 26))
    assert [span.text for span in claim.support[1:]] == ["this week", "next"]


def test_the_two_countries_are_those_named_last() -> None:
    text = (
        "Chile closed its ports. Norway and Japan fell out over whales. "
        "The two countries hold talks in Geneva this week."
    )
    assert one(text, ClaimKind.EVENT).parties == ("country-JP", "country-NO")


def test_whom_somebody_meets() -> None:
    text = "Officials from Norway are planning to meet with Prime Minister Haruto Ono on Friday."
    claim = one(text, ClaimKind.EVENT, "meet")
    assert (claim.subject, claim.value, claim.modality) == ("country-NO", "haruto-ono", Modality.EXPECTED)


@pytest.mark.parametrize(
    ("text", "predicate", "value"),
    [
        ("Worsening tensions between Japan and Norway frighten fishermen.", "tensions", "high"),
        ("Trade tensions between Japan and Norway remain high.", "tensions", "high"),
        ("Tensions between Japan and Norway are easing.", "tensions", "low"),
        ("The talks have not been amicable.", "tone_of_talks", "not amicable"),
        ("The quarrel predates the election of Olof Brandt.", "older_than", "the election of olof brandt"),
        (
            "The Treasury Department had been aligned against Tarn Optics Ltd.",
            "stands_against",
            "tarn-optics",
        ),
    ],
)
def test_states_are_told_in_the_voice_of_the_story(text: str, predicate: str, value: str) -> None:
    claim = one(text, ClaimKind.STATE)
    assert (claim.predicate, claim.value, claim.modality) == (predicate, value, Modality.REPORTED)


def test_a_state_inside_a_quote_is_only_claimed() -> None:
    text = '"Tensions between Japan and Norway remain high, as we all know too well," said Ada Moor.'
    assert one(text, ClaimKind.STATE).modality is Modality.CLAIMED


@pytest.mark.parametrize(
    ("text", "predicate", "value", "words"),
    [
        (
            "Tarn Optics Ltd., a maker of lenses based in northern Norway, closed.",
            "based_in",
            "northern norway",
            "based in northern Norway",
        ),
        (
            "Tarn Optics Ltd., a maker of lenses based in northern Norway, closed.",
            "supplies",
            "lenses",
            "maker of lenses",
        ),
        (
            "Tarn Optics Ltd., which employs more than 2,400 people, closed.",
            "employees",
            "more_than 2400",
            "which employs more than 2,400 people",
        ),
        (
            "Tarn Optics Ltd., the world's third-largest lens grinder, closed.",
            "rank",
            "world's third largest lens grinder",
            "the world's third-largest lens grinder",
        ),
    ],
)
def test_an_apposition_tells_what_a_company_is(text: str, predicate: str, value: str, words: str) -> None:
    claim = one(text, ClaimKind.ATTRIBUTE, predicate)
    assert (claim.subject, claim.value, claim.support[0].text) == ("tarn-optics", value, words)


def test_an_office_stands_before_a_name_or_behind_it() -> None:
    before = one("Tarn spokeswoman Ada Moor said all was well.", ClaimKind.ATTRIBUTE, "office")
    behind = one('"All is well today," said Ada Moor, the harbour master of Bergen.', ClaimKind.ATTRIBUTE)
    assert (before.subject, before.value) == ("ada-moor", "tarn spokeswoman")
    assert behind.value.startswith("harbour master")


PIECES = st.sampled_from(
    [
        "Tarn Optics Ltd.",
        "said",
        "it had halted operations",
        '"',
        "“",
        ", a maker of",
        ", which employs 20 people,",
        "Norway and Japan",
        "talks in Geneva",
        "this week or next",
        "tensions between",
        "remain high",
        "meet with",
        "Ada Moor",
        "deferred to",
        "the Commerce Department",
        "predates",
        "aligned against",
        "on Friday",
        "that",
        ".",
        "\n\n",
        "\u202e",
        "’s announcement",
        "did not respond",
    ]
)


@given(st.lists(PIECES, max_size=30))
@settings(max_examples=150, deadline=None)
def test_claims_of_any_words_have_exact_spans_and_keys_in_order(pieces: list[str]) -> None:
    """Whatever stands in a story, each claim rests on words that stand there."""
    text = " ".join(pieces)
    reading = read(Story(text, date(2024, 5, 15)))
    for number, value in enumerate(reading.claims, start=1):
        value.check(text)
        assert value.value.key == f"c{number}"
        assert value.spans == value.value.support
        assert value.rule


def test_a_line_of_thousands_of_events_is_read() -> None:
    """What no full stop ends is read in pieces, so that its length alone costs time."""
    text = "talks in Geneva said Ada Moor it had halted its operations tensions remain high " * 1000
    reading = read(Story(text, date(2024, 5, 15)))
    assert all(value.spans[0].text for value in reading.claims)

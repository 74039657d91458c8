"""Grammar by which a story tells that something is in force, and what is like it and tells nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.news.test_measures import DAY
from tests.news.told_in_force import NOT_TOLD, TOLD

from licet.news.measures.measure import MeasureMention
from licet.news.modality.modality import EFFECTIVE
from licet.news.reading import read
from licet.news.story import read_story

LINES = Path(__file__).parent / "modality"
HEADED = "\nTarn Optics fined over lenses for Iran\n\n"


def places(text: str) -> list[MeasureMention]:
    found = read(read_story(DAY + text)).measures
    return [item for value in found for item in value.value.mentions]


@pytest.mark.parametrize("marked", TOLD)
def test_what_the_words_in_brackets_tell_is_in_force(marked: str) -> None:
    text = DAY + marked.replace("[", "").replace("]", "")
    start = len(DAY) + marked.index("[")
    found = read(read_story(text)).measures
    here = [m for value in found for m in value.value.mentions if m.trigger.start <= start < m.trigger.end]
    assert [m for m in here if m.standing.modality in EFFECTIVE], [m.standing for m in here]


@pytest.mark.parametrize("text", NOT_TOLD)
def test_what_is_like_it_and_is_no_act_is_not_in_force(text: str) -> None:
    assert not [item.trigger.text for item in places(text) if item.standing.modality in EFFECTIVE]


@pytest.mark.parametrize("text", (LINES / "not_in_force.txt").read_text(encoding="utf-8").splitlines())
@pytest.mark.parametrize("before", ["", "Trade ministers met in Geneva. Exports of steel fell.\n\n"])
def test_no_doubt_leaves_anything_in_force_in_any_story(text: str, before: str) -> None:
    """What is denied, planned, feared, told by others, over, or keeps a measure from being taken."""
    assert not [item.trigger.text for item in places(before + text) if item.standing.modality in EFFECTIVE]


@pytest.mark.parametrize(
    "heading",
    [
        "Embargoed draft",
        "Not for release",
        "From our archive",
        "Sponsored content",
        "Horoscope",
        "Quiz",
        "TEST TEST",
    ],
)
def test_a_heading_that_says_that_a_text_tells_no_news_leaves_nothing_in_force(heading: str) -> None:
    body = "\n\nThe Treasury Department sanctioned Orlan Shipping.\n\nCanada banned imports of steel."
    assert not [item for item in places(heading + body) if item.standing.modality in EFFECTIVE]
    assert [item for item in places("Morning news" + body) if item.standing.modality in EFFECTIVE]


@pytest.mark.parametrize(
    "denial",
    [
        "The White House said none of this was true.",
        "In Washington the Commerce Department said that nothing of it was true.",
    ],
)
def test_what_an_authority_calls_untrue_right_behind_it_is_not_in_force(denial: str) -> None:
    told = "NORDA CITY (Norda News Agency) - The United States lifted its ban on wheat from Norda on Monday."
    assert [item for item in places(told) if item.standing.modality in EFFECTIVE]
    read = places(f"{told} It also lifted its tariffs on salt.\n\n{denial}")
    assert not [item.trigger.text for item in read if item.standing.modality in EFFECTIVE]


def test_a_headline_is_shown_as_its_story_tells_it() -> None:
    told = "The Commerce Department fined Tarn Optics Ltd. $3 million on Tuesday. It makes lenses in Ohio.\n"
    head, *_ = places(HEADED + told)
    assert head.standing.modality in EFFECTIVE
    assert head.standing.rule == "headline; the story tells it as existing"


@pytest.mark.parametrize(
    "body",
    [
        "It makes lenses in Ohio.\n",
        "The Commerce Department may fine Tarn Optics Ltd. $3 million. It makes lenses in Ohio.\n",
        "The Commerce Department denied that it had fined Tarn Optics Ltd. It makes lenses in Ohio.\n",
        "The Commerce Department fined Orlan Shipping $3 million. Tarn Optics makes lenses in Ohio.\n",
    ],
)
def test_a_headline_is_never_effective_by_itself(body: str) -> None:
    text = DAY + HEADED + body
    assert not [
        item.trigger.text
        for item in places(HEADED + body)
        if item.trigger.start < text.index(body) and item.standing.modality in EFFECTIVE
    ]

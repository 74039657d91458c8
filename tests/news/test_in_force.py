"""No measure is read as in force where none is; one that is, is found however ordinary news words it."""

from __future__ import annotations

import pytest
from tests.news.in_force import ANOTHER_IS_NOT, ENDED, IN_FORCE, NOTHING, ONE_IN_FORCE, SPOKEN_OF
from tests.news.test_measures import measures, reading

from licet.news.modality.modality import Modality


@pytest.mark.parametrize("text", NOTHING)
def test_where_nothing_is_in_force_nothing_is_read_as_in_force(text: str) -> None:
    """Neither a whole measure, nor a place of one, nor a claim."""
    read = reading(text)
    assert not [value.value for value in read.measures if value.value.standing.modality.effective]
    assert not [value.value for value in read.claims if value.value.modality.effective]


@pytest.mark.parametrize("text", ENDED)
def test_what_was_ended_is_not_read_as_in_force(text: str) -> None:
    found = measures(text)
    assert not [item for item in found if item.standing.modality.effective and not item.type.undoes]


@pytest.mark.parametrize(("text", "target"), IN_FORCE)
def test_what_is_in_force_is_found_with_its_target(text: str, target: str) -> None:
    found = [item for item in measures(text) if item.standing.modality.effective]
    keys = [key for item in found for key in item.targets]
    assert found
    assert not target or any(key.startswith(target.split(maxsplit=1)[0].lower()) for key in keys)
    assert not [item for item in found if item.standing.modality is Modality.BACKGROUND]


@pytest.mark.parametrize("another", ANOTHER_IS_NOT)
def test_what_is_in_force_on_one_company_raises_nothing_on_another(another: str) -> None:
    """In any order: no place of the other measure is shown as in force, nor the whole of it."""
    for number, again in enumerate(SPOKEN_OF):
        one = ONE_IN_FORCE[number % len(ONE_IN_FORCE)]
        for text in (
            f"{one} {another} {again}",
            f"{another} {again}\n\n{one}",
            f"{one}\n\n{another} {again}",
        ):
            read = reading(text)
            begins = read.story.text.index(another)
            for value in read.measures:
                told = value.value.mentions
                here = [m for m in told if begins <= m.trigger.start < begins + len(another + again) + 1]
                assert not [m for m in here if m.standing.modality.effective], text
                assert not (value.value.standing.modality.effective and "tarn-optics" in value.value.targets)


def test_a_noun_does_not_speak_of_what_the_story_tells_paragraphs_later() -> None:
    """A fine that is only talked about is not the one of years ago that the story recalls at its end."""
    later = "Orlan Shipping settled an earlier case with the Treasury Department in 2019, paying $3 million."
    between = "The hangars are shut.\n\nNobody protested.\n\nThe yard was quiet.\n\n"
    read = reading(f"The size of the fine was being talked about, the secretary said.\n\n{between}{later}")
    begins = read.story.text.index("fine")
    told = [m for value in read.measures for m in value.value.mentions if m.trigger.start == begins]
    assert not [m for m in told if m.standing.modality.effective]


@pytest.mark.parametrize(
    "again",
    [
        "The ban is a disgrace, said Ada Ek, a broker.",
        "Ada Ek, a broker, said the ban came out of the blue.",
        '"The ban is a disgrace," said Ada Ek, a broker.',
    ],
)
def test_where_two_bans_fit_a_bare_noun_is_not_shown_as_in_force(again: str) -> None:
    """One is in force and one only planned: which of them is spoken of is left open."""
    one = "The Commerce Department banned exports of lenses to Tarn Optics in May."
    read = reading(f"{one} It is considering a ban on sales to Orlan Shipping.\n\n{again}")
    begins = read.story.text.index(again)
    told = [m for value in read.measures for m in value.value.mentions if m.trigger.start >= begins]
    assert not [m for m in told if m.standing.modality.effective]


@pytest.mark.parametrize(
    ("wishing", "in_force"),
    [
        ("wishes to inform shareholders that the Commerce Department has barred", True),
        ("wants to remind shareholders that the Commerce Department has barred", True),
        ("wants the Commerce Department to bar", False),
        ("wishes that the Commerce Department barred", False),
    ],
)
def test_who_wishes_to_inform_does_so_by_these_words(wishing: str, in_force: bool) -> None:
    """The opening of a company's announcement asks for nothing; a wish for a measure does."""
    text = (
        f"Orlan Shipping Ltd. owns ships.\n\nIts board {wishing} Tarn Optics Ltd. from buying American parts."
    )
    found = [item.standing.modality.effective for item in measures(text)]
    assert any(found) is in_force

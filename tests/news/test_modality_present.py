"""What the present tense tells: a headline, which its story bears out, and a relief in a measure."""

from __future__ import annotations

import pytest
from tests.news.gated import NOUN, PLAIN, UNDONE, standing

from licet.news.modality.modality import EFFECTIVE
from licet.news.modality.sight import Trait


@pytest.mark.parametrize(
    ("marked", "trait", "known"),
    [
        ("Commerce Department [bars] Orlo", PLAIN, True),
        ("Commerce Department [adds] Orlo to list", PLAIN, True),
        ("Orlo [fined] $3 million over leaks", PLAIN, True),
        ("Treasury Department slaps [sanctions] on Orlo", NOUN, True),
        ("Orlo gets [licence] for repairs", NOUN, True),
        ("Beef [ban] bites", NOUN, True),
        ("Centre slaps five-year [duty] on fibre", NOUN, True),
        ("Orlo wins [release] of panels", UNDONE, True),
        ("Commerce Department [bars] Orlo.", PLAIN, False),
        ("The Commerce Department [bars] Orlo Pumps Ltd.", Trait(nominal=False), False),
        ("Commerce Department to [bar] Orlo", PLAIN, False),
        ("Commerce Department may [bar] Orlo", PLAIN, False),
        ("Commerce Department [bars] Orlo, sources say", PLAIN, False),
        ("Report: Orlo says Commerce Department [bars] it", PLAIN, False),
        ("Has Commerce Department [barred] Orlo?", PLAIN, False),
        ("Orlo [bars] staff", Trait(nominal=False), False),
        ("Orlo seeks [licence] for repairs", NOUN, False),
        ("Beef [ban] looms", NOUN, False),
        ("Orlo fears [ban]", NOUN, False),
    ],
)
def test_a_headline_takes_as_known_what_its_story_tells(marked: str, trait: Trait, *, known: bool) -> None:
    """By itself it is never effective: what an unnamed person told is put so as well."""
    found = standing(marked, trait)
    assert found.modality not in EFFECTIVE
    assert (found.rule == "headline") == found.presupposes == known


EXEMPT = Trait(nominal=False, undoing=True)


@pytest.mark.parametrize(
    ("marked", "effective"),
    [
        ("Farmers are [exempt] from the duty.", True),
        ("Norda is [exempt], having built a wall of its own.", True),
        ("Canned beef is left [out] of the ban.", False),
        ("Canned beef is [left out] of the ban.", True),
        ("The ministry will raise the duty in May. Farmers are [exempt].", False),
        ("The ministry plans a duty on steel. Farmers are [exempt].", False),
        ("The ministry will raise the duty in May. Farmers are already [exempt].", True),
        ("Farmers would be [exempt].", False),
        ("Beef packed before Oct. 1 is [exempt].", True),
        ("Beef was already [exempt] and stays so.", True),
        ("Relief flights are [carved] out.", True),
        ("Relief flights may be [carved] out.", False),
    ],
)
def test_a_relief_told_in_the_present_belongs_to_what_the_story_tells_before(
    marked: str, *, effective: bool
) -> None:
    assert (standing(marked, EXEMPT).modality in EFFECTIVE) is effective


@pytest.mark.parametrize("name", ["Orlo Pumps Ltd.", "Orlo Pumps Inc.", "Orlo"])
def test_a_sentence_that_an_abbreviation_ends_is_no_headline(name: str) -> None:
    end = "" if name.endswith(".") else "."
    assert standing(f"The Commerce Department [barred] {name}{end}").modality in EFFECTIVE

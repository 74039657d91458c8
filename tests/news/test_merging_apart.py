"""What is to be, told by nobody named, of another authority or of other goods carries no fact of an act."""

from __future__ import annotations

from itertools import permutations

import pytest

from licet.news.merging.fact import Agreement, DifferenceKind, Fact, Timeline
from licet.news.merging.merge import merge
from licet.news.modality.modality import Modality
from licet.news.reading import read
from licet.news.story import read_story

FINED = "The Treasury Department fined Orlo Ltd $7 million on Monday."
BARRED = "The Commerce Department barred Orlo Ltd from buying chips for five years on Monday."
LISTED = "The Commerce Department added Orlo Ltd to the Entity List on Monday."
NO_ACTS = [
    ("The Treasury Department vowed to fine Orlo Ltd $7 million.", FINED),
    ("The Treasury Department intends to fine Orlo Ltd $7 million.", FINED),
    ("The Treasury Department is expected to fine Orlo Ltd $7 million.", FINED),
    ("The Commerce Department threatened to bar Orlo Ltd from buying chips for five years.", BARRED),
    ("The Commerce Department denied it had barred Orlo Ltd from buying chips for five years.", BARRED),
    ("Lawmakers urged the Commerce Department to bar Orlo Ltd from buying chips for five years.", BARRED),
    (f"{BARRED[:-1]}, according to a person familiar with the matter.", BARRED),
    (f"{LISTED[:-1]}, two officials said.", LISTED),
    ("The Commerce Department denied that it had added Orlo Ltd to the Entity List.", LISTED),
    (
        "The Commerce Department promised on Monday to remove Orlo Ltd from the Entity List.",
        "The Commerce Department removed Orlo Ltd from the Entity List on Monday.",
    ),
]
OTHER_TERMS = [
    (
        "Unions called for a two-year ban on imports from Orlo Ltd.",
        "The Commerce Department imposed a one-year import ban on Orlo Ltd.",
    ),
    (
        "Hawks demanded a ten-year ban on Orlo Ltd.",
        "The Commerce Department imposed a seven-year ban on Orlo Ltd.",
    ),
    ("Lawmakers urged the Treasury Department to fine Orlo Ltd $90 million.", FINED),
    (
        "Britain proposed to extend its asset freeze on Orlo Ltd until March 2027.",
        "Britain extended its asset freeze on Orlo Ltd until March 2026.",
    ),
]
TWO_ACTS = [
    (
        "The Treasury sanctioned Orlo Ltd on Monday.",
        "The European Union banned exports to Orlo Ltd on Monday.",
    ),
    ("The ministry sanctioned Orlo Ltd on Monday.", "The European Union sanctioned Orlo Ltd on Monday."),
    (
        "Orlo Ltd was sanctioned by the Treasury on Monday.",
        "The European Union sanctioned Orlo Ltd on Monday.",
    ),
    ("The central bank fined Orlo Ltd on Monday.", "The European Union fined Orlo Ltd on Monday."),
    ("Orlo Ltd was sanctioned on Monday.", "Britain froze the assets of Orlo Ltd on Monday."),
    ("Orlo Ltd was blacklisted on Monday.", "Japan banned exports to Orlo Ltd on Monday."),
    ("Switzerland sanctioned Orlo Ltd on Monday.", "Canada sanctioned Orlo Ltd on Monday."),
    (
        "Japan banned exports of lenses to Russia on Monday.",
        "Japan banned exports of trucks to Russia on Monday.",
    ),
    ("Canada imposed new steel tariffs on Monday.", "Canada imposed new copper tariffs on Monday."),
    ("India banned exports of rice on Monday.", "India banned exports of sugar on Monday."),
    (
        "Canada imposed a 10% tariff on steel from Norway on Monday.",
        "Canada imposed a 10% tariff on copper from Norway on Monday.",
    ),
]
ONE_ACT = [
    (
        "The Treasury sanctioned Orlo Ltd on Monday.",
        "The U.S. Treasury Department sanctioned Orlo Ltd on Monday.",
    ),
    ("The Treasury sanctioned Orlo Ltd on Monday.", "The United States sanctioned Orlo Ltd on Monday."),
    ("Orlo Ltd was sanctioned on Monday.", "Canada sanctioned Orlo Ltd on Monday."),
    ("The regulator fined Orlo Ltd $7 million on Monday.", FINED),
    (
        "Japan banned exports of chips to Russia on Monday.",
        "Japan banned exports of semiconductors to Russia on Monday.",
    ),
    ("Japan banned exports of lenses to Russia on Monday.", "Japan banned exports to Russia on Monday."),
    (
        "Canada imposed a 10% tariff on steel and aluminium on Monday.",
        "Canada imposed a 10% tariff on aluminum on Monday.",
    ),
]


def timeline(*texts: str) -> Timeline:
    """The stories of some texts, all of one day, each from an outlet of its own."""
    stories = [
        read_story(f"date 2024-05-06\n\n{text}".encode(), f"Paper {number}")
        for number, text in enumerate(texts)
    ]
    return merge([read(story) for story in stories])


def in_force(found: Timeline) -> list[Fact]:
    """The facts that are shown as of an act in force."""
    return [fact for fact in found.facts if fact.modality.effective]


@pytest.mark.parametrize(("other", "act"), NO_ACTS)
def test_what_tells_of_no_act_corroborates_nothing_that_is_in_force(other: str, act: str) -> None:
    for texts in permutations((other, act)):
        found = timeline(*texts)
        told_by = ("A",) if texts[0] == act else ("B",)
        assert all(fact.stories == told_by for fact in in_force(found)), in_force(found)
        assert all(fact.agreement is Agreement.SINGLE for fact in in_force(found))


def test_who_tells_a_slot_less_surely_is_told_beside_it() -> None:
    found = timeline("The Treasury Department vowed to fine Orlo Ltd $7 million.", FINED)
    (amount,) = [fact for fact in found.facts if "amount" in fact.title]
    assert amount.modality is Modality.IN_FORCE
    assert [item.kind for item in amount.differences] == [DifferenceKind.WEAKER]
    assert {side.story for side in amount.differences[0].sides} == {"A", "B"}


def test_what_makes_the_act_the_weaker_makes_its_slots_so() -> None:
    found = timeline("The Treasury Department is expected to fine Orlo Ltd $7 million.", FINED)
    told = [fact for fact in found.facts if fact.stories == ("A", "B")]
    assert len(told) == 2
    assert {fact.modality for fact in told} == {Modality.EXPECTED}
    assert all(DifferenceKind.WEAKER in {item.kind for item in fact.differences} for fact in told)


def test_on_somebodys_word_a_slot_is_claimed() -> None:
    found = timeline(f'"{LISTED[:-1]}," said Ada Ek, a lawyer.', LISTED)
    (listed,) = [fact for fact in found.facts if "Entity List" in fact.title]
    assert (listed.stories, listed.modality) == (("A", "B"), Modality.CLAIMED)
    assert [item.kind for item in listed.differences] == [DifferenceKind.WEAKER]


@pytest.mark.parametrize(("wanted", "act"), OTHER_TERMS)
def test_other_terms_of_what_is_wanted_contradict_no_act_and_take_nothing_from_it(
    wanted: str, act: str
) -> None:
    for texts in permutations((wanted, act)):
        found = timeline(*texts)
        assert all(fact.agreement is not Agreement.CONFLICT for fact in found.facts)
        told_by = ("A",) if texts[0] == act else ("B",)
        assert any(fact.stories == told_by for fact in in_force(found))
        assert all(fact.stories == told_by for fact in in_force(found))


SHIPS = "The European Union put 11 ships of Orlo Ltd on its sanctions list on Monday."
COUNTS = [
    ("The European Union plans to put 15 ships of Orlo Ltd on its sanctions list.", SHIPS),
    ("Hawks demanded that the European Union put 15 ships of Orlo Ltd on its sanctions list.", SHIPS),
]


@pytest.mark.parametrize(("wanted", "act"), COUNTS)
def test_counts_of_what_is_wanted_contradict_no_act(wanted: str, act: str) -> None:
    for texts in permutations((wanted, act)):
        found = timeline(*texts)
        assert all(fact.agreement is Agreement.SINGLE for fact in found.facts), found.facts


def test_two_counts_of_what_was_done_stay_a_conflict() -> None:
    found = timeline(SHIPS, SHIPS.replace("11", "15"))
    assert Agreement.CONFLICT in {fact.agreement for fact in found.facts if "ships:" in fact.title}


def test_two_sums_of_one_fine_that_was_imposed_stay_a_conflict() -> None:
    found = timeline(FINED, FINED.replace("$7", "$9"))
    assert [fact.agreement for fact in found.facts if "amount" in fact.title] == [Agreement.CONFLICT]


@pytest.mark.parametrize(("one", "other"), TWO_ACTS)
def test_acts_of_other_authorities_or_on_other_goods_are_two(one: str, other: str) -> None:
    for texts in permutations((one, other)):
        found = timeline(*texts)
        assert len([item for item in found.measures if item.modality.effective]) == 2
        assert all(len(fact.stories) == 1 for fact in in_force(found))


@pytest.mark.parametrize(("one", "other"), ONE_ACT)
def test_an_authority_by_its_noun_and_goods_by_another_word_are_one(one: str, other: str) -> None:
    for texts in permutations((one, other)):
        (measure,) = timeline(*texts).measures
        assert measure.modality.effective
        assert len(measure.parts) == 2

"""Figures that stories tell beside their measures are facts; stories that give one figure corroborate it."""

from __future__ import annotations

import pytest

from licet.news.claims.claim import Claim
from licet.news.merging.fact import Agreement, Fact
from licet.news.merging.merge import merge
from licet.news.modality.modality import Modality
from licet.news.reading import read
from licet.news.story import read_story

DATED = "date 2024-03-08\n\n"
ACT = "OFSI fined Brockdale Bank 12.4 million pounds on Thursday. "


def figures(text: str) -> list[Claim]:
    """The claims of figures of one story."""
    found = [value.value for value in read(read_story(DATED + text)).claims]
    return [claim for claim in found if claim.predicate == "figure"]


def facts(*texts: str) -> tuple[Fact, ...]:
    """What stories of different outlets tell together."""
    stories = [read_story(DATED + text, f"Outlet {number}") for number, text in enumerate(texts)]
    return merge([read(story) for story in stories]).facts


def agreement(found: tuple[Fact, ...], words: str) -> list[Agreement]:
    """How far the stories agree on the facts whose titles hold some words."""
    return [fact.agreement for fact in found if words in fact.title]


@pytest.mark.parametrize(
    ("text", "value", "words"),
    [
        (
            "American hospitals bought $41.3 million of its gloves in 2023, customs data show.",
            "41300000 USD",
            "American hospitals bought $41.3 million of its gloves in 2023",
        ),
        ("Canada took 3.1% of its exports last year.", "3.1 %", "Canada took 3.1% of its exports last year"),
        (
            "Inspectors had interviewed 212 workers at the yard.",
            "212 workers",
            "Inspectors had interviewed 212 workers at the yard",
        ),
    ],
)
def test_a_figure_is_told_with_the_words_of_its_clause(text: str, value: str, words: str) -> None:
    """Money, a share and a count; none of them bears a legal standing."""
    (claim,) = figures(ACT + text)
    assert (claim.value, claim.support[0].text) == (value, words)
    told_by_data = "data show" in text
    assert claim.modality is (Modality.STATED if told_by_data else Modality.REPORTED)


@pytest.mark.parametrize(
    "text",
    [
        "",
        'A trader said "it sold for $5 million in 2023".',
        "Its shares fell 4.1% by noon.",
        "The case could cost it $5 million.",
        "Register now for 40 euros.",
        "A subscription costs less than lunch: it is 9 euros a month.",
    ],
)
def test_figures_told_elsewhere_quoted_thought_of_or_asked_for_the_paper_are_none(text: str) -> None:
    """The sum of the fine is its own; a quote, a guess and a price of the paper are none of the story's."""
    assert not figures(ACT + text)


def test_a_figure_to_come_is_expected() -> None:
    """What somebody expects to lose is not lost."""
    (claim,) = figures(ACT + "The bank expects to lose $40 million in sales.")
    assert claim.modality is Modality.EXPECTED


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("$41.3 million of its gloves", "$41.3 million in gloves", [Agreement.CORROBORATED]),
        ("$41.3 million of its gloves", "more than $40 million in gloves", [Agreement.CORROBORATED]),
        ("$41.3 million of its gloves", "$52 million in gloves", [Agreement.SINGLE, Agreement.SINGLE]),
        ("61 people of its yard", "61 workers for the yard", [Agreement.CORROBORATED]),
        ("14 million francs of its wares", "14 million Swiss francs in wares", [Agreement.CORROBORATED]),
    ],
)
def test_stories_that_give_one_figure_corroborate_it(one: str, other: str, expected: list[Agreement]) -> None:
    """Equal and rounded figures are one; another figure of other words is no conflict but another fact."""
    found = facts(
        f"{ACT}American hospitals took {one} in 2023.",
        f"OFSI fined a bank. In 2023 hospitals there had {other}.",
    )
    assert agreement(found, "hospitals") == expected


def test_a_figure_that_a_statement_tells_is_not_told_twice() -> None:
    """What only one story tells, as somebody's words, is the fact of that statement."""
    found = facts(f"{ACT}The bank said it had repaid 14 million pounds in fees.")
    assert len([fact for fact in found if "14 million" in fact.title]) == 1


def test_sums_of_one_freeze_conflict() -> None:
    """What is frozen is told of the freeze, however it is written."""
    one = "Switzerland on Friday imposed an asset freeze on Orlo Marine. The freeze covers SFr34 million."
    other = "Orlo Marine's assets were frozen by Switzerland on Friday. The freeze is on 43 million francs."
    assert agreement(facts(one, other), "amount:") == [Agreement.CONFLICT]
    same = agreement(facts(one, other.replace("43", "34")), "amount:")
    assert same == [Agreement.CORROBORATED]


def test_things_counted_of_a_measure_are_one_fact_with_the_same_count_elsewhere() -> None:
    """Whoever repeats how many subsidiaries there are corroborates it."""
    one = "The World Bank debarred Orlo Marine Ltd on Friday. The debarment covers 12 affiliates of it."
    other = "Orlo Marine Ltd was debarred by the World Bank on Friday.\n\nIt owns 12 affiliates in Asia."
    assert agreement(facts(one, other), "subsidiaries: 12") == [Agreement.CORROBORATED]
    assert agreement(facts(one, other.replace("12", "9")), "subsidiaries: 12") == [Agreement.SINGLE]


def test_a_measure_that_one_place_only_speaks_of_makes_no_fact() -> None:
    """Neither who takes it nor on whom is told, and nothing of how it stands."""
    found = facts(
        "OFSI fined Brockdale Bank on Thursday. The lifting of it all is a matter of taste in Leeds."
    )
    assert not [fact for fact in found if "unclear" in fact.title]

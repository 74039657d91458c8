"""Days of effect, counts and sums of penalties are claims of their measure."""

from __future__ import annotations

from decimal import Decimal

import pytest

from licet.news.claims.claim import Claim
from licet.news.modality.modality import Modality
from licet.news.numbers import plain
from licet.news.reading import read
from licet.news.story import read_story

DATED = "date 2024-03-08\n\n"
LISTING = "The U.S. Commerce Department on Tuesday added Orlo Optics to its Entity List. "
FINE = "OFSI fined Brockdale Bank 12.4 million pounds on Thursday. "


def claims(text: str, predicate: str) -> list[Claim]:
    """Claims of one predicate of a story."""
    found = [value.value for value in read(read_story(DATED + text)).claims]
    return [claim for claim in found if claim.predicate == predicate]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The additions are effective March 11, the notice says.", "2024-03-11"),
        ("The listing takes effect on 11 March.", "2024-03-11"),
        ("It will come into force on 11 March.", "2024-03-11"),
        ("From 11 March the order is in force.", "2024-03-11"),
    ],
)
def test_a_day_of_effect_is_told_of_the_measure_before_it(text: str, value: str) -> None:
    """Every wording gives the same day, and no act."""
    (claim,) = claims(LISTING + text, "takes_effect")
    assert (claim.value, claim.measure) == (value, "m1")
    assert not claim.modality.effective


@pytest.mark.parametrize(
    "text",
    [
        "It is an effective measure, said a lawyer on 11 March.",
        "The effect on 11 March was small.",
        "The police force met on 11 March.",
    ],
)
def test_other_effects_and_forces_are_no_days_of_effect(text: str) -> None:
    """Only a verb of taking effect makes a claim."""
    assert not claims(LISTING + text, "takes_effect")


def test_a_day_of_effect_in_the_words_of_an_unnamed_person_is_only_claimed() -> None:
    """What an unnamed person says of it stays claimed."""
    text = (
        "The Commerce Department plans to add Orlo Optics to its Entity List. "
        "Two people briefed on the plan said the listing would take effect on 11 March."
    )
    (claim,) = claims(text, "takes_effect")
    assert claim.modality is Modality.CLAIMED


@pytest.mark.parametrize(
    ("text", "predicate", "value"),
    [
        ("Britain imposed sanctions on Orlo Marine and 11 of its ships.", "count_ships", "exact 11"),
        ("Britain sanctioned 40 companies.", "count_companies", "exact 40"),
        (FINE + "Twenty-six payments broke the rules.", "count_payments", "exact 26"),
        (
            "Britain sanctioned Orlo Marine. How many ships? The notice lists eleven.",
            "count_ships",
            "exact 11",
        ),
    ],
)
def test_counts_are_read_in_figures_and_in_words(text: str, predicate: str, value: str) -> None:
    """A count names the thing that is counted and the figure."""
    assert [claim.value for claim in claims(text, predicate)] == [value]


def test_what_is_counted_away_from_any_measure_is_no_claim() -> None:
    """The size of a fleet is not how many ships are sanctioned."""
    assert not claims("Britain sanctioned Orlo Marine. The firm runs 40 ships.", "count_ships")
    assert not claims("Orlo Marine runs 40 ships.", "count_ships")


def test_a_sum_behind_a_verb_of_paying_belongs_to_the_only_fine() -> None:
    """A verb of paying tells the sum of the fine where no slot does."""
    text = "Bank must pay £14.2m\n\nOFSI fined Brockdale Bank on Thursday over payments for Orlo Marine."
    found = claims(text, "amount")
    assert [claim.value for claim in found] == ["14200000 GBP"]


def test_a_claim_is_given_its_key_once() -> None:
    """Claims are numbered in the order of the story, and a numbered one is not numbered again."""
    found = [value.value for value in read(read_story(DATED + LISTING + FINE)).claims]
    assert [claim.key for claim in found] == [f"c{number}" for number in range(1, len(found) + 1)]
    with pytest.raises(ValueError, match="c1 has a key"):
        found[0].keyed("c2")


def test_a_sum_that_is_called_wrong_is_denied() -> None:
    """A story that corrects others does not tell their sum."""
    found = claims(FINE + "Press reports putting the sum at £14.2m appear to be wrong.", "amount")
    assert {claim.value: claim.modality.effective for claim in found} == {
        "12400000 GBP": True,
        "14200000 GBP": False,
    }
    assert found[-1].modality is Modality.DENIED


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Shares of Orlo Optics Inc. closed down 6 percent.", "down 6 %"),
        ("OFSI fined Brockdale Bank plc on Thursday. Its shares fell 4.1% by noon.", "down 4.1 %"),
        ("Brockdale Bank plc's shares rose as much as 3.8 percent.", "up up_to 3.8 %"),
    ],
)
def test_a_move_of_shares_is_a_state_of_the_company(text: str, value: str) -> None:
    """Which way and how far, with its bound."""
    (claim,) = claims(text, "share_price")
    assert claim.value == value
    assert claim.subject


def test_shares_that_might_fall_are_no_move() -> None:
    """A move that is only feared is no state."""
    assert not claims("Shares of Orlo Optics Inc. could fall 6 percent.", "share_price")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Orlo Optics Inc. said in early March that it had halted its operations.", "2024-03"),
        (
            "Orlo Optics Inc. then halted production, adding in a letter Wednesday that it obeys.",
            "2024-03-06",
        ),
        ("Orlo Optics Inc. said that it had halted its operations.", None),
    ],
)
def test_a_halt_has_the_day_on_which_it_was_told(text: str, value: str | None) -> None:
    """The day of the words that tell it, or of what was done along with it; none is invented."""
    (claim,) = claims(text, "halt_operations")
    assert (claim.when.value if claim.when else None) == value


def test_effective_before_a_word_that_begins_like_a_month_tells_no_day() -> None:
    """Marketing is no March, and a junction no June."""
    assert not claims(LISTING + "Effective marketing by rivals begins on 11 March.", "takes_effect")
    (claim,) = claims(LISTING + "It is effective Mar. 11, the notice says.", "takes_effect")
    assert claim.value == "2024-03-11"


@pytest.mark.parametrize(
    ("figure", "digits"), [("12.50", "12.5"), ("1E+6", "1000000"), ("0.00", "0"), ("9" * 30, "9" * 30)]
)
def test_a_figure_is_told_in_digits(figure: str, digits: str) -> None:
    """Without an exponent, without idle zeros, never rounded."""
    assert plain(Decimal(figure)) == digits

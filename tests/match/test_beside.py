"""A listed name with a place, a branch or a business beside it is found; a word that many bear is not."""

from __future__ import annotations

from functools import cache

import pytest
from tests.match.corpora import BEFORE, TODAY, corpus_of, edition, party

from licet.match import View, explain, screen
from licet.model import MatchPolicy, PartyKind, Subject

ORGANISATION, PERSON = PartyKind.ORGANISATION, PartyKind.PERSON
LISTED = (
    party("sepah", "Bank Sepah", kind=ORGANISATION),
    party("mahan", "Mahan Air", kind=ORGANISATION),
    party("export", "Rosoboronexport", kind=ORGANISATION),
    party("premier", "Premier", kind=ORGANISATION),
    party("premier ship", "Astoria Dawn", kind=PartyKind.VESSEL),
    party("star", "Golden Star Trading LLC", kind=ORGANISATION),
    party("light", "Night Freight Line", kind=ORGANISATION),
    party("maiwand", "Maiwand General Trading Co LLC", kind=ORGANISATION),
    party("arta", "Arta Shipping Enterprises Limited", kind=ORGANISATION),
    party("okon", "Mbumere, Joseph", kind=PERSON),
)


@cache
def view() -> View:
    """Return a view of one list."""
    return corpus_of(LISTED, [edition(1, BEFORE)]).view(TODAY)


def found(name: str, kind: PartyKind) -> set[str]:
    """Return the keys of the hits."""
    return {match.listing.key for match in screen(view(), Subject((name,), kind), MatchPolicy()).hits}


@pytest.mark.parametrize(
    ("name", "kind", "key"),
    [
        ("Bank Sepah Frankfurt Branch", ORGANISATION, "sepah"),
        ("Bank Sepah, London", ORGANISATION, "sepah"),
        ("Mahan Air Cargo", ORGANISATION, "mahan"),
        ("Rosoboronexport (Representative Office India)", ORGANISATION, "export"),
        ("Rosoboronexport Helicopters", ORGANISATION, "export"),
        ("Joseph Okon Mbumere", PERSON, "okon"),
        ("Golden Star Trading Ltd", ORGANISATION, "star"),  # the same words, however common
        ("Maiwanhd Geenral Traing Co", ORGANISATION, "maiwand"),  # a slip in every word, "general" no rank
        ("Maiwandgeneral Trading", ORGANISATION, "maiwand"),
        ("Arga Shippoing Enerprises Liited", ORGANISATION, "arta"),  # the trade agrees beside one short word
    ],
)
def test_a_whole_listed_name_is_found_with_other_words_beside_it(
    name: str, kind: PartyKind, key: str
) -> None:
    assert key in found(name, kind)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Premier Foods London", ORGANISATION),  # one short word
        ("Mahan Cargo", ORGANISATION),  # not the whole name
        ("Bank Frankfurt Branch", ORGANISATION),
        ("Golden Stage Trading Ltd", ORGANISATION),  # two everyday words are no slip
        ("Light Freight Line", ORGANISATION),
        ("Arga", ORGANISATION),
    ],
)
def test_too_little_of_a_listed_name_finds_nobody(name: str, kind: PartyKind) -> None:
    assert found(name, kind) == set()


def test_a_company_named_as_a_ship_is_set_aside_with_the_reason() -> None:
    answer = screen(view(), Subject(("Astoria Dawn",), ORGANISATION), MatchPolicy())
    assert not answer.hits
    (match,) = answer.demoted
    assert "Kind differs" in " ".join(explain(match).lines)
    assert found("Astoria Dawn", PartyKind.VESSEL) == {"premier ship"}


def test_the_explanation_says_that_the_rest_counts_little() -> None:
    answer = screen(view(), Subject(("Bank Sepah Frankfurt Branch",), ORGANISATION), MatchPolicy())
    told = explain(answer.hits[0])
    assert "The listed name stands whole in ours: what stands beside it counts little." in told.lines
    account = told.to_dict()["account"]
    assert 0 < account["left_ours_excused_weight"] < account["left_ours_weight"]

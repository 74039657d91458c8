"""A pair of names scores as if the listed one were in the corpus."""

from __future__ import annotations

import pytest
from tests.match.corpora import party, view_of

from licet.match import screen
from licet.match.named_pair import score_pair
from licet.model import MatchPolicy, Name, PartyKind, Subject

LISTED = (
    party("1", "PETROV, Ivan Sergeevich", "Иван Петров", kind=PartyKind.PERSON),
    party("2", "Golden Harvest Trading Company Limited", kind=PartyKind.ORGANISATION),
    party("3", "Karim AL-RASHID", Name("Abu Talhat", weak=True), kind=PartyKind.PERSON),
)
LOW = MatchPolicy(threshold=0.05)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Ivan Petrov", PartyKind.PERSON),
        ("Ivan Petrof", PartyKind.PERSON),
        ("Golden Harvest Trdg Co", PartyKind.ORGANISATION),
        ("Golden Harvst", PartyKind.UNKNOWN),
        ("Abu Talhat", PartyKind.PERSON),
        ("Karim Alrashid", PartyKind.ORGANISATION),
    ],
)
def test_a_listed_pair_scores_as_in_a_screening(name: str, kind: PartyKind) -> None:
    """The same figure, found without the candidate stage."""
    view = view_of(*LISTED)
    subject = Subject((name,), kind)
    found = {match.listing.key: match.score for match in screen(view, subject, LOW).hits}
    assert found
    for listing in LISTED:
        if listing.key in found:
            assert score_pair(view, subject, listing) == pytest.approx(found[listing.key], abs=1e-9)


def test_words_that_no_list_has_weigh_as_rare_ones() -> None:
    """An equal name scores 1, listed or not; another name of as rare words scores far less."""
    view = view_of(*LISTED)
    listing = party("9", "VOSKRESENSKIY, Yaroslav", kind=PartyKind.PERSON)
    assert score_pair(view, Subject(("Yaroslav Voskresenskiy",), PartyKind.PERSON), listing) == 1.0
    assert score_pair(view, Subject(("Yaroslav Zelenogradskiy",), PartyKind.PERSON), listing) < 0.8
    assert score_pair(view, Subject(("Tom Baker",), PartyKind.PERSON), listing) == 0.0

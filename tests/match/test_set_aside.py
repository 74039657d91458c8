"""A match that other facts bring below the threshold is set aside in plain sight."""

from __future__ import annotations

import dataclasses

from tests.match.corpora import party, view_of

from licet.match import reference_screen, screen
from licet.match.effects import WEAK_ALIAS
from licet.model import MatchPolicy, Name, NameKind, PartyKind, Subject

WEAK = Name("Zelimkhan Yandarbiev", NameKind.AKA, weak=True)
PARTY = party("one", "KOSTADINOV, Borislav", WEAK, kind=PartyKind.PERSON)
SUBJECT = Subject(("Zelimkhan Yandarbyev", "Borislaw Kostadinov"), PartyKind.PERSON, countries=("BG",))


def evidence(weak: bool) -> float:
    """Return the score of one of the two names alone, before other facts."""
    name = dataclasses.replace(PARTY.names[weak], weak=False)
    alone = dataclasses.replace(PARTY, names=(name,))
    (match,) = screen(view_of(alone), SUBJECT, MatchPolicy(threshold=0.5)).hits
    return match.score


def test_a_name_below_the_threshold_does_not_hide_one_that_was_set_aside() -> None:
    """The weak alias reaches the threshold; the other, not quite, nor does a country help."""
    strong, other = evidence(weak=True), evidence(weak=False)
    assert strong + WEAK_ALIAS < other < strong
    policy = MatchPolicy(threshold=strong)
    found = screen(view_of(PARTY), SUBJECT, policy)
    assert found.hits == ()
    (aside,) = found.demoted
    assert aside.matched_name == WEAK
    assert found == reference_screen(view_of(PARTY), SUBJECT, policy)
    below = screen(view_of(PARTY), SUBJECT, MatchPolicy(threshold=other)).hits
    assert [item.matched_name for item in below] == [PARTY.names[0]]

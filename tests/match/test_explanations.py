"""Explanations: their parts add up to the score, exactly; and strength orders what scores the same."""

from __future__ import annotations

import dataclasses
import json
import random
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.match.corpora import BEFORE, LATE, ORDER, TODAY, ZTE, corpus_of, edition, party, view_of

from licet.match import View, explain, screen
from licet.match.score import CONTRADICTION, OUR_EXTRA, THEIR_EXTRA, rounded
from licet.model import (
    Address,
    AsOf,
    Channel,
    Identifier,
    IdentifierKind,
    Listing,
    Match,
    MatchPolicy,
    Name,
    NameKind,
    PartialDate,
    PartyKind,
    Screened,
    Subject,
)

POLICY = MatchPolicy()
LOW = MatchPolicy(threshold=0.4)
BORN = (PartialDate.from_iso("1971-04-03"),)
LISTED = (
    dataclasses.replace(
        party("petrov", "PETROV, Ivan Sergeyevich", "Иван Петров", kind=PartyKind.PERSON),
        birth_dates=BORN,
        countries=("RU",),
    ),
    dataclasses.replace(
        party("weak", "KOSTOV, Dimitar", Name("Meridian", NameKind.AKA, weak=True), kind=PartyKind.PERSON),
        countries=("BG",),
    ),
    party("zte", ZTE),
    party("kim", "KIM, Jong Un", kind=PartyKind.PERSON),
    party("almaz", "JOINT-STOCK COMPANY ALMAZ-ANTEY AIR AND SPACE DEFENCE CORPORATION", "ALMAZ-ANTEY"),
    dataclasses.replace(
        party("ship", "ADALYNN", Name("Blue Pearl 7", NameKind.FKA), kind=PartyKind.VESSEL),
        identifiers=(Identifier(IdentifierKind.IMO, "9187629"),),
    ),
    dataclasses.replace(
        party("addr", "Address 01", kind=PartyKind.ADDRESS),
        addresses=(Address("2-16 Fa Yuen Street, Mong Kok, Hong Kong"),),
    ),
    party("un", "Ivan Petrov", kind=PartyKind.PERSON, list_id="un"),
    party("un2", "Dimitar Kostoff", kind=PartyKind.PERSON, list_id="un"),
)
SUBJECTS = (
    Subject(("Ivan Petrov",), PartyKind.PERSON, BORN, ("RU",)),
    Subject(("Ivan Petroff",), PartyKind.PERSON, (PartialDate.from_iso("1972"),), ("BR",)),
    Subject(("Ivan Petrov",), PartyKind.ORGANISATION),
    Subject(("I. Petrov",), PartyKind.PERSON),
    Subject(("Adelyn",), PartyKind.VESSEL),
    Subject(("Петров Иван",)),
    Subject(("中兴通讯",)),
    Subject(("Zhongxing Tele Communications Equipment",)),
    Subject(("Dimitar Kostof",), PartyKind.PERSON, countries=("BG",)),
    Subject(("Meridian", "Dimitar Kostov"), PartyKind.PERSON),
    Subject(("Meridian",), PartyKind.PERSON),
    Subject(("Almaz Antey Telecom",)),
    Subject(("Kim Yong Un",), PartyKind.PERSON),
    Subject(("Blue Pearl 8",), PartyKind.VESSEL),
    Subject(("Ocean Star",), identifiers=(Identifier(IdentifierKind.IMO, "9187629"),)),
    Subject(("Any Trading",), addresses=(Address("Room 5, 2-16 Fayuen St, Kowloon, Hong Kong"),)),
)


@cache
def view() -> View:
    """Return a view of two lists."""
    editions = [edition(1, BEFORE, list_id=list_id) for list_id in ("dpl", "un")]
    return corpus_of(LISTED, editions).view(TODAY)


def all_of(subject: Subject, policy: MatchPolicy = LOW) -> tuple[Match, ...]:
    """Return hits and what was set aside."""
    found = screen(view(), subject, policy)
    return (*found.hits, *found.demoted)


def base_of(told: dict[str, Any]) -> float:
    """Work the share of the pairs out from what an explanation tells."""
    gained = paired = 0.0
    for pair in told["pairs"]:
        weight = pair["our_weight"] + pair["their_weight"]
        gained += pair["similarity"] * weight
        paired += weight
    ours, theirs = told["account"]["left_ours_weight"], told["account"]["left_theirs_weight"]
    ours -= told["account"]["left_ours_excused_weight"]
    against = OUR_EXTRA * ours + THEIR_EXTRA * theirs + CONTRADICTION * min(ours, theirs)
    return float(gained / (paired + against))


@pytest.mark.parametrize("subject", SUBJECTS, ids=lambda item: item.names[0])
def test_the_parts_told_add_up_to_the_score(subject: Subject) -> None:
    """Pairs to the share, steps to the evidence, effects to the score: from the JSON alone."""
    found = all_of(subject)
    assert found
    for match in found:
        told = json.loads(json.dumps(explain(match).to_dict()))
        account = told["account"]
        if match.channel is not Channel.IDENTIFIER:
            assert base_of(told) == pytest.approx(account["steps"][0]["value"], abs=1e-12)
            assert rounded(max(account["steps"][-1]["value"], 0.0)) == account["evidence"]
            values = [step["value"] for step in account["steps"]]
            assert values == sorted(values, reverse=True)
            value = account["evidence"]
            for item in account["effects"]:
                value += item["effect"]
            assert rounded(min(max(value, 0.0), 1.0)) == told["score"] == match.score
        else:
            assert told["score"] == account["evidence"]


def test_what_lowered_a_score_is_told_by_name_and_in_words() -> None:
    """Another script, little said, another number; each with the value before and after."""
    told = {
        step.name
        for subject in SUBJECTS
        for match in all_of(subject)
        for step in match.account.steps  # type: ignore[union-attr]
    }
    assert {"share", "other_script", "says_little", "other_number"} <= told
    (match,) = all_of(Subject(("Blue Pearl 8",), PartyKind.VESSEL))
    lines = explain(match).lines
    assert any(line.startswith("The numbers in the names differ: ") for line in lines)
    assert any("becomes" in line and f"{match.score:.4f}" in line for line in lines)


def test_effects_of_other_fields_are_summed_in_words() -> None:
    """In the order in which they were added."""
    match = next(item for item in all_of(SUBJECTS[1]) if item.listing.key == "petrov")
    (line,) = (line for line in explain(match).lines if line.startswith("In all: "))
    assert "birth date" in line
    assert "-0.08 country" in line
    assert line.endswith(f"= {match.score:.4f}.")


def test_the_path_of_each_script_is_told() -> None:
    """From the characters to the Latin form."""
    match = next(
        item for item in all_of(Subject(("Петров Иван",), PartyKind.PERSON)) if item.listing.key == "un"
    )
    assert any("Cyrillic" in line and "petrov" in line for line in explain(match).lines)
    overlaid = all_of(Subject(("中兴通讯",)))[0]
    assert ORDER in explain(overlaid).lines[0]


def test_another_name_of_the_subject_confirms_a_match() -> None:
    """Weak aliases serve for that (OFAC FAQ 122): the score stays, the strength rises."""
    alone = next(
        item for item in all_of(Subject(("Dimitar Kostov",), PartyKind.PERSON)) if item.listing.key == "weak"
    )
    both = next(item for item in all_of(SUBJECTS[9]) if item.listing.key == "weak")
    assert both.score == alone.score == 1.0
    assert both.strength > alone.strength
    assert "“Meridian”, a weak alias." in " ".join(explain(both).lines)


def test_strength_orders_equal_scores_by_how_much_agrees() -> None:
    """Three rare words before one; with a birth date that agrees before without."""
    three, one = party("three", "Zagros Meridian Kunlun"), party("one", "Zagros")
    subject = Subject(("Zagros", "Zagros Meridian Kunlun"))
    found = screen(view_of(one, three), subject, POLICY).hits
    assert [item.listing.key for item in found] == ["three", "one"]
    assert found[0].score == found[1].score == 1.0
    dated = party("b", "PETROV, Ivan", kind=PartyKind.PERSON)
    pair = (dataclasses.replace(dated, key="a"), dataclasses.replace(dated, birth_dates=BORN))
    found = screen(view_of(*pair), Subject(("Ivan Petrov",), PartyKind.PERSON, BORN), POLICY).hits
    assert [(item.listing.key, item.score) for item in found] == [("b", 1.0), ("a", 1.0)]


def keys(found: Screened) -> set[str]:
    """Return the parties found, set aside or not."""
    return {item.listing.entity_id for item in (*found.hits, *found.demoted)}


@given(seed=st.integers(0, 2**32), threshold=st.sampled_from((0.5, 0.7, 0.8, 0.9)))
@settings(max_examples=60, deadline=None)
def test_more_input_never_removes_a_candidate(seed: int, threshold: float) -> None:
    """One more alias, a fact that the list states too, one more list: what was found stays found."""
    pick = random.Random(seed)  # noqa: S311  for a test
    subject, policy = pick.choice(SUBJECTS), MatchPolicy(threshold)
    before = screen(view(), subject, policy)
    alias = pick.choice([*pick.choice(SUBJECTS).names, pick.choice(LISTED).caption])
    more = dataclasses.replace(subject, names=(*subject.names, alias))
    assert keys(before) <= keys(screen(view(), more, policy))
    for match in before.hits:
        agreeing = agreed(subject, match.listing)
        assert match.listing.entity_id in keys(screen(view(), agreeing, policy))
    one = corpus_of(LISTED, [edition(1, BEFORE, list_id=item) for item in ("dpl", "un")])
    fewer = screen(one.view(AsOf(TODAY.valid, LATE), ("dpl",)), subject, policy)
    assert keys(fewer) <= keys(before)


def agreed(subject: Subject, listing: Listing) -> Subject:
    """Return the subject with what the listing states as its own facts."""
    return dataclasses.replace(
        subject,
        birth_dates=listing.birth_dates or subject.birth_dates,
        countries=(*subject.countries, *listing.countries),
        identifiers=(*subject.identifiers, *listing.identifiers),
        addresses=(*subject.addresses, *listing.addresses),
    )


def test_the_same_legal_form_is_the_same_word() -> None:
    """Only what is written in two ways "means the same"."""
    view = view_of(party("p", "Orlov Meridian Corporation"))

    def words(name: str) -> str:
        return " ".join(explain(screen(view, Subject((name,)), POLICY).hits[0]).lines)

    assert "“corporation” is the same word as “corporation”" in words("Orlov Meridian Corporation")
    assert "“corp” means the same as “corporation”" in words("Orlov Meridian Corp")

"""Deciding shipments: everybody is screened in every place, silence is asked about, evidence is kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.cases.asking import Ask, open_shipments
from tests.usecases.test_shipment_reading import LEAST

import licet
from licet.model import Match
from licet.model.law import Evidence, Question
from licet.model.shipment import Owner, Role, Shipment, ShipmentParty
from licet.rules.case import Involved, PartyHit
from licet.usecases.record_codec import decode, encode
from licet.usecases.shipment_decision import Decision, Lines
from licet.usecases.shipment_people import people
from licet.wiring.desk import Desk

ZTE = "Zhongxing Telecommunications Equipment Corporation"
QUIET = {"role": "end_user", "name": "Quiet Orchard Ltd", "country": "DE"}


@pytest.fixture(scope="module")
def ask() -> Iterator[Ask]:
    """The program as a new user has it."""
    with open_shipments() as asked:
        yield asked


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    """The same in Python."""
    with licet.open() as opened:
        yield opened


def question(**more: object) -> dict[str, Any]:
    return {**LEAST, "destination": "DE", "parties": [QUIET], **more}


@pytest.mark.parametrize(
    ("path", "more"),
    [
        ("parties[0]", {"parties": [{**QUIET, "name": ZTE}]}),
        ("parties[1]", {"parties": [QUIET, {"role": "forwarder", "name": ZTE}]}),
        ("parties[0]", {"parties": [{**QUIET, "names": [ZTE]}]}),
        ("parties[0].owners[0]", {"parties": [{**QUIET, "owners": [{"name": ZTE, "percent": 10}]}]}),
        (
            "parties[0].owners[0].owners[0]",
            {"parties": [{**QUIET, "owners": [{"name": "Quiet Holding", "owners": [{"name": ZTE}]}]}]},
        ),
        ("parties[0].subsidiary_of[0]", {"parties": [{**QUIET, "subsidiary_of": [ZTE]}]}),
        ("parties[0].controlled_by[0]", {"parties": [{**QUIET, "controlled_by": [ZTE]}]}),
        ("actor", {"actor": {"country": "US", "name": ZTE}}),
        ("items[0].maker", {"items": [{"eccn": "EAR99", "origin": "CN", "maker": ZTE}]}),
    ],
)
def test_everybody_named_is_screened_wherever_he_stands(ask: Ask, path: str, more: dict[str, Any]) -> None:
    """Against the lists of the day and against the parties that the law names; with the place told."""
    checked = {item["what"]: item["how"] for item in ask(question(**more))["checked"]}
    assert "rulebook:zte (" in checked[path]
    assert "us_bis_dpl:" in checked[path]


@given(st.integers(0, 5), st.integers(0, 4))
def test_owners_are_named_at_every_depth(wide: int, deep: int) -> None:
    """Each with its place and the shares on the way up."""
    owners: tuple[Owner, ...] = ()
    for level in range(deep):
        owners = tuple(Owner(f"O{level}-{number}", Decimal(50), owners=owners) for number in range(wide))
    found = people(
        Shipment(licet.Activity.EXPORT, date(2018, 5, 14), parties=(ShipmentParty(owners=owners),))
    )
    assert len(found) == 1 + sum(wide**level for level in range(1, deep + 1) if wide)
    assert len({person.involved.path for person in found}) == len(found)
    for person in found[1:]:
        assert person.involved.path.count("owners") == len(person.involved.owner_path)


def test_nothing_found_is_told_with_what_was_looked_at(ask: Ask) -> None:
    """The answer names its kinds, lists, editions and law, and what it did not see."""
    answer = ask(question())
    assert answer["outcome"] == "no_restriction_found"
    assert {use["id"] for use in answer["lists"] if use["seen"]} >= {"us_ofac_sdn", "us_bis_dpl", "us_csl"}
    assert all(len(use["sha256"]) == 64 and use["known"] for use in answer["lists"] if use["seen"])
    assert len(answer["kinds"]) == len({item["id"] for item in answer["kinds"]}) > 5
    assert len(answer["rulebook"]["sha256"]) == 64
    assert any(item["what"] == "uk_fcdo" for item in answer["not_checked"])
    assert "parties[0]" in {item["what"] for item in answer["checked"]}
    assert any("demonstration" in text for text in answer["warnings"])
    assert any("No hour was stated" in text for text in answer["assumptions"])


@pytest.mark.parametrize(("day", "told"), [("2018-05-14", False), ("2099-01-01", True)])
def test_a_day_after_all_that_is_known_is_told(ask: Ask, day: str, told: bool) -> None:
    """Lists and law may change until then: the answer says what it takes for granted."""
    answer = ask({**LEAST, "day": day})
    assert any("lies after all that is known" in text for text in answer["assumptions"]) is told


@pytest.mark.parametrize(
    ("fact", "more"),
    [
        ("parties[0].role", {"parties": [{"name": "Quiet Orchard Ltd"}]}),
        ("parties[0].name", {"parties": [{"role": "end_user", "name": "!!!"}]}),
        ("parties[0].name", {"parties": [{"role": "end_user"}]}),
        ("parties", {"parties": []}),
        ("destination", {"destination": None}),
        ("items", {"items": []}),
    ],
)
def test_silence_about_what_every_answer_needs_is_review(ask: Ask, fact: str, more: dict[str, Any]) -> None:
    """The fact is named by its path; nothing is assumed."""
    answer = ask(question(**more))
    assert answer["outcome"] == "review"
    asked = [item for item in answer["review"] if item["decides"] and item["code"] == "missing_fact"]
    assert fact in {item["fact"] for item in asked}


def test_nobody_knows_who_acts(ask: Ask) -> None:
    """Every regime is asked; that the actor is unknown is said."""
    answer = ask(question(actor={}))
    assert "actor.country" in {item["fact"] for item in answer["review"]}


def test_a_name_that_is_only_alike_is_asked_about(ask: Ask) -> None:
    """Possible identity: review, and no finding."""
    answer = ask(
        question(
            parties=[
                {"role": "end_user", "name": "Zhongxing Telecom Equipment Kazan Branch", "country": "RU"}
            ]
        )
    )
    assert answer["findings"] == []
    assert all(
        item["evidence"]["identity"] == "possible" for item in answer["review"] if item["code"] == "identity"
    )


def test_a_contradicted_name_is_set_aside_with_a_word(desk: Desk) -> None:
    """Never dropped in silence: it stands among what was checked."""
    made = desk.shipment(question(day="2018-05-14", parties=[{**QUIET, "name": ZTE}]))
    hit = made.basis.case.hits[0]
    basis = replace(made.basis, aside=(hit,))
    told = [item["how"] for item in replace(made, basis=basis).to_dict()["checked"]]
    assert any(text.startswith("set aside, below the threshold") for text in told)


def test_who_was_listed_until_another_day_is_kept_apart(desk: Desk) -> None:
    """A record that does not count on the day makes no hit, and is not forgotten."""
    made = desk.shipment({**LEAST, "day": "2018-10-01"})
    case = made.basis.case
    assert not [hit for hit in case.hits if hit.list_id == "us_bis_dpl"]
    assert [hit for hit in case.ended if hit.list_id == "us_bis_dpl"]


def test_a_shipment_in_python_is_the_same_question(desk: Desk) -> None:
    """Typed or as plain values."""
    typed = Shipment(
        licet.Activity.EXPORT,
        date(2018, 5, 14),
        actor=licet.Actor("US"),
        items=(licet.Item(eccn="EAR99", origin="US"),),
        destination="CN",
        parties=(ShipmentParty(Role.END_USER, ZTE, country="CN"),),
    )
    made: Decision = desk.shipment(typed)
    assert made.to_dict() == desk.shipment(LEAST).to_dict()
    assert made.outcome is licet.Outcome.PROHIBITED
    silent = {name: value for name, value in LEAST.items() if name != "day"}
    assert desk.as_of("2018-05-14").shipment(silent).to_dict() == made.to_dict()


def test_the_answer_holds_until_the_day_before_something_changes(desk: Desk) -> None:
    """Not a day longer: on the day after, the law is asked again."""
    made = desk.shipment({**LEAST, "day": "2018-07-10"})
    assert made.valid_until
    assert made.valid_until < date(2018, 7, 13)
    assert desk.shipment({**LEAST, "day": made.valid_until.isoformat()}).outcome is made.outcome
    assert desk.shipment({**LEAST, "day": "2018-07-13"}).outcome is not made.outcome


def test_evidence_survives_a_record(desk: Desk) -> None:
    """Every hit with its listing, reasons and edition, to equal values."""
    case = desk.shipment(LEAST).basis.case
    assert case.hits
    for kind, values in ((PartyHit, case.hits), (Involved, case.involved)):
        assert tuple(decode(kind, encode(item)) for item in values) == values
    hit = case.hits[0]
    assert decode(Match, encode(hit.match)).pairs == hit.match.pairs
    assert decode(Evidence, encode(hit.evidence)) == hit.evidence
    asked = Question("code", "fact", "sentence", "rule", evidence=hit.evidence)
    assert decode(Question, encode(asked)) == asked


def test_a_line_of_json_is_what_json_would_write(desk: Desk) -> None:
    """Shared parts are written once and stay the day's own."""
    import json

    lines = Lines()
    for day in ("2018-05-14", "2018-07-14", "2018-05-14"):
        content = desk.shipment({**LEAST, "day": day}).to_dict()
        assert lines.text(content) == json.dumps(content, ensure_ascii=False)


def test_law_that_was_not_public_yet_is_not_applied(desk: Desk) -> None:
    """On 20 April 2018 nobody knew that the order would end in July, nor on the 15th that there was one."""
    asked = {**LEAST, "day": "2018-05-14"}
    then = desk.as_of(None, "2018-04-20").shipment(asked)
    assert then.outcome is licet.Outcome.PROHIBITED
    (finding,) = [item for item in then.findings if item.kind == "denial_order"]
    assert finding.in_force.last == date(2025, 3, 13)
    assert then.to_dict()["rulebook"]["known_by"] == "2018-04-20"
    before = desk.as_of(None, "2018-04-15").shipment(asked)
    assert before.outcome is not licet.Outcome.PROHIBITED
    assert "latent_denial" in {item.code for item in before.flags}


def test_a_sale_to_whoever_comes_needs_no_party(ask: Ask) -> None:
    """It is said that nobody was screened, and that alone decides nothing."""
    answer = ask(question(activity="retail_sale", parties=[], destination="US"))
    (said,) = [item for item in answer["review"] if item["fact"] == "parties"]
    assert not said["decides"]


@pytest.mark.parametrize(("born", "codes"), [("1985", ["identity"]), ("1952-10-07", [])])
def test_a_whole_name_with_another_birth_date_is_put_to_a_person(
    desk: Desk, born: str, codes: list[str]
) -> None:
    """Set aside by the score, and yet never cleared by itself."""
    one = {"role": "end_user", "kind": "person", "name": "Vladimir Vladimirovich PUTIN", "birth_date": born}
    made = desk.shipment(question(day="2024-06-01", destination="AE", parties=[{**one, "country": "BR"}]))
    own = [item for item in made.to_dict()["review"] if item["rule"] == "licet.intake"]
    assert [item["code"] for item in own] == codes
    if codes:
        assert made.to_dict()["outcome"] == "review"
        assert own[0]["fact"] == "parties[0]"
        assert "birth date differs" in own[0]["sentence"]

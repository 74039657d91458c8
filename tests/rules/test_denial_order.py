"""The denial order against ZTE: its life day by day, clause by clause, and what stays outside."""

from __future__ import annotations

from typing import Any

import pytest
from tests.rules.building import rulebook_of
from tests.rules.denial import FOREIGN, ITEM, ZTE, ask, role


@pytest.mark.parametrize(
    ("day", "outcomes", "flags"),
    [
        ("2017-03-22", [], []),
        ("2017-03-23", [], ["latent_denial"]),
        ("2018-03-13", [], ["latent_denial"]),
        ("2018-04-14", [], ["latent_denial"]),
        ("2018-04-15", ["prohibited"], []),
        ("2018-06-07", ["prohibited"], []),
        ("2018-06-08", ["prohibited"], ["latent_denial"]),
        ("2018-07-12", ["prohibited"], ["latent_denial"]),
        ("2018-07-13", [], ["latent_denial"]),
        ("2028-06-07", [], ["latent_denial"]),
        ("2028-06-08", [], []),
    ],
)
def test_the_order_against_zte_lives_by_its_instruments(
    day: str, outcomes: list[str], flags: list[str]
) -> None:
    """Suspended, activated, terminated by an order; the second one stays latent to the end of probation."""
    found = ask(day=day)
    assert (found.outcomes, found.flag_codes, found.questions) == (outcomes, flags, ())


def test_the_finding_carries_the_order_and_its_days() -> None:
    """Effective on the 15th, open to inspection on the 16th, published on the 23rd."""
    found = ask(day="2018-04-15").finding
    assert found.citations[0] == "83 FR 17644"
    dates = dict(found.dates)
    assert (dates["effective"], dates["public"], dates["published"], dates["ordered_end"]) == (
        "2018-04-15",
        "2018-04-16",
        "2018-04-23",
        "2025-03-13",
    )
    assert (str(found.in_force.first), str(found.in_force.last)) == ("2018-04-15", "2018-07-12")
    assert [(one.name, one.state) for one in found.escapes][:2] == [
        ("licence exception", "foreclosed"),
        ("appeal", "none"),
    ]


@pytest.mark.parametrize(
    ("changed", "label"),
    [
        ({"activity": "export"}, "Second, clause A"),
        ({"activity": "reexport", "actor": {"country": "DE"}}, "Second, clause A"),
        ({"activity": "transfer"}, "Second, clause B"),
        ({"activity": "finance"}, "Second, clause B"),
        ({"activity": "broker"}, "Second, clause B"),
        ({"activity": "service", "acts": ["repair"], "parties": role("customer")}, "Second, clause E"),
        ({"activity": "purchase", "actor": {"country": "DE"}, "destination": "DE",
          "parties": role("supplier")},
         "Second, clause C"),
        ({"activity": "purchase", "destination": "US", "parties": role("supplier"),
          "items": [{**ITEM, "in_us": True, "exported_from_us": True}]}, "Second, clause D"),
        ({"parties": role("forwarder")}, "First, clause B"),
        ({"parties": role("bank")}, "First, clause B"),
        ({"parties": role("supplier")}, "First, clause B"),
        ({"actor": {"country": "CN", "name": ZTE}, "parties": []}, "First, clause B"),
    ],
)  # fmt: skip
def test_the_clause_that_catches_the_act_is_named(changed: dict[str, Any], label: str) -> None:
    """Every act and role with an item subject to the EAR has its clause."""
    found = ask(**changed).finding
    assert (str(found.outcome), found.scope.split(":")[0]) == ("prohibited", label)


@pytest.mark.parametrize(
    "changed",
    [
        {"activity": "retail_sale", "parties": role("supplier")},
        {"activity": "retail_sale", "parties": role("maker")},
        {"activity": "securities", "parties": role("issuer")},
        {"activity": "use"},
        {"activity": "purchase", "parties": role("supplier"),
         "items": [{**FOREIGN, "exported_from_us": False}]},
        {"activity": "transfer", "destination": "US", "items": [{**ITEM, "exported_from_us": False}]},
    ],
)  # fmt: skip
def test_what_no_clause_fits_is_not_forbidden(changed: dict[str, Any]) -> None:
    """A consumer's purchase, securities, use, the person's own goods that never left the US."""
    found = ask(**changed)
    assert (found.findings, found.questions, bool(found.checks)) == ((), (), True)


@pytest.mark.parametrize(
    ("changed", "fact", "decides"),
    [
        ({"activity": "transfer", "destination": "US"}, "items[0].exported_from_us", True),
        ({"activity": "purchase", "parties": role("supplier"), "items": [{"eccn": "EAR99", "origin": "CN"}]},
         "items[0].exported_from_us", False),
        ({"items": []}, "items", True),
        ({"activity": "service", "items": []}, "items", False),
    ],
)  # fmt: skip
def test_a_missing_fact_is_asked_for_by_its_path(changed: dict[str, Any], fact: str, decides: bool) -> None:
    """Knowledge rules do not decide on silence; the others do."""
    found = ask(**changed)
    (question,) = found.asks("missing_fact")
    assert (found.findings, question.fact, question.decides) == ((), fact, decides)


def test_what_is_not_subject_to_the_ear_is_outside_and_what_may_be_is_asked() -> None:
    """The order reaches items subject to the EAR only."""
    assert (ask(subject=False).findings, ask(subject=False).questions) == ((), ())
    (question,) = ask(subject=None).questions
    assert (question.fact, question.decides) == ("items[0].origin", True)


def test_a_service_on_a_foreign_item_hangs_on_what_the_service_uses() -> None:
    """Clause E reaches any item so owned, if the service uses one that is subject to the EAR."""
    (question,) = ask(subject=False, activity="service", parties=role("customer")).asks("missing_fact")
    assert "service use" in question.sentence


@pytest.mark.parametrize(
    ("day", "changed", "outcome"),
    [
        ("2018-07-01", {"acts": ["handset_support"]}, "prohibited"),
        ("2018-07-02", {"acts": ["handset_support"]}, "authorised"),
        ("2018-07-05", {"acts": []}, "prohibited"),
        ("2018-07-05", {"acts": ["new_sale"]}, "prohibited"),
        ("2018-07-05", {"acts": ["handset_support", "new_sale"]}, "prohibited"),
        ("2018-07-05", {"acts": ["network_support"], "contract_day": "2018-04-15"}, "authorised"),
        ("2018-07-05", {"acts": ["network_support"], "contract_day": "2018-04-16"}, "prohibited"),
        ("2018-07-05", {"acts": ["network_support"]}, "prohibited"),
        ("2018-07-05", {"acts": ["handset_support"], "destination": "IR"}, "prohibited"),
        ("2018-07-12", {"acts": ["vulnerability_disclosure"]}, "authorised"),
    ],
)
def test_the_authorisation_of_2_july_covers_its_acts_alone(
    day: str, changed: dict[str, Any], outcome: str
) -> None:
    """Acts, contract day, places and dates: only what the shipment states to be covered is."""
    group = """
values:
  us.ear.country_group.E:1:
    replaces: true
    title: E:1
    is: [{from: null, to: null, value: {members: [IR], complete: true}, cite: [15 CFR 740 Supp. 1]}]
"""
    found = ask(rulebook_of(group, with_law=True), day=day, **changed).finding
    assert str(found.outcome) == outcome
    if outcome == "authorised":
        assert (str(found.until), str(found.instead_of)) == ("2018-08-01", "prohibited")
        assert found.conditions


def test_a_contract_day_that_would_help_is_asked_for() -> None:
    """The prohibition stands until it is stated."""
    found = ask(day="2018-07-05", acts=["network_support"]).finding
    assert (str(found.outcome), found.missing) == ("prohibited", ("contract_day",))
    assert [one.state for one in found.escapes if "764.3" in one.name] == ["conditions_to_verify"]


def test_no_exception_helps_and_only_a_written_authorisation_that_the_user_holds_does() -> None:
    """A held TMP changes nothing; an authorisation under 764.3(a)(2) in time does."""
    held = {"agency": "BIS", "covers": ["denial_order"]}
    assert ask(authorisations=[{"name": "licence exception TMP", **held}]).outcomes == ["prohibited"]
    named = {"name": "BIS authorisation under 764.3(a)(2) of 1 May 2018", **held}
    assert ask(authorisations=[named]).outcomes == ["authorised"]
    assert ask(authorisations=[{**named, "until": "2018-05-13"}]).outcomes == ["prohibited"]


def test_a_company_of_the_family_that_is_not_named_is_put_to_a_person() -> None:
    """While the order is in force and no longer (766.23)."""
    parties = [{"role": "purchaser", "name": "ZTE (USA) Inc.", "country": "US"}]
    found = ask(parties=parties)
    assert (found.findings, [item.code for item in found.questions]) == ((), ["related_person"])
    assert ask(parties=parties, day="2018-04-14").questions == ()
    assert ask(parties=parties, day="2018-07-13").questions == ()
    assert ask(parties=parties, subject=False).questions == ()


def test_a_denied_owner_is_put_to_a_person() -> None:
    """An order does not reach what a denied person owns, by that alone."""
    owned = [
        {
            "role": "end_user",
            "name": "Quiet River",
            "country": "CN",
            "owners": [{"name": ZTE, "percent": "100"}],
        }
    ]
    found = ask(parties=owned)
    assert (found.findings, [item.code for item in found.questions]) == ((), ["related_person"])

"""End uses and end users of part 744, and support by US persons."""

from __future__ import annotations

from typing import Any

import pytest
from tests.rules.building import Results, case, decided
from tests.rules.law import shipped

from licet.model.law import Confidence, Outcome
from licet.rules.end_uses import USES
from licet.rules.kinds.end_use import KIND

DAY = "2026-07-31"


def asked(
    *uses: str,
    to: str = "CN",
    eccn: str = "EAR99",
    day: str = DAY,
    subject: bool | None = True,
    **more: Any,  # noqa: ANN401
) -> Results:
    item = {"eccn": eccn, "origin": "US", "description": "part"} | more.pop("item", {})
    party = {"role": "end_user", "name": "Quiet Works", "country": to} | more.pop("party", {})
    known = more.pop("known", True)
    plain = {
        "activity": "export",
        "day": day,
        "actor": {"country": "US"},
        "items": [item],
        "destination": to,
        "parties": [party],
    } | more
    if uses:
        plain["end_use"] = {"uses": list(uses), "known": known}
    return decided(KIND, case(plain, shipped(), subject=subject))


def rules(found: Results) -> set[str]:
    return {item.rule.removeprefix("us.ear.end_use.") for item in found.findings}


@pytest.mark.parametrize(
    ("use", "to", "eccn", "bites"),
    [
        ("nuclear", "CN", "EAR99", True),
        ("nuclear", "KR", "EAR99", True),
        ("nuclear", "JP", "EAR99", False),
        ("wmd_delivery", "JP", "EAR99", True),
        ("chemical_biological", "DE", "EAR99", True),
        ("maritime_nuclear", "DE", "EAR99", True),
        ("advanced_node_fab", "CN", "EAR99", True),
        ("advanced_node_fab", "MO", "EAR99", True),
        ("advanced_node_fab", "TW", "EAR99", False),
        ("fab_node_unknown", "CN", "3B991", True),
        ("fab_node_unknown", "CN", "3A001", False),
        ("fab_node_unknown", "CN", "EAR99", False),
        ("supercomputer", "CN", "4A003", True),
        ("supercomputer", "CN", "EAR99", False),
        ("sme_production", "CN", "2B999", True),
        ("sme_production", "CN", "EAR99", False),
        ("sme_production", "MO", "2B999", True),
        ("sme_production", "DE", "2B999", False),
    ],
)
def test_a_use_needs_a_licence_where_and_for_what_its_section_says(
    use: str, to: str, eccn: str, *, bites: bool
) -> None:
    """Handbook 2.7, text of 23 July 2026."""
    assert (use in rules(asked(use, to=to, eccn=eccn))) is bites


def test_an_ear99_valve_for_an_advanced_node_factory_needs_a_licence() -> None:
    """F14: any item; the exceptions do not reach general prohibition 5."""
    found = asked("advanced_node_fab", item={"description": "valve"})
    (finding,) = [item for item in found.findings if item.item]
    assert finding.outcome is Outcome.LICENCE_REQUIRED
    assert finding.citations[0] == "15 CFR 744.23(a)(2)(i)"
    assert {item.state for item in finding.escapes} == {"foreclosed"}


@pytest.mark.parametrize(
    ("km", "to", "rule"),
    [
        (None, "PK", {"missile_unknown"}),
        ("299", "PK", set()),
        ("300", "PK", {"missile_range"}),
        ("300", "DE", set()),
        (None, "DE", set()),
    ],
)
def test_missiles_of_300_km_or_of_unknown_range_to_d4(km: str | None, to: str, rule: set[str]) -> None:
    """744.3(a)(1) and (3): not to be able to tell the range is no way out."""
    found = asked(
        "missile", to=to, item={"range_km": km} if km else {}, actor={"country": "DE", "us_person": False}
    )
    assert rules(found) == rule


@pytest.mark.parametrize(
    ("party", "bites", "asks"),
    [
        ({"country": "SG", "headquarters": "CN"}, True, False),
        ({"country": "SG", "headquarters": "SG"}, False, False),
        ({"country": "SG"}, False, True),
        ({"country": "SG", "owners": [{"name": "P", "percent": "50", "country": "CN"}]}, True, False),
        ({"country": "SG", "owners": [{"name": "P", "percent": "49.99", "country": "CN"}]}, False, True),
        ({"country": "CN"}, True, False),
    ],
)
def test_advanced_computing_follows_the_headquarters(
    party: dict[str, Any], *, bites: bool, asks: bool
) -> None:
    """744.23(a)(3): wherever the company is (F16)."""
    found = asked(to="SG", eccn="4A090", party=party)
    assert bool(found.findings) is bites
    assert bool([item for item in found.questions if item.fact == "parties[0].headquarters"]) is asks


def test_headquarters_ask_while_it_is_not_known_whether_the_item_is_subject() -> None:
    """No finding is built on an open jurisdiction."""
    found = asked(to="SG", eccn="4A090", party={"headquarters": "CN"}, subject=None)
    assert not found.findings
    assert any(item.decides and item.fact == "items[0]" for item in found.questions)


def test_other_items_do_not_follow_the_headquarters() -> None:
    """Only advanced computing items do."""
    assert not asked(to="SG", eccn="4A003", party={"headquarters": "CN"}).findings


def test_a_us_person_may_not_support_such_a_use_even_where_no_item_moves() -> None:
    """744.6 bites on people."""
    plain: dict[str, Any] = {"activity": "service", "items": [], "actor": {"country": "US"}}
    found = asked("chemical_biological", to="DE", **plain)
    assert rules(found) == {"us_person"}
    foreign = asked(
        "chemical_biological",
        to="DE",
        **(plain | {"actor": {"country": "DE", "us_person": False, "us_person_involved": False}}),
    )
    assert not foreign.findings
    silent = asked("chemical_biological", to="DE", **(plain | {"actor": {"country": "DE"}}))
    assert [item.fact for item in silent.questions if item.decides] == ["actor.us_person"]


def test_an_item_that_is_not_subject_needs_no_licence_but_the_us_person_does() -> None:
    """The regimes are independent."""
    assert rules(asked("nuclear", subject=False)) == {"us_person"}


def test_silence_on_end_use_is_asked_about_and_decides_nothing() -> None:
    """There is no duty to hunt beyond absent red flags."""
    found = asked()
    assert not found.findings
    (question,) = found.questions
    assert (question.fact, question.decides) == ("end_use", False)


def test_a_suspected_use_must_be_resolved() -> None:
    """Self-blinding is knowledge."""
    found = asked("nuclear", known=False)
    assert not found.findings
    assert [item.code for item in found.questions if item.decides] == ["red_flag"]


def test_a_text_of_another_day_gives_an_open_point() -> None:
    """On 14 May 2018 the text of 2026 decides nothing by itself."""
    (found, *_rest) = asked("chemical_biological", day="2018-05-14").findings
    assert found.confidence is Confidence.LOW
    assert "not in the rulebook" in found.sentence
    (now, *_rest) = asked("chemical_biological", day="2026-07-23").findings
    assert now.confidence is Confidence.HIGH


def test_unknown_jurisdiction_leaves_a_question() -> None:
    """The use bites if the item is subject to the EAR."""
    found = asked("nuclear", subject=None, actor={"country": "DE", "us_person": False})
    assert not [item for item in found.findings if item.item]
    assert any(item.decides for item in found.questions)


def test_a_use_that_no_rule_knows_is_asked_about() -> None:
    """A misspelt use must not be silence."""
    found = asked("nuklear")
    assert [item.fact for item in found.questions if item.decides] == ["end_use.uses"]


def test_every_use_of_a_rule_is_known() -> None:
    """And every known one is a rule's, or told by another kind."""
    named = {
        use
        for key, value in shipped().values.items()
        if key.startswith("us.ear.end_use.")
        for dated in value.dated
        for use in dated.value.get("uses", ())
    }
    assert set(USES) - named == {"civil", "oil_project"}
    assert named <= set(USES)


def test_a_civil_use_is_compared_and_told() -> None:
    """What was looked at is said."""
    found = asked("civil")
    assert not found.findings
    assert [item.what for item in found.checks] == ["end_use"]


@pytest.mark.parametrize(
    ("use", "country", "range_km", "reached"),
    [
        ("advanced_node_fab", "CN", None, True),
        ("advanced_node_fab", "MO", None, True),
        ("advanced_node_fab", "TW", None, False),
        ("supercomputer", "DE", None, False),
        ("missile", "PK", None, True),
        ("missile", "PK", "300", True),
        ("missile", "PK", "299", False),
        ("missile", "DE", None, False),
        ("nuclear", "IN", None, True),
        ("nuclear", "JP", None, False),
        ("military_intelligence", "VE", None, True),
        ("military_intelligence", "FR", None, False),
        ("chemical_biological", "DE", None, True),
    ],
)
def test_support_by_us_persons_is_of_the_places_of_the_use(
    use: str, country: str, range_km: str | None, reached: bool
) -> None:
    """744.6 means the uses of 744.2 to 744.5, 744.22 and 744.23, each where its own section reaches."""
    found = asked(use, to=country, item={"range_km": range_km} if range_km else {})
    assert ("us_person" in rules(found)) is reached

"""Transit, terms, knowledge of a violation, and red flags."""

from __future__ import annotations

from typing import Any

import pytest
from tests.rules.building import Results, case, decided
from tests.rules.law import shipped

from licet.model.law import Outcome
from licet.rules.kinds.general_prohibitions import KIND


def asked(*, subject: bool | None = True, **more: Any) -> Results:  # noqa: ANN401
    plain = {
        "activity": "export",
        "day": "2026-07-31",
        "actor": {"country": "US"},
        "items": [{"eccn": "EAR99", "origin": "US"}],
        "destination": "DE",
    } | more
    return decided(KIND, case(plain, shipped(), subject=subject))


@pytest.mark.parametrize(
    ("raised", "told"),
    [("1", "general"), ("red flag 12", "general"), ("13", "600-series"), ("23", "semiconductors"),
     ("26", "3B"), ("29", "share is not known"), ("30", "do not have"), ("pays in cash", "pays in cash")],
)  # fmt: skip
def test_each_red_flag_raised_must_be_resolved(raised: str, told: str) -> None:
    """29 of them, in the groups of Supp. 3 to part 732."""
    (question,) = asked(red_flags=[raised]).questions
    assert (question.code, question.decides) == ("red_flag", True)
    assert told in question.sentence


def test_nobody_may_go_on_with_knowledge_of_a_violation() -> None:
    """General prohibition 10; it needs an item subject to the EAR."""
    found = asked(knowledge=["violation"])
    assert found.finding.outcome is Outcome.PROHIBITED
    assert found.finding.citations == ("15 CFR 736.2(b)(10)",)
    assert not asked(knowledge=["violation"], subject=False).findings


def test_other_knowledge_is_for_a_person_to_judge() -> None:
    """Words are never turned into a verdict."""
    found = asked(knowledge=["the buyer resells to Iran"])
    assert not found.findings
    assert [item.decides for item in found.questions] == [True]


@pytest.mark.parametrize(("country", "decides"), [("VN", True), ("NL", False)])
def test_transit_countries_are_asked_about(country: str, *, decides: bool) -> None:
    """The list of prohibition 8 is not loaded: countries of D:1 and E hold the answer back."""
    (question,) = asked(route=[country]).questions
    assert (question.fact, question.decides) == ("route[0]", decides)


def test_an_authorisation_covers_only_its_days() -> None:
    """General prohibition 9: terms, and a licence that has ended covers nothing."""
    held = {"name": "BIS licence D1", "until": "2026-07-30", "conditions": ["no resale"]}
    (question,) = asked(authorisations=[held]).questions
    assert (question.code, question.decides) == ("authorisation", False)
    (step,) = asked(authorisations=[held | {"until": "2026-07-31"}]).steps
    assert "no resale" in step.what


def test_without_a_flag_it_says_what_it_looked_at() -> None:
    """Silence is no red flag."""
    found = asked()
    assert not found.questions
    assert len(found.checks) == 1

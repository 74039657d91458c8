"""The Unverified List: a statement first, no exceptions, always a filing; no ban."""

from __future__ import annotations

from typing import Any

import pytest
from tests.rules.building import LAW, Results, case, decided, party

from licet.rules.kinds.unverified import KIND

NAME = "Quiet Harbour Instruments"
ROW = party(
    "us_csl", "UVL-1", NAME, country="AE", address="12 Harbour Road, Dubai, AE", source="UVL"
)  # fmt: skip
BASE: dict[str, Any] = {
    "activity": "export",
    "actor": {"country": "US"},
    "items": [{"eccn": "EAR99", "origin": "US"}],
    "destination": "AE",
    "day": "2018-12-04",
}


def ask(role: str = "end_user", *, subject: bool | None = True, **changed: Any) -> Results:  # noqa: ANN401
    """Ask about the unverified party in a role."""
    one = {"role": role, "name": NAME, "country": "AE", **changed.pop("party", {})}
    return decided(KIND, case({**BASE, "parties": [one], **changed}, LAW, (ROW,), subject=subject))


def test_a_statement_comes_first_and_no_exception_helps() -> None:
    """CONDITIONAL, with the filing as a step (744.15, 740.2(a)(17))."""
    found = ask()
    assert found.outcomes == ["conditional"]
    assert "78 FR 76741" in found.finding.citations
    assert [one.state for one in found.finding.escapes] == ["foreclosed"]
    assert len(found.finding.conditions) == 3
    assert len(found.steps) == 1


@pytest.mark.parametrize(
    ("held", "words"), [(True, "is at hand"), (False, "there is none"), (None, "Obtain the signed statement")]
)
def test_a_statement_at_hand_is_told_as_such(held: bool | None, words: str) -> None:
    """Unknown is not at hand."""
    found = ask(party={"uvl_statement": held}).finding
    assert words in found.conditions[0]


@pytest.mark.parametrize(
    ("role", "activity", "outcomes", "flags", "asks"),
    [
        ("purchaser", "export", ["conditional"], [], 0),
        ("intermediate_consignee", "reexport", ["conditional"], [], 0),
        ("carrier", "export", [], ["red_flag"], 0),
        ("forwarder", "export", [], [], 1),
        ("supplier", "purchase", [], ["red_flag"], 0),
        ("maker", "export", [], [], 0),
        ("other", "export", [], [], 1),
    ],
)
def test_only_parties_to_the_transaction_count(
    role: str, activity: str, outcomes: list[str], flags: list[str], asks: int
) -> None:
    """744.16 and 748.5(c)-(f)."""
    found = ask(role, activity=activity)
    assert (found.outcomes, found.flag_codes, len(found.questions)) == (outcomes, flags, asks)


def test_items_outside_the_ear_are_not_reached_and_unknown_ones_are_asked_about() -> None:
    """The list speaks of items subject to the EAR."""
    assert ask(subject=False).findings == ()
    assert [item.fact for item in ask(subject=None).questions] == ["items[0].origin"]


def test_before_the_rulebook_holds_the_rule_it_is_an_open_point() -> None:
    """78 FR is of 2013; the first day is not known."""
    assert [item.code for item in ask(day="2013-12-31").questions] == ["open_point"]
    assert ask(day="2014-01-01").outcomes == ["conditional"]


def test_alike_is_a_question() -> None:
    """A possible identity makes no finding."""
    found = ask(party={"name": f"{NAME} Group"})
    assert (found.findings, [item.code for item in found.questions]) == ((), ["identity"])

"""Lists of the State Department: debarment bites on defence articles, sanctions are to be read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from tests.rules.building import EMPTY, Results, case, decided, party

from licet.model import Listing
from licet.rules.kind import Kind
from licet.rules.kinds import debarred, nonproliferation

NAME = "Quiet Canyon Exports"
BASE: dict[str, Any] = {
    "activity": "export",
    "actor": {"country": "US"},
    "items": [{"eccn": "EAR99", "origin": "US"}],
    "destination": "MX",
    "day": "2018-05-14",
}
DTC = (
    party("us_ddtc_aeca", "a", NAME, citations=("75 FR 54692",), debarment="statutory"),
    party("us_csl", "DTC-b", NAME, citations=("75 FR 54692",), source="DTC"),
)
ISN = (
    party("us_state_isn", "a", NAME, start="2017-03-21", end="2019-03-20", programmes=("INKSNA",),
          citations=("Vol. 82, No. 60, 03/30/2017",)),
    party("us_csl", "ISN-b", NAME, start="2017-03-21", end="2019-03-20", programmes=("INKSNA",),
          citations=("Vol. 82, No. 60, 03/30/2017",), source="ISN"),
)  # fmt: skip


def ask(kind: Kind, listings: Sequence[Listing], one: dict[str, Any], **changed: Any) -> Results:  # noqa: ANN401
    """Ask about the listed party, as end user unless said otherwise."""
    parties = [{"role": "end_user", "name": NAME, "country": "MX", **one}]
    return decided(kind, case({**BASE, "parties": parties, **changed}, EMPTY, listings))


@pytest.mark.parametrize("role", ["end_user", "forwarder", "broker", "supplier"])
def test_a_debarred_person_may_take_no_part_in_a_deal_in_defence_articles(role: str) -> None:
    """In whatever part (22 CFR 127.7); two lists are one finding."""
    found = ask(debarred.KIND, DTC, {"role": role}, items=[{"itar": True}])
    assert (found.outcomes, found.flags) == (["prohibited"], ())
    assert found.finding.citations == ("75 FR 54692", "22 CFR 127.7")


@pytest.mark.parametrize(
    ("item", "asks"), [({"eccn": "EAR99"}, 0), ({"eccn": "5A002", "itar": False}, 0), ({}, 1)]
)
def test_for_items_under_the_ear_a_debarment_is_a_flag(item: dict[str, Any], asks: int) -> None:
    """And an item of no stated class may be a defence article."""
    found = ask(debarred.KIND, DTC, {}, items=[item])
    assert (found.findings, found.flag_codes, len(found.questions)) == ((), ["debarment"], asks)


def test_a_debarred_owner_is_a_flag_and_a_like_name_a_question() -> None:
    """The debarment is of the person."""
    owned = {"name": "Blue Heron Optics", "owners": [{"name": NAME}]}
    assert ask(debarred.KIND, DTC, owned, items=[{"itar": True}]).flag_codes == ["debarment"]
    alike = ask(debarred.KIND, DTC, {"name": f"{NAME} Group"}, items=[{"itar": True}])
    assert (alike.findings, [item.code for item in alike.questions]) == ((), ["identity"])


@pytest.mark.parametrize(
    ("day", "count"), [("2017-03-20", 0), ("2017-03-21", 1), ("2019-03-20", 1), ("2019-03-21", 0)]
)
def test_a_nonproliferation_sanction_sends_to_its_notice(day: str, count: int) -> None:
    """In any role, for its days, once for both lists, with programme and notice."""
    found = ask(nonproliferation.KIND, ISN, {"role": "supplier"}, day=day)
    assert (found.findings, len(found.asks("read_the_notice"))) == ((), count)
    for question in found.questions:
        assert "INKSNA" in question.sentence
        assert question.decides
        assert question.citations[0] == "Vol. 82, No. 60, 03/30/2017"


def test_a_sanctioned_owner_is_a_flag() -> None:
    """Sanctions of this sort do not pass to what the party owns by that alone."""
    owned = {"name": "Blue Heron Optics", "owners": [{"name": NAME}]}
    found = ask(nonproliferation.KIND, ISN, owned)
    assert (found.flag_codes, found.questions) == (["red_flag"], ())

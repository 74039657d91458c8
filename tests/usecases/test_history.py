"""The life of a matter: states by day, what happened, and what is only talk."""

from __future__ import annotations

from datetime import date

import pytest
from tests.rules.law import shipped

from licet.model.rulebook import State
from licet.usecases.history import History, history
from licet.usecases.history_entries import What

TODAY = date(2026, 11, 22)
_SAID_ONLY = {State.ANNOUNCED, State.PROPOSED}


def told(about: str, as_of: date = TODAY) -> History:
    """Return a history that is there."""
    found = history(shipped(), about, as_of)
    assert found is not None
    return found


def states(found: History, measure: str, party: str = "") -> list[tuple[State, str, str]]:
    """Return the states of a measure, for the lane with a party."""
    (lane,) = (
        item
        for item in found.lanes
        if item.measure == measure and (not party or any(party in name for name in item.parties))
    )
    return [(bar.state, bar.first.isoformat(), bar.last.isoformat() if bar.last else "") for bar in lane.bars]


def test_the_denial_of_zte() -> None:
    """Suspended, activated, terminated: the days of the orders."""
    assert states(told("ZTE"), "us.bis.zte.denial") == [
        (State.SUSPENDED, "2017-03-23", "2018-04-14"),
        (State.IN_FORCE, "2018-04-15", "2018-07-12"),
    ]
    assert states(told("ZTE"), "us.bis.zte.denial.2018") == [(State.SUSPENDED, "2018-06-08", "2028-06-07")]


def test_before_the_termination_the_denial_runs_to_2025() -> None:
    """On 14 May 2018 nobody could know that it would end in July."""
    found = told("ZTE", date(2018, 5, 14))
    assert states(found, "us.bis.zte.denial")[-1] == (State.IN_FORCE, "2018-04-15", "2025-03-13")
    assert {entry.day for entry in found.entries if entry.day > date(2018, 5, 14)} == set()
    assert "us.bis.zte.denial.2018" not in {lane.measure for lane in found.lanes}


def test_what_came_of_a_statement_is_told_once_it_came() -> None:
    """The letters of 2016 led to an order of 2018, which nobody knew in 2017."""
    before = next(item for item in told("ZTE", date(2017, 6, 1)).entries if item.what is What.SIGNAL)
    after = next(item for item in told("ZTE").entries if item.what is What.SIGNAL)
    assert "83 FR 17644" not in before.detail
    assert "83 FR 17644" in after.detail


def test_two_of_four_leave_the_entity_list() -> None:
    """ZTE and Kangxun come off in March 2017; the two others stay."""
    found = told("ZTE")
    gone = states(found, "us.bis.zte.listing.2016", "Zhongxing")
    assert gone == [(State.IN_FORCE, "2016-03-08", "2017-03-28")]
    assert states(found, "us.bis.zte.listing.2016", "Parsian") == [(State.IN_FORCE, "2016-03-08", "")]


def test_the_court_s_probation_has_its_own_clock() -> None:
    """It ends on 22 March 2022; that of the Bureau does not."""
    found = told("ZTE")
    assert states(found, "us.doj.zte.probation")[-1] == (State.IN_FORCE, "2017-03-22", "2022-03-22")
    assert states(found, "us.bis.zte.settlement.2018") == [(State.IN_FORCE, "2018-06-08", "2028-06-07")]


def test_the_dates_of_a_document_differ() -> None:
    """The activation order binds on the 15th, is open on the 16th and published on the 23rd of April."""
    days = [
        (entry.day.day, entry.what, entry.effect)
        for entry in told("ZTE").entries
        if "83 FR 17644" in entry.citations and (entry.day.year, entry.day.month) == (2018, 4)
    ]
    assert days == [
        (15, What.EVENT, True),
        (15, What.EVENT, True),
        (16, What.DOCUMENT, False),
        (23, What.DOCUMENT, False),
    ]


def test_talk_has_no_effect() -> None:
    """Statements are told, each as without effect, and no state begins or ends by one."""
    found = told("ZTE")
    talk = [entry for entry in found.entries if entry.what is What.SIGNAL]
    assert date(2018, 5, 13) in {entry.day for entry in talk}
    assert {entry.effect for entry in talk} == {False}
    assert {entry.said for entry in talk} == {"without effect"}
    law = {entry.day for entry in found.entries if entry.effect}
    begins = {bar.first for lane in found.lanes for bar in lane.bars if bar.state not in _SAID_ONLY}
    assert begins <= law


def test_what_a_later_settlement_replaced_falls_due_no_more() -> None:
    """The 300 million suspended in 2017 are superseded in 2018: their last day is not told."""
    duties = [entry for entry in told("ZTE").entries if entry.what is What.OBLIGATION]
    assert [entry for entry in duties if "300,000,000" in entry.title] == []
    assert any("USD 1,000,000,000 to BIS" in entry.title for entry in duties)


def test_entries_are_in_order() -> None:
    """By day, the law before the talk."""
    order = list(What)
    found = [(entry.day, order.index(entry.what)) for entry in told("ZTE").entries]
    assert found == sorted(found)


@pytest.mark.parametrize(
    "about", ["ZTE", "zte", "Zhongxing", "中兴通讯", "zte_kangxun", "us.bis.zte.denial", "ZTE Corp."]
)
def test_ways_to_ask(about: str) -> None:
    """A matter, some words of a name, another script, an id of a party or a measure."""
    assert "us.bis.zte.denial" in {lane.measure for lane in told(about).lanes}


def test_the_huawei_matter() -> None:
    """In force on filing at 16:15; a party's words reach it."""
    found = told("Huawei Technologies")
    first = next(entry for entry in found.entries if entry.measure == "us.bis.huawei.listing.2019")
    assert first.at is not None
    assert first.at.isoformat() == "2019-05-16T16:15:00-04:00"
    assert told("Huawei").matters == ("Huawei",)


@pytest.mark.parametrize("about", ["", " ", "Nobody Knows Ltd", "us.bis.nothing"])
def test_what_nobody_knows(about: str) -> None:
    """An unknown name has no history."""
    assert history(shipped(), about, TODAY) is None


def test_before_anything_happened() -> None:
    """A matter has no history before its first day."""
    assert history(shipped(), "ZTE", date(2016, 3, 7)) is None


def test_the_money_of_2017_adds_up() -> None:
    """Justice, Treasury and Commerce: 1,192,360,064 in all, 892,360,064 payable, as announced."""
    book = shipped()
    keys = ("us.bis.zte.settlement.2017", "us.ofac.zte.settlement.2017", "us.doj.zte.probation")
    duties = [item for key in keys for item in book.measures[key].terms["obligations"] if item.amount]
    assert sum(item.amount for item in duties) == 1_192_360_064
    assert sum(item.amount for item in duties if item.status != "suspended") == 892_360_064
    later = book.measures["us.bis.zte.settlement.2018"].terms["obligations"]
    assert sum(item.amount for item in later if item.amount) == 1_761_000_000

"""What ends a measure stands beside its last day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.rules.building import LAW

from licet.model.law import Finding, Interval, Outcome
from licet.rules.endings import with_ending

_DENIED = Finding(
    "denial_order",
    "us.bis.denial_order",
    Outcome.PROHIBITED,
    "US EAR",
    "Denied.",
    ("83 FR 17644",),
    in_force=Interval(date(2018, 4, 15), date(2018, 7, 12)),
    measure="us.bis.zte.denial",
)


def test_the_order_that_terminates_is_told_with_its_day_and_citation() -> None:
    """The last day is the 12th; the order of the 13th ends it."""
    assert with_ending(_DENIED, LAW).then == "terminated on 2018-07-13 (83 FR 34825)"


def test_a_finding_without_a_known_end_is_told_as_it_is() -> None:
    """An open interval has none."""
    open_end = replace(_DENIED, in_force=Interval(date(2018, 4, 15)))
    assert with_ending(open_end, LAW) == open_end


def test_a_day_on_which_nothing_is_recorded_gives_no_ending() -> None:
    """Only the life of the measure tells."""
    early = replace(_DENIED, in_force=Interval(date(2018, 4, 15), date(2018, 5, 1)))
    assert with_ending(early, LAW).then == ""

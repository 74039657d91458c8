"""The gates that refuse an edition."""

from __future__ import annotations

from datetime import UTC, date, datetime

from licet.lists.base import Facts, Gates, ListFormat, ListSpec, PartSpec
from licet.model import Edition, Listing, Name, PartyKind, Problem, Severity
from licet.usecases.gates import refusals

SPEC = ListSpec(
    id="x",
    title="X",
    publisher="P",
    jurisdiction="US",
    licence="public domain",
    mandatory=False,
    formats=(ListFormat("txt", (PartSpec("main"),)),),
    gates=Gates(min_rows=3, max_loss=0.2, max_problem_share=0.1),
)
LAST = Edition("x", 1, date(2020, 1, 1), datetime(2020, 1, 1, tzinfo=UTC), "txt", (), 100, 100, 0)


def listings(count: int) -> list[Listing]:
    return [Listing("x", str(number), PartyKind.UNKNOWN, (Name("N"),)) for number in range(count)]


def test_a_whole_edition_passes() -> None:
    """Losing exactly the stated share is still allowed."""
    assert refusals(SPEC, Facts(rows=80), listings(80), [], LAST) == []


def test_forty_per_cent_fewer_rows_are_refused_with_figures() -> None:
    """Scenario K2 of the domain handbook."""
    (reason,) = refusals(SPEC, Facts(rows=60), listings(60), [], LAST)
    assert "60 parties" in reason
    assert "100" in reason
    assert "40.0%" in reason


def test_too_few_rows_are_refused_without_an_earlier_edition() -> None:
    """An excerpt does not become the list."""
    (reason,) = refusals(SPEC, Facts(rows=2), listings(2), [], None)
    assert "only 2 rows" in reason


def test_a_fatal_problem_is_a_refusal_and_says_where() -> None:
    """A truncated file names the place."""
    fatal = Problem("not_well_formed", "list.xml, line 7", "the file ends early", severity=Severity.FATAL)
    (reason,) = refusals(SPEC, Facts(rows=50), listings(50), [fatal], None)
    assert "list.xml, line 7" in reason


def test_many_unreadable_rows_are_refused_with_their_codes() -> None:
    """A tenth may fail, more may not."""
    bad = [Problem("ragged_row", "l", "m", severity=Severity.ROW, rows=1)] * 11
    (reason,) = refusals(SPEC, Facts(rows=100), listings(89), bad, None)
    assert "11 x ragged_row" in reason

"""The gates that refuse an edition."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from licet.lists.base import Facts, Gates, ListFormat, ListSpec, PartSpec
from licet.model import Edition, Listing, Name, NameKind, PartialDate, PartyKind, Problem, Severity
from licet.usecases.gates import refusals
from licet.usecases.tally import keep_tally, tally, tally_of

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


def test_more_than_four_times_as_many_parties_are_refused() -> None:
    """The SDN list given as the non-SDN list would have 40 times as many."""
    assert refusals(SPEC, Facts(rows=400), listings(400), [], LAST) == []
    (reason,) = refusals(SPEC, Facts(rows=401), listings(401), [], LAST)
    assert "401 parties" in reason
    assert "4 times as many" in reason


def test_half_the_keys_may_go_and_no_more() -> None:
    """The number of parties is the same: the net loss sees nothing."""
    before = tally(listings(100))
    others = listings(150)[50:]
    assert refusals(SPEC, Facts(rows=100), others, [], LAST, before) == []
    (reason,) = refusals(SPEC, Facts(rows=100), listings(151)[51:], [], LAST, before)
    assert "51 of the 100 keys" in reason
    assert "51.0%" in reason


def test_a_fall_of_the_names_is_refused_though_all_parties_are_there() -> None:
    """Half an alias file: the parties stay, their other names do not."""
    aka = (Name("N"), Name("M", NameKind.AKA), Name("O", NameKind.AKA))
    full = [replace(item, names=aka) for item in listings(100)]
    half = [replace(item, names=aka[:2]) for item in full]
    (reason,) = refusals(SPEC, Facts(rows=100), half, [], LAST, tally(full))
    assert "200 names" in reason
    assert "300" in reason
    assert "33.3% fewer" in reason


@pytest.mark.parametrize(
    ("field", "filled"),
    [
        ("birth dates", {"birth_dates": (PartialDate.year(1960),)}),
        ("programmes", {"programmes": ("CUBA",)}),
        ("countries", {"countries": ("CU",)}),
    ],
)
def test_a_field_that_is_filled_half_as_often_is_refused(field: str, filled: dict[str, Any]) -> None:
    """`Born on` instead of `DOB` everywhere: all parties are there and none has a birth date."""
    plain = listings(100)
    full = [replace(item, **filled) for item in plain]
    assert refusals(SPEC, Facts(rows=100), full[:50] + plain[50:], [], LAST, tally(full)) == []
    (reason,) = refusals(SPEC, Facts(rows=100), full[:49] + plain[49:], [], LAST, tally(full))
    assert f"49 of 100 parties have {field} (49.0%)" in reason


def test_a_field_that_few_had_may_empty() -> None:
    """Nineteen birth dates in a hundred may go: that is no renamed label."""
    plain = listings(100)
    some = [replace(item, countries=("CU",)) for item in plain[:19]] + plain[19:]
    assert refusals(SPEC, Facts(rows=100), plain, [], LAST, tally(some)) == []


def test_many_orphan_rows_are_refused_unless_their_part_was_carried() -> None:
    """A cut main table leaves the aliases of the parties that it lost."""
    orphans = [Problem("orphan_row", "alt.csv:1", "m", severity=Severity.ROW)] * 21
    (reason,) = refusals(SPEC, Facts(rows=100), listings(100), orphans, None)
    assert "21 of about 21 rows" in reason
    carried = Problem("carried_part", "alt", "m", severity=Severity.NOTE)
    assert refusals(SPEC, Facts(rows=100), listings(100), [*orphans, carried], None) == []
    assert refusals(SPEC, Facts(rows=100), listings(100), orphans[:20], None) == []


def test_a_tally_is_read_once_for_each_edition() -> None:
    """Reading it back from the store is the slow part."""
    edition = replace(LAST, list_id="read-once")
    reads: list[int] = []

    def read() -> list[Listing]:
        reads.append(1)
        return listings(5)

    assert tally_of(edition, read) == tally_of(edition, read) == tally(listings(5))
    assert reads == [1]
    keep_tally(edition, tally(listings(6)))
    assert tally_of(edition, read).parties == 6

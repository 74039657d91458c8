"""What a screening could see, and when that is not enough."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from licet.lists import registry
from licet.lists.base import Gates, ListFormat, ListSpec, PartSpec
from licet.model import AsOf, Edition, EditionFile
from licet.store import FetchEntry
from licet.usecases.coverage import Coverage, CoverageRule, Span, confirmed, coverage

NOW = datetime(2018, 6, 1, 12, tzinfo=UTC)
AS_OF = AsOf(date(2018, 5, 14), NOW)


def spec(list_id: str, *, mandatory: bool) -> ListSpec:
    formats = (ListFormat("txt", (PartSpec("main"),)),)
    return ListSpec(list_id, list_id.upper(), "P", "US", "L", mandatory, formats, Gates())


SPECS = (spec("must", mandatory=True), spec("may", mandatory=False), spec("absent", mandatory=False))


def edition(list_id: str) -> Edition:
    return Edition(list_id, 1, date(2018, 4, 16), NOW, "txt", (), 1, 1, 0)


def seen(
    rule: CoverageRule,
    held: dict[str, Edition | None],
    spans: dict[str, Span] | None = None,
    as_of: AsOf = AS_OF,
) -> Coverage:
    given = spans if spans is not None else dict.fromkeys(held, Span(NOW))
    return coverage(as_of, rule, SPECS, held, given, NOW)


def test_a_mandatory_list_without_any_edition_is_told() -> None:
    """It is never passed over in silence."""
    found = seen(CoverageRule(), {"may": edition("may")})
    assert [use.list_id for use in found.lists] == ["may", "must"]
    assert "no edition" in found.incomplete[0]


def test_a_mandatory_list_without_an_edition_for_the_day_is_told() -> None:
    """Having later editions does not help a question about an earlier day."""
    found = seen(CoverageRule(), {"must": None})
    assert "published by 2018-05-14" in found.incomplete[0]


def test_another_list_that_is_missing_is_a_warning_only() -> None:
    """The standard policy needs the mandatory lists and tells the rest."""
    found = seen(CoverageRule(), {"must": edition("must"), "may": None})
    assert found.incomplete == ()
    assert len(found.warnings) == 1


def test_a_list_asked_for_by_name_becomes_mandatory() -> None:
    """Who asks for a list does not want to be told `no hit` without it; other lists then do not matter."""
    found = seen(CoverageRule(lists=("absent",)), {"must": edition("must")})
    assert [use.list_id for use in found.lists] == ["absent"]
    assert found.incomplete


def test_an_edition_published_too_long_before_the_day_is_stale() -> None:
    """Unless the publisher said later that it still holds."""
    rule = CoverageRule(max_age=timedelta(days=20))
    held: dict[str, Edition | None] = {"must": edition("must")}
    fresh = seen(rule, held, {"must": Span(datetime(2018, 4, 25, tzinfo=UTC))})
    stale = seen(rule, held, {"must": Span(datetime(2018, 4, 16, tzinfo=UTC))})
    assert not fresh.incomplete
    assert "published 2018-04-16" in stale.incomplete[0]
    assert stale.lists[0].stale


@pytest.mark.parametrize(("day", "stale"), [(date(2018, 8, 1), False), (date(2018, 8, 20), True)])
def test_between_two_editions_at_hand_an_old_one_is_told_and_a_wide_gap_is_stale(
    day: date, *, stale: bool
) -> None:
    """Six times the allowed age: with 20 days, a gap of up to 120."""
    rule = CoverageRule(max_age=timedelta(days=20))
    held: dict[str, Edition | None] = {"must": edition("must")}
    found = seen(rule, held, {"must": Span(datetime(2018, 4, 16, tzinfo=UTC), day)})
    assert bool(found.incomplete) == stale
    assert bool(found.warnings) == (not stale)
    assert f"the next one at hand is of {day}" in (*found.incomplete, *found.warnings)[0]


def test_stale_lists_can_be_allowed_in_so_many_words() -> None:
    """They are still told as stale."""
    held: dict[str, Edition | None] = {"must": edition("must")}
    rule = CoverageRule(max_age=timedelta(days=1), allow_stale=True)
    found = seen(rule, held, {"must": Span(datetime(2018, 4, 16, tzinfo=UTC))})
    assert not found.incomplete
    assert found.lists[0].stale
    assert "is old" in found.warnings[0]


def answer(at: datetime, outcome: str = "not_modified", sha256: str = "a" * 64) -> FetchEntry:
    return FetchEntry("must", "https://lists.example", at, outcome, sha256=sha256)


HELD = replace(edition("must"), files=(EditionFile("main", "list.txt", "a" * 64, 1),))


def test_the_day_of_an_import_proves_nothing() -> None:
    """A file of 2018 imported today was not checked against what the publisher says today."""
    assert HELD.known == NOW
    assert confirmed(HELD, [], NOW).date() == HELD.published


@pytest.mark.parametrize(
    ("entry", "counts"),
    [
        (answer(datetime(2018, 5, 10, tzinfo=UTC)), True),
        (answer(datetime(2018, 5, 10, tzinfo=UTC), "same"), True),
        (answer(datetime(2018, 5, 10, tzinfo=UTC), "new"), True),
        (answer(datetime(2018, 5, 10, tzinfo=UTC), "failed"), False),
        (answer(datetime(2018, 5, 10, tzinfo=UTC), "refused"), False),
        (answer(datetime(2018, 5, 10, tzinfo=UTC), sha256="b" * 64), False),
        (answer(datetime(2018, 6, 2, tzinfo=UTC)), False),
    ],
    ids=["not modified", "same bytes", "new then", "failed", "refused", "other bytes", "after the question"],
)
def test_an_answer_of_the_publisher_confirms_the_edition_that_it_gave(
    entry: FetchEntry, counts: bool
) -> None:
    """A download that failed confirms nothing, and neither does one of other bytes or not yet known."""
    assert (confirmed(HELD, [entry], NOW) == entry.at) == counts


def test_the_catalogue_marks_the_three_lists_of_united_states_exporters_as_mandatory() -> None:
    """SDN, Denied Persons List and the Consolidated Screening List, which alone holds the Entity List."""
    mandatory = {item.id for item in registry.specs() if item.mandatory}
    assert mandatory == {"us_ofac_sdn", "us_bis_dpl", "us_csl"}

"""What a screening could see, and when that is not enough."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from licet.lists import registry
from licet.lists.base import Gates, ListFormat, ListSpec, PartSpec
from licet.model import AsOf, Edition
from licet.usecases.coverage import Coverage, CoverageRule, coverage

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
    receipts: dict[str, datetime | None] | None = None,
    as_of: AsOf = AS_OF,
) -> Coverage:
    given = receipts if receipts is not None else dict.fromkeys(held, NOW)
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


def test_a_list_last_received_too_long_before_the_day_is_stale() -> None:
    """The age counts from our last receipt, not from the date of the file."""
    rule = CoverageRule(max_age=timedelta(days=30))
    held: dict[str, Edition | None] = {"must": edition("must")}
    fresh = seen(rule, held, {"must": datetime(2018, 4, 20, tzinfo=UTC)})
    stale = seen(rule, held, {"must": datetime(2018, 4, 10, tzinfo=UTC)})
    assert not fresh.incomplete
    assert "stale" in stale.incomplete[0]
    assert stale.lists[0].stale


def test_a_receipt_after_the_day_shows_that_nothing_was_missed() -> None:
    """A list received on 1 June answers for 14 May however old its edition of that day is."""
    found = seen(CoverageRule(max_age=timedelta(days=1)), {"must": edition("must")}, {"must": NOW})
    assert not found.incomplete


def test_stale_lists_can_be_allowed_in_so_many_words() -> None:
    """They are still told as stale."""
    held: dict[str, Edition | None] = {"must": edition("must")}
    rule = CoverageRule(max_age=timedelta(days=1), allow_stale=True)
    found = seen(rule, held, {"must": datetime(2018, 4, 10, tzinfo=UTC)})
    assert not found.incomplete
    assert found.lists[0].stale


def test_the_catalogue_marks_the_three_lists_of_united_states_exporters_as_mandatory() -> None:
    """SDN, Denied Persons List and the Consolidated Screening List, which alone holds the Entity List."""
    mandatory = {item.id for item in registry.specs() if item.mandatory}
    assert mandatory == {"us_ofac_sdn", "us_bis_dpl", "us_csl"}

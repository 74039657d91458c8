"""Asset freezes of the UN, the EU and the UK: whom they bind and their own ownership tests."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from tests.rules.building import Results, case, decided, party
from tests.rules.law import book

from licet.model import Listing
from licet.model.law import Confidence, Outcome
from licet.rules.kinds.foreign_freezes import KIND

NAME = "Northern Harbour Bank"
UN = party("un_sc", "QDe.1", NAME, country="RU", programmes=("Al-Qaida",))
TRAVEL = party("un_sc", "GBi.1", NAME, country="RU", programmes=("GB",))
EU = party("eu_fsf", "EU.1", NAME, country="RU", programmes=("UKR",), citations=("269/2014 (OJ L78)",))
UK = party(
    "uk_fcdo", "RUS1", NAME, country="RU", programmes=("Russia",), sanctions_imposed="Asset freeze|Travel Ban"
)
OFSI = party("uk_ofsi", "1", NAME, country="RU", programmes=("Ukraine (Sovereignty)",))
SHIPS = "Prohibition of port entry|De-flag"


def ask(
    *rows: Listing, who: Mapping[str, Any] | None = None, day: str = "2025-06-01", **actor: object
) -> Results:
    parties = [who or {"role": "carrier", "name": NAME, "country": "RU"}]
    plain = {"activity": "export", "day": day, "destination": "AE", "parties": parties, "actor": actor}
    return decided(KIND, case(plain, book(), listings=rows))


def held(percent: str | None, *others: Mapping[str, object], **more: object) -> dict[str, object]:
    told = {"percent": percent} if percent is not None else {}
    owner = {"name": NAME, "country": "RU", **told, "controls": False, **more}
    return {"role": "purchaser", "name": "Quiet Alpha LLC", "country": "AE", "owners": [owner, *others]}


def test_the_un_list_binds_every_state() -> None:
    """By the law of each; so the finding is told with its limit."""
    found = ask(UN, country="US").finding
    assert (found.regime, found.outcome, found.confidence) == ("UN", Outcome.BLOCKED, Confidence.MEDIUM)
    assert "law of each member state" in found.sentence


def test_un_rows_about_travel_are_an_open_point() -> None:
    """The tag is known from memory only."""
    assert ask(TRAVEL, country="US").finding.confidence is Confidence.LOW


def test_un_listed_owners_are_told() -> None:
    """The UN has no ownership test of its own in the rulebook."""
    got = ask(UN, who=held("100"), country="US")
    assert (got.findings, got.flag_codes) == ((), ["listed_owner"])


class TestNexus:
    """Whom each regime binds."""

    @pytest.mark.parametrize(
        ("row", "actor", "outcomes"),
        [
            (EU, {"country": "DE"}, ["blocked"]),
            (EU, {"country": "US", "eu_person": True}, ["blocked"]),
            (EU, {"country": "US", "eu_person": False}, []),
            (EU, {"country": "GB", "eu_person": False}, []),
            (UK, {"country": "GB"}, ["blocked"]),
            (UK, {"country": "US", "uk_person": True}, ["blocked"]),
            (UK, {"country": "DE", "uk_person": False}, []),
        ],
    )
    def test_its_own_persons_are_bound(
        self, row: Listing, actor: Mapping[str, Any], outcomes: list[str]
    ) -> None:
        """For others a listing is a flag."""
        got = ask(row, **actor)
        assert got.outcomes == outcomes
        assert got.flag_codes == ([] if outcomes else ["outside_nexus"])
        assert not got.questions

    @pytest.mark.parametrize(("row", "fact"), [(EU, "actor.eu_person"), (UK, "actor.uk_person")])
    def test_what_is_not_stated_is_asked(self, row: Listing, fact: str) -> None:
        """Unknown is not no."""
        (question,) = ask(row, country="US").questions
        assert (question.fact, question.decides) == (fact, True)

    @pytest.mark.parametrize(("day", "outcomes"), [("2020-12-31", ["blocked"]), ("2021-01-01", [])])
    def test_the_united_kingdom_left(self, day: str, outcomes: list[str]) -> None:
        """EU sanctions bound the UK to the end of 2020."""
        assert ask(EU, day=day, country="GB", eu_person=False).outcomes == outcomes


class TestOwnership:
    """Trap 27: exactly half is caught by the EU and not by the UK."""

    @pytest.mark.parametrize(
        ("row", "country", "percent", "outcomes"),
        [
            (EU, "DE", "50", ["blocked"]),
            (EU, "DE", "49.99", []),
            (UK, "GB", "50", []),
            (UK, "GB", "50.01", ["blocked"]),
        ],
    )
    def test_the_share_that_counts(
        self, row: Listing, country: str, percent: str, outcomes: list[str]
    ) -> None:
        """Each regime's own comparator."""
        got = ask(row, who=held(percent), country=country)
        assert got.outcomes == outcomes
        assert not got.questions
        assert got.flag_codes == ([] if outcomes else ["listed_owner"])

    @pytest.mark.parametrize(("row", "country", "outcomes"), [(EU, "DE", ["blocked"]), (UK, "GB", [])])
    def test_shares_add_up_in_the_eu_and_not_simply_in_the_uk(
        self, row: Listing, country: str, outcomes: list[str]
    ) -> None:
        """30 and 30 per cent."""
        second = {"name": "Other Listed", "percent": "30", "controls": False, "listed_as": ["EU", "UK"]}
        assert ask(row, who=held("30", second), country=country).outcomes == outcomes

    @pytest.mark.parametrize(("row", "country"), [(EU, "DE"), (UK, "GB")])
    @pytest.mark.parametrize(
        ("controls", "outcomes", "asked"), [(True, ["blocked"], 0), (False, [], 0), (None, [], 1)]
    )
    def test_control_is_enough_and_has_to_be_told(
        self, row: Listing, country: str, controls: bool | None, outcomes: list[str], asked: int
    ) -> None:
        """A listed owner of 10 per cent."""
        got = ask(row, who=held("10", controls=controls), country=country)
        assert (got.outcomes, len(got.questions)) == (outcomes, asked)

    @pytest.mark.parametrize(
        ("row", "country", "day", "codes", "found"),
        [
            (EU, "DE", "2024-06-30", ["missing_law"], []),
            (EU, "DE", "2024-07-01", [], [Confidence.LOW]),
            (EU, "DE", "2024-07-31", [], [Confidence.LOW]),
            (EU, "DE", "2024-08-01", [], [Confidence.MEDIUM]),
            (UK, "GB", "2020-12-31", ["missing_law"], []),
            (UK, "GB", "2021-01-01", [], [Confidence.MEDIUM]),
        ],
    )
    def test_each_test_is_known_from_its_day(
        self, row: Listing, country: str, day: str, codes: list[str], found: list[Confidence]
    ) -> None:
        """Before, the rulebook does not say."""
        got = ask(row, who=held("60"), day=day, country=country)
        assert [item.code for item in got.questions] == codes
        assert [item.confidence for item in got.findings] == found


class TestRows:
    """Rows of the lists."""

    def test_the_regulation_of_an_eu_row_is_cited(self) -> None:
        """The row names it."""
        assert "269/2014 (OJ L78)" in ask(EU, country="DE").finding.citations

    def test_both_uk_lists_are_one_finding(self) -> None:
        """The closed list of OFSI and the one of today."""
        assert ask(UK, OFSI, country="GB").outcomes == ["blocked"]

    @pytest.mark.parametrize(
        ("imposed", "flags", "asked"),
        [("Travel Ban", ["other_measures"], 0), (SHIPS, [], 1), ("Arms embargo|Travel Ban", [], 1)],
    )
    def test_a_uk_row_without_an_asset_freeze_blocks_nothing(
        self, imposed: str, flags: list[str], asked: int
    ) -> None:
        """Measures beyond a person's travel are to be read."""
        row = party("uk_fcdo", "RUS1", NAME, country="RU", programmes=("Russia",), sanctions_imposed=imposed)
        got = ask(row, country="GB")
        assert (got.findings, got.flag_codes, len(got.questions)) == ((), flags, asked)

    def test_a_possible_match_is_asked_about_where_it_may_bind(self) -> None:
        """Another country."""
        alike = {"role": "carrier", "name": NAME, "country": "PA"}
        assert [item.decides for item in ask(EU, who=alike, country="DE").questions] == [True]
        outside = ask(EU, who=alike, country="US", eu_person=False)
        assert [item.decides for item in outside.questions] == [False]

    def test_nobody_listed_tells_what_was_looked_at(self) -> None:
        """No silence."""
        got = ask(UN, who={"role": "carrier", "name": "Quiet River", "country": "AE"}, country="DE")
        assert [item.what for item in got.checks] == ["foreign_freezes"]

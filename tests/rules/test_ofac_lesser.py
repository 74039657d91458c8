"""The narrow lists of OFAC: each bites on its own sort of dealing, and none is an export ban."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from tests.rules.building import Results, case, decided, party
from tests.rules.law import book
from tests.shared import needs_shared, read_bytes

from licet.lists.base import RawEdition
from licet.lists.catalog.us_ofac_cons.parse import parse
from licet.model import Listing
from licet.model.law import Confidence, Outcome
from licet.rules.kinds.ofac_lesser import KIND
from licet.rules.scoped import day_of

SECTORAL = "executive_order_13662_directive_determination"
D14024 = "executive_order_14024_directive_information"
US = {"country": "US"}
ABROAD = {"country": "DE", "us_person": False, "us_person_involved": False}
WHO = {"name": "Northern Harbour Bank", "country": "RU"}


def row(source: str, *programmes: str, list_id: str = "us_csl", **details: str) -> Listing:
    told = {"source": source, **details} if list_id == "us_csl" else details
    plain = party(list_id, "1", "Northern Harbour Bank", country="RU", programmes=programmes)
    return replace(plain, details=tuple(sorted(told.items())))


def ask(listing: Listing, *parties: Mapping[str, Any], **more: Any) -> Results:  # noqa: ANN401
    plain = {"activity": "export", "actor": US, "day": "2024-06-01", "destination": "RU", **more}
    everybody = list(parties) or [{"role": "purchaser", **WHO}]
    return decided(KIND, case({**plain, "parties": everybody}, book(), listings=(listing,)))


def sectoral(*directives: int) -> Listing:
    text = "; ".join(f"Subject to Directive {number}" for number in directives)
    return row("SSI", "UKRAINE-EO13662", **{SECTORAL: text})


def cmic() -> Listing:
    return row(
        "CMIC",
        "CMIC-EO13959",
        listing_date_cmic="03 Jun 2021",
        effective_date_cmic="02 Aug 2021",
        purchase_sales_for_divestment_date_cmic="03 Jun 2022",
    )


@cache
def real_rows() -> tuple[Listing, ...]:
    parts = {
        part: f"ofac/nonsdn/2025-12-19/cons_{part}.csv.gz" for part in ("prim", "add", "alt", "comments")
    }
    raw = RawEdition({part: read_bytes(path) for part, path in parts.items()})
    return tuple(item for item in parse(raw) if isinstance(item, Listing))


ALL = (
    sectoral(1, 2, 3),
    cmic(),
    row("CAP", "561-Related"),
    row("PLC", "NS-PLC"),
    row("MBS", **{D14024: "Subject to Directive 3 - dealings in new debt of longer than 14 days maturity"}),
)


@pytest.mark.parametrize("listing", ALL, ids=lambda item: str(dict(item.details)["source"]))
def test_no_narrow_list_is_an_export_ban(listing: Listing) -> None:
    """Goods sold to the party: a flag, no finding, no question."""
    got = ask(listing)
    assert (got.findings, got.questions) == ((), ())
    assert set(got.flag_codes) == {"lesser_list"}


class TestSectoral:
    """Directives under Executive Order 13662."""

    def test_equity_is_directive_1(self) -> None:
        """And not 2."""
        equity = {"activity": "securities", "security": "equity"}
        assert ask(sectoral(1), **equity).finding.outcome is Outcome.PROHIBITED
        assert ask(sectoral(2), **equity).flag_codes == ["lesser_list"]

    def test_debt_beyond_every_maturity_is_forbidden(self) -> None:
        """91 days; 90 was the longest that any directive ever left free."""
        found = ask(sectoral(2), activity="finance", debt_days=91).finding
        assert (found.outcome, found.confidence) == (Outcome.PROHIBITED, Confidence.MEDIUM)

    def test_maturities_from_memory_are_no_findings_of_their_own(self) -> None:
        """15 days against 14: low confidence, a question in the engine; 14 days is asked about."""
        assert ask(sectoral(1), activity="finance", debt_days=15).finding.confidence is Confidence.LOW
        (question,) = ask(sectoral(1), activity="finance", debt_days=14).questions
        assert question.decides

    @pytest.mark.parametrize(("day", "low"), [("2017-11-27", False), ("2017-11-28", True)])
    def test_the_maturity_is_that_of_the_day(self, day: str, low: bool) -> None:
        """20 days under Directive 1: 30 days were free before, 14 after (both from memory)."""
        got = ask(sectoral(1), activity="finance", debt_days=20, day=day)
        assert bool(got.findings) is low

    @pytest.mark.parametrize(
        ("more", "fact"),
        [
            ({"activity": "securities"}, "security"),
            ({"activity": "finance", "security": "debt"}, "debt_days"),
        ],
    )
    def test_a_missing_fact_is_named(self, more: Mapping[str, str], fact: str) -> None:
        """Debt or equity, and how long."""
        (question,) = ask(sectoral(1), **more).asks("missing_fact")
        assert (question.fact, question.decides) == (fact, True)

    def test_credit_terms_in_trade_are_debt(self) -> None:
        """Goods sold with 120 days to pay."""
        assert ask(sectoral(1), debt_days=120).outcomes == ["prohibited"]

    @pytest.mark.parametrize(
        ("use", "outcomes", "asked"),
        [
            ({"uses": ["oil_project"]}, ["prohibited"], 0),
            ({"uses": ["civil"]}, [], 0),
            (None, [], 1),
        ],
    )
    def test_directive_4_is_about_oil_projects(
        self, use: Mapping[str, object] | None, outcomes: list[str], asked: int
    ) -> None:
        """The end use decides, and is asked for."""
        got = ask(sectoral(4), end_use=use)
        assert (got.outcomes, len(got.questions)) == (outcomes, asked)

    @pytest.mark.parametrize(("percent", "outcomes"), [("50", ["prohibited"]), ("49.99", [])])
    def test_companies_of_listed_ones_count(self, percent: str, outcomes: list[str]) -> None:
        """The same test as for blocked persons."""
        owned = {"role": "bank", "name": "Quiet Alpha", "owners": [{**WHO, "percent": percent}]}
        got = ask(sectoral(1), owned, activity="finance", debt_days=365)
        assert got.outcomes == outcomes

    @pytest.mark.parametrize(("percent", "outcomes"), [("33", ["prohibited"]), ("32.99", [])])
    def test_a_third_is_enough_for_oil_projects(self, percent: str, outcomes: list[str]) -> None:
        """31 CFR 589.412."""
        owned = {"role": "end_user", "name": "Quiet Alpha", "owners": [{**WHO, "percent": percent}]}
        assert ask(sectoral(4), owned, end_use={"uses": ["oil_project"]}).outcomes == outcomes

    def test_an_unknown_share_is_asked_for_only_where_it_matters(self) -> None:
        """A loan asks; goods are told."""
        owned = {"role": "bank", "name": "Quiet Alpha", "owners": [WHO]}
        (question,) = ask(sectoral(1), owned, activity="finance", debt_days=365).questions
        assert question.fact == "parties[0].owners[0].percent"
        assert ask(sectoral(1), owned).questions == ()

    def test_a_row_without_a_directive_is_to_be_read(self) -> None:
        """Never silence."""
        (question,) = ask(row("SSI", "UKRAINE-EO13662"), activity="finance").questions
        assert "read it" in question.sentence


class TestSecurities:
    """CMIC."""

    BUY: Mapping[str, Any] = {"activity": "securities", "security": "public_security"}

    def _ask(self, day: str, **more: Any) -> Results:  # noqa: ANN401  fields of a shipment
        return ask(cmic(), {"role": "issuer", **WHO}, day=day, **{**self.BUY, **more})

    @pytest.mark.parametrize(("day", "outcomes"), [("2021-08-01", []), ("2021-08-02", ["prohibited"])])
    def test_the_ban_begins_on_the_day_in_the_row(self, day: str, outcomes: list[str]) -> None:
        """The effective date, not the listing."""
        assert self._ask(day).outcomes == outcomes

    @pytest.mark.parametrize(
        ("day", "outcomes"), [("2022-06-03", ["authorised"]), ("2022-06-04", ["prohibited"])]
    )
    def test_divestment_has_its_own_end(self, day: str, outcomes: list[str]) -> None:
        """Up to the day in the row."""
        assert self._ask(day, acts=["divestment"]).outcomes == outcomes

    def test_whether_they_are_publicly_traded_is_asked(self) -> None:
        """Only publicly traded securities are meant."""
        (question,) = self._ask("2024-06-01", security="").questions
        assert question.fact == "security"

    def test_a_counterparty_that_did_not_issue_them_is_not_caught(self) -> None:
        """It is about securities of the company."""
        issuer = {"role": "issuer", "name": "Quiet Alpha"}
        got = ask(cmic(), {"role": "bank", **WHO}, issuer, **self.BUY)
        assert not got.findings

    def test_huawei_is_on_the_list_by_the_rulebook_alone(self) -> None:
        """No list file is needed, and the measure is named."""
        who = {"role": "issuer", "name": "Huawei Technologies Co., Ltd.", "country": "CN"}
        plain = {"actor": US, "day": "2024-06-01", "parties": [who], **self.BUY}
        assert decided(KIND, case(plain, book())).finding.measure == "us.ofac.huawei.cmic"
        before = {**plain, "day": "2021-06-02"}
        assert not decided(KIND, case(before, book())).findings


class TestAccounts:
    """CAPTA."""

    KUNLUN: Mapping[str, str] = {"name": "Bank of Kunlun Co Ltd", "country": "CN"}

    def test_goods_sold_to_the_bank_are_free_of_it_and_an_account_is_not(self) -> None:
        """D13 and D14, by the rulebook and by a row."""
        cap = row("CAP", "561-Related")
        goods = {"actor": US, "activity": "export", "day": "2026-07-31", "destination": "CN"}
        got = decided(KIND, case({**goods, "parties": [{"role": "purchaser", **self.KUNLUN}]}, book()))
        assert (got.findings, got.questions, got.flag_codes) == ((), (), ["lesser_list"])
        account = {"activity": "finance", "correspondent_account": True}
        bank = {"role": "bank", **self.KUNLUN}
        made = case({**goods, **account, "parties": [bank]}, book())
        assert decided(KIND, made).finding.citations == ("31 CFR 561.201",)
        assert ask(cap, {"role": "bank", **WHO}, **account).outcomes == ["prohibited"]
        assert ask(cap, activity="finance", correspondent_account=False).findings == ()
        (question,) = ask(cap, activity="finance").questions
        assert question.fact == "correspondent_account"

    @pytest.mark.parametrize(("day", "outcomes"), [("2022-03-25", []), ("2022-03-26", ["prohibited"])])
    def test_a_directive_begins_on_the_day_in_its_row(self, day: str, outcomes: list[str]) -> None:
        """Directive 2 under Executive Order 14024."""
        told = {
            "listing_date_eo_14024_directive_2": "24 Feb 2022",
            "effective_date_eo_14024_directive_2": "26 Mar 2022",
        }
        listing = row("", "RUSSIA-EO14024", list_id="us_ofac_cons", **told)
        got = ask(listing, activity="finance", correspondent_account=True, day=day)
        assert got.outcomes == outcomes


class TestMenu:
    """The menu-based list: the row's own words."""

    def _menu(self, text: str, **more: Any) -> Results:  # noqa: ANN401  fields of a shipment
        return ask(row("MBS", **{D14024: text, "effective_date_eo_14024_directive_3": "26 Mar 2022"}), **more)

    @pytest.mark.parametrize(("days", "outcomes"), [(14, []), (15, ["prohibited"])])
    def test_new_debt_has_the_maturity_of_the_row(self, days: int, outcomes: list[str]) -> None:
        """Longer than 14 days."""
        text = (
            "Subject to Directive 3 - new debt of longer than 14 days maturity or new equity is prohibited."
        )
        assert self._menu(text, activity="finance", debt_days=days).outcomes == outcomes
        early = self._menu(text, activity="finance", debt_days=days, day="2022-03-25")
        assert early.outcomes == []

    @pytest.mark.parametrize(
        ("text", "activity", "outcomes", "asked"),
        [
            ("any transaction involving the Central Bank is prohibited", "export", ["prohibited"], 0),
            ("the provision of financial services to it is prohibited", "finance", ["prohibited"], 0),
            ("the provision of financial services to it is prohibited", "export", [], 0),
            (
                "participation in the secondary market for bonds is prohibited",
                "securities",
                ["prohibited"],
                0,
            ),
            ("Prohibition on making loans or providing credit to this target", "finance", [], 1),
            ("EXPORT SANCTIONS Sec. 235(a)(2)", "export", [], 1),
        ],
    )
    def test_each_measure_bites_on_its_own_acts(
        self, text: str, activity: str, outcomes: list[str], asked: int
    ) -> None:
        """A measure of no known kind is to be read."""
        got = self._menu(text, activity=activity)
        assert (got.outcomes, len(got.questions)) == (outcomes, asked)

    @pytest.mark.parametrize(
        ("day", "outcomes"), [("2022-02-28", ["prohibited"]), ("2022-03-01", ["prohibited"] * 2)]
    )
    def test_each_directive_has_its_own_day(self, day: str, outcomes: list[str]) -> None:
        """The row tells the day of Directive 1a; Directive 4 has none there, so it holds from the listing."""
        text = (
            "Subject to Directive 1a - participation in the secondary market for bonds is prohibited.; "
            "Subject to Directive 4 - any transaction involving the Central Bank is prohibited."
        )
        told = {D14024: text, "effective_date_eo_14024_directive_1a": "01 Mar 2022"}
        assert ask(row("MBS", **told), activity="securities", day=day).outcomes == outcomes

    def test_a_row_that_lists_nothing_is_to_be_read(self) -> None:
        """Even for goods."""
        (question,) = ask(row("MBS", "HK-EO13936")).questions
        assert question.decides


def test_palestinian_legislators_are_rejected_in_payments() -> None:
    """Rejected, mostly not blocked."""
    found = ask(row("PLC", "NS-PLC"), activity="finance").finding
    assert (found.rule, found.outcome) == ("us.ofac.plc", Outcome.PROHIBITED)


def test_evaders_of_past_days_bar_every_dealing() -> None:
    """Executive Order 13608; not narrower than a blocking for goods."""
    found = ask(row("FSE", "FSE-IR"), day="2018-05-14").finding
    assert (found.rule, found.outcome) == ("us.ofac.evaders", Outcome.PROHIBITED)


def test_nobody_is_bound_abroad_and_an_unknown_nexus_is_asked_for() -> None:
    """The nexus of US persons."""
    loan = {"activity": "finance", "debt_days": 365}
    assert ask(sectoral(1), actor=ABROAD, **loan).flag_codes == ["outside_nexus"]
    (question,) = ask(sectoral(1), actor={"country": "DE"}, **loan).questions
    assert question.fact == "actor.us_person, actor.us_person_involved"


def test_a_possible_match_asks_only_where_the_act_is_caught() -> None:
    """Another country: goods are told, a loan asks for the identity."""
    alike = {"role": "purchaser", "name": "Northern Harbour Bank", "country": "PA"}
    assert ask(sectoral(1), alike).questions == ()
    (question,) = ask(sectoral(1), alike, activity="finance", debt_days=365).questions
    assert question.code == "identity"


@needs_shared
@pytest.mark.shared
@pytest.mark.parametrize(
    ("key", "more", "rules"),
    [
        ("SBERBANK", {"activity": "finance", "debt_days": 365}, ["us.ofac.ssi"]),
        ("SBERBANK", {"activity": "export"}, []),
        ("CHINA TELECOM CORPORATION LIMITED", {"activity": "export"}, []),
        (
            "CHINA TELECOM CORPORATION LIMITED",
            {"activity": "securities", "security": "public_security"},
            ["us.ofac.cmic"],
        ),
        ("MYANMA OIL AND GAS ENTERPRISE", {"activity": "finance"}, ["us.ofac.menu"]),
        ("MYANMA OIL AND GAS ENTERPRISE", {"activity": "export"}, []),
        ("CENTRAL BANK OF THE RUSSIAN FEDERATION", {"activity": "export"}, ["us.ofac.menu"]),
        ("BANK OF KUNLUN CO LTD", {"activity": "finance", "correspondent_account": True}, ["us.ofac.capta"]),
    ],
)
def test_real_rows_of_2025_bite_as_they_say(key: str, more: Mapping[str, Any], rules: list[str]) -> None:
    """Rows of OFAC's own file, by the listed name."""
    listing = next(item for item in real_rows() if item.caption.startswith(key))
    plain = {"actor": US, "day": "2025-12-19", "parties": [{"role": "bank", "name": listing.caption}], **more}
    got = decided(KIND, case(plain, book(), listings=(listing,)))
    assert sorted({item.rule for item in got.findings}) == rules


def test_the_two_forms_of_a_list_are_one_answer() -> None:
    """The non-SDN file names no list: programmes and directives tell it."""
    details = {SECTORAL: "Subject to Directive 1"}
    rows = (sectoral(1), row("", "UKRAINE-EO13662", list_id="us_ofac_cons", **details))
    plain: dict[str, Any] = {"activity": "finance", "debt_days": 365, "actor": US, "day": "2024-06-01"}
    plain["parties"] = [{"role": "bank", **WHO}]
    assert decided(KIND, case(plain, book(), listings=rows)).outcomes == ["prohibited"]


def test_days_of_rows_are_read_in_both_forms() -> None:
    """OFAC's `02 Aug 2021`, and ISO."""
    assert str(day_of({"a": "02 Aug 2021; 03 Aug 2021"}, "a")) == "2021-08-02"
    assert str(day_of({"a": "", "b": "2021-08-02"}, "a", "b")) == "2021-08-02"
    assert day_of({"a": "1992"}, "a") is None

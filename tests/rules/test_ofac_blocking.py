"""Blocked persons in any role, companies that they own, whom it binds, sales, licences."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from tests.rules.building import Results, case, decided, party
from tests.rules.law import book

from licet.model import Listing, PartyKind
from licet.model.law import Identity, Outcome
from licet.rules.case import Case
from licet.rules.kinds.ofac_blocking import KIND

BANK = party(
    "us_ofac_sdn",
    "1",
    "Northern Harbour Bank",
    country="RU",
    programmes=("RUSSIA-EO14024",),
    kind=PartyKind.ORGANISATION,
)
TRADER = party("us_ofac_sdn", "2", "Daesong Kestrel Trading", country="KP", programmes=("DPRK3",))
PERSON = party(
    "us_ofac_sdn",
    "3",
    "Volkov, Timofey Arkadyevich",
    country="RU",
    programmes=("SDGT",),
    kind=PartyKind.PERSON,
)
IRANIAN = party("us_ofac_sdn", "4", "Zagros Pumps Company", country="IR", programmes=("IRAN",))
SAME_ON_CSL = party(
    "us_csl", "SDN-1", "Northern Harbour Bank", country="RU", programmes=("RUSSIA-EO14024",), source="SDN"
)
ROWS = (BANK, TRADER, PERSON, IRANIAN)
US = {"country": "US"}
ABROAD = {"country": "DE", "us_person": False, "us_person_involved": False}
UNSAID = {"country": "DE"}


def asked(*parties: Mapping[str, Any], rows: tuple[Listing, ...] = ROWS, **more: Any) -> Case:  # noqa: ANN401
    plain = {"activity": "export", "actor": US, "day": "2024-06-01", "destination": "AE", **more}
    return case({**plain, "parties": list(parties)}, book(), listings=rows)


def ask(*parties: Mapping[str, Any], **more: Any) -> Results:  # noqa: ANN401  fields of a shipment
    return decided(KIND, asked(*parties, **more))


def bank(role: str = "purchaser", **more: object) -> dict[str, object]:
    return {"role": role, "name": "Northern Harbour Bank", "country": "RU", **more}


def held(*owners: Mapping[str, object], **more: object) -> dict[str, object]:
    return {"role": "purchaser", "name": "Quiet Alpha LLC", "country": "AE", "owners": list(owners), **more}


def by_bank(percent: str | None = None, **more: object) -> dict[str, object]:
    told = {"percent": percent} if percent is not None else {}
    return {"name": "Northern Harbour Bank", "country": "RU", **told, **more}


@pytest.mark.parametrize("role", ["purchaser", "end_user", "bank", "carrier", "forwarder", "broker", "other"])
def test_a_blocked_person_blocks_in_any_role(role: str) -> None:
    """Handbook 2.1: blocking bites on any involvement."""
    found = ask(bank(role)).finding
    assert (found.outcome, found.party) == (Outcome.BLOCKED, "parties[0]")
    assert "31 CFR ch. V" in found.citations
    assert found.evidence is not None
    assert found.evidence.identity is Identity.SAME


def test_one_record_on_two_lists_is_one_finding() -> None:
    """The Consolidated Screening List repeats OFAC's list."""
    assert len(ask(bank(), rows=(BANK, SAME_ON_CSL)).findings) == 1


def test_the_consolidated_list_alone_is_enough() -> None:
    """By its source."""
    assert ask(bank(), rows=(SAME_ON_CSL,)).finding.outcome is Outcome.BLOCKED


def test_what_the_user_states_is_enough() -> None:
    """`listed_as` of a party and of an owner."""
    assert (
        ask({"role": "end_user", "name": "Q", "listed_as": ["SDN [NPWMD]"]}, rows=()).finding.party
        == "parties[0]"
    )
    owner = {"name": "X", "percent": "50", "listed_as": ["SDN"]}
    assert ask(held(owner), rows=()).finding.rule == "us.ofac.blocking.ownership"


def test_a_row_of_the_jcpoa_years_outside_the_sdn_list_blocks_too() -> None:
    """Rows under Executive Order 13599 in the non-SDN file of 2016 to 2018."""
    text = "Not on the SDN List; U.S. Persons Must Continue to Block the Property of this Person"
    row = party(
        "us_ofac_cons",
        "9",
        "Alborz Shipping Lines",
        country="IR",
        programmes=("IRAN",),
        additional_sanctions_information=text,
    )
    who = {"role": "carrier", "name": "Alborz Shipping Lines", "country": "IR"}
    assert ask(who, rows=(row,), day="2018-05-14").finding.outcome is Outcome.BLOCKED


def test_a_name_that_is_only_alike_is_asked_about() -> None:
    """Another country: a person must decide, and the answer is at least REVIEW."""
    got = ask(bank(country="PA"))
    assert not got.findings
    (question,) = got.asks("identity")
    assert question.decides
    assert "Northern Harbour Bank" in question.sentence


def test_nobody_listed_tells_what_was_looked_at() -> None:
    """No silence."""
    got = ask({"role": "end_user", "name": "Quiet River Instruments", "country": "AE"})
    assert (got.findings, got.questions, got.flags) == ((), (), ())
    assert [item.what for item in got.checks] == ["ofac_blocking"]


def test_a_blocked_person_who_signs_is_a_caution() -> None:
    """D11: the company is not blocked; nobody bound may deal with the signatory."""
    signatory = {
        "role": "signatory",
        "name": "Volkov, Timofey Arkadyevich",
        "country": "RU",
        "kind": "person",
    }
    got = ask({"role": "purchaser", "name": "Quiet Alpha LLC", "country": "AE"}, signatory)
    assert not got.findings
    (question,) = got.asks("caution")
    assert question.decides
    assert {"OFAC FAQ 398", "OFAC FAQ 400"} <= set(question.citations)


class TestNexus:
    """Whom it binds (handbook 2.10)."""

    def test_no_us_person_makes_it_a_risk_and_no_violation(self) -> None:
        """Secondary sanctions are a flag."""
        got = ask(bank(), actor=ABROAD)
        assert not got.findings
        assert not got.questions
        assert got.flag_codes == ["outside_nexus"]
        assert "secondary sanctions" in got.flags[0].sentence

    @pytest.mark.parametrize("actor", [{**ABROAD, "us_person_involved": True}, {**ABROAD, "us_person": True}])
    def test_one_us_person_is_enough(self, actor: Mapping[str, object]) -> None:
        """Such as a US bank."""
        assert ask(bank(), actor=actor).finding.outcome is Outcome.BLOCKED

    def test_an_unknown_nexus_is_asked_for(self) -> None:
        """Unknown is not no."""
        got = ask(bank(), actor=UNSAID)
        assert not got.findings
        (question,) = got.asks("missing_fact")
        assert question.decides
        assert question.fact == "actor.us_person, actor.us_person_involved"

    @pytest.mark.parametrize(
        ("owned", "expected"),
        [(True, ["blocked"]), (False, []), (None, [])],
    )
    def test_foreign_subsidiaries_are_bound_for_iran(self, owned: bool | None, expected: list[str]) -> None:
        """31 CFR 560.215."""
        who = {"role": "end_user", "name": "Zagros Pumps Company", "country": "IR"}
        got = ask(who, actor={**ABROAD, "us_owned_or_controlled": owned})
        assert got.outcomes == expected
        assert bool(got.questions) is (owned is None)

    def test_foreign_subsidiaries_are_not_bound_for_other_programmes(self) -> None:
        """Only Iran and Cuba."""
        got = ask(bank(), actor={**ABROAD, "us_owned_or_controlled": True})
        assert not got.findings
        assert got.flag_codes == ["outside_nexus"]

    def test_a_possible_match_without_nexus_decides_nothing(self) -> None:
        """It is told all the same."""
        (question,) = ask(bank(country="PA"), actor=ABROAD).asks("identity")
        assert not question.decides


class TestOwnership:
    """The 50 per cent rule (handbook 2.9)."""

    @pytest.mark.parametrize(
        ("percent", "outcomes", "flags"), [("50.00", ["blocked"], []), ("49.99", [], ["listed_owner"])]
    )
    def test_fifty_blocks_and_less_is_a_caution(
        self, percent: str, outcomes: list[str], flags: list[str]
    ) -> None:
        """D1 and D2."""
        got = ask(held(by_bank(percent)))
        assert (got.outcomes, got.flag_codes) == (outcomes, flags)
        assert not got.questions

    def test_the_finding_tells_the_way_and_its_figures(self) -> None:
        """A second person must be able to check it."""
        found = ask(held({"name": "Middle Ltd", "percent": "70", "owners": [by_bank("50")]})).finding
        assert (
            "Northern Harbour Bank holds 50 % of Middle Ltd; Middle Ltd holds 70 % of Quiet Alpha"
            in found.sentence
        )
        assert [(item.path, item.value) for item in found.facts] == [
            ("parties[0].owners[0].owners[0].percent", "50 %"),
            ("parties[0].owners[0].percent", "70 %"),
        ]
        assert "OFAC FAQ 401" in found.citations

    def test_owners_of_different_programmes_add_up(self) -> None:
        """D3, FAQ 399."""
        other = {"name": "Daesong Kestrel Trading", "country": "KP", "percent": "25"}
        assert ask(held(by_bank("25"), other)).outcomes == ["blocked"]

    def test_an_unknown_share_is_asked_for(self) -> None:
        """The missing share is named."""
        (question,) = ask(held(by_bank())).asks("missing_fact")
        assert question.decides
        assert question.fact == "parties[0].owners[0].percent"

    def test_an_owner_who_is_only_alike_is_asked_about(self) -> None:
        """An identity, not a share, is missing."""
        (question,) = ask(held(by_bank("60", country="PA"))).asks("identity")
        assert question.fact == "parties[0].owners[0]"
        assert question.evidence is not None

    def test_a_party_that_only_may_be_listed_is_asked_about_once(self) -> None:
        """Its owners are clean: no question of ownership beside that of identity."""
        who = bank(country="PA", owners=[{"name": "Quiet River", "percent": "100"}])
        assert [(item.code, item.rule) for item in ask(who).questions] == [
            ("identity", "us.ofac.blocking.listed")
        ]

    def test_control_without_ownership_is_a_caution(self) -> None:
        """FAQ 398."""
        got = ask(held(by_bank("10", controls=True)))
        assert not got.findings
        assert got.flag_codes == ["listed_owner"]
        assert "controls it by other means" in got.flags[0].sentence

    @pytest.mark.parametrize(
        ("shares", "asked"),
        [
            (("25", "50", "25", "50"), True),
            (("50", "25", "25", "25"), True),
            (("25", "20", "25", "29"), False),
        ],
    )
    def test_minorities_on_the_way_are_an_open_point(self, shares: tuple[str, ...], asked: bool) -> None:
        """[from memory] D8 and D9, examples 4 and 5 of FAQ 401: not blocked, and the open point is named."""
        in_a, a_holds, in_b, b_holds = shares
        a = {"name": "Middle A", "percent": a_holds, "owners": [by_bank(in_a)]}
        b = {"name": "Middle B", "percent": b_holds, "owners": [by_bank(in_b)]}
        got = ask(held(a, b))
        assert not got.findings
        assert got.flag_codes == ["listed_owner"]
        assert [item.decides for item in got.asks("open_point")] == ([True] if asked else [])
        assert all("examples 4 and 5" in item.sentence for item in got.questions)

    def test_shares_above_the_whole_are_a_contradiction(self) -> None:
        """40 and 70 per cent: not blocked by what is stated, and what is stated is wrong."""
        (question,) = ask(held(by_bank("40"), {"name": "Quiet River", "percent": "70"})).asks("contradiction")
        assert question.decides
        assert question.party == "parties[0]"

    def test_a_parent_or_a_controller_that_is_blocked_is_not_overlooked(self) -> None:
        """`subsidiary_of` asks for the share; `controlled_by` is a caution."""
        parent = {"role": "purchaser", "name": "Quiet Alpha", "subsidiary_of": ["Northern Harbour Bank"]}
        (question,) = ask(parent).asks("missing_fact")
        assert question.fact == "parties[0].subsidiary_of[0].percent"
        controlled = {"role": "purchaser", "name": "Quiet Alpha", "controlled_by": ["Northern Harbour Bank"]}
        got = ask(controlled)
        assert (got.outcomes, got.flag_codes) == ([], ["listed_owner"])

    def test_before_the_rulebook_knows_the_test_it_asks(self) -> None:
        """The rulebook does not say; it never guesses."""
        (question,) = ask(held(by_bank("60")), day="2014-08-12").asks("missing_law")
        assert question.decides
        assert ask(held(by_bank("60")), day="2014-08-13").outcomes == ["blocked"]

    def test_a_party_known_as_listed_only_where_it_owns_another_is_blocked_itself(self) -> None:
        """One company, two mentions."""
        owner = {"name": "Grey Holding", "percent": "10", "listed_as": ["SDN"]}
        got = ask(held(owner), {"role": "bank", "name": "Grey Holding"}, rows=())
        assert got.finding.party == "parties[1]"

    def test_no_us_person_makes_ownership_a_risk_too(self) -> None:
        """The same nexus."""
        assert ask(held(by_bank("60")), actor=ABROAD).flag_codes == ["outside_nexus"]


class TestSale:
    """FAQ 402."""

    @staticmethod
    def _sold(sold_in_us: bool | None, day: str) -> Results:
        owners = (
            by_bank("60", until="2024-05-31", sold_in_us=sold_in_us),
            by_bank("40", since="2024-06-01"),
        )
        return ask(held(*owners), day=day)

    def test_the_company_is_blocked_up_to_the_last_day(self) -> None:
        """D18."""
        assert self._sold(sold_in_us=False, day="2024-05-31").outcomes == ["blocked"]

    def test_from_the_next_day_it_is_not_blocked_by_ownership(self) -> None:
        """With a caution for the sale and one for the rest."""
        got = self._sold(sold_in_us=False, day="2024-06-01")
        assert (got.findings, got.questions) == ((), ())
        assert got.flag_codes == ["listed_owner", "divested"]

    def test_where_the_sale_took_place_is_asked(self) -> None:
        """A fact that the answer needs."""
        (question,) = self._sold(sold_in_us=None, day="2024-06-01").asks("missing_fact")
        assert question.fact == "parties[0].owners[0].sold_in_us"
        assert question.decides

    def test_a_sale_that_touched_the_us_does_not_help(self) -> None:
        """The company stays blocked."""
        assert self._sold(sold_in_us=True, day="2024-06-01").finding.rule == "us.ofac.blocking.divestment"


@pytest.mark.parametrize(
    ("covers", "until", "expected"),
    [
        (["ofac_blocking"], None, Outcome.AUTHORISED),
        (["us.ofac.blocking.listed"], "2024-06-01", Outcome.AUTHORISED),
        (["us.ofac.blocking.listed"], "2024-05-31", Outcome.BLOCKED),
        (["embargo"], None, Outcome.BLOCKED),
    ],
)
def test_a_licence_that_names_the_rule_covers_it(
    covers: list[str], until: str | None, expected: Outcome
) -> None:
    """Only what it names, only while it holds, and its conditions go with it."""
    licence = {
        "name": "GL 8",
        "agency": "OFAC",
        "covers": covers,
        "until": until,
        "conditions": ["wind down"],
    }
    found = ask(bank(), authorisations=[licence]).finding
    assert found.outcome is expected
    if expected is Outcome.AUTHORISED:
        assert (found.instead_of, found.conditions) == (Outcome.BLOCKED, ("wind down",))


def test_a_blocked_party_brings_the_reports_and_an_outsider_none() -> None:
    """31 CFR 501.603 and 501.604, due though the deal is stopped; a minority owner brings none."""
    steps = ask(bank()).steps
    assert [item.citations for item in steps] == [("31 CFR 501.603",), ("31 CFR 501.604",)]
    assert not any(item.goes_on for item in steps)
    assert ask(held(by_bank("50"))).steps == steps
    assert ask(bank(), actor=ABROAD).steps == ()
    assert ask(held(by_bank("10"))).steps == ()


def test_the_day_of_the_listing_is_told() -> None:
    """As the row states it."""
    row = party("un_sc", "x", "Unrelated")
    dated = party(
        "us_ofac_sdn", "5", "Cobalt Meridian Group", country="SY", start="2020-02-03", programmes=("SYRIA",)
    )
    who = {"role": "end_user", "name": "Cobalt Meridian Group", "country": "SY"}
    found = ask(who, rows=(dated, row)).finding
    assert found.dates == (("listed", "2020-02-03"),)
    assert found.in_force.first == date(2020, 2, 3)
    assert not ask(who, rows=(dated, row), day="2020-02-02").findings

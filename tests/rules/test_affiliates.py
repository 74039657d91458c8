"""The Affiliates Rule: its days, shares, owners, items, and what is asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from tests.rules.building import Results, case, decided, party
from tests.rules.law import book

from licet.model.law import Confidence, LicencePolicy, Outcome
from licet.rules.engine import rule
from licet.rules.kinds.affiliates import KIND
from licet.rules.list_744_8 import PROGRAMMES

SUPPLEMENT_2 = "For any item subject to the EAR listed in supplement no. 2 to part 744."
EL = party(
    "us_csl",
    "EL-1",
    "Shenzhen Kestrel Photonics",
    country="CN",
    source="EL",
    citations=("89 FR 1",),
    licence_requirement="For all items subject to the EAR (See §§ 734.9(e)(1) and 744.11 of the EAR)1",
    licence_policy="Presumption of denial",
)
MEU = party(
    "us_csl",
    "MEU-1",
    "Chengdu Falcon Aerostructures",
    country="CN",
    source="MEU",
    licence_requirement=SUPPLEMENT_2,
    licence_policy="See §744.21 of the EAR",
)
SDN = party("us_ofac_sdn", "1", "Northern Harbour Bank", country="RU", programmes=("RUSSIA-EO14024",))
ROWS = (EL, MEU, SDN)
IN_FORCE = "2025-10-15"


def by_el(percent: str | None = None, **more: object) -> dict[str, Any]:
    return {"name": "Shenzhen Kestrel Photonics", "country": "CN", **_percent(percent), **more}


def by_meu(percent: str | None = None) -> dict[str, Any]:
    return {"name": "Chengdu Falcon Aerostructures", "country": "CN", **_percent(percent)}


def by_sdn(percent: str | None = None) -> dict[str, Any]:
    return {"name": "Northern Harbour Bank", "country": "RU", **_percent(percent)}


def _percent(percent: str | None) -> dict[str, str]:
    return {} if percent is None else {"percent": percent}


def plain_case(*owners: Mapping[str, Any], day: str = IN_FORCE, **more: Any) -> dict[str, Any]:  # noqa: ANN401
    who = {"role": "end_user", "name": "Penang Quiet Trading", "country": "MY", "owners": list(owners)}
    who |= more.pop("who", {})
    item = {"eccn": "EAR99", "origin": "US", **more.pop("item", {})}
    return {"activity": "export", "destination": "MY", "day": day, "items": [item], "parties": [who], **more}


def ask(*owners: Mapping[str, Any], subject: bool | None = True, **more: Any) -> Results:  # noqa: ANN401
    return decided(KIND, case(plain_case(*owners, **more), book(), listings=ROWS, subject=subject))


class TestDays:
    """Handbook 2.8; trap 2: the stay covers 9 November."""

    @pytest.mark.parametrize("day", ["2025-09-29", "2025-11-09"])
    def test_the_company_is_restricted_on_the_first_and_on_the_last_day(self, day: str) -> None:
        """C1 and C3."""
        found = ask(by_el("50"), day=day).finding
        assert (found.outcome, found.policy) == (
            Outcome.LICENCE_REQUIRED,
            LicencePolicy.PRESUMPTION_OF_DENIAL,
        )
        assert found.citations[0] == "90 FR 47201"
        assert found.in_force.first == date(2025, 9, 29)
        assert found.in_force.last == date(2025, 11, 9)
        assert found.confidence is Confidence.HIGH

    @pytest.mark.parametrize("day", ["2018-05-14", "2025-09-28", "2025-11-10", "2026-11-09"])
    @pytest.mark.parametrize("percent", ["100", None])
    def test_on_other_days_it_is_a_red_flag_and_no_finding(self, day: str, percent: str | None) -> None:
        """B18 and C5: legally distinct, whatever the share."""
        got = ask(by_el(percent), day=day)
        assert (got.findings, got.questions, got.flag_codes) == ((), (), ["red_flag"])
        assert "15 CFR 764.2(b)" in got.flags[0].citations

    def test_after_the_stay_the_answer_is_a_question_with_the_open_point(self) -> None:
        """By the text the rule returns on 10 November 2026; whether it was extended is not known."""
        got = ask(by_el("50"), day="2026-11-10")
        assert got.finding.confidence is Confidence.LOW
        ruling = rule(case(plain_case(by_el("50"), day="2026-11-10"), book(), listings=ROWS), (KIND,))
        assert (ruling.outcome, ruling.findings) == (Outcome.REVIEW, ())
        assert "unless a new rule extends the stay" in ruling.questions[0].sentence

    @pytest.mark.parametrize(
        ("day", "change"),
        [
            ("2025-10-31", date(2025, 11, 10)),
            ("2025-11-29", date(2026, 11, 10)),
            ("2026-11-09", date(2026, 11, 10)),
        ],
    )
    def test_the_next_known_change_is_that_of_the_rule(self, day: str, change: date) -> None:
        """Though the rule names no party, the answer says until when it holds."""
        own = {"us.ear.affiliates", "us.ear.red_flag_29"}
        values = {
            key: item for key, item in book().values.items() if key.rsplit(".", 1)[0] in own or key in own
        }
        alone = replace(book(), values=values | {PROGRAMMES: book().values[PROGRAMMES]})
        ruling = rule(case(plain_case(by_el("50"), day=day), alone, listings=ROWS), (KIND,))
        assert ruling.next_change == change

    def test_an_unknown_share_after_the_stay_tells_the_open_point_too(self) -> None:
        """Both are open."""
        (question,) = ask(by_el(), day="2026-11-10").questions
        assert "unless a new rule extends the stay" in question.sentence


class TestShares:
    """Half or more, of all together."""

    @pytest.mark.parametrize(("percent", "outcomes"), [("50.00", ["licence_required"]), ("49.99", [])])
    def test_half_is_enough_and_less_is_a_red_flag(self, percent: str, outcomes: list[str]) -> None:
        """C1 against 49.99."""
        got = ask(by_el(percent))
        assert got.outcomes == outcomes
        assert got.flag_codes == ([] if outcomes else ["red_flag"])
        assert not got.questions

    def test_owners_of_both_lists_add_up_and_the_most_restrictive_governs(self) -> None:
        """C7: EAR99 is not in Supplement No. 2, but the Entity List owner's entry covers it."""
        found = ask(by_el("25"), by_meu("25"), item={"supplement_2_meu": False}).finding
        assert found.policy is LicencePolicy.PRESUMPTION_OF_DENIAL
        assert "most restrictive" in found.sentence

    def test_blocked_persons_of_744_8_count(self) -> None:
        """And their own rule asks for all items."""
        assert ask(by_sdn("25"), by_meu("25")).outcomes == ["licence_required"]

    def test_footnotes_pass_down(self) -> None:
        """The foreign direct product rule follows the owner."""
        assert "Footnotes of its owners pass down: 1" in ask(by_el("60")).finding.sentence

    def test_indirect_ownership_is_a_cascade(self) -> None:
        """Half of a company that holds half: restricted, though multiplying gives a quarter."""
        assert ask({"name": "Middle Ltd", "percent": "50", "owners": [by_el("50")]}).outcomes == [
            "licence_required"
        ]

    def test_listed_owners_of_minorities_higher_up_are_a_red_flag(self) -> None:
        """A quarter of the sole owner: not restricted, and told."""
        got = ask({"name": "Middle Ltd", "percent": "100", "owners": [by_el("25")]})
        assert (got.outcomes, got.flag_codes) == ([], ["red_flag"])
        assert "Shenzhen Kestrel Photonics holds 25 % of Middle Ltd" in got.flags[0].sentence

    def test_an_unknown_share_is_red_flag_29(self) -> None:
        """C9: resolve it, get a licence, or stop."""
        (question,) = ask(by_el()).asks("red_flag")
        assert question.decides
        assert "Red Flag 29" in question.sentence
        assert question.fact == "parties[0].owners[0].percent"
        assert question.citations[0] == "15 CFR part 732 Supp. 3"

    def test_an_unknown_share_with_no_room_for_half_is_a_red_flag(self) -> None:
        """Somebody else holds 60 %."""
        got = ask(by_el(), {"name": "Quiet River Holdings", "percent": "60"})
        assert (got.questions, got.flag_codes) == ((), ["red_flag"])

    def test_an_owner_who_is_only_alike_is_asked_about(self) -> None:
        """Another country."""
        (question,) = ask({**by_el("60"), "country": "PA"}).asks("identity")
        assert question.decides

    def test_an_owner_that_the_user_states_to_be_listed_counts(self) -> None:
        """Its entry is not at hand: the widest scope, the strictest policy."""
        found = ask({"name": "Unscreened Co", "percent": "50", "listed_as": ["EL"]}).finding
        assert found.policy is LicencePolicy.DENIAL

    def test_a_blocked_owner_whose_programme_is_not_stated_is_asked_about(self) -> None:
        """Only fourteen programmes count."""
        got = ask({"name": "Unscreened Co", "percent": "50", "listed_as": ["SDN"]})
        assert [item.code for item in got.questions] == ["identity"]
        named = ask({"name": "Unscreened Co", "percent": "50", "listed_as": ["SDN [NPWMD]"]})
        assert named.outcomes == ["licence_required"]


def test_a_party_that_only_may_be_listed_is_not_its_own_owner() -> None:
    """Its identity is asked about by the list's own kind; its owners are clean, so nothing follows."""
    alike = {"name": "Shenzhen Kestrel Photonics", "country": "PA"}
    owners = [{"name": "Quiet River Holdings", "percent": "100"}]
    got = ask(*owners, who=alike)
    assert (got.findings, got.flags, got.questions) == ((), (), ())


class TestScope:
    """Whom and what it reaches."""

    def test_only_foreign_companies_are_reached(self) -> None:
        """A US company with a listed owner is a red flag; an unknown country is asked for."""
        assert ask(by_el("60"), who={"country": "US"}).flag_codes == ["red_flag"]
        (question,) = ask(by_el("60"), who={"country": ""}).asks("missing_fact")
        assert question.fact == "parties[0].country"

    @pytest.mark.parametrize(
        ("role", "outcomes"), [("purchaser", ["licence_required"]), ("bank", []), ("carrier", [])]
    )
    def test_it_bites_on_parties_to_the_transaction(self, role: str, outcomes: list[str]) -> None:
        """As the owner's entry does."""
        got = ask(by_el("60"), who={"role": role})
        assert got.outcomes == outcomes
        assert bool(got.flags) is not bool(outcomes)

    @pytest.mark.parametrize(
        ("listed", "outcomes", "asked"),
        [(True, ["licence_required"], 0), (False, [], 0), (None, [], 1)],
    )
    def test_a_military_end_user_passes_on_its_own_items(
        self, listed: bool | None, outcomes: list[str], asked: int
    ) -> None:
        """Supplement No. 2 to part 744."""
        got = ask(by_meu("60"), item={"supplement_2_meu": listed})
        assert (got.outcomes, len(got.questions)) == (outcomes, asked)

    def test_items_outside_the_ear_are_not_reached_and_unknown_ones_asked_about(self) -> None:
        """Jurisdiction first."""
        assert ask(by_el("60"), subject=False).findings == ()
        (question,) = ask(by_el("60"), subject=None).asks("missing_fact")
        assert question.fact == "items[0].origin"

    def test_a_company_without_listed_owners_tells_what_was_looked_at(self) -> None:
        """No silence."""
        got = ask({"name": "Quiet River Holdings", "percent": "100"})
        assert [item.what for item in got.checks] == ["affiliates"]

    @pytest.mark.parametrize(
        ("country", "day", "state"),
        [("DE", "2025-09-29", "conditions_to_verify"), ("DE", "2025-11-09", "conditions_to_verify")],
    )
    def test_the_general_licence_for_allies_is_to_be_verified(
        self, country: str, day: str, state: str
    ) -> None:
        """Certain dealings with affiliates in A:5 and A:6; never more than to be verified."""
        escapes = ask(by_el("60"), who={"country": country}, day=day).finding.escapes
        assert [item.state for item in escapes if "temporary" in item.name] == [state]

    def test_a_licence_that_names_the_rule_covers_it(self) -> None:
        """By the engine."""
        held = {"name": "BIS licence D1", "covers": ["affiliates"]}
        plain = plain_case(by_el("60"), authorisations=[held])
        assert rule(case(plain, book(), listings=ROWS), (KIND,)).outcome is Outcome.AUTHORISED

    def test_huawei_passes_on_its_entry_of_the_rulebook(self) -> None:
        """No list file is needed."""
        owner = {"name": "Huawei Technologies Co., Ltd.", "country": "CN", "percent": "50"}
        found = decided(KIND, case(plain_case(owner), book())).finding
        assert found.policy is LicencePolicy.PRESUMPTION_OF_DENIAL
        assert found.evidence is not None

"""The Entity List: entries by their own words, roles and directions, temporary general licences."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from tests.rules.building import EMPTY, LAW, Results, case, decided, party, rulebook_of

from licet.model import Listing, PartyKind
from licet.model.law import Confidence
from licet.model.rulebook import Rulebook
from licet.rules.kinds.entity_listing import KIND

ALL = "For all items subject to the EAR. (See §744.11 of the EAR)"
DENIAL = "Presumption of denial"
BASE: dict[str, Any] = {
    "activity": "export",
    "actor": {"country": "US"},
    "items": [{"eccn": "EAR99", "origin": "US"}],
    "destination": "CN",
    "parties": [{"role": "end_user", "name": "Huawei Technologies Co., Ltd.", "country": "CN"}],
    "day": "2024-06-01",
}
RIVER = "Quiet River Photonics Research"


def ask(
    book: Rulebook = LAW,
    listings: Sequence[Listing] = (),
    *,
    subject: bool | None = True,
    **changed: Any,  # noqa: ANN401
) -> Results:
    """Ask about Huawei on 1 June 2024, but for what is changed."""
    return decided(KIND, case({**BASE, **changed}, book, listings, subject=subject))


def row(requirement: str = ALL, policy: str = DENIAL, key: str = "EL-1", name: str = RIVER) -> Listing:
    """Return a row of the Entity List in the consolidated list."""
    return party(
        "us_csl", key, name, country="CN", address="1 River Road, Wuhan, CN", start="2022-03-01",
        citations=("87 FR 1000",), source="EL", licence_requirement=requirement, licence_policy=policy,
    )  # fmt: skip


def river(role: str = "end_user", **more: str) -> list[dict[str, Any]]:
    """Return the listed company of the row as the only party."""
    return [{"role": role, "name": RIVER, "country": "CN", **more}]


def about(name: str, country: str = "CN", role: str = "end_user") -> list[dict[str, str]]:
    """Return one party."""
    return [{"role": role, "name": name, "country": country}]


ZTE = "Zhongxing Telecommunications Equipment Corporation"
KANGXUN = "ZTE Kangxun Telecommunications Ltd."


@pytest.mark.parametrize(
    ("name", "day", "outcomes"),
    [
        (ZTE, "2016-03-07", []),
        (ZTE, "2016-03-08", ["licence_required"]),
        (ZTE, "2016-03-23", ["licence_required"]),
        (ZTE, "2016-03-24", ["authorised"]),
        (KANGXUN, "2016-03-25", ["authorised"]),
        ("ZTE Parsian", "2016-03-25", ["licence_required"]),
        ("Beijing 8-Star International Co.", "2016-03-25", ["licence_required"]),
        (ZTE, "2016-07-01", ["authorised"]),
        (ZTE, "2017-03-28", ["authorised"]),
        (ZTE, "2017-03-29", []),
        (KANGXUN, "2017-03-29", []),
        ("ZTE Parsian", "2017-03-29", ["licence_required"]),
        ("Shi Lirong", "2017-03-28", []),
        ("Shi Lirong", "2017-03-29", ["licence_required"]),
    ],
)
def test_the_entries_of_the_zte_matter(name: str, day: str, outcomes: list[str]) -> None:
    """On, off, and under a temporary general licence that names two of four."""
    country = "IR" if name == "ZTE Parsian" else "CN"
    assert ask(day=day, parties=about(name, country)).outcomes == outcomes


def test_a_temporary_general_licence_carries_its_end_and_conditions() -> None:
    """And what would be without it."""
    found = ask(day="2016-06-30", parties=about(ZTE)).finding
    assert (str(found.until), str(found.instead_of), found.citations[0]) == (
        "2016-06-30",
        "licence_required",
        "81 FR 15633",
    )
    assert found.conditions


@pytest.mark.parametrize(
    ("day", "instant", "outcomes"),
    [
        ("2019-05-15", None, []),
        ("2019-05-16", "2019-05-16T16:00-04:00", []),
        ("2019-05-16", "2019-05-16T16:30-04:00", ["licence_required"]),
        ("2019-05-16", None, ["licence_required"]),
        ("2020-05-14", None, ["licence_required"]),
        ("2020-05-15", None, ["licence_required"]),
        ("2020-08-13", None, ["licence_required"]),
        ("2020-08-14", None, ["licence_required"]),
        ("2020-08-17", None, ["licence_required"]),
        ("2026-07-31", None, ["licence_required"]),
    ],
)
def test_the_entry_of_huawei(day: str, instant: str | None, outcomes: list[str]) -> None:
    """By the hour on its first day; a general licence whose terms are an open point covers nothing."""
    found = ask(day=day, instant=instant)
    assert found.outcomes == outcomes
    assert bool(found.asks("missing_fact")) == (day == "2019-05-16" and instant is None)


def test_the_policy_and_the_words_of_the_entry_are_told() -> None:
    """B8: presumption of denial, footnote 1."""
    found = ask(day="2026-07-31").finding
    assert (str(found.policy), found.policy_text) == ("presumption_of_denial", "Presumption of denial")
    assert "734.9(e)1" in found.scope
    assert [one.state for one in found.escapes if one.name == "licence exception"] == ["foreclosed"]


def test_footnote_2_is_looked_at_for_disclosures_of_vulnerabilities_alone() -> None:
    """It may help, and is never called available."""
    for acts, state in (([], "out_of_scope"), (["vulnerability_disclosure"], "conditions_to_verify")):
        found = ask(day="2026-07-31", acts=acts).finding
        assert [one.state for one in found.escapes if one.name == "footnote 2"] == [state]


@pytest.mark.parametrize(
    ("role", "outcomes", "flags", "questions"),
    [
        ("purchaser", ["licence_required"], [], []),
        ("intermediate_consignee", ["licence_required"], [], []),
        ("ultimate_consignee", ["licence_required"], [], []),
        ("end_user", ["licence_required"], [], []),
        ("customer", ["licence_required"], [], []),
        ("forwarder", [], [], ["missing_fact"]),
        ("carrier", [], ["red_flag"], []),
        ("bank", [], ["red_flag"], []),
        ("supplier", [], ["red_flag"], []),
        ("maker", [], [], []),
        ("other", [], [], ["missing_fact"]),
    ],
)
def test_the_list_bites_on_the_parties_to_the_transaction(
    role: str, outcomes: list[str], flags: list[str], questions: list[str]
) -> None:
    """748.5(c)-(f); another part is a red flag; whether a forwarder is a consignee is asked."""
    found = ask(parties=about("Huawei Technologies Co., Ltd.", role=role))
    assert (found.outcomes, found.flag_codes, [item.code for item in found.questions]) == (
        outcomes,
        flags,
        questions,
    )


@pytest.mark.parametrize(
    ("activity", "role", "destination", "outcomes", "flags"),
    [
        ("reexport", "end_user", "CN", ["licence_required"], []),
        ("transfer", "end_user", "CN", ["licence_required"], []),
        ("deemed_export", "end_user", "CN", ["licence_required"], []),
        ("transfer", "purchaser", "US", [], ["inside_us"]),
        ("retail_sale", "purchaser", "US", [], ["inside_us"]),
        ("purchase", "supplier", "US", [], ["red_flag"]),
        ("import", "supplier", "US", [], ["red_flag"]),
        ("service", "customer", "CN", [], ["red_flag"]),
        ("finance", "customer", "CN", [], ["red_flag"]),
        ("securities", "issuer", "US", [], []),
    ],
)
def test_direction_matters(
    activity: str, role: str, destination: str, outcomes: list[str], flags: list[str]
) -> None:
    """No ban on buying from a listed party, nor on a commodity that stays in the US."""
    parties = about("Huawei Technologies Co., Ltd.", role=role)
    found = ask(activity=activity, destination=destination, parties=parties)
    assert (found.outcomes, found.flag_codes, found.questions) == (outcomes, flags, ())


def test_technology_released_inside_the_us_is_asked_about() -> None:
    """It may be a deemed export."""
    items = [{"eccn": "EAR99", "origin": "US", "kind": "technology"}]
    found = ask(activity="transfer", destination="US", items=items)
    assert [item.fact for item in found.asks("missing_fact")] == ["activity"]


def test_what_is_not_subject_to_the_ear_is_not_reached_and_what_may_be_is_asked() -> None:
    """The licence requirement is for items subject to the EAR."""
    assert (ask(subject=False).findings, ask(subject=False).questions) == ((), ())
    (question,) = ask(subject=None).questions
    assert (question.fact, question.decides) == ("items[0].origin", True)
    assert [item.fact for item in ask(items=[]).questions] == ["items"]


def test_a_row_alone_speaks_for_itself() -> None:
    """From its start date on, with its own citation."""
    for day, count in (("2022-02-28", 0), ("2022-03-01", 1)):
        found = ask(EMPTY, (row(),), day=day, parties=river())
        assert len(found.findings) == count
    finding = ask(EMPTY, (row(),), parties=river()).finding
    assert (finding.citations[0], finding.measure, finding.in_force.last) == ("87 FR 1000", "", None)


def test_items_of_one_shipment_may_have_different_policies() -> None:
    """One finding for each policy, naming its item."""
    policy = "Case-by-case for all items listed on the CCL. Presumption of approval for EAR99 items"
    items = [{"eccn": "EAR99", "origin": "US"}, {"eccn": "3A001", "origin": "US"}]
    found = ask(EMPTY, (row(policy=policy),), parties=river(), items=items)
    assert [(item.item, str(item.policy)) for item in found.findings] == [
        ("items[0]", "presumption_of_approval"),
        ("items[1]", "case_by_case"),
    ]


def test_an_entry_of_words_nobody_understands_is_taken_at_its_widest_and_to_be_read() -> None:
    """Widest items, strictest policy, and a person is asked."""
    found = ask(EMPTY, (row("For computers above the Tier 3 level", "As he pleases"),), parties=river())
    assert (found.outcomes, str(found.finding.policy)) == (["licence_required"], "policy_of_denial")
    assert [item.code for item in found.questions] == ["read_the_entry"]


def test_what_widens_an_entry_is_told() -> None:
    """Footnotes, no de minimis, and an entry that follows the entity wherever it is."""
    text = (
        "For all items subject to the EAR (See §§734.4(a)(9), 734.9(e)(3), and 744.11 of the EAR)5 The "
        "license requirements under this entry also extend to any export, reexport and transfer "
        "(in-country) to the entity wherever located worldwide."
    )
    found = ask(EMPTY, (row(text),), parties=river()).finding
    assert "wherever it is located" in found.sentence
    assert {(item.path, item.value) for item in found.facts} >= {
        ("parties[0]: footnotes", "5"),
        ("parties[0]: no de minimis", "734.4(a)(9)"),
    }
    plain = ask(EMPTY, (row(),), parties=river()).finding
    assert "wherever" not in plain.sentence
    assert len(plain.facts) == 1


def test_gov_is_told_where_the_entry_names_it() -> None:
    """Conditions to verify, never more."""
    gov = "This license requirement may be overcome by License Exception GOV under § 740.11(b)(2) and (e)."
    text = f"{ALL} {gov}"
    found = ask(EMPTY, (row(text),), parties=river()).finding
    assert [(one.name, one.state) for one in found.escapes][:1] == [
        ("licence exception GOV", "conditions_to_verify")
    ]


def test_what_the_entry_leaves_out_is_a_red_flag_and_no_finding() -> None:
    """DJI: EAR99 technology to repair a drone, released by its operator (86 FR 29193)."""
    technology = [{"eccn": "EAR99", "origin": "US", "kind": "technology"}]
    parties = about("DJI")
    acts = ["drone_repair_technology_by_operator"]
    out = ask(day="2026-07-31", parties=parties, items=technology, acts=acts)
    assert (out.findings, out.flag_codes) == ((), ["red_flag"])
    assert ask(day="2026-07-31", parties=parties, items=technology).outcomes == ["licence_required"]
    assert ask(day="2026-07-31", parties=parties, acts=acts).outcomes == ["licence_required"]


ADDRESS = "For items on the CCL and EAR99 items listed in supplement no. 7 to part 746 of the EAR."


@pytest.mark.parametrize(
    ("item", "outcomes", "flags", "facts"),
    [
        ({"eccn": "5A992.c"}, ["licence_required"], [], []),
        ({"eccn": "EAR99", "supplement_7": True}, ["licence_required"], [], []),
        ({"eccn": "EAR99", "supplement_7": False}, [], ["red_flag"], []),
        ({"eccn": "EAR99"}, [], [], ["items[0].supplement_7"]),
        ({}, [], [], ["items[0].eccn"]),
    ],
)
def test_an_address_row_is_matched_by_address(
    item: dict[str, Any], outcomes: list[str], flags: list[str], facts: list[str]
) -> None:
    """Whoever is there: the name in the row is no name (89 FR 51653)."""
    text = "Room 1906, Lee Garden One, 33 Hysan Avenue, Causeway Bay, Hong Kong"
    listed = party(
        "us_csl", "EL-address", "Address 01", country="HK", address=text, start="2024-06-18",
        citations=("89 FR 51653",), kind=PartyKind.ADDRESS, source="EL",
        licence_requirement=ADDRESS, licence_policy=DENIAL,
    )  # fmt: skip
    parties = [
        {"role": "end_user", "name": "Lotus Pond Trading Limited", "country": "HK", "addresses": [text]}
    ]
    items = [{"origin": "US", **item}]
    found = ask(EMPTY, (listed,), day="2024-07-01", parties=parties, items=items, destination="HK")
    assert (found.outcomes, found.flag_codes, [one.fact for one in found.questions]) == (
        outcomes,
        flags,
        facts,
    )
    elsewhere = [{**parties[0], "addresses": ["8 Connaught Place, Central, Hong Kong"]}]
    assert ask(EMPTY, (listed,), day="2024-07-01", parties=elsewhere, items=items).findings == ()


def test_a_row_and_a_measure_of_one_entry_are_one_finding() -> None:
    """By a common citation; the measure's life decides."""
    listed = party(
        "us_csl", "EL-h", "Huawei Technologies Co., Ltd. (Huawei)", country="CN", address="Shenzhen, CN",
        start="2019-05-21", citations=("84 FR 22963", "85 FR 51603"), source="EL",
        licence_requirement=ALL, licence_policy=DENIAL,
    )  # fmt: skip
    found = ask(listings=(listed,), day="2026-07-31").finding
    assert found.measure == "us.bis.huawei.listing.2020-08"


def test_a_name_that_is_only_alike_is_a_question_unless_the_sure_one_is_there() -> None:
    """Alike to a second entry of its own group: the sure entry says what follows."""
    alike = row(key="EL-2", name=f"{RIVER} Shanghai Branch Holding")
    parties = [{"role": "end_user", "name": f"{RIVER} Group", "country": "CN"}]
    found = ask(EMPTY, (row(),), parties=parties)
    assert (found.findings, [item.code for item in found.questions]) == ((), ["identity"])
    both = ask(EMPTY, (row(), alike), parties=river())
    assert (both.outcomes, both.questions) == (["licence_required"], ())
    assert ["Shanghai Branch" in item.how for item in both.checks] == [True]
    narrow = ask(EMPTY, (row(ADDRESS), alike), parties=river())
    assert [item.code for item in narrow.questions] == ["missing_fact", "identity"]


def test_owners_are_left_to_the_affiliates_rule() -> None:
    """An owner is no party to the transaction."""
    owner = {"name": "Huawei Technologies Co., Ltd.", "percent": "100", "country": "CN"}
    parties = [{"role": "end_user", "name": "Quiet Bay Networks", "country": "CN", "owners": [owner]}]
    found = ask(parties=parties)
    assert (found.findings, found.flags, found.questions) == ((), (), ())


def test_a_rule_that_is_only_announced_is_told() -> None:
    """And without effect."""
    book = rulebook_of(
        f"""
documents:
  rule: {{title: A rule, cite: 90 FR 1, kind: rule, effective: 2024-01-01}}
parties:
  river: {{names: [{RIVER}], countries: [CN]}}
measures:
  one:
    kind: entity_listing
    title: Entry of the river
    parties: [river]
    confidence: M
    terms: {{requirement: "{ALL}", policy: {DENIAL}}}
    life: [{{announced: rule, on: 2024-01-01}}, {{issued: rule, on: 2024-07-01}}]
"""
    )
    before = ask(book, parties=river())
    assert (before.findings, before.flag_codes) == ((), ["announced_listing"])
    after = ask(book, parties=river(), day="2024-07-01").finding
    assert after.confidence is Confidence.MEDIUM

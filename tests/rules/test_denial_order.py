"""Denial orders: their life day by day, clause by clause, and what stays outside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from tests.rules.building import LAW, Results, case, decided, party, rulebook_of

from licet.model import Listing
from licet.model.law import Confidence
from licet.model.rulebook import Rulebook
from licet.rules.kinds.denial_order import KIND

ZTE = "Zhongxing Telecommunications Equipment Corporation"
ITEM = {"eccn": "EAR99", "origin": "US"}
FOREIGN = {"eccn": "EAR99", "origin": "CN"}
BASE: dict[str, Any] = {
    "activity": "export",
    "actor": {"country": "US"},
    "items": [ITEM],
    "destination": "CN",
    "parties": [{"role": "end_user", "name": ZTE, "country": "CN"}],
    "day": "2018-05-14",
}
TERMS = """
values:
  us.bis.denial.standard_terms:
    title: Terms
    is:
      - {from: null, to: null, value: {first_b: first b words, second_a: second a words,
         second_b: second b words,
         second_b_finance: finance words, second_c: c words, second_d: d words, second_e: e words},
         cite: [15 CFR 764 Supp. 1]}
  us.bis.denial.years_after_conviction:
    title: Years
    is: [{from: null, to: null, value: 10, cite: [15 CFR 766.25(d)]}]
"""


def ask(
    book: Rulebook = LAW,
    listings: Sequence[Listing] = (),
    *,
    subject: bool | None = True,
    **changed: Any,  # noqa: ANN401
) -> Results:
    """Ask about ZTE on 14 May 2018, but for what is changed."""
    return decided(KIND, case({**BASE, **changed}, book, listings, subject=subject))


def role(name: str) -> list[dict[str, str]]:
    """Return ZTE as the only party, in a role."""
    return [{"role": name, "name": ZTE, "country": "CN"}]


@pytest.mark.parametrize(
    ("day", "outcomes", "flags"),
    [
        ("2017-03-22", [], []),
        ("2017-03-23", [], ["latent_denial"]),
        ("2018-03-13", [], ["latent_denial"]),
        ("2018-04-14", [], ["latent_denial"]),
        ("2018-04-15", ["prohibited"], []),
        ("2018-06-07", ["prohibited"], []),
        ("2018-06-08", ["prohibited"], ["latent_denial"]),
        ("2018-07-12", ["prohibited"], ["latent_denial"]),
        ("2018-07-13", [], ["latent_denial"]),
        ("2028-06-07", [], ["latent_denial"]),
        ("2028-06-08", [], []),
    ],
)
def test_the_order_against_zte_lives_by_its_instruments(
    day: str, outcomes: list[str], flags: list[str]
) -> None:
    """Suspended, activated, terminated by an order; the second one stays latent to the end of probation."""
    found = ask(day=day)
    assert (found.outcomes, found.flag_codes, found.questions) == (outcomes, flags, ())


def test_the_finding_carries_the_order_and_its_days() -> None:
    """Effective on the 15th, open to inspection on the 16th, published on the 23rd."""
    found = ask(day="2018-04-15").finding
    assert found.citations[0] == "83 FR 17644"
    dates = dict(found.dates)
    assert (dates["effective"], dates["public"], dates["published"], dates["ordered_end"]) == (
        "2018-04-15",
        "2018-04-16",
        "2018-04-23",
        "2025-03-13",
    )
    assert (str(found.in_force.first), str(found.in_force.last)) == ("2018-04-15", "2018-07-12")
    assert [(one.name, one.state) for one in found.escapes][:2] == [
        ("licence exception", "foreclosed"),
        ("appeal", "none"),
    ]


@pytest.mark.parametrize(
    ("changed", "label"),
    [
        ({"activity": "export"}, "Second, clause A"),
        ({"activity": "reexport", "actor": {"country": "DE"}}, "Second, clause A"),
        ({"activity": "transfer"}, "Second, clause B"),
        ({"activity": "finance"}, "Second, clause B"),
        ({"activity": "broker"}, "Second, clause B"),
        ({"activity": "service", "acts": ["repair"], "parties": role("customer")}, "Second, clause E"),
        ({"activity": "purchase", "actor": {"country": "DE"}, "destination": "DE",
          "parties": role("supplier")},
         "Second, clause C"),
        ({"activity": "purchase", "destination": "US", "parties": role("supplier"),
          "items": [{**ITEM, "in_us": True, "exported_from_us": True}]}, "Second, clause D"),
        ({"parties": role("forwarder")}, "First, clause B"),
        ({"parties": role("bank")}, "First, clause B"),
        ({"parties": role("supplier")}, "First, clause B"),
        ({"actor": {"country": "CN", "name": ZTE}, "parties": []}, "First, clause B"),
    ],
)  # fmt: skip
def test_the_clause_that_catches_the_act_is_named(changed: dict[str, Any], label: str) -> None:
    """Every act and role with an item subject to the EAR has its clause."""
    found = ask(**changed).finding
    assert (str(found.outcome), found.scope.split(":")[0]) == ("prohibited", label)


@pytest.mark.parametrize(
    "changed",
    [
        {"activity": "retail_sale", "parties": role("supplier")},
        {"activity": "retail_sale", "parties": role("maker")},
        {"activity": "securities", "parties": role("issuer")},
        {"activity": "use"},
        {"activity": "purchase", "parties": role("supplier"),
         "items": [{**FOREIGN, "exported_from_us": False}]},
        {"activity": "transfer", "destination": "US", "items": [{**ITEM, "exported_from_us": False}]},
    ],
)  # fmt: skip
def test_what_no_clause_fits_is_not_forbidden(changed: dict[str, Any]) -> None:
    """A consumer's purchase, securities, use, the person's own goods that never left the US."""
    found = ask(**changed)
    assert (found.findings, found.questions, bool(found.checks)) == ((), (), True)


@pytest.mark.parametrize(
    ("changed", "fact", "decides"),
    [
        ({"activity": "transfer", "destination": "US"}, "items[0].exported_from_us", True),
        ({"activity": "purchase", "parties": role("supplier"), "items": [{"eccn": "EAR99", "origin": "CN"}]},
         "items[0].exported_from_us", False),
        ({"items": []}, "items", True),
        ({"activity": "service", "items": []}, "items", False),
    ],
)  # fmt: skip
def test_a_missing_fact_is_asked_for_by_its_path(changed: dict[str, Any], fact: str, decides: bool) -> None:
    """Knowledge rules do not decide on silence; the others do."""
    found = ask(**changed)
    (question,) = found.asks("missing_fact")
    assert (found.findings, question.fact, question.decides) == ((), fact, decides)


def test_what_is_not_subject_to_the_ear_is_outside_and_what_may_be_is_asked() -> None:
    """The order reaches items subject to the EAR only."""
    assert (ask(subject=False).findings, ask(subject=False).questions) == ((), ())
    (question,) = ask(subject=None).questions
    assert (question.fact, question.decides) == ("items[0].origin", True)


def test_a_service_on_a_foreign_item_hangs_on_what_the_service_uses() -> None:
    """Clause E reaches any item so owned, if the service uses one that is subject to the EAR."""
    (question,) = ask(subject=False, activity="service", parties=role("customer")).asks("missing_fact")
    assert "service use" in question.sentence


@pytest.mark.parametrize(
    ("day", "changed", "outcome"),
    [
        ("2018-07-01", {"acts": ["handset_support"]}, "prohibited"),
        ("2018-07-02", {"acts": ["handset_support"]}, "authorised"),
        ("2018-07-05", {"acts": []}, "prohibited"),
        ("2018-07-05", {"acts": ["new_sale"]}, "prohibited"),
        ("2018-07-05", {"acts": ["handset_support", "new_sale"]}, "prohibited"),
        ("2018-07-05", {"acts": ["network_support"], "contract_day": "2018-04-15"}, "authorised"),
        ("2018-07-05", {"acts": ["network_support"], "contract_day": "2018-04-16"}, "prohibited"),
        ("2018-07-05", {"acts": ["network_support"]}, "prohibited"),
        ("2018-07-05", {"acts": ["handset_support"], "destination": "IR"}, "prohibited"),
        ("2018-07-12", {"acts": ["vulnerability_disclosure"]}, "authorised"),
    ],
)
def test_the_authorisation_of_2_july_covers_its_acts_alone(
    day: str, changed: dict[str, Any], outcome: str
) -> None:
    """Acts, contract day, places and dates: only what the shipment states to be covered is."""
    group = """
values:
  us.ear.country_group.E:1:
    replaces: true
    title: E:1
    is: [{from: null, to: null, value: {members: [IR], complete: true}, cite: [15 CFR 740 Supp. 1]}]
"""
    found = ask(rulebook_of(group, with_law=True), day=day, **changed).finding
    assert str(found.outcome) == outcome
    if outcome == "authorised":
        assert (str(found.until), str(found.instead_of)) == ("2018-08-01", "prohibited")
        assert found.conditions


def test_a_contract_day_that_would_help_is_asked_for() -> None:
    """The prohibition stands until it is stated."""
    found = ask(day="2018-07-05", acts=["network_support"]).finding
    assert (str(found.outcome), found.missing) == ("prohibited", ("contract_day",))
    assert [one.state for one in found.escapes if "764.3" in one.name] == ["conditions_to_verify"]


def test_no_exception_helps_and_only_a_written_authorisation_that_the_user_holds_does() -> None:
    """A held TMP changes nothing; an authorisation under 764.3(a)(2) in time does."""
    held = {"agency": "BIS", "covers": ["denial_order"]}
    assert ask(authorisations=[{"name": "licence exception TMP", **held}]).outcomes == ["prohibited"]
    named = {"name": "BIS authorisation under 764.3(a)(2) of 1 May 2018", **held}
    assert ask(authorisations=[named]).outcomes == ["authorised"]
    assert ask(authorisations=[{**named, "until": "2018-05-13"}]).outcomes == ["prohibited"]


def test_a_company_of_the_family_that_is_not_named_is_put_to_a_person() -> None:
    """While the order is in force and no longer (766.23)."""
    parties = [{"role": "purchaser", "name": "ZTE (USA) Inc.", "country": "US"}]
    found = ask(parties=parties)
    assert (found.findings, [item.code for item in found.questions]) == ((), ["related_person"])
    assert ask(parties=parties, day="2018-04-14").questions == ()
    assert ask(parties=parties, day="2018-07-13").questions == ()
    assert ask(parties=parties, subject=False).questions == ()


def test_a_denied_owner_is_put_to_a_person() -> None:
    """An order does not reach what a denied person owns, by that alone."""
    owned = [
        {
            "role": "end_user",
            "name": "Quiet River",
            "country": "CN",
            "owners": [{"name": ZTE, "percent": "100"}],
        }
    ]
    found = ask(parties=owned)
    assert (found.findings, [item.code for item in found.questions]) == ((), ["related_person"])


ROW = {"standard_order": "yes", "last_update": "2018-04-23"}


def zte_rows(**more: str) -> tuple[Listing, Listing]:
    """Return the rows of the order in both lists."""
    dates = {"start": "2018-04-15", "end": "2025-03-13", "country": "CN"}
    cited = ("83 FR 17644 (2018-04-23)",)
    return (
        party("us_bis_dpl", "a", ZTE.upper(), citations=cited, **dates, **ROW, **more),  # type: ignore[arg-type]
        party("us_csl", "DPL-b", ZTE.upper(), citations=cited, source="DPL", **dates, **ROW),  # type: ignore[arg-type]
    )


def test_lists_and_rulebook_speak_for_one_order_once() -> None:
    """Two rows and a measure: one finding; and the rulebook's life decides while a row still stands."""
    found = ask(listings=zte_rows()).finding
    assert (found.measure, str(found.outcome)) == ("us.bis.zte.denial", "prohibited")
    after = ask(listings=zte_rows(), day="2018-07-13")
    assert (after.findings, after.flag_codes) == ((), ["latent_denial"])


def test_a_row_without_a_citation_yet_joins_the_order_of_its_start() -> None:
    """The list of 16 April 2018 had the row before the Federal Register had the order."""
    row = party("us_bis_dpl", "a", ZTE.upper(), start="2018-04-15", end="2025-03-13", country="CN", **ROW)  # type: ignore[arg-type]
    assert ask(listings=(row,), day="2018-04-16").finding.measure == "us.bis.zte.denial"


def test_another_order_against_the_same_person_is_another_finding() -> None:
    """A row with a citation of its own is no echo of the measure."""
    row = party("us_bis_dpl", "a", ZTE.upper(), start="2018-01-01", citations=("82 FR 1",), **ROW)  # type: ignore[arg-type]
    assert len(ask(listings=(row,)).findings) == 2


@pytest.mark.parametrize(
    ("day", "outcomes"),
    [("2018-04-14", []), ("2018-04-15", ["prohibited"]), ("2025-03-13", ["prohibited"]), ("2025-03-14", [])],
)
def test_a_row_alone_speaks_for_itself_by_its_dates(day: str, outcomes: list[str]) -> None:
    """Both lists together are one order; both ends count."""
    found = ask(rulebook_of(TERMS), zte_rows(), day=day)
    assert found.outcomes == outcomes


def test_a_row_with_other_terms_than_the_standard_is_to_be_read() -> None:
    """Standard_Order N (764.3(a)(2)): no finding on terms that nobody has read; blank counts as standard."""
    for said, findings, questions in (("no", 0, 1), ("yes", 1, 0), ("unsaid", 1, 0)):
        row = party("us_bis_dpl", "a", ZTE, start="2010-01-01", standard_order=said)
        found = ask(rulebook_of(TERMS), (row,))
        assert (len(found.findings), len(found.asks("read_the_order"))) == (findings, questions)


def test_a_name_that_is_only_alike_is_a_question() -> None:
    """A possible identity never makes a finding."""
    row = party(
        "us_bis_dpl", "a", "Zhongxing Telecommunications Equipment", start="2010-01-01", standard_order="yes"
    )
    found = ask(rulebook_of(TERMS), (row,))
    assert found.findings == ()
    assert [item.code for item in found.questions] == ["identity"]


@pytest.mark.parametrize(
    ("day", "outcomes", "codes"),
    [
        ("2019-06-04", [], ["check_renewal"]),
        ("2019-06-05", ["prohibited"], []),
        ("2019-12-03", ["prohibited"], []),
        ("2019-12-04", [], ["check_renewal"]),
    ],
)
def test_a_temporary_order_by_its_row_may_have_been_renewed(
    day: str, outcomes: list[str], codes: list[str]
) -> None:
    """Expired by data: check for a renewal. And an earlier day has earlier periods in the citations alone."""
    row = party(
        "us_bis_dpl", "m", "MAHAN AIRWAYS", start="2019-06-05", end="2019-12-03", country="IR",
        citations=("73 FR 15130 (2008-03-21)", "84 FR 27233 (2019-06-12)"), action="TDO RENEWAL",
        standard_order="yes",
    )  # fmt: skip
    parties = [{"role": "carrier", "name": "Mahan Airways", "country": "IR"}]
    found = ask(rulebook_of(TERMS), (row,), day=day, parties=parties)
    assert (found.outcomes, [item.code for item in found.questions]) == (outcomes, codes)


def test_of_several_ended_periods_only_the_last_is_asked_about() -> None:
    """An earlier one was renewed, as the later one shows."""
    rows = [
        party("us_bis_dpl", key, "MAHAN AIRWAYS", start=start, end=end, action="TDO RENEWAL",
              citations=("73 FR 15130 (2008-03-21)",))
        for key, start, end in (
            ("1", "2017-12-20", "2018-06-18"),
            ("2", "2018-06-14", "2018-12-12"),
            ("3", "2025-10-27", "2026-10-27"),
        )
    ]  # fmt: skip
    parties = [{"role": "carrier", "name": "Mahan Airways", "country": "IR"}]
    (question,) = ask(rulebook_of(TERMS), rows, day="2018-12-13", parties=parties).questions
    assert "ended on 2018-12-12" in question.sentence


def test_a_list_newer_than_the_end_of_a_temporary_order_would_show_a_renewal() -> None:
    """Then the end is told, and nothing is left to ask; by a row and by the rulebook alike."""
    row = party("us_bis_dpl", "m", "MAHAN AIRWAYS", start="2019-06-05", end="2019-12-03", action="TDO")
    parties = [{"role": "carrier", "name": "Mahan Airways", "country": "IR"}]
    by_row = case({**BASE, "day": "2020-02-01", "parties": parties}, rulebook_of(TERMS), (row,))
    life = "    terms: {temporary: true}\n    life: [{issued: order, until: 2020-05-31}]\n"
    asked = {**BASE, "day": "2020-07-01", "parties": about("Alpha Avionics Trading")}
    by_rulebook = case(asked, rulebook_of(TERMS, ORDER + life), (row,))
    for made in (by_row, by_rulebook):
        assert [item.code for item in decided(KIND, made).questions] == ["check_renewal"]
        newer = replace(made, lists=tuple(replace(one, published=made.day) for one in made.lists))
        found = decided(KIND, newer)
        assert (found.questions, found.flag_codes) == ((), ["ended_denial"])


def test_a_later_period_that_is_loaded_answers_the_question() -> None:
    """The renewed row counts, so nothing is left to check."""
    rows = [
        party(
            "us_bis_dpl",
            key,
            "MAHAN AIRWAYS",
            start=start,
            end=end,
            standard_order="yes",
            action="TDO RENEWAL",
        )
        for key, start, end in (("1", "2019-06-05", "2019-12-03"), ("2", "2019-12-04", "2020-05-31"))
    ]
    parties = [{"role": "carrier", "name": "Mahan Airways", "country": "IR"}]
    found = ask(rulebook_of(TERMS), rows, day="2019-12-04", parties=parties)
    assert (found.outcomes, found.questions) == (["prohibited"], ())


ORDER = """
documents:
  order: {title: An order, cite: 80 FR 100, kind: order, effective: 2020-01-01}
  more: {title: A related person, cite: 80 FR 200, kind: order, effective: 2020-06-01}
parties:
  alpha: {names: [Alpha Avionics Trading], countries: [AE]}
  beta: {names: [Beta Cargo Forwarding], countries: [AE]}
measures:
  one:
    kind: denial_order
    title: Order against Alpha
    parties: [alpha, beta]
"""


def about(name: str) -> list[dict[str, str]]:
    """Return a party of the Emirates."""
    return [{"role": "purchaser", "name": name, "country": "AE"}]


def test_a_related_person_has_an_interval_of_its_own() -> None:
    """It is added later than the main order begins (766.23)."""
    life = "    life: [{issued: order, parties: [alpha]}, {issued: more, parties: [beta]}]\n"
    book = rulebook_of(TERMS, ORDER + life)
    for name, day, count in (
        ("Alpha Avionics Trading", "2020-01-01", 1),
        ("Beta Cargo Forwarding", "2020-05-31", 0),
        ("Beta Cargo Forwarding", "2020-06-01", 1),
    ):
        assert len(ask(book, day=day, parties=about(name)).findings) == count


def test_a_renewal_keeps_a_temporary_order_in_force_without_a_break() -> None:
    """And after the last one there is something to check; the start does not move."""
    life = (
        "    terms: {temporary: true}\n"
        "    life: [{issued: order, until: 2020-05-31}, {renewed: more, until: 2020-11-27}]\n"
    )
    book = rulebook_of(TERMS, ORDER + life)
    found = ask(book, day="2020-07-01", parties=about("Alpha Avionics Trading")).finding
    assert (str(found.in_force.first), str(found.in_force.last)) == ("2020-01-01", "2020-11-27")
    after = ask(book, day="2020-11-28", parties=about("Alpha Avionics Trading"))
    assert (after.findings, [item.code for item in after.questions]) == ((), ["check_renewal"])


@pytest.mark.parametrize(("day", "count"), [("2030-01-01", 1), ("2030-01-02", 0)])
def test_an_order_on_a_conviction_ends_ten_years_after_it(day: str, count: int) -> None:
    """766.25(d): convicted on 1 January 2020, whatever longer end is written."""
    life = "    terms: {conviction: 2020-01-01}\n    life: [{issued: order, until: 2034-12-31}]\n"
    found = ask(rulebook_of(TERMS, ORDER + life), day=day, parties=about("Alpha Avionics Trading"))
    assert len(found.findings) == count
    assert all(str(item.in_force.last) == "2030-01-01" for item in found.findings)


def test_an_order_that_is_superseded_expired_or_only_proposed_forbids_nothing() -> None:
    """A notice of proposed activation has no effect; it is told."""
    for life, flags in (
        ("[{proposed: order}]", ["proposed_denial"]),
        ("[{issued: order}, {superseded: more}]", []),
        ("[{issued: order, until: 2020-06-30}]", []),
    ):
        book = rulebook_of(TERMS, f"{ORDER}    life: {life}\n")
        found = ask(book, day="2020-07-01", parties=about("Alpha Avionics Trading"))
        assert (found.findings, found.questions, found.flag_codes) == ((), (), flags)


def test_an_order_with_other_terms_in_the_rulebook_is_to_be_read() -> None:
    """The same as a row that says so."""
    book = rulebook_of(TERMS, ORDER + "    terms: {standard: false}\n    life: [{issued: order}]\n")
    found = ask(book, day="2020-07-01", parties=about("Alpha Avionics Trading"))
    assert (found.findings, [item.code for item in found.questions]) == ((), ["read_the_order"])


def test_the_hour_is_asked_for_only_where_it_matters() -> None:
    """An order that begins at an hour counts for the whole day until the hour is told."""
    text = ORDER.replace("effective: 2020-01-01", 'effective: "2020-01-01T16:15-05:00"')
    book = rulebook_of(TERMS, text + "    life: [{issued: order}]\n")
    parties = about("Alpha Avionics Trading")
    found = ask(book, day="2020-01-01", parties=parties)
    assert (found.outcomes, [item.fact for item in found.questions]) == (["prohibited"], ["instant"])
    early = ask(book, day="2020-01-01", instant="2020-01-01T16:00-05:00", parties=parties)
    assert (early.findings, early.questions) == ((), ())


def test_law_of_low_confidence_gives_a_finding_marked_so() -> None:
    """The engine makes a question of it."""
    life = "    confidence: L\n    review: From memory.\n    life: [{issued: order}]\n"
    found = ask(rulebook_of(TERMS, ORDER + life), day="2020-07-01", parties=about("Alpha Avionics Trading"))
    assert found.finding.confidence is Confidence.LOW


def test_a_flag_about_a_party_that_is_only_alike_says_so() -> None:
    """A latent denial is never dropped, and never pinned on somebody."""
    parties = [{"role": "end_user", "name": "Zhongxing Telecommunications Equipment", "country": "CN"}]
    found = ask(day="2020-01-01", parties=parties)
    assert [item.code for item in found.flags] == ["latent_denial"]
    assert found.flags[0].sentence.startswith("If the party is Zhongxing")


def test_a_case_without_denied_persons_tells_what_was_compared() -> None:
    """A check, and nothing else."""
    found = ask(parties=about("Quiet River Instruments"))
    assert (found.findings, found.flags, found.questions, len(found.checks)) == ((), (), (), 1)

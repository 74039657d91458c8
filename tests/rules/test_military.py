"""Military and military-intelligence users: lists, bodies that the rule names, and the text for all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from tests.rules.building import LAW, Results, case, decided, party

from licet.model import Listing
from licet.model.law import Confidence
from licet.rules.kind import Kind
from licet.rules.kinds import military_end_user, military_intelligence

MEU, MIEU = military_end_user.KIND, military_intelligence.KIND
BASE: dict[str, Any] = {
    "activity": "export",
    "actor": {"country": "US"},
    "items": [{"eccn": "EAR99", "origin": "US"}],
    "day": "2026-07-31",
}
ROW = party(
    "us_csl", "MEU-1", "Quiet Mountain Aviation Institute", country="CN", address="5 Hill Road, Xian, CN",
    start="2020-12-23", citations=("85 FR 83799",), source="MEU",
    licence_requirement="For any item subject to the EAR listed in supplement no. 2 to part 744.",
    licence_policy="The license application procedure and license review policy for entities specified in "
    "supplement no. 2 to part 744 is specified in §744.21(d) and (e).",
)  # fmt: skip


def ask(
    kind: Kind,
    country: str,
    one: dict[str, Any],
    listings: Sequence[Listing] = (),
    *,
    subject: bool | None = True,
    **changed: Any,  # noqa: ANN401
) -> Results:
    """Ask about one party in a country, end user unless said otherwise."""
    parties = [{"role": "end_user", "name": "Quiet Lake Garrison", "country": country, **one}]
    asked = {**BASE, "destination": country, "parties": parties, **changed}
    return decided(kind, case(asked, LAW, listings, subject=subject))


@pytest.mark.parametrize(
    ("country", "supplement_2", "outcomes", "asks"),
    [
        ("RU", None, ["licence_required"], []),
        ("BY", False, ["licence_required"], []),
        ("CN", True, ["licence_required"], []),
        ("CN", False, [], []),
        ("CN", None, [], []),
        ("HK", True, ["licence_required"], []),
        ("NI", True, ["licence_required"], []),
        ("IN", True, [], []),
    ],
)
def test_a_military_user_is_reached_by_the_text_whoever_is_listed(
    country: str, supplement_2: bool | None, outcomes: list[str], asks: list[str]
) -> None:
    """Any item for Belarus and Russia, Supplement No. 2 for five others (Hong Kong as China); never EAR99."""
    items = [{"eccn": "EAR99", "origin": "US", "supplement_2_meu": supplement_2}]
    found = ask(MEU, country, {"end_user_type": "military"}, items=items)
    assert (found.outcomes, [item.fact for item in found.questions]) == (outcomes, asks)


@pytest.mark.parametrize(("eccn", "asks"), [("3A991", ["items[0].supplement_2_meu"]), ("EAR99", [])])
def test_whether_an_entry_is_in_supplement_2_is_asked(eccn: str, asks: list[str]) -> None:
    """The supplement names entries of the control list, so EAR99 is answered without it being stated."""
    found = ask(MEU, "CN", {"end_user_type": "military"}, items=[{"eccn": eccn, "origin": "US"}])
    assert (found.outcomes, [item.fact for item in found.questions]) == ([], asks)


def test_a_military_use_counts_like_a_military_user() -> None:
    """What is stated counts as known; what is only suspected is to be resolved; civil use is none."""
    for use, outcomes, codes in (
        ({"uses": ["military"], "known": True}, ["licence_required"], []),
        ({"uses": ["military"]}, ["licence_required"], []),
        ({"uses": ["military"], "known": False}, [], ["red_flag"]),
        ({"uses": ["civil"]}, [], []),
    ):
        found = ask(MEU, "RU", {}, end_use=use)
        assert (found.outcomes, [item.code for item in found.questions]) == (outcomes, codes)


def test_silence_about_the_user_decides_nothing() -> None:
    """A check says that the list is not exhaustive."""
    found = ask(MEU, "RU", {})
    assert (found.findings, found.questions) == ((), ())
    assert "not exhaustive" in found.checks[0].how


def test_the_text_of_an_earlier_day_is_an_open_point() -> None:
    """The text read is that of 23 July 2026; that it stood two years before is inferred."""
    for day, trust in (
        ("2024-05-31", Confidence.LOW),
        ("2024-06-01", Confidence.MEDIUM),
        ("2026-07-22", Confidence.MEDIUM),
        ("2026-07-23", Confidence.HIGH),
    ):
        found = ask(MEU, "RU", {"end_user_type": "military"}, day=day).finding
        assert found.confidence is trust


@pytest.mark.parametrize(
    ("supplement_2", "role", "outcomes", "flags", "asks"),
    [
        (True, "end_user", ["licence_required"], [], []),
        (False, "end_user", [], ["red_flag"], []),
        (None, "end_user", [], [], ["items[0].supplement_2_meu"]),
        (True, "bank", [], ["red_flag"], []),
        (True, "other", [], [], ["parties[0].role"]),
    ],
)
def test_a_listed_military_user_needs_a_licence_for_supplement_2(
    supplement_2: bool | None, role: str, outcomes: list[str], flags: list[str], asks: list[str]
) -> None:
    """The row's own scope decides, by the row's own dates."""
    items = [{"eccn": "3A991", "origin": "US", "supplement_2_meu": supplement_2}]
    one = {"name": "Quiet Mountain Aviation Institute", "role": role}
    found = ask(MEU, "CN", one, (ROW,), items=items)
    assert (found.outcomes, found.flag_codes, [item.fact for item in found.questions]) == (
        outcomes,
        flags,
        asks,
    )
    before = ask(MEU, "CN", one, (ROW,), items=items, day="2020-12-22")
    assert (before.findings, before.flags, before.questions) == ((), (), ())


@pytest.mark.parametrize("country", ["BY", "MM", "KH", "CN", "RU", "VE", "IR", "CU"])
def test_military_intelligence_is_reached_for_any_item(country: str) -> None:
    """Six countries, and the groups E:1 and E:2, EAR99 included."""
    found = ask(MIEU, country, {"end_user_type": "military_intelligence"})
    assert found.outcomes == ["licence_required"]


def test_military_intelligence_elsewhere_is_not_reached_by_the_text() -> None:
    """Nor a military user who is none."""
    assert ask(MIEU, "IN", {"end_user_type": "military_intelligence"}).findings == ()
    assert ask(MIEU, "RU", {"end_user_type": "military"}).findings == ()


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Reconnaissance General Bureau", "KP"),
        ("Intelligence Bureau of the Joint Staff Department", "CN"),
        ("General Department of Research and Intelligence", "KH"),
        ("DGCIM", "VE"),
    ],
)
def test_bodies_that_the_rule_names_are_found_without_a_list(name: str, country: str) -> None:
    """No list file holds them (744.22(f)(2)); earlier days are an open point."""
    found = ask(MIEU, country, {"name": name}).finding
    assert (str(found.outcome), found.measure) == ("licence_required", "us.bis.military_intelligence")
    assert "15 CFR 744.22(f)(2)" in found.citations
    earlier = ask(MIEU, country, {"name": name}, day="2024-01-01").finding
    assert earlier.confidence is Confidence.LOW


def test_thirteen_bodies_are_named() -> None:
    """As the handbook counts them."""
    assert len(LAW.measures["us.bis.military_intelligence"].parties) == 13


@pytest.mark.parametrize(
    ("actor", "outcomes", "flags", "asks"),
    [
        ({"country": "US"}, ["licence_required"], [], []),
        ({"country": "DE", "us_person": False, "us_person_involved": False}, [], ["red_flag"], []),
        ({"country": "DE"}, [], [], ["actor.us_person"]),
    ],
)
def test_support_by_us_persons_needs_a_licence_though_no_item_moves(
    actor: dict[str, Any], outcomes: list[str], flags: list[str], asks: list[str]
) -> None:
    """744.6 bites on people."""
    one = {"name": "Reconnaissance General Bureau", "role": "customer"}
    found = ask(MIEU, "KP", one, activity="service", items=[], actor=actor)
    assert (found.outcomes, found.flag_codes, [item.fact for item in found.questions]) == (
        outcomes,
        flags,
        asks,
    )


def test_what_is_not_subject_to_the_ear_is_not_reached() -> None:
    """Unknown is asked about."""
    one = {"name": "Reconnaissance General Bureau"}
    assert ask(MIEU, "KP", one, subject=False).findings == ()
    assert [item.fact for item in ask(MIEU, "KP", one, subject=None).questions] == ["items[0].origin"]

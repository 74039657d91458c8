"""The embedded lists and customers: readable without loss, small, in six scripts, right on each day."""

from __future__ import annotations

import csv
import importlib
import io
import unicodedata
from collections import Counter
from datetime import UTC, date, datetime, time
from functools import cache
from typing import cast

import pytest

from licet import demo
from licet.lists import registry
from licet.lists.base import Parser, RawEdition
from licet.lists.overlay import default_overlay
from licet.model import IdentifierKind, Listing, Problem, Severity

EDITIONS = demo.editions()
IDS = [f"{edition.list_id}-{edition.published}" for edition in EDITIONS]
MANDATORY = [list_id for list_id in registry.list_ids() if registry.list_spec(list_id).mandatory]
ZTE = {"ZHONGXING TELECOMMUNICATIONS EQUIPMENT CORPORATION", "ZTE KANGXUN TELECOMMUNICATIONS LTD."}


@cache
def _read(place: int) -> tuple[tuple[Listing, ...], tuple[Problem, ...]]:
    edition = EDITIONS[place]
    module = importlib.import_module(f"licet.lists.catalog.{edition.list_id}.parse")
    items = list(cast("Parser", module.parse)(RawEdition(edition.parts, edition.names)))
    return (
        tuple(item for item in items if isinstance(item, Listing)),
        tuple(item for item in items if isinstance(item, Problem)),
    )


def _on(list_id: str, day: date) -> tuple[Listing, ...]:
    """Listings of the edition that answers on a day."""
    places = [i for i, item in enumerate(EDITIONS) if item.list_id == list_id and item.published <= day]
    return _read(places[-1])[0] if places else ()


def _names(listings: tuple[Listing, ...]) -> set[str]:
    return {listing.caption for listing in listings}


def _customers() -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(demo.customers().decode("utf-8"))))


@pytest.mark.parametrize("place", range(len(EDITIONS)), ids=IDS)
def test_every_edition_parses_without_loss(place: int) -> None:
    """The parsers of the real files read these too, and leave no row and no cell behind."""
    listings, problems = _read(place)
    assert listings
    assert [problem for problem in problems if problem.severity is not Severity.NOTE] == []


@pytest.mark.parametrize("edition", EDITIONS, ids=IDS)
def test_parts_are_those_of_one_format_of_the_list(edition: demo.DemoEdition) -> None:
    """Part ids are those of `list.yml`, all required ones are there, and the note says what the files are."""
    formats = registry.list_spec(edition.list_id).formats
    assert any(
        set(edition.parts) <= {part.id for part in form.parts}
        and {part.id for part in form.parts if part.required} <= set(edition.parts)
        for form in formats
    )
    assert set(edition.names) == set(edition.parts)
    assert edition.known == datetime.combine(edition.published, time(20), tzinfo=UTC)
    assert edition.note.startswith("hand-written for demonstration from public facts; not an official file")


@pytest.mark.parametrize("edition", EDITIONS, ids=IDS)
def test_a_day_stated_inside_the_file_is_the_day_of_the_edition(edition: demo.DemoEdition) -> None:
    """Only the UN, EU and UK files state one."""
    module = importlib.import_module(f"licet.lists.catalog.{edition.list_id}.parse")
    stated = module.facts(RawEdition(edition.parts, edition.names)).published
    assert stated in {None, edition.published}


def test_there_are_sixty_to_a_hundred_and_twenty_parties() -> None:
    """Enough to see, few enough to read."""
    parties = {listing.caption.casefold() for i in range(len(EDITIONS)) for listing in _read(i)[0]}
    assert 60 <= len(parties) <= 120


def test_names_come_in_at_least_six_scripts() -> None:
    """Latin, Cyrillic, Greek, Arabic, Han and Hangul."""
    letters = {
        letter
        for i in range(len(EDITIONS))
        for listing in _read(i)[0]
        for name in listing.names
        for letter in name.text
        if letter.isalpha()
    }
    scripts = {unicodedata.name(letter).split()[0] for letter in letters}
    assert scripts >= {"LATIN", "CYRILLIC", "GREEK", "ARABIC", "CJK", "HANGUL"}


def test_every_mandatory_list_has_an_edition_in_january_2018() -> None:
    """A question about 2018 sees all lists that it must see."""
    assert MANDATORY
    for list_id in MANDATORY:
        assert _on(list_id, date(2018, 1, 8)), list_id


@pytest.mark.parametrize("list_id", ["us_bis_dpl", "us_csl"])
def test_zte_is_denied_from_april_to_july_2018_only(list_id: str) -> None:
    """83 FR 17644 put the two persons on, 83 FR 34825 took them off."""
    holding = {
        item.published
        for i, item in enumerate(EDITIONS)
        if item.list_id == list_id and _names(_read(i)[0]) & ZTE
    }
    expected = {"us_bis_dpl": {date(2018, 4, 16), date(2018, 5, 14)}, "us_csl": {date(2018, 5, 14)}}
    assert holding == expected[list_id]
    for listing in _on(list_id, date(2018, 5, 14)):
        if listing.caption in ZTE:
            assert (listing.start, listing.end) == (date(2018, 4, 15), date(2025, 3, 13))
            assert any("83 FR 17644" in cite or "83 F.R. 17644" in cite for cite in listing.citations)


def test_zte_corporation_is_on_no_entity_list_edition_after_march_2017() -> None:
    """82 FR 15458 took it off; ZTE Parsian, Beijing 8-Star and Shi Lirong stay."""
    for place, item in enumerate(EDITIONS):
        if item.list_id != "us_csl" or item.published < date(2017, 3, 29):
            continue
        entities = {
            listing.caption
            for listing in _read(place)[0]
            if any(value == "EL" for _field, value in listing.details)
        }
        assert {"ZTE Parsian", "Beijing 8-Star International Co.", "Shi Lirong"} <= entities
        assert not {name for name in entities if "ZHONGXING" in name.upper() or "KANGXUN" in name.upper()}


def test_huawei_is_on_the_entity_list_since_2019() -> None:
    """84 FR 22961; before that, no row."""
    held = {
        item.published
        for i, item in enumerate(EDITIONS)
        if item.list_id == "us_csl" and "Huawei Technologies Co., Ltd. (Huawei)" in _names(_read(i)[0])
    }
    assert held == {date(2019, 5, 21), date(2022, 5, 16), date(2026, 7, 31)}


def test_the_overlay_finds_its_parties_in_the_embedded_lists() -> None:
    """An overlay entry whose party no list bears would add nothing."""
    for entry in default_overlay():
        bearing = {
            item.list_id
            for i, item in enumerate(EDITIONS)
            if entry.party.casefold() in {name.casefold() for name in _names(_read(i)[0])}
        }
        assert bearing & set(entry.lists), entry.party


def test_a_remark_that_runs_over_is_made_whole() -> None:
    """OFAC cuts remarks at 1,000 characters and goes on in the comments file."""
    (lazarus,) = [item for item in _on("us_ofac_sdn", date(2024, 5, 3)) if item.caption == "LAZARUS GROUP"]
    assert lazarus.remarks.endswith("a.k.a. 'WHOIS HACKING TEAM'.")
    wallets = [item for item in lazarus.identifiers if item.kind is IdentifierKind.WALLET]
    assert len(wallets) == 8


def test_the_customer_file_has_two_hundred_rows_and_unique_ids() -> None:
    """The columns are those of an ordinary export of customers."""
    rows = _customers()
    assert len(rows) == 200
    assert len({row["id"] for row in rows}) == 200
    assert all(None not in row and None not in row.values() for row in rows)


def test_planted_customers_exist_and_ask_once_for_each_day() -> None:
    """A case names a customer of the file; every kind of difficulty is there."""
    ids = {row["id"] for row in _customers()}
    assert {case.customer for case in demo.planted()} <= ids
    asked = Counter((case.customer, case.day) for case in demo.planted())
    assert set(asked.values()) == {1}
    wanted = {
        "exact",
        "alias",
        "han",
        "transliteration",
        "typo",
        "word_order",
        "legal_form",
        "imo",
        "passport",
    }
    wanted |= {"wallet", "bic", "birth_date_agrees", "birth_date_differs", "look_alike", "formula", "no_name"}
    wanted |= {"blanks", "trading_as", "doubled_legal_form"}
    assert wanted <= {case.case for case in demo.planted()}


@pytest.mark.parametrize("case", demo.planted(), ids=lambda case: f"{case.customer}-{case.day}")
def test_what_a_planted_customer_must_reach_is_listed_on_that_day(case: demo.Planted) -> None:
    """Expected parties are primary names of the edition of the day, tolerated ones of that or the last.

    A party with its own start date may count before the edition that first held it.
    """
    for wanted in case.expect:
        assert wanted.name in _names(_on(wanted.list_id, case.day)), wanted
    for tolerated in case.tolerate:
        assert tolerated.name in _names(_on(tolerated.list_id, date.max)) | _names(
            _on(tolerated.list_id, case.day)
        ), tolerated
    assert not set(case.expect) & set(case.tolerate)
    assert case.why


def test_the_row_without_a_name_has_no_number_either() -> None:
    """It cannot be screened, so it must be reported."""
    rows = {row["id"]: row for row in _customers()}
    (case,) = [case for case in demo.planted() if not case.readable]
    given = {column for column, cell in rows[case.customer].items() if cell}
    assert given <= {"id", "type", "country", "city"}

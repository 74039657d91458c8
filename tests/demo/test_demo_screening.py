"""The planted customers meet the parties that they must meet and no others; invented ones meet nobody."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from licet import demo
from licet.lists.overlay import default_overlay
from licet.match import Corpus, OverlayName, build, screen
from licet.model import AsOf, MatchPolicy, Screened
from licet.store import open_store
from licet.tables import Reading, SubjectReader, detect_mapping, open_table
from licet.text.countries import country_code
from licet.wiring.embedded import load_into

KNOWN = datetime(2026, 11, 1, tzinfo=UTC)
CASES = demo.planted()


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Corpus]:
    """The embedded lists, imported as the program imports them, with the default overlay."""
    folder = tmp_path_factory.mktemp("demo")
    store = open_store(f"sqlite:///{folder / 'licet.db'}", folder / "archive")
    load_into(store)
    overlay = [
        OverlayName(entry.lists, entry.party, entry.adds, entry.language, entry.source)
        for entry in default_overlay()
    ]
    build(folder / "corpus", (item for item, _sha in store.versions()), store.editions(), overlay, "demo")
    yield Corpus.open(folder / "corpus")
    store.close()


@pytest.fixture(scope="module")
def readings(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Reading]:
    """The rows of the customer file as the program reads them, by id; columns found by their headers."""
    path = tmp_path_factory.mktemp("customers") / "customers.csv"
    path.write_bytes(demo.customers())
    table = open_table(path)
    rows = list(table.read())
    reader = SubjectReader(detect_mapping(table.columns, rows, country_code), table.columns, country_code)
    return {str(row[0]): reader.read(row) for row in rows}


def _screened(corpus: Corpus, reading: Reading, day: date) -> Screened:
    assert reading.subject is not None
    return screen(corpus.view(AsOf(day, KNOWN)), reading.subject, MatchPolicy())


@pytest.mark.parametrize(
    "case", [case for case in CASES if case.readable], ids=lambda case: f"{case.customer}-{case.day}"
)
def test_a_planted_customer_reaches_what_it_must_and_nothing_else(
    corpus: Corpus, readings: dict[str, Reading], case: demo.Planted
) -> None:
    """What the matching cannot do yet is marked `missed`: the mark must go when it can."""
    screened = _screened(corpus, readings[case.customer], case.day)
    reached = {demo.Expected(hit.listing.list_id, hit.listing.caption) for hit in screened.hits}
    aside = {demo.Expected(hit.listing.list_id, hit.listing.caption) for hit in screened.demoted}
    assert set(case.set_aside) <= aside
    wanted = set(case.expect)
    assert reached - wanted - set(case.tolerate) == set()
    if case.missed:
        assert not wanted <= reached, "reached now: take the mark `missed` away"
    else:
        assert wanted <= reached


@pytest.mark.parametrize("day", [date(2018, 5, 14), date(2022, 3, 20), date(2026, 10, 15)], ids=str)
def test_invented_customers_reach_nobody(corpus: Corpus, readings: dict[str, Reading], day: date) -> None:
    """155 invented customers, three days, no hit to clear."""
    planted = {case.customer for case in CASES}
    clean = {key: reading for key, reading in readings.items() if key not in planted}
    assert len(clean) == 155
    assert [key for key, reading in clean.items() if _screened(corpus, reading, day).hits] == []


def test_a_row_without_a_name_is_no_subject(readings: dict[str, Reading]) -> None:
    """It comes back with a reason, not as a customer without a hit."""
    (case,) = [case for case in CASES if not case.readable]
    reading = readings[case.customer]
    assert reading.subject is None
    assert reading.notes


def test_zte_is_shown_with_the_source_of_its_other_name(corpus: Corpus, readings: dict[str, Reading]) -> None:
    """The hit comes through the overlay, and the overlay's citation comes with it."""
    (customer,) = {case.customer for case in CASES if case.case == "short_name"}
    hits = _screened(corpus, readings[customer], date(2018, 5, 14)).hits
    (best,) = [
        hit
        for hit in hits
        if hit.listing.list_id == "us_bis_dpl" and hit.listing.caption.startswith("ZHONGXING")
    ]
    assert best.matched_name is not None
    assert best.matched_name.text == "ZTE"
    assert "83 FR 34825" in best.matched_name.source

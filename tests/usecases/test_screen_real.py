"""A file against the real matcher and a corpus of a few listed parties."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from licet.match import ENGINE, Corpus, View, build, explain, policy_hash, screen_many
from licet.model import (
    AsOf,
    Edition,
    EditionFile,
    Listing,
    ListingVersion,
    MatchPolicy,
    Name,
    NameKind,
    PartialDate,
    PartyKind,
    Subject,
)
from licet.tables import open_table
from licet.usecases.screen import screen_file
from licet.usecases.screen_types import Layout, Outcome, ScreenOptions, Status

KNOWN = datetime(2018, 8, 18, tzinfo=UTC)
EDITION = Edition(
    "un_sc", 1, date(2018, 8, 17), KNOWN, "xml", (EditionFile("main", "un.xml", "cd" * 32, 9),), 2, 2, 0
)
LISTED = (
    Listing(
        "un_sc",
        "A1",
        PartyKind.PERSON,
        (Name("Sergei Ivanovich Voronin"), Name("Сергей Воронин", NameKind.AKA)),
        birth_dates=(PartialDate.day(1961, 3, 4),),
        countries=("RU",),
    ),
    Listing("un_sc", "A2", PartyKind.ORGANISATION, (Name("Khazar Petrochemical Trading Company"),)),
)


class Real:
    """The real matcher under fixed clocks."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.policy = MatchPolicy()

    def screen_many(self, subjects: Iterable[Subject]) -> Iterator[Outcome]:
        """Screen subjects in order."""
        return (Outcome(found) for found in screen_many(self.view, subjects, self.policy))

    def run_facts(self) -> dict[str, object]:
        """Return what pins the answers."""
        return {
            "as_of": "2018-09-01",
            "engine": ENGINE,
            "policy": {"hash": policy_hash(self.policy)},
            "lists": [{"id": EDITION.list_id, "edition": EDITION.name, "sha256": EDITION.sha256}],
            "incomplete": [],
        }


@pytest.fixture
def real(tmp_path: Path) -> Real:
    path = tmp_path / "lists.corpus"
    build(path, [ListingVersion(item, 1, None, 1) for item in LISTED], [EDITION], [], "g1")
    return Real(Corpus.open(path).view(AsOf(date(2018, 9, 1), KNOWN)))


@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".parquet"])
def test_listed_customers_are_found_and_explained_and_others_are_not(
    tmp_path: Path, real: Real, suffix: str
) -> None:
    source = tmp_path / "customers.csv"
    source.write_text(
        "ref;Name;Vorname;Geburtsdatum;Land\n"
        "1;Voronin;Sergei;04.03.1961;Russland\n"
        "2;Khazar Petrochemical Trading Co.;;;\n"
        "3;Bäckerei Schmidt;;;Deutschland\n",
        encoding="utf-8",
    )
    summary = screen_file(
        source,
        tmp_path / f"out{suffix}",
        screener=real,
        options=ScreenOptions(layout=Layout.WIDE, explain=lambda found: "\n".join(explain(found).lines)),
        on_progress=lambda _: None,
    )
    assert summary.counts == dict.fromkeys(Status, 0) | {Status.HIT: 2, Status.NO_HIT: 1}
    assert summary.complete
    table = open_table(summary.target)
    found = [dict(zip(table.columns, row, strict=True)) for row in table.read()]
    assert [row["scr_entity_id"] or "" for row in found] == ["un_sc:A1", "un_sc:A2", ""]
    assert found[0]["scr_matched_name"] == "Sergei Ivanovich Voronin"
    assert "birth_date" in str(found[0]["scr_matched_on"])
    assert "Voronin" in str(found[0]["scr_explain"])

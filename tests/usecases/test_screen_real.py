"""A file against the real matcher and a corpus of a few listed parties."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import xlsxwriter
from python_calamine import CalamineWorkbook

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
from licet.usecases.screen_types import Layout, Outcome, RunSummary, ScreenOptions, Status

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
    assert found[0]["scr_matched_name"] in {item.text for item in LISTED[0].names}
    assert "birth_date" in str(found[0]["scr_matched_on"])
    assert "Voronin" in str(found[0]["scr_explain"])


@pytest.mark.parametrize(
    "text",
    [
        'Name\n"Voronin, Sergei Ivanovich"\n',
        "Name\nVoronin, Sergei Ivanovich\n",
        "Name;Country\nVoronin, Sergei Ivanovich;RU\n",
        "Last,Middle,First\nVoronin,Ivanovich,Sergei\n",
        "Middle name,First name,Last name\nIvanovich,Sergei,Voronin\n",
        "First,Last,Middle\nSergei,Voronin,Ivanovich\n",
    ],
)
def test_a_full_name_is_found_however_it_is_laid_out(tmp_path: Path, real: Real, text: str) -> None:
    source = tmp_path / "customers.csv"
    source.write_text(text, encoding="utf-8")
    summary = _screened(source, real)
    (row,) = _rows(summary)
    assert (row["scr_status"], row["scr_entity_id"]) == ("hit", "un_sc:A1")
    assert row["scr_matched_name"] == "Sergei Ivanovich Voronin"
    assert float(str(row["scr_score"])) == 1.0


def test_a_german_file_of_persons_is_screened_as_it_is(tmp_path: Path, real: Real) -> None:
    source = tmp_path / "kunden.csv"
    source.write_bytes(
        (
            "Kundenliste Stand August 2018;;;;;\r\n"
            "Kundennr.;Nachname;Vorname;Geburtsdatum;Staatsangehörigkeit;Betreuer\r\n"
            "0007;Voronin;Sergei;04.03.1961;RU;Jürgen\r\n"
            "0008;Müller;Jörg;1.2.1970;AT;Jürgen\r\n"
        ).encode("cp1252")
    )
    summary = _screened(source, real)
    assert summary.counts == dict.fromkeys(Status, 0) | {Status.HIT: 1, Status.NO_HIT: 1}
    assert (summary.rows_in, summary.noted, summary.complete) == (2, 0, True)
    assert {use.column: str(use.field) for use in summary.mapping.uses} == {
        "Kundennr.": "id",
        "Nachname": "lastName",
        "Vorname": "firstName",
        "Geburtsdatum": "birthDate",
        "Staatsangehörigkeit": "nationality",
    }
    assert "not used: Betreuer" in summary.notes
    assert any("cp1252" in note for note in summary.notes)
    assert any("row 2 is the header" in note and "Kundenliste" in note for note in summary.notes)
    hit, other = _rows(summary)
    assert (hit["Kundennr."], hit["Vorname"], hit["scr_entity_id"]) == ("0007", "Sergei", "un_sc:A1")
    assert hit["scr_matched_on"] == "name, birth_date, country"
    assert (other["Nachname"], other["Vorname"], other["scr_status"]) == ("Müller", "Jörg", "no_hit")


def test_a_workbook_tells_in_its_run_sheet_which_rows_were_not_screened(tmp_path: Path, real: Real) -> None:
    source = tmp_path / "customers.xlsx"
    with xlsxwriter.Workbook(str(source)) as book:
        sheet = book.add_worksheet("Persons")
        sheet.write_column(0, 0, ["Customers", "Full name", "Sergei Voronin", "Anna Schmidt"])
        sheet.write_column(1, 1, ["Country", "Russia", "Germany"])
        book.add_worksheet("Firms").write_column(0, 0, ["Name", "Khazar Petrochemical Trading Company"])
    summary = _screened(source, real, tmp_path / "out.xlsx")
    note = "sheet 'Persons' is read; not read: 'Firms' (2 rows, not screened)"
    assert note in summary.notes
    run = CalamineWorkbook.from_path(summary.target).get_sheet_by_name("Run").to_python()
    (told,) = (str(row[1]) for row in run if row[0] == "notes")
    assert note in told
    assert "row 2 is the header; left out above it: Customers" in told
    assert note in json.loads(summary.sidecar.read_text(encoding="utf-8"))["notes"]
    assert [row["scr_status"] for row in _rows(summary)] == ["hit", "no_hit"]


def test_a_name_of_absurd_length_is_an_error_row_and_the_others_are_screened(
    tmp_path: Path, real: Real
) -> None:
    source = tmp_path / "customers.csv"
    source.write_text(f"Name\n{'a' * 200_000}\nSergei Voronin\n", encoding="utf-8")
    summary = _screened(source, real)
    assert (summary.counts[Status.ERROR], summary.counts[Status.HIT], summary.complete) == (1, 1, False)
    error, hit = _rows(summary)
    assert len(str(error["Name"])) == 200_000
    assert "200000 characters is not screened" in str(error["scr_error"])
    assert hit["scr_status"] == "hit"


def test_a_damaged_character_is_told_in_its_row_and_the_row_is_screened(tmp_path: Path, real: Real) -> None:
    source = tmp_path / "customers.jsonl"
    source.write_text('{"name": "Sergei Voronin \\ud800"}\n', encoding="ascii")
    for name in ("out.jsonl", "out.csv", "out.xlsx", "out.parquet", "out.ods"):
        (row,) = _rows(_screened(source, real, tmp_path / name))
        assert (row["name"], row["scr_status"]) == ("Sergei Voronin \ufffd", "hit")
        assert "lone surrogate" in str(row["scr_error"])


@pytest.mark.parametrize("suffix", ["csv", "xlsx", "ods", "parquet", "jsonl"])
def test_a_nul_within_a_name_stops_neither_reading_nor_writing(
    tmp_path: Path, real: Real, suffix: str
) -> None:
    source = tmp_path / "customers.csv"
    source.write_bytes(b"Name,Country\nSergei Vo\x00ronin,RU\nAnna Schmidt,DE\n")
    found = _rows(_screened(source, real, tmp_path / f"out.{suffix}"))
    assert [row["scr_status"] for row in found] == ["hit", "no_hit"]


def _screened(source: Path, real: Real, target: Path | None = None) -> RunSummary:
    return screen_file(
        source,
        target or source.with_name("out.csv"),
        screener=real,
        options=ScreenOptions(layout=Layout.WIDE),
        on_progress=lambda _: None,
    )


def _rows(summary: RunSummary) -> list[dict[str, object]]:
    table = open_table(summary.target)
    return [dict(zip(table.columns, row, strict=True)) for row in table.read()]

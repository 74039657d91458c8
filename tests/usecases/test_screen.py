"""Bulk screening: every row comes back, sums hold, nothing unseen is ever called no_hit."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.screening import EDITION, EqualNames, run

from licet.errors import UnreadableInputError, UsageError
from licet.model import Match
from licet.tables import Mapping, open_table
from licet.usecases.screen import screen_file
from licet.usecases.screen_columns import COLUMNS
from licet.usecases.screen_types import Decision, Layout, Outcome, Progress, ScreenOptions, Status

ROWS = (
    "id,Full name,dob,country\n"
    "00123,Ivan Petrov,1970-04-05,RU\n"
    "2,Jane Example,04/05/1970,FR\n"
    "3,,1970,FR\n"
    "4,Broken Ltd,,\n"
    "5,Demoted Ltd,not a date,Atlantis\n"
    '6,"=Evil Corp",,\n'
    "7,Two, too, many, cells\n"
    "8,Short\n"
)


def source(folder: Path, text: str = ROWS) -> Path:
    path = folder / "customers.csv"
    path.write_text(text, encoding="utf-8")
    return path


def rows(path: Path) -> list[dict[str, object]]:
    table = open_table(path)
    return [dict(zip(table.columns, row, strict=True)) for row in table.read()]


def by_id(path: Path) -> dict[object, list[dict[str, object]]]:
    found: dict[object, list[dict[str, object]]] = {}
    for row in rows(path):
        found.setdefault(row["id"], []).append(row)
    return found


def test_every_input_row_is_accounted_for_once(tmp_path: Path) -> None:
    summary = run(source(tmp_path), tmp_path / "out.csv")
    assert summary.rows_in == 8
    assert summary.counts == {
        Status.NO_HIT: 3,
        Status.HIT: 2,
        Status.SUPPRESSED: 0,
        Status.ERROR: 2,
        Status.NOT_SCREENED: 1,
    }
    assert sum(summary.counts.values()) == summary.rows_in
    assert summary.candidates == 3
    assert summary.rows_out == 9
    assert not summary.complete
    assert not (tmp_path / "out.csv.partial").exists()


def test_input_columns_stay_in_place_and_the_added_ones_follow(tmp_path: Path) -> None:
    run(source(tmp_path), tmp_path / "out.csv")
    assert open_table(tmp_path / "out.csv").columns == ("id", "Full name", "dob", "country", *COLUMNS)
    assert next(iter(by_id(tmp_path / "out.csv"))) == "00123"


def test_a_hit_tells_the_listed_party_and_what_matched(tmp_path: Path) -> None:
    run(source(tmp_path), tmp_path / "out.csv")
    first, second = by_id(tmp_path / "out.csv")["00123"]
    assert (first["scr_status"], first["scr_hits"], first["scr_rank"]) == ("hit", "2", "1")
    assert (first["scr_score"], first["scr_list"], first["scr_program"]) == (
        "0.9877",
        "us_bis_dpl",
        "DPL; EAR",
    )
    assert (first["scr_entity_id"], first["scr_matched_name"]) == ("us_bis_dpl:1", "Ivan Petrov")
    assert first["scr_matched_on"] == "name, country"
    assert (second["scr_rank"], second["scr_entity_id"]) == ("2", "us_bis_dpl:2")


def test_rows_that_cannot_be_screened_say_why(tmp_path: Path) -> None:
    run(source(tmp_path), tmp_path / "out.csv")
    found = by_id(tmp_path / "out.csv")
    assert found["3"][0]["scr_status"] == "not_screened"
    assert "no name" in str(found["3"][0]["scr_error"])
    assert (found["4"][0]["scr_status"], found["4"][0]["scr_error"]) == ("error", "the matcher gave up")
    surplus = found["7,Two, too, many, cells"][0]
    assert surplus["scr_status"] == "error"
    assert "5 cells where the header has 4" in str(surplus["scr_error"])


def test_values_not_understood_are_noted_and_the_row_is_screened(tmp_path: Path) -> None:
    summary = run(source(tmp_path), tmp_path / "out.csv")
    found = by_id(tmp_path / "out.csv")
    assert "1970-04-05 or 1970-05-04" in str(found["2"][0]["scr_error"])
    assert found["2"][0]["scr_status"] == "no_hit"
    assert "'not a date'" in str(found["5"][0]["scr_error"])
    assert "'Atlantis'" in str(found["5"][0]["scr_error"])
    assert "missing" in str(found["8"][0]["scr_error"])
    assert summary.noted == 3


def test_a_match_set_aside_is_told_with_its_reason(tmp_path: Path) -> None:
    run(source(tmp_path), tmp_path / "out.csv")
    told = by_id(tmp_path / "out.csv")["5"][0]
    assert told["scr_status"] == "no_hit"
    assert "Ivan Petrov (us_bis_dpl:1), 0.99: born ten years apart" in str(told["scr_explain"])


def test_nothing_is_no_hit_when_a_mandatory_list_was_not_seen(tmp_path: Path) -> None:
    summary = run(source(tmp_path), tmp_path / "out.csv", incomplete=["eu_fsf has no edition"])
    found = by_id(tmp_path / "out.csv")
    assert summary.counts[Status.NO_HIT] == 0
    assert summary.counts[Status.HIT] == 2
    assert found["2"][0]["scr_status"] == "not_screened"
    assert "eu_fsf has no edition" in str(found["2"][0]["scr_error"])
    assert summary.reasons[0] == "eu_fsf has no edition"
    assert not summary.complete


def test_wide_gives_one_row_for_each_input_row(tmp_path: Path) -> None:
    summary = run(source(tmp_path), tmp_path / "out.csv", ScreenOptions(layout=Layout.WIDE))
    assert summary.rows_out == summary.rows_in == 8
    assert by_id(tmp_path / "out.csv")["00123"][0]["scr_hits"] == "2"


def test_hits_only_keeps_what_needs_a_person(tmp_path: Path) -> None:
    summary = run(source(tmp_path), tmp_path / "out.csv", ScreenOptions(hits_only=True))
    assert {row["scr_status"] for row in rows(tmp_path / "out.csv")} == {"hit", "error", "not_screened"}
    assert summary.rows_in == 8
    assert sum(summary.counts.values()) == 8


def test_a_good_guy_suppresses_its_hit_and_no_other(tmp_path: Path) -> None:
    known = {f"us_bis_dpl:{key}": Decision("false_positive", "birth_date_differs", "G-1") for key in "13"}
    for layout, shown in ((Layout.ROWS, ["us_bis_dpl:1", "us_bis_dpl:2"]), (Layout.WIDE, ["us_bis_dpl:2"])):
        summary = screen_file(
            source(tmp_path),
            tmp_path / "out.csv",
            screener=EqualNames(known),
            options=ScreenOptions(layout=layout),
            on_progress=lambda _: None,
        )
        found = by_id(tmp_path / "out.csv")
        assert [row["scr_entity_id"] for row in found["00123"]] == shown
        assert found["00123"][0]["scr_status"] == "hit"
        assert summary.counts[Status.SUPPRESSED] == 1
        evil = found["6"][0]
        assert (evil["scr_status"], evil["scr_goodguy"]) == ("suppressed", "G-1")
        assert (evil["scr_disposition"], evil["scr_reason"]) == ("false_positive", "birth_date_differs")


def test_explanations_and_addresses_come_from_the_callables(tmp_path: Path) -> None:
    def explain(found: Match) -> str:
        return f"because {found.our_name}"

    options = ScreenOptions(explain=explain, url=lambda found: f"https://example.org/{found.listing.key}")
    run(source(tmp_path), tmp_path / "out.csv", options)
    first = by_id(tmp_path / "out.csv")["00123"][0]
    assert first["scr_explain"] == "because Ivan Petrov"
    assert first["scr_url"] == "https://example.org/1"


@pytest.mark.parametrize("name", ["scr_status", "SCR_Run"])
def test_an_input_column_called_like_an_added_one_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError, match=name):
        run(source(tmp_path, f"name,{name}\nA B,x\n"), tmp_path / "out.csv")
    assert not (tmp_path / "out.csv.partial").exists()


def test_the_output_never_replaces_the_input(tmp_path: Path) -> None:
    path = source(tmp_path)
    with pytest.raises(UsageError, match="replace the input"):
        run(path, path)
    assert path.read_text(encoding="utf-8") == ROWS


def test_an_input_without_rows_is_not_complete(tmp_path: Path) -> None:
    summary = run(source(tmp_path, "name,id\n"), tmp_path / "out.csv")
    assert (summary.rows_in, summary.complete) == (0, False)


@pytest.mark.parametrize("text", ["", "\n\n", ",,\n1,2,3\n", "name,name\na,b\n"])
def test_a_file_without_usable_header_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(UnreadableInputError):
        run(source(tmp_path, text), tmp_path / "out.csv")


def test_a_mapping_of_a_missing_column_is_refused_with_the_nearest_name(tmp_path: Path) -> None:
    options = ScreenOptions(mapping=Mapping.parse(["Full nmae=name"]))
    with pytest.raises(UsageError, match="Did you mean 'Full name'"):
        run(source(tmp_path), tmp_path / "out.csv", options)


def test_a_table_without_any_name_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="name or an identifier"):
        run(source(tmp_path, "amount,when\n1,2\n"), tmp_path / "out.csv")


@pytest.mark.parametrize("suffix", [".csv", ".tsv", ".xlsx", ".ods", ".parquet", ".jsonl"])
def test_the_same_question_gives_the_same_bytes_in_every_format(tmp_path: Path, suffix: str) -> None:
    path = source(tmp_path)
    one, two = tmp_path / f"one{suffix}", tmp_path / f"two{suffix}"
    first, second = run(path, one), run(path, two, ScreenOptions(batch=3))
    assert one.read_bytes() == two.read_bytes()
    assert first.sidecar.read_bytes() == second.sidecar.read_bytes()
    assert first.run_id == second.run_id
    assert [row["scr_status"] for row in rows(one)].count("hit") == 3


def test_the_run_id_depends_on_input_options_and_editions_only(tmp_path: Path) -> None:
    path, target = source(tmp_path), tmp_path / "out.csv"
    base = run(path, target).run_id
    assert run(path, target, known_by="2019-01-01T00:00:00+00:00").run_id == base
    assert run(path, target, ScreenOptions(layout=Layout.WIDE)).run_id != base
    assert run(path, target, lists=[{"id": "us_bis_dpl", "sha256": "other"}]).run_id != base
    path.write_text(ROWS + "9,More,,\n", encoding="utf-8")
    assert run(path, target).run_id != base


def test_the_sidecar_tells_lists_counts_and_mapping(tmp_path: Path) -> None:
    summary = run(source(tmp_path), tmp_path / "out.csv")
    told = json.loads(summary.sidecar.read_text(encoding="utf-8"))
    assert told["run"] == summary.run_id
    assert told["counts"] == {"no_hit": 3, "hit": 2, "suppressed": 0, "error": 2, "not_screened": 1}
    assert told["mapping"] == {
        "id": "id",
        "Full name": "name",
        "dob": "birthDate",
        "country": "country",
    }
    assert told["lists"][0]["sha256"] == EDITION.sha256
    assert told["as_of"] == "2018-09-01"


def test_a_workbook_tells_the_run_on_a_sheet_of_its_own(tmp_path: Path) -> None:
    summary = run(source(tmp_path), tmp_path / "out.xlsx")
    sheet = open_table(tmp_path / "out.xlsx", sheet="Run")
    told = {str(row[0]): row[1] for row in sheet.read()}
    assert sheet.columns[1] == summary.run_id
    assert told["input.rows"] == 8
    assert told["us_bis_dpl"] == EDITION.name


def test_progress_is_told_after_each_batch(tmp_path: Path) -> None:
    seen: list[Progress] = []
    screen_file(
        source(tmp_path),
        tmp_path / "out.csv",
        screener=EqualNames(),
        options=ScreenOptions(batch=4),
        on_progress=seen.append,
    )
    assert seen == [Progress(4, None, 1, 1), Progress(8, None, 2, 2)]


def test_a_failed_outcome_with_hits_stays_a_hit(tmp_path: Path) -> None:
    class Partly(EqualNames):
        def screen_many(self, subjects):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
            for outcome in super().screen_many(subjects):
                yield Outcome(outcome.screened, "one index was not read")

    summary = screen_file(
        source(tmp_path, "id,name\n1,Ivan Petrov\n2,Nobody Known\n"),
        tmp_path / "out.csv",
        screener=Partly(),
        options=ScreenOptions(),
        on_progress=lambda _: None,
    )
    assert (summary.counts[Status.HIT], summary.counts[Status.ERROR]) == (1, 1)

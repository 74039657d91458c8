"""The table of tariff codes: read strictly, refused when cut off, kept with its hash."""

from __future__ import annotations

import gzip
import hashlib
from datetime import date
from pathlib import Path

import pytest
from tests.rules.building import case, decided
from tests.rules.law import shipped
from tests.shared import DATA, needs_shared, read_bytes

from licet.errors import UnreadableInputError
from licet.model import Severity
from licet.rulebook import load
from licet.rules.kinds.tariff import KIND
from licet.usecases.reference_import import Imported
from licet.usecases.tariff_table import parse
from licet.usecases.tariffs_import import TariffOptions, import_tariffs, needed_headings

REAL = "reference/section301_china_tariffs_2020-01-01"
NEEDED = needed_headings(shipped())
WHOLE = (
    "hts,chapter99_heading\n"
    "0101.21.00,9903.88.15\n"
    "3901.10.00,9903.88.02\n"
    "8542.31.00,9903.88.01\n"
    "9401.61.00,9903.88.03\n"
    "9706.00.00,9903.88.15\n"
    "2931.90.9010,9903.88.04\n"
)


def written(folder: Path, text: str | bytes = WHOLE, name: str = "codes_2020-01-01.csv") -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def imported(path: Path, folder: Path, **options: date | int | bool) -> Imported:
    return import_tariffs(path, folder, shipped(), TariffOptions(**options))  # type: ignore[arg-type]


def test_a_whole_table_is_kept_with_its_hash_and_its_day(tmp_path: Path) -> None:
    """The rulebook reads it back, and the same file is unchanged."""
    path = written(tmp_path)
    done = imported(path, tmp_path / "law")
    assert (done.outcome, done.rows, done.dated) == ("imported", 6, date(2020, 1, 1))
    assert done.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert imported(path, tmp_path / "law").outcome == "unchanged"
    book = load([tmp_path / "law"])
    held = book.table("us.tariff.section301.codes", date(2020, 1, 1))
    assert held is not None
    assert held["content"]["85423100"] == "9903.88.01"
    assert held["source"] == {"file": path.name, "sha256": done.sha256}


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    """It reads and checks alone."""
    assert imported(written(tmp_path), tmp_path / "law", dry_run=True).outcome == "would import"
    assert not (tmp_path / "law").exists()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (WHOLE[:-4], "neither a title"),
        (WHOLE.rstrip("\n"), "no end"),
        ("".join(WHOLE.splitlines(keepends=True)[:5]), "chapter 94"),
        ("".join(WHOLE.splitlines(keepends=True)[:6]), "9903.88.04"),
        (WHOLE.replace("9903.88.02", "9903.88.03"), "9903.88.02"),
        (WHOLE.replace("3901.10.00", "3901.10.0"), "neither a title"),
        (WHOLE.replace("3901.10.00", "0100.10.00"), "order"),
        (WHOLE + "2931.90.9010,9903.88.03\n", "two headings"),
        ("hts,chapter99_heading\n", "no code"),
    ],
)
def test_a_table_that_is_cut_or_wrong_is_refused(tmp_path: Path, text: str, told: str) -> None:
    """Nothing is written; the reason is told."""
    done = imported(written(tmp_path, text), tmp_path / "law")
    assert done.outcome == "refused"
    assert told in " ".join(item.message for item in done.problems if item.severity is Severity.FATAL)
    assert not (tmp_path / "law").exists()


def test_a_table_older_than_a_list_need_not_have_it(tmp_path: Path) -> None:
    """In August 2018 only lists 1 and 2 were there."""
    text = "hts,heading\n3901.10.00,9903.88.02\n8542.31.00,9903.88.01\n9706.00.00,9903.88.01\n"
    assert imported(written(tmp_path, text, "codes_2018-08-23.csv"), tmp_path).outcome == "imported"
    assert imported(written(tmp_path, text, "codes_2018-09-24.csv"), tmp_path).outcome == "refused"


def test_a_stated_number_of_codes_must_agree(tmp_path: Path) -> None:
    """A cut between two lines of the end is seen by the number alone."""
    assert imported(written(tmp_path), tmp_path / "a", rows=6).outcome == "imported"
    assert imported(written(tmp_path), tmp_path / "b", rows=7).outcome == "refused"


def test_a_later_table_with_far_fewer_codes_is_refused(tmp_path: Path) -> None:
    """It is taken as cut off."""
    assert imported(written(tmp_path), tmp_path / "law").outcome == "imported"
    fewer = WHOLE.replace("0101.21.00,9903.88.15\n", "")
    done = imported(written(tmp_path, fewer, "codes_2020-02-14.csv"), tmp_path / "law")
    assert done.outcome == "refused"


def test_a_day_must_be_known(tmp_path: Path) -> None:
    """In the file, in its name, or given."""
    path = written(tmp_path, name="codes.csv")
    assert imported(path, tmp_path / "a").outcome == "refused"
    assert imported(path, tmp_path / "a", dated=date(2020, 1, 1)).outcome == "imported"


@pytest.mark.parametrize("name", ["codes_2020-01-01.csv.gz", "codes_2020-01-01.xlsx", "codes.pdf"])
def test_a_damaged_file_is_no_table(tmp_path: Path, name: str) -> None:
    """A cut gzip file, a cut workbook, another kind of file."""
    cut = gzip.compress(WHOLE.encode())[:-9]
    with pytest.raises(UnreadableInputError):
        imported(written(tmp_path, cut, name), tmp_path / "law")


def test_cells_that_became_dates_are_turned_back() -> None:
    """A spreadsheet reads 1901.10.05 as the fifth of October 1901."""
    rows = [("Harmonized Tariff Schedule 8-digit Subheading", "Heading"), (date(1901, 10, 5), "9903.88.15")]
    parsed = parse(rows, "t_2020-01-01.xlsx", ())
    assert parsed.content == {"19011005": "9903.88.15"}
    assert any(item.code == "date_cells" for item in parsed.problems)


def test_a_line_of_text_between_the_codes_is_told() -> None:
    """The official table has one before the codes of 10 digits."""
    rows = [("hts", "heading"), ("In several cases, the coverage", ""), ("9706.00.00", "9903.88.15")]
    parsed = parse(rows, "t_2020-01-01.csv", ())
    assert [item.code for item in parsed.problems] == ["text"]
    assert not parsed.refused


@needs_shared
@pytest.mark.parametrize("suffix", [".xlsx", ".csv.gz"])
def test_the_official_table_of_2020_is_read_whole(tmp_path: Path, suffix: str) -> None:
    """10,697 codes, from the workbook as from the CSV made of it."""
    done = imported(DATA / f"{REAL}{suffix}", tmp_path, rows=10697)
    assert (done.outcome, done.rows, done.dated) == ("imported", 10697, date(2020, 1, 1))


@needs_shared
def test_workbook_and_csv_say_the_same() -> None:
    """The dates of the workbook are the codes of the CSV."""
    from licet.usecases.tariff_table import csv_cells, sheet_cells

    book = parse(sheet_cells(DATA / f"{REAL}.xlsx"), "x", NEEDED)
    text = parse(csv_cells(read_bytes(f"{REAL}.csv.gz")), f"{REAL}.csv", NEEDED)
    assert book.content == text.content
    assert len(book.content) == 10697
    assert book.dated == text.dated == date(2020, 1, 1)
    assert not any(item.severity is Severity.FATAL for item in (*book.problems, *text.problems))


@needs_shared
@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_the_official_table_cut_off_is_refused(tmp_path: Path, share: float) -> None:
    """At a line's end, in the middle of a download."""
    lines = read_bytes(f"{REAL}.csv.gz").splitlines(keepends=True)
    cut = b"".join(lines[: int(len(lines) * share)])
    assert imported(written(tmp_path, cut), tmp_path / "law").outcome == "refused"


@needs_shared
def test_the_real_table_decides_an_entry(tmp_path: Path) -> None:
    """Nothing on 14 May 2018, a quarter from 6 July 2018 for a code of list 1."""
    imported(DATA / f"{REAL}.xlsx", tmp_path)
    book = load([tmp_path])
    listed = book.table("us.tariff.section301.codes", date(2020, 1, 1))
    assert listed is not None
    code = next(key for key, heading in listed["content"].items() if heading == "9903.88.01")
    plain = {
        "activity": "import",
        "actor": {"country": "US"},
        "destination": "US",
        "items": [{"origin": "CN", "hts": code}],
    }
    assert not decided(KIND, case(plain | {"day": "2018-05-14"}, book)).findings
    found = decided(KIND, case(plain | {"day": "2018-07-06"}, book)).finding
    assert found.duty is not None
    assert (found.duty.heading, str(found.duty.rate)) == ("9903.88.01", "25")

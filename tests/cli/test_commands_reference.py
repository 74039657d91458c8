"""`licet reference import`: official tables come in, and shipments are decided by them from their day on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.command import licet
from tests.shared import DATA, needs_shared

REFERENCE = DATA / "reference"
FILES = (
    "country-chart_2026-07-23.json",
    "country-groups_2026-07-23.json",
    "ccl_2026-07-23.json.gz",
    "license-exception-catalog_2026-07-23.json",
)


def question(day: str, destination: str = "MO") -> str:
    """Return a shipment of an amplifier as one line of JSON."""
    return json.dumps(
        {
            "activity": "export",
            "actor": {"country": "US"},
            "items": [{"eccn": "3A001.a.1", "origin": "US"}],
            "destination": destination,
            "parties": [{"role": "end_user", "name": "Quiet Delta Instruments", "country": destination}],
            "day": day,
        }
    )


def imported(*more: str) -> None:
    """Import the real tables."""
    done = licet("reference", "import", *(str(REFERENCE / name) for name in FILES), *more)
    assert done.status == 0
    assert {row["outcome"] for row in done.json} == {"imported"}


@needs_shared
def test_a_shipment_is_decided_by_the_imported_tables_from_their_day_on(tmp_path: Path) -> None:
    """Before the import, and before the day of the issue, the reasons for control are asked for."""
    file = tmp_path / "shipment.json"
    file.write_text(question("2026-08-14"), encoding="utf-8")
    before = licet("shipment", "check", str(file), "--format", "json")
    assert before.json["outcome"] == "review"
    imported()
    after = licet("shipment", "check", str(file), "--format", "json")
    assert after.json["outcome"] == "licence_required"
    (found,) = [item for item in after.json["findings"] if item["kind"] == "country_chart"]
    assert found["rule"] == "us.ear.chart.NS2"
    told = json.dumps(found)
    assert "2026-07-23" in told
    assert "0db6c2d3e6d8" in told
    assert "7b0cbc66bcbc" in told
    file.write_text(question("2026-07-22"), encoding="utf-8")
    earlier = licet("shipment", "check", str(file), "--format", "json")
    assert earlier.json["outcome"] == "review"


@needs_shared
def test_a_folder_of_ones_own_counts_when_the_settings_name_it(tmp_path: Path) -> None:
    """`--to` writes there and nowhere else."""
    folder = tmp_path / "rules"
    imported("--to", str(folder))
    assert len(list((folder / "tables").iterdir())) == len(FILES)
    file = tmp_path / "shipment.json"
    file.write_text(question("2026-08-14"), encoding="utf-8")
    assert licet("shipment", "check", str(file), "--format", "json").json["outcome"] == "review"
    config = tmp_path / "licet.toml"
    config.write_text(f"rulebook = [{json.dumps(str(folder))}]\n", encoding="utf-8")
    done = licet("shipment", "check", str(file), "--format", "json", "--config", str(config))
    assert done.json["outcome"] == "licence_required"


@needs_shared
def test_a_dry_run_leaves_everything_as_it_was(tmp_path: Path) -> None:
    """It reads and checks alone."""
    done = licet("reference", "import", str(REFERENCE / FILES[1]), "--to", str(tmp_path), "--dry-run")
    assert (done.status, done.json[0]["outcome"]) == (0, "would import")
    assert not list(tmp_path.iterdir())


@needs_shared
def test_a_refused_table_has_its_own_exit_status(tmp_path: Path) -> None:
    """4, as for a list edition; the reason is on stderr."""
    whole = (REFERENCE / "commerce_country_chart_2025-11-12.csv").read_bytes()
    cut = tmp_path / "chart_2025-11-12.csv"
    cut.write_bytes(whole[: len(whole) // 2])
    done = licet("reference", "import", str(cut), "--to", str(tmp_path / "rules"))
    assert done.status == 4
    assert "cut" in done.err


@pytest.mark.parametrize("options", [("absent.json",), ("x.json", "--dated", "yesterday")])
def test_wrong_use_is_told(options: tuple[str, ...]) -> None:
    """2, with the file or the option named."""
    done = licet("reference", "import", *options)
    assert done.status == 2
    assert options[-1] in done.err or "dated" in done.err

"""`licet tariffs import`: the official table comes in, and entries are decided by it."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

from tests.command import licet
from tests.shared import DATA, needs_shared

TABLE = DATA / "reference" / "section301_china_tariffs_2020-01-01.xlsx"


def entry(folder: Path, day: str) -> str:
    """Write the entry of a Chinese good of list 1 and return the file's name."""
    path = folder / "entry.json"
    good = {
        "activity": "import",
        "actor": {"country": "US"},
        "items": [{"description": "machine", "origin": "CN", "hts": "8401.10.00"}],
        "destination": "US",
        "parties": [{"role": "supplier", "name": "Quiet River Instruments", "country": "CN"}],
        "day": day,
    }
    path.write_text(json.dumps(good), encoding="utf-8")
    return str(path)


@needs_shared
def test_an_entry_is_decided_by_the_imported_table(tmp_path: Path) -> None:
    """Before the import the list is asked for; after it the heading and the hash are told."""
    before = licet("shipment", "check", entry(tmp_path, "2018-07-06"), "--format", "json")
    assert before.json["outcome"] == "review"
    assert "licet tariffs import" in json.dumps(before.json["review"])
    done = licet("tariffs", "import", str(TABLE), "--rows", "10697", "--format", "json")
    assert done.status == 0
    assert (done.json["outcome"], done.json["rows"]) == ("imported", 10697)
    after = licet("shipment", "check", entry(tmp_path, "2018-07-06"), "--format", "json")
    assert after.json["outcome"] == "conditional"
    (found,) = [item for item in after.json["findings"] if item["kind"] == "tariff"]
    assert found["duty"] == {"programme": "section 301 list 1", "rate": "25", "heading": "9903.88.01"}
    assert done.json["sha256"][:12] in found["sentence"]
    earlier = licet("shipment", "check", entry(tmp_path, "2018-05-14"), "--format", "json")
    assert earlier.json["outcome"] == "no_restriction_found"


def test_a_table_that_is_cut_off_is_refused_with_status_4(tmp_path: Path) -> None:
    """The reason goes to stderr; nothing is kept."""
    path = tmp_path / "codes_2020-01-01.csv.gz"
    path.write_bytes(gzip.compress(b"hts,heading\n8542.31.00,9903.88.01\n"))
    done = licet("tariffs", "import", str(path), "--to", str(tmp_path / "law"))
    assert done.status == 4
    assert "cut off" in done.err
    assert not (tmp_path / "law").exists()

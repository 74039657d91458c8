"""`--dry-run` says what would be done and does nothing; `--verbose` says more."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.command import dpl, invented, licet, table_of


def test_a_dry_import_reads_judges_and_keeps_nothing(home: Path) -> None:
    """Not even the store is made; the day in the file's name is taken and told."""
    Path("dpl_2018-08-17.txt").write_bytes(dpl(*invented(1000)))
    done = licet("lists", "import", "dpl_2018-08-17.txt", "--list", "us_bis_dpl", "--db", "s.db", "--dry-run")
    assert (done.status, done.json["listings"], done.json["refused"]) == (0, 1000, [])
    assert (done.json["published"], done.json["published_from"]) == ("2018-08-17", "name")
    assert [path.name for path in home.iterdir() if path.suffix in {".db", ".archive"}] == []


def test_a_dry_import_tells_a_refusal_with_its_figures_and_exits_4() -> None:
    """The gates are those of the real import."""
    Path("dpl.txt").write_bytes(dpl("ONE PARTY"))
    done = licet("lists", "import", "dpl.txt", "--list", "us_bis_dpl", "--db", "s.db", "--dry-run")
    assert done.status == 4
    assert "only 1 rows" in done.json["refused"][0]


def test_a_dry_import_of_a_folder_lists_what_would_come() -> None:
    """Each edition found, the refused ones too."""
    for day, count in (("2018-01-08", 1000), ("2018-02-08", 1)):
        Path("lists", day).mkdir(parents=True)
        Path("lists", day, "dpl.txt").write_bytes(dpl(*invented(count)))
    done = licet("lists", "import", "lists", "--db", "s.db", "--dry-run")
    (row,) = done.json["lists"]
    assert (done.status, row["editions"], row["refused"], row["first"]) == (4, 1, 1, "2018-01-08")
    assert not Path("s.db").exists()


def test_a_dry_sync_names_the_addresses_and_asks_none() -> None:
    """Every part of every list that has an official address, or of the mirror."""
    addresses = {row["address"] for row in licet("lists", "sync", "--dry-run").json}
    assert "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/SDN.CSV" in addresses
    (mirrored,) = licet("lists", "sync", "un_sc", "--dry-run", "--mirror", "https://m.example/x/").json
    assert mirrored == {"list": "un_sc", "part": "xml", "address": "https://m.example/x/un_sc/xml"}


def test_a_dry_screening_shows_columns_and_lists_and_writes_nothing(home: Path) -> None:
    """The mapping goes to stdout, to be saved; the editions to stderr."""
    source = table_of(home, ["ZTE Corp."])
    done = licet("screen", source, "--as-of", "2018-05-14", "--dry-run")
    assert done.status == 0
    assert '"name" = "name"' in done.out
    assert "us_bis_dpl (mandatory): 2018-05-14/" in done.err
    assert sorted(path.name for path in home.glob("customers*")) == ["customers.csv"]


def test_a_dry_screening_that_could_not_see_a_list_exits_4(home: Path) -> None:
    """It is told before hours are spent."""
    source = table_of(home, ["ZTE Corp."])
    assert licet("screen", source, "--as-of", "2010-01-01", "--dry-run").status == 4


def test_verbose_names_each_list_and_edition() -> None:
    """On stderr only."""
    quiet = licet("match", "ZTE Corp.", "--as-of", "2018-05-14", "-q")
    loud = licet("match", "ZTE Corp.", "--as-of", "2018-05-14", "-q", "-v")
    assert quiet.out == loud.out
    assert "us_ofac_sdn (mandatory): 2018-05-14/" in loud.err


@pytest.mark.parametrize("limit", [1, 2])
def test_the_limit_of_a_screening_is_told_in_the_row(home: Path, limit: int) -> None:
    """`scr_hits` counts every hit; what is left out is said."""
    source = table_of(home, ["ZTE Corp."])
    licet("screen", source, "--as-of", "2018-05-14", "--limit", limit, "-o", "out.csv")
    _header, *rows = Path("out.csv").read_text(encoding="utf-8").splitlines()
    assert len(rows) == limit
    assert all(row.startswith("R0,ZTE Corp.,hit,2,") for row in rows)
    assert ("1 more hits are not shown" in rows[0]) == (limit == 1)

"""The same question has the same answer, byte for byte: twice, and in processes with other hash seeds."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.command import licet, process

from licet import demo

DAY = ("--as-of", "2018-05-14")
SUBJECT = ("match", "-s", "Person", "-p", "name=Omer Boztepe", "-p", "birthDate=1966", "-p", "country=tr")


def test_match_prints_the_same_bytes(home: Path) -> None:
    """Twice here, and in two processes that order sets differently."""
    first = licet(*SUBJECT, *DAY)
    assert first.status == 1
    assert licet(*SUBJECT, *DAY).out == first.out
    for seed in ("1", "4242"):
        assert process(*SUBJECT, *DAY, folder=home, PYTHONHASHSEED=seed).out == first.out


@pytest.mark.parametrize("suffix", ["csv", "xlsx", "parquet"])
def test_screen_writes_the_same_bytes(home: Path, suffix: str) -> None:
    """The table and the run sheet beside it hold no time of day."""
    (home / "customers.csv").write_bytes(demo.customers())
    written = []
    for seed in ("1", "4242"):
        done = process(
            "screen",
            "customers.csv",
            "-o",
            f"{seed}.{suffix}",
            *DAY,
            "--explain",
            folder=home,
            PYTHONHASHSEED=seed,
        )
        assert done.status == 3
        written.append((home / f"{seed}.{suffix}").read_bytes())
    licet("screen", "customers.csv", "-o", f"here.{suffix}", *DAY, "--explain")
    written.append((home / f"here.{suffix}").read_bytes())
    assert len(written[0]) > 1000
    assert written[0] == written[1] == written[2]
    sheets = {(home / f"{name}.{suffix}.run.json").read_bytes() for name in ("1", "4242", "here")}
    assert len(sheets) == 1

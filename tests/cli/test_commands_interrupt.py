"""`licet screen` stopped half-way says how to go on, and going on gives the bytes of an uninterrupted run."""

from __future__ import annotations

import csv
import shlex
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from tests.command import NEVER_SAID, licet

from licet import demo

DAY = ("--as-of", "2018-05-14")
COPIES = 75
INTERRUPTIBLE = (
    "import runpy, signal; signal.signal(signal.SIGINT, signal.default_int_handler);"
    " runpy.run_module('licet', run_name='__main__')"
)
"""Whoever runs the tests in the background ignores Ctrl-C, and what they start would do so too."""


@pytest.fixture
def source(home: Path) -> Path:
    """15,000 customers: fifteen batches, more than a busy machine ends before it is told to stop."""
    header, *rows = csv.reader(demo.customers().decode().splitlines())
    path = home / "many.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        for copy in range(COPIES):
            writer.writerows([f"{copy}-{row[0]}", *row[1:]] for row in rows)
    return path


def stopped(home: Path, how: signal.Signals) -> tuple[int, str]:
    """Run the command as a process, stop it after its first batch, and return its status and stderr."""
    command = [
        sys.executable,
        "-c",
        INTERRUPTIBLE,
        "screen",
        "many.csv",
        "-o",
        "out.csv",
        *DAY,
        "--progress",
        "json",
    ]
    with subprocess.Popen(
        command, cwd=home, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as run:
        assert run.stderr is not None
        for line in run.stderr:
            if '"rows": 1000' in line:
                break
        run.send_signal(how)
        _, rest = run.communicate(timeout=60)
    assert not (home / "out.csv").exists()
    assert len(list((home / "out.csv.partial").glob("rows-*.jsonl"))) in range(1, COPIES // 5)
    return run.returncode, rest


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_a_stopped_run_goes_on_to_the_same_bytes(home: Path, source: Path, how: signal.Signals) -> None:
    """Ctrl-C exits with 130 and prints the command that resumes; kill -9 leaves what was done as well."""
    status, told = stopped(home, how)
    again = ["screen", source.name, "-o", "out.csv", *DAY, "--progress", "json", "--resume"]
    if how is signal.SIGINT:
        assert status == 130
        assert "Traceback" not in told
        assert not NEVER_SAID.search(told)
        (line,) = (line for line in told.splitlines() if "Go on with: " in line)
        command = line.partition("Go on with: ")[2]
        assert command == shlex.join(["licet", *again])
    else:
        assert status == -signal.SIGKILL
    refused = licet("screen", source.name, "-o", "out.csv", *DAY)
    assert refused.status == 2
    assert "--resume" in refused.err
    other_day = licet("screen", source.name, "-o", "out.csv", "--as-of", "2018-05-15", "--resume")
    assert (other_day.status, "changed" in other_day.err) == (2, True)

    resumed = licet(*again)
    assert resumed.status == 3
    assert 1000 <= resumed.json["resumed"] < 200 * COPIES
    assert not (home / "out.csv.partial").exists()
    whole = licet("screen", source.name, "-o", "whole.csv", *DAY)
    assert whole.json["rows_in"] == resumed.json["rows_in"] == 200 * COPIES
    assert (home / "out.csv").read_bytes() == (home / "whole.csv").read_bytes()
    assert (home / "out.csv.run.json").read_bytes() == (home / "whole.csv.run.json").read_bytes()


def test_the_day_of_a_stopped_run_is_pinned(home: Path, source: Path) -> None:
    """Without --as-of the printed command names the day, so that it asks the same after midnight."""
    command = [sys.executable, "-c", INTERRUPTIBLE, "screen", source.name, "--progress", "json"]
    with subprocess.Popen(
        command, cwd=home, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as run:
        assert run.stderr is not None
        for line in run.stderr:
            if '"rows": 1000' in line:
                break
        run.send_signal(signal.SIGINT)
        _, told = run.communicate(timeout=60)
    assert run.returncode == 130
    day = told.partition(" --as-of ")[2].split()[0]
    assert told.rstrip().endswith(f"--progress json --as-of {day} --resume")
    assert licet("screen", source.name, "--as-of", day, "--resume").json["resumed"] >= 1000

"""The embedded lists are prepared by whoever comes first, wherever there is room for them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.command import licet

ASKED = ("match", "ZTE Corp.", "--as-of", "2018-05-14", "-f", "json")


def test_several_first_users_at_once_get_the_same_answer(home: Path) -> None:
    """Each prepares the lists aside; the quickest one's stay, and nothing half-made is ever read."""
    environment = {**os.environ, "XDG_CACHE_HOME": str(home / "cache")}
    command = [sys.executable, "-m", "licet", *ASKED]
    runs = [
        subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    told = [run.communicate(timeout=60) for run in runs]
    assert [run.returncode for run in runs] == [1, 1, 1], told
    assert {out for out, _err in told} == {licet(*ASKED).out}
    assert len(json.loads(told[0][0])["hits"]) == 2
    assert len(list((home / "cache" / "licet").iterdir())) == 1


def test_a_cache_that_cannot_be_written_is_done_without(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The lists are prepared in a temporary folder instead."""
    (home / "cache").write_text("a file where the folder should be")
    expected = licet(*ASKED).out
    monkeypatch.setenv("XDG_CACHE_HOME", str(home / "cache"))
    monkeypatch.setattr("tempfile.tempdir", str(home))
    assert licet(*ASKED).out == expected

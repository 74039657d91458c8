"""What the lists' files say is kept beside the corpora, and never believed when it is not that."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from licet.lists import registry
from licet.wiring import catalogue

ASK = """
import sys
from pathlib import Path
from licet.lists import registry
from licet.wiring import catalogue
catalogue.prepare(Path(sys.argv[1]))
print([spec.title for spec in registry.specs()])
print("yaml" in sys.modules)
"""


def _ask(folder: Path) -> tuple[str, bool]:
    """Ask in a new process; return what the lists are called, and whether YAML was read."""
    command = [sys.executable, "-c", ASK, str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    titles, read = done.stdout.splitlines()
    return titles, read == "True"


def test_the_second_process_reads_no_yaml_and_sees_the_same(tmp_path: Path) -> None:
    """The first one wrote the copy."""
    first, read = _ask(tmp_path)
    assert read
    assert _ask(tmp_path) == (first, False)
    assert all(spec.title in first for spec in registry.specs())
    assert [item.name for item in tmp_path.iterdir()] == [catalogue.NAME]


@pytest.mark.parametrize(
    "damaged",
    [
        b"",
        b"[]",
        b"{}",
        b'{"of": 1, "sha256": 2, "lists": {}}',
        b"\xff",
    ],
)
def test_a_damaged_copy_is_made_anew(tmp_path: Path, damaged: bytes) -> None:
    """Whatever is in it."""
    first, _ = _ask(tmp_path)
    path = tmp_path / catalogue.NAME
    sound = path.read_bytes()
    path.write_bytes(damaged)
    assert _ask(tmp_path) == (first, True)
    assert path.read_bytes() == sound


@pytest.mark.parametrize("field", ["of", "sha256"])
def test_a_copy_of_other_files_or_with_other_content_is_made_anew(tmp_path: Path, field: str) -> None:
    """A list that a copy calls not mandatory would never be missed."""
    first, _ = _ask(tmp_path)
    path = tmp_path / catalogue.NAME
    sound = path.read_bytes()
    kept = json.loads(sound)
    kept[field] = "0" * 64
    path.write_text(json.dumps(kept), "utf-8")
    assert _ask(tmp_path) == (first, True)
    kept = json.loads(sound)
    kept["lists"]["us_ofac_sdn"]["mandatory"] = False
    path.write_text(json.dumps(kept), "utf-8")
    assert _ask(tmp_path) == (first, True)
    assert path.read_bytes() == sound


def test_without_the_folder_nothing_is_written(tmp_path: Path) -> None:
    """Nothing is prepared for a store that was never asked."""
    _, read = _ask(tmp_path / "none")
    assert read
    assert not list(tmp_path.iterdir())

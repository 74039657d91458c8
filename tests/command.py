"""The command line as a new user runs it: own home, own caches, what it prints and with what it exits."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

from licet import demo
from licet.cli.app import main

NEVER_SAID = re.compile(r"\bclear\b", re.IGNORECASE)
"""Nothing found is no clearance: this word is in no output of any kind."""


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@dataclass(frozen=True, slots=True)
class Done:
    """What a command left behind: exit status, stdout, stderr."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:  # noqa: ANN401  any JSON value
        """Stdout as JSON."""
        return json.loads(self.out)


def licet(*arguments: object, terminal: bool = False) -> Done:
    """Run `licet` with arguments; `terminal` makes it believe that it writes to one."""
    out, err = (_Terminal(), _Terminal()) if terminal else (io.StringIO(), io.StringIO())
    status = 0
    with (
        patch.object(sys, "argv", ["licet", *map(str, arguments)]),
        redirect_stdout(out),
        redirect_stderr(err),
    ):
        try:
            main()
        except SystemExit as done:
            status = done.code if isinstance(done.code, int) else int(done.code is not None)
    return _checked(Done(status, out.getvalue(), err.getvalue()))


def process(*arguments: object, folder: Path, **environment: str) -> Done:
    """Run `licet` as a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "licet", *map(str, arguments)],
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    return _checked(Done(done.returncode, done.stdout, done.stderr))


def _checked(done: Done) -> Done:
    assert "Traceback" not in done.err, done.err
    assert not NEVER_SAID.search(done.out + done.err), done
    return done


@pytest.fixture(autouse=True)
def home(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new user in an empty folder; the embedded lists are prepared once for all tests."""
    for name in [name for name in os.environ if name.startswith(("LICET_", "NO_COLOR"))]:
        if name != "LICET_SHARED":
            monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp() / "licet-cache"))
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).resolve().parents[1] / "src"))
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def dpl(*names: str, start: str = "01/02/2015", end: str = "01/02/2045") -> bytes:
    """Write a Denied Persons List of invented rows: one name each."""
    columns = [
        *("Name", "Street_Address", "City", "State", "Country", "Postal_Code"),
        *("Effective_Date", "Expiration_Date", "Standard_Order", "Last_Update", "Action", "FR_Citation"),
    ]
    rows = [
        (
            name,
            "1 MAIN STREET",
            "METROPOLIS",
            "IL",
            "US",
            "62960",
            start,
            end,
            "Y",
            "2015-01-05",
            "",
            "80 F.R. 1 1/2/2015",
        )
        for name in names
    ]
    return "".join("\t".join(f'"{cell}"' for cell in row) + "\n" for row in (columns, *rows)).encode()


def invented(count: int, first: int = 0) -> list[str]:
    """Return names that no list holds, all different."""
    return [f"{_word(number)} {_word(number * 7 + 3)} TRADING" for number in range(first, first + count)]


def _word(number: int) -> str:
    syllables = ("KA", "RO", "VI", "TEM", "ZU", "LOR", "BI", "NAS", "QUE", "DOL")
    return "".join(syllables[int(digit)] for digit in f"{number:04}")


def write_demo(folder: Path, list_id: str, day: str) -> list[Path]:
    """Write the files of an embedded edition into a folder and return their paths."""
    (edition,) = (
        item for item in demo.editions() if (item.list_id, item.published.isoformat()) == (list_id, day)
    )
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / edition.names[part] for part in sorted(edition.parts)]
    for part, path in zip(sorted(edition.parts), paths, strict=True):
        path.write_bytes(edition.parts[part])
    return paths


def import_demo(db: str, *wanted: str, day: str = "2018-05-14", known: str | None = None) -> None:
    """Import embedded editions of a day into a store, each past the gate for short lists."""
    for list_id in wanted:
        files = write_demo(Path("files") / list_id / day, list_id, day)
        dates = ["--published", day, "--known", known or day]
        done = licet(
            "lists", "import", *files, "--list", list_id, *dates, "--accept", "short on purpose", "--db", db
        )
        assert done.status == 0, done


def table_of(folder: Path, names: Sequence[str], name: str = "customers.csv") -> Path:
    """Write a customer file of names with a key column."""
    path = folder / name
    path.write_text(
        "ref,name\n" + "".join(f"R{at},{text}\n" for at, text in enumerate(names)), encoding="utf-8"
    )
    return path


MANDATORY = ("us_ofac_sdn", "us_bis_dpl", "us_csl")

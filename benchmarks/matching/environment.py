"""The peers' own environment: made once from the `bench` extra of pyproject.toml, below build/.

nomenklatura needs PyICU, which has no wheel for Linux and is built from source: on Debian
`apt install libicu-dev pkg-config g++`. Where that fails the peers that need it are named and left out.
"""

from __future__ import annotations

import subprocess
import sys
import tomllib
import venv
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "build" / "bench-venv"
HARD = "nomenklatura"


@dataclass(frozen=True, slots=True)
class Environment:
    """Where the peers run.

    Attributes:
        python: Its interpreter.
        versions: What is installed, as `name version`.
        complete: Whether nomenklatura could be installed.
    """

    python: Path
    versions: tuple[str, ...]
    complete: bool


def environment() -> Environment:
    """Return the environment, made or completed first when it is not there."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        wanted: list[str] = tomllib.load(file)["project"]["optional-dependencies"]["bench"]
    python = FOLDER / "bin" / "python"
    if not python.exists():
        print(f"Making {FOLDER.relative_to(ROOT)} for the peers; this takes some minutes.", flush=True)
        venv.create(FOLDER, with_pip=True, clear=True)
    easy = [name for name in wanted if not name.startswith(HARD)]
    done = _install(python, easy)
    if done.returncode:
        sys.exit(f"the peers could not be installed; pip said:\n{done.stderr.decode(errors='replace')}")
    done = _install(python, [name for name in wanted if name.startswith(HARD)])
    if done.returncode:
        print("!! NOMENKLATURA IS LEFT OUT: it could not be installed. It needs PyICU, which is built from")
        print("!! source; on Debian: apt install libicu-dev pkg-config g++. pip said:")
        print(done.stderr.decode(errors="replace")[-800:])
    names = {name.split(">")[0].split("=")[0].lower().replace("_", "-") for name in wanted}
    listed = subprocess.run([python, "-m", "pip", "list", "--format=freeze"], capture_output=True, check=True)
    versions = [line.replace("==", " ") for line in listed.stdout.decode().split()]
    chosen = tuple(line for line in versions if line.split()[0].lower().replace("_", "-") in names)
    return Environment(python, chosen, complete=not done.returncode)


def _install(python: Path, wanted: list[str]) -> subprocess.CompletedProcess[bytes]:
    command = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *wanted]
    return subprocess.run(command, capture_output=True, check=False, stdin=subprocess.DEVNULL)

"""Console examples in the documents: found, run, compared."""

from __future__ import annotations

import doctest
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from licet.news.modality.table import ROWS

ROOT = Path(__file__).resolve().parents[1]
_BLOCK = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)
_CHECKER = doctest.OutputChecker()


@dataclass(frozen=True, slots=True)
class Example:
    """One `$ command` with the output that the document shows; `...` stands for anything."""

    command: str
    output: str
    line: int


def examples(document: Path) -> list[Example]:
    """Return the examples of a document's console blocks, in order."""
    text = document.read_text(encoding="utf-8")
    found: list[Example] = []
    for block in _BLOCK.finditer(text):
        line = text[: block.start()].count("\n") + 2
        for part in re.split(r"^(?=\$ )", block[1], flags=re.MULTILINE):
            if part.startswith("$ "):
                command, _, output = part[2:].partition("\n")
                found.append(Example(command, output, line))
            line += part.count("\n")
    return found


def run(example: Example, folder: Path) -> str:
    """Run an example in a folder as a new user would, and return what it printed on stdout."""
    environ = {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(folder / "home"),
        "LANG": "C.UTF-8",
        "LICET_FORMAT": "table",
    }
    if "LICET_SHARED" in os.environ:
        environ["LICET_SHARED"] = os.environ["LICET_SHARED"]
    done = subprocess.run(  # noqa: S602  the examples are shell commands, written by us
        example.command,
        shell=True,
        cwd=folder,
        env=environ,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done.stdout


def agrees(shown: str, printed: str) -> bool:
    """Tell whether printed output is what the document shows."""
    options = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
    return _CHECKER.check_output(shown, printed, options)


def gate_table() -> str:
    """Return the table of the gate as `docs/concepts/news.md` shows it."""
    lines = ["| Row | Signs | Standing | Example |", "| --- | --- | --- | --- |"]
    lines += [f"| {row.name} | {row.looks_at} | `{row.modality}` | {row.example} |" for row in ROWS]
    return "\n".join(lines)


def renew() -> None:
    """Write the table of the gate into its page: `python -m tests.documents`, after the table was changed."""
    page = ROOT / "docs" / "concepts" / "news.md"
    before, first, rest = page.read_text(encoding="utf-8").partition("<!-- gate -->\n")
    _, last, after = rest.partition("\n<!-- end of gate -->")
    page.write_text(f"{before}{first}{gate_table()}{last}{after}", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    renew()

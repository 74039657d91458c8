"""The rules of the house that import-linter, ruff and mypy do not check."""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer import Context
from typer.main import get_command

import licet
from licet.cli.app import COMMANDS, GROUPS, build

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "licet"
MODULES = sorted(SOURCE.rglob("*.py"))
CODE = [path for folder in ("src", "tests", "benchmarks") for path in sorted((ROOT / folder).rglob("*.py"))]

LONGEST = 400
VAGUE = {"utils", "util", "misc", "common", "helpers", "helper"}

HEAVY = {
    *(
        "sqlalchemy",
        "alembic",
        "psycopg",
        "duckdb",
        "httpx2",
        "httpcore2",
        "numpy",
        "lxml",
        "fastapi",
        "uvicorn",
    ),
    *("xlsxwriter", "python_calamine", "odfdo", "rapidfuzz", "pypinyin", "zstandard"),
    *("trafilatura", "feedparser"),
}
"""Drivers and engines: a command that does not need one must not wait for it."""

CLOCKS = {
    *(("datetime", name) for name in ("now", "utcnow", "today")),
    ("date", "today"),
    *(("time", name) for name in ("time", "time_ns", "localtime", "gmtime", "ctime", "asctime", "strftime")),
    # the database's clock is a clock
    *(("func", name) for name in ("now", "current_timestamp", "current_date", "localtimestamp")),
}


def relative(path: Path) -> str:
    """Name a file as people do."""
    return path.relative_to(ROOT).as_posix()


def tree(path: Path) -> ast.Module:
    """Parse a file."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def clock_reads(module: ast.Module) -> Iterator[int]:
    """Give the lines on which a clock is read, or its reader is handed on."""
    for node in ast.walk(module):
        if isinstance(node, ast.Attribute):
            owner = node.value
            name = owner.id if isinstance(owner, ast.Name) else getattr(owner, "attr", "")
            if (name, node.attr) in CLOCKS:
                yield node.lineno
        elif isinstance(node, ast.ImportFrom) and node.module == "time":
            yield from (node.lineno for item in node.names if ("time", item.name) in CLOCKS)


def loaded_by(code: str) -> set[str]:
    """Run code in a new interpreter and return the modules and packages that it loaded."""
    dump = (
        "import sys; sys.stderr.write(' '.join({*sys.modules, *(n.partition('.')[0] for n in sys.modules)}))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", f"{code}\n{dump}"], capture_output=True, text=True, check=True
    )
    return set(ran.stderr.split())


def test_no_module_is_longer_than_a_reader_can_hold() -> None:
    """Split by meaning."""
    lengths = {relative(path): len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}
    assert {name: length for name, length in lengths.items() if length > LONGEST} == {}


def test_no_module_has_a_name_that_says_nothing() -> None:
    """Whatever is put there belongs somewhere."""
    assert [relative(path) for path in CODE if path.stem in VAGUE or path.parent.name in VAGUE] == []


def test_every_module_and_package_says_what_it_is() -> None:
    """In its first line, with a full stop or a question mark."""
    silent = [relative(path) for path in MODULES if not (ast.get_docstring(tree(path)) or "").strip()]
    assert silent == []


def test_every_folder_of_python_is_a_package() -> None:
    """A folder without `__init__.py` is left out of checks without a word."""
    folders = {path.parent for path in MODULES}
    assert [relative(folder) for folder in sorted(folders) if not (folder / "__init__.py").is_file()] == []


def test_every_layer_of_the_architecture_exists() -> None:
    """The layers that import-linter checks are the packages there are, no more and no fewer."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    (layers,) = (item for item in contracts if item["id"] == "layers")
    named = {name.strip() for layer in layers["layers"] for name in layer.split("|")}
    ignored = set(layers["exhaustive_ignores"])
    there = {
        path.stem for path in SOURCE.iterdir() if path.suffix == ".py" or (path / "__init__.py").is_file()
    }
    assert there - {"__init__"} - ignored == named


def test_only_wiring_reads_the_clock() -> None:
    """Everything else is told the time: the same question has the same answer next year. Tests too."""
    found = [
        f"{relative(path)}:{line}"
        for path in CODE
        if not path.is_relative_to(SOURCE / "wiring")
        for line in clock_reads(tree(path))
    ]
    assert found == []


def test_wiring_does_read_the_clock() -> None:
    """The scan sees what it looks for."""
    assert any(list(clock_reads(tree(path))) for path in (SOURCE / "wiring").rglob("*.py"))


@pytest.mark.parametrize("name", licet.__all__)
def test_every_public_name_is_there_and_documented(name: str) -> None:
    """By a docstring of its own; a dataclass's made-up one does not count."""
    found = getattr(licet, name)
    if name == "__version__":
        assert found.count(".") == 2
        return
    text = (found.__doc__ or "").strip()
    assert text
    assert not text.startswith(f"{name}(")
    assert name in dir(licet)


def test_an_unknown_public_name_is_an_attribute_error() -> None:
    """As Python does it."""
    with pytest.raises(AttributeError, match="no attribute 'screem'"):
        _ = licet.screem


@pytest.mark.parametrize(
    "name", ["licet", "licet.fetch", "licet.model", "licet.errors", "licet.settings", "licet.wiring"]
)
def test_importing_is_light(name: str) -> None:
    """No driver, no engine, no network library."""
    assert loaded_by(f"import {name}") & HEAVY == set()


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["match", "--help"],
        ["lists", "sync", "--help"],
        ["news", "add", "--help"],
        ["version"],
        ["--version"],
    ],
)
def test_help_is_light(arguments: list[str]) -> None:
    """`licet --help` must come at once."""
    code = (
        f"import sys\nsys.argv = ['licet', *{arguments!r}]\nfrom licet.cli.app import main\n"
        "try:\n    main()\nexcept SystemExit as done:\n    assert not done.code, done.code"
    )
    assert loaded_by(code) & HEAVY == set()


def test_one_command_loads_no_other() -> None:
    """What `licet match` needs is loaded, and the commands that were not asked for are not."""
    code = (
        "import sys\nsys.argv = ['licet', 'version']\nfrom licet.cli.app import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass"
    )
    loaded = loaded_by(code)
    assert "licet.cli.version" in loaded
    assert not {"licet.cli.match", "licet.cli.lists", "licet.cli.read"} & loaded


@pytest.mark.parametrize("arguments", [[], ["--help"], ["-h"]])
def test_summaries_load_no_command(arguments: list[str]) -> None:
    """What only names the commands waits for none of them."""
    code = (
        f"import sys\nsys.argv = ['licet', *{arguments!r}]\nfrom licet.cli.app import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass"
    )
    assert not {f"licet.cli.{name}" for name in (*COMMANDS, *GROUPS)} & loaded_by(code)


def test_summaries_are_those_of_the_commands() -> None:
    """`licet --help` says the same whether the commands are loaded or not."""
    brief, whole = (get_command(build(asked)) for asked in ("--help", ""))
    assert brief.get_help(Context(brief)) == whole.get_help(Context(whole))


def test_a_story_is_read_without_listings_and_matcher() -> None:
    """Who reads a story waits for no listing, no matcher, no web client and no law."""
    code = (
        "from licet.news.reading import read\nfrom licet.news.story import read_story\n"
        "read(read_story('date 2018-05-14\\nThe ministry barred Orlo Corp. from buying chips.'))"
    )
    loaded = loaded_by(code)
    assert "licet.news.claims.making" in loaded
    apart = ("licet.model.listing", "licet.match", "licet.fetch", "licet.usecases", "licet.store")
    assert not {name for name in loaded if name.startswith(apart)}

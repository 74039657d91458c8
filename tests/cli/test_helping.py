"""What a command tells of its own arguments, as it is typed and where it is wrong."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer.main
from tests.command import licet

from licet.cli.app import build


@pytest.mark.parametrize(
    ("asked", "usage"),
    [
        (("read",), "{STORY}..."),
        (("timeline",), "{STORY}..."),
        (("signals",), "[STORY]..."),
        (("rulebook", "check"), "[FOLDER]..."),
        (("reference", "import"), "{FILE}..."),
    ],
)
def test_an_argument_given_again_is_bracketed_once(asked: tuple[str, ...], usage: str) -> None:
    """The usage line is typer's; a metavar of ours with brackets or dots would double them."""
    first = licet(*asked, "--help").out.splitlines()[0]
    assert first == f"Usage: licet {' '.join(asked)} [OPTIONS] {usage}"


@pytest.mark.parametrize(
    ("asked", "forms"),
    [
        (("match", "ZTE"), "table, json, jsonl, csv, markdown"),
        (("read", "story.txt"), "text, json, jsonl, html, ftm, scoring"),
    ],
)
def test_a_choice_that_is_none_of_the_choices_is_told_with_them_all(
    asked: tuple[str, ...], forms: str
) -> None:
    """In words of ours, without the name of a Python error."""
    done = licet(*asked, "--format", "xml")
    assert (done.status, done.out) == (2, "")
    assert done.err.splitlines()[-1] == (
        f"Error: Invalid value for '--format' / '-f': 'xml' is none of them: {forms}."
    )


def test_why_an_address_was_not_fetched_stands_behind_a_mark() -> None:
    """The outcome, then its reason."""
    done = licet("news", "fetch", "ftp://x")
    assert done.status == 5
    assert "ftp://x: failed; that is no web address" in done.err


def test_a_key_that_was_not_read_is_told_with_those_that_were(tmp_path: Path) -> None:
    """Where there are too many to name, three dots end the sentence; a full stop does not follow them."""
    story = tmp_path / "story.txt"
    story.write_text(
        "date 2026-03-03\nThe Commerce Department barred Orlo Ltd, Vista Ltd, Norda Ltd, Arden Ltd, "
        "Brix Ltd, Castor Ltd, Delmo Ltd, Esker Ltd, Fenn Ltd, Galt Ltd and Hask Ltd from buying chips.\n",
        encoding="utf-8",
    )
    store = ("--db", str(tmp_path / "news.db"))
    assert licet("news", "add", str(story), *store).status == 0
    name = json.loads(licet("news", "list", "--format", "json", *store).out)[0]["id"]
    told = licet("news", "explain", name, "zz", *store)
    assert told.status == 2
    assert told.err.strip().endswith(" ...")


def test_every_command_can_be_told_to_be_quiet() -> None:
    """`-q` stands in scripts before whatever command; one that would not take it ended with a usage error."""
    commands = dict(_commands(typer.main.get_command(build()), ()))
    assert len(commands) > 30
    assert [name for name, options in commands.items() if not {"--quiet", "-q"} <= options] == []


def _commands(command: Any, path: tuple[str, ...]) -> Iterator[tuple[str, set[str]]]:  # noqa: ANN401  typer's own
    for name, below in getattr(command, "commands", {}).items():
        yield from _commands(below, (*path, name))
    if not hasattr(command, "commands"):
        yield " ".join(path), {option for param in command.params for option in param.opts}

"""`licet read`: what a story says, with the words that say it."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from licet.cli import options as opt
from licet.cli.stories import (
    ExtractorOption,
    ListsWanted,
    NoListsOption,
    OutOption,
    Sources,
    StoriesAsOfOption,
    columns,
    put,
    told_stories,
)

if TYPE_CHECKING:  # only for the type checker: at run time it would load the reader for --help
    from licet.usecases.read import Told


class ReadFormat(StrEnum):
    """How what was read is printed."""

    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"
    HTML = "html"
    FTM = "ftm"
    SCORING = "scoring"


def read(
    sources: Sources,
    chosen: Annotated[
        ReadFormat | None,
        typer.Option(
            "--format", "-f", help="How to print: text on a terminal, json when piped.", show_default=False
        ),
    ] = None,
    output: OutOption = None,
    no_lists: NoListsOption = False,
    extractor: ExtractorOption = None,
    as_of: StoriesAsOfOption = None,
    db: opt.DbOption = None,
    config: opt.ConfigOption = None,
    quiet: opt.QuietOption = False,
    no_color: opt.NoColorOption = False,
) -> None:
    """Read stories: parties, times, amounts, statements and measures, each with its words.

    A story is evidence of what was said, never law: nothing read here changes an answer of licet.
    Parties that bear the very name of a listed entity are linked to it.

    Exit status: 0 read, 2 no such story or usage error, 5 a page did not come.

    Examples:

        licet read story.txt

        licet read story.txt --format html -o story.html

        licet read a.txt b.txt --format json --as-of 2018-05-14

        licet read story.txt --format ftm --no-lists
    """
    told = told_stories(sources, ListsWanted(no_lists, as_of, db, config, quiet, tuple(extractor or ())))
    put(_rendered(told, chosen or _default(output), output, no_color=no_color), output, quiet=quiet)


def _default(output: Path | None) -> ReadFormat:
    """Return the format where none is asked for: by the file's name, LICET_FORMAT, or who reads."""
    if output is not None:
        return {".html": ReadFormat.HTML, ".jsonl": ReadFormat.JSONL, ".json": ReadFormat.JSON}.get(
            output.suffix.lower(), ReadFormat.TEXT
        )
    wanted = os.environ.get("LICET_FORMAT", "").replace("table", "text")
    if wanted in set(ReadFormat):
        return ReadFormat(wanted)
    return ReadFormat.TEXT if sys.stdout.isatty() else ReadFormat.JSON


def _rendered(told: tuple[Told, ...], chosen: ReadFormat, output: Path | None, *, no_color: bool) -> str:
    if chosen is ReadFormat.TEXT:
        from licet.reports import news_terminal

        color = output is None and opt.colours(no_color=no_color)
        return "\n".join(news_terminal.build(item, columns(output), color=color) for item in told)
    if chosen is ReadFormat.HTML:
        from licet.reports import news_page

        return news_page.build(told)
    if chosen is ReadFormat.FTM:
        from licet.reports import news_ftm

        return _lines(entity for item in told for entity in news_ftm.build(item))
    if chosen is ReadFormat.SCORING:
        from licet.reports import news_scoring
        from licet.usecases.timeline import together

        merged = together(told).timeline
        return _whole(news_scoring.build([item.reading for item in told], merged))
    from licet.reports import news_json

    if chosen is ReadFormat.JSONL:
        return _lines(row for item in told for row in news_json.rows(item))
    return _whole({"stories": [news_json.build(item) for item in told]})


def _whole(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _lines(rows: Iterable[object]) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)

"""`licet read`: what a story says, with the words that say it."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from licet.cli import options as opt
from licet.cli.render import json_lines, json_text
from licet.cli.stories import (
    ExtractorOption,
    ListsWanted,
    NoListsOption,
    OutOption,
    Sources,
    StoriesAsOfOption,
    ToldStories,
    columns,
    put,
    spared,
    told_stories,
)


class ReadFormat(StrEnum):
    """How what was read is printed."""

    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"
    HTML = "html"
    FTM = "ftm"
    SCORING = "scoring"

    @classmethod
    def _missing_(cls, value: object) -> ReadFormat | None:
        """Take the word that `licet timeline` has for a terminal too."""
        return cls.TEXT if value == "table" else None


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

    Exit status: 0 read, 2 no such story or usage error, 3 some were not read, 5 a page did not come.

    Examples:

        licet read story.txt

        licet read story.txt --format html -o story.html

        licet read a.txt b.txt --format json --as-of 2018-05-14

        licet read story.txt --format ftm --no-lists
    """
    spared(sources, output)
    found = told_stories(sources, ListsWanted(no_lists, as_of, db, config, quiet, tuple(extractor or ())))
    put(
        _rendered(found, chosen or opt.style(ReadFormat, output), output, no_color=no_color),
        output,
        quiet=quiet,
    )
    raise typer.Exit(int(found.unread.status))


def _rendered(found: ToldStories, chosen: ReadFormat, output: Path | None, *, no_color: bool) -> str:
    told = found.told
    if chosen is ReadFormat.TEXT:
        from licet.reports import news_terminal

        color = output is None and opt.colours(no_color=no_color)
        return "\n".join(news_terminal.build(item, columns(output), color=color) for item in told)
    if chosen is ReadFormat.HTML:
        from licet.reports import news_page

        return news_page.build(told)
    if chosen is ReadFormat.FTM:
        from licet.reports import news_ftm

        return json_lines(entity for item in told for entity in news_ftm.build(item))
    if chosen is ReadFormat.SCORING:
        from licet.reports import news_scoring
        from licet.usecases.timeline import together

        merged = together(told).timeline
        return json_text(news_scoring.build([item.reading for item in told], merged))
    from licet.reports import news_json

    if chosen is ReadFormat.JSONL:
        return json_lines(row for item in told for row in news_json.rows(item))
    return json_text({"stories": [news_json.build(item) for item in told], "not_read": found.unread.reasons})

"""`licet timeline`: several stories as one, beside the law of their matter."""

from __future__ import annotations

import os
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from licet import wiring
from licet.cli import options as opt
from licet.cli.render import json_text
from licet.cli.stories import (
    ExtractorOption,
    ListsWanted,
    NoListsOption,
    OutOption,
    Sources,
    columns,
    put,
    spared,
    told_stories,
)

if TYPE_CHECKING:  # only for the type checker: at run time it would load the law for --help
    from licet.usecases.read import ToldTogether
    from licet.usecases.timeline import Matter


class TimelineFormat(StrEnum):
    """How the timeline is printed."""

    TABLE = "table"
    JSON = "json"
    SVG = "svg"
    HTML = "html"

    @classmethod
    def _missing_(cls, value: object) -> TimelineFormat | None:
        """Take the word that `licet read` has for a terminal too."""
        return cls.TABLE if value == "text" else None


@dataclass(frozen=True, slots=True)
class _Found:
    """The stories, merged, the law of their matter, and why some were not read."""

    together: ToldTogether
    matter: Matter
    not_read: list[str]


def timeline(
    sources: Sources,
    matter: Annotated[
        str,
        typer.Option(
            "--matter",
            metavar="NAME",
            help="The matter, party or measure whose law is shown; the stories' main subject when not given.",
            show_default=False,
        ),
    ] = "",
    chosen: Annotated[
        TimelineFormat | None,
        typer.Option(
            "--format", "-f", help="How to print: table on a terminal, json when piped.", show_default=False
        ),
    ] = None,
    output: OutOption = None,
    no_lists: NoListsOption = False,
    extractor: ExtractorOption = None,
    as_of: Annotated[
        str | None,
        typer.Option(
            "--as-of",
            metavar="DAY",
            help="Tell the law up to this day (YYYY-MM-DD); today when not given.",
            show_default=False,
        ),
    ] = None,
    db: opt.DbOption = None,
    config: opt.ConfigOption = None,
    quiet: opt.QuietOption = False,
) -> None:
    """Tell several stories as one: what they agree on, where they differ, what was only said.

    Beside them, on the same line of time, stand the instruments of the rulebook on the same matter. A story
    is evidence of what was said, never law: nothing read here changes an answer of licet.

    Exit status: 0 told, 2 no such story or usage error, 3 some were not read, 5 a page did not come.

    Examples:

        licet timeline a.txt b.txt

        licet timeline a.txt b.txt --matter ZTE --format svg -o zte.svg

        licet timeline *.txt --format html -o timeline.html
    """
    from licet.usecases import timeline as usecase
    from licet.wiring.law import asked_day, law

    day = asked_day(as_of)
    spared(sources, output)
    settings = wiring.load_settings(start=Path.cwd(), environ=os.environ, flags={"db": db}, config=config)
    read = told_stories(sources, ListsWanted(no_lists, None, db, config, quiet, tuple(extractor or ())))
    together = usecase.together(read.told)
    found = _Found(together, usecase.matter(together, law(settings), matter, day), read.unread.reasons)
    put(_rendered(found, chosen or opt.style(TimelineFormat, output), output), output, quiet=quiet)
    raise typer.Exit(int(read.unread.status))


def _rendered(found: _Found, chosen: TimelineFormat, output: Path | None) -> str:
    if chosen is TimelineFormat.SVG:
        from licet.reports import news_timeline_picture

        return news_timeline_picture.build(found.together, found.matter)
    if chosen is TimelineFormat.HTML:
        from licet.reports import news_timeline_page

        return news_timeline_page.build(found.together, found.matter)
    from licet.reports import news_timeline

    if chosen is TimelineFormat.TABLE:
        return news_timeline.table(found.together, found.matter, columns(output))
    from licet.cli.history import history_dict

    law = found.matter.law
    content = {
        **news_timeline.content(found.together, found.matter),
        "law": history_dict(law) if law else None,
        "not_read": found.not_read,
    }
    return json_text(content)

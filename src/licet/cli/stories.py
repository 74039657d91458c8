"""What `licet read` and `licet timeline` share: stories read with the lists of their days, a file written."""

from __future__ import annotations

import shutil
import sys
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from licet.cli.opening import notice, open_asking

if TYPE_CHECKING:  # only for the type checker: at run time it would load the matcher for --help
    from licet.usecases.read import Told
    from licet.usecases.session import Session

Sources = Annotated[
    list[str],
    typer.Argument(metavar="STORY...", help="Files of stories; an address (https://...) is fetched."),
]
NoListsOption = Annotated[
    bool, typer.Option("--no-lists", help="Link no party to a list; no list is opened.")
]
StoriesAsOfOption = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="DAY",
        help="Link to the lists as of this day; the story's own day when not given.",
        show_default=False,
    ),
]
OutOption = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write to a file.", show_default=False),
]


@dataclass(frozen=True, slots=True)
class ListsWanted:
    """How the parties of stories are linked to lists.

    Attributes:
        skip: Link nothing.
        as_of: The day on which the lists are asked; None for each story's own.
        db: The store; None for that of the settings.
        config: The settings file; None for the nearest.
        quiet: Say nothing on stderr.
    """

    skip: bool
    as_of: str | None
    db: str | None
    config: Path | None
    quiet: bool


def told_stories(sources: list[str], lists: ListsWanted) -> tuple[Told, ...]:
    """Read stories, with links to the lists of their days.

    Raises:
        LicetError: A source is no story, a page did not come, or the store cannot be used.
    """
    from licet.usecases.read import read_all

    with ExitStack() as open_things:
        if lists.skip:
            return read_all(sources, lambda _day: None)
        asking = open_things.enter_context(open_asking(db=lists.db, config=lists.config, quiet=lists.quiet))
        sessions: dict[date | str | None, Session] = {}

        def session_of(day: date | None) -> Session:
            asked = lists.as_of or day
            if asked not in sessions:
                sessions[asked] = asking.as_of(asked).session()
            return sessions[asked]

        told = read_all(sources, session_of)
    if not lists.quiet:
        for reason in dict.fromkeys(reason for item in told for reason in item.unseen):
            notice(f"links are not complete: {reason}")
    return told


def put(text: str, output: Path | None, *, quiet: bool) -> None:
    """Write a result to a file, or to stdout where none is named."""
    if output is None:
        sys.stdout.write(text)
        return
    output.write_text(text, encoding="utf-8", newline="\n")
    if not quiet:
        notice(f"written to {output}")


def columns() -> int:
    """Return how wide the terminal is."""
    return min(shutil.get_terminal_size().columns, 120)

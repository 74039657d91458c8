"""What `licet read` and `licet timeline` share: stories read with the lists of their days, a file written."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from licet import wiring
from licet.cli.cards import plain
from licet.cli.exits import Exit, worst
from licet.cli.opening import notice, open_asking
from licet.errors import FetchError, LicetError, UsageError

if TYPE_CHECKING:  # only for the type checker: at run time it would load the matcher for --help
    from licet.news.inputs.gathered import Raw
    from licet.news.plugins.candidate import Extractor
    from licet.news.story import Story
    from licet.usecases.read import Told
    from licet.usecases.session import Session

_ID = re.compile(r"[0-9a-f]{4,16}")
Sources = Annotated[
    list[str],
    typer.Argument(
        metavar="STORY", help="Files, - for standard input, or ids of kept stories; an address is fetched."
    ),
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
ExtractorOption = Annotated[
    list[str] | None,
    typer.Option(
        "--extractor",
        metavar="NAME",
        help="Add what this extractor finds (spacy, llm or your own); may be given again.",
        show_default=False,
    ),
]
OutOption = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write to a file.", show_default=False),
]


class ListsWanted(NamedTuple):
    """How the parties of stories are linked to lists.

    Attributes:
        skip: Link nothing.
        as_of: The day on which the lists are asked; None for each story's own.
        db: The store; None for that of the settings.
        config: The settings file; None for the nearest.
        quiet: Say nothing on stderr.
        extractors: Extractors of others whose finds are added; those of the settings when none is named.
    """

    skip: bool
    as_of: str | None
    db: str | None
    config: Path | None
    quiet: bool
    extractors: tuple[str, ...] = ()


class NotRead(NamedTuple):
    """What was given and not read.

    Attributes:
        reasons: One sentence each.
        status: How the command ends on account of it.
    """

    reasons: list[str]
    status: Exit


class ToldStories(NamedTuple):
    """The stories read, and what was not."""

    told: tuple[Told, ...]
    unread: NotRead


def not_read(lost: Sequence[LicetError]) -> NotRead:
    """Say on stderr what was not read, also where nothing else is said there."""
    for error in lost:
        notice(plain(f"not read: {error}"))
    codes = [Exit.NETWORK if isinstance(error, FetchError) else Exit.INCOMPLETE for error in lost]
    return NotRead([str(error) for error in lost], worst(codes))


def told_stories(sources: list[str], lists: ListsWanted) -> ToldStories:
    """Read stories, with links to the lists of their days; one that cannot be read stops no other.

    Raises:
        LicetError: A file is not there, nothing given is a story, or the store cannot be used.
    """
    from licet.usecases.read import read_all
    from licet.wiring.instants import day_of

    day_of(lists.as_of)  # a day that is none is told, also where no list is asked
    given = [standard_input() if source == "-" else source for source in once(sources)]
    with _sessions(lists) as session_of:
        found = read_all(given, session_of, _extractors(lists), partial(_kept, lists))
    return ToldStories(_complained(found.told, lists), not_read(found.lost))


def spared(sources: Sequence[str], output: Path | None) -> None:
    """Refuse to write over a story that is read.

    Raises:
        UsageError: The file to write is one of the sources, or lies in a folder that is one.
    """
    if output is None or not output.exists():
        return
    for source in map(Path, sources):
        if source.exists() and (source.samefile(output) or output.resolve().is_relative_to(source.resolve())):
            message = f"{output}: it is one of the stories to read. Name another file to write with -o."
            raise UsageError(message)


def once(sources: Sequence[str]) -> Sequence[str]:
    """Refuse to read standard input twice."""
    if sources.count("-") > 1:
        raise typer.BadParameter("standard input can be read once", param_hint="-")
    return sources


def standard_input(outlet: str = "", url: str = "") -> Raw:
    """Return what stands on standard input as the bytes of stories."""
    from licet.news.inputs.gathered import MOST_BYTES, Raw

    return Raw(sys.stdin.buffer.read(MOST_BYTES + 1), "standard input", url=url, outlet=outlet)


def linked(story: Story, source: str, lists: ListsWanted) -> Told:
    """Read one story that is at hand, with links to the lists of its day.

    Raises:
        LicetError: The store cannot be used.
    """
    from licet.usecases.read import letters
    from licet.usecases.read import told as read_one

    with _sessions(lists) as session_of:
        told = read_one(letters(0), source, story, session_of(story.dated), _extractors(lists))
    return _complained((told,), lists)[0]


def _kept(lists: ListsWanted, source: str) -> Story | None:
    """Return the newest version of a kept story; None where a source is no id, or the name of a file.

    Raises:
        UnknownStoryError: No story has that id, or several have one that begins so.
    """
    if not _ID.fullmatch(source) or Path(source).exists():
        return None
    from licet.cli.news_opening import news_desk

    with news_desk(db=lists.db, config=lists.config) as news:
        return news.show(source).kept.story if news.made else None


def _extractors(lists: ListsWanted) -> Sequence[Extractor]:
    """Return the extractors of others that are named, or those of the settings."""
    settings = wiring.load_settings(
        start=Path.cwd(), environ=os.environ, flags={"db": lists.db}, config=lists.config
    )
    if not lists.extractors and not settings.news_extractors:
        return ()
    from licet.wiring.extractors import extractors

    return extractors(settings, lists.extractors)


@contextmanager
def _sessions(lists: ListsWanted) -> Iterator[Callable[[date | None], Session | None]]:
    """Give what finds the frame in which names are looked up on a day, each made once."""
    if lists.skip:
        yield lambda _day: None
        return
    with open_asking(db=lists.db, config=lists.config, quiet=lists.quiet) as asking:
        sessions: dict[date | str | None, Session] = {}

        def session_of(day: date | None) -> Session:
            asked = lists.as_of or day
            if asked not in sessions:
                sessions[asked] = asking.as_of(asked).session()
            return sessions[asked]

        yield session_of


def _complained(told: tuple[Told, ...], lists: ListsWanted) -> tuple[Told, ...]:
    """Tell once what was not seen of the lists and what extractors offered in vain; return what was given."""
    if not lists.quiet:
        for item in told:
            for problem in item.dropped:
                notice(plain(f"story {item.name}: {problem.message} ({problem.where})"))
        for reason in dict.fromkeys(reason for item in told for reason in item.unseen):
            notice(f"links are not complete: {reason}")
    return told


def put(text: str, output: Path | None, *, quiet: bool) -> None:
    """Write a result to a file, or to stdout where none is named.

    Raises:
        UsageError: The file cannot be written.
    """
    if output is None:
        sys.stdout.write(text)
        return
    try:
        output.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        reason = error.strerror or "it cannot be written"
        message = f"{output}: {reason}. Name a file with -o in a folder that exists and can be written."
        raise UsageError(message) from error
    if not quiet:
        notice(f"written to {output}")


def columns(output: Path | None) -> int:
    """Return how wide lines may be: the terminal, at most 120; in every file and pipe the same 100."""
    if output is not None or not sys.stdout.isatty():
        return 100
    return min(shutil.get_terminal_size().columns, 120)

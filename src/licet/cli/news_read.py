"""`licet news list | show | explain`."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from licet.cli import options as opt
from licet.cli.cards import plain
from licet.cli.exits import Exit
from licet.cli.news_opening import news_desk
from licet.cli.render import emit, json_text
from licet.cli.stories import ListsWanted, NoListsOption, OutOption, columns, linked, put

if TYPE_CHECKING:  # only for the type checker: at run time it would load the reader for --help
    from licet.usecases.news_show import ShownStory

StoryArgument = Annotated[
    str, typer.Argument(metavar="ID", help="Id of a story, its first digits, or its address.")
]

VersionOption = Annotated[
    int | None, typer.Option("--version", min=1, help="Number of the version; the newest when not given.")
]


class ShowFormat(StrEnum):
    """How a story is shown."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"


def list_(
    party: Annotated[
        str, typer.Option("--party", metavar="NAME", help="Only those that name it.", show_default=False)
    ] = "",
    since: opt.SinceOption = None,
    known_by: opt.KnownByOption = None,
    output: opt.FormatOption = None,
    db: opt.DbOption = None,
    config: opt.ConfigOption = None,
    _quiet: opt.QuietOption = False,
) -> None:
    """List the stories, newest day first; --party finds those that name a party, under any name it has there.

    Exit status: 0 found, 1 nothing found, 2 trouble.

    Examples:

        licet news list --since 2018-05-01

        licet news list --party "ZTE Corp." --format json
    """
    from licet.wiring.instants import day_of

    first = day_of(since)
    with news_desk(db=db, config=config, known_by=known_by) as news:
        rows = [item.to_dict() for item in news.listed(party=party, since=first)]
    chosen = opt.output_format(output)
    names = ("id", "dated", "outlet", "title", "version", *(("named",) if party else ()))
    shown = [{name: row.get(name) for name in names} for row in rows] if chosen is opt.Format.TABLE else rows
    emit(shown, chosen, whole=rows, columns=names)
    raise typer.Exit(int(Exit.OK if rows else Exit.FINDINGS))


def show(
    story: StoryArgument,
    version: VersionOption = None,
    chosen: Annotated[
        ShowFormat | None,
        typer.Option(
            "--format",
            "-f",
            help="text on a terminal, json when piped; html marks the text.",
            show_default=False,
        ),
    ] = None,
    output: OutOption = None,
    no_lists: NoListsOption = False,
    known_by: opt.KnownByOption = None,
    db: opt.DbOption = None,
    config: opt.ConfigOption = None,
    quiet: opt.QuietOption = False,
    no_color: opt.NoColorOption = False,
) -> None:
    """Show a story with its versions, what changed between them, how each came, and what was read of it.

    Exit status: 0 shown, 2 no such story.

    Examples:

        licet news show 3f2a

        licet news show 3f2a --version 1 --format html -o story.html
    """
    with news_desk(db=db, config=config, known_by=known_by) as news:
        found = news.show(story, version)
    style = chosen or opt.style(ShowFormat, output)
    told = linked(
        found.kept.story,
        found.kept.id,
        ListsWanted(skip=no_lists, as_of=None, db=db, config=config, quiet=quiet),
    )
    if style is ShowFormat.JSON:
        from licet.reports import news_json

        text = json_text({**found.to_dict(), "reading": news_json.build(told)})
    elif style is ShowFormat.HTML:
        from licet.reports import news_page

        text = news_page.build([told])
    else:
        from licet.reports import news_terminal

        color = output is None and opt.colours(no_color=no_color)
        text = "\n".join((_past(found), news_terminal.build(told, columns(output), color=color)))
    put(text, output, quiet=quiet)


def explain(
    story: StoryArgument,
    keys: Annotated[
        list[str] | None,
        typer.Argument(metavar="KEY", help="m1 (measure), c2 (claim), p, t, a, s; all when none."),
    ] = None,
    version: VersionOption = None,
    known_by: opt.KnownByOption = None,
    output: opt.FormatOption = None,
    db: opt.DbOption = None,
    config: opt.ConfigOption = None,
    _quiet: opt.QuietOption = False,
) -> None:
    """Explain what was read of a story: value, rule, the words in their place, what it was computed from.

    Keys: p parties, t times, a amounts, s statements, m measures, c claims, numbered as the story has them.

    Exit status: 0 explained, 2 no such story or key.

    Examples:

        licet news explain 3f2a

        licet news explain 3f2a m1 c2 --format json
    """
    with news_desk(db=db, config=config, known_by=known_by) as news:
        found = news.show(story, version)
    from licet.reports import news_explain

    skip = ListsWanted(skip=True, as_of=None, db=db, config=config, quiet=True)
    told = linked(found.kept.story, found.kept.id, skip)
    items = news_explain.explained(told, keys or [])
    rows = [item.to_dict() for item in items]
    table = "\n".join(news_explain.build(item) for item in items) or "(nothing was read)\n"
    emit(rows, opt.output_format(output), table=table, columns=("key", "sort", "told", "rule"))


def _past(found: ShownStory) -> str:
    """Lay out the versions of a story and how they came."""
    lines = [f"story {found.kept.id}, version {found.kept.version} of {len(found.chapters)}"]
    for chapter in found.chapters:
        lines.append(f"  version {chapter.kept.version}, received {chapter.kept.received:%Y-%m-%d %H:%M} UTC")
        for origin in chapter.origins:
            place = " ".join(filter(None, (origin.outlet, origin.url or origin.name)))
            lines.append(f"    from {plain(place) or 'bytes'} ({origin.kind}, SHA-256 {origin.sha256[:12]})")
        lines += [f"    {plain(line)}" for line in chapter.changes]
    lines += [f"  note: {plain(item.message)}" for item in found.kept.story.problems]
    return "\n".join(lines) + "\n"

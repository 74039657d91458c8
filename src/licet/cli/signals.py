"""`licet signals`: what of the news a person should look at, and whether an instrument is known."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from licet.cli import options as opt
from licet.cli.cards import plain
from licet.cli.exits import Exit, worst
from licet.cli.opening import notice, open_desk
from licet.cli.render import emit
from licet.cli.stories import not_read


def signals(
    sources: Annotated[
        list[str] | None,
        typer.Argument(metavar="STORY", help="Files of stories; the kept stories when none is given."),
    ] = None,
    customers: Annotated[
        list[Path] | None,
        typer.Option(
            "--customers",
            metavar="FILE",
            help="Your customers: tables as `licet screen` takes them, or names in a .txt; may be repeated.",
            show_default=False,
        ),
    ] = None,
    follow: Annotated[
        list[str] | None,
        typer.Option(
            "--follow",
            metavar="TYPE",
            help="A type of measure to follow, such as denial_order; may be repeated. Else news_follow.",
            show_default=False,
        ),
    ] = None,
    kind: Annotated[
        list[str] | None,
        typer.Option(
            "--kind",
            metavar="KIND",
            help="Only this kind of signal, such as relief_pledged; may be repeated.",
            show_default=False,
        ),
    ] = None,
    since: opt.SinceOption = None,
    as_of: opt.AsOfOption = None,
    known_by: opt.KnownByOption = None,
    output: opt.FormatOption = None,
    lists: opt.ListsOption = None,
    db: opt.DbOption = None,
    config: opt.ConfigOption = None,
    quiet: opt.QuietOption = False,
) -> None:
    """List the signals of stories about your customers, or about measures that you follow.

    Each says why, and names the instrument that answers to it where the rulebook or a list knows one by the
    day asked about. A story is no law: no signal changes an answer. Without customers and without types to
    follow every signal is listed.

    Exit status: 0 nothing to look at, 1 signals listed, 2 usage error, 3 some stories were not read.

    Examples:

        licet signals --customers customers.xlsx --since 2018-05-01

        licet signals --follow denial_order --follow export_ban --as-of 2018-07-14

        licet signals story.txt --kind relief_pledged --format json
    """
    from licet.usecases.signals_told import signals_card, watched_dict
    from licet.wiring.watching import WatchQuestion

    question = WatchQuestion(
        tuple(sources or ()), tuple(customers or ()), tuple(follow or ()), tuple(kind or ()), since
    )
    with open_desk(db=db, config=config, quiet=quiet, lists=lists) as desk:
        watch = question.ask(desk.as_of(as_of, known_by))
    rows, found = [watched_dict(item) for item in watch.found], watch.found
    unread = not_read(watch.lost)
    whole = {"signals": rows, "not_read": unread.reasons}
    emit(rows, opt.output_format(output), whole=whole, table=_card(signals_card(rows)))
    if found and not quiet:
        notice("signals are what stories say: look into them; nothing was decided")
    raise typer.Exit(int(worst((Exit.FINDINGS if found else Exit.OK, unread.status))))


def _card(text: str) -> str:
    return "".join(f"{plain(line)}\n" for line in text.splitlines())

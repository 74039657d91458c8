"""`licet news add | fetch`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from licet.cli import options as opt
from licet.cli.exits import Exit, worst
from licet.cli.news_opening import news_desk
from licet.cli.opening import notice
from licet.cli.render import emit
from licet.cli.stories import once, standard_input

if TYPE_CHECKING:  # only for the type checker: at run time it would load the store for --help
    from licet.usecases.news_add import Added
    from licet.usecases.news_fetch import FetchOptions
    from licet.usecases.news_types import Visited

HostOption = Annotated[
    list[str] | None,
    typer.Option("--host", metavar="HOST", help="Another host that may be asked; *.example.com is one too."),
]
HttpOption = Annotated[bool, typer.Option("--allow-http", help="Allow addresses without encryption.")]
_ADDED = ("id", "outcome", "dated", "outlet", "title", "from")
_VISITED = ("url", "outcome", "kind", "added", "new_version", "same", "detail")


def add(
    sources: Annotated[
        list[str],
        typer.Argument(metavar="FILE|FOLDER|URL|-", help="Stories of any kind; - reads standard input."),
    ],
    outlet: Annotated[
        str, typer.Option("--outlet", metavar="NAME", help="Who published them.", show_default=False)
    ] = "",
    url: Annotated[
        str,
        typer.Option("--url", metavar="URL", help="Where a single story was published.", show_default=False),
    ] = "",
    known: Annotated[
        str | None,
        typer.Option(
            "--known", metavar="DAY", help="Day of receipt; now when not given.", show_default=False
        ),
    ] = None,
    host: HostOption = None,
    allow_http: HttpOption = False,
    dry_run: opt.DryRunOption = False,
    output: opt.FormatOption = None,
    db: opt.DbOption = None,
    config: opt.ConfigOption = None,
    quiet: opt.QuietOption = False,
    verbose: opt.VerboseOption = False,
) -> None:
    """Keep stories: plain text (`date YYYY-MM-DD` first), HTML, RSS and Atom, JSON Lines, mail.

    The bytes are kept by their hash. The same story twice is one story; a changed one is a new version of it.
    Of an address only what stands there is fetched; `licet news fetch` follows links of feeds and sitemaps.

    Exit status: 0 all read, 2 usage, 3 some were not read, 5 an address did not come.

    Examples:

        licet news add story.txt clippings/

        licet news add page.html --url https://news.example.com/2018/05/14/story --outlet "Example News"

        licet news add - --outlet "Example News" < story.txt
    """
    addresses = [source for source in sources if "://" in source]
    files = [source for source in sources if "://" not in source]
    _check(sources, url, dry_run=dry_run and bool(addresses))
    with news_desk(db=db, config=config) as news:
        found = news.add(
            [standard_input(outlet, url) if source == "-" else Path(source) for source in files],
            lambda added: _tell(added, quiet=quiet, verbose=verbose),
            outlet=outlet,
            url=url,
            known=_instant(known),
            dry_run=dry_run,
        )
        options = _options(host, allow_http=allow_http)
        visits = news.fetch(addresses, replace(options, follow=False)) if addresses else []
    for visit in visits:
        if visit.added is not None:
            _tell(visit.added, quiet=quiet, verbose=verbose)
        elif visit.detail:
            notice(f"{visit.url}: {visit.detail}")
    came = [*found, *(visit.added for visit in visits if visit.added)]
    rows = [row for added in came for row in _rows(added)]
    _print(rows, _ADDED, opt.output_format(output), {"dry_run": dry_run, "stories": rows})
    codes = [Exit.INCOMPLETE for added in came if added.failed]
    codes += [Exit.NETWORK for visit in visits if visit.kind == "failed"]
    raise typer.Exit(int(worst(codes)))


def fetch(
    urls: Annotated[
        list[str], typer.Argument(metavar="URL", help="Pages, RSS or Atom feeds, sitemaps, indexes of them.")
    ],
    most: Annotated[int, typer.Option("--most", min=0, help="Stories fetched of one feed or sitemap.")] = 100,
    since: Annotated[
        str | None,
        typer.Option("--since", metavar="DAY", help="Leave out links said to be older.", show_default=False),
    ] = None,
    pause: Annotated[
        float, typer.Option("--pause", min=0.0, help="Seconds between two links of a site.")
    ] = 1.0,
    host: HostOption = None,
    allow_http: HttpOption = False,
    output: opt.FormatOption = None,
    db: opt.DbOption = None,
    config: opt.ConfigOption = None,
    quiet: opt.QuietOption = False,
) -> None:
    """Fetch pages, feeds and sitemaps, and the stories they name. This command uses the network.

    Links are followed on the same site only, as its robots.txt has it. What the server calls unchanged is not
    fetched again; a run that was stopped goes on where it was.

    Exit status: 0 all received or unchanged, 2 usage, 3 something was not read, 5 an address did not come.

    Examples:

        licet news fetch https://news.example.com/feed.xml

        licet news fetch https://news.example.com/sitemap-news.xml --since 2018-05-01 --most 20
    """
    from licet.wiring.instants import day_of

    options = replace(_options(host, allow_http=allow_http), most=most, since=day_of(since), pause=pause)

    def report(visit: Visited) -> None:
        if not quiet and visit.kind not in {"held", "unchanged"}:
            row = visit.to_dict()
            counts = ", ".join(f"{row[name]} {name.replace('_', ' ')}" for name in _VISITED[3:6] if row[name])
            seen = " ".join(filter(None, (visit.kind, counts)))
            notice(f"{visit.url}: {'; '.join(filter(None, (seen, row['detail'])))}")

    with news_desk(db=db, config=config) as news:
        visits = news.fetch(urls, options, report)
    rows = [visit.to_dict() for visit in visits]
    _print(rows, _VISITED, opt.output_format(output), rows)
    codes = [Exit.INCOMPLETE for visit in visits if visit.added is not None and visit.added.failed]
    codes += [Exit.NETWORK for visit in visits if visit.kind == "failed"]
    raise typer.Exit(int(worst(codes)))


def _options(host: Sequence[str] | None, *, allow_http: bool) -> FetchOptions:
    from licet.usecases.news_fetch import FetchOptions
    from licet.usecases.news_web import Web

    return FetchOptions(Web(allow_http=allow_http, hosts=tuple(host or ())))


def _check(sources: Sequence[str], url: str, *, dry_run: bool) -> None:
    if dry_run:
        raise typer.BadParameter("an address is not asked in a dry run", param_hint="--dry-run")
    once(sources)
    if not url:
        return
    from licet.news.inputs.lines import web_address

    if not web_address(url):
        raise typer.BadParameter(f"{url!r} is no web address: write https://HOST/PATH", param_hint="--url")
    if len(sources) > 1 or "://" in sources[0] or Path(sources[0]).is_dir():
        raise typer.BadParameter("it is the address of one story: give one file", param_hint="--url")


def _rows(added: Added) -> list[dict[str, Any]]:
    from licet.usecases.news_types import failed_row, story_row

    if not added.stories:
        return [failed_row(added)]
    return [story_row(added, item) for item in added.stories]


def _tell(added: Added, *, quiet: bool, verbose: bool) -> None:
    """Tell on stderr what was wrong: losses and impossible days always, what is good to know when asked."""
    from licet.usecases.news_types import problems_of

    for item in problems_of(added):
        loss = item.severity in {"fatal", "row"} or item.code == "bad_date"
        if loss or (verbose and not quiet):
            where = "" if item.where == added.where else f" {item.where}:"
            notice(f"{added.where}:{where} {item.message}")
    if added.links and not quiet:
        advice = "`licet news fetch URL` of the feed or sitemap fetches the stories there"
        count = "1 link without its" if len(added.links) == 1 else f"{len(added.links):,} links without their"
        notice(f"{added.where}: {count} text; {advice}")


def _print(
    rows: Sequence[Mapping[str, Any]],
    columns: Sequence[str],
    chosen: opt.Format,
    whole: Any,  # noqa: ANN401
) -> None:
    """Print rows; on a terminal the columns that a person reads."""
    shown = [{name: row[name] for name in columns} for row in rows] if chosen is opt.Format.TABLE else rows
    emit(shown, chosen, whole=whole, columns=columns)


def _instant(text: str | None) -> datetime | None:
    from licet.model import end_of_day
    from licet.wiring import clock
    from licet.wiring.instants import day_of

    day = day_of(text)
    return min(end_of_day(day), clock.now()) if day else None

"""`licet news`: stories as evidence of what was said: kept, listed, shown, explained."""

from __future__ import annotations

import typer

from licet.cli import news_read, news_write
from licet.cli.helping import Command, Group

app = typer.Typer(
    cls=Group, help="News: stories kept as evidence, every version; never law.", no_args_is_help=True
)
for name, command, summary in (
    ("add", news_write.add, "Keep stories from files, folders or an address."),
    ("fetch", news_write.fetch, "Fetch pages, feeds, sitemaps; uses the network."),
    ("list", news_read.list_, "List the stories, or those that name a party."),
    ("show", news_read.show, "Show one story, its versions, what was read."),
    ("explain", news_read.explain, "What was read of a story, rule and words."),
):
    app.command(name, cls=Command, short_help=summary)(command)

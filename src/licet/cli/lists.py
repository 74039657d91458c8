"""`licet lists`: sources and their editions."""

from __future__ import annotations

import typer

from licet.cli import lists_read, lists_write
from licet.cli.helping import Command

app = typer.Typer(help="Sources: fetch, import, compare, verify.", no_args_is_help=True)
for name, command, summary in (
    ("sync", lists_write.sync, "Fetch lists; this uses the network."),
    ("import", lists_write.import_, "Import an edition, or a folder of them."),
    ("status", lists_read.status, "Show what is kept and how old it is."),
    ("versions", lists_read.versions, "Show the editions of a list."),
    ("show", lists_read.show, "Show one edition: files, counts, problems."),
    ("diff", lists_read.diff, "Show what changed between two editions."),
    ("history", lists_read.history, "Show one party over all editions."),
    ("verify", lists_read.verify, "Re-hash everything that is kept."),
    ("export", lists_read.export, "Write an edition out again."),
):
    app.command(name, cls=Command, short_help=summary)(command)

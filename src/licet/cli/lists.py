"""`licet lists`: sources and their editions."""

from __future__ import annotations

import typer

from licet.cli import lists_read, lists_write

app = typer.Typer(
    help="Sources: sync, import, status, versions, show, diff, history, verify, export.", no_args_is_help=True
)
app.command("sync")(lists_write.sync)
app.command("import")(lists_write.import_)
app.command("status")(lists_read.status)
app.command("versions")(lists_read.versions)
app.command("show")(lists_read.show)
app.command("diff")(lists_read.diff)
app.command("history")(lists_read.history)
app.command("verify")(lists_read.verify)
app.command("export")(lists_read.export)

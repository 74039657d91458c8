"""The command `licet`: puts the commands together and turns errors into exit codes."""

from __future__ import annotations

import sys

import typer

from licet.cli import demo, doctor, lists, match, screen, search, show, version
from licet.cli.exits import Exit, exit_for
from licet.errors import LicetError

app = typer.Typer(
    name="licet",
    help="May we deal with this party, in this item, on this day?",
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("match")(match.match)
app.command("screen")(screen.screen)
app.command("search")(search.search)
app.command("show")(show.show)
app.add_typer(lists.app, name="lists")
app.command("demo")(demo.demo)
app.command("doctor")(doctor.doctor)
app.command("version")(version.version)


def main() -> None:
    """Run the command line; every error becomes one sentence on stderr and an exit code."""
    try:
        app()
    except LicetError as error:
        print(f"licet: {error}", file=sys.stderr)  # noqa: T201  stderr is where a command talks
        raise SystemExit(int(exit_for(error))) from None
    except BrokenPipeError:
        # The reader of our output went away (head, less): no error of ours.
        sys.stderr.close()
        raise SystemExit(int(Exit.OK)) from None
    except KeyboardInterrupt:
        raise SystemExit(int(Exit.INTERRUPTED)) from None

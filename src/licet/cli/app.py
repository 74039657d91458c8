"""The command `licet`: puts the commands together and turns errors into exit codes."""

from __future__ import annotations

import importlib
import os
import sys
import traceback
from typing import Annotated, Any

import typer

from licet._version import __version__
from licet.cli.exits import Exit, exit_for
from licet.cli.helping import Command, Group
from licet.errors import LicetError

COMMANDS = {
    "match": "Screen one subject and explain every hit.",
    "screen": "Screen a table; every row comes back.",
    "explain": "A decision in plain words, with citations.",
    "replay": "Make a recorded decision again and compare.",
    "search": "Look listed parties up by words; no screening.",
    "show": "Show one listed party and its history.",
    "history": "The life of a matter, day by day, with a picture.",
    "read": "Read news stories, with the words for all.",
    "timeline": "Several stories as one, beside the law.",
    "signals": "What of the news to look into, and why.",
    "demo": "See it at work on the embedded lists.",
    "doctor": "Check clock, disk, store, lists and corpus.",
    "whatif": "See which decisions change with other facts or law.",
    "version": "Print the versions that pin a result.",
}
"""Summaries of the commands; each is the function of its name in the module of its name."""

GROUPS = {
    "lists": "Sources: fetch, import, compare, verify.",
    "news": "Stories: add, fetch, list, show, explain.",
    "shipment": "Decide shipments from dated law.",
    "rulebook": "The law: check a folder, show an entry.",
    "reference": "Official tables that decisions use.",
    "tariffs": "Extra duties: import the table of codes.",
    "policy": "Test what the thresholds find, and what they cost.",
}
"""Summaries of the groups of commands; each is `app` of the module of its name."""


_NAMES_ONLY = ("-h", "--help", "--version")
"""Asked so, at most names and summaries of commands are shown: none of them is loaded."""


def build(asked: str = "") -> typer.Typer:
    """Put the command line together.

    Args:
        asked: The one command or group that is needed; all for any other word. Loading one costs a
            fraction of loading all.
    """
    app = typer.Typer(
        name="licet",
        cls=Group,
        help="May we deal with this party, in this item, on this day?",
        no_args_is_help=True,
        add_completion=True,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_root)
    alone = asked in COMMANDS or asked in GROUPS
    for name, summary in COMMANDS.items():
        if not alone or name == asked:
            command = _nothing if asked in _NAMES_ONLY else getattr(_module(name), name)
            app.command(name, cls=Command, short_help=summary)(command)
    for name, summary in GROUPS.items():
        if asked in _NAMES_ONLY:
            app.command(name, cls=Command, short_help=summary)(_nothing)
        elif not alone or name == asked:
            app.add_typer(_module(name).app, name=name, short_help=summary)
    return app


def _tell_version(asked: bool) -> None:
    if asked:
        sys.stdout.write(f"licet {__version__}\n")
        raise typer.Exit


def _root(
    version: Annotated[
        bool, typer.Option("--version", is_eager=True, callback=_tell_version, help="Print the version.")
    ] = False,
) -> None:
    """Its being there makes `licet` a group, however few its commands."""


def _nothing() -> None:
    """Stand for a command of which only the name and the summary are shown."""


def _module(name: str) -> Any:  # noqa: ANN401  a module of commands
    return importlib.import_module(f"licet.cli.{name}")


def _asked() -> str:
    """Return the first word of the command line; nothing while a shell completes one."""
    if "_LICET_COMPLETE" in os.environ:
        return ""
    return sys.argv[1] if len(sys.argv) > 1 else _NAMES_ONLY[0]


def main() -> None:
    """Run the command line; every error becomes one sentence on stderr and an exit code."""
    try:
        build(_asked())()
    except LicetError as error:
        print(f"licet: {error}", file=sys.stderr)  # noqa: T201  stderr is where a command talks
        raise SystemExit(int(exit_for(error))) from None
    except BrokenPipeError:
        # The reader of our output went away (head, less): no error of ours.
        sys.stderr.close()
        raise SystemExit(int(Exit.OK)) from None
    except OSError as error:
        print(f"licet: {error}", file=sys.stderr)  # noqa: T201
        raise SystemExit(int(Exit.USAGE)) from None
    except ImportError as error:
        # The kernel is not built, or the package of an extra is not there: the message says what to do.
        print(f"licet: {error}", file=sys.stderr)  # noqa: T201
        raise SystemExit(int(Exit.USAGE)) from None
    except KeyboardInterrupt:
        raise SystemExit(int(Exit.INTERRUPTED)) from None
    except Exception:  # noqa: BLE001  Python's own status for a crash is 1, which here means "complete; hits"
        traceback.print_exc()
        print("licet: a fault of licet's own; no answer was given.", file=sys.stderr)  # noqa: T201
        raise SystemExit(int(Exit.USAGE)) from None

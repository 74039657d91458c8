"""The command `licet`: puts the commands together and turns errors into exit codes."""

from __future__ import annotations

import sys
import traceback

import typer

from licet.cli import (
    demo,
    doctor,
    explain,
    history,
    lists,
    match,
    news,
    policy,
    read,
    reference,
    replay,
    rulebook,
    screen,
    search,
    shipment,
    show,
    signals,
    tariffs,
    timeline,
    version,
    whatif,
)
from licet.cli.exits import Exit, exit_for
from licet.cli.helping import Command, Group
from licet.errors import LicetError

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
for name, command, summary in (
    ("match", match.match, "Screen one subject and explain every hit."),
    ("screen", screen.screen, "Screen a table; every row comes back."),
    ("explain", explain.explain, "A decision in plain words, with citations."),
    ("replay", replay.replay, "Make a recorded decision again and compare."),
    ("search", search.search, "Look listed parties up by words; no screening."),
    ("show", show.show, "Show one listed party and its history."),
    ("history", history.history, "The life of a matter, day by day, with a picture."),
    ("read", read.read, "Read news stories, with the words for all."),
    ("timeline", timeline.timeline, "Several stories as one, beside the law."),
    ("signals", signals.signals, "What of the news to look into, and why."),
    ("demo", demo.demo, "See it at work on the embedded lists."),
    ("doctor", doctor.doctor, "Check clock, disk, store, lists and corpus."),
    ("whatif", whatif.whatif, "See which decisions change with other facts or law."),
    ("version", version.version, "Print the versions that pin a result."),
):
    app.command(name, cls=Command, short_help=summary)(command)
app.add_typer(lists.app, name="lists", short_help="Sources: fetch, import, compare, verify.")
app.add_typer(news.app, name="news", short_help="Stories: add, fetch, list, show, explain.")
app.add_typer(shipment.app, name="shipment", short_help="Decide shipments from dated law.")
app.add_typer(rulebook.app, name="rulebook", short_help="The law: check a folder, show an entry.")
app.add_typer(reference.app, name="reference", short_help="Official tables that decisions use.")
app.add_typer(tariffs.app, name="tariffs", short_help="Extra duties: import the table of codes.")
app.add_typer(policy.app, name="policy", short_help="Test what the thresholds find, and what they cost.")


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

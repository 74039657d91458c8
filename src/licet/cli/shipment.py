"""`licet shipment`: decide shipments from dated law, with a citation for every finding."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, BinaryIO

import typer

from licet.cli import options as opt
from licet.cli.helping import Command, Group
from licet.cli.opening import notice, open_asking, tell_coverage

app = typer.Typer(
    cls=Group, help="Shipments: decided from dated law, every finding cited.", no_args_is_help=True
)


def check(
    file: Annotated[str, typer.Argument(metavar="FILE|-", help="JSON, YAML or JSON Lines; - reads stdin.")],
    record: Annotated[
        Path | None,
        typer.Option(
            "--record",
            metavar="FILE|DIR",
            help="Keep a record that replays offline: a file for one, a folder for many.",
            show_default=False,
        ),
    ] = None,
    as_of: opt.AsOfOption = None,
    known_by: opt.KnownByOption = None,
    lists: opt.ListsOption = None,
    threshold: opt.ThresholdOption = None,
    max_list_age: opt.MaxAgeOption = None,
    allow_stale: opt.AllowStaleOption = None,
    rulebook: opt.RulebookOption = None,
    output: opt.FormatOption = None,
    db: opt.DbOption = None,
    config: opt.ConfigOption = None,
    quiet: opt.QuietOption = False,
    verbose: opt.VerboseOption = False,
    no_color: opt.NoColorOption = False,
) -> None:
    """Decide a shipment, or many: one JSON object a line.

    Each shipment states its own day; --as-of gives one to those that do not. Everybody named is screened
    against the lists of that day and against the parties that the rulebook names.

    Exit status: 0 nothing needs a person, 1 findings or review, 2 usage error, 3 some could not be read, 4 a
    mandatory list was not seen (not a clearance).

    Examples:

        licet shipment check order.yaml

        licet shipment check orders.jsonl --format jsonl > decisions.jsonl

        licet shipment check order.json --record order.record.json --rulebook ./our-law
    """
    from licet.cli.shipment_output import ShipmentOutput, checked

    desk = open_asking(
        db=db,
        config=config,
        quiet=quiet,
        lists=lists,
        threshold=threshold,
        max_list_age=max_list_age,
        allow_stale=allow_stale,
        rulebook=tuple(str(folder) for folder in rulebook) if rulebook else None,
    )
    told = ShipmentOutput(opt.output_format(output), color=opt.colours(no_color=no_color))
    with desk, reading(file) as stream:
        there = desk.as_of(as_of, known_by)
        for answer in checked(there.shipments, stream, name_of(file), there.day):
            if answer.decision is not None and record is not None:
                there.shipments.keep(answer.decision, record, answer.number, alone=answer.alone)
            told.add(answer)
            if verbose and answer.decision is not None:
                tell_coverage(answer.decision.basis.facts)
            if answer.error:
                notice(answer.error)
    told.end()
    raise typer.Exit(int(told.status))


def schema(_quiet: opt.QuietOption = False) -> None:
    """Print the JSON Schema (2020-12) of a shipment.

    Examples:

        licet shipment schema > shipment.schema.json
    """
    from licet.usecases.shipment_schema import schema_text

    sys.stdout.write(schema_text())


@contextmanager
def reading(file: str) -> Iterator[BinaryIO]:
    """Open a file, or standard input for `-`.

    Raises:
        UnreadableInputError: It cannot be opened.
    """
    from licet.errors import UnreadableInputError

    if file == "-":
        yield sys.stdin.buffer
        return
    try:
        stream = Path(file).open("rb")  # noqa: SIM115  closed below; only opening may fail as a usage error
    except OSError as error:
        reason = error.strerror or "cannot be opened"
        raise UnreadableInputError(file, reason, "Give a file, or - for standard input.") from error
    with stream:
        yield stream


def name_of(file: str) -> str:
    """Return what to call a file in messages."""
    return "standard input" if file == "-" else file


app.command("check", cls=Command, short_help="Decide shipments, with citations.")(check)
app.command("schema", cls=Command, short_help="Print the JSON Schema of a shipment.")(schema)

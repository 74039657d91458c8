"""`licet demo`: the main job on the embedded lists, without network."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from licet.cli import options as opt
from licet.cli.cards import answer_card, plain
from licet.cli.opening import speaker


def demo(
    folder: Annotated[
        Path, typer.Option("--output", "-o", metavar="FOLDER", help="Where the screened file is written.")
    ] = Path("licet-demo"),
    quiet: opt.QuietOption = False,
    no_color: opt.NoColorOption = False,
) -> None:
    """Run the main job on the embedded lists: one party on three days, then 200 customers.

    Needs no network and no store. The lists are hand-written from public facts: partial, and not current.

    Examples:

        licet demo
    """
    from licet.wiring.demonstration import CUSTOMERS_DAY, DAYS, demonstrate

    color = opt.colours(no_color=no_color)
    shown = demonstrate(folder, speaker(quiet=quiet))
    out = sys.stdout.write
    out(
        f"Embedded, hand-written from public facts, partial and not current: {shown.lists} lists, "
        f"{shown.editions} editions, {shown.parties} listed parties.\n"
    )
    for (_day, what), answer in zip(DAYS, shown.days, strict=True):
        out(f"\n=== {what}\n\n{answer_card(answer.to_dict(), color=color)}")
    out(f"\n=== by other names, and a name that only looks alike, on {DAYS[1][0]}\n\n")
    out("".join(f"{plain(line)}\n" for line in shown.other_names))
    out(f"\n=== 200 customers, as of {CUSTOMERS_DAY}\n\n")
    out("".join(f"{plain(line)}\n" for line in shown.summary))
    out(f"\nEvery row with its hits and reasons: {shown.target}\nThe same by hand: {shown.command}\n")

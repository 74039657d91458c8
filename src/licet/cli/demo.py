"""`licet demo`: the main jobs on embedded lists, law and stories, without network."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from licet.cli import options as opt
from licet.cli.opening import speaker


def demo(
    folder: Annotated[
        Path,
        typer.Option("--output", "-o", metavar="FOLDER", help="Where files and the picture are written."),
    ] = Path("licet-demo"),
    quiet: opt.QuietOption = False,
    no_color: opt.NoColorOption = False,
) -> None:
    """Run the main jobs on embedded lists: screen, decide a shipment, read news.

    One party on three days, 200 customers, one shipment on two days, four stories as one timeline. Needs no
    network and no store. The lists are hand-written from public facts: partial, and not current. The
    stories are invented. All that is read and made is written into a folder, to go on from there.

    Examples:

        licet demo

        licet demo -o shown
    """
    from licet.cli.demo_card import demo_card
    from licet.wiring.demonstration import demonstrate

    shown = demonstrate(folder, speaker(quiet=quiet))
    sys.stdout.write(demo_card(shown, color=opt.colours(no_color=no_color)))

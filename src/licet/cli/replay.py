"""`licet replay`: make a recorded decision again, offline, and compare every byte."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from licet.cli import options as opt
from licet.cli.exits import Exit
from licet.cli.render import emit
from licet.cli.shipment import name_of, reading


def replay(
    record: Annotated[str, typer.Argument(metavar="RECORD|-", help="What `shipment check --record` kept.")],
    output: opt.FormatOption = None,
    no_color: opt.NoColorOption = False,
    _quiet: opt.QuietOption = False,
) -> None:
    """Make the decision of a record again and say whether it is the same, byte for byte.

    Neither store nor network is used: the record holds the question, what the screening found, and the law.

    Exit status: 0 the same, 1 it differs (every place is told), 2 trouble.

    Examples:

        licet replay order.record.json
    """
    from licet.cli.shipment_card import decision_card
    from licet.rules.registry import KINDS
    from licet.usecases.shipment_record import read_record
    from licet.usecases.shipment_record import replay as made_again

    with reading(record) as stream:
        content = read_record(stream.read(), name_of(record))
    done = made_again(content, KINDS, name_of(record))
    whole: dict[str, Any] = {
        "same": done.same,
        "differences": list(done.differences),
        "decision": done.content,
    }
    verdict = "the same, byte for byte" if done.same else f"DIFFERS in {len(done.differences)}:"
    lines = [f"replayed     {verdict}", *(f"  {text}" for text in done.differences), ""]
    card = "\n".join(lines) + "\n" + decision_card(done.content, color=opt.colours(no_color=no_color))
    rows = [{"same": done.same, "outcome": done.content["outcome"], "differences": whole["differences"]}]
    emit(rows, opt.output_format(output), whole=whole, table=card)
    raise typer.Exit(int(Exit.OK if done.same else Exit.FINDINGS))

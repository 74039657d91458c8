"""`licet doctor`: looks at clock, disk, store and lists, and says what to do."""

from __future__ import annotations

import typer

from licet.cli import options as opt
from licet.cli.exits import Exit
from licet.cli.opening import open_desk
from licet.cli.render import emit


def doctor(
    output: opt.FormatOption = None,
    db: opt.DbOption = None,
    config: opt.ConfigOption = None,
    quiet: opt.QuietOption = False,
) -> None:
    """Check clock, disk, store, archive, lists and the search corpus.

    Exit status: 0 all well, 1 something needs attention, 2 trouble.

    Examples:

        licet doctor

        licet doctor --db team.db --format json
    """
    with open_desk(db=db, config=config, quiet=quiet) as desk:
        findings = desk.diagnose()
    rows = [
        {"check": item.check, "state": str(item.state), "found": item.found, "do": item.remedy}
        for item in findings
    ]
    emit(rows, opt.output_format(output))
    raise typer.Exit(int(Exit.OK if all(row["state"] == "ok" for row in rows) else Exit.FINDINGS))

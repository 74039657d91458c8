"""`licet tariffs`: the official table of codes on which extra duties fall."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated, Any

import typer

from licet import wiring
from licet.cli import options as opt
from licet.cli.exits import Exit
from licet.cli.helping import Command, Group
from licet.cli.render import emit
from licet.cli.table_imports import DatedOption, FolderOption, day_of, in_words, tell

app = typer.Typer(
    cls=Group,
    help="Extra duties on imports: the table of codes that the lists name.",
    no_args_is_help=True,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The USITC table as .xlsx, .csv or .csv.gz.")],
    folder: FolderOption = None,
    dated: DatedOption = None,
    rows: Annotated[
        int | None,
        typer.Option("--rows", metavar="N", help="Codes that the publisher says it has; refused otherwise."),
    ] = None,
    dry_run: opt.DryRunOption = False,
    output: opt.FormatOption = None,
    db: opt.DbOption = None,
    config: opt.ConfigOption = None,
    quiet: opt.QuietOption = False,
    verbose: opt.VerboseOption = False,
) -> None:
    """Import the table of tariff codes under section 301 duties on China.

    The table is read strictly and refused when it is cut off: at a line, at a chapter, or without the codes
    of a list. Its hash and its day go into each decision that uses it.

    Exit status: 0 imported or unchanged, 2 no such table, 4 the file was refused.

    Examples:

        licet tariffs import China-Tariffs.xlsx

        licet tariffs import china_tariffs_2020-01-01.csv.gz --rows 10697
    """
    from licet.usecases.tariffs_import import TariffOptions, import_tariffs
    from licet.wiring.law import imports_folder, law

    day = day_of(dated)
    settings = wiring.load_settings(start=Path.cwd(), environ=os.environ, flags={"db": db}, config=config)
    target = folder or imports_folder(settings)
    done = import_tariffs(file, target, law(settings), TariffOptions(day, rows, dry_run))
    problems = in_words(done.problems)
    row: dict[str, Any] = {
        "file": done.file,
        "table": done.id,
        "dated": str(done.dated or ""),
        "rows": done.rows,
        "outcome": done.outcome,
        "sha256": done.sha256,
        "written": str(done.written or ""),
    }
    if not quiet:
        tell(done.file, done.problems, verbose=verbose)
    whole = row | {"problems": problems}
    emit([row | {"problems": len(problems)}], opt.output_format(output), whole=whole)
    raise typer.Exit(int(Exit.REFUSED if done.outcome == "refused" else Exit.OK))


app.command("import", cls=Command, short_help="Import the official table from its file.")(import_)

"""`licet reference`: official tables that decisions use: country chart, country groups, control list."""

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
    help="Official tables that decisions use: country chart, country groups, control list.",
    no_args_is_help=True,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def import_(
    files: Annotated[list[Path], typer.Argument(metavar="FILE", help="Official tables as published.")],
    folder: FolderOption = None,
    dated: DatedOption = None,
    dry_run: opt.DryRunOption = False,
    output: opt.FormatOption = None,
    db: opt.DbOption = None,
    config: opt.ConfigOption = None,
    quiet: opt.QuietOption = False,
    verbose: opt.VerboseOption = False,
) -> None:
    """Import the Country Chart, the country groups, the control list, licence exceptions, or the index.

    Each file is read strictly and refused when it is cut off. Decisions on the day of an issue and later
    use it, and say so with its hash. A folder other than the one beside the store is used when the setting
    `rulebook` names it.

    Exit status: 0 imported or unchanged, 2 no such table, 4 a file was refused.

    Examples:

        licet reference import country-chart.json country-groups.json ccl.json.gz

        licet reference import country_chart_export.csv --dated 2025-11-12
    """
    from licet.usecases.reference_import import import_reference
    from licet.wiring.law import imports_folder

    day = day_of(dated)
    settings = wiring.load_settings(start=Path.cwd(), environ=os.environ, flags={"db": db}, config=config)
    target = folder or imports_folder(settings)
    done = import_reference(files, target, dated=day, dry_run=dry_run)
    rows: list[dict[str, Any]] = [
        {
            "file": item.file,
            "table": item.id,
            "dated": str(item.dated or ""),
            "rows": item.rows,
            "outcome": item.outcome,
            "sha256": item.sha256,
            "written": str(item.written or ""),
            "problems": in_words(item.problems),
        }
        for item in done
    ]
    if not quiet:
        for item in done:
            tell(item.file, item.problems, verbose=verbose)
    emit([{**row, "problems": len(row["problems"])} for row in rows], opt.output_format(output), whole=rows)
    raise typer.Exit(int(Exit.REFUSED if any(item.outcome == "refused" for item in done) else Exit.OK))


app.command("import", cls=Command, short_help="Import official tables from their files.")(import_)

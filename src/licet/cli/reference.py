"""`licet reference`: official tables that decisions use: country chart, country groups, control list."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from licet import wiring
from licet.cli import options as opt
from licet.cli.exits import Exit
from licet.cli.helping import Command, Group
from licet.cli.opening import notice
from licet.cli.render import emit

app = typer.Typer(
    cls=Group,
    help="Official tables that decisions use: country chart, country groups, control list.",
    no_args_is_help=True,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def import_(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Official tables as published.")],
    folder: Annotated[
        Path | None,
        typer.Option("--to", metavar="FOLDER", help="Rulebook folder; the one beside the store if left out."),
    ] = None,
    dated: Annotated[
        str | None,
        typer.Option("--dated", metavar="DAY", help="Day of the issue, for a file that does not tell it."),
    ] = None,
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

    try:
        day = date.fromisoformat(dated) if dated else None
    except ValueError:
        raise typer.BadParameter(f"{dated!r} is no day (YYYY-MM-DD)", param_hint="--dated") from None
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
            "problems": [
                f"{problem.severity} {problem.where}: {problem.message}" for problem in item.problems
            ],
        }
        for item in done
    ]
    if not quiet:
        for item in done:
            told = [problem for problem in item.problems if verbose or problem.severity == "fatal"]
            for problem in told:
                notice(f"{item.file}: {problem.where}: {problem.message}")
    emit([{**row, "problems": len(row["problems"])} for row in rows], opt.output_format(output), whole=rows)
    raise typer.Exit(int(Exit.REFUSED if any(item.outcome == "refused" for item in done) else Exit.OK))


app.command("import", cls=Command, short_help="Import official tables from their files.")(import_)

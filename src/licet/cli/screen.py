"""`licet screen`: a table of parties, given back with what was found."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from licet.cli import options as opt
from licet.cli.cards import run_card
from licet.cli.exits import Exit, screening
from licet.cli.opening import notice, open_desk, speaker, tell_coverage
from licet.cli.render import emit

if TYPE_CHECKING:  # only for the type checker: at run time it would load the table drivers for --help
    from licet.usecases.screen_types import Progress, RunSummary


class ProgressStyle(StrEnum):
    """How progress is told on stderr."""

    AUTO = "auto"
    PLAIN = "plain"
    JSON = "json"
    NONE = "none"


class ExitStyle(StrEnum):
    """What 0 and 1 mean for a complete screening."""

    GATE = "gate"
    GREP = "grep"
    ZERO = "zero"


class LayoutName(StrEnum):
    """How many output rows an input row gets."""

    ROWS = "rows"
    WIDE = "wide"


def screen(
    source: Annotated[Path, typer.Argument(metavar="FILE", help="csv, tsv, xlsx, ods, parquet or jsonl.")],
    target: Annotated[
        Path | None, typer.Option("--output", "-o", help="Default: FILE.screened.SUFFIX; the suffix decides.")
    ] = None,
    maps: Annotated[
        list[str] | None,
        typer.Option("--map", metavar="COLUMN=FIELD", help="What a column means; repeatable."),
    ] = None,
    mapping_file: Annotated[
        Path | None, typer.Option("--mapping", metavar="FILE", help="A saved mapping (TOML).")
    ] = None,
    detect: Annotated[
        bool, typer.Option("--detect", help="Only show what each column is taken for, as TOML to save.")
    ] = False,
    schema: Annotated[
        str, typer.Option("--schema", "-s", help="What the rows are where no column says it.")
    ] = "LegalEntity",
    id_column: Annotated[str, typer.Option("--id-column", help="The column with your own key.")] = "",
    sheet: Annotated[str | None, typer.Option("--sheet", help="Sheet of a workbook: name or number.")] = None,
    encoding: Annotated[str, typer.Option("--encoding", help="Of a text file; guessed when not given.")] = "",
    delimiter: Annotated[
        str, typer.Option("--delimiter", help="Of a text file; guessed when not given.")
    ] = "",
    layout: Annotated[
        LayoutName, typer.Option("--layout", help="rows: one per candidate; wide: one per input row.")
    ] = LayoutName.ROWS,
    hits_only: Annotated[bool, typer.Option("--hits-only", help="Leave rows without a hit out.")] = False,
    explain: Annotated[bool, typer.Option("--explain", help="Fill scr_explain with the reasons.")] = False,
    news: Annotated[
        bool,
        typer.Option("--news", help="Tell the kept stories about each party; changes no answer or status."),
    ] = False,
    resume: Annotated[bool, typer.Option("--resume", help="Go on with a run that was cut short.")] = False,
    restart: Annotated[bool, typer.Option("--restart", help="Drop a run that was cut short.")] = False,
    progress: Annotated[ProgressStyle, typer.Option("--progress", help="On stderr.")] = ProgressStyle.AUTO,
    exit_status: Annotated[
        ExitStyle, typer.Option("--exit-status", help="gate: 1 means hits; grep: 0 means hits; zero.")
    ] = ExitStyle.GATE,
    as_of: opt.AsOfOption = None,
    known_by: opt.KnownByOption = None,
    lists: opt.ListsOption = None,
    threshold: opt.ThresholdOption = None,
    limit: opt.LimitOption = None,
    max_list_age: opt.MaxAgeOption = None,
    allow_stale: opt.AllowStaleOption = None,
    output: opt.FormatOption = None,
    db: opt.DbOption = None,
    config: opt.ConfigOption = None,
    quiet: opt.QuietOption = False,
    verbose: opt.VerboseOption = False,
    dry_run: opt.DryRunOption = False,
) -> None:
    """Screen every row of a table; every row comes back, with scr_* columns beside it.

    Exit status: 0 no hits, 1 hits, 2 usage error, 3 some rows could not be screened, 4 a mandatory list was
    not seen (3 and 4 are no clearance), 130 interrupted.

    Examples:

        licet screen customers.xlsx

        licet screen customers.csv --as-of 2018-05-14 --map "Full name=name" --id-column ref -o hits.csv

        licet screen customers.parquet --resume

        licet screen customers.csv --news
    """
    from licet.tables import Mapping
    from licet.usecases.properties import party_kind
    from licet.usecases.screen_types import Layout, ScreenOptions
    from licet.wiring.screening import default_target, in_words

    kind = party_kind(schema)
    mapping = Mapping.load(mapping_file) if mapping_file else None
    if maps:
        stated = Mapping.parse(maps, kind)
        mapping = stated.over(mapping) if mapping else stated
    options = ScreenOptions(
        mapping=mapping,
        kind=kind,
        id_column=id_column,
        sheet=int(sheet) if sheet and sheet.isdigit() else sheet,
        encoding=encoding,
        delimiter=delimiter,
        layout=Layout(layout),
        hits_only=hits_only,
        explain=in_words if explain else None,
        resume=resume,
        restart=restart,
    )
    if detect:
        _show_mapping(source, options)
        return
    target = target or default_target(source)
    desk = open_desk(
        db=db,
        config=config,
        quiet=quiet,
        lists=lists,
        threshold=threshold,
        limit=limit,
        max_list_age=max_list_age,
        allow_stale=allow_stale,
    )
    with desk:
        facts = desk.as_of(as_of, known_by).session().facts() if verbose or dry_run else {}
        if facts:
            tell_coverage(facts)
        if dry_run:
            _show_mapping(source, options)
            raise typer.Exit(int(Exit.REFUSED if facts["incomplete"] else Exit.OK))
        if news:
            from licet.wiring.watching import adverse_media

            options = replace(options, news=adverse_media(desk.as_of(as_of, known_by)))
        try:
            run = desk.as_of(as_of, known_by).screen(
                source, target, options, _reporter(progress, quiet=quiet)
            )
        except KeyboardInterrupt:
            # The day is pinned: a run that goes on after midnight still asks about the same one.
            day = [] if as_of else ["--as-of", desk.clocks.valid.isoformat()]
            typed = (item for item in sys.argv[1:] if item not in {"--restart", "--resume"})
            again = shlex.join(["licet", *typed, *day, "--resume"])
            notice(f"interrupted; what is done is kept beside {target}. Go on with: {again}")
            raise typer.Exit(int(Exit.INTERRUPTED)) from None
        unseen = () if run.complete else desk.as_of(as_of, known_by).coverage().incomplete
    say = speaker(quiet=quiet)
    for line in dict.fromkeys((*run.notes, *run.mapping.describe(), *run.reasons)):
        say(line)
    if not any(use.field == "id" for use in run.mapping.uses):
        say("no column is the rows' own key (--id-column): decisions on hits cannot be kept between runs")
    row = _row(run)
    emit([row], opt.output_format(output), whole=row, table=run_card(row))
    counts = {str(status): count for status, count in run.counts.items()}
    # A run may be incomplete without a failed row: a file that holds none was not screened either.
    failed = counts["error"] + counts["not_screened"] or int(not run.complete)
    raise typer.Exit(int(screening(hits=counts["hit"], failed_rows=failed, unseen=unseen, style=exit_status)))


def _show_mapping(source: Path, options: Any) -> None:  # noqa: ANN401  imported only inside
    from licet.tables import open_table
    from licet.usecases.screen import mapping_for

    table = open_table(source, sheet=options.sheet, encoding=options.encoding, delimiter=options.delimiter)
    found = mapping_for(table, options)
    for line in dict.fromkeys((*table.notes, *found.describe(), *found.notes)):
        notice(line)
    sys.stdout.write(found.to_toml())


def _row(run: RunSummary) -> dict[str, Any]:
    return {
        "output": str(run.target),
        "run_sheet": str(run.sidecar),
        "run": run.run_id,
        "complete": run.complete,
        "rows_in": run.rows_in,
        "rows_out": run.rows_out,
        **{str(status): count for status, count in run.counts.items()},
        "candidates": run.candidates,
        "resumed": run.resumed,
        "reasons": list(run.reasons),
    }


def _reporter(style: ProgressStyle, *, quiet: bool) -> Callable[[Progress], None]:
    if quiet or style is ProgressStyle.NONE:
        return lambda _done: None
    if style is ProgressStyle.JSON:
        return _json_line
    return _live_line if style is ProgressStyle.AUTO and sys.stderr.isatty() else _plain_line


def _plain_line(done: Progress) -> None:
    # Row by row a batch is 1,000 rows, in columns 32,768.
    if done.rows % 10_000 == 0 or done.rows % 32_768 == 0 or done.rows == done.total:
        notice(_words(done))


def _live_line(done: Progress) -> None:
    end = "\n" if done.rows == done.total else ""
    sys.stderr.write(f"\rlicet: {_words(done)}{end}")
    sys.stderr.flush()


def _json_line(done: Progress) -> None:
    import json

    event = {"rows": done.rows, "total": done.total, "hits": done.hits, "errors": done.errors}
    sys.stderr.write(json.dumps(event) + "\n")


def _words(done: Progress) -> str:
    of = f" of {done.total:,}" if done.total is not None else ""
    return f"{done.rows:,}{of} rows screened, {done.hits:,} with hits"

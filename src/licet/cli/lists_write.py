"""`licet lists sync | import`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from licet.cli import options as opt
from licet.cli.exits import Exit, worst
from licet.cli.lists_folders import examined_row, folder_outcome, folder_summary, import_folders
from licet.cli.lists_read import edition_counts
from licet.cli.opening import notice, speaker, writing_desk
from licet.cli.render import emit, vertical

if TYPE_CHECKING:  # only for the type checker: at run time it would load the model for --help
    from licet.model import Problem


def sync(
    list_ids: Annotated[
        list[str] | None, typer.Argument(metavar="LIST", help="Lists; all when none.")
    ] = None,
    mirror: Annotated[
        str | None, typer.Option("--mirror", metavar="URL", help="Fetch URL/LIST/PART instead.")
    ] = None,
    allow_http: Annotated[
        bool, typer.Option("--allow-http", help="Allow addresses without encryption.")
    ] = False,
    accept: Annotated[
        str, typer.Option("--accept", metavar="REASON", help="Accept past a gate; recorded.")
    ] = "",
    full: Annotated[
        bool, typer.Option("--full", help="Fetch even what the publisher calls unchanged.")
    ] = False,
    dry_run: opt.DryRunOption = False,
    output: opt.FormatOption = None,
    db: opt.DbOption = None,
    config: opt.ConfigOption = None,
    quiet: opt.QuietOption = False,
    verbose: opt.VerboseOption = False,
) -> None:
    """Fetch lists from their official addresses. This command uses the network.

    Exit status: 0 all received or unchanged, 4 an edition was refused, 5 a download failed.

    Examples:

        licet lists sync us_ofac_sdn eu_fsf

        licet lists sync --mirror https://lists.example.com/official
    """
    from licet.usecases.lists_sync import SyncOptions

    options = SyncOptions(mirror=mirror or "", allow_http=allow_http, accept=accept, full=full)
    with writing_desk(db=db, config=config, quiet=quiet, dry_run=dry_run) as desk:
        if dry_run:
            plan = desk.lists.plan(list_ids or (), options)
            rows = [{"list": item, "part": part, "address": url} for item, part, url in plan]
            emit(rows, opt.output_format(output))
            return
        say = speaker(quiet=quiet)
        outcomes = desk.lists.sync(
            list_ids or (), options, lambda item: say(f"{item.list_id}: {item.kind} {item.detail}".rstrip())
        )
    rows = [item.to_dict() for item in outcomes]
    if verbose:
        for item in outcomes:
            for part in item.parts:
                entry = part.entry
                came = f"{entry.status} {entry.url} {entry.size:,} bytes {entry.detail}"
                notice(f"{item.list_id} {part.part}: {came}")
    emit(rows, opt.output_format(output))
    codes = {"failed": Exit.NETWORK, "refused": Exit.REFUSED}
    raise typer.Exit(int(worst(codes.get(row["outcome"], Exit.OK) for row in rows)))


def import_(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FILE", help="The files of one edition, or folders of archived editions."),
    ],
    list_id: Annotated[
        str | None, typer.Option("--list", metavar="ID", help="The list; needed for files.")
    ] = None,
    published: Annotated[
        str | None,
        typer.Option(
            "--published",
            metavar="DAY",
            help="Day from which the edition holds; read in the file when not given.",
        ),
    ] = None,
    known: Annotated[
        str | None,
        typer.Option(
            "--known",
            metavar="DAY",
            help="Day of receipt; now when not given. `published` (folders): each on its day of publication.",
        ),
    ] = None,
    accept: Annotated[
        str, typer.Option("--accept", metavar="REASON", help="Accept past a gate; the reason is recorded.")
    ] = "",
    dry_run: opt.DryRunOption = False,
    output: opt.FormatOption = None,
    db: opt.DbOption = None,
    config: opt.ConfigOption = None,
    quiet: opt.QuietOption = False,
    verbose: opt.VerboseOption = False,
) -> None:
    """Import an edition from its files, or every edition found in a folder, oldest first.

    Exit status: 0 imported, 2 usage, 4 the edition (of a folder: any of them) was refused.

    Examples:

        licet lists import dpl.txt --list us_bis_dpl --published 2018-08-17

        licet lists import sdn.csv add.csv alt.csv sdn_comments.csv --list us_ofac_sdn --published 2014-05-27

        licet lists import archive/ --known published
    """
    folders = [path for path in files if path.is_dir()]
    whole_folders = bool(folders) and len(folders) == len(files)
    if not whole_folders and (list_id is None or folders):
        raise typer.BadParameter("name the list of these files: --list ID", param_hint="--list")
    from licet.wiring.instants import day_of

    with writing_desk(db=db, config=config, quiet=quiet, dry_run=dry_run) as desk:
        if not quiet and not dry_run:
            notice(f"store: {desk.places.label}")
        if list_id is None or whole_folders:
            chosen = {"only": (list_id,) if list_id else (), "accept": accept, "dry_run": dry_run}
            outcomes = import_folders(desk, folders, known, chosen, quiet=quiet)
            rows = folder_summary(outcomes)
            whole = {
                "dry_run": dry_run,
                "lists": rows,
                "editions": [folder_outcome(item) for item in outcomes],
            }
            emit(rows, opt.output_format(output), whole=whole)
            raise typer.Exit(int(Exit.REFUSED if any(item.refused for item in outcomes) else Exit.OK))
        if dry_run:
            seen = desk.lists.examine_files(files, list_id, published=day_of(published))
            row = examined_row(list_id, seen)
            _tell(seen.problems, verbose=verbose)
            emit([row], opt.output_format(output), whole=row, table=vertical(row))
            raise typer.Exit(int(Exit.REFUSED if seen.reasons else Exit.OK))
        imported = desk.lists.import_files(
            files, list_id, published=day_of(published), known=day_of(known), accept=accept
        )
    edition = imported.edition
    row = {
        "list": list_id,
        "edition": edition.name,
        "published": edition.published.isoformat(),
        "published_from": imported.published_from,
        "new": imported.new,
        **edition_counts(edition),
        "accepted": edition.accepted,
    }
    if imported.published_from in {"receipt", "name"} and not quiet:
        source = (
            "the day of its receipt" if imported.published_from == "receipt" else "from its name or folder"
        )
        notice(
            f"the file does not say when it was published; {edition.published}, {source}, is used. "
            "Give --published DAY if you know better."
        )
    if edition.accepted and not quiet:
        notice(f"ACCEPTED past a gate: {edition.accepted}")
    _tell(imported.problems, verbose=verbose)
    emit([row], opt.output_format(output), whole=row, table=vertical(row))


def _tell(problems: Sequence[Problem], *, verbose: bool) -> None:
    if verbose:
        for item in problems:
            notice(f"{item.severity} {item.code} at {item.where}: {item.message}")

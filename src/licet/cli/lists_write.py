"""`licet lists sync | import`."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from licet.cli import options as opt
from licet.cli.exits import Exit, worst
from licet.cli.opening import notice, open_desk, speaker
from licet.cli.render import emit, vertical

if TYPE_CHECKING:  # only for the type checker: at run time it would load the store for --help
    from licet.usecases.lists_tree import TreeOutcome
    from licet.wiring import Desk


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
    output: opt.FormatOption = None,
    db: opt.DbOption = None,
    config: opt.ConfigOption = None,
    quiet: opt.QuietOption = False,
) -> None:
    """Fetch lists from their official addresses. This is the only command that uses the network.

    Exit status: 0 all received or unchanged, 4 an edition was refused, 5 a download failed.

    Examples:

        licet lists sync us_ofac_sdn eu_fsf

        licet lists sync --mirror https://lists.example.com/official
    """
    from licet.usecases.lists_sync import SyncOptions

    options = SyncOptions(mirror=mirror or "", allow_http=allow_http, accept=accept, full=full)
    with open_desk(db=db, config=config, quiet=quiet, create=True) as desk:
        say = speaker(quiet=quiet)
        outcomes = desk.lists.sync(
            list_ids or (), options, lambda item: say(f"{item.list_id}: {item.kind} {item.detail}".rstrip())
        )
    rows = [item.to_dict() for item in outcomes]
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
    output: opt.FormatOption = None,
    db: opt.DbOption = None,
    config: opt.ConfigOption = None,
    quiet: opt.QuietOption = False,
) -> None:
    """Import an edition from its files, or every edition found in a folder, oldest first.

    Exit status: 0 imported, 2 usage, 4 the edition (of a folder: any of them) was refused.

    Examples:

        licet lists import dpl.txt --list us_bis_dpl --published 2018-08-17

        licet lists import sdn.csv add.csv alt.csv sdn_comments.csv --list us_ofac_sdn --published 2014-05-27

        licet lists import archive/ --known published
    """
    folders = [path for path in files if path.is_dir()]
    with open_desk(db=db, config=config, quiet=quiet, create=True) as desk:
        if not quiet:
            notice(f"store: {desk.places.label}")
        if folders and len(folders) == len(files):
            outcomes = _folders(desk, folders, list_id, known, accept, quiet=quiet)
            rows = _summary(outcomes)
            whole = {"lists": rows, "editions": [_outcome(item) for item in outcomes]}
            emit(rows, opt.output_format(output), whole=whole)
            raise typer.Exit(int(Exit.REFUSED if any(item.refused for item in outcomes) else Exit.OK))
        if list_id is None or folders:
            raise typer.BadParameter("name the list of these files: --list ID", param_hint="--list")
        imported = desk.lists.import_files(
            files, list_id, published=_day(published), known=_day(known), accept=accept
        )
    edition = imported.edition
    row = {
        "list": list_id,
        "edition": edition.name,
        "published": edition.published.isoformat(),
        "published_from": imported.published_from,
        "new": imported.new,
        "rows": edition.rows,
        "listings": edition.listings,
        "problems": edition.problems,
        "added": edition.added,
        "removed": edition.removed,
        "material": edition.changed,
        "cosmetic": edition.cosmetic,
        "accepted": edition.accepted,
    }
    if imported.published_from == "receipt" and not quiet:
        notice(
            f"the file does not say when it was published; {edition.published} (its receipt) is used. "
            "Give --published DAY if you know it."
        )
    if edition.accepted and not quiet:
        notice(f"ACCEPTED past a gate: {edition.accepted}")
    emit([row], opt.output_format(output), whole=row, table=vertical(row))


def _folders(
    desk: Desk, folders: list[Path], list_id: str | None, known: str | None, accept: str, *, quiet: bool
) -> list[TreeOutcome]:
    if known not in {None, "published"}:
        raise typer.BadParameter("for folders, --known is `published` or not given", param_hint="--known")

    def report(outcome: TreeOutcome) -> None:
        if quiet:
            return
        if outcome.imported is not None:
            edition = outcome.imported.edition
            said = f"{edition.listings:,} parties, {edition.problems:,} problems"
            moved = f"+{edition.added:,} -{edition.removed:,} ~{edition.changed:,}"
            notice(f"{outcome.list_id} {edition.published}: {said}, {moved}")
        elif outcome.refused:
            notice(f"{outcome.list_id} REFUSED {outcome.where}: {'; '.join(outcome.refused)}")

    return [
        outcome
        for folder in folders
        for outcome in desk.lists.import_folder(
            folder,
            report,
            only=(list_id,) if list_id else (),
            known_as_published=known == "published",
            accept=accept,
        )
    ]


def _summary(outcomes: list[TreeOutcome]) -> list[dict[str, Any]]:
    rows = []
    for list_id in sorted({item.list_id for item in outcomes if item.list_id}):
        own = [item for item in outcomes if item.list_id == list_id]
        done = [item.imported for item in own if item.imported is not None]
        codes = Counter(problem.code for item in done for problem in item.problems)
        rows.append(
            {
                "list": list_id,
                "editions": sum(item.new for item in done),
                "already_there": sum(not item.new for item in done),
                "refused": sum(bool(item.refused) for item in own),
                "first": min((str(item.edition.published) for item in done), default=""),
                "last": max((str(item.edition.published) for item in done), default=""),
                "listings": done[-1].edition.listings if done else 0,
                "problems": ", ".join(f"{count:,} {code}" for code, count in codes.most_common()),
            }
        )
    skipped = [item for item in outcomes if item.skipped]
    if skipped:
        blank: dict[str, Any] = dict.fromkeys(rows[0] if rows else ("list", "problems"), "")
        rows.append(blank | {"list": "(no list)", "problems": f"{len(skipped):,} files that no list knows"})
    return rows


def _outcome(outcome: TreeOutcome) -> dict[str, Any]:
    imported = outcome.imported
    return {
        "where": outcome.where,
        "list": outcome.list_id,
        "edition": imported.edition.name if imported else None,
        "new": imported.new if imported else False,
        "refused": list(outcome.refused),
        "skipped": outcome.skipped,
    }


def _day(text: str | None) -> Any:  # noqa: ANN401  a date, imported only inside
    from datetime import date

    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise typer.BadParameter(f"{text!r} is no day: write YYYY-MM-DD") from error

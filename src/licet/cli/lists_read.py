"""`licet lists status | versions | show | diff | history | verify | export`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from licet.cli import options as opt
from licet.cli.cards import diff_card, field_words
from licet.cli.exits import Exit
from licet.cli.opening import notice, open_desk
from licet.cli.render import emit
from licet.cli.show import show as show_entity

if TYPE_CHECKING:  # only for the type checker: at run time it would load the model for --help
    from licet.model import Edition

ListArgument = Annotated[str, typer.Argument(metavar="LIST", help="List id, as `licet lists status` shows.")]
EditionArgument = Annotated[
    str, typer.Argument(metavar="EDITION", help="A day, #number, start of a hash, latest or previous.")
]


def status(
    known_by: opt.KnownByOption = None,
    output: opt.FormatOption = None,
    db: opt.DbOption = None,
    config: opt.ConfigOption = None,
    quiet: opt.QuietOption = False,
) -> None:
    """Show every list: newest edition, last receipt, last trouble.

    Examples:

        licet lists status
    """
    with open_desk(db=db, config=config, quiet=quiet) as desk:
        rows = [item.to_dict() for item in desk.as_of(None, known_by).lists.status()]
    chosen = opt.output_format(output)
    if chosen is opt.Format.TABLE:
        rows = [{name: value for name, value in row.items() if name != "title"} for row in rows]
    emit(rows, chosen)


def versions(
    list_id: ListArgument,
    known_by: opt.KnownByOption = None,
    output: opt.FormatOption = None,
    db: opt.DbOption = None,
    config: opt.ConfigOption = None,
    quiet: opt.QuietOption = False,
) -> None:
    """Show the editions of a list, oldest first.

    Examples:

        licet lists versions us_bis_dpl
    """
    with open_desk(db=db, config=config, quiet=quiet) as desk:
        rows = [_edition_row(item) for item in desk.as_of(None, known_by).lists.versions(list_id)]
    emit(rows, opt.output_format(output))


def show(
    list_id: ListArgument,
    edition: EditionArgument = "latest",
    problems: Annotated[int, typer.Option("--problems", min=0, help="Most problems to print.")] = 20,
    output: opt.FormatOption = None,
    db: opt.DbOption = None,
    config: opt.ConfigOption = None,
    quiet: opt.QuietOption = False,
) -> None:
    """Show one edition: files with hashes, counts, and what the publisher got wrong.

    Examples:

        licet lists show us_bis_dpl

        licet lists show us_ofac_sdn 2024-05-03 --problems 100
    """
    with open_desk(db=db, config=config, quiet=quiet) as desk:
        found = desk.lists.edition(list_id, edition)
        items = desk.store.problems_in(list_id, found.seq)
    rows = [
        {"severity": str(item.severity), "code": item.code, "where": item.where, "message": item.message}
        for item in items
    ]
    files = [
        {
            "part": item.part,
            "name": item.name,
            "sha256": item.sha256,
            "bytes": item.size,
            "carried": item.carried,
        }
        for item in found.files
    ]
    whole = {**_edition_row(found), "files": files, "problem_list": rows}
    columns = ("severity", "code", "where", "message")
    chosen = opt.output_format(output)
    emit(rows[:problems], chosen, whole=whole, table=_edition_card(whole, problems), columns=columns)


def diff(
    list_id: ListArgument,
    before: Annotated[str, typer.Argument(metavar="A", help="Earlier edition.")] = "previous",
    after: Annotated[str, typer.Argument(metavar="B", help="Later edition.")] = "latest",
    material: Annotated[bool, typer.Option("--material", help="Leave cosmetic changes out.")] = False,
    output: opt.FormatOption = None,
    db: opt.DbOption = None,
    config: opt.ConfigOption = None,
    quiet: opt.QuietOption = False,
) -> None:
    """Show what changed between two editions: added, removed, changed materially, changed cosmetically.

    Exit status: 0 the same, 1 different (with --material: materially), 2 trouble.

    Examples:

        licet lists diff us_bis_dpl 2018-01-08 2018-04-16

        licet lists diff us_ofac_sdn previous latest --material --format jsonl
    """
    with open_desk(db=db, config=config, quiet=quiet) as desk:
        found = desk.lists.diff(list_id, before, after)
    changes = found.material() if material else found.changes
    rows: list[dict[str, Any]] = [
        {
            "change": str(item.kind),
            "entity_id": item.entity_id,
            "caption": item.caption,
            "fields": [
                {
                    "field": field.field,
                    "gone": list(field.gone),
                    "come": list(field.come),
                    "material": field.material,
                }
                for field in item.fields
            ],
        }
        for item in changes
    ]
    whole = {"before": found.before.name, "after": found.after.name, "counts": found.counts, "changes": rows}
    figures = ", ".join(f"{count:,} {kind}" for kind, count in found.counts.items())
    chosen = opt.output_format(output)
    if not quiet and chosen is not opt.Format.JSON:
        notice(f"{list_id} {found.before.name} -> {found.after.name}: {figures}")
    columns = ("change", "entity_id", "caption", "fields")
    told = rows
    if chosen in {opt.Format.CSV, opt.Format.MARKDOWN}:
        told = [{**row, "fields": [field_words(field) for field in row["fields"]]} for row in rows]
    emit(told, chosen, whole=whole, table=diff_card(rows), columns=columns)
    raise typer.Exit(int(Exit.FINDINGS if changes else Exit.OK))


def history(
    entity: Annotated[str, typer.Argument(metavar="ENTITY", help="Id of a listed party: LIST:KEY.")],
    known_by: opt.KnownByOption = None,
    output: opt.FormatOption = None,
    db: opt.DbOption = None,
    config: opt.ConfigOption = None,
    quiet: opt.QuietOption = False,
) -> None:
    """Show everything that the editions ever said of one listed party.

    Examples:

        licet lists history us_ofac_sdn:36
    """
    show_entity(entity, None, known_by, output, db, config, quiet)


def verify(
    output: opt.FormatOption = None,
    db: opt.DbOption = None,
    config: opt.ConfigOption = None,
    quiet: opt.QuietOption = False,
) -> None:
    """Re-hash every kept byte, listing and story, and check every edition's counts.

    Exit status: 0 intact, 1 something was changed or lost, 2 trouble.

    Examples:

        licet lists verify
    """
    with open_desk(db=db, config=config, quiet=quiet) as desk:
        findings = desk.lists.verify()
        editions = len(desk.store.editions())
        stories = desk.store.stories.count()
    rows = [{"finding": text} for text in findings]
    table = f"{editions} editions, {stories} stories: intact\n" if not rows else None
    whole = {"editions": editions, "stories": stories, "intact": not rows, "findings": findings}
    emit(rows, opt.output_format(output), whole=whole, table=table, columns=("finding",))
    raise typer.Exit(int(Exit.FINDINGS if rows else Exit.OK))


def export(
    list_id: ListArgument,
    edition: EditionArgument = "latest",
    target: Annotated[
        Path | None, typer.Option("--output", "-o", help="Folder (raw) or file (jsonl).")
    ] = None,
    kind: Annotated[
        str, typer.Option("--as", help="raw: the files as published; jsonl: the listings.")
    ] = "raw",
    db: opt.DbOption = None,
    config: opt.ConfigOption = None,
    quiet: opt.QuietOption = False,
) -> None:
    """Write an edition out, byte for byte as published or as JSON lines.

    Examples:

        licet lists export us_bis_dpl 2018-04-16 -o dpl

        licet lists export us_bis_dpl latest --as jsonl -o dpl.jsonl
    """
    with open_desk(db=db, config=config, quiet=quiet) as desk:
        found = desk.lists.edition(list_id, edition)
        default = f"{list_id}-{found.published}"
        where = target or Path(default if kind == "raw" else f"{default}.jsonl")
        count = desk.lists.export(list_id, f"#{found.seq}", where, kind)
    if not quiet:
        notice(f"wrote {count:,} {'files' if kind == 'raw' else 'listings'} of {found.name} to {where}")


def edition_counts(edition: Edition) -> dict[str, int]:
    """Return the counts of an edition under the words that every listing of editions uses."""
    return {
        "rows": edition.rows,
        "listings": edition.listings,
        "problems": edition.problems,
        "added": edition.added,
        "removed": edition.removed,
        "material": edition.changed,
        "cosmetic": edition.cosmetic,
    }


def _edition_row(edition: Edition) -> dict[str, Any]:
    return {
        "number": f"#{edition.seq}",
        "published": edition.published.isoformat(),
        "known": edition.known.isoformat(),
        "format": edition.format,
        "sha256": edition.sha256,
        **edition_counts(edition),
        "carried": [item.part for item in edition.files if item.carried],
        "accepted": edition.accepted,
    }


def _edition_card(whole: dict[str, Any], most: int) -> str:
    lines = [
        f"{key:<10} {value}" for key, value in whole.items() if not isinstance(value, list) and value != ""
    ]
    lines += [
        f"file       {item['part']}: {item['name']}, {item['bytes']:,} bytes, {item['sha256']}"
        for item in whole["files"]
    ]
    problems = whole["problem_list"]
    lines += ["", f"{len(problems):,} problems" + (f", the first {most}:" if len(problems) > most else ":")]
    lines += [
        f"  {item['severity']:<6} {item['code']:<24} {item['where']}: {item['message']}"
        for item in problems[:most]
    ]
    return "\n".join(lines) + "\n"

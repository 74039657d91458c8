"""`licet search`: free-text look-up, not a screening."""

from __future__ import annotations

from typing import Annotated

import typer

from licet.cli import options as opt
from licet.cli.exits import Exit
from licet.cli.opening import notice, open_desk
from licet.cli.render import emit


def search(
    query: Annotated[
        str, typer.Argument(metavar="WORDS", help="Words that a name, number, address or remark must hold.")
    ],
    as_of: opt.AsOfOption = None,
    known_by: opt.KnownByOption = None,
    lists: Annotated[
        str | None,
        typer.Option("--lists", metavar="ID,ID", help="Look only in these lists.", show_default=False),
    ] = None,
    limit: Annotated[int, typer.Option("--limit", min=1, help="Most results.")] = 20,
    output: opt.FormatOption = None,
    db: opt.DbOption = None,
    config: opt.ConfigOption = None,
    quiet: opt.QuietOption = False,
) -> None:
    """Look listed parties up by words. A convenience: it finds no variants and clears nobody.

    Exit status: 0 found, 1 nothing found, 2 trouble.

    Examples:

        licet search huawei --as-of 2019-05-22

        licet search "83 FR 17644" --format json
    """
    with open_desk(db=db, config=config, quiet=quiet, lists=lists) as desk:
        found = desk.as_of(as_of, known_by).search(query, limit=limit + 1)
    if len(found) > limit and not quiet:
        notice(f"more than {limit} found; the rest is left out: raise --limit")
    rows = [
        {
            "entity_id": item.listing.entity_id,
            "caption": item.listing.caption,
            "kind": str(item.listing.kind),
            "programmes": list(item.listing.programmes),
            "found_in": item.where,
            "edition": item.edition.name,
        }
        for item in found[:limit]
    ]
    columns = ("entity_id", "caption", "kind", "programmes", "found_in", "edition")
    emit(rows, opt.output_format(output), columns=columns)
    raise typer.Exit(int(Exit.OK if rows else Exit.FINDINGS))

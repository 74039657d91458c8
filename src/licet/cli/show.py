"""`licet show`: one listed party, with everything the lists ever said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from licet.cli import options as opt
from licet.cli.cards import plain
from licet.cli.opening import open_desk
from licet.cli.render import cell, emit

if TYPE_CHECKING:  # only for the type checker: at run time it would load the store for --help
    from licet.usecases.show import Chapter, Shown


def show(
    entity: Annotated[str, typer.Argument(metavar="ENTITY", help="Id of a listed party: LIST:KEY.")],
    as_of: opt.AsOfOption = None,
    known_by: opt.KnownByOption = None,
    output: opt.FormatOption = None,
    db: opt.DbOption = None,
    config: opt.ConfigOption = None,
    quiet: opt.QuietOption = False,
) -> None:
    """Show a listed party as of a day, and its history over the editions.

    Exit status: 0 found, 2 no such id.

    Examples:

        licet show us_ofac_sdn:36

        licet show us_ofac_sdn:36 --as-of 2018-05-14 --format json
    """
    with open_desk(db=db, config=config, quiet=quiet) as desk:
        there = desk.as_of(as_of, known_by)
        content = shown_dict(there.show(entity), there.clocks.valid.isoformat())
    emit(content["history"], opt.output_format(output), whole=content, table=_card(content))


def shown_dict(shown: Shown, day: str) -> dict[str, Any]:
    """Return a listed party as plain JSON values."""
    from licet.model import to_dict

    return {
        "entity_id": shown.entity_id,
        "as_of": day,
        "listed": shown.listing is not None,
        "edition": shown.edition.name if shown.edition else None,
        "entity": to_dict(shown.listing) if shown.listing else None,
        "history": [_chapter(item) for item in shown.history],
    }


def _chapter(chapter: Chapter) -> dict[str, Any]:
    return {
        "from": chapter.from_edition.name,
        "from_published": chapter.from_edition.published.isoformat(),
        "until": chapter.until.isoformat() if chapter.until else None,
        "caption": chapter.listing.caption,
        "changes": [
            {"field": item.field, "gone": list(item.gone), "come": list(item.come), "material": item.material}
            for item in chapter.changes
        ],
    }


def _card(content: dict[str, Any]) -> str:
    lines = [content["entity_id"]]
    entity = content["entity"]
    if entity is None:
        lines.append(f"  not listed on {content['as_of']}")
    else:
        lines.append(f"  listed on {content['as_of']}, edition {content['edition']}")
        for field, value in entity.items():
            if field in {"list_id", "key"}:
                continue
            values = value if isinstance(value, list) else [value]
            for number, item in enumerate(values):
                lines.append(f"  {field if number == 0 else '':<13} {plain(_value(item))}")
    lines += ["", "History (publication day of the edition):"]
    for chapter in content["history"]:
        until = f"until {chapter['until']}" if chapter["until"] else "still in the newest edition"
        lines.append(f"  {chapter['from_published']}  {plain(chapter['caption'])}, {until}")
        for change in chapter["changes"]:
            mark = "material" if change["material"] else "cosmetic"
            gone, come = cell(change["gone"]), cell(change["come"])
            lines.append(f"      {change['field']} ({mark}): {plain(gone) or '-'} -> {plain(come) or '-'}")
    return "\n".join(lines) + "\n"


def _value(item: object) -> str:
    if isinstance(item, dict):
        main = item.get("text") or item.get("value") or item.get("name") or item.get("iso")
        rest = {key: value for key, value in item.items() if value != main and key not in {"street", "city"}}
        more = ", ".join(f"{key} {cell(value)}" for key, value in rest.items())
        return f"{main} ({more})" if main and more else str(main or more)
    return cell(item)

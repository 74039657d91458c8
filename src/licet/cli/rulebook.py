"""`licet rulebook`: check a folder of law, show an entry, print the reference of measures."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from licet import wiring
from licet.cli import options as opt
from licet.cli.cards import plain
from licet.cli.helping import Command, Group
from licet.cli.render import cell, emit

app = typer.Typer(
    cls=Group,
    help="The law that decides shipments: check a folder, show an entry.",
    no_args_is_help=True,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def check(
    folders: Annotated[
        list[Path] | None, typer.Argument(metavar="FOLDER", help="Folders of law of your own, in order.")
    ] = None,
    output: opt.FormatOption = None,
    _quiet: opt.QuietOption = False,
) -> None:
    """Read folders of law over the law that ships, and tell every fault with file and line.

    Nothing is kept; to use a folder, name it in the setting `rulebook`. Without a folder the law that
    ships is checked.

    Exit status: 0 sound, 2 something is wrong.

    Examples:

        licet rulebook check our-rules
    """
    from licet.wiring.law import checked

    book = checked(tuple(folders or ()))
    content: dict[str, Any] = {
        "documents": len(book.documents),
        "parties": len(book.parties),
        "measures": len(book.measures),
        "values": len(book.values),
        "signals": len(book.signals),
        "tables": len(book.tables),
        "replaced": [f"{what} ({place.file}:{place.line})" for what, place in book.replaced],
        "sha256": book.sha256,
        "files": [{"file": name, "sha256": digest} for name, digest in book.files],
    }
    lines = [f"{key:<10} {cell(value)}" for key, value in content.items() if key != "files" and value != []]
    table = plain("\n".join(["Sound.", *lines])) + "\n"
    emit(content["files"], opt.output_format(output), whole=content, table=table)


def show(
    key: Annotated[
        str, typer.Argument(metavar="ID", help="Id of a document, party, measure, value, signal or table.")
    ],
    output: opt.FormatOption = None,
    db: opt.DbOption = None,
    config: opt.ConfigOption = None,
    _quiet: opt.QuietOption = False,
) -> None:
    """Show an entry of the law with everything it says and where it is written.

    Exit status: 0 found, 2 no such id.

    Examples:

        licet rulebook show us.bis.zte.denial

        licet rulebook show us.bis.zte.activation --format json
    """
    from licet.usecases.rulebook_show import shown
    from licet.wiring.law import law

    settings = wiring.load_settings(start=Path.cwd(), environ=os.environ, flags={"db": db}, config=config)
    content = shown(law(settings), key)
    rows = [
        {"section": section, "field": name, "value": value}
        for section, entry in content.items()
        for name, value in (entry.items() if isinstance(entry, dict) else (("", entry),))
    ]
    emit(rows, opt.output_format(output), whole=content, table=_card(content))


def _card(content: dict[str, Any]) -> str:
    lines: list[str] = []
    for section, entry in content.items():
        lines.append(section)
        lines += _indented(entry, 1)
    return "".join(f"{plain(line)}\n" for line in lines)


def _indented(value: object, depth: int) -> list[str]:
    """Return nested values as indented lines."""
    room = "  " * depth
    if isinstance(value, dict):
        lines = []
        for name, item in value.items():
            if isinstance(item, dict) or (
                isinstance(item, list) and any(isinstance(part, dict) for part in item)
            ):
                lines += [f"{room}{name}:", *_indented(item, depth + 1)]
            else:
                lines.append(f"{room}{name}: {cell(item)}")
        return lines
    if isinstance(value, list):
        return [line for item in value for line in (*_indented(item, depth), "")][:-1]
    return [f"{room}{cell(value)}"]


def docs(_quiet: opt.QuietOption = False) -> None:
    """Print the reference of measure kinds as Markdown: their law, citations, limits, and what is loaded.

    It tells the law that ships, whatever folders the settings name.

    Exit status: 0 printed.

    Examples:

        licet rulebook docs > docs/reference/measures.md
    """
    from licet.reports import measures
    from licet.rules.registry import KINDS
    from licet.wiring.law import loaded

    sys.stdout.write(measures.build(loaded(), KINDS))


for name, command, summary in (
    ("check", check, "Read a folder of law and tell every fault."),
    ("show", show, "Show an entry and where it is written."),
    ("docs", docs, "Print the reference of measure kinds."),
):
    app.command(name, cls=Command, short_help=summary)(command)

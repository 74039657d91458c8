"""Options that every command shares, written once."""

from __future__ import annotations

import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from licet.errors import SettingsError

_Style = TypeVar("_Style", bound=StrEnum)


class Format(StrEnum):
    """How results are printed."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    MARKDOWN = "markdown"


class Compared(StrEnum):
    """Other scorings that are shown beside licet's, for auditors."""

    OFAC = "ofac"


_FOR_A_PERSON = frozenset(("table", "text"))

FormatOption = Annotated[
    Format | None,
    typer.Option(
        "--format", "-f", help="How to print: table on a terminal, json when piped.", show_default=False
    ),
]
DbOption = Annotated[
    str | None,
    typer.Option(
        "--db", metavar="PATH|URL", help="The store: a SQLite file, or postgresql://...", show_default=False
    ),
]
ConfigOption = Annotated[
    Path | None, typer.Option("--config", metavar="FILE", help="Settings file to use.", show_default=False)
]
AsOfOption = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="DAY",
        help="The day asked about (YYYY-MM-DD); today when not given.",
        show_default=False,
    ),
]
KnownByOption = Annotated[
    str | None,
    typer.Option(
        "--known-by",
        metavar="DAY",
        help="Use only what had been received by the end of this day (or instant).",
        show_default=False,
    ),
]
ListsOption = Annotated[
    str | None,
    typer.Option(
        "--lists",
        metavar="ID,ID",
        help="Screen only against these lists; each must then be seen.",
        show_default=False,
    ),
]
ThresholdOption = Annotated[
    float | None,
    typer.Option(
        "--threshold", min=0.01, max=1.0, help="Score from which a match is a hit.", show_default=False
    ),
]
SinceOption = Annotated[
    str | None,
    typer.Option("--since", metavar="DAY", help="Only stories of this day or later.", show_default=False),
]
LimitOption = Annotated[
    int | None, typer.Option("--limit", min=1, help="Most hits for one subject.", show_default=False)
]
MaxAgeOption = Annotated[
    str | None,
    typer.Option(
        "--max-list-age",
        metavar="AGE",
        help="Refuse lists not received for longer than this: 24h, 30d, none.",
        show_default=False,
    ),
]
AllowStaleOption = Annotated[
    bool | None,
    typer.Option("--allow-stale", help="Tell stale lists, but do not refuse them.", show_default=False),
]
RulebookOption = Annotated[
    list[Path] | None,
    typer.Option(
        "--rulebook",
        metavar="FOLDER",
        help="Law of your own, laid over the rulebook that ships; may be given again.",
        show_default=False,
    ),
]
QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing on stderr but errors.")]
VerboseOption = Annotated[bool, typer.Option("--verbose", "-v", help="Say more on stderr.")]
DryRunOption = Annotated[
    bool, typer.Option("--dry-run", help="Only say what would be done; nothing is fetched, kept or written.")
]
NoColorOption = Annotated[bool, typer.Option("--no-color", help="No colours (NO_COLOR does the same).")]


def output_format(chosen: Format | None) -> Format:
    """Return the format: the chosen one, else LICET_FORMAT, else table on a terminal, else json."""
    if chosen is not None:
        return chosen
    wanted = os.environ.get("LICET_FORMAT", "")
    if wanted and wanted not in set(Format):
        raise SettingsError("LICET_FORMAT", wanted, "environment", f"must be one of {', '.join(Format)}")
    if wanted:
        return Format(wanted)
    return Format.TABLE if sys.stdout.isatty() else Format.JSON


def style(styles: type[_Style], output: Path | None) -> _Style:
    """Return how a document is shown where it is not said: by the file's name, LICET_FORMAT, or who reads.

    Args:
        styles: The ways, the one for a person first; `json` must be among them.
        output: The file that is written; None for stdout.

    Raises:
        SettingsError: LICET_FORMAT is no format of this command or of any other.
    """
    first = next(iter(styles))
    wanted = output.suffix.lower().lstrip(".") if output is not None else os.environ.get("LICET_FORMAT", "")
    if wanted in set(styles):
        return styles(wanted)
    if output is not None or wanted in _FOR_A_PERSON:
        return first
    if wanted and wanted not in set(Format):
        known = ", ".join(dict.fromkeys((*styles, *Format)))
        raise SettingsError("LICET_FORMAT", wanted, "environment", f"must be one of {known}")
    return first if sys.stdout.isatty() else styles("json")


def colours(*, no_color: bool) -> bool:
    """Tell whether colours may be used."""
    return not no_color and not os.environ.get("NO_COLOR") and sys.stdout.isatty()

"""What the commands that import official tables have in common."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from licet.cli.opening import notice

if TYPE_CHECKING:  # only for the type checker: at run time it would load the model for --help
    from licet.model import Problem

FolderOption = Annotated[
    Path | None,
    typer.Option("--to", metavar="FOLDER", help="Rulebook folder; the one beside the store if left out."),
]
DatedOption = Annotated[
    str | None,
    typer.Option("--dated", metavar="DAY", help="Day of the issue, for a file that does not tell it."),
]


def day_of(dated: str | None) -> date | None:
    """Return the day of `--dated`; None where it is left out.

    Raises:
        typer.BadParameter: It is no day.
    """
    try:
        return date.fromisoformat(dated) if dated else None
    except ValueError:
        raise typer.BadParameter(f"{dated!r} is no day (YYYY-MM-DD)", param_hint="--dated") from None


def tell(file: str, problems: Iterable[Problem], *, verbose: bool) -> None:
    """Tell the problems of a file: those that refuse it, or all."""
    for problem in problems:
        if verbose or problem.severity == "fatal":
            notice(f"{file}: {problem.where}: {problem.message}")


def in_words(problems: Iterable[Problem]) -> list[str]:
    """Return problems as an answer shows them."""
    return [f"{problem.severity} {problem.where}: {problem.message}" for problem in problems]

"""Opens the desk for a command: settings from flags, files and environment; notices on stderr."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from licet import wiring


def notice(text: str) -> None:
    """Print a line for a person on stderr."""
    print(f"licet: {text}", file=sys.stderr)  # noqa: T201  stderr is where a command talks


def speaker(*, quiet: bool) -> Callable[[str], None]:
    """Return what prints notices: nothing when quiet."""
    return (lambda _text: None) if quiet else notice


def open_desk(
    *,
    db: str | None,
    config: Path | None,
    quiet: bool = False,
    create: bool = False,
    **flags: Any,  # noqa: ANN401  a setting may have any type
) -> wiring.Desk:
    """Open the desk; `flags` are settings from the command line, None where not given.

    Raises:
        SettingsError: A setting is wrong.
        StoreError: The store cannot be used.
    """
    settings = wiring.load_settings(
        start=Path.cwd(), environ=os.environ, flags={"db": db, **flags}, config=config
    )
    return wiring.open_desk(settings, speaker(quiet=quiet), create=create)

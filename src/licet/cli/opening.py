"""Opens the desk for a command: settings from flags, files and environment; notices on stderr."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
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


def open_asking(
    *,
    db: str | None,
    config: Path | None,
    quiet: bool = False,
    **flags: Any,  # noqa: ANN401  a setting may have any type
) -> wiring.Asking:
    """Open what answers questions about one subject, which takes less to load than the desk.

    Raises:
        SettingsError: A setting is wrong.
        StoreError: The store cannot be used.
    """
    settings = wiring.load_settings(
        start=Path.cwd(), environ=os.environ, flags={"db": db, **flags}, config=config
    )
    return wiring.open_asking(settings, speaker(quiet=quiet))


@contextmanager
def writing_desk(*, db: str | None, config: Path | None, quiet: bool, dry_run: bool) -> Iterator[wiring.Desk]:
    """Open the desk for a command that writes, making the store where there is none; a dry run makes nothing.

    Raises:
        SettingsError: A setting is wrong.
        StoreError: The store cannot be used.
    """
    from tempfile import TemporaryDirectory

    settings = wiring.load_settings(start=Path.cwd(), environ=os.environ, flags={"db": db}, config=config)
    if dry_run and not wiring.store_exists(settings):
        with (
            TemporaryDirectory(prefix="licet-") as folder,
            wiring.scratch_desk(settings, Path(folder)) as desk,
        ):
            yield desk
    else:
        with wiring.open_desk(settings, speaker(quiet=quiet), create=not dry_run) as desk:
            yield desk


def tell_coverage(facts: Mapping[str, Any]) -> None:
    """Print on stderr which lists are seen, in which editions, and what is not."""
    notice(f"store {facts['store']}, as of {facts['as_of']}, known by {facts['known_by']}")
    for use in facts["lists"]:
        found = f"{use['edition']}, {use['listings']:,} parties" if use["seen"] else "not seen"
        notice(f"{use['id']}{' (mandatory)' if use['mandatory'] else ''}: {found}")
    for reason in (*facts["incomplete"], *facts["warnings"]):
        notice(reason)

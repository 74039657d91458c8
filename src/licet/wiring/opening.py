"""`licet.open`: the desk for Python."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from licet.wiring import load_settings
from licet.wiring.desk import Desk, open_desk


def open_store_desk(
    db: str | Path | None = None,
    *,
    say: Callable[[str], None] = lambda _text: None,
    config: Path | None = None,
    **settings: Any,  # noqa: ANN401  any setting of licet.settings.Settings
) -> Desk:
    """Open the desk on a store, making it when it is named and not there yet.

    Args:
        db: Path of a SQLite file, or `postgresql://...`; None for the one of the settings, or the embedded
            demonstration lists where no store has been made.
        say: Receives notices for a person, such as that the embedded lists are in use.
        config: Settings file; the nearest `licet.toml` upwards when None.
        **settings: Any setting by name, such as `threshold=0.85` or `lists=("us_ofac_sdn",)`.

    Raises:
        SettingsError: A setting is wrong.
        StoreError: The store cannot be used.
    """
    flags = {"db": str(db) if db is not None else None, **settings}
    chosen = load_settings(start=Path.cwd(), environ=os.environ, flags=flags, config=config)
    return open_desk(chosen, say, create=db is not None)

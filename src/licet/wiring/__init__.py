"""The composition root: picks the backend, loads what is embedded, reads the clock.

Names are loaded when first used, so that `import licet` and `licet --help` stay light.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from licet.errors import SettingsError
from licet.settings import Settings, WrongSettingError, load

if TYPE_CHECKING:  # only for the type checker: the desk loads drivers, and nothing here may
    from licet.wiring.asking import Asking
    from licet.wiring.desk import Desk, open_desk, scratch_desk
    from licet.wiring.first_answer import open_asking

__all__ = ["Asking", "Desk", "load_settings", "open_asking", "open_desk", "scratch_desk", "store_exists"]

_LAZY = {
    "Asking": "licet.wiring.asking",
    "Desk": "licet.wiring.desk",
    "open_asking": "licet.wiring.first_answer",
    "open_desk": "licet.wiring.desk",
    "scratch_desk": "licet.wiring.desk",
}


def __getattr__(name: str) -> Callable[..., Any]:
    """Load the desk when it is first asked for."""
    if name not in _LAZY:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    found: Callable[..., Any] = getattr(importlib.import_module(_LAZY[name]), name)
    return found


def load_settings(
    *, start: Path, environ: Mapping[str, str], flags: Mapping[str, Any], config: Path | None = None
) -> Settings:
    """Read the settings from the user's file, the project's, the environment and flags.

    Raises:
        SettingsError: A file cannot be read, or a value or key is wrong.
    """
    places = importlib.import_module("licet.wiring.places")
    user_file = places.user_settings_file()
    try:
        return load(start=start, user_file=user_file, environ=environ, flags=flags, config=config)
    except WrongSettingError as error:
        raise SettingsError(error.name, error.value, error.origin, error.reason) from error


def store_exists(settings: Settings) -> bool:
    """Tell whether the settings' store has been made; a server always counts as made.

    A store that was not named and holds news alone is none: its lists have still to come.

    Raises:
        SettingsError: The store's address cannot be used.
    """
    where = importlib.import_module("licet.wiring.places").places(settings)
    return bool(where.exists and not importlib.import_module("licet.wiring.embedded").why_embedded(settings))

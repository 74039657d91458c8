"""Where things are kept: store, archive, search corpora, the embedded lists' store."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import platformdirs

from licet.errors import SettingsError
from licet.settings import Settings

EMBEDDED = "embedded"
"""Label of the embedded demonstration lists."""


class Places(NamedTuple):
    """The paths of one store.

    Attributes:
        url: SQLAlchemy address of the store.
        label: The address as it may be shown: no password.
        archive: Folder of the raw editions.
        corpora: Folder of the search corpora; anything in it can be rebuilt.
        exists: Whether the store has been made; always true for a server.
    """

    url: str
    label: str
    archive: Path
    corpora: Path
    exists: bool


def places(settings: Settings) -> Places:
    """Work out the paths from the settings.

    Raises:
        SettingsError: The address names a backend that licet does not have.
    """
    address = settings.db or str(user_data() / "licet.db")
    if address.startswith("postgresql://"):
        root = Path(settings.archive) if settings.archive else user_data() / "archive"
        return Places(address, _without_password(address), root, root.parent / "corpora", exists=True)
    if "://" in address and not address.startswith("sqlite:///"):
        origin = settings.origins.get("db", "default")
        reason = "must be a path, sqlite:///PATH or postgresql://..."
        raise SettingsError("db", _without_password(address), origin, reason)
    path = Path(address.removeprefix("sqlite:///")).expanduser().absolute()
    archive = Path(settings.archive) if settings.archive else path.with_suffix(".archive")
    return Places(f"sqlite:///{path}", str(path), archive, path.with_suffix(".corpora"), path.is_file())


def user_data() -> Path:
    """Return the folder for the user's own store."""
    return Path(platformdirs.user_data_dir("licet", appauthor=False))


def user_cache() -> Path:
    """Return the folder for what can be rebuilt."""
    return Path(platformdirs.user_cache_dir("licet", appauthor=False))


def user_settings_file() -> Path:
    """Return the user's own settings file; it need not exist."""
    return Path(platformdirs.user_config_dir("licet", appauthor=False)) / "licet.toml"


def _without_password(address: str) -> str:
    scheme, _, rest = address.partition("://")
    account, at, host = rest.rpartition("@")
    user = account.partition(":")[0]
    return f"{scheme}://{user}{at}{host}"

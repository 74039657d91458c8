"""The law: the rulebook that ships, with the user's own folders and imported tables laid over it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path

from licet.model.rulebook import Rulebook
from licet.rulebook import Forms, load
from licet.rules.registry import KINDS
from licet.settings import Settings
from licet.wiring import clock
from licet.wiring.instants import day_of
from licet.wiring.places import places


def law(settings: Settings) -> Rulebook:
    """Load the law for some settings, once for each set of folders.

    Raises:
        RulebookError: A file of law is wrong.
        SettingsError: The address of the store cannot be used.
    """
    return loaded(folders(settings))


@cache
def loaded(private: tuple[Path, ...] = ()) -> Rulebook:
    """Load the law with private folders over it, once.

    Raises:
        RulebookError: A file of law is wrong.
    """
    return load(private, forms=forms())


def checked(private: Sequence[Path]) -> Rulebook:
    """Load the law anew with folders that are only to be checked.

    Raises:
        RulebookError: A file of law is wrong.
    """
    return load(private, forms=forms())


def asked_day(text: str | None) -> date:
    """Return the day asked about; today where none is given.

    Raises:
        UsageError: The text is no date.
    """
    return day_of(text) or clock.today()


def forms() -> Forms:
    """Return the form of the terms of every measure kind."""
    return {kind.id: kind.terms for kind in KINDS}


def folders(settings: Settings) -> tuple[Path, ...]:
    """Return the folders laid over the law: imported tables first, then the user's own in their order."""
    imports = imports_folder(settings)
    own = tuple(Path(name).expanduser().absolute() for name in settings.rulebook)
    return (imports, *own) if imports.is_dir() else own


def imports_folder(settings: Settings) -> Path:
    """Return the folder beside the store into which commands import official tables; it need not exist.

    Raises:
        SettingsError: The address of the store cannot be used.
    """
    corpora = places(settings).corpora
    return corpora.with_suffix(".rulebook") if corpora.suffix else corpora.with_name("rulebook")

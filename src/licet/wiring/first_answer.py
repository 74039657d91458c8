"""Opens what answers one question, by the shortest way there is."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from licet.settings import Settings
from licet.store import Glance, open_glance
from licet.wiring.asking import Asking
from licet.wiring.corpora import Kept
from licet.wiring.embedded import embedded_places, why_embedded
from licet.wiring.places import Places, places


def open_asking(settings: Settings, say: Callable[[str], None]) -> Asking:
    """Open the settings' store for asking: a SQLite store in order without its drivers, else the desk.

    Raises:
        SettingsError: The store's address cannot be used.
        UnreadableInputError: A store was named and is not there.
        StoreError: The store cannot be opened.
    """
    where = places(settings)
    notice = why_embedded(settings)
    if notice:
        where = embedded_places()
    facts = _glance(where, settings)
    if facts is not None:
        if notice:
            say(notice)
        return Asking(facts, lambda: _store(where, settings), where, settings, say)
    from licet.wiring.desk import open_desk

    return open_desk(settings, say)


def _glance(where: Places, settings: Settings) -> Glance | None:
    path = where.url.removeprefix("sqlite:///")
    return None if path == where.url else open_glance(Path(path), busy_seconds=settings.busy_seconds)


def _store(where: Places, settings: Settings) -> AbstractContextManager[Kept]:
    """Open the whole store: a corpus must be built."""
    from licet.store import open_store

    return open_store(where.url, where.archive, busy_seconds=settings.busy_seconds)

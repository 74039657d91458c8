"""The embedded lists: a small store made from the hand-written demonstration editions."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from licet import demo
from licet._version import __version__
from licet.settings import Settings
from licet.store import open_glance
from licet.wiring.places import EMBEDDED, Places, places, user_cache

if TYPE_CHECKING:  # only for the type checker: the store loads drivers, and most questions find it made
    from licet.store import Store

NOTICE = (
    "no store has been made yet: using the embedded demonstration lists (hand-written, partial, "
    "not current). "
    "Make one with `licet lists sync` or `licet lists import FILE --list ID`."
)


STORIES_ONLY = (
    "the store holds news and no list yet: using the embedded demonstration lists (hand-written, partial, "
    "not current). "
    "Get lists with `licet lists sync` or `licet lists import FILE --list ID`."
)


def why_embedded(settings: Settings) -> str:
    """Return why the embedded lists answer, as a notice for a person; empty where they do not.

    They do where no store was named and the user's own was never made, or holds news alone: keeping a story
    must change no answer.

    Raises:
        SettingsError: The store's address cannot be used.
    """
    where = places(settings)
    if settings.db:
        return ""
    if not where.exists:
        return NOTICE
    glance = open_glance(Path(where.url.removeprefix("sqlite:///")), busy_seconds=settings.busy_seconds)
    if glance is None:
        return ""
    try:
        return STORIES_ONLY if glance.has_only_stories() else ""
    finally:
        glance.close()


def embedded_places() -> Places:
    """Return where the embedded lists' store is, making it on first use.

    It is built aside and moved into place whole, so that a killed or second process never sees half of it.
    Where the user's cache cannot be written, a temporary folder serves.
    """
    editions = demo.editions()
    digest = hashlib.sha256(__version__.encode())
    for item in editions:
        digest.update(f"{item.list_id} {item.published} {item.known.isoformat()}".encode())
        for part, content in sorted(item.parts.items()):
            digest.update(part.encode() + content)
    name = f"embedded-{digest.hexdigest()[:16]}"
    root = _writable(user_cache()) / name
    if not (root / "licet.db").is_file():
        _build(root)
    return Places(
        f"sqlite:///{root / 'licet.db'}",
        EMBEDDED,
        root / "licet.archive",
        root / "licet.corpora",
        exists=True,
    )


def _build(root: Path) -> None:
    from licet.store import open_store

    aside = Path(tempfile.mkdtemp(prefix=f"{root.name}.", dir=root.parent))
    store = open_store(f"sqlite:///{aside / 'licet.db'}", aside / "licet.archive")
    try:
        load_into(store)
    finally:
        store.close()
    try:
        aside.replace(root)
    except OSError:
        # Another process was quicker: its store holds the same bytes.
        shutil.rmtree(aside, ignore_errors=True)


def load_into(store: Store) -> None:
    """Import the embedded editions into a store, each known since the evening of its publication."""
    from licet.lists import registry
    from licet.lists.base import RawEdition
    from licet.usecases.lists_import import Receipt, import_edition

    for item in sorted(demo.editions(), key=lambda edition: (edition.published, edition.list_id)):
        import_edition(
            store,
            registry.list_spec(item.list_id),
            RawEdition(item.parts, item.names),
            Receipt(item.known, item.published, "embedded demonstration edition"),
        )


def _writable(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return folder
    except OSError:
        return Path(tempfile.mkdtemp(prefix="licet-"))

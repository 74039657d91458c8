"""Every edition of every list on two clocks, for SQLite and PostgreSQL, with the bytes they came as.

`open_store` is the way in; `open_glance` reads a few facts of a SQLite store without a driver. The design is
told in `docs/decisions/0002-store-two-clocks.md`. Names are loaded when first used: SQLAlchemy takes longer
to be loaded than a question to be answered.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from licet.store.glance import Glance, open_glance
from licet.store.records import (
    SUCCESSES,
    AddResult,
    FetchEntry,
    HeldVersion,
    LogState,
    Refusal,
    generation_of,
)

if TYPE_CHECKING:  # only for the type checker: these load drivers
    from licet.store.archive import Archive
    from licet.store.store import Store, open_store

_HOMES = {
    "Archive": "licet.store.archive",
    "Store": "licet.store.store",
    "open_store": "licet.store.store",
}

__all__ = [
    "SUCCESSES",
    "AddResult",
    "Archive",
    "FetchEntry",
    "Glance",
    "HeldVersion",
    "LogState",
    "Refusal",
    "Store",
    "generation_of",
    "open_glance",
    "open_store",
]


def __getattr__(name: str) -> Callable[..., Any]:
    """Load a name from its home when it is first asked for."""
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    found: Callable[..., Any] = getattr(importlib.import_module(_HOMES[name]), name)
    globals()[name] = found
    return found
